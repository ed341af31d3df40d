//! What the site's pages and the documents have to copy, pasted as it stands: only the places of files are the test's.
//! `xtask/src/snippets.rs` says of each piece of code what runs it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, anyhow, ensure};
use serde_json::{Value, from_value, json};
use xtask::setup::{self, Need};
use xtask::snippets::{self, Run, Snippet};

use crate::guest::POLICY;
use crate::page::Page;

crate::tests! {
    everything_to_copy_is_run in Chromium; // no browser takes part
    html_goes_live;
    scripts_run;
    styles_set_tokens_that_there_are in Chromium; // strings alike in all
    commands_do_what_the_page_says in Chromium; // no browser takes part
    tasks_addresses_and_policies_are_known in Chromium; // no browser takes part
}

async fn everything_to_copy_is_run(_: &mut Page) -> Result<()> {
    let all = snippets::all()?;
    let left = all.iter().filter(|snippet| snippet.run.is_none());
    let left: Vec<_> = left.map(|snippet| format!("{}\n{}", what(snippet), snippet.text)).collect();
    assert!(left.is_empty(), "no test runs\n\n{}", left.join("\n\n"));
    assert_eq!(snippets::needless(&all), Vec::<&str>::new(), "exceptions of nothing");
    assert!(all.len() > 250, "{}", all.len());
    Ok(())
}

/// Those that are run so.
fn snippets(run: Run) -> Result<Vec<Snippet>> {
    Ok(snippets::all()?.into_iter().filter(|snippet| snippet.run == Some(run)).collect())
}

/// With the places where the tests have the files.
fn here(text: &str) -> String {
    const PLACES: [(&str, &str); 9] = [
        ("https://YOUR-HOST/plan-widgets/", "/plan-widgets/"),
        ("https://YOUR-CDN/plan-widgets@0.1.0/", "/plan-widgets/"),
        ("\"/plan/index.json\"", "\"/school/plan.json\""),
        ("\"our-plan.json\"", "\"/school/plan.json\""),
        ("\"plan.json\"", "\"/school/plan.json\""),
        ("\"progress.json\"", "\"/goals/progress.json\""),
        ("\"article.html", "\"/timeline/article.html"),
        ("'/plan/fa.json'", "'/pasted/fa.json'"),
        ("'fa.json'", "'/pasted/fa.json'"),
    ];
    PLACES.iter().fold(text.to_owned(), |text, (theirs, ours)| text.replace(theirs, ours))
}

/// A file of words for Persian, in French: what stands in it is another test's.
fn words(page: &Page) -> Result<()> {
    let french = xtask::read(&xtask::root().join("src/view/languages/fr.json"))?;
    let mut words: Value = serde_json::from_str(&french)?;
    words["tag"] = json!("fa");
    // At once: another browser may be reading it.
    let folder = xtask::target().join("pasted");
    let new = folder.join(format!("fa-{}.json", crate::engine::name(page.engine())));
    xtask::write(&new, words.to_string())?;
    Ok(std::fs::rename(new, folder.join("fa.json"))?)
}

fn what(snippet: &Snippet) -> String {
    format!("{}: {}", snippet.page, snippet.label)
}

/// Opens a page with `body` in it.
async fn open(page: &Page, lang: &str, body: &str) -> Result<()> {
    let name = format!("snippet-{}.html", crate::engine::name(page.engine()));
    let html = format!(
        "<!doctype html><html lang=\"{lang}\"><meta charset=\"utf-8\"><title>A page</title><link rel=\"icon\" href=\"data:,\"><script>errors = []; addEventListener('plan-error', ({{ detail }}) => errors.push(detail.message))</script><body>{body}</html>"
    );
    xtask::write(&xtask::target().join("pasted").join(&name), html)?;
    page.goto(&format!("/pasted/{name}")).await
}

