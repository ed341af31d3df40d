//! Progress over time: a deck with series, statuses and a table, static and live.

use anyhow::Result;
use serde_json::{Value, json};

use super::{DECK, ask, until};
use crate::emulate::Scheme;
use crate::input::Key;
use crate::page::Page;

crate::tests! {
    statuses_filter_and_a_table_is_sorted_by_its_headings;
    static_progress_stays_until_it_is_live_and_says_the_same;
    what_is_on_no_card_is_listed_and_told;
    axe_finds_nothing_and_nothing_is_wider_than_the_page;
    two_thousand_goals_are_sorted_by_the_hundred;
    numbers_are_written_in_full;
    what_is_reported_is_read_in_several_tasks in Chromium; // the others don't say how long tasks take
}

const GUIDE: &str = "/en/guide/progress.html";

/// Opens the guide, and waits for its deck.
async fn open(page: &Page, query: &str) -> Result<()> {
    page.goto(&format!("{GUIDE}{query}")).await?;
    page.eval(&format!("document.querySelector('{DECK}').dispatchEvent(new Event('pointerover'))"), &[])
        .await?;
    until(page, "r?.querySelector('[data-row]') && r.querySelector('[part=account]')").await
}

async fn statuses_filter_and_a_table_is_sorted_by_its_headings(page: &mut Page) -> Result<()> {
    open(page, "").await?;
    page.eval("window.details = []; for (const type of ['plan-filter', 'plan-layout']) addEventListener(type, (event) => details.push(event.detail))", &[]).await?;
    let counts = "[...r.querySelectorAll('[part=legend] [data-facet=\"7\"]')].map((n) => n.value + ' ' + n.querySelector('small').textContent)";
    assert_eq!(
        ask(page, counts).await?,
        json!(["reached 1", "on-track 1", "behind 1", "not-comparable 0", "no-data 0"])
    );
    // Whose account it is stands once; of another source a card says so.
    assert_eq!(
        ask(page, "[...r.querySelectorAll('[part=report]')].map((n) => n.textContent)").await?,
        json!(["Source: Larkfield School’s office (invented)", "Source: Larkfield’s library (invented)"])
    );
    let line = "[...r.querySelectorAll('[data-item=reading] [part=course]')].map((n) => [n.namespaceURI, n.querySelectorAll('path').length, n.getBoundingClientRect().height > 40, n.ariaHidden])";
    let svg = "http://www.w3.org/2000/svg";
    assert_eq!(ask(page, line).await?, json!([[svg, 5, true, "true"], [svg, 4, true, "true"]]));
    page.click(&[DECK, "[data-item=reading] [part=values] summary"]).await?;
    until(page, "r.querySelector('[data-item=reading] [part=values] td').checkVisibility()").await?;
    page.click(&[DECK, "[data-facet='7'][value=behind]"]).await?;
    until(page, "e.status === 'behind' && r.querySelectorAll('article').length === 1").await?;
    assert_eq!(page.eval("return details.at(-1).status", &[]).await?, "behind");
    page.click(&[DECK, "[data-facet='7'][value=behind]"]).await?;
    until(page, "r.querySelectorAll('article').length === 3").await?;

    let choose = "const s = document.querySelector('plan-goal-deck').shadowRoot.querySelector('[data-facet=layout]'); s.value = 'table'; s.dispatchEvent(new Event('change', { bubbles: true }))";
    page.eval(choose, &[]).await?;
    until(page, "e.layout === 'table' && r.querySelectorAll('tbody').length === 3").await?;
    assert_eq!(page.eval("return details.at(-1).layout", &[]).await?, "table");
    let goals = "[...r.querySelectorAll('tbody th')].map((n) => n.textContent)";
    let sorted = |column: usize| {
        format!(
            "[{goals}, [...r.querySelectorAll('[part=table] > thead th')].map((n) => n.ariaSort)[{column}]]"
        )
    };
    // By the keyboard alone, up and down; what has no rank stays last.
    page.eval(&format!("document.querySelector('{DECK}').shadowRoot.querySelector('[data-do=column][value=\"4\"]').focus()"), &[]).await?;
    page.key(Key::Enter).await?;
    until(page, "r.querySelector('[aria-sort=ascending]')").await?;
    let up = json!([["Getting here", "A school on the river", "Time to read"], "ascending"]);
    assert_eq!(ask(page, &sorted(4)).await?, up);
    page.key(Key::Enter).await?;
    until(page, "r.querySelector('[aria-sort=descending]') && r.activeElement?.value === '4'").await?;
    let down = json!([["Time to read", "A school on the river", "Getting here"], "descending"]);
    assert_eq!(ask(page, &sorted(4)).await?, down);
    page.click(&[DECK, "[data-do=column][value='1']"]).await?;
    until(page, "r.querySelectorAll('[aria-sort]').length === 1 && r.querySelector('tbody th').textContent === 'A school on the river'").await?;
    assert_eq!(page.console().await?, []);
    Ok(())
}

