//! What a page does over and over, as a dashboard does all day: it leaves the memory where it was. `cargo xtask stress` does
//! each of it as often as in weeks.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;
use crate::shell::BLANK;

crate::tests! {
    progress_is_replaced;
    series_are_replaced;
    models_are_replaced;
    addresses_of_plans_are_replaced;
    elements_come_and_go;
    attributes_change;
}

/// How often something is done in a run of all tests, and in `cargo xtask stress`.
fn times(short: usize, long: usize) -> usize {
    if is_long() { long } else { short }
}

/// Whether this is `cargo xtask stress`.
pub fn is_long() -> bool {
    std::env::var_os("PLAN_STRESS").is_some()
}

/// Watches the memory of all WebAssembly of the page, in pages of 64 KB, before any of it is loaded.
const WATCH: &str = "
    window.memories = [];
    const real = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const made = await real(...given);
      memories.push(...Object.values((made.instance ?? made).exports).filter((each) => each instanceof WebAssembly.Memory));
      return made;
    };
    window.pages = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength / 65536, 0);
    window.errors = [];
    document.addEventListener('plan-error', (event) => errors.push(event.detail.code + ': ' + event.detail.message));
    window.steps = 0; window.step = async () => { if (steps++ > 2000) throw new Error('too long: ' + document.querySelector('plan-timeline').shadowRoot.querySelector('[part=root]')?.outerHTML.slice(0, 3000)); if (errors.length) throw new Error(errors.join()); await new Promise((done) => setTimeout(done)); };
    window.english = (en) => ({ en });
    window.planOf = (n) => ({
      schema: 1, languages: ['en'], plan: { id: 'soak', title: english('Soak'), short: english('Soak') },
      events: Array.from({ length: 40 }, (_, i) => ({ id: 'e' + i, kind: 'milestone', title: english(`Event ${i} of ${n}`), time: { edtf: String(2000 + i), kind: 'on' } })),
    });
    await import('/dist/plan-widgets.js')";

/// Does something `rounds` times, fifty in each call of a script, and looks at the memory after each fifty. In the
/// script `n` counts.
async fn soak(page: &Page, rounds: usize, once: &str) -> Result<()> {
    let js = format!(
        "for (let n = arguments[0]; n < arguments[0] + 50; n++) {{ {once} await new Promise((done) => setTimeout(done, 20)); }}
        await new Promise((done) => setTimeout(done, 50));
        return [pages(), errors]"
    );
    let mut pages = Vec::new();
    for round in 0..rounds.div_ceil(50) {
        let found = page.run(&js, &[json!(round * 50)]).await?;
        ensure!(found[1] == json!([]), "errors: {}", found[1]);
        pages.push(found[0].as_u64().unwrap_or_default());
        page.gc().await?;
    }
    // The first fifty take what the widget needs; how much lives at once differs a little.
    let (first, last) =
        (pages.first().copied().unwrap_or_default(), pages.last().copied().unwrap_or_default());
    ensure!(last <= first + 2, "the memory of WebAssembly grew, in pages of 64 KB: {pages:?}");
    Ok(())
}

async fn mount(page: &Page, tag: &str, awaited: &str) -> Result<()> {
    page.goto(BLANK).await?;
    page.run(WATCH, &[]).await?;
    page.run("document.body.append(Object.assign(document.createElement(arguments[0]), { goal: 'transport-hub' }))", &[json!(tag)]).await?;
    page.wait(&format!("document.querySelector('{tag}').shadowRoot?.querySelector('{awaited}')"), tag).await
}

async fn progress_is_replaced(page: &mut Page) -> Result<()> {
    mount(page, "plan-goal-card", "[data-do=project]").await?;
    let once = "const e = document.querySelector('plan-goal-card');
        e.progress = { schema: 1, languages: ['zh'], source: { name: { zh: '某局' } }, reports: [{ goal: 'transport-hub', value: n + 1, unit: { zh: '公里' }, as_of: '2026-11' }] };
        while (e.shadowRoot.querySelector('[part=standing] [part=value]')?.textContent.replace(/\\s/g, '') !== `${n + 1}公里`) await step();";
    soak(page, times(100, 2_000), once).await
}

