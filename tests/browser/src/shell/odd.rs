//! Odd pages and old browsers: the widget lives, or its static content is there with one line in the console.

use anyhow::Result;
use serde_json::json;
use xtask::setup::Engine;

use super::{BLANK, small};
use crate::input::Key;
use crate::page::Page;

crate::tests! {
    what_a_page_puts_on_all_objects_does_no_harm;
    what_a_page_has_put_before_methods_does_no_harm;
    controls_of_a_form_hide_nothing;
    names_in_the_page_hide_nothing;
    each_feature_that_is_missing_is_told_or_done_without;
    it_lives_in_every_kind_of_page;
}

/// Adds one of each, and a text with a term.
const ADD: &str = "window.errors = []; addEventListener('plan-error', ({ detail }) => errors.push(detail));
    await import('/dist/plan-widgets.js');
    for (const tag of ['plan-timeline', 'plan-goal-deck', 'plan-glossary', 'plan-annotate']) {
      const e = document.createElement.call(document, tag); e.textContent = '三医联动'; e.lang = 'zh'; document.querySelector('main').append(e) }
    const own = document.createElement('plan-glossary'); own.lang = 'en'; own.model = arguments[0]; own.textContent = 'static'; document.querySelector('main').prepend(own)";

/// All of them live.
const LIVE: &str = "[...document.querySelectorAll('plan-timeline, plan-goal-deck, plan-glossary')].every((e) => (e.scrollIntoView(), e.shadowRoot?.querySelector('[part~=root]')))
    && document.querySelector('plan-annotate plan-term') && document.querySelector('plan-glossary').shadowRoot.textContent.includes('Quiet hour')";

async fn what_a_page_puts_on_all_objects_does_no_harm(page: &mut Page) -> Result<()> {
    for (what, value) in [("functions", "function () {}"), ("values", "1"), ("nothing", "null")] {
        if what == "functions" && page.engine() == Engine::WebKit {
            continue; // its driver can give back no value then
        }
        page.goto(BLANK).await?;
        let js = format!(
            "for (const name of ['extend', 'inspect', 'toJSONString', 'topic', 'item', 'layout', 'query', 'build', 'made', 'url', 'model'])
              Object.prototype[name] = {value};
            for (const name of ['each', 'first', 'last', 'without']) Array.prototype[name] = {value};
            for (const name of ['camelize', 'strip']) String.prototype[name] = {value}"
        );
        page.run(&js, &[]).await?;
        page.run(ADD, &[small()]).await?;
        page.wait(LIVE, what).await?;
        assert_eq!(page.run("return errors", &[]).await?, json!([]), "{what}");
        assert_eq!(page.console().await?, vec![], "{what}");
    }
    Ok(())
}

/// What stands before methods of the browser: what measures, what passes requests on, what older libraries leave behind.
const BEFORE: [(&str, &str); 9] = [
    (
        "a fetch that wants texts",
        "const real = fetch; window.fetch = (url, options) => (url.includes('/track') ? Promise.reject() : real(url, options))",
    ),
    (
        "a fetch that answers with less",
        "const real = fetch; window.fetch = async (url) => { const r = await real(url); return { ok: r.ok, status: r.status, text: () => r.text(), arrayBuffer: () => r.arrayBuffer() } }",
    ),
    (
        "timers that are objects",
        "const [set, clear] = [setTimeout, clearTimeout]; window.setTimeout = (...of) => ({ id: set(...of) }); window.clearTimeout = (timer) => clear(timer?.id ?? timer)",
    ),
    ("frames that never come", "window.requestAnimationFrame = () => 1"),
    (
        "methods that answer nothing",
        "for (const name of ['appendChild', 'insertBefore']) { const real = Node.prototype[name]; Node.prototype[name] = function (...of) { real.apply(this, of) } }",
    ),
    (
        "lists of an old library",
        "Array.prototype.entries = function () { return this }; Array.prototype.keys = undefined; Array.prototype.reduce = function () { return this.length > 1 ? this : this[0] }; Array.from = (of) => Array.prototype.slice.call(of)",
    ),
    (
        "objects without a prototype",
        "const real = JSON.parse; JSON.parse = (text) => real(text, (_, value) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.assign(Object.create(null), value) : value))",
    ),
    (
        "what is frozen",
        "for (const one of [Object, Array, Function, Promise, Map, Set, WeakMap, String, Number, RegExp, Error, Node, Element, HTMLElement, Document, ShadowRoot, EventTarget, Text]) { Object.freeze(one.prototype); Object.freeze(one) }",
    ),
    ("a clock that stands", "Date.now = () => 0"),
];