/// Whether all that a page has is live.
const LIVE: &str = "[...document.querySelectorAll('plan-timeline, plan-goal-deck, plan-goal-card, plan-glossary, plan-overview')].every((widget) => (widget.scrollIntoView(), widget.shadowRoot?.querySelector('.plan-root:not(.plan-static)')))
    && [...document.querySelectorAll('plan-annotate')].every((mark) => document.getElementById(mark.getAttribute('for'))?.querySelector('plan-term'))
    && [...document.querySelectorAll('plan-term')].every((term) => term.role)
    && [...document.querySelectorAll('iframe')].every((frame) => frame.contentDocument?.querySelector('main, plan-timeline'))";

async fn html_goes_live(page: &mut Page) -> Result<()> {
    words(page)?;
    let mut pasted = BTreeSet::new();
    for snippet in snippets(Run::Html)? {
        // Some stand on several pages.
        if !pasted.insert((snippet.lang(), snippet.text.clone())) {
            continue;
        }
        let html = here(&snippet.text);
        let script = "<script type=\"module\" src=\"/plan-widgets/dist/plan-widgets.js\"></script>";
        let script = if html.contains("type=\"module\"") { "" } else { script };
        open(page, snippet.lang(), &format!("{script}{html}")).await?;
        let what = format!("{}, live", what(&snippet));
        page.wait(LIVE, &what).await?;
        let errors = page.eval("return errors", &[]).await?;
        assert_eq!((errors, page.console().await?), (json!([]), vec![]), "{what}");
    }
    assert!(pasted.len() > 60, "{}", pasted.len());
    Ok(())
}

async fn scripts_run(page: &mut Page) -> Result<()> {
    words(page)?;
    // What the package exports, for a page as for bundlers.
    let about: Value = serde_json::from_str(&xtask::read(&xtask::root().join("pkg/package.json"))?)?;
    let mut imports = serde_json::Map::new();
    for (path, to) in about["exports"].as_object().context("no exports")? {
        if let Some(to) = to["default"].as_str().filter(|to| to.ends_with(".js")) {
            imports
                .insert(path.replacen('.', "plan-widgets", 1), json!(to.replacen('.', "/plan-widgets", 1)));
        }
    }
    let map = json!({ "imports": imports });
    let mut run = BTreeSet::new();
    for snippet in snippets(Run::Script)? {
        if !run.insert((snippet.lang(), snippet.text.clone())) {
            continue;
        }
        let around = format!("<script type=\"importmap\">{map}</script>
            <script type=\"module\" src=\"/plan-widgets/dist/plan-widgets.js\"></script><p id=\"story\">五龙入湛 Five Dragons into Zhanjiang</p>
            <iframe srcdoc=\"\" title=\"a frame\"></iframe>
            <plan-timeline layout=\"list\"></plan-timeline><plan-goal-deck></plan-goal-deck><plan-goal-card goal=\"transport-hub\"></plan-goal-card><plan-glossary></plan-glossary>");
        // One page assigns to a frame that it doesn't name.
        let frame = "const frame = document.createElement('iframe');\n";
        let frame = if snippet.text.contains("const frame") { "" } else { frame };
        // Older browsers import no JSON.
        let code = here(&snippet.text).replace(
            "import plan from 'plan-widgets/plan.json' with { type: 'json' };",
            "const plan = await (await fetch('/dist/plan.json')).json();",
        );
        let script = format!(
            "<script type=\"module\">{frame}{code}\ndocument.documentElement.dataset.ran = '';</script>"
        );
        open(page, snippet.lang(), &format!("{around}{script}")).await?;
        let what = what(&snippet);
        page.wait("'ran' in document.documentElement.dataset", &what).await?;
        let logged = page.console().await?.into_iter().filter(|message| message.kind != "log");
        assert_eq!(logged.collect::<Vec<_>>(), vec![], "{what}");
    }
    assert!(run.len() >= 16, "{}", run.len());
    Ok(())
}

