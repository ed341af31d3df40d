//! Themes and tokens in pages, static content, frames and pop-ups; and the guide's rules on pages of real frameworks.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use plan_widgets::{
    Look, Theme,
    ui::looks::{Rgb, Side},
};
use serde_json::{Value, json};

use crate::emulate::Scheme;
use crate::engine;
use crate::guest::{POLICY, with_policy};
use crate::page::Page;

crate::tests! {
    each_theme_is_seen_and_axe_finds_nothing;
    tokens_count_by_where_they_stand;
    a_theme_comes_and_goes_with_its_attribute;
    static_content_has_its_theme_before_it_lives in Chromium, Firefox; // one stylesheet waits for the other
    a_strict_policy_is_kept;
    a_linked_theme_is_for_all_widgets;
    pop_ups_have_their_terms_theme;
    frames_take_a_theme_and_tokens;
    frames_say_what_is_no_token;
    prints_are_black_on_white in Chromium, Firefox; // WebKit's driver has no such mode
    forced_colours_replace_every_theme in Chromium, Firefox; // WebKit has no such mode
    what_is_pressed_is_seen_without_colour;
    every_token_changes_what_is_seen in Chromium;
    frameworks_tokens_are_taken in Chromium;
    the_guide_fits;
}

/// A page with nothing in it, light and dark.
const BLANK: &str = "/tests/timeline/blank.html";

/// The four widgets, each with what it shows when it is live.
const WIDGETS: [(&str, &str); 4] = [
    ("plan-timeline", "summary, button[data-row]"),
    ("plan-goal-deck", "[part=goal]"),
    ("plan-glossary", "button[part=name], [part=list] button"),
    ("plan-overview", "button[data-row]"),
];

/// Shows a widget alone in a page, live.
async fn show(page: &Page, (tag, awaited): (&str, &str), attributes: &str) -> Result<()> {
    page.goto(BLANK).await?;
    add(page, (tag, awaited), attributes).await
}

/// Puts a widget into the page as it is, and waits until it is live.
async fn add(page: &Page, (tag, awaited): (&str, &str), attributes: &str) -> Result<()> {
    let js = "await import('/dist/plan-widgets.js'); (document.querySelector('main') ?? document.body).innerHTML = arguments[0]";
    page.run(js, &[json!(format!("<h1>x</h1><{tag} lang=en {attributes}></{tag}>"))]).await?;
    let live = format!(
        "document.querySelector('{tag}').shadowRoot?.querySelector('.plan-root')?.querySelector('{awaited}')"
    );
    page.wait(&live, "the live widget").await
}

/// A computed style of the widget's root.
async fn style(page: &Page, property: &str) -> Result<Value> {
    let js = format!(
        "return getComputedStyle(document.querySelector('[theme], plan-timeline, plan-goal-deck, plan-glossary, plan-overview').shadowRoot.querySelector('.plan-root')).{property}"
    );
    page.eval(&js, &[]).await
}

fn css(color: Rgb) -> String {
    let [r, g, b] = color.0;
    format!("rgb({r}, {g}, {b})")
}

async fn each_theme_is_seen_and_axe_finds_nothing(page: &mut Page) -> Result<()> {
    for (scheme, side) in [(Scheme::Light, Side::Light), (Scheme::Dark, Side::Dark)] {
        page.color_scheme(scheme).await?;
        for theme in Theme::ALL {
            for widget in WIDGETS {
                show(page, widget, &format!("theme={}", theme.name())).await?;
                let look = Look::of(*theme);
                assert_eq!(style(page, "backgroundColor").await?, css(look.color("background", side)));
                assert_eq!(style(page, "color").await?, css(look.color("text", side)));
                let found = page.axe("main").await?;
                assert_eq!(found, Vec::<String>::new(), "{} {} {scheme:?}", theme.name(), widget.0);
                page.picture(&format!("{}-{}-{scheme:?}", theme.name(), widget.0)).await?;
            }
        }
    }
    Ok(())
}

async fn tokens_count_by_where_they_stand(page: &mut Page) -> Result<()> {
    show(page, WIDGETS[0], "").await?;
    let rule = |rules: &str| json!(rules.to_owned());
    let set = "document.querySelector('style')?.remove(); document.head.append(Object.assign(document.createElement('style'), { textContent: arguments[0] }))";
    page.eval(set, &[rule(":root { --plan-text: rgb(1, 2, 3) }")]).await?;
    assert_eq!(style(page, "color").await?, "rgb(1, 2, 3)");
    show(page, WIDGETS[0], "theme=ink").await?;
    page.eval(set, &[rule(":root { --plan-text: rgb(1, 2, 3) }")]).await?;
    assert_eq!(style(page, "color").await?, "rgb(0, 0, 0)");
    page.eval(set, &[rule("plan-timeline { --plan-text: rgb(1, 2, 3) }")]).await?;
    assert_eq!(style(page, "color").await?, "rgb(1, 2, 3)");
    Ok(())
}

