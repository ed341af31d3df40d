//! The page that makes what people paste, and what was pasted.

use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use xtask::setup::{self, Need};

use crate::emulate::Scheme;
use crate::engine;
use crate::guest::{POLICY, with_policy};
use crate::input::Key;
use crate::page::Page;

crate::tests! {
    it_begins_with_the_whole_timeline;
    topics_and_goals_have_their_names;
    choices_change_preview_and_snippets;
    what_is_shown_is_in_each_snippet;
    no_choice_is_lost_in_a_snippet in Chromium; // strings alike in all
    looks_are_the_same_in_all_three_ways;
    looks_are_chosen_with_keys;
    tokens_that_are_none_are_left_out;
    choices_stay_in_the_url;
    the_reader_goes_back_where_they_came_from;
    keys_choose;
    a_pasted_frame_shows_its_topic;
    pasted_elements_go_live;
    terms_are_marked_where_they_were_pasted;
    pasted_html_has_the_looks;
    the_commands_print_what_was_selected in Chromium; // no browser takes part
    what_readers_select_is_counted_as_the_guide_says;
    the_files_that_it_names_are_there in Chromium; // the server answers all alike
    the_integrity_is_the_files;
    snippets_are_copied in Chromium; // the others' drivers can't grant the clipboard
    what_cannot_be_copied_is_selected;
    without_javascript_the_snippets_are_there;
    a_strict_policy_with_trusted_types_is_kept;
    axe_finds_nothing;
    nothing_is_wider_than_the_page;
}

/// The page in both languages, with the folder of the frames' pages in that language.
const PAGES: [(&str, &str, &str); 2] =
    [("zh", "/embedding/", "/embed/"), ("en", "/en/embedding/", "/en/embed/")];

/// What everybody puts in place of the URL that stands there without scripts.
const PLACEHOLDER: &str = "https://YOUR-HOST";

const FRAME: &str = "document.querySelector('.preview iframe')";

/// When the URL of the selection is shown.
const READY: &str = "!document.querySelector('[data-fill=frame]').textContent.includes('YOUR-HOST')";

async fn open(page: &Page, path: &str) -> Result<()> {
    page.goto(path).await?;
    page.wait(READY, "the snippets").await
}

/// Chooses as readers do, and waits until the URL says so.
async fn choose(page: &Page, name: &str, value: &str) -> Result<()> {
    let change = "const [name, value] = arguments;
        const controls = [...document.querySelectorAll(`.builder [name=${name}]`)].filter((control) => !control.disabled);
        const control = controls.find((control) => control.value === value) ?? controls[0];
        if (['select-one', 'text', 'number'].includes(control.type)) {
          control.value = value;
          control.dispatchEvent(new Event('change', { bubbles: true }));
        } else control.click()";
    page.eval(change, &[json!(name), json!(value)]).await?;
    let said = format!("new URLSearchParams(location.search).get('{name}') === '{value}'");
    page.wait(&said, &format!("{name}={value} in the URL")).await
}

async fn filled(page: &Page, name: &str) -> Result<String> {
    let text = page
        .eval("return document.querySelector(`[data-fill=${arguments[0]}]`).textContent", &[json!(name)])
        .await?;
    Ok(text.as_str().context(name.to_owned())?.to_owned())
}

async fn previewed(page: &Page) -> Result<Value> {
    page.eval(&format!("const url = new URL({FRAME}.src); return url.pathname + url.search"), &[]).await
}

async fn it_begins_with_the_whole_timeline(page: &mut Page) -> Result<()> {
    for (lang, path, embed) in PAGES {
        open(page, path).await?;
        assert_eq!(previewed(page).await?, format!("{embed}timeline/"));
        page.wait(&format!("{FRAME}.clientHeight > 1000"), "a frame as high as its content").await?;
        // What stands there without scripts is the same, but for the host.
        let plain = "const html = await (await fetch(location.pathname)).text();
            return [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('[data-fill]')].map((node) => node.textContent)";
        let now = "return [...document.querySelectorAll('[data-fill]')].map((node) => node.textContent)";
        let here = page.eval(now, &[]).await?.to_string().replace(page.origin(), PLACEHOLDER);
        let plain = page.eval_async(plain, &[]).await?.to_string();
        assert_eq!(plain.replace("YOUR-HOST/plan-widgets", "YOUR-HOST"), here, "{lang}");
        assert_eq!(page.console().await?, vec![]);
    }
    Ok(())
}

async fn topics_and_goals_have_their_names(page: &mut Page) -> Result<()> {
    let plan = "return (await fetch('/dist/plan.json')).json()";
    for (lang, path, _) in PAGES {
        open(page, path).await?;
        let plan = page.eval_async(plan, &[]).await?;
        let names = |collection: &str, field: &str| -> Vec<Value> {
            let of = plan[collection].as_array().into_iter().flatten();
            of.map(|one| json!([one["id"], one[field][lang]])).collect()
        };
        for (widget, control, known) in [
            ("deck", "topic", names("topics", "name")),
            ("goal", "goal", names("goals", "title")),
            ("timeline", "topic", names("topics", "name")),
        ] {
            page.goto(&format!("{path}?widget={widget}")).await?;
            let options = format!(
                "[...document.querySelector('.builder [name={control}]').options].filter(({{ value }}) => value)"
            );
            page.wait(&format!("{options}.length > 5"), "the names").await?;
            let options = page
                .eval(&format!("return {options}.map(({{ value, text }}) => [value, text])"), &[])
                .await?;
            let options = options.as_array().context("no options")?;
            for option in options {
                assert!(known.contains(option), "{option} in {path}?widget={widget}");
            }
            if widget != "timeline" {
                assert_eq!(options.len(), known.len(), "{path}?widget={widget}");
            }
        }
    }
    Ok(())
}

