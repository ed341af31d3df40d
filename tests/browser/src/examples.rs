//! The Yew components in applications: the examples, and one whose parent refuses every change.

use anyhow::Result;
use serde_json::json;

use crate::{input::Key, page::Page};

crate::tests! {
    what_is_selected_in_one_is_shown_in_the_other;
    a_filter_that_the_parent_has_is_for_both;
    classes_and_ids_are_the_applications;
    what_the_parent_refuses_is_taken_back;
    controls_that_waited_work;
    fields_of_the_host_keep_their_keys;
    a_plan_comes_from_a_url;
    what_fails_can_be_tried_again;
    something_of_the_hosts_stands_in_items_and_cards;
    what_a_server_rendered_is_taken_over;
    explanations_of_the_same_text_are_each_its_own;
    the_first_application_of_the_guide_runs;
}

const LINKED: &str = "document.querySelector('#glossary [data-row]')";

async fn linked(page: &mut Page) -> Result<()> {
    page.goto("/applications/linked/").await?;
    page.wait(LINKED, "the application").await
}

async fn what_is_selected_in_one_is_shown_in_the_other(page: &mut Page) -> Result<()> {
    linked(page).await?;
    // A project that the timeline shows, of the first goal that has one.
    page.click(&["#goals [data-item=transport-hub] summary"]).await?;
    page.wait("document.querySelector('#goals [data-item=transport-hub] [part=project]')", "the card")
        .await?;
    page.click(&["#goals [data-item=transport-hub] [part=project]"]).await?;
    let pressed = "document.querySelector('#goals [part=project][aria-pressed=true]')?.textContent";
    page.wait(pressed, "the project").await?;
    let name = page.run(&format!("return {pressed}"), &[]).await?;
    let shown = "[...document.querySelectorAll('#timeline [aria-expanded=true][data-row], #timeline details[open] > summary')]";
    page.wait(&format!("{shown}.length === 1"), "the item").await?;
    let said = page.run(&format!("return {shown}[0].textContent.includes(arguments[0])"), &[name]).await?;
    assert_eq!(said, true);
    // And back: an item of another project opens the goal that it serves.
    page.click(&["#timeline [data-do=layout][value=list]"]).await?;
    page.click(&["#timeline details:not([open]) > summary[data-row]"]).await?;
    page.wait(
        "document.querySelectorAll('#timeline details[open]').length === 2",
        "another item, besides the first",
    )
    .await?;
    assert_eq!(page.console().await?, []);
    Ok(())
}

async fn a_filter_that_the_parent_has_is_for_both(page: &mut Page) -> Result<()> {
    linked(page).await?;
    let count = |widget: &str| format!("document.querySelector('#{widget} [part=count]').textContent");
    let all = page.run(&format!("return {}", count("goals")), &[]).await?;
    page.run(
        "const select = document.querySelector('#timeline [data-facet=\"0\"]'); select.value = 'energy'; select.dispatchEvent(new Event('change', { bubbles: true }))",
        &[],
    )
    .await?;
    page.wait(&format!("{} !== '{}'", count("goals"), all.as_str().unwrap_or_default()), "fewer goals")
        .await?;
    assert_eq!(
        page.run("return document.querySelector('#goals [data-facet=\"0\"]').value", &[]).await?,
        "energy"
    );
    // A term's article takes its place.
    page.click(&["#glossary [part=article]"]).await?;
    page.wait("document.querySelector('#timeline [data-facet=\"0\"]').value === ''", "no topic").await?;
    page.wait("document.querySelector('#timeline [data-facet=\"3\"]').value !== ''", "an article").await?;
    assert_eq!(page.console().await?, []);
    Ok(())
}

async fn classes_and_ids_are_the_applications(page: &mut Page) -> Result<()> {
    linked(page).await?;
    let roots = "return [...document.querySelectorAll('.plan')].map((n) => [n.id, n.className, n.getAttribute('part')])";
    let expected = ["timeline", "goals", "glossary"].map(|id| json!([id, "plan-root plan", "root"]));
    assert_eq!(page.run(roots, &[]).await?, json!(expected));
    Ok(())
}

