//! What the site's pages have to copy, pasted as it stands: only the places of files are the test's. Files that guides quote
//! whole are built elsewhere (`tests/package`), and what the builder fills in is pasted by `embedding.rs`.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use serde_json::{Value, from_value, json};
use xtask::setup::{self, Need};

use crate::gallery::own;
use crate::page::Page;

crate::tests! {
    html_goes_live;
    scripts_run;
    styles_set_tokens_that_there_are in Chromium; // strings alike in all
    commands_do_what_the_page_says in Chromium; // no browser takes part
}

/// A piece of code of a page.
struct Snippet {
    page: String,
    label: String,
    kind: String,
    text: String,
}

impl Snippet {
    /// Whether it is the page's own, whole, and no file that is built with a framework.
    fn is_pasted(&self) -> bool {
        let of_builds = [
            "<!doctype",
            "<script setup",
            "lang=\"ts\"",
            "{{",
            "import vue",
            "/server\"",
            "node:",
            "export ",
        ];
        let is_filled_in = ["…>", "…\"", "sha384-"].iter().any(|open| self.text.contains(open));
        !is_filled_in && !of_builds.iter().any(|part| self.text.contains(part))
    }

    /// With the places where the tests have the files.
    fn here(&self) -> String {
        const PLACES: [(&str, &str); 6] = [
            ("https://YOUR-HOST/plan-widgets/", "/plan-widgets/"),
            ("https://YOUR-CDN/plan-widgets@0.1.0/", "/plan-widgets/"),
            ("\"/plan/index.json\"", "\"/school/plan.json\""),
            ("\"our-plan.json\"", "\"/school/plan.json\""),
            ("\"plan.json\"", "\"/school/plan.json\""),
            ("\"progress.json\"", "\"/goals/progress.json\""),
        ];
        PLACES.iter().fold(self.text.clone(), |text, (theirs, ours)| text.replace(theirs, ours))
    }

    fn lang(&self) -> &'static str {
        if self.page.starts_with("/en/") { "en" } else { "zh" }
    }
}

