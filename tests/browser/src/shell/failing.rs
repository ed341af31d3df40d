//! What the custom element does when something fails: it reports that, once, and what was on the screen stays.

use anyhow::Result;
use serde_json::json;

use super::{BLANK, add, blank, small};
use crate::gallery::LIVE;
use crate::page::Page;

crate::tests! {
    a_wrong_model_is_reported_and_what_was_shown_stays;
    whatever_is_given_as_an_object_is_answered;
    a_plan_that_cannot_be_fetched_is_reported;
    what_is_said_of_a_failure_is_short;
    an_element_without_content_says_that_it_failed;
    a_module_that_cannot_be_fetched_is_reported;
    a_trapped_instance_is_replaced;
    a_stop_while_the_reader_types_loses_nothing;
    what_traps_again_and_again_is_left_alone;
    what_comes_after_the_end_is_told_as_well;
    restarts_of_long_ago_do_not_count;
    after_the_end_everything_can_be_read;
    a_language_that_the_plan_lacks_is_reported;
    wrong_attributes_are_reported_and_left_out;
}

/// Collects the codes of errors.
async fn errors(page: &Page) -> Result<()> {
    let js =
        "window.errors = []; document.addEventListener('plan-error', ({ detail }) => errors.push(detail))";
    page.run(js, &[]).await.map(drop)
}

/// Loads the elements with a module that traps at its next call out, when `window.trap` is set.
const TRAP: &str = "const real = WebAssembly.instantiate; window.instances = 0; window.trap = 0;
    WebAssembly.instantiate = (module, imports) => {
      instances++;
      for (const names of Object.values(imports)) for (const [name, f] of Object.entries(names)) if (typeof f === 'function') names[name] = (...args) => {
        if (trap > 0) { trap--; throw new WebAssembly.RuntimeError('unreachable') }
        return f(...args);
      };
      return real(module, imports);
    };
    await import('/dist/plan-widgets.js')";

async fn a_wrong_model_is_reported_and_what_was_shown_stays(page: &mut Page) -> Result<()> {
    blank(page).await?;
    errors(page).await?;
    add(page, json!({ "lang": "en" })).await?;
    page.wait(LIVE, "the live glossary").await?;
    let mut model = small();
    model["terms"][0]["nme"] = json!("x");
    model["plan"]["id"] = json!("A b");
    page.run("document.querySelector('plan-glossary').model = arguments[0]", &[model]).await?;
    page.wait("errors.length", "the error").await?;
    let reported = "const [{ code, message, problems }] = errors; return [code, message.startsWith('The plan has 2 problem(s): /plan/id: expected an id'), problems.map(({ pointer }) => pointer), document.querySelector('plan-glossary').shadowRoot.querySelectorAll('dt').length]";
    assert_eq!(
        page.run(reported, &[]).await?,
        json!(["model-invalid", true, ["/plan/id", "/terms/0/nme"], 13])
    );
    page.run("document.querySelector('plan-glossary').model = arguments[0]", &[small()]).await?;
    page.wait(
        "document.querySelector('plan-glossary').shadowRoot.querySelectorAll('dt').length === 1",
        "the mended plan",
    )
    .await
}

async fn whatever_is_given_as_an_object_is_answered(page: &mut Page) -> Result<()> {
    for given in [
        "Symbol('plan')",
        "5n",
        "5",
        "true",
        "() => {}",
        "class {}",
        "[]",
        "new Map([['schema', 1]])",
        "new Float64Array(5)",
        "Promise.resolve({})",
        "new URL(location)",
        "window",
        "document.body",
        "Object.create(null)",
    ] {
        for (property, code) in [("model", "model-invalid"), ("progress", "progress-invalid")] {
            blank(page).await?;
            errors(page).await?;
            let js = format!(
                "const e = document.createElement('plan-goal-deck'); e.lang = 'en'; e.{property} = {given}; document.body.append(e)"
            );
            page.run(&js, &[]).await?;
            page.wait("errors.length", &format!("{property}: {given}")).await?;
            assert_eq!(
                page.run("return errors.map(({ code }) => code)", &[]).await?,
                json!([code]),
                "{given}"
            );
            let said = "return errors[0].message.length < 5_000";
            assert_eq!(page.run(said, &[]).await?, true, "{property}: {given}");
            let others =
                "return window.__probe.messages.filter(({ text }) => !text.startsWith('plan-widgets: '))";
            assert_eq!(page.run(others, &[]).await?, json!([]), "{property}: {given}");
        }
    }
    Ok(())
}

