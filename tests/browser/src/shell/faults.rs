//! Faults inside a running module: whatever a page's objects throw, there is something to read, one event says what
//! happened, and the widget lives on.

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use super::BLANK;
use crate::page::Page;

crate::tests! {
    each_import_may_throw_once in Chromium; // it is one glue and one shell, and hundreds of pages
    each_method_may_throw_once in Chromium; // likewise
}

/// Widgets by their entry, and what they list.
const WIDGETS: [(&str, &str, &str); 3] = [
    ("glossary", "plan-glossary", "dt"),
    ("timeline", "plan-timeline", "[part=item]"),
    ("goals", "plan-goal-deck", "[part=goal]"),
];

/// Adds an element of a tag, waits for its list and has it searched twice; gives its events, and what else was said. In
/// one script, for there are hundreds of pages. The first change may meet the fault; the second is answered by whatever
/// lives then.
const LIVE: &str = "const [entry, tag, item, limit] = arguments, errors = [], end = performance.now() + limit;
    let ready = 0;
    addEventListener('plan-error', ({ detail }) => errors.push(detail.code)); addEventListener('plan-ready', () => ready++);
    await import(`/dist/${entry}.js`);
    const e = document.createElement(tag); if (entry === 'timeline') e.setAttribute('layout', 'list'); e.setAttribute('lang', 'zh'); document.body.append(e);
    const until = async (is, what) => {
      while (!is()) {
        if (performance.now() > end) throw new Error(`${what}: not within ${limit} ms (${errors})`);
        await new Promise((done) => setTimeout(done, 5));
      }
    };
    await until(() => ready && e.shadowRoot?.querySelectorAll(item).length > 4, 'the list');
    for (const query of ['湛江', '三']) {
      e.query = query;
      await until(() => e.shadowRoot.querySelector('input')?.value === query, `searched for ${query}`);
    }
    return [errors, window.__probe.messages.filter(({ kind }) => kind !== 'error')]";

/// How long all of that may take on a busy machine, in milliseconds.
const LIMIT: u32 = 40_000;

/// Whether the widget came to life, said so once if anything, threw nothing into the page and still hears the reader.
async fn lives(page: &Page, (entry, tag, item): (&str, &str, &str), fault: &str) -> Result<()> {
    let told = page.run(LIVE, &[json!(entry), json!(tag), json!(item), json!(LIMIT)]).await;
    let told = told.with_context(|| format!("{tag} with {fault}"))?;
    let fine = told == json!([[], []]) || told == json!([["crashed"], []]);
    assert!(fine, "{tag} with {fault}: {told}");
    Ok(())
}

async fn each_import_may_throw_once(page: &mut Page) -> Result<()> {
    let throw = "const real = WebAssembly.instantiate, wanted = arguments[0]; window.called = new Set(); let left = 1;
        WebAssembly.instantiate = (module, imports) => {
          for (const part of Object.values(imports)) for (const [name, f] of Object.entries(part)) if (typeof f === 'function')
            part[name] = function (...args) {
              called.add(name);
              if (name === wanted && left-- > 0) throw new TypeError('a fault');
              return f.apply(this, args);
            };
          return real(module, imports);
        }";
    for widget in WIDGETS {
        page.goto(BLANK).await?;
        page.run(throw, &[Value::Null]).await?;
        lives(page, widget, "no fault").await?;
        let Value::Array(called) = page.run("return [...called]", &[]).await? else { panic!("no list") };
        assert!(called.len() > 30, "{called:?}");
        for name in called {
            page.goto(BLANK).await?;
            page.run(throw, std::slice::from_ref(&name)).await?;
            lives(page, widget, &format!("the import {name}")).await?;
        }
    }
    Ok(())
}

async fn each_method_may_throw_once(page: &mut Page) -> Result<()> {
    const METHODS: [(&str, &str); 14] = [
        ("Document", "createElement"),
        ("Document", "createElementNS"),
        ("Document", "createTextNode"),
        ("Node", "insertBefore"),
        ("Node", "removeChild"),
        ("Node", "cloneNode"),
        ("Element", "setAttribute"),
        ("Element", "removeAttribute"),
        ("Element", "querySelector"),
        ("Element", "closest"),
        ("Element", "getBoundingClientRect"),
        ("EventTarget", "addEventListener"),
        ("ResizeObserver", "observe"),
        ("Promise", "then"),
    ];
    for widget in WIDGETS {
        for (holder, name) in METHODS {
            page.goto(BLANK).await?;
            let throw = "const holder = window[arguments[0]].prototype, real = holder[arguments[1]], instantiate = WebAssembly.instantiate; let left = 1;
                WebAssembly.instantiate = async (module, imports) => {
                  const instance = await instantiate(module, imports);
                  holder[arguments[1]] = function (...args) {
                    // Only what the module calls: its glue stands below.
                    if (left > 0 && /-glue/.test(new Error().stack)) { left--; throw new TypeError('a fault') }
                    return real.apply(this, args);
                  };
                  return instance;
                }";
            page.run(throw, &[json!(holder), json!(name)]).await?;
            lives(page, widget, &format!("{holder}.{name}")).await?;
        }
    }
    Ok(())
}