/// With statuses, lines and tables, for a deck that is a table every other time.
async fn series_are_replaced(page: &mut Page) -> Result<()> {
    mount(page, "plan-goal-deck", "[data-row]").await?;
    page.run("document.querySelector('plan-goal-deck').topic = 'transport'", &[]).await?;
    let once = "const e = document.querySelector('plan-goal-deck');
        e.layout = ['cards', 'table'][n % 2];
        e.progress = { schema: 1, languages: ['zh'], source: { name: { zh: '某局' } }, rule: 'growth', reports: [{ goal: 'transport-hub', unit: { zh: '公里' },
          baseline: { value: 1, when: '1990' }, target: { value: 9999, when: '2030' },
          series: Array.from({ length: 30 }, (_, i) => ({ when: String(1991 + i), value: n + i + 1 })) }] };
        while (!e.shadowRoot.querySelector(n % 2 ? '[part=table]' : '[part=course]')?.closest('[part=root]').textContent.replace(/[\\s,]/g, '').includes(`${n + 30}公里`)) await step();";
    soak(page, times(100, 2_000), once).await
}

async fn models_are_replaced(page: &mut Page) -> Result<()> {
    mount(page, "plan-timeline", "[data-row]").await?;
    let once = "const e = document.querySelector('plan-timeline'); [e.lang, e.layout] = ['en', 'list'];
        e.model = planOf(n);
        while (e.shadowRoot.querySelector('[part=list] [part=title]')?.textContent !== `Event 0 of ${n}`) await step();";
    soak(page, times(100, 2_000), once).await
}

async fn addresses_of_plans_are_replaced(page: &mut Page) -> Result<()> {
    mount(page, "plan-timeline", "[data-row]").await?;
    // Each from a URL of its own, and each is let go of.
    let once = "const e = document.querySelector('plan-timeline'); [e.lang, e.layout] = ['en', 'list'];
        const url = URL.createObjectURL(new Blob([JSON.stringify(planOf(n))], { type: 'application/json' }));
        e.src = url;
        while (e.shadowRoot.querySelector('[part=list] [part=title]')?.textContent !== `Event 0 of ${n}`) await step();
        URL.revokeObjectURL(url);";
    soak(page, times(100, 2_000), once).await
}

async fn elements_come_and_go(page: &mut Page) -> Result<()> {
    mount(page, "plan-glossary", "button").await?;
    let once = "const e = Object.assign(document.createElement(['plan-timeline', 'plan-goal-card', 'plan-glossary'][n % 3]), { goal: 'transport-hub', layout: 'story' });
        document.body.append(e); e.dispatchEvent(new Event('pointerover'));
        while (!e.shadowRoot?.querySelector('button:enabled')) await step();
        e.remove();";
    soak(page, times(100, 10_000), once).await
}

async fn attributes_change(page: &mut Page) -> Result<()> {
    mount(page, "plan-timeline", "[data-row]").await?;
    let once = "const e = document.querySelector('plan-timeline');
        for (let i = 0; i < 10; i++) {
          e.setAttribute('topic', ['energy', 'transport', ''][(n + i) % 3]);
          e.setAttribute('layout', ['list', 'lanes', 'story'][i % 3]);
          e.setAttribute('query', ['', '港', 'x'][(n + i) % 3]);
          await null;
        }
        await new Promise((done) => setTimeout(done));";
    let rounds = times(100, 3_300);
    soak(page, rounds, once).await?;
    let shown: Value = page.run("return document.querySelector('plan-timeline').shadowRoot.querySelectorAll('[part=root]').length", &[]).await?;
    assert_eq!(shown, 1);
    Ok(())
}