async fn what_is_said_of_a_failure_is_short(page: &mut Page) -> Result<()> {
    let long = "'x'.repeat(100_000)";
    for js in [
        format!("e.src = '/' + {long}"),
        format!("e.src = 'http://[' + {long}"),
        format!("e.model = JSON.stringify({{ schema: 1, x: {long} }})"),
        format!("e.model = new Proxy({{}}, {{ get() {{ throw new Error({long}) }} }})"),
        format!("e.term = {long}"),
        format!(
            "const real = fetch; window.fetch = (url) => (/wasm/.test(url) ? Promise.reject(new Error({long})) : real(url))"
        ),
    ] {
        blank(page).await?;
        errors(page).await?;
        page.run(
            &format!("const e = document.createElement('plan-glossary'); {js}; document.body.append(e)"),
            &[],
        )
        .await?;
        page.wait("errors.length", &js).await?;
        let length = page.run("return JSON.stringify(errors).length", &[]).await?;
        assert!(length.as_u64().is_some_and(|length| length < 2_500), "{js}: {length}");
    }
    Ok(())
}

async fn a_plan_that_cannot_be_fetched_is_reported(page: &mut Page) -> Result<()> {
    blank(page).await?;
    errors(page).await?;
    add(page, json!({ "src": "/no-such-plan.json" })).await?;
    page.wait("errors.length", "the error").await?;
    let message = format!("无法取得 {}/no-such-plan.json（HTTP 404）。请检查该地址。", page.origin());
    assert_eq!(
        page.run("return [errors[0].code, errors[0].message]", &[]).await?,
        json!(["network", message])
    );
    assert_eq!(page.run("return document.querySelector('plan-glossary').innerText", &[]).await?, "静态内容");
    page.run("document.querySelector('plan-glossary').src = '/site.css'", &[]).await?;
    page.wait("errors.length === 2", "the next error").await?;
    assert_eq!(page.run("return errors[1].code", &[]).await?, "json");
    page.run("document.querySelector('plan-glossary').src = '/dist/plan.json'", &[]).await?;
    page.wait(LIVE, "the live glossary").await
}

async fn an_element_without_content_says_that_it_failed(page: &mut Page) -> Result<()> {
    blank(page).await?;
    let js = "const e = document.createElement('plan-glossary'); e.src = 'http://['; document.body.append(e)";
    page.run(js, &[]).await?;
    page.wait("document.querySelector('plan-glossary').innerText === '此内容无法显示。'", "the notice")
        .await?;
    // In the language of where it stands, as far as there are words for that.
    for (lang, spoken, text) in [
        ("fr-CA", "fr", "Ce contenu ne peut pas être affiché."),
        ("zh-TW", "zh-Hant", "此內容無法顯示。"),
        ("ar", "ar", "لا يمكن عرض هذا المحتوى."),
        ("xx", "en", "This content can’t be shown."),
    ] {
        let js = "const e = document.createElement('plan-timeline'); e.lang = arguments[0]; e.src = 'http://['; document.body.append(e)";
        page.run(js, &[json!(lang)]).await?;
        let notice =
            format!("document.querySelector('plan-timeline[lang={lang}] p')?.innerText === {text:?}");
        page.wait(&notice, "the notice").await?;
        let seen = format!("return document.querySelector('plan-timeline[lang={lang}] p').lang");
        assert_eq!(page.run(&seen, &[]).await?, spoken);
    }
    Ok(())
}

async fn a_module_that_cannot_be_fetched_is_reported(page: &mut Page) -> Result<()> {
    page.goto(BLANK).await?;
    let broken = "const real = fetch; window.down = true; window.fetch = (url, ...rest) => real(down && String(url).endsWith('.wasm') ? '/no-such.wasm' : url, ...rest); await import('/dist/plan-widgets.js')";
    page.run(broken, &[]).await?;
    errors(page).await?;
    add(page, json!({})).await?;
    add(page, json!({})).await?;
    page.wait("errors.length === 2", "the errors").await?;
    assert_eq!(page.run("return errors.map(({ code }) => code)", &[]).await?, json!(["network", "network"]));
    let ours = "return window.__probe.messages.filter(({ text }) => text.startsWith('plan-widgets')).length";
    assert_eq!(page.run(ours, &[]).await?, 1);
    assert_eq!(page.run("return document.querySelector('plan-glossary').innerText", &[]).await?, "静态内容");
    // It may succeed another time.
    page.run("down = false; document.querySelector('plan-glossary').query = '三'", &[]).await?;
    page.wait(LIVE, "the live glossary").await
}

