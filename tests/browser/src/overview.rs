//! The overview as readers and pages use it: marks, heads, keys, and the timeline or deck that follows.

use anyhow::Result;
use serde_json::{Value, json};
use xtask::setup::Engine;

use crate::emulate::Scheme;
use crate::input::Key;
use crate::page::Page;

crate::tests! {
    a_press_shows_the_project_and_a_timeline_follows;
    a_deck_follows_and_is_asked_for_what_it_has;
    a_follower_that_is_not_there_is_named_once;
    keys_go_along_rows_and_columns_from_one_stop;
    static_and_live_say_the_same_and_nothing_moves;
    without_scripts_all_is_there;
    it_fits_and_axe_finds_nothing;
    a_plan_of_ones_own_is_counted;
    a_thousand_projects_are_a_mark_each;
    it_prints_on_one_page in Chromium; // Firefox has another default size, WebKitGTK's driver can't
}

const PAGE: &str = "/overview/";

/// An expression in which `e` is the overview and `r` its shadow root.
fn of(expression: &str) -> String {
    format!(
        "((e) => {{ const r = e.shadowRoot; return {expression} }})(document.querySelector('plan-overview'))"
    )
}

async fn ask(page: &Page, expression: &str) -> Result<Value> {
    page.eval(&format!("return {}", of(expression)), &[]).await
}

async fn until(page: &Page, expression: &str) -> Result<()> {
    page.wait(&of(expression), expression).await
}

/// Opens the site's page, and waits for the live overview.
async fn open(page: &Page) -> Result<()> {
    page.goto(PAGE).await?;
    until(page, "r?.querySelector('button[data-row]')").await
}

/// The selector of a mark by the project's name.
fn mark(name: &str) -> String {
    format!("[part=mark][aria-label^='{name}']")
}

async fn a_press_shows_the_project_and_a_timeline_follows(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.eval(
        "window.said = []; for (const name of ['plan-select', 'plan-filter', 'plan-error']) document.querySelector('plan-overview').addEventListener(name, ({ detail }) => said.push([name, detail.project ?? detail.topic, detail.item ?? detail.stage])); document.querySelector('plan-timeline').addEventListener('plan-error', () => said.push('error'))",
        &[],
    )
    .await?;
    let airport = mark("湛江国际机场");
    page.click(&["plan-overview", &airport]).await?;
    // The second file has the verb and the source.
    until(page, "/湛江国际机场（另处：推进）.*拟完成.*第七条/s.test(r.querySelector('[part=selected]').textContent) && r.querySelector('[part=selected] q')").await?;
    let pressed = "[r.querySelectorAll('[aria-pressed=true]').length, e.project, document.querySelector('plan-timeline').item]";
    let item = "zhanjiang-international-airport-completion";
    assert_eq!(ask(page, pressed).await?, json!([1, "zhanjiang-international-airport", item]));
    page.click(&["plan-overview", &airport]).await?;
    until(page, "e.project === null && document.querySelector('plan-timeline').item === null").await?;
    // A row and a column, one after the other.
    page.click(&["plan-overview", "tbody tr:nth-child(3) [part=head-name]"]).await?;
    until(page, "document.querySelector('plan-timeline').topic === 'energy'").await?;
    page.click(&["plan-overview", "thead [part=head-name]:has([data-stage=complete])"]).await?;
    until(page, "document.querySelector('plan-timeline').stage === 'complete'").await?;
    let off = "[e.topic, e.stage, r.querySelectorAll('td[data-found]').length]";
    assert_eq!(ask(page, off).await?, json!(["energy", "complete", 1]));
    page.click(&["plan-overview", "tbody tr:nth-child(3) [part=head-name]"]).await?;
    until(page, "e.topic === null && document.querySelector('plan-timeline').topic === null").await?;
    let said = json!([
        ["plan-select", "zhanjiang-international-airport", item],
        ["plan-select", null, null],
        ["plan-filter", "energy", ""],
        ["plan-filter", "energy", "complete"],
        ["plan-filter", "", "complete"],
    ]);
    assert_eq!(page.eval("return said", &[]).await?, said);
    Ok(())
}

