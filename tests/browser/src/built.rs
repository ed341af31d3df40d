//! A plan that the command `build` has made: shown as the same plan checked in the page, and as light as the bundled one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use xtask::server::Fault;
use xtask::size;

use crate::engine;
use crate::page::Page;
use crate::shell::BLANK;

crate::tests! {
    it_is_shown_as_it_is_checked;
    it_is_as_light_as_the_bundled_plan;
    its_progress_has_the_words_that_it_was_built_with;
    its_terms_are_marked_as_they_are_checked;
    another_version_is_told_with_the_remedy;
    what_another_build_took_away_is_asked_for_anew;
    its_language_changes_with_the_page;
    its_index_is_known_by_what_it_holds;
    its_folder_has_a_page_of_what_to_paste;
    pages_for_frames_check_no_plan;
}

/// The widgets, each with its script, what is waited for, and what it needs.
const WIDGETS: [(&str, &str, &str, &str); 4] = [
    ("plan-timeline", "timeline.js", "[data-row]", ""),
    ("plan-goal-deck", "goals.js", "[part~=goal-title]", "variant=full"),
    ("plan-goal-card", "goals.js", "[part=copy]:enabled", "goal=GOAL"),
    ("plan-glossary", "glossary.js", "[part=term] button, button[part=term], [part=list] button", ""),
];

/// A folder of this engine's, made anew, where it is served.
fn folder(page: &Page, name: &str) -> Result<(PathBuf, String)> {
    let below = format!("{}/{name}", engine::name(page.engine()));
    let folder = xtask::target().join("built").join(&below);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok((folder, format!("/built/{below}")))
}

fn build(folder: &Path, arguments: &[&str]) -> Result<()> {
    run("build", folder, arguments)
}

