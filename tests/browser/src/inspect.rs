//! What a page looks like from outside: messages, pictures, accessibility, memory.

use std::path::PathBuf;
use std::{fmt, fs};

use anyhow::{Context as _, Result, bail};
use fantoccini::wd::PrintConfiguration;
use serde_json::{Value, json};
use tokio::time::{Duration, sleep};
use xtask::setup::Engine;

use crate::engine;
use crate::page::{Page, spent};

/// The rules of axe-core that a page has to keep.
const AXE_TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// Lists what axe-core found. Frames are pages of their own, tested as such.
const AXE: &str = r#"
    const [context, values] = arguments;
    const options = { iframes: false, resultTypes: ["violations"], runOnly: { type: "tag", values } };
    const { violations } = await window.axe.run(context, options);
    const line = (node) => `${node.target.flat().join(" ")} (${node.failureSummary})`;
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(line).join("; ")}`);
"#;

/// Makes an object that only garbage collection can make vanish.
const CANARY: &str = r#"
    const value = new WeakRef({});
    Object.defineProperty(window, "__canary", { value, configurable: true });
"#;

/// Garbage collections per [`Page::gc`]: the first may find an object still held by the stack.
const GC_ROUNDS: usize = 3;

/// After so many rounds the engine's garbage collection is out of reach.
const GC_ATTEMPTS: usize = 30;

/// Large buffers, never touched and so cheap, make WebKit collect at once. It has no command.
const WEBKIT_GC: &str = "for (let i = 0; i < 20; i++) new ArrayBuffer(64 << 20);";

/// Asks all of Firefox's processes that hold pages, as its `about:memory` does.
const FIREFOX_GC: &str = r#"
    Services.obs.notifyObservers(null, "child-gc-request");
    Services.obs.notifyObservers(null, "child-cc-request");
"#;

/// Something that a page complained about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// `warn` or `error` of the console, `uncaught`, `rejection` (a promise's), `load` (of a
    /// resource), or `csp`.
    pub kind: String,
    /// What it said; of `csp`: directive, blocked URL, and where it stands.
    pub text: String,
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind, self.text)
    }
}

/// Whether pictures are to be taken (`cargo xtask pictures`): nothing compares them, people look at them.
pub fn pictures() -> bool {
    std::env::var_os("PLAN_PICTURES").is_some()
}

impl Page {
    /// The page's complaints so far, as `tests/browser/probe.js` recorded them.
    pub async fn console(&self) -> Result<Vec<Message>> {
        let messages = self.eval("return window.__probe?.messages", &[]).await?;
        let Value::Array(messages) = messages else {
            bail!("The page has no probe: it does not come from the test server, or may not run it");
        };
        let text = |message: &Value, key| message[key].as_str().unwrap_or_default().to_owned();
        let message = |message| Message { kind: text(message, "kind"), text: text(message, "text") };
        Ok(messages.iter().map(message).collect())
    }

    /// Where the elements that fit the selector stand in the document, each with its name and its box to half a pixel.
    pub async fn boxes(&self, selector: &str) -> Result<Vec<String>> {
        let js = "return [...document.querySelectorAll(arguments[0])].map((n) => { const b = n.getBoundingClientRect(); return [n.localName, ...[b.x, b.y + scrollY, b.width, b.height].map((v) => Math.round(v * 2) / 2)].join(' ') })";
        Ok(serde_json::from_value(self.eval(js, &[json!(selector)]).await?)?)
    }

    /// Lets two frames be drawn.
    pub async fn draw(&self) -> Result<()> {
        // Not as the page's own script, which its policy may forbid.
        let frames = "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
        self.eval_async(frames, &[]).await.map(drop)
    }

    /// What has shifted in the page so far: of each layout shift its value, and what moved from where to where. None
    /// outside Chromium, which alone reports them.
    pub async fn shifts(&self) -> Result<Vec<String>> {
        let shifts = self.eval("return window.__probe?.shifts", &[]).await?;
        serde_json::from_value(shifts).context("The page has no probe")
    }

    /// [`Page::screenshot`] for people to look at, when they have asked for pictures.
    pub async fn picture(&self, name: &str) -> Result<()> {
        if pictures() { self.screenshot(name).await.map(drop) } else { Ok(()) }
    }

    /// Writes a picture of the viewport to `target/screenshots/<engine>/<name>.png`.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        let folder = xtask::target().join("screenshots").join(engine::name(self.engine()));
        fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{name}.png"));
        fs::write(&path, spent("pictures", self.client()?.screenshot()).await?)?;
        Ok(path)
    }

    /// The page as PDF, A4. Not in WebKit.
    pub async fn print_pdf(&self) -> Result<Vec<u8>> {
        Ok(self.client()?.print(PrintConfiguration::default()).await?)
    }

    /// What axe-core objects to within the first element that fits the selector: one sentence per
    /// rule, which begins with the rule's name.
    pub async fn axe(&self, context: &str) -> Result<Vec<String>> {
        let path = xtask::root().join("xtask/node_modules/axe-core/axe.min.js");
        let source = fs::read_to_string(&path)
            .with_context(|| format!("{} is missing: run `cargo xtask setup`", path.display()))?;
        let given = [json!(context), json!(AXE_TAGS)];
        // Firefox lets a driver's scripts see a page through wrappers only, and axe-core looks at much: there it is one
        // of the page's own, but where the page's policy would forbid it.
        let own = self.engine() == Engine::Firefox
            && self.eval("return !/[?&]csp=/.test(location.search) && !document.querySelector('meta[http-equiv=Content-Security-Policy i]')", &[]).await?
                == true;
        let violations = if own {
            let add = "if (window.axe !== undefined) return;
                const script = document.createElement('script'); script.textContent = arguments[0]; document.head.append(script); script.remove()";
            self.run(add, &[json!(source)]).await?;
            spent("axe", self.run(AXE, &given)).await?
        } else {
            if self.eval("return window.axe === undefined", &[]).await? == true {
                self.eval(&source, &[]).await.context("axe-core does not start")?;
            }
            spent("axe", self.eval_async(AXE, &given)).await?
        };
        Ok(serde_json::from_value(violations)?)
    }

    /// The accessibility tree, as in Chromium's `Accessibility.getFullAXTree`. Only there.
    pub async fn a11y(&self) -> Result<Value> {
        self.session()?.cdp("Accessibility.getFullAXTree", json!({})).await
    }

    /// Collects the page's garbage: afterwards a `WeakRef` to something dropped is empty.
    pub async fn gc(&self) -> Result<()> {
        self.eval(CANARY, &[]).await?;
        for round in 1..=GC_ATTEMPTS {
            match self.engine() {
                Engine::Chromium => {
                    self.session()?.cdp("HeapProfiler.collectGarbage", json!({})).await?;
                }
                Engine::Firefox => {
                    self.session()?.privileged(FIREFOX_GC, Vec::new()).await?;
                }
                Engine::WebKit => {
                    self.eval(WEBKIT_GC, &[]).await?;
                }
            }
            let gone = self.eval("return window.__canary.deref() === undefined", &[]).await?;
            if gone == true && round >= GC_ROUNDS {
                self.eval("delete window.__canary", &[]).await?;
                return Ok(());
            }
            // A `WeakRef` stays full until the task in which it was looked at has ended.
            sleep(Duration::from_millis(10)).await;
        }
        bail!("the garbage collection of {} can't be forced", engine::name(self.engine()))
    }
}