async fn styles_set_tokens_that_there_are(page: &mut Page) -> Result<()> {
    let known = xtask::read(&xtask::target().join("www/en/reference/index.html"))?;
    let mut tokens = 0;
    for snippet in snippets(Run::Style)? {
        let parse = "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]);
            return [...sheet.cssRules].flatMap((rule) => [...rule.style])";
        let set = from_value::<Vec<String>>(page.eval(parse, &[json!(snippet.text)]).await?)?;
        let what = what(&snippet);
        let written = snippet.text.matches("--plan-").count() - snippet.text.matches("var(--plan-").count();
        let set: Vec<&String> = set.iter().filter(|name| name.starts_with("--plan-")).collect();
        assert_eq!(set.len(), written, "{what}: {set:?}");
        for name in set {
            assert!(known.contains(&format!("<code>{name}</code>")), "{what}: {name}");
            tokens += 1;
        }
    }
    assert!(tokens > 80, "{tokens}");
    Ok(())
}

/// What a page's commands speak of, and another test or the reader makes.
const FILES: [(&str, &str); 10] = [
    ("our-plan.json", "tests/school/plan.json"),
    ("plan.json", "tests/school/plan.json"),
    ("accounted.json", "tests/school/accounted.json"),
    ("text.txt", "tests/school/source.txt"),
    ("timeline.xlsx", "tests/package/sheets/harbour.xlsx"),
    ("node_modules/plan-widgets/dist/plan.json", "pkg/dist/plan.json"),
    ("progress.json", "tests/school/progress.json"),
    ("our-look.css", "src/ui/themes/paper.css"),
    ("indicator_1-2-1.csv", "tests/package/sheets/indicator_1-2-1.csv"),
    ("1-2-1.yml", "tests/package/sheets/1-2-1.yml"),
];

/// A folder in which a page's commands are typed.
struct Folder {
    folder: PathBuf,
    path: String,
}

impl Folder {
    fn new(page: &str) -> Result<Self> {
        let name: String = page.chars().map(|c| if c == '/' { '-' } else { c }).collect();
        let folder = xtask::target().join("pasted/commands").join(name);
        let npm = setup::ensure(&xtask::root(), &[Need::Npm], false)?.npm.context("no Node.js")?;
        let cli = xtask::root().join("pkg/dist/cli.js");
        // `npx` runs what is built, and nothing is installed: what pages have installed is linked.
        let npx = format!("#!/bin/sh\nshift\nexec {} {} \"$@\"\n", npm.node.display(), cli.display());
        program(&folder.join("bin/npx"), &npx)?;
        let node = format!("#!/bin/sh\nexec {} \"$@\"\n", npm.node.display());
        program(&folder.join("bin/node"), &node)?;
        program(&folder.join("bin/npm"), "#!/bin/sh\n")?;
        let task = xtask::target().join("debug/xtask");
        program(&folder.join("bin/cargo"), &format!("#!/bin/sh\nshift\nexec {} \"$@\"\n", task.display()))?;
        for (name, from) in FILES {
            xtask::write(&folder.join(name), std::fs::read(xtask::root().join(from))?)?;
        }
        for name in
            ["cldr-core", "cldr-dates-full", "cldr-localenames-full", "cldr-numbers-full", "opencc-js"]
        {
            std::os::unix::fs::symlink(npm.node_modules.join(name), folder.join("node_modules").join(name))?;
        }
        let path = format!("{}:{}", folder.join("bin").display(), std::env::var("PATH")?);
        Ok(Self { folder, path })
    }

    fn type_in(&self, text: &str, what: &str) -> Result<()> {
        let mut shell = Command::new("sh");
        let output = shell.current_dir(&self.folder).env("PATH", &self.path).args(["-ec", text]).output()?;
        let said = [output.stdout, output.stderr].concat();
        ensure!(output.status.success(), "{what}: {}", String::from_utf8_lossy(&said));
        Ok(())
    }
}