async fn what_a_page_has_put_before_methods_does_no_harm(page: &mut Page) -> Result<()> {
    for (what, js) in BEFORE {
        if what == "what is frozen" && page.engine() != Engine::Chromium {
            continue; // the drivers of the others put something of theirs there
        }
        page.goto(BLANK).await?;
        page.run(js, &[]).await?;
        page.run(ADD, &[small()]).await?;
        page.wait(LIVE, what).await?;
        page.run("document.querySelector('plan-annotate plan-term').click()", &[]).await?;
        page.wait("document.querySelector('plan-popup')?.getBoundingClientRect().height > 50", what).await?;
        assert_eq!(page.run("return errors", &[]).await?, json!([]), "{what}");
        assert_eq!(page.console().await?, vec![], "{what}");
    }
    Ok(())
}

async fn names_in_the_page_hide_nothing(page: &mut Page) -> Result<()> {
    for tag in ["img", "form"] {
        page.goto(BLANK).await?;
        let js = "const create = document.createElement.bind(document), find = document.querySelector.bind(document); window.create = create; window.find = find;
            const main = find('main'); window.errors = []; addEventListener('plan-error', ({ detail }) => errors.push(detail)); addEventListener('plan-ready', () => {});
            await import('/dist/plan-widgets.js');
            const names = ['createElement', 'createElementNS', 'createTextNode', 'createRange', 'createTreeWalker', 'querySelector', 'querySelectorAll', 'getElementById', 'addEventListener',
              'removeEventListener', 'defaultView', 'documentElement', 'body', 'head', 'baseURI', 'activeElement', 'getSelection', 'host', 'toString', 'nodeType', 'assignedSlot', 'parentElement', 'scheduler', 'global', 'self', 'parts', 'implementation', 'ownerDocument', 'parentNode', 'isConnected', 'contains'];
            for (const name of names) { const e = create(arguments[0]); e.name = name; e.id = name; if (arguments[0] === 'img') e.alt = ''; main.append(e) }
            for (const tag of ['plan-timeline', 'plan-goal-deck', 'plan-glossary', 'plan-annotate']) { const e = create(tag); e.textContent = '三医联动'; e.lang = 'zh'; main.prepend(e) }
            const text = create('p'); text.id = 'text'; text.textContent = '三医联动'; const other = create('plan-annotate'); other.setAttribute('for', 'text'); main.prepend(text, other);
            return typeof document.createElement";
        assert_eq!(page.eval_async(js, &[json!(tag)]).await?, "object");
        let live = "['plan-timeline', 'plan-goal-deck', 'plan-glossary'].every((tag) => find(tag).shadowRoot?.querySelector('[part~=root]')) && find('plan-annotate plan-term') && find('#text plan-term')";
        page.wait(live, tag).await?;
        page.eval("find('#text plan-term').click()", &[]).await?;
        page.wait("find('plan-popup')?.shadowRoot.textContent.includes('三医联动')", "the pop-up").await?;
        assert_eq!(page.eval("return errors", &[]).await?, json!([]), "{tag}");
        assert_eq!(page.console().await?, vec![], "{tag}");
    }
    Ok(())
}

