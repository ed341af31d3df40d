//! Where marks stand in what a reader sees.

use anyhow::Result;
use serde_json::json;

use super::{mark, text};
use crate::page::Page;

crate::tests! {
    the_first_place_is_one_that_is_seen;
    each_part_that_is_hidden_has_its_first_place;
    invisible_characters_are_part_of_a_term;
    a_line_of_boxes_is_not_torn;
    what_is_seen_is_marked_first;
}

/// The classes of what the marks stand in.
const PLACES: &str =
    "return [...document.querySelectorAll('plan-term')].map((mark) => mark.closest('[class]').className)";

async fn the_first_place_is_one_that_is_seen(page: &mut Page) -> Result<()> {
    for hidden in [
        "<p class=off style='display:none'>双区</p>",
        "<p class=off style='visibility:hidden'>双区</p>",
        "<p class=off style='opacity:0'>双区</p>",
        "<div style='content-visibility:hidden'><p class=off>双区</p></div>",
        "<details><summary>…</summary><p class=off>双区</p></details>",
        "<div style='display:none'><p class=off style='display:block'>双区</p></div>",
    ] {
        text(page, &format!("{hidden}<p class=seen>双区</p><p class=late>双区</p>")).await?;
        mark(page, "{}").await?;
        // It is marked where it is hidden, too: it may be shown at another time.
        assert_eq!(page.eval(PLACES, &[]).await?, json!(["off", "seen"]), "{hidden}");
        // Read again it is the same.
        page.run("await annotation.refresh()", &[]).await?;
        assert_eq!(page.eval(PLACES, &[]).await?, json!(["off", "seen"]), "{hidden}");
    }
    for seen in [
        "<div style='visibility:hidden'><p class=seen style='visibility:visible'>双区</p></div>",
        "<div style='content-visibility:auto'><p class=seen>双区</p></div>",
        "<details open><summary>…</summary><p class=seen>双区</p></details>",
    ] {
        text(page, &format!("{seen}<p class=late>双区</p>")).await?;
        mark(page, "{}").await?;
        assert_eq!(page.eval(PLACES, &[]).await?, json!(["seen"]), "{seen}");
    }
    Ok(())
}

async fn each_part_that_is_hidden_has_its_first_place(page: &mut Page) -> Result<()> {
    let html = "<p class=wide>双区</p><div style='display:none'><p class=one>双区</p><p class=late>双区</p></div><div style='display:none'><p class=two>双区</p></div>";
    text(page, html).await?;
    mark(page, "{}").await?;
    assert_eq!(page.eval(PLACES, &[]).await?, json!(["wide", "one", "two"]));
    Ok(())
}

async fn invisible_characters_are_part_of_a_term(page: &mut Page) -> Result<()> {
    let html = "<p>三\u{ad}个一</p><p>在三\u{200b}个一里</p><p>三\u{2060}个\u{200d}一\u{ad}</p><p><plan-term>三\u{ad}个一</plan-term></p>";
    text(page, html).await?;
    let marks = mark(page, "{ first: 'all' }").await?;
    assert_eq!(marks, json!(["三\u{ad}个一", "三\u{200b}个一", "三\u{2060}个\u{200d}一", "三\u{ad}个一"]));
    page.wait("document.querySelector('p:last-child plan-term[role]')", "the author's own").await?;
    page.eval("annotation.undo(); document.querySelector('p:last-child').remove()", &[]).await?;
    let left = page.eval("return document.querySelector('main').innerHTML", &[]).await?;
    let left = left.as_str().unwrap_or_default().replace("&shy;", "\u{ad}");
    assert!(html.starts_with(&left) && left.len() > 40, "{left}");
    Ok(())
}

async fn a_line_of_boxes_is_not_torn(page: &mut Page) -> Result<()> {
    let said = "通知说到三个一的事，还有双区的事，都写在这一段不短的文字里。";
    for (style, marks) in [
        ("display:flex;gap:12px", 0),
        ("display:inline-flex", 0),
        ("display:grid", 0),
        ("display:inline-grid", 0),
        ("display:-webkit-box", 0),
        ("display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:5;overflow:hidden", 2),
        ("display:block", 2),
        ("columns:2", 2),
    ] {
        for (html, marks) in [
            (format!("<p id=x style='{style}'>{said}</p>"), marks),
            (format!("<p id=x style='{style}'><span style='display:contents'>{said}</span></p>"), marks),
            (format!("<p id=x style='{style}'><span>{said}</span></p>"), 2),
        ] {
            text(page, &format!("<div style='width:200px'>{html}</div>")).await?;
            let boxes = "const { width, height } = document.querySelector('#x').getBoundingClientRect(); return [width, height]";
            let before = page.eval(boxes, &[]).await?;
            let found = mark(page, "{}").await?;
            assert_eq!(found.as_array().map(Vec::len), Some(marks), "{html}");
            let after = page.eval(boxes, &[]).await?;
            // WebKit rounds columns by the number of pieces in them.
            let moved =
                |at: usize| (after[at].as_f64().unwrap_or(0.0) - before[at].as_f64().unwrap_or(9.0)).abs();
            assert!(moved(0) <= 1.0 && moved(1) <= 1.0, "{html}: {before}, {after}");
        }
    }
    // What can't be marked is no first place.
    text(page, "<p style='display:flex'>双区</p><p class=seen>双区</p>").await?;
    mark(page, "{}").await?;
    assert_eq!(page.eval(PLACES, &[]).await?, json!(["seen"]));
    Ok(())
}

async fn what_is_seen_is_marked_first(page: &mut Page) -> Result<()> {
    text(page, &"<p>前面说到双区，后面还有文字。</p>".repeat(4_000)).await?;
    let js = "const all = [...document.querySelectorAll('p')]; all[2_000].scrollIntoView();
        const first = new Promise((done) => new MutationObserver(([{ target }]) => done(all.indexOf(target))).observe(document.querySelector('main'), { subtree: true, childList: true }));
        const annotation = annotate(document.querySelector('main'), { first: 'all' }); const at = await first; await annotation.done; return [at > 1_900 && at <= 2_000, annotation.count]";
    assert_eq!(page.run(js, &[]).await?, json!([true, 4_000]));
    Ok(())
}