/// Runs a task of the package's command.
fn run(task: &str, folder: &Path, arguments: &[&str]) -> Result<()> {
    let cli = xtask::root().join("pkg/dist/cli.js");
    let mut command = Command::new("node");
    command.arg(cli).arg(task).args(arguments).arg("--out").arg(folder);
    let output = command.output().context("node does not start")?;
    anyhow::ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

/// The school's plan with progress, in its folder, and built there.
fn school(page: &Page) -> Result<String> {
    let (folder, url) = folder(page, "school")?;
    let from = xtask::root().join("tests/school");
    for name in ["plan.json", "boathouse.svg"] {
        fs::copy(from.join(name), folder.join(name))?;
    }
    let progress = json!({
        "schema": 1,
        "languages": ["en", "zh"],
        "source": { "name": { "en": "Invented", "zh": "虚构" } },
        "reports": [{
            "goal": "reading", "value": 12_345.5, "unit": { "en": "books", "zh": "本" },
            "measure": { "en": "Books read", "zh": "读完的书" }, "as_of": "2025-03",
        }],
    });
    let file = folder.join("reports.json");
    fs::write(&file, progress.to_string())?;
    let plan = folder.join("plan.json").display().to_string();
    build(&folder, &[&plan, "--progress", &file.display().to_string()])?;
    Ok(url)
}

/// Shows a widget in a page without others, and gives what it complains of and what is in it.
async fn shown(
    page: &Page,
    widget: (&str, &str, &str, &str),
    goal: &str,
    attributes: &str,
) -> Result<String> {
    let (tag, script, awaited, own) = widget;
    page.goto(BLANK).await?;
    let own = own.replace("GOAL", goal);
    let js = "window.errors = []; addEventListener('plan-error', ({ detail }) => errors.push(detail), true);
        await import(arguments[0]); document.querySelector('main').innerHTML = arguments[1]";
    let html = format!("<{tag} {own} {attributes}>static</{tag}>");
    page.run(js, &[json!(format!("/dist/{script}")), json!(html)]).await?;
    let report = if attributes.contains("progress=") && (tag == "plan-goal-deck" || goal == "reading") {
        "&& root.querySelector('[part=progress-report]')"
    } else {
        ""
    };
    let live = format!(
        "(root = document.querySelector('main > *').shadowRoot) && root.querySelector('.plan-root:not(.plan-static)')?.querySelector('{awaited}') {report}"
    );
    page.run("window.root = null", &[]).await?;
    // A language that the plan hasn't is told.
    let live = if attributes.contains("lang=fr") { format!("errors.length && {live}") } else { live };
    page.wait(&live, &html).await?;
    let inside = "return [errors.map(({ message }) => message), document.querySelector('main > *').shadowRoot?.innerHTML]";
    Ok(page.run(inside, &[]).await?.to_string())
}

async fn it_is_shown_as_it_is_checked(page: &mut Page) -> Result<()> {
    let url = school(page)?;
    for widget in WIDGETS {
        let goals = widget.0.starts_with("plan-goal");
        for lang in ["en", "zh", "fr"] {
            let progress = match goals && lang != "fr" {
                true => format!("progress={url}/reports.json"),
                false => String::new(),
            };
            for more in
                ["", "query=boat", "layout=story item=boathouse-opens", "layout=list item=boathouse-opens"]
            {
                if !more.is_empty() && (widget.0 != "plan-timeline" || lang != "en") {
                    continue;
                }
                let attributes = format!("lang={lang} {progress} {more}");
                let checked =
                    shown(page, widget, "reading", &format!("src={url}/plan.json {attributes}")).await?;
                let asked = page.requests().len();
                let built =
                    shown(page, widget, "reading", &format!("src={url}/index.json {attributes}")).await?;
                assert!(built == checked, "{} {attributes}: {checked}\n{built}", widget.0);
                assert_eq!(built.starts_with("[[],"), lang != "fr", "{built}");
                assert!(
                    more != "layout=list item=boathouse-opens"
                        || built.contains(&format!("{url}/boathouse.svg"))
                );
                // Progress is checked in every page.
                let requests: Vec<_> = page.requests().split_off(asked).into_iter().map(|r| r.path).collect();
                let checks = requests.iter().any(|path| path.contains("/dist/check"));
                assert_eq!(checks, !progress.is_empty(), "{requests:?}");
                assert!(!requests.iter().any(|path| path.ends_with("/plan.json")), "{requests:?}");
            }
        }
    }
    Ok(())
}

async fn its_progress_has_the_words_that_it_was_built_with(page: &mut Page) -> Result<()> {
    // Occitan, with French words: the page brings none.
    let (folder, url) = folder(page, "occitan")?;
    let write = |name: &str, value: &Value| -> Result<String> {
        fs::write(folder.join(name), value.to_string())?;
        Ok(folder.join(name).display().to_string())
    };
    let mut words: Value =
        serde_json::from_slice(&fs::read(xtask::root().join("src/view/languages/fr.json"))?)?;
    words["tag"] = "oc".into();
    let school = fs::read_to_string(xtask::root().join("tests/school/plan.json"))?;
    let mut plan: Value = serde_json::from_str(&school.replace("\"en\":", "\"oc\":"))?;
    plan["languages"] = json!(["oc"]);
    let progress = json!({
        "schema": 1, "languages": ["oc"], "source": { "name": { "oc": "Inventat" } },
        "reports": [{ "goal": "reading", "value": 3, "unit": { "oc": "libres" }, "measure": { "oc": "Legits" }, "as_of": "2025-03",
            "target": { "value": 9, "when": "2027-08" } }],
    });
    let [words, plan] = [write("oc.json", &words)?, write("plan.json", &plan)?];
    let progress = write("reports.json", &progress)?;
    build(&folder, &[&plan, "--words", &words, "--progress", &progress])?;
    let attributes = format!("lang=oc src={url}/index.json progress={url}/progress.json");
    for widget in [WIDGETS[1], WIDGETS[2]] {
        shown(page, widget, "reading", &attributes).await?;
        let said = page
            .run(
                "return [errors.map(({ message }) => message), document.querySelector('main > *').shadowRoot.querySelector('[part=progress-report]').textContent]",
                &[],
            )
            .await?;
        assert_eq!(said[0], json!([]));
        let report = said[1].as_str().unwrap_or_default();
        assert!(report.contains("mars 2025") && report.contains("août 2027"), "{report}");
    }
    Ok(())
}

/// The files that a page has asked for since.
fn files(page: &Page, since: usize) -> BTreeSet<String> {
    let paths = page.requests().split_off(since).into_iter().map(|request| request.path);
    paths.filter(|path| path.starts_with("/dist/") || path.starts_with("/built/")).collect()
}

/// The bytes of files, as servers compress them.
fn bytes<'a>(paths: impl Iterator<Item = &'a String>) -> Result<usize> {
    let file = |path: &str| match path.strip_prefix("/dist/") {
        Some(path) => xtask::root().join("pkg/dist").join(path),
        None => xtask::target().join(path.trim_start_matches('/')),
    };
    paths.map(|path| compressed(fs::read(file(path))?)).sum()
}