async fn a_trapped_instance_is_replaced(page: &mut Page) -> Result<()> {
    page.goto(BLANK).await?;
    page.run(TRAP, &[]).await?;
    errors(page).await?;
    for query in ["三", "双", ""] {
        add(page, json!({ "query": query })).await?;
    }
    page.run("window.ready = 0; document.addEventListener('plan-ready', () => ready++)", &[]).await?;
    page.wait("[...document.querySelectorAll('plan-glossary')].every((e) => (e.scrollIntoView(), e.shadowRoot?.querySelector('button:enabled')))", "all of them").await?;
    let texts = "return [...document.querySelectorAll('plan-glossary')].map((e) => e.shadowRoot.textContent)";
    let before = page.run(texts, &[]).await?;
    page.run("window.roots = [...document.querySelectorAll('plan-glossary')].map((e) => e.shadowRoot.firstChild); trap = 1; roots[0].parentNode.host.term = 'three-ones'", &[]).await?;
    page.wait("instances === 2", "a fresh instance").await?;
    assert_eq!(page.run(texts, &[]).await?, before, "readable all the time");
    page.wait("[...document.querySelectorAll('plan-glossary')].every((e, i) => e.shadowRoot.firstChild !== roots[i])", "fresh content").await?;
    assert_eq!(page.run(texts, &[]).await?, before);
    assert_eq!(
        page.run("return errors.map(({ code }) => code)", &[]).await?,
        json!(["crashed", "crashed", "crashed"])
    );
    let console: Vec<_> = page.console().await?.iter().map(ToString::to_string).collect();
    assert_eq!(
        console,
        ["error: plan-widgets: <plan-glossary> 部件意外中止，内容仍可阅读。正在重新启动。（unreachable）"]
    );
    // And it lives: the change that failed is made, another one too.
    let pressed = "document.querySelector('plan-glossary').shadowRoot.querySelector('[aria-pressed=true]')?.textContent === '三个一'";
    page.wait(pressed, "the selection").await?;
    page.run("document.querySelector('plan-glossary').query = '一港区'", &[]).await?;
    page.wait(
        "document.querySelector('plan-glossary').shadowRoot.querySelectorAll('dt').length === 1",
        "a working search",
    )
    .await
}

async fn a_stop_while_the_reader_types_loses_nothing(page: &mut Page) -> Result<()> {
    page.goto(BLANK).await?;
    page.run(TRAP, &[]).await?;
    errors(page).await?;
    add(page, json!({})).await?;
    page.wait(LIVE, "the live glossary").await?;
    page.click(&["plan-glossary", "input"]).await?;
    page.keys("sx").await?;
    page.wait("document.querySelector('plan-glossary').query === 'sx'", "the query").await?;
    page.run("trap = 1", &[]).await?;
    page.keys("y").await?;
    page.wait("instances === 2 && errors.length === 1", "a fresh instance").await?;
    // At once: the content of the one that trapped may still be there, and hear nothing.
    page.keys("y").await?;
    page.wait("document.querySelector('plan-glossary').query === 'sxyy'", "a search that goes on").await?;
    assert!(page.console().await?.iter().all(|message| message.kind == "error"), "nothing uncaught");
    Ok(())
}

async fn what_traps_again_and_again_is_left_alone(page: &mut Page) -> Result<()> {
    page.goto(BLANK).await?;
    page.run(TRAP, &[]).await?;
    errors(page).await?;
    add(page, json!({})).await?;
    page.wait(LIVE, "the live glossary").await?;
    page.run("trap = Infinity; document.querySelector('plan-glossary').query = '三'", &[]).await?;
    page.wait("errors.at(-1)?.code === 'gave-up'", "the end").await?;
    page.run("await new Promise((done) => setTimeout(done, 300))", &[]).await?;
    assert_eq!(
        page.run("return [instances, errors.map(({ code }) => code)]", &[]).await?,
        json!([4, ["crashed", "gave-up"]])
    );
    let readable = "const r = document.querySelector('plan-glossary').shadowRoot; return [r.querySelectorAll('dt').length, getComputedStyle(r.querySelector('[part=search]')).visibility]";
    assert_eq!(page.run(readable, &[]).await?, json!([13, "hidden"]));
    let console = page.console().await?;
    assert!(console.len() == 2 && console.iter().all(|message| message.kind == "error"), "{console:?}");
    Ok(())
}

async fn what_comes_after_the_end_is_told_as_well(page: &mut Page) -> Result<()> {
    page.goto(BLANK).await?;
    page.run(TRAP, &[]).await?;
    errors(page).await?;
    page.run("trap = Infinity", &[]).await?;
    add(page, json!({})).await?;
    page.wait("errors.at(-1)?.code === 'gave-up'", "the end").await?;
    page.run(
        "trap = 0; errors.length = 0; document.body.append(document.createElement('plan-glossary'))",
        &[],
    )
    .await?;
    page.wait(
        "errors.length === 1 && document.body.lastElementChild.innerText === '此内容无法显示。'",
        "the next one",
    )
    .await?;
    assert_eq!(page.run("return errors[0].code", &[]).await?, "gave-up");
    Ok(())
}