/// Each page from top to end, in a folder with the files that it speaks of: its commands are typed, its data checked, its
/// modules for servers run.
async fn commands_do_what_the_page_says(_: &mut Page) -> Result<()> {
    let commands = xtask::target().join("pasted/commands");
    if commands.exists() {
        std::fs::remove_dir_all(&commands)?;
    }
    let (mut pages, mut seen) = (BTreeMap::<String, Vec<Snippet>>::new(), BTreeSet::new());
    for snippet in snippets::all()? {
        // Commands are the same in both languages.
        let is_new = snippet.run != Some(Run::Shell) || seen.insert(snippet.text.clone());
        if is_new && matches!(snippet.run, Some(Run::Shell | Run::Data | Run::Server)) {
            pages.entry(snippet.page.clone()).or_default().push(snippet);
        }
    }
    let typed: usize = pages.values().map(Vec::len).sum();
    assert!(typed >= 30, "{typed}");
    // Two at a time: half of each is waiting.
    let all: Vec<_> = pages.iter().collect();
    let follow = |pages: &[(&String, &Vec<Snippet>)]| -> Result<()> {
        pages.iter().try_for_each(|(page, snippets)| followed(&Folder::new(page)?, snippets))
    };
    let (first, second) = all.split_at(all.len() * 3 / 4);
    std::thread::scope(|scope| {
        let first = scope.spawn(|| follow(first));
        follow(second)?;
        first.join().map_err(|_| anyhow!("a page's thread has panicked"))?
    })?;
    for made in [
        "-department-/goals.html",
        "-newsroom-/transport.html",
        "-developer-/public/plan/index.json",
        "-en-newsroom-/plan-widgets/dist/frame.js",
        "-guide-from-a-spreadsheet.html/plan.xlsx",
        "-en-guide-your-own-language.html/look.html",
    ] {
        assert!(commands.join(made).is_file(), "{made} wasn't written");
    }
    Ok(())
}

/// Follows a page.
fn followed(folder: &Folder, snippets: &[Snippet]) -> Result<()> {
    let mut progress = None;
    for snippet in snippets {
        let what = what(snippet);
        match snippet.run {
            Some(Run::Data) => checked(folder, snippet, &mut progress)?,
            Some(Run::Server) => {
                let server = xtask::root().join("pkg/dist/server.js");
                let server = json!(format!("file://{}", server.display())).to_string();
                let text = snippet.text.replace("'plan-widgets/server'", &server);
                let text = text + "\nif (!html.includes('<plan-timeline')) throw html;";
                xtask::write(&folder.folder.join("server.mjs"), text)?;
                folder.type_in("node server.mjs", &what)?;
            }
            _ => {
                // Commands don't write over what is there.
                const MADE: [(&str, &str); 3] = [
                    ("import timeline", "plan.json"),
                    (" export ", "plan.xlsx"),
                    (" --figure ", "progress.json"),
                ];
                let made = MADE.iter().filter(|(command, _)| snippet.text.contains(command));
                let first: String = made.map(|(_, file)| format!("rm -f {file}\n")).collect();
                folder.type_in(&format!("{first}{}", snippet.text), &what)?;
            }
        }
    }
    Ok(())
}