/// Everything to copy on the site's pages, of these kinds.
async fn snippets(page: &mut Page, kinds: &[&str]) -> Result<Vec<Snippet>> {
    let pages = own(page).await?;
    let collect = "const found = [];
        for (const path of arguments[0]) {
            const html = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
            for (const code of html.querySelectorAll('main pre > code[class^=language-]:not([data-fill], [data-recipe])'))
                found.push([path, code.parentNode.getAttribute('aria-label'), code.className.slice(9), code.textContent]);
        }
        return found";
    let found = page.run(collect, &[json!(pages)]).await?;
    let found = from_value::<Vec<(String, String, String, String)>>(found)?;
    let snippets = found.into_iter().map(|(page, label, kind, text)| Snippet { page, label, kind, text });
    Ok(snippets
        .filter(|snippet| kinds.contains(&&*snippet.kind) && !snippet.page.contains("/changelog/"))
        .collect())
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
    && [...document.querySelectorAll('plan-annotate')].every(() => document.querySelector('plan-term'))
    && [...document.querySelectorAll('plan-term')].every((term) => term.role)
    && [...document.querySelectorAll('iframe')].every((frame) => frame.contentDocument?.querySelector('main, plan-timeline'))";

async fn html_goes_live(page: &mut Page) -> Result<()> {
    let snippets = snippets(page, &["html"]).await?;
    let mut pasted = 0;
    // Words of another language are made of CLDR: `tests/package/languages.mjs` has them.
    for snippet in snippets.iter().filter(|snippet| snippet.is_pasted() && !snippet.text.contains("fa.json"))
    {
        let html = snippet.here();
        let script = "<script type=\"module\" src=\"/plan-widgets/dist/plan-widgets.js\"></script>";
        let script = if html.contains("<script") { "" } else { script };
        open(page, snippet.lang(), &format!("{script}{html}")).await?;
        let what = format!("{}: {}, live", snippet.page, snippet.label);
        page.wait(LIVE, &what).await?;
        let errors = page.eval("return errors", &[]).await?;
        assert_eq!((errors, page.console().await?), (json!([]), vec![]), "{what}");
        pasted += 1;
    }
    assert!(pasted > 50, "{pasted}");
    Ok(())
}

async fn scripts_run(page: &mut Page) -> Result<()> {
    let snippets = snippets(page, &["js", "ts"]).await?;
    let mut run = 0;
    for snippet in snippets.iter().filter(|snippet| snippet.is_pasted() && !snippet.text.contains("/server'"))
    {
        let around = "<script type=\"importmap\">{ \"imports\": { \"plan-widgets\": \"/plan-widgets/dist/index.js\", \"plan-widgets/plan.json\": \"/dist/plan.json\", \"plan-widgets/annotate\": \"/plan-widgets/dist/annotate.js\", \"plan-widgets/timeline\": \"/plan-widgets/dist/timeline.js\" } }</script>
            <script type=\"module\" src=\"/plan-widgets/dist/plan-widgets.js\"></script><p id=\"story\">五龙入湛 Five Dragons into Zhanjiang</p>
            <plan-timeline layout=\"list\"></plan-timeline><plan-goal-deck></plan-goal-deck><plan-goal-card goal=\"transport-hub\"></plan-goal-card><plan-glossary></plan-glossary>";
        // One page assigns to a frame that it doesn't name.
        let code = format!("const frame = document.createElement('iframe');\n{}", snippet.here());
        // Older browsers import no JSON.
        let code = code.replace(
            "import plan from 'plan-widgets/plan.json' with { type: 'json' };",
            "const plan = await (await fetch('/dist/plan.json')).json();",
        );
        let script =
            format!("<script type=\"module\">{code}\ndocument.documentElement.dataset.ran = '';</script>");
        open(page, snippet.lang(), &format!("{around}{script}")).await?;
        let what = format!("{}: {}", snippet.page, snippet.label);
        page.wait("'ran' in document.documentElement.dataset", &what).await?;
        let logged = page.console().await?.into_iter().filter(|message| message.kind != "log");
        assert_eq!(logged.collect::<Vec<_>>(), vec![], "{what}");
        run += 1;
    }
    assert!(run >= 12, "{run}");
    Ok(())
}

async fn styles_set_tokens_that_there_are(page: &mut Page) -> Result<()> {
    let known = xtask::read(&xtask::target().join("www/en/reference/index.html"))?;
    let snippets = snippets(page, &["css"]).await?;
    let mut tokens = 0;
    for snippet in &snippets {
        let parse = "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]);
            return [...sheet.cssRules].flatMap((rule) => [...rule.style])";
        let set = from_value::<Vec<String>>(page.eval(parse, &[json!(snippet.text)]).await?)?;
        let what = format!("{}: {}", snippet.page, snippet.label);
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

/// Each command of the package is typed in a folder that has the files which its page speaks of, and what the page's examples
/// of progress are is checked there.
async fn commands_do_what_the_page_says(page: &mut Page) -> Result<()> {
    let node = setup::ensure(&xtask::root(), &[Need::Npm], false)?.npm.context("no Node.js")?.node;
    let folder = xtask::target().join("pasted/commands");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let file = |name: &str| folder.join(name);
    let dist = xtask::target().join("www/dist");
    // `npx` runs what is built, and nothing is installed.
    let npx = format!("#!/bin/sh\nshift\nexec {} {} \"$@\"\n", node.display(), dist.join("cli.js").display());
    program(&file("bin/npx"), &npx)?;
    program(&file("bin/npm"), "#!/bin/sh\n")?;
    for (name, from) in [
        ("node_modules/plan-widgets/dist/plan.json", dist.join("plan.json")),
        ("plan.json", xtask::root().join("tests/school/plan.json")),
        ("our-plan.json", xtask::root().join("tests/school/plan.json")),
    ] {
        xtask::write(&file(name), std::fs::read(from)?)?;
    }
    let path = format!("{}:{}", file("bin").display(), std::env::var("PATH")?);
    let type_in = |text: &str, what: &str| -> Result<()> {
        let mut shell = Command::new("sh");
        let output = shell.current_dir(&folder).env("PATH", &path).args(["-ec", text]).output()?;
        assert!(output.status.success(), "{what}: {}", String::from_utf8_lossy(&output.stderr));
        Ok(())
    };
    let (mut typed, mut seen) = (0, BTreeSet::new());
    let snippets = snippets(page, &["json", "sh", "bash", "css", "js"]).await?;
    for snippet in &snippets {
        let what = format!("{}: {}", snippet.page, snippet.label);
        match &*snippet.kind {
            "json" => {
                let Ok(data) = serde_json::from_str::<Value>(&snippet.text) else { continue };
                if data["reports"].is_array() {
                    xtask::write(&file("progress.json"), &snippet.text)?;
                    // The school's goals, or the bundled plan's.
                    let school = snippet.text.contains("outdoor-lessons");
                    let plan = if school { "plan.json" } else { "node_modules/plan-widgets/dist/plan.json" };
                    type_in(&format!("npx plan-widgets check {plan} --progress progress.json"), &what)?;
                    typed += 1;
                }
            }
            "css" if snippet.page.contains("your-own-look") => {
                xtask::write(&file("our-look.css"), &snippet.text)?
            }
            "js" if snippet.text.contains("plan-widgets/server'") => {
                let server = json!(format!("file://{}", dist.join("server.js").display())).to_string();
                let text = snippet.text.replace("'plan-widgets/server'", &server);
                xtask::write(
                    &file("server.mjs"),
                    text + "\nif (!html.includes('<plan-timeline')) throw html;",
                )?;
                type_in(&format!("{} server.mjs", node.display()), &what)?;
                typed += 1;
            }
            // The same in both languages.
            "sh" | "bash" if !seen.insert(snippet.text.clone()) => {}
            // Words of another language need CLDR, an indicator its files, and a shell script a page around it.
            "sh" | "bash"
                if snippet.text.contains("npx plan-widgets ")
                    && ![" fa", "indicator", "top.html"].iter().any(|word| snippet.text.contains(word)) =>
            {
                if what.contains("department") && snippet.text.contains("--progress") {
                    let of_page =
                        |other: &&Snippet| other.page == snippet.page && other.label == "progress.json";
                    let progress = snippets.iter().find(of_page).context("no progress.json")?;
                    xtask::write(&file("progress.json"), &progress.text)?;
                }
                // It doesn't write over what is there.
                let first = if snippet.text.contains(" export ") { "rm -f plan.xlsx\n" } else { "" };
                type_in(&format!("{first}{}", snippet.text), &what)?;
                typed += 1;
            }
            _ => {}
        }
    }
    assert!(typed >= 15, "{typed}");
    for made in
        ["goals.html", "transport.html", "public/plan/index.json", "plan-widgets/dist/frame.js", "plan.xlsx"]
    {
        assert!(file(made).is_file(), "{made} wasn't written");
    }
    Ok(())
}

/// Writes a program.
fn program(path: &Path, text: &str) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    xtask::write(path, text)?;
    Ok(std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755))?)
}
