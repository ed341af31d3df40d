//! What a test gets: one page in one engine, and the two servers that it may visit.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, anyhow, bail};
use fantoccini::Client;
use fantoccini::wd::TimeoutConfiguration;
use serde_json::Value;
use tokio::time::{sleep, timeout};
use xtask::server::{Fault, Request, Server, Site};
use xtask::setup::{Browser, Engine};

use crate::engine::{self, Conditions};
use crate::webdriver::Session;

/// How long [`Page::wait`] waits. Long enough for a machine with four times as much to do as it has processors, where
/// the slowest thing waited for, a million characters with their marks, takes half of it; only a failure takes so long.
const WAIT: Duration = Duration::from_secs(40);

/// How often [`Page::wait`] looks.
const LOOK: Duration = Duration::from_millis(20);

/// How long the page itself looks before the driver asks again: a page that is left takes its timers along.
const LOOK_INSIDE: Duration = Duration::from_secs(2);

/// How long the clean-up between tests may take before the browser counts as dead.
const CLEAN: Duration = Duration::from_secs(30);

/// The size of the viewport that a test begins with.
pub(crate) const VIEWPORT: (u32, u32) = (1280, 800);

/// Tabs and address bar show at each page that it loads, which takes longer than most of the tests' pages.
const FIREFOX_BARE: &str = "document.getElementById('navigator-toolbox').style.display = 'none'";

/// Where a test begins. It empties the storage.
const EMPTY: &str = "/tests/empty.html";

/// One page in one engine.
pub struct Page {
    /// The browser that it is in.
    pub browser: Browser,
    pub(crate) conditions: Conditions,
    server: Server,
    foreign: Server,
    session: Option<Session>,
    /// WebKit's other browsers: its conditions are set at the start, and one that has started stays.
    parked: Vec<(Conditions, Session)>,
    requests_before: usize,
    foreign_before: usize,
    /// Keys, the mouse or fingers have been used since the test began.
    pub(crate) acted: AtomicBool,
}

/// Starting, and what the runner does around a test.
impl Page {
    /// A page of `browser`, which starts with the first test.
    pub fn new(browser: Browser) -> Result<Self> {
        Self::of(browser, Self::tests_site())
    }

    /// The site of the browser tests, each page with the probe in it.
    fn tests_site() -> Site {
        let root = xtask::root();
        let tests = root.join("tests/browser");
        Site {
            mounts: vec![
                ("/".to_owned(), xtask::target().join("www")),
                ("/projects/".to_owned(), xtask::target().join("projects")),
                ("/pasted/".to_owned(), xtask::target().join("pasted")),
                // Where the site's pages put the package.
                ("/plan-widgets/".to_owned(), xtask::target().join("www")),
                ("/built/".to_owned(), xtask::target().join("built")),
                ("/applications/".to_owned(), xtask::target().join("applications")),
                ("/tests/".to_owned(), tests.join("pages")),
                ("/tests/frames/other.html".to_owned(), tests.join("pages/frames/speaker.html")),
                ("/probe.js".to_owned(), tests.join("probe.js")),
                ("/npm/".to_owned(), root.join("xtask/node_modules")),
                ("/shell/".to_owned(), root.join("src/element/shell")),
                ("/urls.json".to_owned(), root.join("tests/urls.json")),
            ],
            head: r#"<script src="/probe.js"></script>"#.to_owned(),
            late_data: std::env::var("LATE_DATA_MS")
                .ok()
                .and_then(|ms| ms.parse().ok())
                .map_or(Duration::ZERO, Duration::from_millis),
            ..Site::default()
        }
    }

    /// A page of `browser` on another site, for a program that starts it with [`Page::restart`].
    pub fn of(browser: Browser, site: Site) -> Result<Self> {
        Ok(Self {
            browser,
            conditions: Conditions::default(),
            server: Server::start(site.clone(), 0)?,
            foreign: Server::start(site, 0)?,
            session: None,
            parked: Vec::new(),
            requests_before: 0,
            foreign_before: 0,
            acted: AtomicBool::new(false),
        })
    }

    /// Makes everything new for a test. A browser that has died is replaced, once.
    pub async fn begin(&mut self) -> Result<()> {
        if self.session.is_some() {
            match timeout(CLEAN, self.clean()).await {
                Ok(Ok(())) => return Ok(()),
                Ok(Err(error)) => self.died(&format!("{error:#}")),
                Err(_) => self.died("it does not answer"),
            }
        }
        self.restart(Conditions::default()).await?;
        self.clean().await
    }

    fn died(&self, reason: &str) {
        eprintln!("{} is started anew: {reason}", engine::name(self.engine()));
    }