/// Has the package's command check a page's JSON: a part together with what it belongs to.
fn checked(folder: &Folder, snippet: &Snippet, progress: &mut Option<Value>) -> Result<()> {
    let what = what(snippet);
    let is_part = !snippet.text.trim_start().starts_with('{');
    let text =
        if is_part { format!("{{{}}}", snippet.text.replace(", …", "")) } else { snippet.text.clone() };
    let mut data: Value = serde_json::from_str(&text).context(what.clone())?;
    let check = if data["plan"].is_object() {
        xtask::write(&folder.folder.join("smallest.json"), &text)?;
        "npx plan-widgets check smallest.json".to_owned()
    } else if data["cases"].is_object() {
        let german = xtask::read(&xtask::root().join("src/view/languages/de.json"))?;
        let mut words: Value = serde_json::from_str(&german)?;
        for section in ["dates", "cases"] {
            for (name, text) in data[section].as_object().context(what.clone())? {
                words[section][name] = text.clone();
            }
        }
        xtask::write(&folder.folder.join("de.json"), words.to_string())?;
        "npx plan-widgets check --words de.json".to_owned()
    } else {
        if is_part {
            let mut whole = Option::clone(progress).context(what.clone())?;
            whole["statuses"] = data["statuses"].take();
            data = whole;
        }
        xtask::write(&folder.folder.join("progress.json"), data.to_string())?;
        // The school's goals, or the bundled plan's.
        let school = data.to_string().contains("outdoor-lessons");
        let plan = if school { "plan.json" } else { "node_modules/plan-widgets/dist/plan.json" };
        *progress = Some(data);
        format!("npx plan-widgets check {plan} --progress progress.json")
    };
    folder.type_in(&check, &what)
}

/// What can't be run by itself: the parts of it are there.
async fn tasks_addresses_and_policies_are_known(_: &mut Page) -> Result<()> {
    let output = Command::new(xtask::target().join("debug/xtask")).output()?;
    let tasks = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    let plan = xtask::read(&xtask::root().join("pkg/dist/plan.json"))?;
    let manifest = xtask::read(&xtask::root().join("tests/yew-host/Cargo.toml"))?;
    let readme = xtask::read(&xtask::root().join("pkg/README.md"))?;
    let definitions = xtask::read(&xtask::root().join("pkg/custom-elements.json"))?;
    let mut seen = BTreeSet::new();
    for snippet in snippets::all()? {
        let (what, text) = (what(&snippet), snippet.text.trim());
        match snippet.run {
            Some(Run::Tasks) => {
                for task in text.lines().filter_map(|line| line.strip_prefix("cargo xtask ")) {
                    let task = task.split_whitespace().next().unwrap_or_default();
                    assert!(tasks.contains(&format!("\n  {task} ")), "{what}: {task}");
                }
            }
            Some(Run::Address) => {
                for line in text.lines() {
                    let (_, fragment) = line.split_once('#').context(what.clone())?;
                    for (name, value) in fragment.split('&').filter_map(|part| part.split_once('=')) {
                        // With the name of a widget before it.
                        let name = name.rsplit('.').next().unwrap_or_default();
                        assert!(definitions.contains(&format!("\"name\": \"{name}\"")), "{what}: {name}");
                        let is_id = ["item", "goal", "term", "topic"].contains(&name);
                        assert!(!is_id || plan.contains(&format!("\"{value}\"")), "{what}: {value}");
                    }
                }
            }
            Some(Run::Policy) => {
                let kept = |part: &str| POLICY.contains(&format!("{};", part.trim()));
                assert!(text.split(';').all(kept), "{what}: {text}");
            }
            Some(Run::Console) => {
                let shell = xtask::read(&xtask::root().join("src/element/shell/common.js"))?;
                let (_, said) = text.split_once("<plan-timeline>").context(what.clone())?;
                let (before, after) = said.split_once("0.1.0, ").context(what.clone())?;
                assert!(shell.contains(before) && shell.contains(&format!("\"{after}\"")), "{what}: {said}");
            }
            Some(Run::Dependencies) => {
                for line in text.lines().filter(|line| line.contains('=')) {
                    let line = line.replace("../plan-widgets", "../..");
                    assert!(manifest.lines().any(|other| other == line), "{what}: {line}");
                }
            }
            Some(Run::Esbuild) => assert!(readme.contains(text), "{what}: not as in pkg/README.md"),
            _ => continue,
        }
        seen.extend(snippet.run);
    }
    assert_eq!(seen.len(), 6, "{seen:?}");
    Ok(())
}

/// Writes a program.
fn program(path: &Path, text: &str) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    xtask::write(path, text)?;
    Ok(std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755))?)
}