async fn restarts_of_long_ago_do_not_count(page: &mut Page) -> Result<()> {
    page.goto(BLANK).await?;
    // A clock that the test sets forward.
    page.run("const real = performance.now.bind(performance); window.ahead = 0; performance.now = () => real() + ahead", &[])
        .await?;
    page.run(TRAP, &[]).await?;
    errors(page).await?;
    add(page, json!({})).await?;
    page.wait(LIVE, "the live glossary").await?;
    for (round, query) in ["三", "双", "五", "四", "一", "二"].into_iter().enumerate() {
        page.run(
            "ahead += 61_000; trap = 1; document.querySelector('plan-glossary').query = arguments[0]",
            &[json!(query)],
        )
        .await?;
        let again = format!("errors.length === {} && instances === {}", round + 1, round + 2);
        page.wait(&again, "a fresh instance").await?;
        let shown = format!(
            "document.querySelector('plan-glossary').shadowRoot.querySelector('input').value === '{query}'"
        );
        page.wait(&shown, "the search").await?;
    }
    let codes = "return [...new Set(errors.map(({ code }) => code))]";
    assert_eq!(page.run(codes, &[]).await?, json!(["crashed"]));
    Ok(())
}

async fn after_the_end_everything_can_be_read(page: &mut Page) -> Result<()> {
    for path in ["/glossary/", "/variants/plain.html"] {
        page.goto(BLANK).await?;
        // As the page has it: in a shadow root, or between the tags.
        let js = "const text = await (await fetch(arguments[0])).text(); const found = new DOMParser().parseFromString(text, 'text/html').querySelector('plan-glossary');
            const e = document.createElement('plan-glossary'); const template = found.querySelector('template');
            if (template) e.attachShadow({ mode: 'open' }).append(document.importNode(template.content, true)); else e.append(...found.childNodes);
            document.body.append(e)";
        page.run(js, &[json!(path)]).await?;
        page.run(TRAP, &[]).await?;
        errors(page).await?;
        let live = "document.querySelector('plan-glossary').shadowRoot?.querySelector('.plan-root:not(.plan-static) button:enabled')";
        page.wait(live, "the live glossary").await?;
        page.run("document.querySelector('plan-glossary').query = '三'", &[]).await?;
        page.wait(
            "document.querySelector('plan-glossary').shadowRoot.querySelectorAll('dt').length === 4",
            "four terms",
        )
        .await?;
        page.run("trap = Infinity; document.querySelector('plan-glossary').query = '双'", &[]).await?;
        page.wait("errors.at(-1)?.code === 'gave-up'", "the end").await?;
        let seen = "const e = document.querySelector('plan-glossary'); return [...e.querySelectorAll('dt'), ...e.shadowRoot.querySelectorAll('dt')].filter((term) => term.getClientRects().length).length";
        assert_eq!(page.run(seen, &[]).await?, 13, "{path}");
    }
    Ok(())
}

async fn a_language_that_the_plan_lacks_is_reported(page: &mut Page) -> Result<()> {
    blank(page).await?;
    errors(page).await?;
    add(page, json!({ "lang": "fr" })).await?;
    page.wait(LIVE, "the live glossary").await?;
    page.wait("errors.length", "the error").await?;
    let reported = "const [{ code, problems: [{ pointer, found }] }] = errors; return [code, pointer, found, document.querySelector('plan-glossary').shadowRoot.querySelector('h2').textContent]";
    assert_eq!(page.run(reported, &[]).await?, json!(["attribute-invalid", "lang", "\"fr\"", "名词解释"]));
    Ok(())
}

async fn wrong_attributes_are_reported_and_left_out(page: &mut Page) -> Result<()> {
    blank(page).await?;
    errors(page).await?;
    add(page, json!({ "heading-level": "9", "term": "dual-zone", "query": "双" })).await?;
    page.wait(LIVE, "the live glossary").await?;
    page.wait("errors.length", "the error").await?;
    let reported = "return errors.map(({ code, message, problems }) => [code, message, problems.map(({ pointer, nearest }) => [pointer, nearest])])";
    let message = "属性有误，已忽略：term：应为某个词条的编号，实为\"dual-zone\"；是否想写“dual-zones”？；heading-level：应为1 到 6 的整数，实为\"9\"";
    assert_eq!(
        page.run(reported, &[]).await?,
        json!([["attribute-invalid", message, [["term", "dual-zones"], ["heading-level", null]]]])
    );
    let shown = "return document.querySelector('plan-glossary').shadowRoot.querySelectorAll('h2, dt').length";
    assert_eq!(page.run(shown, &[]).await?, 2);
    Ok(())
}