/// What a deck says of its goals, without what only works when it is live.
const SAYS: &str = "[...document.querySelector('plan-goal-deck').shadowRoot.querySelectorAll('article > *, [part=account] > *')].map((n) => n.textContent.replace(/\\s+/g, ' ').replace(/Copy.*/, '').trim())";

async fn static_progress_stays_until_it_is_live_and_says_the_same(page: &mut Page) -> Result<()> {
    for width in [320, 1280] {
        page.resize(width, 900).await?;
        page.goto(&format!("{GUIDE}?csp=script-src 'none'")).await?;
        let before = page.eval(&format!("return {SAYS}"), &[]).await?;
        assert!(
            before.to_string().contains("26 %as of August 2024") || before.to_string().contains("on track"),
            "{before}"
        );
        let boxes = page.boxes("h2, p, plan-goal-deck").await?;
        // The answer about progress comes late: until then static content stands.
        page.goto(GUIDE).await?;
        page.eval(&format!("window.gone = 0; new MutationObserver(() => document.querySelector('{DECK}').shadowRoot.querySelector('[part=standing]') || window.gone++).observe(document.querySelector('{DECK}').shadowRoot, {{ childList: true, subtree: true }}); document.querySelector('{DECK}').dispatchEvent(new Event('pointerover'))"), &[]).await?;
        until(page, "r?.querySelector('[data-row]') && r.querySelector('[part=account]')").await?;
        assert_eq!(page.eval("return gone", &[]).await?, 0);
        let live = page.eval(&format!("return {SAYS}"), &[]).await?;
        // A closed card says less than its static content, which can be opened without a script.
        let short = |all: &Value| -> Vec<Value> {
            let all = all.as_array().into_iter().flatten();
            all.filter(|text| !text.as_str().unwrap_or_default().starts_with("Measures")).cloned().collect()
        };
        assert_eq!(short(&live).len(), short(&before).len());
        assert_eq!(page.boxes("h2, p, plan-goal-deck").await?, boxes, "at {width}");
        assert_eq!(page.shifts().await?, Vec::<String>::new(), "at {width}");
    }
    Ok(())
}