async fn a_deck_follows_and_is_asked_for_what_it_has(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    page.eval("document.querySelector('main').innerHTML = '<h1>x</h1><plan-overview lang=zh for=deck></plan-overview><plan-goal-deck lang=zh id=deck></plan-goal-deck>'", &[]).await?;
    // Scripts of their own, as pages have that show no other widget.
    page.run("window.errors = 0; addEventListener('plan-error', () => errors++); await import('/dist/overview.js'); await import('/dist/goals.js')", &[]).await?;
    until(page, "r?.querySelector('button[data-row]')").await?;
    page.click(&["plan-overview", &mark("湛江国际机场")]).await?;
    let deck = "document.querySelector('plan-goal-deck')";
    until(page, &format!("{deck}.project === 'zhanjiang-international-airport'")).await?;
    page.click(&["plan-overview", "thead [part=head-name]:has([data-stage=start])"]).await?;
    until(page, &format!("{deck}.stage === 'start'")).await?;
    // No goal has a project that was done before: the deck isn't asked for that stage.
    page.click(&["plan-overview", "thead [part=head-name]:has([data-stage=achieved])"]).await?;
    until(page, "e.stage === 'start achieved'").await?;
    assert_eq!(page.eval(&format!("return [{deck}.stage, errors]"), &[]).await?, json!(["start", 0]));
    Ok(())
}

async fn a_follower_that_is_not_there_is_named_once(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    page.eval("document.querySelector('main').innerHTML = '<h1 id=title>x</h1><plan-overview lang=zh for=later></plan-overview>'", &[]).await?;
    page.run("window.errors = []; addEventListener('plan-error', (event) => errors.push(event.detail.problems?.[0].found)); await import('/dist/overview.js')", &[]).await?;
    until(page, "r?.querySelector('button[data-row]')").await?;
    page.click(&["plan-overview", &mark("湛江国际机场")]).await?;
    page.click(&["plan-overview", &mark("湛江国际机场")]).await?;
    page.wait("errors.join() === '\"later\"'", "the id that nothing has").await?;
    // A heading doesn't follow either.
    page.eval("document.querySelector('plan-overview').setAttribute('for', 'title')", &[]).await?;
    page.click(&["plan-overview", &mark("湛江国际机场")]).await?;
    page.wait("errors.join() === '\"later\",\"title\"'", "the id of what doesn't follow").await?;
    Ok(())
}

async fn keys_go_along_rows_and_columns_from_one_stop(page: &mut Page) -> Result<()> {
    open(page).await?;
    assert_eq!(ask(page, "r.querySelectorAll('[data-row][tabindex=\"0\"]').length").await?, 1);
    ask(page, "r.querySelector('[data-row][tabindex=\"0\"]').focus()").await?;
    // The row of transport is the second: that of the plan as a whole has no projects.
    for (key, expected) in [
        (Key::Down, "交通"),
        (Key::Right, "已完成"),
        (Key::End, "支持或提及"),
        (Key::Home, "交通"),
        (Key::Right, "已完成"),
        (Key::Up, "已完成"),
        (Key::Right, "拟完成"),
        (Key::Down, "拟完成"),
        (Key::Down, "拟完成"),
        (Key::Left, "能源"),
    ] {
        page.key(key).await?;
        until(page, &format!("((a) => a?.getAttribute('aria-label') ?? a?.textContent)(r.activeElement)?.includes('{expected}') && r.activeElement.tabIndex === 0")).await?;
    }
    assert_eq!(ask(page, "r.querySelectorAll('[data-row][tabindex=\"0\"]').length").await?, 1);
    page.key(Key::Enter).await?;
    until(page, "e.topic === 'energy' && r.activeElement.getAttribute('aria-pressed') === 'true'").await?;
    page.key(Key::Right).await?;
    until(page, "r.activeElement?.matches('[part=mark]')").await?;
    page.key(Key::Space).await?;
    until(page, "r.activeElement.getAttribute('aria-pressed') === 'true' && e.project").await?;
    // Out of the picture with one key.
    page.key(Key::Tab).await?;
    until(page, "r.activeElement?.matches('[part=meanings] summary')").await
}

async fn static_and_live_say_the_same_and_nothing_moves(page: &mut Page) -> Result<()> {
    let boxes = "h1, h2, plan-overview, plan-timeline";
    let text = "return document.querySelector('plan-overview').shadowRoot.querySelector('[part=root]').textContent.replace(/\\s+/g, ' ')";
    for width in [320, 720, 1600] {
        page.resize(width, 900).await?;
        page.goto(&format!("{PAGE}?csp=script-src 'none'")).await?;
        let before = (page.boxes(boxes).await?, page.eval(text, &[]).await?);
        open(page).await?;
        page.draw().await?;
        assert_eq!((page.boxes(boxes).await?, page.eval(text, &[]).await?), before, "at {width}");
        assert_eq!(page.shifts().await?, Vec::<String>::new(), "at {width}");
    }
    Ok(())
}