    async fn clean(&mut self) -> Result<()> {
        self.server.mend();
        self.set_conditions(Conditions::default()).await?;
        self.leave().await?;
        self.resize(VIEWPORT.0, VIEWPORT.1).await?;
        self.requests_before = self.server.count();
        self.foreign_before = self.foreign.count();
        Ok(())
    }

    /// Leaves nothing of what was opened in this browser.
    async fn leave(&self) -> Result<()> {
        if self.acted.swap(false, Ordering::Relaxed) {
            self.client()?.release_actions().await?;
        }
        if self.foreign.count() > self.foreign_before {
            self.clear(&self.foreign.origin).await?;
        }
        // Last, because the test begins there. To go to `about:blank` would take browsers another
        // process, and for each test as long as many a test.
        self.clear(&self.server.origin).await?;
        Ok(self.client()?.delete_all_cookies().await?) // a host's ports have the same
    }

    /// Leaves the last page for one without contents, which empties the storage of its origin.
    async fn clear(&self, origin: &str) -> Result<()> {
        self.goto_url(&format!("{origin}{EMPTY}")).await
    }

    /// Starts the browser, in place of those that run.
    pub async fn restart(&mut self, conditions: Conditions) -> Result<()> {
        self.end().await;
        self.start(conditions).await
    }

    /// Goes on in the browser that has these conditions, and leaves the present one clean for later.
    pub(crate) async fn change_browser(&mut self, conditions: Conditions) -> Result<()> {
        self.leave().await?;
        self.parked.extend(self.session.take().map(|session| (self.conditions, session)));
        match self.parked.iter().position(|(other, _)| *other == conditions) {
            Some(index) => {
                self.session = Some(self.parked.swap_remove(index).1);
                self.conditions = conditions;
                Ok(())
            }
            None => spent("starting browsers", self.start(conditions)).await,
        }
    }

    async fn start(&mut self, conditions: Conditions) -> Result<()> {
        let folder = xtask::target().join("webdriver");
        std::fs::create_dir_all(&folder)?;
        let session = Session::start(&self.browser, conditions, &folder).await?;
        if self.engine() == Engine::Firefox {
            session.privileged(FIREFOX_BARE, Vec::new()).await?;
        }
        self.session = Some(session);
        self.conditions = Conditions::default();
        if self.engine() == Engine::WebKit {
            self.conditions = conditions; // its conditions are set at its start
        }
        Ok(())
    }

    /// Lets a script or a page's load take so long, until the browser is started anew.
    pub async fn patience(&self, limit: Duration) -> Result<()> {
        let limits = TimeoutConfiguration::new(Some(limit), Some(limit), None);
        Ok(self.client()?.update_timeouts(limits).await?)
    }

    /// Ends the browser, if one runs.
    pub async fn end(&mut self) {
        let parked = self.parked.drain(..).map(|(_, session)| session);
        for session in self.session.take().into_iter().chain(parked) {
            session.close().await;
        }
    }

    pub fn session(&self) -> Result<&Session> {
        self.session.as_ref().ok_or_else(|| anyhow!("the browser does not run"))
    }

    pub fn client(&self) -> Result<&Client> {
        Ok(&self.session()?.client)
    }
}

/// Going somewhere, and asking there.
impl Page {
    /// The engine that this run is in.
    pub fn engine(&self) -> Engine {
        self.browser.engine
    }

    /// The origin that [`Page::goto`] goes to: the built site at `/`, with the package's files at
    /// `/dist/`; `tests/browser/pages/` at `/tests/`; what the tests build at `/projects/` and
    /// `/applications/`.
    pub fn origin(&self) -> &str {
        &self.server.origin
    }

    /// Another origin with the same files.
    pub fn foreign_origin(&self) -> &str {
        &self.foreign.origin
    }

    /// The requests to [`Page::origin`] since the test began.
    pub fn requests(&self) -> Vec<Request> {
        self.server.requests_since(self.requests_before)
    }

    /// The same of [`Page::foreign_origin`].
    pub fn foreign_requests(&self) -> Vec<Request> {
        self.foreign.requests_since(self.foreign_before)
    }

    /// Answers requests whose path ends so with a fault, until it is mended or the test ends.
    pub fn fail(&self, path: &str, fault: Fault) {
        self.server.fail(path, fault, usize::MAX);
    }

    /// The same so many times.
    pub fn fail_times(&self, path: &str, fault: Fault, times: usize) {
        self.server.fail(path, fault, times);
    }

    /// Ends the faults.
    pub fn mend(&self) {
        self.server.mend();
    }