async fn a_theme_comes_and_goes_with_its_attribute(page: &mut Page) -> Result<()> {
    show(page, WIDGETS[0], "").await?;
    assert!(page.requests().iter().all(|request| !request.path.contains("themes")));
    let paper = css(Look::of(Theme::Paper).color("text", Side::Light));
    page.eval("document.querySelector('plan-timeline').theme = 'paper'", &[]).await?;
    let root = "getComputedStyle(document.querySelector('plan-timeline').shadowRoot.querySelector('.plan-root')).color";
    page.wait(&format!("{root} === '{paper}'"), "the theme").await?;
    page.eval("document.querySelector('plan-timeline').theme = null", &[]).await?;
    page.wait(&format!("{root} === 'rgb(29, 32, 36)'"), "the widget's own colours").await?;
    let wrong = "const said = new Promise((done) => addEventListener('plan-error', ({ detail }) => done(detail), true));
        document.querySelector('plan-timeline').theme = 'papre'; return (await said).message";
    let said = page.run(wrong, &[]).await?;
    assert!(said.as_str().is_some_and(|text| text.contains("did you mean \"paper\"?")), "{said}");
    Ok(())
}

/// Runs a task of the package's command; gives what it prints.
fn command(task: &str, arguments: &[&str]) -> Result<String> {
    let cli = xtask::root().join("pkg/dist/cli.js");
    let output =
        Command::new("node").arg(cli).arg(task).args(arguments).output().context("node does not start")?;
    anyhow::ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

/// A page of this engine's, made anew; gives its path.
fn write(page: &Page, name: &str, html: &str) -> Result<String> {
    let below = format!("{}/{name}", engine::name(page.engine()));
    xtask::write(&xtask::target().join("built").join(&below), html)?;
    Ok(format!("/built/{below}"))
}

async fn static_content_has_its_theme_before_it_lives(page: &mut Page) -> Result<()> {
    for (kind, tag) in [
        ("timeline", "plan-timeline"),
        ("goal-deck", "plan-goal-deck"),
        ("glossary", "plan-glossary"),
        ("overview", "plan-overview"),
    ] {
        let html = command(
            "render",
            &[
                kind,
                "--lang",
                "en",
                "--theme",
                "civic",
                "--stylesheet",
                &format!("/dist/{}.css", if kind == "goal-deck" { "goals" } else { kind }),
            ],
        )?;
        assert!(html.contains("<link rel=\"stylesheet\" href=\"/dist/themes/civic.css\">"));
        let html = format!(
            "<!doctype html><html lang=en><meta charset=utf-8><title>x</title><link rel=icon href=data:,><main>{html}</main>"
        );
        let path = write(page, &format!("look-{kind}.html"), &html)?;
        for width in [360, 1200] {
            page.resize(width, 900).await?;
            page.goto(&path).await?;
            let root = format!("document.querySelector('{tag}').shadowRoot.querySelector('.plan-root')");
            page.wait(&format!("getComputedStyle({root}).backgroundColor === 'rgb(255, 255, 255)' && getComputedStyle({root}).paddingTop === '24px'"), "the theme of what is static").await?;
            page.draw().await?;
            page.run("window.before = arguments[0]; document.querySelector('main').firstElementChild.dataset.was = ''; await import('/dist/plan-widgets.js')", &[]).await?;
            page.wait(&format!("{root}.querySelector('button:enabled') && !{root}.closest('.plan-static') && document.querySelector('{tag}').shadowRoot.adoptedStyleSheets.length === 2"), "the live widget").await?;
            page.draw().await?;
            assert_eq!(page.shifts().await?, Vec::<String>::new(), "{kind} at {width}");
            assert_eq!(style(page, "paddingTop").await?, "24px");
        }
    }
    Ok(())
}

async fn a_strict_policy_is_kept(page: &mut Page) -> Result<()> {
    let html = "<!doctype html><html lang=en><meta charset=utf-8><title>x</title><main><plan-glossary lang=en theme=contrast></plan-glossary></main><script type=module src=/dist/glossary.js></script>";
    let path = write(page, "look-strict.html", html)?;
    page.goto(&with_policy(&path, POLICY)).await?;
    page.wait(
        "document.querySelector('plan-glossary').shadowRoot?.querySelector('button')",
        "the live glossary",
    )
    .await?;
    assert_eq!(style(page, "color").await?, "rgb(0, 0, 0)");
    Ok(())
}

async fn a_linked_theme_is_for_all_widgets(page: &mut Page) -> Result<()> {
    show(page, WIDGETS[2], "").await?;
    let link = "await new Promise((onload) => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/dist/themes/paper.css', onload })))";
    page.run(link, &[]).await?;
    let paper = Look::of(Theme::Paper);
    assert_eq!(style(page, "backgroundColor").await?, css(paper.color("background", Side::Light)));
    page.eval("document.querySelector('plan-glossary').setAttribute('theme', 'ink')", &[]).await?;
    page.wait("getComputedStyle(document.querySelector('plan-glossary').shadowRoot.querySelector('.plan-root')).color === 'rgb(0, 0, 0)'", "the theme of its own").await
}

async fn pop_ups_have_their_terms_theme(page: &mut Page) -> Result<()> {
    page.goto(BLANK).await?;
    let js = "document.querySelector('main').innerHTML = '<h1>x</h1><p><plan-term lang=en term=three-ones theme=civic>Three Ones</plan-term></p>'; await import('/dist/plan-widgets.js')";
    page.run(js, &[]).await?;
    page.wait("document.querySelector('plan-term[role]')", "the term").await?;
    page.run("document.querySelector('plan-term').click()", &[]).await?;
    let raised = css(Look::of(Theme::Civic).color("background-raised", Side::Light));
    let shown = format!(
        "getComputedStyle(document.querySelector('plan-popup')?.shadowRoot.querySelector('.plan-root') ?? document.body).backgroundColor === '{raised}'"
    );
    page.wait(&shown, "the pop-up").await?;
    assert_eq!(page.axe("body").await?, Vec::<String>::new());
    Ok(())
}

/// A page for frames, with a query.
const FRAME: &str = "/en/embed/timeline/transport/";

async fn frames_take_a_theme_and_tokens(page: &mut Page) -> Result<()> {
    let query = "?layout=list&theme=paper&accent=%230b6b3a&font=%22Noto%20Sans%22,%20serif&font-size=1.25em&space=0.5em&radius=1em";
    page.goto(&format!("{FRAME}{query}")).await?;
    page.wait(
        "document.querySelector('plan-timeline').shadowRoot?.adoptedStyleSheets.length === 2",
        "the live timeline",
    )
    .await?;
    let paper = Look::of(Theme::Paper);
    assert_eq!(style(page, "backgroundColor").await?, css(paper.color("background", Side::Light)));
    let ground = page.eval("return getComputedStyle(document.documentElement).backgroundColor", &[]).await?;
    assert_eq!(ground, css(paper.color("background", Side::Light)));
    assert_eq!(style(page, "fontFamily").await?, "\"Noto Sans\", serif");
    assert_eq!(style(page, "fontSize").await?, "20px");
    let inside = "const root = document.querySelector('plan-timeline').shadowRoot; return [getComputedStyle(root.querySelector('[part=group-title]')).paddingBlockEnd, getComputedStyle(root.querySelector('[part=meanings] summary')).color]";
    let inside = page.eval(inside, &[]).await?;
    assert_eq!(inside, json!(["22.5px", "rgb(11, 107, 58)"]));
    Ok(())
}

async fn frames_say_what_is_no_token(page: &mut Page) -> Result<()> {
    for (query, named) in [
        ("accent=red", "accent"),
        ("accent=%23000%3B%20color%3A%20red", "accent"),
        ("font=url(//example.org)", "font"),
        ("font-size=100rem", "font-size"),
        ("space=calc(1em)", "space"),
        ("radius=-1em", "radius"),
    ] {
        page.goto(&format!("{FRAME}?layout=list&{query}")).await?;
        page.wait(
            "document.querySelector('plan-timeline').shadowRoot?.adoptedStyleSheets.length",
            "the live timeline",
        )
        .await?;
        let style = page.eval("return document.querySelector('plan-timeline').style.cssText", &[]).await?;
        assert_eq!(style, "", "{query}");
        for _ in 0..50 {
            if page.console().await?.iter().any(|message| message.text.contains("not valid")) {
                break;
            }
            page.draw().await?;
        }
        let console = page.console().await?;
        let start =
            format!("plan-widgets: <plan-timeline> An attribute is not valid and was ignored: {named}: ");
        assert!(console.iter().any(|message| message.text.starts_with(&start)), "{query}: {console:?}");
    }
    Ok(())
}

async fn prints_are_black_on_white(page: &mut Page) -> Result<()> {
    page.color_scheme(Scheme::Dark).await?;
    for theme in Theme::ALL {
        show(page, WIDGETS[0], &format!("layout=list theme={}", theme.name())).await?;
        page.print_media().await?;
        page.draw().await?;
        assert_eq!(style(page, "color").await?, "rgb(0, 0, 0)");
        assert_eq!(style(page, "backgroundColor").await?, "rgba(0, 0, 0, 0)");
        let mark = "return getComputedStyle(document.querySelector('plan-timeline').shadowRoot.querySelector('[part=item] [data-stage]'), '::before').color";
        assert_eq!(page.eval(mark, &[]).await?, "rgb(0, 0, 0)");
    }
    Ok(())
}

/// A token that is documented changes a computed style of some element in some widget.
/// The reader's colours, whatever the theme; and everything is there as in any other page.
async fn forced_colours_replace_every_theme(page: &mut Page) -> Result<()> {
    page.forced_colors().await?;
    for theme in Theme::ALL {
        for widget in WIDGETS {
            show(page, widget, &format!("theme={}", theme.name())).await?;
            page.draw().await?;
            let colours = "const tell = (color) => { const probe = document.createElement('div'); probe.style.backgroundColor = color; document.body.append(probe); const told = getComputedStyle(probe).backgroundColor; probe.remove(); return told };
                const root = document.querySelector('[theme]').shadowRoot.querySelector('.plan-root'), style = getComputedStyle(root);
                return [[style.backgroundColor, style.color], [tell('Canvas'), tell('CanvasText')]]";
            let colours = page.eval(colours, &[]).await?;
            assert_eq!(colours[0][1], colours[1][1], "{} {}: text", theme.name(), widget.0);
            let ground = &colours[0][0];
            assert!(
                *ground == colours[1][0] || *ground == "rgba(0, 0, 0, 0)",
                "{} {}: {colours}",
                theme.name(),
                widget.0
            );
            page.picture(&format!("forced-{}-{}", theme.name(), widget.0)).await?;
        }
    }
    Ok(())
}

/// In every theme, for some have one colour only.
async fn what_is_pressed_is_seen_without_colour(page: &mut Page) -> Result<()> {
    for theme in Theme::ALL {
        show(page, WIDGETS[0], &format!("layout=list theme={}", theme.name())).await?;
        page.eval("document.querySelector('plan-timeline').shadowRoot.querySelector('[part=legend] button').click()", &[]).await?;
        let lines = "[...document.querySelector('plan-timeline').shadowRoot.querySelectorAll(':is([part=layouts], [part=legend]) button')].map((button) => [button.ariaPressed ?? button.getAttribute('aria-pressed'), getComputedStyle(button).textDecorationLine])";
        page.wait(
            &format!("{lines}.filter(([pressed]) => pressed === 'true').length === 2"),
            "two pressed buttons",
        )
        .await?;
        let lines = page.eval(&format!("return {lines}"), &[]).await?;
        for button in lines.as_array().context("no buttons")? {
            assert_eq!(button[0] == "true", button[1] == "underline", "{}: {lines}", theme.name());
        }
        page.picture(&format!("pressed-{}", theme.name())).await?;
    }
    Ok(())
}

async fn every_token_changes_what_is_seen(page: &mut Page) -> Result<()> {
    use plan_widgets::ui::looks::{Kind, PREFIX, TOKENS};
    let seen = "const all = []; for (const root of document.querySelectorAll('main > *')) for (const e of root.shadowRoot?.querySelectorAll('*') ?? []) for (const part of ['', '::before', '::after', '::placeholder']) {
        if (part && part !== '::placeholder' && getComputedStyle(e, part).content === 'none') continue;
        const s = getComputedStyle(e, part || null);
        all.push([s.color, s.backgroundColor, s.backgroundImage, s.borderTopColor, s.borderTopWidth, s.borderTopLeftRadius, s.fontFamily, s.fontSize, s.fontWeight, s.lineHeight, s.paddingTop, s.boxShadow, s.transitionDuration, s.outlineColor].join()) }
        return all.join('\\n')";
    for (widget, attributes) in [
        (WIDGETS[1], "progress=/school/progress.json src=/school/plan.json query=e group=topic"),
        (WIDGETS[3], ""),
        (WIDGETS[0], "layout=list query=port"),
    ] {
        show(page, widget, attributes).await?;
        page.run("await new Promise((done) => setTimeout(done, 500))", &[]).await?;
        let before = page.eval(seen, &[]).await?;
        for (token, kind) in TOKENS {
            let stage = token.starts_with("stage-");
            let status = ["warning", "positive", "negative"].contains(&token);
            // Rings and pop-ups are seen when there is one, which other tests wait for.
            let elsewhere =
                token.starts_with("focus") || ["shadow", "link", "background-raised"].contains(&token);
            if elsewhere
                || status
                || stage && widget.0 != "plan-overview"
                || widget.0 == "plan-overview" && ["mark", "line-control", "font-size-title"].contains(&token)
            {
                continue;
            }
            let value = match kind {
                Kind::Color | Kind::Shade => "#123456",
                Kind::Font => "monospace",
                Kind::Length => "1.9em",
                Kind::Rule => "7px",
                Kind::Number => "3",
                Kind::Time => "90ms",
            };
            let set =
                "document.querySelector('main > :last-child').style.setProperty(arguments[0], arguments[1])";
            let name = format!("{PREFIX}{token}");
            page.eval(set, &[json!(name), json!(value)]).await?;
            let after = page.eval(seen, &[]).await?;
            assert_ne!(before, after, "{name} changes nothing in {}", widget.0);
            page.eval(set, &[json!(name), json!("")]).await?;
        }
    }
    Ok(())
}

