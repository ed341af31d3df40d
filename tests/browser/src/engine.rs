//! What the three engines need to start: their drivers' arguments, and their browsers' capabilities.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use serde_json::{Map, Value, json};
use xtask::setup::{Browser, Engine};

/// What a browser pretends about its reader, beyond a mouse and a light screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Conditions {
    /// `prefers-color-scheme: dark` instead of `light`.
    pub dark: bool,
    /// `forced-colors: active`. Not in WebKit, which has no such mode.
    pub forced_colors: bool,
    /// Scripts of the page don't run. [`crate::page::Page::eval`] still works.
    pub no_javascript: bool,
    /// The page is shown as it prints. Not in WebKit.
    pub print: bool,
    /// `prefers-reduced-motion: reduce`.
    pub reduced_motion: bool,
}

/// The engine's name in the names of tests, logs and screenshots.
pub fn name(engine: Engine) -> &'static str {
    match engine {
        Engine::Chromium => "chromium",
        Engine::Firefox => "firefox",
        Engine::WebKit => "webkit",
    }
}

/// The longest that one script or one page load may take, in milliseconds. Shorter than a test's
/// own limit, so that a failure names the step and the session stays usable.
const TIMEOUTS: [(&str, u64); 2] = [("script", 90_000), ("pageLoad", 90_000)];

/// For root and a closed network: no sandbox, and nothing fetched in the background. A headless
/// browser claims to have no pointer, the last flag gives it a mouse.
const CHROMIUM: [&str; 13] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // No process of its own for drawing, and no threads for what lives as long as one test: a sixth of the work.
    "--in-process-gpu",
    "--js-flags=--single-threaded-gc",
    "--disable-features=BackForwardCache,SpareRendererForSitePerProcess",
    "--accept-lang=en-US",
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
];

/// Without these the browser window can't be narrower than its toolbar, about 450 px.
const GTK_CSS: &str = "entry, button { border: 0; margin: 0; min-width: 0; padding: 0 }\n";

/// The driver's process, which is to listen on `port` of the loopback address. `home` is a folder
/// for settings.
pub fn driver(browser: &Browser, port: u16, conditions: Conditions, home: &Path) -> Result<Command> {
    let mut command = Command::new(&browser.driver);
    // The same answers everywhere: pages may ask for the zone and the language.
    command.env("TZ", "UTC").env("LC_ALL", "en_US.UTF-8");
    match browser.engine {
        Engine::Chromium => {
            command.arg(format!("--port={port}"));
        }
        Engine::Firefox => {
            // System access is what lets `Session::privileged` change preferences.
            command.args(["--port", &port.to_string(), "--allow-system-access"]);
        }
        Engine::WebKit => {
            let gtk = home.join("gtk-3.0");
            let settings =
                format!("[Settings]\ngtk-enable-animations={}\n", u8::from(!conditions.reduced_motion));
            fs::create_dir_all(&gtk)
                .and_then(|()| fs::write(gtk.join("gtk.css"), GTK_CSS))
                .and_then(|()| fs::write(gtk.join("settings.ini"), settings))
                .with_context(|| format!("{} can't be written", gtk.display()))?;
            command.args(["-p", &port.to_string()]).env("XDG_CONFIG_HOME", home);
            // No accessibility bus runs with Xvfb; looking for it takes time.
            command.env("NO_AT_BRIDGE", "1");
            // Painted by the processor itself, as it has to be painted by it either way, and put together in one thread.
            command.env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1").env("LP_NUM_THREADS", "0");
        }
    }
    Ok(command)
}

/// The capabilities to ask the driver for.
pub fn capabilities(browser: &Browser, conditions: Conditions) -> Map<String, Value> {
    let (key, options) = match browser.engine {
        Engine::Chromium => ("goog:chromeOptions", json!({ "binary": browser.binary, "args": CHROMIUM })),
        Engine::Firefox => (
            "moz:firefoxOptions",
            json!({ "binary": browser.binary, "args": ["-headless"], "prefs": {
                "intl.accept_languages": "en-US",
                // Headless Firefox has no pointer either: 2 is fine, 4 is hover.
                "ui.primaryPointerCapabilities": 6,
                "ui.allPointerCapabilities": 6,
                // Headless Firefox says neither light nor dark by itself.
                "layout.css.prefers-color-scheme.content-override": 1,
                // Nothing that a test's page doesn't need: code made fast in the background, pages kept for going
                // back, sessions and history written down.
                "javascript.options.wasm_optimizingjit": false,
                "browser.sessionhistory.max_total_viewers": 0,
                "browser.chrome.site_icons": false,
                "browser.sessionstore.interval": 3_600_000,
                "places.history.enabled": false,
                // Nor reports to its makers, extensions, a process made ready for the next site, files of a cache.
                "toolkit.telemetry.enabled": false,
                "toolkit.telemetry.unified": false,
                "datareporting.healthreport.uploadEnabled": false,
                "extensions.enabledScopes": 0,
                "dom.ipc.processPrelaunch.enabled": false,
                "browser.cache.disk.enable": false,
            } }),
        ),
        Engine::WebKit => {
            // In full screen it has no toolbar, so that the window's size is the viewport's.
            let mut args = vec!["--automation", "--full-screen"];
            if conditions.dark {
                args.push("--dark-mode");
            }
            if conditions.no_javascript {
                args.push("--enable-javascript=false");
            }
            ("webkitgtk:browserOptions", json!({ "binary": browser.binary, "args": args }))
        }
    };
    let timeouts = TIMEOUTS.map(|(name, limit)| (name.to_owned(), json!(limit)));
    Map::from_iter([
        (key.to_owned(), options),
        ("timeouts".to_owned(), Value::Object(Map::from_iter(timeouts))),
    ])
}