    /// Opens a path of [`Page::origin`], and returns after its `load` event.
    pub async fn goto(&self, path: &str) -> Result<()> {
        self.goto_url(&format!("{}{path}", self.server.origin)).await
    }

    /// Opens any URL, and returns after its `load` event.
    pub async fn goto_url(&self, url: &str) -> Result<()> {
        let before = if self.engine() == Engine::WebKit { self.document(url).await.ok() } else { None };
        let opened = spent("page loads", self.client()?.goto(url)).await;
        opened.with_context(|| format!("{url} does not open"))?;
        if let Some(before) = before {
            self.wait_for_load(url, &before).await?;
        }
        self.renew_conditions().await
    }

    /// WebKit's driver may come back before the load event, and even before the document.
    async fn wait_for_load(&self, url: &str, before: &Value) -> Result<()> {
        let start = Instant::now();
        loop {
            let document = self.document(url).await;
            // A link within the document opens no other.
            let is = |document: &Value| document["at"] == true || document["since"] != before["since"];
            if document.as_ref().is_ok_and(|document| document["whole"] == true && is(document)) {
                return Ok(());
            }
            if start.elapsed() > WAIT {
                bail!("{url}: not within {WAIT:?} ({document:?}). {}", self.complaints().await);
            }
            sleep(LOOK).await;
        }
    }

