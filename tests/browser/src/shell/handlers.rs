//! Handlers of the page that answer an event by a change: none ends in a loop, and none that throws does harm.

use anyhow::Result;
use serde_json::json;

use super::{blank, small};
use crate::gallery::LIVE;
use crate::page::Page;

crate::tests! {
    a_handler_that_sets_what_stands_there_changes_nothing;
    handlers_that_change_again_and_again_are_slowed_down;
    handlers_may_throw;
}

async fn a_handler_that_sets_what_stands_there_changes_nothing(page: &mut Page) -> Result<()> {
    // What the page sets first, and what its handler sets then.
    let cases = [
        ("e.src = '/no-such.json'", "e.src = e.src"),
        ("e.src = '/no-such.json'", "e.setAttribute('src', '/no-such.json')"),
        ("e.model = wrong", "e.model = wrong"),
        ("e.model = wrong", "e.model = e.model"),
        ("e.term = 'no-such-term'", "e.term = 'no-such-term'"),
        ("e.lang = 'fr'", "e.lang = e.lang"),
    ];
    for (first, answer) in cases {
        blank(page).await?;
        let js = format!(
            "const wrong = {{ schema: 1 }}, e = document.createElement('plan-glossary'); window.e = e; window.events = [];
            for (const name of ['plan-error', 'plan-ready', 'plan-filter']) e.addEventListener(name, ({{ type }}) => {{ events.push(type); if (!window.calm) {answer} }});
            {first}; document.body.append(e)"
        );
        page.run(&js, &[]).await?;
        page.wait("events.includes('plan-error')", first).await?;
        // The next change is made and told, which comes after all that the first one has led to.
        page.run("window.calm = true; events.length = 0; e.removeAttribute('src'); e.removeAttribute('term'); e.lang = 'en'; e.model = arguments[0]", &[small()]).await?;
        page.wait("events.includes('plan-ready')", answer).await?;
        let events = page.run("return events", &[]).await?;
        assert_eq!(events, json!(["plan-ready"]), "{first}; {answer}");
    }
    Ok(())
}

async fn handlers_that_change_again_and_again_are_slowed_down(page: &mut Page) -> Result<()> {
    let cases = [
        ("plan-glossary", "e.src = '/a.json'", "e.src = e.src === '/a.json' ? '/b.json' : '/a.json'"),
        (
            "plan-glossary",
            "e.src = '/a.json'",
            "Promise.resolve().then(() => (e.src = `/${events.length}.json`))",
        ),
        ("plan-glossary", "e.model = {}", "e.model = {}"),
        ("plan-glossary", "e.model = {}", "other.model = {}; e.model = { other }"),
        ("plan-glossary", "e.model = small", "e.model = { ...small }"),
        ("plan-glossary", "e.lang = 'en'", "e.lang = e.lang === 'en' ? 'zh' : 'en'"),
        ("plan-glossary", "e.term = 'a'", "if (type === 'plan-error') e.term = e.term === 'a' ? 'b' : 'a'"),
        ("plan-term", "e.term = 'a'", "e.term = e.term === 'a' ? 'b' : 'a'"),
        ("plan-term", "e.src = '/a.json'", "e.src = e.src === '/a.json' ? '/b.json' : '/a.json'"),
        (
            "plan-annotate",
            "e.first = 'a'",
            "e.setAttribute('first', e.getAttribute('first') === 'a' ? 'b' : 'a')",
        ),
        ("plan-annotate", "e.model = small", "e.model = { ...small }"),
    ];
    for (tag, first, answer) in cases {
        blank(page).await?;
        let all = if answer.contains("other.") { "[e, other]" } else { "[e]" };
        let js = format!(
            "const small = arguments[0], e = document.createElement('{tag}'), other = document.createElement('{tag}'); window.events = [];
            for (const each of {all}) {{ each.textContent = 'Quiet hour'; for (const name of ['plan-error', 'plan-ready']) each.addEventListener(name, ({{ type }}) => {{ events.push(performance.now()); {answer} }}) }}
            {first}; document.body.append(e, other)"
        );
        page.run(&js, &[small()]).await?;
        let last = if all == "[e]" { 5 } else { 9 };
        page.wait(&format!("events.length > {last}"), &format!("{tag}: {first}; {answer}")).await?;
        // Four at once by each of them; then each waits longer than the one before: 160 ms, 320 ms …
        let waits = page.run(&format!("return events[{last}] - events[0]"), &[]).await?;
        assert!(
            waits.as_f64().is_some_and(|ms| ms > 150.0),
            "{tag}: {first}; {answer}: {last} within {waits} ms"
        );
    }
    Ok(())
}

async fn handlers_may_throw(page: &mut Page) -> Result<()> {
    blank(page).await?;
    let js = "const e = document.createElement('plan-glossary'); window.e = e; window.events = [];
        for (const name of ['plan-error', 'plan-ready', 'plan-filter', 'plan-select']) e.addEventListener(name, ({ type }) => { events.push(type); throw new Error('the page') });
        e.heading = 'x'; e.setAttribute('heading-level', '9'); document.body.append(e)";
    page.run(js, &[]).await?;
    page.wait(LIVE, "the live glossary").await?;
    page.wait("events.includes('plan-error') && events.includes('plan-ready')", "both events").await?;
    page.click(&["plan-glossary", "[data-row='1']"]).await?;
    page.wait("e.term === 'three-ones' && events.includes('plan-select')", "a selection").await?;
    let said = "return [events.includes('crashed'), window.__probe.messages.filter(({ kind, text }) => kind === 'uncaught' && !text.includes('the page'))]";
    assert_eq!(page.run(said, &[]).await?, json!([false, []]));
    Ok(())
}