/// How long contents are when they are compressed: once for all engines, for that takes longer than all else here.
fn compressed(contents: Vec<u8>) -> Result<usize> {
    static KNOWN: Mutex<BTreeMap<Vec<u8>, usize>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(*known.entry(contents).or_insert_with_key(|contents| size::compress(contents).len()))
}

async fn it_is_as_light_as_the_bundled_plan(page: &mut Page) -> Result<()> {
    let (folder, url) = folder(page, "bundled")?;
    let plan = xtask::root().join("pkg/dist/plan.json").display().to_string();
    build(&folder, &[&plan])?;
    for widget in WIDGETS {
        for lang in ["zh", "en", "zh-Hant"] {
            let since = page.requests().len();
            let bundled = shown(page, widget, "transport-hub", &format!("lang={lang}")).await?;
            let without = files(page, since);
            let since = page.requests().len();
            let built =
                shown(page, widget, "transport-hub", &format!("lang={lang} src={url}/index.json")).await?;
            let with = files(page, since);
            assert!(built == bundled, "{} {lang}: {bundled}\n{built}", widget.0);
            let (more, less) = (bytes(with.difference(&without))?, bytes(without.difference(&with))?);
            assert!(less > 1_000 && more <= less + 1_000, "{} {lang}: {with:?}, {without:?}", widget.0);
            assert!(!with.iter().any(|path| path.contains("/check")), "{with:?}");
        }
    }
    Ok(())
}

async fn its_terms_are_marked_as_they_are_checked(page: &mut Page) -> Result<()> {
    let url = school(page)?;
    let mut all = Vec::new();
    for src in ["plan.json", "index.json"] {
        page.goto(BLANK).await?;
        let since = page.requests().len();
        let js = "const src = arguments[0]; const { annotate } = await import('/dist/annotate.js');
            document.querySelector('main').innerHTML = `<plan-annotate lang=en src=${src}><p>Reading hour, and the reading hour.</p></plan-annotate>
                <p>The <plan-term lang=en src=${src}>Reading hour</plan-term></p><p id=own lang=zh>每天的共读时刻，共读时刻。</p>`;
            const { count, done } = annotate(document.querySelector('#own'), { plan: src, lang: 'en' });
            await done";
        page.run(js, &[json!(format!("{url}/{src}"))]).await?;
        page.wait("document.querySelector('plan-annotate plan-term') && document.querySelector('p > plan-term[role=button]:not(plan-annotate *)')", src)
            .await?;
        page.click(&["plan-annotate plan-term"]).await?;
        let popup = "document.querySelector('plan-popup')?.shadowRoot?.querySelector('[role=dialog]')";
        page.wait(&format!("{popup}?.querySelector('h2')"), src).await?;
        let said = format!("return [document.querySelectorAll('plan-term').length, {popup}.textContent]");
        all.push(page.run(&said, &[]).await?);
        let checks =
            page.requests().split_off(since).iter().any(|request| request.path.contains("/dist/check"));
        assert_eq!(checks, src == "plan.json");
    }
    assert_eq!(all[1], all[0]);
    assert!(all[0][0].as_u64() > Some(1), "{all:?}");
    Ok(())
}