async fn what_the_parent_refuses_is_taken_back(page: &mut Page) -> Result<()> {
    page.goto("/tests/yew-host.html").await?;
    page.wait("document.querySelector('#refusing [data-row]')", "the application").await?;
    // The element above it is live then, and moves nothing any more.
    page.wait(
        "document.querySelector('plan-glossary').shadowRoot?.querySelector('button:enabled')",
        "the element",
    )
    .await?;
    // What is pressed, and what must not be there when the parent has been asked.
    for (pressed, refused) in [
        ("#refused-glossary [data-row='1']", "#refused-glossary [aria-pressed=true]"),
        ("#refused-timeline [data-do=layout][value=story]", "#refused-timeline:not([data-layout=list])"),
        ("#refused-timeline [data-do=stage]", "#refused-timeline [data-do=stage][aria-pressed=true]"),
        ("#refused-goals [part=goal] summary", "#refused-goals [data-selected]"),
    ] {
        let before = asked(page).await?;
        page.click(&[pressed]).await?;
        page.wait(&format!("document.querySelector('#asked').textContent > {before}"), pressed).await?;
        page.wait(&format!("!document.querySelector({refused:?})"), refused).await?;
        // What is drawn anew, some rows at a time, moves what is below it.
        let rows = "document.querySelectorAll('#refused-timeline [part=item]').length === 90";
        page.wait(rows, "every row").await?;
    }
    // What was opened for it is closed.
    page.wait("!document.querySelector('#refused-goals details[open]')", "a closed card").await?;
    // The browser's own controls as well: a search, and a choice.
    let before = asked(page).await?;
    page.click(&["#refused-glossary input"]).await?;
    page.keys("龙").await?;
    page.wait(&format!("document.querySelector('#asked').textContent > {before}"), "the search").await?;
    page.wait("document.querySelector('#refused-glossary input').value === ''", "an empty search").await?;
    page.wait("document.querySelectorAll('#refused-glossary dt').length === 13", "every term").await?;
    let before = asked(page).await?;
    let choose = "const select = document.querySelector('#refused-timeline select'); select.value = 'energy'; select.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(choose, &[]).await?;
    page.wait(&format!("document.querySelector('#asked').textContent > {before}"), "the topic").await?;
    page.wait("document.querySelector('#refused-timeline select').value === ''", "no topic").await?;
    assert_eq!(page.console().await?, []);
    Ok(())
}

async fn own(page: &mut Page) -> Result<()> {
    page.goto("/tests/yew-host.html").await?;
    page.wait("document.querySelector('#own [part=term]')", "the application").await?;
    page.wait(
        "document.querySelector('plan-glossary').shadowRoot?.querySelector('button:enabled')",
        "the element",
    )
    .await?;
    page.click(&["#go"]).await?;
    page.wait(
        "document.querySelectorAll('#own input[part=search-input]:enabled').length === 3",
        "the controls",
    )
    .await
}

async fn controls_that_waited_work(page: &mut Page) -> Result<()> {
    own(page).await?;
    for (field, left, all) in [
        ("#own-timeline", "[part=item]", 90),
        ("#own-goals", "[part=goal-item]", 65),
        ("#own-glossary", "[part=term]", 13),
    ] {
        let count = format!("document.querySelectorAll('{field} {left}').length");
        assert_eq!(page.run(&format!("return {count}"), &[]).await?, all, "{field}");
        page.click(&[&format!("{field} input[part=search-input]")]).await?;
        page.keys("龙").await?;
        page.wait(&format!("{count} < {all} && {count} > 0"), field).await?;
    }
    assert_eq!(page.console().await?, []);
    Ok(())
}

async fn fields_of_the_host_keep_their_keys(page: &mut Page) -> Result<()> {
    own(page).await?;
    let counts = "return [...document.querySelectorAll('#own [part=count]')].map((n) => n.textContent)";
    let before = page.run(counts, &[]).await?;
    for (opener, field) in [
        ("#own-timeline [part=item] summary", "#own-timeline details[open] input"),
        ("#own-goals [part=goal] summary", "#own-goals [part=goal] input"),
        ("", "#own-glossary [part=term] input"),
    ] {
        if !opener.is_empty() {
            page.click(&[opener]).await?;
        }
        page.wait(&format!("document.querySelector('{field}')"), field).await?;
        page.click(&[field]).await?;
        // Keys that lead to other items: in a field they are the field's.
        page.keys("+-0b").await?;
        page.key(Key::Home).await?;
        page.keys("a").await?;
        page.wait(&format!("document.querySelector('{field}').value === 'a+-0b'"), field).await?;
        let focused = format!("return document.activeElement === document.querySelector('{field}')");
        assert_eq!(page.run(&focused, &[]).await?, true, "{field}");
    }
    assert_eq!(page.run(counts, &[]).await?, before, "nothing was searched for");
    assert_eq!(page.console().await?, []);
    Ok(())
}

/// How often the parent has been asked.
async fn asked(page: &Page) -> Result<String> {
    let asked = page.run("return document.querySelector('#asked').textContent", &[]).await?;
    Ok(asked.as_str().unwrap_or_default().to_owned())
}

