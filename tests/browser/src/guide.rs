//! The guide to own plans, and what a plan that isn't the bundled one goes through: its check, and a widget that shows it.

use anyhow::Result;
use serde_json::json;

use crate::emulate::Scheme;
use crate::gallery::LIVE;
use crate::guest::{POLICY, PRERENDERED, SAYS, with_policy};
use crate::page::Page;

crate::tests! {
    another_plan_is_shown_as_it_was_prerendered;
    going_live_moves_nothing;
    only_other_plans_are_checked_and_once;
    the_page_says_what_the_command_says;
    a_strict_policy_with_trusted_types_is_kept;
    without_the_checker_the_static_content_stays;
    a_plan_without_terms_says_so;
    axe_finds_nothing;
    nothing_is_wider_than_the_page;
}

/// The guide's pages, and a term that the plan on them has.
const GUIDES: [(&str, &str); 2] =
    [("/guide/your-own-plan.html", "读书课"), ("/en/guide/your-own-plan.html", "Reading hour")];

async fn open(page: &Page, path: &str) -> Result<()> {
    page.goto(path).await?;
    page.eval("document.querySelector('plan-glossary').scrollIntoView()", &[]).await?;
    page.wait(LIVE, "the live glossary").await
}

async fn another_plan_is_shown_as_it_was_prerendered(page: &mut Page) -> Result<()> {
    for (path, term) in GUIDES {
        open(page, path).await?;
        let live = page.eval(SAYS, &[]).await?;
        assert!(live.as_str().is_some_and(|text| text.contains(&term.replace(' ', ""))), "{live}");
        assert_eq!(page.eval_async(PRERENDERED, &[json!(path)]).await?, live, "{path}");
        assert_eq!(page.console().await?, vec![]);
    }
    Ok(())
}

async fn going_live_moves_nothing(page: &mut Page) -> Result<()> {
    for (path, _) in GUIDES {
        for width in [320, 1600] {
            page.resize(width, 900).await?;
            open(page, path).await?;
            assert_eq!(page.shifts().await?, Vec::<String>::new(), "{path} at {width}");
        }
    }
    Ok(())
}

/// How often the server was asked for a file of this name.
fn asked(page: &Page, name: &str) -> usize {
    page.requests().iter().filter(|request| request.path.ends_with(name)).count()
}

async fn only_other_plans_are_checked_and_once(page: &mut Page) -> Result<()> {
    open(page, "/glossary/").await?;
    assert_eq!((asked(page, "/check-goals.js"), asked(page, "/check-goals.wasm")), (0, 0));
    page.goto("/tests/glossary/blank.html").await?;
    // All in one spot: what is pushed out of sight by others would wait there.
    let add = "await import('/dist/plan-widgets.js'); let ready = 0;
        document.addEventListener('plan-ready', () => ready++);
        const add = (properties) => {
          const element = Object.assign(document.createElement('plan-glossary'), properties);
          element.style.cssText = 'position: fixed; top: 0; left: 0';
          document.body.append(element);
        };
        for (let i = 0; i < 20; i++) add({ src: '/school/plan.json' });
        add({ model: await (await fetch('/school/plan.json')).json() });
        while (ready < 21) await new Promise((later) => setTimeout(later, 20))";
    page.eval_async(add, &[]).await?;
    assert_eq!((asked(page, "/check-goals.js"), asked(page, "/check-goals.wasm")), (1, 1));
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

async fn the_page_says_what_the_command_says(page: &mut Page) -> Result<()> {
    for (path, _) in GUIDES {
        open(page, path).await?;
        let compare = "const reported = new Promise((done) => addEventListener('plan-error', ({ detail }) => done(detail)));
            const glossary = document.querySelector('plan-glossary'); glossary.src = new URL('/school/mistaken.json', location);
            const { code, problems } = await reported;
            const shown = document.querySelector('[data-check]').textContent.trim().split('\\n').slice(1, -1);
            return [code, problems.map(({ text }) => text).sort(), shown.map((line) => line.replace(/^[^ ]+:\\d+:\\d+: /, '')).sort(), glossary.shadowRoot.querySelectorAll('dt').length]";
        let said = page.run(compare, &[]).await?;
        let [code, reported, shown, terms] = &said.as_array().map_or(&[][..], Vec::as_slice) else {
            panic!("{said}")
        };
        assert_eq!((code, reported, terms), (&json!("model-invalid"), shown, &json!(1)));
        assert_eq!(reported.as_array().map(Vec::len), Some(3));
    }
    Ok(())
}

async fn a_strict_policy_with_trusted_types_is_kept(page: &mut Page) -> Result<()> {
    for (path, _) in GUIDES {
        open(page, &with_policy(path, POLICY)).await?;
        assert_eq!(page.console().await?, vec![]);
    }
    Ok(())
}

async fn without_the_checker_the_static_content_stays(page: &mut Page) -> Result<()> {
    page.goto("/tests/glossary/blank.html").await?;
    // As when a publisher has copied some of the files only.
    let add = "const real = fetch; window.mend = () => (window.fetch = real); window.fetch = (url, ...rest) => real(String(url).includes('check-goals.wasm') ? '/no-such-file.wasm' : url, ...rest);
        window.errors = []; document.addEventListener('plan-error', ({ detail }) => errors.push(detail));
        await import('/dist/plan-widgets.js');
        document.body.innerHTML = '<plan-glossary src=\"/school/plan.json\">what stands here</plan-glossary>'";
    page.run(add, &[]).await?;
    page.wait("errors.length", "the error").await?;
    let seen = "return [errors[0].code, errors[0].message.includes('check-goals.wasm'), document.querySelector('plan-glossary').innerText]";
    assert_eq!(page.run(seen, &[]).await?, json!(["network", true, "what stands here"]));
    // Another time it may be there.
    page.run("mend(); document.querySelector('plan-glossary').src = '/school/smallest.json'", &[]).await?;
    page.wait(LIVE, "the live glossary").await
}

async fn a_plan_without_terms_says_so(page: &mut Page) -> Result<()> {
    page.goto("/tests/glossary/blank.html").await?;
    let add = "await import('/dist/plan-widgets.js'); const text = { en: 'A plan' };
        document.body.append(Object.assign(document.createElement('plan-glossary'), { model: { schema: 1, languages: ['en'], plan: { id: 'p', title: text, short: text } } }))";
    page.run(add, &[]).await?;
    let none = "document.querySelector('plan-glossary').shadowRoot?.querySelector('[part=none]')";
    page.wait(none, "the sentence").await?;
    assert_eq!(page.eval(&format!("return {none}.textContent"), &[]).await?, "This plan explains no terms.");
    Ok(())
}

async fn axe_finds_nothing(page: &mut Page) -> Result<()> {
    for scheme in [Scheme::Light, Scheme::Dark] {
        page.color_scheme(scheme).await?;
        for (path, _) in GUIDES {
            open(page, path).await?;
            assert_eq!(page.axe("html").await?, Vec::<String>::new(), "{path}");
        }
    }
    Ok(())
}

async fn nothing_is_wider_than_the_page(page: &mut Page) -> Result<()> {
    for (path, _) in GUIDES {
        open(page, path).await?;
        for width in [320, 720, 1600] {
            page.resize(width, 800).await?;
            page.draw().await?;
            let overflow = "const d = document.documentElement; return d.scrollWidth - d.clientWidth";
            assert_eq!(page.eval(overflow, &[]).await?, 0, "{path} at {width}");
        }
    }
    Ok(())
}