async fn another_version_is_told_with_the_remedy(page: &mut Page) -> Result<()> {
    let url = school(page)?;
    let index: Value =
        serde_json::from_slice(&fs::read(xtask::target().join(format!("{}/index.json", &url[1..])))?)?;
    let data = index["files"]["glossaryView"]["en"].as_str().context("no file")?.to_owned();
    let json = |text: &str| Fault::Contents("application/json", text.as_bytes().to_vec());
    let cases = [
        ("/index.json", json(r#"{"made":"0.0.9 plan","files":{}}"#), "plan-version", "0.0.9 plan"),
        (&*data, json(r#"{"made":"0.0.9 glossaryView","entries":[]}"#), "plan-version", "0.0.9 glossaryView"),
        (&*data, json(r#"{"entries":[]}"#), "plan-version", "(?)"),
        (&*data, json("{"), "json", "not valid JSON"),
        (&*data, Fault::Status(404), "network", "HTTP 404"),
    ];
    for (file, fault, code, words) in cases {
        page.goto(BLANK).await?;
        page.fail(file, fault.clone());
        let js =
            "window.errors = []; addEventListener('plan-error', ({ detail }) => errors.push(detail), true);
            await import('/dist/glossary.js'); document.querySelector('main').innerHTML = arguments[0]";
        let html = format!("<plan-glossary lang=en src={url}/index.json>static</plan-glossary>");
        page.run(js, &[json!(html)]).await?;
        page.wait("errors.length", &format!("{fault:?}")).await?;
        let seen =
            "return [errors[0].code, errors[0].message, document.querySelector('plan-glossary').innerText]";
        let seen = page.run(seen, &[]).await?;
        let message = seen[1].as_str().unwrap_or_default();
        assert_eq!((&seen[0], &seen[2]), (&json!(code), &json!("static")), "{fault:?}: {message}");
        assert!(message.contains(words) && message.contains(file), "{message}");
        assert!(code != "plan-version" || message.contains("npx plan-widgets build"), "{message}");
        page.mend();
        page.wait("document.querySelector('plan-glossary').shadowRoot?.querySelector('dt')", "the glossary")
            .await?;
        let checked = page.requests().iter().any(|request| request.path.contains("/dist/check"));
        assert!(!checked);
    }
    Ok(())
}

async fn what_another_build_took_away_is_asked_for_anew(page: &mut Page) -> Result<()> {
    let url = school(page)?;
    // As a cache may have it.
    let old = format!(
        r#"{{"made":"{} plan","plan":"plan.json","files":{{"glossaryView":{{"en":"data/gone.json"}}}}}}"#,
        xtask::generate::VERSION
    );
    page.goto(BLANK).await?;
    page.fail_times("/index.json", Fault::Contents("application/json", old.into_bytes()), 1);
    let js = "await import('/dist/glossary.js'); document.querySelector('main').innerHTML = arguments[0]";
    page.run(js, &[json!(format!("<plan-glossary lang=en src={url}/index.json></plan-glossary>"))]).await?;
    page.wait("document.querySelector('plan-glossary').shadowRoot?.querySelector('dt')", "the glossary").await
}

async fn its_language_changes_with_the_page(page: &mut Page) -> Result<()> {
    let url = school(page)?;
    shown(page, WIDGETS[3], "", &format!("lang=en src={url}/index.json")).await?;
    let js = "const { load } = await import('/dist/plan-widgets.js'); document.querySelector('main > *').lang = 'zh-CN';
        return (await load(arguments[0])).plan.id";
    // Also the plan is where the index is.
    assert_eq!(page.run(js, &[json!(format!("{url}/index.json"))]).await?, "larkfield-2024");
    page.wait(
        "document.querySelector('main > *').shadowRoot.querySelector('[lang=zh-Hans], [lang=zh]')",
        "Chinese",
    )
    .await
}

async fn its_index_is_known_by_what_it_holds(page: &mut Page) -> Result<()> {
    let url = school(page)?;
    let folder = xtask::target().join(&url[1..]);
    // Another name, and a plan that has the index's.
    fs::copy(folder.join("index.json"), folder.join("other.json"))?;
    fs::create_dir_all(folder.join("plain"))?;
    fs::copy(folder.join("plan.json"), folder.join("plain/index.json"))?;
    let attributes = |src: &str| format!("lang=en src={url}/{src}");
    let built = shown(page, WIDGETS[3], "", &attributes("index.json")).await?;
    for src in ["other.json", "plain/index.json", "index.json?v=1"] {
        assert_eq!(shown(page, WIDGETS[3], "", &attributes(src)).await?, built, "{src}");
    }
    Ok(())
}

async fn its_folder_has_a_page_of_what_to_paste(page: &mut Page) -> Result<()> {
    let url = school(page)?;
    page.goto(&format!("{url}/")).await?;
    let js = "return [[...document.querySelectorAll('pre')].map((pre) => pre.textContent), await Promise.all([...document.querySelectorAll('a')].map(async ({ href }) => (await fetch(href)).status))]";
    let found = page.run(js, &[]).await?;
    let snippets = found[0].as_array().context("no snippets")?;
    assert_eq!(snippets.len(), 2 * (4 + 3));
    assert!(found[1].as_array().is_some_and(|all| all.iter().all(|status| status == 200)), "{found}");
    // What is pasted works.
    for snippet in snippets {
        let snippet = snippet.as_str().unwrap_or_default();
        let element = snippet.lines().last().unwrap_or_default();
        assert!(element.starts_with("<plan-") && element.contains("src=\"index.json\""), "{snippet}");
    }
    assert_eq!(page.console().await?, vec![]);
    page.picture("built-index").await
}

async fn pages_for_frames_check_no_plan(page: &mut Page) -> Result<()> {
    let (folder, url) = folder(page, "pages")?;
    let school = xtask::root().join("tests/school");
    let plan = school.join("plan.json").display().to_string();
    run("pages", &folder, &["--site", &format!("{}{url}/", page.origin()), "--plan", &plan])?;
    // As `pages` says, pictures lie where the plan lies.
    fs::copy(school.join("boathouse.svg"), folder.join("boathouse.svg"))?;
    let pages = [
        ("embed/timeline/?layout=list&item=boathouse-opens", "plan-timeline", "[data-row]"),
        ("zh/embed/goal/reading/", "plan-goal-card", "[part=copy]:enabled"),
        ("embed/glossary/", "plan-glossary", "[part=term] button, button[part=term], [part=list] button"),
    ];
    for (path, tag, awaited) in pages {
        let since = page.requests().len();
        page.goto(&format!("{url}/{path}")).await?;
        let live = format!(
            "document.querySelector('{tag}').shadowRoot.querySelector('.plan-root:not(.plan-static)')?.querySelector('{awaited}')"
        );
        page.wait(&live, path).await?;
        if tag == "plan-timeline" {
            let picture = format!(
                "document.querySelector('{tag}').shadowRoot.querySelector('details[open] img')?.src === '{}{url}/boathouse.svg'",
                page.origin()
            );
            page.wait(&picture, "the picture").await?;
        }
        let asked: Vec<_> =
            page.requests().split_off(since).into_iter().map(|request| request.path).collect();
        let own = ["/check", "/language", "/plan.json"];
        assert!(!asked.iter().any(|path| own.iter().any(|name| path.contains(name))), "{asked:?}");
        assert!(asked.iter().any(|path| path.ends_with("/plan/index.json")), "{asked:?}");
        assert_eq!(page.console().await?, vec![], "{path}");
    }
    Ok(())
}
