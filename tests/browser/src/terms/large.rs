//! Terms in texts that are deep, long, or many.

use anyhow::Result;
use serde_json::json;

use super::{mark, text};
use crate::page::Page;

crate::tests! {
    text_of_any_depth_is_marked;
    any_number_of_nodes_may_be_added_at_once in Chromium, Firefox; // WebKitGTK doesn't come back from it within a minute
    marks_take_time_in_proportion;
    marks_of_one_paragraph_take_time_in_proportion;
}

/// Elements in each other, with a text in each thousandth; the innermost says another term.
const NESTED: &str = "const [depth, names] = arguments, main = document.querySelector('main'); let at = main;
    for (let left = depth; left--;) { const inside = document.createElement(names[left % names.length]); at.append(inside); at = inside; if (left % 1_000 === 0) at.append('前双区后'); }
    at.append('三个一');";

async fn text_of_any_depth_is_marked(page: &mut Page) -> Result<()> {
    // Parsers nest 512 at most, and a browser lays out some thousands: so the text is not in the page, or not displayed.
    for (about, depth, names, taken) in [
        ("blocks", 20_000, json!(["div"]), "main.remove()"),
        ("parts of a line", 20_000, json!(["b", "span"]), "main.remove()"),
        ("both", 20_000, json!(["section", "i", "div"]), "main.remove()"),
        ("not displayed", 8_000, json!(["div", "b"]), "main.style.display = 'none'"),
    ] {
        text(page, "").await?;
        let js = format!(
            "{NESTED}{taken};
            const texts = depth / 1_000 + 1, first = main.textContent;
            const annotation = await annotate(main, {{ first: 'all' }}).done; const said = [annotation.count === texts, main.textContent === first];
            annotation.undo(); return [...said, main.textContent === first, main.querySelector('plan-term') === null]"
        );
        assert_eq!(page.run(&js, &[json!(depth), names]).await?, json!([true, true, true, true]), "{about}");
    }
    Ok(())
}

async fn any_number_of_nodes_may_be_added_at_once(page: &mut Page) -> Result<()> {
    text(page, "<p>前双区后</p>").await?;
    mark(page, "{ observe: true }").await?;
    let js = "const main = document.querySelector('main'), all = document.createDocumentFragment();
        for (let left = 200_000; left--;) all.append(document.createComment(''));
        main.append(all); await 0; const count = annotation.count; annotation.undo(); return [count, main.textContent, main.querySelector('p').childNodes.length]";
    assert_eq!(page.run(js, &[]).await?, json!([1, "前双区后", 1]));
    assert_eq!(page.console().await?, []);
    Ok(())
}

/// So many pairs of runs are compared at most; half of them may be out of proportion by what else the machine does.
const ROUNDS: usize = 5;

/// Marks in a text that is made of a number of parts, some times over, and takes the marks back. Gives how many there
/// were, and the time of both.
const TIMED: &str = "const [times, parts, before, part, after] = arguments, main = document.querySelector('main'); let count = 0, marking = 0, undoing = 0;
    for (let left = times; left--;) {
        main.innerHTML = before + part.repeat(parts) + after; main.getBoundingClientRect();
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
        let start = performance.now(); const annotation = annotate(main, { first: 'all' }); await annotation.done; main.getBoundingClientRect();
        marking += performance.now() - start; count += annotation.count; start = performance.now(); annotation.undo(); main.getBoundingClientRect();
        undoing += performance.now() - start; main.replaceChildren();
    }
    return [count, marking, undoing]";

/// Whether one text takes about as long as four of a quarter of its length: both runs of a pair mark as much, so that
/// what else the machine does slows both alike.
async fn in_proportion(page: &mut Page, parts: u32, html: [&str; 3]) -> Result<()> {
    text(page, "").await?;
    let mut ratios = [Vec::new(), Vec::new()];
    for round in 0..ROUNDS {
        let mut times = [[0.0; 2]; 2];
        for at in if round % 2 == 0 { [0, 1] } else { [1, 0] } {
            let (runs, parts) = if at == 0 { (4, parts / 4) } else { (1, parts) };
            let [before, part, after] = html.map(|text| json!(text));
            let arguments = [json!(runs), json!(parts), before, part, after];
            let (count, marking, undoing): (u32, f64, f64) =
                serde_json::from_value(page.run(TIMED, &arguments).await?)?;
            assert_eq!(count, runs * parts);
            times[at] = [marking, undoing];
        }
        let mut fine = round % 2 == 0;
        for (of, ratios) in ratios.iter_mut().enumerate() {
            ratios.push(times[1][of] / times[0][of]);
            ratios.sort_by(f64::total_cmp);
            fine &= ratios[ratios.len() / 2] < 2.0;
        }
        // More pairs where the first ones don't agree.
        if fine {
            return Ok(());
        }
    }
    panic!(
        "{parts} marks take {:.1?} times as long as four times a quarter of them, and to be taken back {:.1?} times",
        ratios[0], ratios[1]
    );
}

async fn marks_take_time_in_proportion(page: &mut Page) -> Result<()> {
    in_proportion(page, 20_000, ["", "<p>前面说到双区，后面还有文字。</p>", ""]).await
}

async fn marks_of_one_paragraph_take_time_in_proportion(page: &mut Page) -> Result<()> {
    in_proportion(page, 6_000, ["<p>", "前面说到双区，", "</p>"]).await
}