async fn choices_change_preview_and_snippets(page: &mut Page) -> Result<()> {
    open(page, "/embedding/").await?;
    let origin = page.origin().to_owned();
    choose(page, "topic", "transport").await?;
    assert_eq!(previewed(page).await?, "/embed/timeline/transport/");
    choose(page, "lang", "en").await?;
    assert_eq!(previewed(page).await?, "/en/embed/timeline/transport/");
    choose(page, "layout", "list").await?;
    choose(page, "color-scheme", "dark").await?;
    choose(page, "deep-link", "on").await?;
    assert_eq!(previewed(page).await?, "/en/embed/timeline/transport/?layout=list&color-scheme=dark");
    let title = "Transport";
    let frame = filled(page, "frame").await?;
    assert!(
        frame.starts_with(&format!(
            "<iframe src=\"{origin}/en/embed/timeline/transport/?layout=list&amp;color-scheme=dark\" title=\""
        )),
        "{frame}"
    );
    assert!(frame.contains(title) && frame.contains(" data-deep-link>"), "{frame}");
    let element = filled(page, "element").await?;
    assert!(
        element.contains(
            "<plan-timeline lang=\"en\" topic=\"transport\" layout=\"list\" color-scheme=\"dark\" deep-link>"
        ),
        "{element}"
    );
    assert_eq!(
        filled(page, "plain").await?,
        "npx plan-widgets render timeline --lang en --topic transport --layout list --color-scheme dark --deep-link > timeline.html"
    );
    page.wait(
        &format!("{FRAME}.contentDocument.querySelector('plan-timeline').topic === 'transport'"),
        "its topic",
    )
    .await?;
    choose(page, "widget", "goal").await?;
    choose(page, "goal", "marine-economy").await?;
    choose(page, "variant", "compact").await?;
    assert_eq!(previewed(page).await?, "/en/embed/goal/marine-economy/?variant=compact&color-scheme=dark");
    assert!(
        filled(page, "element")
            .await?
            .contains("<plan-goal-card lang=\"en\" goal=\"marine-economy\" variant=\"compact\"")
    );
    choose(page, "widget", "terms").await?;
    page.wait("document.querySelector('.sample plan-term')", "a term in the sample").await?;
    let shown = format!(
        "return [{FRAME}.checkVisibility(), document.querySelector('button[value=frame]').checkVisibility()]"
    );
    assert_eq!(page.eval(&shown, &[]).await?, json!([false, false]));
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

async fn what_is_shown_is_in_each_snippet(page: &mut Page) -> Result<()> {
    open(page, "/en/embedding/").await?;
    for (name, value) in [
        ("heading", "Our \"roads\""),
        ("controls", "search filters"),
        ("from", "2020"),
        ("to", "2021-06"),
        ("limit", "5"),
        ("sort", "newest"),
    ] {
        choose(page, name, value).await?;
    }
    let query = "heading=Our+%22roads%22&controls=search+filters&from=2020&to=2021-06&limit=5&sort=newest";
    assert_eq!(previewed(page).await?, format!("/en/embed/timeline/?{query}"));
    let attributes = "heading=\"Our &quot;roads&quot;\" controls=\"search filters\" from=\"2020\" to=\"2021-06\" limit=\"5\" sort=\"newest\"";
    let element = filled(page, "element").await?;
    assert!(element.contains(&format!("<plan-timeline lang=\"en\" {attributes}>")), "{element}");
    let command = filled(page, "plain").await?;
    let flags = "--heading 'Our \"roads\"' --controls 'search filters' --from 2020 --to 2021-06 --limit 5 --sort newest";
    assert!(command.contains(flags), "{command}");
    let shown = format!(
        "{FRAME}.contentDocument?.querySelector('plan-timeline')?.shadowRoot?.querySelector('h1, h2')?.textContent === 'Our \"roads\"'"
    );
    page.wait(&shown, "the heading in the frame").await?;
    // No heading at all, and items in the order in which they were picked.
    choose(page, "headless", "on").await?;
    page.eval(
        "const select = document.querySelector('[data-adds=items]'); for (const id of ['guangzhou-zhanjiang-hsr-completion', 'adoption']) { select.value = id; select.dispatchEvent(new Event('change', { bubbles: true })) }",
        &[],
    )
    .await?;
    let items =
        "new URLSearchParams(location.search).get('items') === 'guangzhou-zhanjiang-hsr-completion adoption'";
    page.wait(items, "the picked items in the URL").await?;
    let frame = filled(page, "frame").await?;
    assert!(frame.contains("heading=&amp;") || frame.contains("heading=\""), "{frame}");
    assert!(frame.contains("items=guangzhou-zhanjiang-hsr-completion+adoption"), "{frame}");
    let command = filled(page, "plain").await?;
    assert!(command.contains("--items 'guangzhou-zhanjiang-hsr-completion adoption'"), "{command}");
    assert!(command.contains("--heading ''"), "{command}");
    // What isn't a date yet is in none of them.
    choose(page, "from", "202").await?;
    assert!(!filled(page, "element").await?.contains("from="));
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

/// Where a choice stands in a snippet: the frame's URL, the element, the command with the stylesheet beside it. An empty
/// text is for what has no part there.
struct Choice {
    widget: &'static str,
    name: &'static str,
    value: &'static str,
    frame: &'static str,
    element: &'static str,
    plain: &'static str,
}

/// The same choice of several widgets.
#[rustfmt::skip]
const CHOICES: &[(&str, &str, &str, &str, &str, &str)] = &[
    ("timeline deck", "topic", "transport", "/transport/", " topic=\"transport\"", " --topic transport"),
    ("goal", "goal", "marine-economy", "/goal/marine-economy/", " goal=\"marine-economy\"", " --goal marine-economy"),
    ("timeline deck goal glossary overview terms", "lang", "zh", "", " lang=\"zh\"", " --lang zh"),
    ("timeline", "layout", "list", "layout=list", " layout=\"list\"", " --layout list"),
    ("deck", "variant", "full", "variant=full", " variant=\"full\"", " --variant full"),
    ("goal", "variant", "compact", "variant=compact", " variant=\"compact\"", " --variant compact"),
    ("terms", "first", "all", "", " first=\"all\"", ""),
    ("timeline deck goal glossary overview terms", "color-scheme", "dark", "color-scheme=dark", " color-scheme=\"dark\"", " --color-scheme dark"),
    ("timeline deck glossary overview", "heading", "Roads", "heading=Roads", " heading=\"Roads\"", " --heading Roads"),
    ("timeline deck glossary overview", "headless", "on", "heading=", " heading=\"\"", " --heading ''"),
    ("timeline deck glossary", "controls", "none", "controls=none", " controls=\"none\"", " --controls none"),
    ("timeline", "from", "2021", "from=2021", " from=\"2021\"", " --from 2021"),
    ("timeline", "to", "2025", "to=2025", " to=\"2025\"", " --to 2025"),
    ("timeline deck glossary", "limit", "3", "limit=3", " limit=\"3\"", " --limit 3"),
    ("timeline", "sort", "newest", "sort=newest", " sort=\"newest\"", " --sort newest"),
    ("deck", "sort", "figures", "sort=figures", " sort=\"figures\"", " --sort figures"),
    ("glossary", "sort", "name", "sort=name", " sort=\"name\"", " --sort name"),
    ("timeline", "items", "adoption", "items=adoption", " items=\"adoption\"", " --items adoption"),
    ("deck", "goals", "transport-hub", "goals=transport-hub", " goals=\"transport-hub\"", " --goals transport-hub"),
    ("glossary", "terms", "five-dragons", "terms=five-dragons", " terms=\"five-dragons\"", " --terms five-dragons"),
    ("timeline deck goal glossary overview", "deep-link", "on", " data-deep-link", " deep-link", " --deep-link"),
    ("timeline deck goal glossary overview terms", "theme", "paper", "theme=paper", " theme=\"paper\"", "/dist/themes/paper.css\">"),
    ("timeline deck goal glossary overview terms", "accent", "#005ea2", "accent=%23005ea2", "--plan-accent: #005ea2;", "--plan-accent: #005ea2;"),
    ("timeline deck goal glossary overview terms", "font", "\"Noto Sans\", serif", "font=%22Noto+Sans%22%2C+serif", "--plan-font: \"Noto Sans\", serif;", "--plan-font: \"Noto Sans\", serif;"),
    ("timeline deck goal glossary overview terms", "font-size", "1.25em", "font-size=1.25em", "--plan-font-size: 1.25em;", "--plan-font-size: 1.25em;"),
    ("timeline deck goal glossary overview terms", "space", "0.3125em", "space=0.3125em", "--plan-space: 0.3125em;", "--plan-space: 0.3125em;"),
    ("timeline deck goal glossary overview terms", "radius", "0em", "radius=0em", "--plan-radius: 0em;", "--plan-radius: 0em;"),
];

/// Every control of the form, for every widget that has it.
async fn no_choice_is_lost_in_a_snippet(page: &mut Page) -> Result<()> {
    let each = CHOICES.iter().flat_map(|&(widgets, name, value, frame, element, plain)| {
        widgets.split(' ').map(move |widget| Choice { widget, name, value, frame, element, plain })
    });
    let mut tried: Vec<_> = each.clone().map(|choice| format!("{} {}", choice.widget, choice.name)).collect();
    let mut there = Vec::new();
    let controls = "return [...new Set([...document.querySelectorAll('.builder [name]')].filter(({ disabled, name }) => !disabled && name !== 'widget').map(({ name }) => name))]";
    for widget in ["timeline", "deck", "goal", "glossary", "overview", "terms"] {
        open(page, &format!("/en/embedding/?widget={widget}")).await?;
        let names = page.eval(controls, &[]).await?;
        let names = names.as_array().context("no controls")?.clone();
        there.extend(names.iter().map(|name| format!("{widget} {}", name.as_str().unwrap_or_default())));
    }
    tried.sort();
    there.sort();
    assert_eq!(tried, there, "the table has every choice");
    let ready = "return document.querySelector('a[data-fill=ready]').checkVisibility()";
    for widget in ["timeline", "deck", "goal", "glossary", "overview", "terms"] {
        // All in one URL; no heading goes before one's own.
        for of in ["heading", "headless"] {
            let all = each.clone().filter(|choice| choice.widget == widget);
            let all: Vec<_> =
                all.filter(|choice| choice.name == of || !choice.name.starts_with("head")).collect();
            let mut query = vec![("widget", widget)];
            query.extend(all.iter().map(|choice| (choice.name, choice.value)));
            let query =
                page.eval("return String(new URLSearchParams(arguments[0]))", &[json!(query)]).await?;
            open(page, &format!("/en/embedding/?{}", query.as_str().context("no query")?)).await?;
            let frame = filled(page, "frame").await?;
            let element = filled(page, "element").await?;
            let plain = filled(page, "plain").await? + &filled(page, "looks").await?;
            let previewed = previewed(page).await?;
            for Choice { name, value, frame: in_frame, element: in_element, plain: in_plain, .. } in all {
                let at = format!("{widget}, {name}={value}");
                assert!(frame.contains(in_frame), "{at}: {in_frame} is not in {frame}");
                assert!(element.contains(in_element), "{at}: {in_element} is not in {element}");
                assert!(plain.contains(in_plain), "{at}: {in_plain} is not in {plain}");
                if !in_frame.starts_with(' ') && widget != "terms" {
                    assert!(
                        previewed.as_str().is_some_and(|url| url.contains(in_frame)),
                        "{at}: {previewed}"
                    );
                }
            }
            assert_eq!(page.eval(ready, &[]).await?, false, "{widget}: what is ready has none of it");
        }
        // Looks stand beside it.
        if widget != "goal" {
            open(page, &format!("/en/embedding/?widget={widget}&accent=%23005ea2")).await?;
            assert_eq!(page.eval(ready, &[]).await?, true, "{widget}");
        }
    }
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

/// What is pasted looks as it was chosen: in the frame, live, and as plain HTML without a script.
async fn looks_are_the_same_in_all_three_ways(page: &mut Page) -> Result<()> {
    let choice = "?layout=list&theme=paper&accent=%230b6b3a&font=%22Noto+Sans%22%2C+serif&font-size=1.25em&space=0.3125em&radius=0.75em&lang=en";
    let seen = "const style = getComputedStyle(root); const title = getComputedStyle(root.querySelector('[part=group-title]')); const link = getComputedStyle(root.querySelector('[part=meanings] summary')); return [style.backgroundColor, style.fontFamily, style.fontSize, title.paddingBlockEnd, link.color, getComputedStyle(root).getPropertyValue('--plan-radius')]";
    let expected = json!([
        "rgb(248, 243, 232)",
        "\"Noto Sans\", serif",
        "20px",
        "14.0625px",
        "rgb(11, 107, 58)",
        "0.75em"
    ]);
    for (_, path, _) in PAGES {
        open(page, &format!("{path}{choice}")).await?;
        let (frame, element, looks, command) = (
            filled(page, "frame").await?,
            filled(page, "element").await?,
            filled(page, "looks").await?,
            filled(page, "plain").await?,
        );
        let live = "document.querySelector('plan-timeline')?.shadowRoot?.querySelector('summary[data-row]')";
        let themed = "document.querySelector('plan-timeline').shadowRoot.adoptedStyleSheets.length === 2";
        let root =
            "const root = document.querySelector('plan-timeline').shadowRoot.querySelector('.plan-root');";
        let open_to_all =
            "frame-src *; script-src * 'wasm-unsafe-eval'; connect-src *; style-src * 'unsafe-inline'";
        paste(page, &frame, open_to_all).await?;
        page.client()?.enter_frame(0).await?;
        page.wait(live, "the live timeline in the frame").await?;
        page.wait(themed, "its theme").await?;
        assert_eq!(page.eval(&format!("{root} {seen}"), &[]).await?, expected, "frame");
        page.client()?.enter_parent_frame().await?;
        paste(page, &element, open_to_all).await?;
        page.wait(live, "the live timeline").await?;
        page.wait(themed, "its theme").await?;
        assert_eq!(page.eval(&format!("{root} {seen}"), &[]).await?, expected, "element");
        let html = printed(&command)?;
        paste(page, &format!("{looks}{html}"), "style-src * 'unsafe-inline'").await?;
        let root = "const root = document.querySelector('plan-timeline > .plan-root');";
        assert_eq!(page.eval(&format!("{root} {seen}"), &[]).await?, expected, "plain HTML");
    }
    Ok(())
}

/// What a command of the page prints.
fn printed(command: &str) -> Result<String> {
    let node = setup::ensure(&xtask::root(), &[Need::Npm], false)?.npm.context("no Node.js")?.node;
    let words: Vec<&str> = command.split(' ').collect();
    let ["npx", "plan-widgets", arguments @ .., ">", _] = &words[..] else { panic!("{command}") };
    let made = Command::new(&node).arg(xtask::target().join("www/dist/cli.js")).args(arguments).output()?;
    ensure!(made.status.success(), "{command}: {}", String::from_utf8_lossy(&made.stderr));
    Ok(String::from_utf8(made.stdout)?)
}

async fn looks_are_chosen_with_keys(page: &mut Page) -> Result<()> {
    open(page, "/en/embedding/?lang=en&layout=list").await?;
    page.resize(320, 900).await?;
    page.eval("document.querySelector('[name=accent]').focus()", &[]).await?;
    page.keys("#b3006b").await?;
    page.key(Key::Tab).await?;
    page.wait("new URLSearchParams(location.search).get('accent') === '#b3006b'", "the accent").await?;
    // The picker beside it sets the same text.
    let pick = "const picker = document.querySelector('[data-sets=accent]'); picker.value = '#005ea2'; picker.dispatchEvent(new Event('change', { bubbles: true })); return document.querySelector('[name=accent]').value";
    assert_eq!(page.eval(pick, &[]).await?, "#005ea2");
    page.wait("new URLSearchParams(location.search).get('accent') === '#005ea2'", "the picked accent")
        .await?;
    let live = format!(
        "{FRAME}.contentDocument?.querySelector('plan-timeline')?.style.getPropertyValue('--plan-accent') === '#005ea2'"
    );
    page.wait(&live, "the accent in the preview").await?;
    let labels = "return [...document.querySelectorAll('.looks :is(input, select)')].map((control) => control.labels?.length || control.ariaLabel ? '' : control.name).join('')";
    assert_eq!(page.eval(labels, &[]).await?, "");
    page.picture("embedding-looks-320").await?;
    Ok(())
}

async fn tokens_that_are_none_are_left_out(page: &mut Page) -> Result<()> {
    open(page, "/en/embedding/?theme=mauve&radius=99px").await?;
    assert_eq!(previewed(page).await?, "/en/embed/timeline/");
    for (name, wrong) in [
        ("accent", "red"),
        ("accent", "#12"),
        ("accent", "#fff;}body{display:none"),
        ("font", "a; } body { color: red"),
        ("font", "x</style><script>alert(1)</script>"),
    ] {
        open(page, "/en/embedding/").await?;
        choose(page, name, wrong).await?;
        for snippet in ["frame", "element", "looks"] {
            let said = filled(page, snippet).await?;
            assert!(!said.contains(&format!("{name}=")) && !said.contains("--plan-"), "{wrong}: {said}");
        }
    }
    Ok(())
}

async fn choices_stay_in_the_url(page: &mut Page) -> Result<()> {
    let choice = "?widget=deck&topic=ocean&lang=en&variant=full&color-scheme=light&deep-link=on";
    open(page, &format!("/embedding/{choice}")).await?;
    assert_eq!(page.eval("return location.search", &[]).await?, choice);
    assert_eq!(previewed(page).await?, "/en/embed/deck/ocean/?variant=full&color-scheme=light");
    let controls = "return [...new FormData(document.querySelector('.builder'))].filter(([, value]) => value).map((pair) => pair.join('=')).join('&')";
    let said = page.eval(controls, &[]).await?;
    assert_eq!(json!(format!("?{}", said.as_str().context("no choice")?)), choice);
    // The other language's page gets it, too.
    page.click(&["nav [hreflang]"]).await?;
    page.wait_for_url("/en/embedding/").await?;
    page.wait(READY, "the other page").await?;
    assert_eq!(previewed(page).await?, "/en/embed/deck/ocean/?variant=full&color-scheme=light");
    // What there isn't does no harm.
    open(page, "/embedding/?widget=map&topic=nothing&lang=fr&utm=x").await?;
    assert_eq!(previewed(page).await?, "/embed/timeline/");
    assert_eq!(page.eval("return location.search", &[]).await?, "?utm=x");
    Ok(())
}

async fn the_reader_goes_back_where_they_came_from(page: &mut Page) -> Result<()> {
    open(page, "/embedding/").await?;
    let length = page.eval("return history.length", &[]).await?;
    for topic in ["transport", "energy", "water"] {
        choose(page, "topic", topic).await?;
        page.wait(
            &format!("{FRAME}.contentDocument?.querySelector('plan-timeline')?.topic === '{topic}'"),
            topic,
        )
        .await?;
    }
    assert_eq!(page.eval("return history.length", &[]).await?, length);
    Ok(())
}

async fn keys_choose(page: &mut Page) -> Result<()> {
    open(page, "/embedding/").await?;
    page.eval("document.querySelector('[name=widget]').focus()", &[]).await?;
    page.key(Key::Right).await?;
    page.wait("location.search === '?widget=deck'", "the next widget").await?;
    assert_eq!(previewed(page).await?, "/embed/deck/");
    Ok(())
}

/// Writes a page with `snippet` in it on another site than the widgets', and opens it there under `policy`.
async fn paste(page: &Page, snippet: &str, policy: &str) -> Result<()> {
    let name = format!("{}.html", engine::name(page.engine()));
    let html = format!(
        "<!doctype html><html lang=\"zh\"><meta charset=\"utf-8\"><title>A page</title><link rel=\"icon\" href=\"data:,\"><h1>A page</h1>{snippet}</html>"
    );
    xtask::write(&xtask::target().join("pasted").join(&name), html)?;
    // `'self'` is for what watches the page.
    let policy =
        format!("default-src 'none'; img-src data:; {policy}").replace("script-src", "script-src 'self'");
    page.goto_url(&format!("{}{}", page.foreign_origin(), with_policy(&format!("/pasted/{name}"), &policy)))
        .await
}

/// What the page says of the policy of one way.
async fn policy(page: &Page, row: usize) -> Result<String> {
    let text = page
        .eval(
            "return document.querySelectorAll('#policy tbody td:first-of-type code')[arguments[0]].textContent",
            &[json!(row)],
        )
        .await?;
    Ok(text.as_str().context("no policy")?.to_owned())
}

async fn a_pasted_frame_shows_its_topic(page: &mut Page) -> Result<()> {
    open(page, "/embedding/?topic=transport").await?;
    let frame = filled(page, "frame").await?;
    let whole = format!("{}; {}", policy(page, 0).await?, policy(page, 1).await?);
    for (policy, script) in [(&whole, true), (&policy(page, 0).await?, false)] {
        paste(page, &frame, policy).await?;
        page.eval("document.querySelector('iframe').scrollIntoView()", &[]).await?;
        if script {
            page.wait(
                "document.querySelector('iframe').clientHeight !== 640",
                "a frame as high as its content",
            )
            .await?;
        }
        page.client()?.enter_frame(0).await?;
        page.wait(
            "document.querySelector('plan-timeline')?.shadowRoot?.querySelector('[data-row]')",
            "the live timeline",
        )
        .await?;
        let seen = "const { title, documentElement } = document; return [title.includes('交通'), document.querySelector('plan-timeline').topic, documentElement.lang]";
        assert_eq!(page.eval(seen, &[]).await?, json!([true, "transport", "zh-Hans"]));
        page.client()?.enter_parent_frame().await?;
        let height = page.eval("return document.querySelector('iframe').clientHeight", &[]).await?;
        assert_eq!(height == 640, !script, "{height}");
    }
    Ok(())
}

async fn pasted_elements_go_live(page: &mut Page) -> Result<()> {
    for (choice, tag, attribute, value, lang) in [
        ("?topic=transport&layout=list", "plan-timeline", "topic", "transport", "zh-Hans"),
        ("?widget=deck&topic=ocean&lang=en", "plan-goal-deck", "topic", "ocean", "en"),
        ("?widget=goal&goal=marine-economy", "plan-goal-card", "goal", "marine-economy", "zh-Hans"),
        ("?widget=glossary&color-scheme=dark", "plan-glossary", "color-scheme", "dark", "zh-Hans"),
    ] {
        open(page, &format!("/embedding/{choice}")).await?;
        let snippet = filled(page, "element").await?;
        paste(page, &snippet, &policy(page, 2).await?).await?;
        let live = format!("document.querySelector('{tag}')?.shadowRoot?.querySelector('button:enabled')");
        page.wait(&live, tag).await?;
        let seen = "const node = document.querySelector(arguments[0]); return [node.getAttribute(arguments[1]), node.shadowRoot.querySelector('.plan-root').lang]";
        assert_eq!(page.eval(seen, &[json!(tag), json!(attribute)]).await?, json!([value, lang]));
        // Its looks need nothing of the policy.
        let display = format!(
            "return getComputedStyle(document.querySelector('{tag}').shadowRoot.querySelector('.plan-root')).containerType"
        );
        assert_eq!(page.eval(&display, &[]).await?, "inline-size");
        assert_eq!(page.console().await?, vec![]);
    }
    Ok(())
}

async fn terms_are_marked_where_they_were_pasted(page: &mut Page) -> Result<()> {
    for (lang, path, _) in PAGES {
        open(page, &format!("{path}?widget=terms&first=all")).await?;
        let snippet = filled(page, "element").await?;
        paste(page, &snippet, &policy(page, 2).await?).await?;
        page.wait("document.querySelector('plan-annotate plan-term')", "a marked term").await?;
        let href = "return document.querySelector('plan-annotate').getAttribute('href')";
        let href = page.eval(href, &[]).await?;
        assert!(href.as_str().is_some_and(|href| href.contains("/en/") == (lang == "en")), "{href}");
        assert_eq!(page.console().await?, vec![]);
    }
    Ok(())
}

async fn pasted_html_has_the_looks(page: &mut Page) -> Result<()> {
    for choice in ["", "?widget=deck&lang=en", "?widget=terms"] {
        open(page, &format!("/embedding/{choice}")).await?;
        let (file, looks) = (filled(page, "ready").await?, filled(page, "looks").await?);
        let html = xtask::read(&xtask::target().join("www").join(file))?;
        paste(page, &format!("{looks}{html}"), &policy(page, 3).await?).await?;
        let seen = "const root = document.querySelector('.plan-root'); return [getComputedStyle(root).containerType, root.innerText.length > 500]";
        assert_eq!(page.eval(seen, &[]).await?, json!(["inline-size", true]));
    }
    Ok(())
}

async fn the_commands_print_what_was_selected(page: &mut Page) -> Result<()> {
    for (choice, start, text) in [
        ("", "<plan-timeline lang=\"zh-Hans\">", "五龙入湛"),
        (
            "?topic=transport&lang=en&layout=story&color-scheme=dark&deep-link=on",
            "<plan-timeline lang=\"en\" topic=\"transport\" layout=\"story\" color-scheme=\"dark\" deep-link=\"\">",
            "airport",
        ),
        (
            "?widget=deck&topic=ocean&variant=full",
            "<plan-goal-deck lang=\"zh-Hans\" topic=\"ocean\" variant=\"full\">",
            "海洋",
        ),
        (
            "?widget=goal&goal=marine-economy&variant=compact",
            "<plan-goal-card lang=\"zh-Hans\" goal=\"marine-economy\" variant=\"compact\">",
            "海洋",
        ),
        ("?widget=glossary", "<plan-glossary lang=\"zh-Hans\">", "三医联动"),
        ("?widget=terms&first=all", "<plan-glossary lang=\"zh-Hans\">", "三医联动"),
    ] {
        open(page, &format!("/embedding/{choice}")).await?;
        let command = filled(page, "plain").await?;
        let html = printed(&command)?;
        assert!(html.starts_with(start) && html.contains(text), "{command}: {}", &html[..200]);
    }
    Ok(())
}

/// Each recipe as it stands there, with a stub of what it counts by: for an element and a frame.
async fn what_readers_select_is_counted_as_the_guide_says(page: &mut Page) -> Result<()> {
    let recipes = "return Object.fromEntries([...document.querySelectorAll('[data-recipe]')].map((code) => [code.dataset.recipe, code.textContent]))";
    page.goto("/embedding/").await?;
    let chinese = page.eval(recipes, &[]).await?;
    page.goto("/en/embedding/").await?;
    let found = page.eval(recipes, &[]).await?;
    assert_eq!(found, chinese);
    page.goto("/tests/frames/host.html").await?;
    let paste = "const [recipes] = arguments;
        for (const name of ['datalayer', 'matomo', 'plausible']) {
          const script = document.createElement('script');
          [, script.textContent] = /^<script>(.*)<\\/script>$/s.exec(recipes[name]);
          document.head.append(script);
        }
        window.plausible = (...said) => (window.plausible.said ??= []).push(said);
        load('/dist/frame.js');
        await import('/dist/timeline.js');
        const timeline = document.createElement('plan-timeline');
        timeline.setAttribute('layout', 'list');
        document.querySelector('main').prepend(timeline);
        add({ src: '/embed/timeline/?layout=list', height: '600' })";
    page.run(paste, &[found]).await?;
    let row = |of: &str| {
        format!("{of}.querySelector('plan-timeline')?.shadowRoot?.querySelector('summary[data-row]')")
    };
    let said = "[window.dataLayer, window._paq, window.plausible.said].map((said) => said?.length ?? 0)";
    for (count, of) in [(1, "document"), (2, "frames[0].document")] {
        // Far from the screen nothing goes live.
        page.eval(
            "document.querySelectorAll('plan-timeline, iframe')[arguments[0]].scrollIntoView()",
            &[json!(count - 1)],
        )
        .await?;
        page.wait(&row(of), of).await?;
        page.eval(&format!("{}.click()", row(of).replace('?', "")), &[]).await?;
        page.wait(&format!("`${{{said}}}` === '{count},{count},{count}'"), of).await?;
    }
    let ids = page.eval("const { item } = document.querySelector('plan-timeline'); return [item, dataLayer[0].plan_ids, dataLayer[0].plan_ids.split(' ')[0] === item]", &[]).await?;
    assert_eq!(ids[2], true, "{ids}");
    let told = json!([
        [{ "event": "plan_select", "plan_ids": ids[1] }, { "event": "plan_select", "plan_ids": ids[1] }],
        [["trackEvent", "plan", "select", ids[1]], ["trackEvent", "plan", "select", ids[1]]],
        [["plan-select", { "props": { "ids": ids[1] } }], ["plan-select", { "props": { "ids": ids[1] } }]],
    ]);
    assert_eq!(page.eval("return [dataLayer, _paq, plausible.said]", &[]).await?, told);
    // What is taken back counts for nothing.
    page.eval(&format!("{}.click()", row("frames[0].document").replace('?', "")), &[]).await?;
    page.wait("!frames[0].document.querySelector('plan-timeline').item", "nothing selected").await?;
    assert_eq!(page.eval(&format!("return {said}"), &[]).await?, json!([2, 2, 2]));
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

async fn the_files_that_it_names_are_there(page: &mut Page) -> Result<()> {
    for (_, path, _) in PAGES {
        for widget in ["timeline", "deck", "goal", "glossary", "terms"] {
            open(page, &format!("{path}?widget={widget}")).await?;
            let ask = "const shown = [...document.querySelectorAll('[data-fill]')].filter((node) => node.checkVisibility());
                const urls = shown.flatMap((node) => (node.href ?? node.textContent).match(/https?:[^\\s\"'<>]+/g) ?? []).filter((url) => !url.endsWith('='));
                return Promise.all([...new Set(urls)].map(async (url) => [url, (await fetch(url)).status]))";
            let asked = page.eval_async(ask, &[]).await?;
            let asked = asked.as_array().context("no URLs")?;
            assert!(asked.len() >= 4, "{asked:?}");
            for one in asked {
                assert_eq!(one[1], 200, "{one}");
            }
        }
        let text = page.text().await?;
        let version = format!("/plan-widgets@{}/", env!("CARGO_PKG_VERSION"));
        assert!(text.contains(&version), "{version} is not in {path}");
    }
    Ok(())
}

/// As the table has it; and a browser that finds another file refuses it.
async fn the_integrity_is_the_files(page: &mut Page) -> Result<()> {
    open(page, "/embedding/").await?;
    let load = "
        const rows = [...document.querySelectorAll('tr')].map((row) => [...row.cells].map((cell) => cell.textContent)).filter(([, hash]) => hash?.startsWith('sha384-'));
        const expected = await (await fetch('/dist/integrity.json')).json();
        const load = (name, integrity) => new Promise((done) => {
          const node = name.endsWith('.css')
            ? Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `/dist/${name}` })
            : Object.assign(document.createElement('script'), { type: name === 'frame.js' ? '' : 'module', src: `/dist/${name}` });
          Object.assign(node, { integrity, onload: () => done(true), onerror: () => done(false) });
          document.head.append(node);
        });
        const loaded = await Promise.all(rows.map(([name, hash]) => load(name, hash)));
        return [JSON.stringify(Object.fromEntries(rows)) === JSON.stringify(expected), loaded, await load('frame.js?other', rows[0][1])]";
    let said = page.eval_async(load, &[]).await?;
    assert_eq!((&said[0], &said[2]), (&json!(true), &json!(false)), "{said}");
    let loaded = said[1].as_array().context("no table")?;
    assert!(loaded.len() > 8 && loaded.iter().all(|one| one == true), "{said}");
    Ok(())
}

async fn snippets_are_copied(page: &mut Page) -> Result<()> {
    open(page, "/en/embedding/?widget=goal").await?;
    page.grant_clipboard().await?;
    for name in ["frame", "element", "plain", "looks"] {
        page.click(&[&format!("button[value={name}]")]).await?;
        page.wait(
            &format!("document.querySelector('button[value={name}] + output').value === 'Copied'"),
            "the word",
        )
        .await?;
        let copied = page.eval_async("return navigator.clipboard.readText()", &[]).await?;
        assert_eq!(copied, filled(page, name).await?);
    }
    Ok(())
}

async fn what_cannot_be_copied_is_selected(page: &mut Page) -> Result<()> {
    open(page, "/embedding/").await?;
    page.eval("Object.defineProperty(navigator, 'clipboard', { value: undefined })", &[]).await?;
    for name in ["frame", "element", "plain", "looks"] {
        page.click(&[&format!("button[value={name}]")]).await?;
        page.wait(
            &format!("document.querySelector('button[value={name}] + output').value.includes('Ctrl+C')"),
            "the word",
        )
        .await?;
        assert_eq!(page.eval("return String(getSelection())", &[]).await?, filled(page, name).await?);
    }
    Ok(())
}

async fn without_javascript_the_snippets_are_there(page: &mut Page) -> Result<()> {
    page.no_javascript().await?;
    for (lang, path, embed) in PAGES {
        page.goto(path).await?;
        // Not by the driver: WebKit's can't say which options of a `<datalist>` are seen.
        let text = page.eval("return document.body.innerText", &[]).await?;
        let text = text.as_str().unwrap_or_default();
        let script = if lang == "zh" { "没有脚本" } else { "Choosing needs scripts" };
        for word in [
            script,
            &format!("<iframe src=\"{PLACEHOLDER}/plan-widgets{embed}timeline/\""),
            &format!("<plan-timeline lang=\"{lang}\">"),
            &format!("npx plan-widgets render timeline --lang {lang}"),
        ] {
            assert!(text.contains(word), "{word} in {path}");
        }
        page.picture(&format!("embedding-without-javascript-{lang}")).await?;
    }
    Ok(())
}

async fn a_strict_policy_with_trusted_types_is_kept(page: &mut Page) -> Result<()> {
    let policy = format!("{POLICY}; frame-src 'self'");
    for (_, path, _) in PAGES {
        page.goto(&with_policy(path, &policy)).await?;
        page.wait(READY, "the snippets").await?;
        choose(page, "topic", "energy").await?;
        choose(page, "widget", "terms").await?;
        page.wait("document.querySelector('.sample plan-term')", "a term in the sample").await?;
        assert_eq!(page.console().await?, vec![], "{path}");
    }
    Ok(())
}

async fn axe_finds_nothing(page: &mut Page) -> Result<()> {
    for (scheme, path) in [
        (Scheme::Light, "/embedding/"),
        (Scheme::Light, "/en/embedding/?widget=goal"),
        (Scheme::Dark, "/embedding/?widget=terms"),
        (Scheme::Dark, "/en/embedding/"),
    ] {
        page.color_scheme(scheme).await?;
        open(page, path).await?;
        assert_eq!(page.axe("html").await?, Vec::<String>::new(), "{path}");
    }
    Ok(())
}

async fn nothing_is_wider_than_the_page(page: &mut Page) -> Result<()> {
    for (_, path, _) in PAGES {
        for choice in ["", "?widget=deck&variant=full", "?widget=goal", "?widget=terms"] {
            open(page, &format!("{path}{choice}")).await?;
            for width in [320, 720, 1600] {
                page.resize(width, 800).await?;
                page.draw().await?;
                let over = "const d = document.documentElement; return d.scrollWidth - d.clientWidth";
                assert_eq!(page.eval(over, &[]).await?, 0, "{path}{choice} at {width}");
            }
        }
    }
    Ok(())
}