async fn what_is_on_no_card_is_listed_and_told(page: &mut Page) -> Result<()> {
    open(page, "").await?;
    page.eval("window.reported = []; addEventListener('plan-error', ({ detail }) => reported.push(detail.code, ...detail.problems.map((each) => each.text)))", &[]).await?;
    let set = "document.querySelector('plan-goal-deck').progress = { schema: 1, languages: ['en'], source: { name: { en: 'Us' } }, reports: [
        { figure: 'bus-lines', value: 2, unit: { en: 'lines' }, as_of: '2025' },
        { project: 'cycle-shad', measure: { en: 'Stands' }, value: 4, unit: { en: 'stands' }, as_of: '2025' }] }";
    page.eval(set, &[]).await?;
    until(page, "r.querySelector('[part=unbound]')").await?;
    assert_eq!(
        ask(page, "[...r.querySelector('[part=unbound]').children].map((n) => n.textContent.replace(/\\s+/g, ' ').trim())").await?,
        json!(["Reported, but shown on none of these cards", "Stands (cycle-shad)4 stands as of 2025"])
    );
    page.wait("reported.length", "the error").await?;
    assert_eq!(
        page.eval("return reported", &[]).await?,
        json!([
            "progress-unbound",
            "/reports/1/project: expected the id of a project, found \"cycle-shad\"; did you mean \"cycle-shed\"?"
        ])
    );
    // What is shown of the plan's own stands, and no status is there that nobody asked for.
    assert_eq!(
        ask(page, "[r.querySelectorAll('article [part=standing]').length, r.querySelectorAll('[data-facet=\"7\"]').length]").await?,
        json!([1, 0])
    );
    Ok(())
}

async fn axe_finds_nothing_and_nothing_is_wider_than_the_page(page: &mut Page) -> Result<()> {
    let over = "const d = document.documentElement; return d.scrollWidth - d.clientWidth";
    for scheme in [Scheme::Light, Scheme::Dark] {
        page.color_scheme(scheme).await?;
        open(page, "").await?;
        for layout in ["cards", "table"] {
            page.eval(&format!("document.querySelector('{DECK}').layout = '{layout}'"), &[]).await?;
            until(page, &format!("!r.querySelector('article') === {}", layout == "table")).await?;
            page.eval("document.querySelector('plan-goal-deck').shadowRoot.querySelectorAll('[part=values]').forEach((n) => { n.open = true })", &[]).await?;
            assert_eq!(page.axe("html").await?, Vec::<String>::new(), "{layout}");
            for width in [320, 720] {
                page.resize(width, 800).await?;
                page.draw().await?;
                assert_eq!(page.eval(over, &[]).await?, 0, "{layout} at {width}");
            }
            page.resize(1280, 900).await?;
        }
        let small = "[...r.querySelectorAll('button, a, summary, select, input')].filter((n) => n.checkVisibility()).map((n) => [n.textContent, n.getBoundingClientRect().height]).filter(([, height]) => height < 24)";
        assert_eq!(ask(page, small).await?, json!([]));
    }
    Ok(())
}

async fn two_thousand_goals_are_sorted_by_the_hundred(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    let js = "const e = document.createElement('plan-goal-deck'); e.lang = 'en'; e.layout = 'table'; document.querySelector('main').append(e);
        const text = (en) => ({ en }), all = Array.from({ length: 2000 }, (_, i) => i);
        e.model = { schema: 1, languages: ['en'], plan: { id: 'many', title: text('Many'), short: text('Many') }, goals: all.map((i) => ({ id: `g${i}`, kind: 'article', title: text(`Goal ${i}`) })) };
        e.progress = { schema: 1, languages: ['en'], source: { name: text('Us') }, rule: 'growth', reports: all.map((i) => ({ goal: `g${i}`, unit: text('km'),
          baseline: { value: 1, when: '2020' }, target: { value: 4000, when: '2030' }, series: [{ when: '2021', value: 2 }, { when: '2022', value: (i * 7919) % 2000 + 2.5 }] })) }";
    page.eval(js, &[]).await?;
    page.wait(
        "document.querySelector('plan-goal-deck').shadowRoot?.querySelector('[data-do=column]')",
        "the table",
    )
    .await?;
    page.eval("window.changed = 0; new MutationObserver((all) => { window.changed += all.reduce((sum, each) => sum + each.addedNodes.length, 0) }).observe(document.querySelector('plan-goal-deck').shadowRoot, { subtree: true, childList: true })", &[]).await?;
    page.click(&[DECK, "[data-do=column][value='2']"]).await?;
    until(page, "r.querySelector('tbody th').textContent === 'Goal 0'").await?;
    page.click(&[DECK, "[data-do=column][value='2']"]).await?;
    until(page, "r.querySelector('tbody td:nth-of-type(2)').textContent.startsWith('2,001.5')").await?;
    let hundred = "r.querySelectorAll('tbody').length === 100 && r.querySelectorAll('tr').length === 101";
    until(page, hundred).await?;
    // What the screen has no room for is drawn after what is seen.
    let sort = "r.activeElement.blur();
        r.querySelector('[data-facet=sort]').dispatchEvent(new Event('change', { bubbles: true, composed: true }));
        r.querySelector('[data-do=column][value=\"2\"]').click()";
    let (first, _) = page.first_drawn(DECK, "tbody", sort).await?;
    assert!((15..90).contains(&first), "{first} rows at first");
    until(page, hundred).await?;
    // As much is drawn as is shown, however many goals there are: at most a hundred rows of some 16 nodes, twice.
    let changed = page.eval("return changed", &[]).await?.as_u64().unwrap_or_default();
    assert!(changed < 5_000, "{changed} nodes were added");
    page.click(&[DECK, "[type=search]"]).await?;
    page.keys("goal 1999").await?;
    until(page, "r.querySelectorAll('tbody').length === 1").await
}

