//! Marking in tasks that nobody notices, however long a page takes for its layout. By a clock of our own: what is long on
//! one machine is short on another.

use anyhow::Result;
use serde_json::json;

use super::text;
use crate::page::Page;

crate::tests! {
    neither_work_nor_layout_is_a_long_task;
    what_the_page_takes_away_meanwhile_ends_nothing;
}

/// Marks a term in each of many paragraphs. The page takes `floor` ms for any layout, and `each` for a mark in it, which
/// is made in `making` ms. Gives the longest piece of work, the longest layout, how many layouts and how many marks there
/// were.
const RUN: &str = "
    const [count, making, floor, each] = arguments, main = document.querySelector('main');
    main.innerHTML = '<p>The 三个一 of the plan.</p>'.repeat(count);
    await annotate(document.createElement('p')).done; // the module runs
    const { cloneNode } = Node.prototype, { scheduler } = globalThis, { performance } = globalThis;
    let now = 0, began = 0, marks = 0, laid = 0, work = 0, layout = 0, layouts = 0;
    Node.prototype.cloneNode = function (deep) { marks++; now += making; return cloneNode.call(this, deep) };
    main.getBoundingClientRect = () => {
      const takes = marks > laid ? floor + each * (marks - laid) : 0;
      [now, began, laid, layout, layouts] = [now + takes, now + takes, marks, Math.max(layout, takes), layouts + (takes > 0)];
    };
    Object.defineProperty(globalThis, 'performance', { value: { now: () => now }, configurable: true });
    Object.defineProperty(globalThis, 'scheduler', { value: { yield: async () => { work = Math.max(work, now - began); began = now } }, configurable: true });
    try { await annotate(main, { first: 'all' }).done } finally {
      Node.prototype.cloneNode = cloneNode;
      for (const [name, value] of Object.entries({ performance, scheduler })) Object.defineProperty(globalThis, name, { value, configurable: true });
    }
    return [Math.round(work), Math.round(layout), layouts, main.querySelectorAll('plan-term').length];";

async fn neither_work_nor_layout_is_a_long_task(page: &mut Page) -> Result<()> {
    const MARKS: u32 = 3_000;
    text(page, "").await?;
    // In milliseconds: what a mark takes to make, what any layout takes, and what it takes for a mark. Then the most for a
    // piece of work and for a layout, and the most layouts.
    for (making, floor, each, most) in [
        (0.03, 0.0, 0.0, [25, 0, 0]), // out of sight
        (0.03, 2.0, 0.03, [25, 45, 10]),
        (0.1, 1.0, 0.1, [25, 45, 20]),
        (0.03, 20.0, 0.03, [25, 45, 15]), // thousands of paragraphs side by side
        (0.03, 25.0, 0.01, [25, 45, 15]),
        (0.03, 30.0, 0.03, [25, 50, 25]),
        (0.03, 2.0, 0.3, [25, 45, 35]), // a mark in a long paragraph
        (0.2, 10.0, 0.2, [25, 45, 45]), // a slow telephone
        // Where the least change is a long task, there are no more of these than 70 or so.
        (0.1, 80.0, 0.1, [25, 100, 75]),
        (0.1, 300.0, 0.1, [25, 320, 75]),
        (0.03, 100.0, 3.0, [25, 300, 75]),
        (0.03, 5.0, 15.0, [25, 800, 75]), // a mark in one of a page
    ] {
        let said = page.run(RUN, &[json!(MARKS), json!(making), json!(floor), json!(each)]).await?;
        let [found @ .., marks] = serde_json::from_value::<[u32; 4]>(said)?;
        let about = format!("{making}, {floor}, {each}: {found:?} of at most {most:?}");
        assert_eq!(marks, MARKS, "{about}");
        assert!(found.into_iter().zip(most).all(|(found, most)| found <= most), "{about}");
    }
    Ok(())
}

async fn what_the_page_takes_away_meanwhile_ends_nothing(page: &mut Page) -> Result<()> {
    text(page, &"<div><p>The 三个一 of the plan.</p></div>".repeat(3_000)).await?;
    // Each time that it is the page's turn, it takes the first and the last away, and adds one.
    let js = "
        const main = document.querySelector('main'), { scheduler } = globalThis, { performance } = globalThis;
        let now = 0, turns = 0;
        Object.defineProperty(globalThis, 'performance', { value: { now: () => now++ }, configurable: true });
        Object.defineProperty(globalThis, 'scheduler', { configurable: true, value: { yield: async () => {
          if (turns++ < 100) { main.firstChild.remove(); main.lastChild.remove(); main.append('Also 三个一.') }
        } } });
        try { await annotate(main, { first: 'all' }).done } finally {
          for (const [name, value] of Object.entries({ performance, scheduler })) Object.defineProperty(globalThis, name, { value, configurable: true });
        }
        const paragraphs = [...main.querySelectorAll('p')];
        return [turns > 100, paragraphs.length > 2_000, paragraphs.filter((p) => p.querySelectorAll('plan-term').length !== 1).length, main.textContent.includes('undefined')]";
    assert_eq!(page.run(js, &[]).await?, json!([true, true, 0, false]));
    Ok(())
}