async fn without_scripts_all_is_there(page: &mut Page) -> Result<()> {
    page.no_javascript().await?;
    page.goto(PAGE).await?;
    assert_eq!(ask(page, "r.querySelectorAll('td [part=mark]').length").await?, 261);
    page.click(&["plan-overview", "[part=names] summary"]).await?;
    let text = page.text().await?;
    for said in [
        "湛江国际机场（另处：推进）",
        "2020年12月22日",
        "坚持系统观念",
        "第十五部分",
        "第五十七条",
        "未写明期限",
    ] {
        assert!(text.contains(said), "{said} is missing in {text}");
    }
    Ok(())
}

async fn it_fits_and_axe_finds_nothing(page: &mut Page) -> Result<()> {
    for scheme in [Scheme::Light, Scheme::Dark] {
        page.color_scheme(scheme).await?;
        for path in [PAGE, "/en/overview/"] {
            page.goto(path).await?;
            until(page, "r?.querySelector('button[data-row]')").await?;
            assert_eq!(page.axe("html").await?, Vec::<String>::new(), "{path}");
        }
    }
    for width in [320, 720, 1600] {
        page.resize(width, 900).await?;
        page.draw().await?;
        let over = "const d = document.documentElement; return d.scrollWidth - d.clientWidth";
        assert_eq!(page.eval(over, &[]).await?, 0, "{width}");
        let small = "[...r.querySelectorAll('button, summary')].map((n) => n.getBoundingClientRect()).filter(({ width, height }) => Math.min(width, height) < 24).length";
        assert_eq!(ask(page, small).await?, 0, "targets at {width}");
    }
    Ok(())
}

async fn a_plan_of_ones_own_is_counted(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    page.run("document.querySelector('main').innerHTML = '<h1>x</h1><plan-overview lang=en src=/school/plan.json></plan-overview>'; await import('/dist/overview.js')", &[]).await?;
    until(page, "r?.querySelector('button[data-row]')").await?;
    let counts = "[...r.querySelectorAll('th b')].map((n) => n.textContent)";
    assert_eq!(ask(page, counts).await?, json!(["2", "1", "1", "1", "3", "1", "1"]));
    Ok(())
}

async fn a_thousand_projects_are_a_mark_each(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    let js = "const text = (en) => ({ en }), stages = ['achieved', 'complete', 'start', 'accelerate', 'strive', 'plan', 'support'];
        const projects = Array.from({ length: 1000 }, (_, at) => ({ id: `p${at}`, name: text(`Project ${at}`), topic: `t${at % 12}`,
            mentions: [{ stage: stages[at % 7], verb: { exact: 'do' }, period: 'now' }] }));
        const overview = document.createElement('plan-overview');
        overview.lang = 'en';
        overview.model = { schema: 1, languages: ['en'], plan: { id: 'p', title: text('Plan'), short: text('Plan'), period: 'now' },
            periods: [{ id: 'now', name: text('Now'), time: { edtf: '2021/2025', kind: 'during' } }],
            topics: Array.from({ length: 12 }, (_, at) => ({ id: `t${at}`, name: text(`Topic ${at}`) })), projects };
        document.querySelector('main').append(overview);
        await import('/dist/overview.js')";
    page.run(js, &[]).await?;
    until(page, "r?.querySelectorAll('button[part=mark]').length === 1000").await?;
    // The page stays quick: few elements for each project, and a press renders in a task or two.
    let nodes = ask(page, "r.querySelectorAll('*').length").await?;
    assert!(nodes.as_u64().is_some_and(|nodes| nodes < 2_200), "{nodes}");
    let time = "const e = document.querySelector('plan-overview'), r = e.shadowRoot, start = performance.now();
        r.querySelectorAll('button[part=mark]')[500].click();
        while (!r.querySelector('[part=mark][aria-pressed=true]')) await new Promise((done) => setTimeout(done));
        return performance.now() - start";
    let time = page.run(time, &[]).await?;
    println!("{}: a press among a thousand marks took {time} ms", xtask_name(page.engine()));
    Ok(())
}

fn xtask_name(engine: Engine) -> &'static str {
    crate::engine::name(engine)
}

async fn it_prints_on_one_page(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    page.run("document.querySelector('main').innerHTML = '<plan-overview lang=zh></plan-overview>'; await import('/dist/overview.js')", &[]).await?;
    until(page, "r?.querySelector('button[data-row]')").await?;
    let pdf = page.print_pdf().await?;
    let pages = String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
    assert_eq!(pages, 1, "pages");
    Ok(())
}