async fn controls_of_a_form_hide_nothing(page: &mut Page) -> Result<()> {
    page.goto(BLANK).await?;
    let js = "const put = (into, ...all) => Element.prototype.append.apply(into, all), create = (tag) => document.createElement(tag);
        window.errors = []; addEventListener('plan-error', ({ detail }) => errors.push(detail)); addEventListener('plan-ready', () => {});
        const { annotate } = await import('/dist/plan-widgets.js');
        const form = create('form'); form.setAttribute('lang', 'zh'); put(document.querySelector('main'), form);
        const text = create('p'); text.textContent = '双区';
        const names = []; for (const name in form) names.push(name);
        // All that a form has, and that its methods are.
        for (const name of names) { const input = create('input'); input.name = name; input.hidden = true; put(form, input) }
        put(form, '前面。', text);
        for (const tag of ['plan-timeline', 'plan-goal-deck', 'plan-glossary', 'plan-annotate']) { const e = create(tag); e.textContent = '三医联动'; put(form, e) }
        window.annotation = await annotate(form, { observe: true }).done;
        return [typeof form.matches, typeof form.assignedSlot, typeof form.parentNode, names.length > 200]";
    assert_eq!(page.run(js, &[]).await?, json!(["object", "object", "object", true]));
    let live = "['plan-timeline', 'plan-goal-deck', 'plan-glossary'].every((tag) => document.querySelector(tag).shadowRoot?.querySelector('[part~=root]')) && document.querySelector('plan-annotate plan-term') && document.querySelector('p plan-term')";
    page.wait(live, "the widgets").await?;
    page.eval("document.querySelector('p plan-term').click()", &[]).await?;
    page.wait("document.querySelector('plan-popup')?.shadowRoot.textContent.includes('双区')", "the pop-up")
        .await?;
    page.key(Key::Escape).await?;
    page.eval("document.querySelector('p').textContent = '还有三个一'", &[]).await?;
    page.wait("document.querySelector('p plan-term')", "what has come since").await?;
    page.eval("annotation.undo()", &[]).await?;
    assert_eq!(
        page.eval("return [document.querySelector('p').innerHTML, errors]", &[]).await?,
        json!(["还有三个一", []])
    );
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

/// Features that may be missing, how one takes them away, and whether the widgets live without.
const FEATURES: [(&str, &str, bool); 21] = [
    ("WebAssembly", "delete window.WebAssembly", false),
    ("customElements", "Object.defineProperty(window, 'customElements', { value: undefined })", false),
    ("Element.prototype.attachShadow", "delete Element.prototype.attachShadow", false),
    (
        "Document.prototype.adoptedStyleSheets",
        "delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets",
        false,
    ),
    ("CSSStyleSheet.prototype.replaceSync", "delete CSSStyleSheet.prototype.replaceSync", false),
    (
        "Element.prototype.replaceChildren",
        "delete Element.prototype.replaceChildren; delete DocumentFragment.prototype.replaceChildren",
        true,
    ),
    ("ResizeObserver", "delete window.ResizeObserver", true),
    ("TextDecoder.prototype.decode", "delete window.TextDecoder", false),
    ("IntersectionObserver", "delete window.IntersectionObserver", true),
    ("popover", "delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.popover", true),
    (
        "Object.hasOwn",
        // The driver's own scripts need it.
        "const real = Object.hasOwn; Object.hasOwn = (...all) => { if (/dist/.test(new Error().stack)) throw new TypeError('Object.hasOwn is not a function'); return real(...all) }",
        true,
    ),
    ("findLast", "delete Array.prototype.findLast", true),
    ("at", "delete Array.prototype.at; delete String.prototype.at", true),
    ("replaceAll", "delete String.prototype.replaceAll", true),
    ("FinalizationRegistry", "delete window.FinalizationRegistry", true),
    ("WeakRef", "delete window.WeakRef", false),
    (
        "compileStreaming",
        "delete WebAssembly.compileStreaming; delete WebAssembly.instantiateStreaming",
        true,
    ),
    ("moveBefore", "delete Element.prototype.moveBefore", true),
    ("inert", "delete HTMLElement.prototype.inert", true),
    ("scheduler", "delete window.scheduler", true),
    ("structuredClone", "delete window.structuredClone", true),
];

async fn each_feature_that_is_missing_is_told_or_done_without(page: &mut Page) -> Result<()> {
    for (name, take, lives) in FEATURES {
        page.goto(BLANK).await?;
        page.run(take, &[]).await?;
        if lives {
            page.run(ADD, &[small()]).await?;
            page.wait(LIVE, name).await?;
            page.run("document.querySelector('plan-annotate plan-term').click()", &[]).await?;
            page.wait(
                "document.querySelector('plan-popup')?.getBoundingClientRect().height > 50",
                &format!("a pop-up without {name}"),
            )
            .await?;
            assert_eq!(page.console().await?, vec![], "{name}");
            continue;
        }
        // Six of them: one line all the same.
        let add = "window.errors = []; addEventListener('plan-error', ({ detail }) => errors.push(detail));
            await import('/dist/plan-widgets.js');
            for (let i = 0; i < 6; i++) { const e = document.createElement('plan-glossary'); e.lang = 'en'; e.textContent = 'static'; document.querySelector('main').append(e) }";
        page.run(add, &[]).await?;
        let defined = name != "customElements";
        if defined {
            page.wait("errors.length === 6", name).await?;
            let codes = page.run("return [...new Set(errors.map(({ code }) => code))]", &[]).await?;
            assert_eq!(codes, json!(["unsupported"]), "{name}");
        }
        let seen = "return [[...document.querySelectorAll('plan-glossary')].map((e) => e.innerText).join(), window.__probe.messages]";
        page.wait("window.__probe.messages.length", name).await?;
        let seen = page.run(seen, &[]).await?;
        assert_eq!(seen[0], "static,static,static,static,static,static", "{name}");
        let lines = seen[1].as_array().map_or(0, Vec::len);
        let line = seen[1][0]["text"].as_str().unwrap_or_default();
        assert!(
            lines == 1 && line.starts_with("plan-widgets: ") && line.contains(name),
            "{name}: {}",
            seen[1]
        );
    }
    Ok(())
}

async fn it_lives_in_every_kind_of_page(page: &mut Page) -> Result<()> {
    for (path, mode) in [("quirks", "BackCompat"), ("based", "CSS1Compat"), ("written", "CSS1Compat")] {
        page.goto(&format!("/tests/odd/{path}.html")).await?;
        let live = "document.querySelector('plan-timeline')?.shadowRoot?.querySelector('.plan-root:not(.plan-static) [data-row]') && document.querySelector('plan-annotate plan-term')";
        page.wait(live, path).await?;
        assert_eq!(page.run("return document.compatMode", &[]).await?, mode, "{path}");
        page.run("document.querySelector('plan-annotate plan-term').click()", &[]).await?;
        page.wait("document.querySelector('plan-popup')?.getBoundingClientRect().height > 50", path).await?;
        assert_eq!(page.console().await?, vec![], "{path}");
    }
    Ok(())
}