    /// Since when there is a document, whether it is loaded, and whether that is by a fragment of this URL.
    async fn document(&self, url: &str) -> Result<Value> {
        let ask = "return {
            since: performance.timeOrigin,
            whole: document.readyState === 'complete',
            at: arguments[0].includes('#') && new URL(arguments[0]).href === location.href,
        }";
        let asked = self.client()?.execute(ask, vec![Value::from(url)]);
        Ok(timeout(LOOK_INSIDE, spent("page loads", asked)).await??)
    }

    /// Runs a function body in the page, with `arguments`, and gives what it returns.
    pub async fn eval(&self, js: &str, arguments: &[Value]) -> Result<Value> {
        let result = spent("scripts", self.client()?.execute(js, arguments.to_vec())).await;
        result.with_context(|| format!("in this script: {js}"))
    }

    /// Like [`Page::eval`], and the body may use `await`.
    pub async fn eval_async(&self, js: &str, arguments: &[Value]) -> Result<Value> {
        let script = format!(
            "const done = [].pop.call(arguments);
            (async function () {{ {js} }}).apply(null, arguments).then(
                (value) => done({{ value: value ?? null }}),
                (error) => done({{ error: `${{error}}` }}),
            );"
        );
        let result =
            spent("asynchronous scripts", self.client()?.execute_async(&script, arguments.to_vec())).await;
        let mut result = result.with_context(|| format!("in this script: {js}"))?;
        if let Some(error) = result["error"].as_str() {
            bail!("{error}, in this script: {js}");
        }
        Ok(result["value"].take())
    }

    /// Runs an asynchronous script as one of the page's own, in a task of its own. A driver's
    /// scripts have other built-in objects in Firefox, and in WebKit each of their calls into the
    /// page is followed by the page's microtasks.
    pub async fn run(&self, js: &str, arguments: &[Value]) -> Result<Value> {
        let script = format!(
            "window.__run = async (text) => {{ await new Promise((done) => setTimeout(done));
            const result = await (async function () {{ {js} }}).apply(null, JSON.parse(text)); return JSON.stringify(result) ?? null }};"
        );
        let add = "const script = document.createElement('script'); script.textContent = arguments[0];
            document.head.append(script); script.remove(); return window.__run(arguments[1])";
        let result = self
            .eval_async(add, &[Value::from(script), Value::from(Value::from(arguments).to_string())])
            .await?;
        Ok(result.as_str().map_or(Ok(Value::Null), serde_json::from_str)?)
    }

    /// Changes a widget by `js`, in which `e` is its element and `r` its shadow root. Answers how many of its elements a selector
    /// names when it is drawn anew, which Yew may put off by a task, and whether the last of them ends below the screen.
    pub async fn first_drawn(&self, widget: &str, selector: &str, js: &str) -> Result<(u64, bool)> {
        let js = format!(
            "const [widget, selector] = arguments, e = document.querySelector(widget), r = e.shadowRoot;
            const first = new Promise((done) => {{
              const observer = new MutationObserver((changes) => {{
                // What is said of an earlier change comes after a pause.
                if (changes.every(({{ target }}) => target.matches?.('[part=status]'))) return;
                observer.disconnect();
                const drawn = [...r.querySelectorAll(selector)];
                done([drawn.length, drawn.at(-1)?.getBoundingClientRect().bottom > innerHeight]);
              }});
              observer.observe(r, {{ childList: true, subtree: true }});
            }});
            {js};
            return first"
        );
        let first = self.run(&js, &[Value::from(widget), Value::from(selector)]).await?;
        Ok((first[0].as_u64().context("no count")?, first[1] == true))
    }

    /// Waits until a JavaScript expression is truthy; `what` says in the error what was expected.
    pub async fn wait(&self, js_expression: &str, what: &str) -> Result<()> {
        self.wait_at_most(WAIT, js_expression, what).await
    }

    /// [`Page::wait`] with a limit of its own.
    pub async fn wait_at_most(&self, limit: Duration, js_expression: &str, what: &str) -> Result<()> {
        let start = Instant::now();
        loop {
            // What throws, because a part is not there yet, may come true later.
            let result = self.look(js_expression, limit.min(LOOK_INSIDE)).await;
            if matches!(result, Ok(true)) {
                return Ok(());
            }
            if start.elapsed() > limit {
                let reason = result.err().map(|error| format!(" ({error:#})")).unwrap_or_default();
                bail!("{what}: not within {limit:?}{reason}. {}", self.complaints().await);
            }
            sleep(LOOK).await;
        }
    }

    /// Waits until a page is there whose URL has this in it. Without a script: a driver may lose one, or itself, whose page
    /// goes away under it.
    pub async fn wait_for_url(&self, part: &str) -> Result<()> {
        let start = Instant::now();
        loop {
            let url = spent("waits", self.client()?.current_url()).await;
            if url.as_ref().is_ok_and(|url| url.as_str().contains(part)) {
                return Ok(());
            }
            if start.elapsed() > WAIT {
                bail!("a page at {part}: not within {WAIT:?} ({url:?}). {}", self.complaints().await);
            }
            sleep(LOOK).await;
        }
    }

    /// Whether an expression is truthy, or gets so within this time.
    async fn look(&self, js_expression: &str, limit: Duration) -> Result<bool> {
        if self.conditions.no_javascript {
            // Where a page has no scripts, its timers may not run either.
            return Ok(self.eval(&format!("return !!({js_expression})"), &[]).await? == true);
        }
        let script = format!(
            "const done = [].pop.call(arguments), [every, steps] = arguments;
            let left = steps;
            const look = () => {{
                let found, error;
                try {{ found = !!({js_expression}) }} catch (thrown) {{ error = `${{thrown}}` }}
                if (found || !left--) done({{ found, error }});
                else setTimeout(look, every);
            }};
            look();"
        );
        let steps = limit.as_millis() / LOOK.as_millis();
        let arguments = [LOOK.as_millis(), steps].map(|number| Value::from(number as u64));
        let work = self.client()?.execute_async(&script, arguments.to_vec());
        let answer = spent("waits", work).await?;
        match answer["error"].as_str() {
            Some(error) => bail!("{error}, in this expression: {js_expression}"),
            None => Ok(answer["found"] == true),
        }
    }

    /// The visible text of the page, shadow roots included, without running a script of the page.
    pub async fn text(&self) -> Result<String> {
        let body = self.client()?.find(fantoccini::Locator::Css("body")).await?;
        Ok(body.text().await?)
    }

    /// The page's messages for an error.
    async fn complaints(&self) -> String {
        match self.console().await {
            Ok(messages) if messages.is_empty() => "The page's console is empty.".to_owned(),
            Ok(messages) => messages
                .iter()
                .fold("The page's console:".to_owned(), |list, message| format!("{list}\n  {message}")),
            Err(error) => format!("{error:#}."),
        }
    }

    /// What a failed test leaves behind: the page's URL, its messages and a picture.
    pub async fn evidence(&self, test: &str) -> Result<String> {
        timeout(CLEAN, self.collect_evidence(test)).await?
    }

    async fn collect_evidence(&self, test: &str) -> Result<String> {
        let url = self.eval("return location.href", &[]).await?;
        let complaints = self.complaints().await;
        let picture = self.screenshot(&format!("failed-{}", test.replace("::", "-"))).await?;
        Ok(format!("At {url}. {complaints}\nA picture: {}", picture.display()))
    }
}

/// What the tests have spent on each kind of work: how often, and how long.
pub static SPENT: Mutex<BTreeMap<&str, (u32, Duration)>> = Mutex::new(BTreeMap::new());

/// Notes how long a piece of work takes.
pub async fn spent<T>(kind: &'static str, work: impl Future<Output = T>) -> T {
    let start = Instant::now();
    let result = work.await;
    let mut all = SPENT.lock().unwrap_or_else(PoisonError::into_inner);
    let (times, time) = all.entry(kind).or_default();
    *times += 1;
    *time += start.elapsed();
    result
}