/// The stylesheet of each framework, what of it has its accent, and what its corners.
const FRAMEWORKS: [(&str, &str, &str, &str); 4] = [
    // Its package is a hundred megabytes: this is what it writes.
    (
        "antd",
        "/tests/looks/antd-6.css",
        "<a style='color: var(--ant-color-link)' href=#>x</a>",
        "<p style='border-radius: var(--ant-border-radius)'>x</p>",
    ),
    (
        "bootstrap",
        "/npm/bootstrap/dist/css/bootstrap.min.css",
        "<a href=#>x</a>",
        "<input class=form-control>",
    ),
    (
        "govuk",
        "/npm/govuk-frontend/dist/govuk/govuk-frontend.min.css",
        "<p style='color: var(--govuk-brand-colour)'>x</p>",
        "<input class=govuk-input>",
    ),
    (
        "uswds",
        "/npm/@uswds/uswds/dist/css/uswds.min.css",
        "<a class=usa-link href=#>x</a>",
        "<a class=usa-button href=#>x</a>",
    ),
];

async fn frameworks_tokens_are_taken(page: &mut Page) -> Result<()> {
    let folder = xtask::root().join("tests/browser/pages/looks");
    for (name, stylesheet, accent, corners) in FRAMEWORKS {
        assert!(Path::new(&folder).join(name).with_extension("css").is_file());
        page.goto(BLANK).await?;
        let js = "document.querySelector('style')?.remove();
            for (const href of [arguments[0], `/tests/looks/${arguments[1]}.css`]) await new Promise((onload) => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload })))";
        page.run(js, &[json!(stylesheet), json!(name)]).await?;
        page.eval("document.querySelector('main').className = 'city ant-app'", &[]).await?;
        add(page, WIDGETS[0], "layout=list").await?;
        let both = "const made = document.createElement('div'); made.className = 'usa-prose govuk-body'; if (arguments[2] === 'antd') made.className = 'city ant-app', made.style.fontFamily = 'var(--ant-font-family)'; made.innerHTML = arguments[0] + arguments[1]; document.body.append(made);
            const [accent, corners] = made.children, of = (e) => getComputedStyle(e);
            const root = document.querySelector('plan-timeline').shadowRoot, first = (list) => list.replaceAll('\"', '').split(',')[0].trim().toLowerCase();
            const ours = (selector) => of(root.querySelector(selector));
            return [[of(accent).color, first(of(made).fontFamily), of(corners).borderTopLeftRadius], [ours('[part=meanings] summary').color, first(ours('.plan-root').fontFamily), ours('[part=search-input]').borderTopLeftRadius]]";
        let both = page.run(both, &[json!(accent), json!(corners), json!(name)]).await?;
        assert_eq!(both[0], both[1], "{name}");
        page.picture(&format!("look-{name}")).await?;
    }
    Ok(())
}

async fn the_guide_fits(page: &mut Page) -> Result<()> {
    for path in ["/guide/your-own-look.html", "/en/guide/your-own-look.html"] {
        for scheme in [Scheme::Light, Scheme::Dark] {
            page.color_scheme(scheme).await?;
            page.goto(path).await?;
            assert_eq!(page.axe("html").await?, Vec::<String>::new(), "{path}");
        }
        for width in [320, 1600] {
            page.resize(width, 900).await?;
            let over = "const d = document.documentElement; return d.scrollWidth - d.clientWidth";
            assert_eq!(page.eval(over, &[]).await?, 0, "{path} at {width}");
        }
    }
    Ok(())
}