/// A deck of so many goals in an element of its own, with a value of each.
const REPORTED: &str = "const [values] = arguments, text = (en) => ({ en }), e = document.createElement('plan-goal-deck');
    e.lang = 'en';
    e.model = { schema: 1, languages: ['en'], plan: { id: 'many', title: text('Many'), short: text('Many') },
      goals: values.map((_, i) => ({ id: `g${i}`, kind: 'article', title: text(`Goal ${i}`), measures: [{ text: text('Measure') }] })) };
    e.progress = { schema: 1, languages: ['en'], source: { name: text('Us') },
      reports: values.map((value, i) => ({ goal: `g${i}`, value, unit: text('km'), as_of: '2022' })) };
    document.querySelector('main').append(e)";

async fn numbers_are_written_in_full(page: &mut Page) -> Result<()> {
    let values = json!([
        0,
        -0.0,
        0.1 + 0.2,
        0.0005,
        1e-7,
        1234.5678,
        1e15,
        9007199254740991_i64,
        1e21,
        1.5e22,
        -2.5e21
    ]);
    page.goto("/tests/timeline/blank.html").await?;
    page.eval(REPORTED, std::slice::from_ref(&values)).await?;
    until(page, "r?.querySelectorAll('article [part=report]').length || r?.querySelector('[part=account]')")
        .await?;
    let shown = ask(page, "[...r.querySelectorAll('article')].map((n) => /-?−?[0-9][0-9,.]*/.exec(n.textContent.replace(/^.*Goal [0-9]+/, ''))?.[0])").await?;
    // As the browser writes them, with three digits of a fraction.
    let expected =
        "return arguments[0].map((value) => (Math.round(value * 1000) / 1000 + 0).toLocaleString('en'))";
    assert_eq!(shown, page.eval(expected, &[values]).await?);
    Ok(())
}

async fn what_is_reported_is_read_in_several_tasks(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    page.eval("window.long = []; new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' })", &[]).await?;
    let values: Vec<usize> = (0..5_000).collect();
    page.run(&format!("{REPORTED}; const {{ progress }} = e; e.progress = null; window.then = () => {{ long.length = 0; e.progress = progress }}"), &[json!(values)]).await?;
    until(page, "r?.querySelector('[data-do=more]')").await?;
    page.run("await new Promise((done) => setTimeout(done, 500)); then()", &[]).await?;
    until(page, "r.querySelector('[part=account]')").await?;
    let long = page.run("await new Promise((done) => setTimeout(done, 200)); return [Math.max(...long), long.reduce((a, b) => a + b, 0)]", &[]).await?;
    let [longest, sum] = [0, 1].map(|at| long[at].as_f64().unwrap_or_default());
    assert!(sum > 0.0 && longest < 0.75 * sum, "the longest task took {longest} of {sum} ms");
    Ok(())
}
