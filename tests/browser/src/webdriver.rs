//! A driver process, and the one browser session that it runs.

use std::fs::OpenOptions;
use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio, exit};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};
use xtask::setup::Browser;

use crate::engine::{self, Conditions};

/// Drivers listen within a tenth of a second; a machine under load may need some more.
const DRIVER_START: Duration = Duration::from_secs(10);

/// A browser's first start reads all of it from the disk, which took Firefox half a minute during
/// a build.
const BROWSER_START: Duration = Duration::from_secs(60);

/// The time to end in order, before the processes are killed.
const FAREWELL: Duration = Duration::from_secs(5);

/// The size of WebKit's screen: 4K, and somewhat higher for the tallest windows.
pub const SCREEN: (u32, u32) = (3840, 2400);

/// A browser under control. Its processes end when it is dropped.
#[derive(Debug)]
pub struct Session {
    /// Sends WebDriver commands.
    pub client: Client,
    driver: Group,
    /// WebKit's screen.
    _screen: Option<Group>,
}

impl Session {
    /// Starts the driver and the browser; their output goes to `<folder>/<engine>.log`.
    pub async fn start(browser: &Browser, conditions: Conditions, folder: &Path) -> Result<Self> {
        let name = engine::name(browser.engine);
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let home = folder.join(format!("{name}-settings"));
        let mut command = engine::driver(browser, port, conditions, &home)?;
        let screen = match &browser.xvfb {
            Some(xvfb) => {
                let (group, display) = screen(xvfb)?;
                command.env("DISPLAY", display);
                Some(group)
            }
            None => None,
        };
        let path = folder.join(format!("{name}.log"));
        let log = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&path)
            .with_context(|| format!("{} can't be written", path.display()))?;
        command.stdout(log.try_clone()?).stderr(log);
        let driver = Group::start(&mut command)?;
        let client = connect(browser, conditions, port)
            .await
            .with_context(|| format!("{name} did not start, see {}", path.display()))?;
        Ok(Self { client, driver, _screen: screen })
    }

    /// Sends a command that fantoccini doesn't know, to `session/<id>/<path>`.
    pub async fn command(&self, path: &'static str, body: Value) -> Result<Value> {
        Ok(self.client.issue_cmd(Extension { path, body }).await?)
    }

    /// A command of the Chrome DevTools protocol.
    pub async fn cdp(&self, method: &str, params: Value) -> Result<Value> {
        self.command("goog/cdp/execute", json!({ "cmd": method, "params": params }))
            .await
            .with_context(|| format!("{method} failed"))
    }

    /// Runs a function body in Firefox's own window, with the browser's rights.
    pub async fn privileged(&self, script: &str, args: Vec<Value>) -> Result<Value> {
        self.command("moz/context", json!({ "context": "chrome" })).await?;
        let result = self.client.execute(script, args).await;
        self.command("moz/context", json!({ "context": "content" })).await?;
        Ok(result?)
    }

    /// Ends browser and driver in order, so that they clean up their temporary profiles.
    pub async fn close(self) {
        // A browser that no longer answers is killed with its driver by the drop below.
        let _ = timeout(FAREWELL, self.client.close()).await;
        drop(self.driver);
    }
}

async fn connect(browser: &Browser, conditions: Conditions, port: u16) -> Result<Client> {
    let listening = async {
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(DRIVER_START, listening).await.context("its driver does not listen")?;
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(engine::capabilities(browser, conditions));
    let url = format!("http://127.0.0.1:{port}");
    let client = timeout(BROWSER_START, builder.connect(&url)).await;
    Ok(client.context("its driver does not answer")??)
}

/// Starts a virtual screen and gives its display's name.
fn screen(xvfb: &Path) -> Result<(Group, String)> {
    let mut command = Command::new(xvfb);
    command
        .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"])
        .arg(format!("{}x{}x24", SCREEN.0, SCREEN.1))
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut group = Group::start(&mut command)?;
    let mut display = String::new();
    if let Some(output) = group.child.stdout.take() {
        BufReader::new(output).read_line(&mut display)?;
    }
    if display.is_empty() {
        bail!("Xvfb did not start: run it by hand to see why");
    }
    Ok((group, format!(":{}", display.trim())))
}

/// A process with all that it starts. They end when it is dropped.
///
/// A driver that is killed leaves its browser running, so it leads a process group of its own, and
/// the group is ended.
#[derive(Debug)]
struct Group {
    child: Child,
}

/// The groups that run now, for [`end_all`].
static GROUPS: Mutex<Vec<u32>> = Mutex::new(Vec::new());

impl Group {
    fn start(command: &mut Command) -> Result<Self> {
        let program = command.get_program().to_owned();
        let mut groups = GROUPS.lock().unwrap_or_else(PoisonError::into_inner);
        let child = command
            .stdin(Stdio::null())
            .process_group(0)
            .spawn()
            .with_context(|| format!("{} does not start", program.display()))?;
        groups.push(child.id());
        Ok(Self { child })
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let id = self.child.id();
        end(id);
        let _ = self.child.wait();
        GROUPS.lock().unwrap_or_else(PoisonError::into_inner).retain(|other| *other != id);
    }
}

/// Waits until this process is to end, by Ctrl-C or as `timeout` and CI end one, neither of which reaches the groups of
/// drivers and browsers; ends those then, after what `before` does, and this process.
pub async fn end_with_program(before: impl FnOnce() + Send) {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    let code = {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminated) = signal(SignalKind::terminate()) else { return };
        tokio::select! {
            Ok(()) = interrupted => 130,
            Some(()) = terminated.recv() => 143,
            else => return,
        }
    };
    #[cfg(not(unix))]
    let code = if interrupted.await.is_ok() { 130 } else { return };
    before();
    end_all(code);
}

/// Ends all drivers and browsers, and then this process.
fn end_all(code: i32) -> ! {
    // Kept until the end, so that no test starts another one.
    let groups = GROUPS.lock().unwrap_or_else(PoisonError::into_inner);
    for id in groups.iter() {
        end(*id);
    }
    exit(code)
}

fn end(group: u32) {
    // Not the crate `libc`, which would need `unsafe`. Nothing is to be done if it fails.
    let _ = Command::new("kill").args(["-KILL", "--", &format!("-{group}")]).stderr(Stdio::null()).status();
}

#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