async fn a_plan_comes_from_a_url(page: &mut Page) -> Result<()> {
    page.goto("/applications/fetched/").await?;
    page.wait("document.querySelector('[part=goal]') && document.querySelector('[data-layout]')", "the plan")
        .await?;
    assert_eq!(page.run("return document.querySelector('[role=alert]')", &[]).await?, json!(null));
    assert_eq!(page.console().await?, []);
    Ok(())
}

async fn what_fails_can_be_tried_again(page: &mut Page) -> Result<()> {
    page.goto("/tests/fetched.html").await?;
    let alert = "document.querySelector('[role=alert]')?.textContent";
    page.wait(&format!("{alert}?.startsWith('HTTP 404')"), "the error").await?;
    // Something that is no plan.
    page.run("address = '/tests/empty.html'", &[]).await?;
    page.click(&["[role=alert] button"]).await?;
    page.wait(&format!("{alert}?.includes('expected JSON')"), "another error").await?;
    page.run("address = '/applications/fetched/plan.json'", &[]).await?;
    page.click(&["[role=alert] button"]).await?;
    page.wait("document.querySelector('[part=goal]') && !document.querySelector('[role=alert]')", "the plan")
        .await
}

async fn something_of_the_hosts_stands_in_items_and_cards(page: &mut Page) -> Result<()> {
    page.goto("/applications/fetched/").await?;
    page.wait("document.querySelector('[part=goal] > div > p > button')", "the cards").await?;
    let covered = "const [a, b] = ['summary', 'div > p > button'].map((n) => document.querySelector(`[part=goal] > ${n}, [part=goal] > details > ${n}`).getBoundingClientRect()); return b.top < a.bottom";
    assert_eq!(page.run(covered, &[]).await?, false, "below what opens the card");
    page.click(&["[part=goal] > div > p > button"]).await?;
    page.wait(
        "document.querySelector('[part=goal] > div > p > button[aria-pressed=true]')",
        "a remembered goal",
    )
    .await?;
    page.click(&["[data-do=layout][value=list]"]).await?;
    page.click(&["summary[data-row]"]).await?;
    page.wait("document.querySelector('[part=details] a[href^=\"mailto:\"]')", "the link in the details")
        .await?;
    assert_eq!(page.console().await?, []);
    Ok(())
}

async fn what_a_server_rendered_is_taken_over(page: &mut Page) -> Result<()> {
    page.goto("/tests/hydrated.html").await?;
    page.wait("window.hydrated", "the application").await?;
    // The elements that stood there are those that live now.
    let kept = "return window.stood.map(([id, node]) => [id, document.getElementById(id) === node])";
    let expected = ["first", "second", "timeline", "card", "goals", "glossary"].map(|id| json!([id, true]));
    assert_eq!(page.run(kept, &[]).await?, json!(expected));
    page.click(&["#glossary input"]).await?;
    page.keys("龙").await?;
    page.wait("document.querySelectorAll('#glossary dt').length === 1", "the search").await?;
    page.click(&["#timeline [data-do=layout][value=story]"]).await?;
    page.wait("document.querySelector('#timeline [part=story]')", "the story").await?;
    page.click(&["#goals [part=goal] summary"]).await?;
    page.wait("document.querySelector('#goals details[open]')", "an open card").await?;
    page.click(&["#card [part=project]"]).await?;
    page.wait("document.querySelector('#card [part=project][aria-pressed=true]')", "a project").await?;
    assert_eq!(page.console().await?, []);
    Ok(())
}

async fn explanations_of_the_same_text_are_each_its_own(page: &mut Page) -> Result<()> {
    page.goto("/tests/hydrated.html").await?;
    page.wait("window.hydrated", "the application").await?;
    let twice = "const ids = [...document.querySelectorAll('[id]')].map((n) => n.id); return ids.filter((id, at) => ids.indexOf(id) !== at)";
    assert_eq!(page.run(twice, &[]).await?, json!([]));
    page.click(&["#second button"]).await?;
    page.wait("document.querySelector('#second [popover]:popover-open')", "the second's explanation").await?;
    assert_eq!(
        page.run("return !!document.querySelector('#first [popover]:popover-open')", &[]).await?,
        false
    );
    Ok(())
}

async fn the_first_application_of_the_guide_runs(page: &mut Page) -> Result<()> {
    page.goto("/applications/first/").await?;
    // Those of one topic, as its filter says.
    page.wait("document.body.innerText.includes('Items found: 23 of 90')", "the timeline").await?;
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}
