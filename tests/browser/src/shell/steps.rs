//! Large plans are checked in steps, so that a page can do something else between them.

use anyhow::Result;
use serde_json::json;

use crate::page::Page;

crate::tests! {
    a_large_plan_is_checked_in_steps;
    plans_that_come_together_are_not_mixed;
}

/// Counts the turns that a page is given.
const TURNS: &str = "
    let turns = 0;
    Object.defineProperty(globalThis, 'scheduler', { configurable: true, value: { yield: async () => { turns++ } } });
    const text = (en) => ({ en }), many = (count, record) => Array.from({ length: count }, (_, i) => record(i));
    const plan = (collections) => ({ schema: 1, languages: ['en'], plan: { id: 'p', title: text('Plan'), short: text('Plan') }, ...collections });
    const time = { edtf: '2030', kind: 'on' };
    const { validate } = await import('/dist/plan-widgets.js');";

async fn a_large_plan_is_checked_in_steps(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    let js = format!(
        "{TURNS}
        const said = [];
        for (const count of [100, 10_000]) {{
          turns = 0;
          said.push((await validate(plan({{ events: many(count, (i) => ({{ id: `e${{i}}`, kind: 'milestone', title: text('Event'), summary: text('More'), time }})) }}))).length, turns);
        }}
        return said"
    );
    let [none, few, no_more, many]: [u32; 4] = serde_json::from_value(page.run(&js, &[]).await?)?;
    assert_eq!([none, no_more], [0, 0]);
    assert!(few <= 2 && many >= 4, "{few} turns of a small plan, {many} of a large one");
    Ok(())
}

async fn plans_that_come_together_are_not_mixed(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    let js = format!(
        "{TURNS}
        const event = (i, kind) => ({{ id: `e${{i}}`, kind, title: text('Event'), time }});
        const found = await Promise.all(['milestone', 'x', 'milestone', 'y'].map((kind) => validate(plan({{ events: many(3_000, (i) => event(i, i < 2_999 ? 'milestone' : kind)) }}))));
        return found.map((problems) => problems.map(({{ pointer, found }}) => `${{pointer}} ${{found}}`))"
    );
    assert_eq!(
        page.run(&js, &[]).await?,
        json!([[], ["/events/2999/kind \"x\""], [], ["/events/2999/kind \"y\""]])
    );
    Ok(())
}
