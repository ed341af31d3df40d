//! What a page's reader and screen are like. Set them before [`Page::goto`]: in WebKit most of
//! them start a new browser, and a page without JavaScript has to be loaded without it.

use anyhow::{Result, bail};
use serde_json::json;
use tokio::time::Duration;
use xtask::setup::Engine;

use crate::engine::Conditions;
use crate::page::{Page, VIEWPORT, spent};
use crate::webdriver::SCREEN;

/// How long a new window size takes to reach the page, at most.
const RESIZE: Duration = Duration::from_secs(10);

/// A colour scheme for [`Page::color_scheme`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// `prefers-color-scheme: light`, with which every test begins.
    Light,
    /// `prefers-color-scheme: dark`
    Dark,
}

/// Sizes the element that holds the page, so that the window's own least width doesn't matter.
const FIREFOX_RESIZE: &str = r#"
    const [width, height] = arguments;
    window.resizeTo(Math.max(width, 600), height + 200); // and room for the toolbars
    const { style } = gBrowser.selectedBrowser;
    style.cssText = `flex: none; width: ${width}px; height: ${height}px; min-width: 0`;
"#;

const FIREFOX_CONDITIONS: &str = r#"
    const [{ dark, forced, scripts, still }] = arguments;
    const { prefs } = Services;
    prefs.setIntPref("layout.css.prefers-color-scheme.content-override", dark ? 0 : 1);
    prefs.setIntPref("browser.display.document_color_use", forced ? 2 : 0);
    prefs.setBoolPref("javascript.enabled", scripts);
    prefs.setIntPref("ui.prefersReducedMotion", still ? 1 : 0);
"#;

const FIREFOX_PRINT: &str = r#"
    gBrowser.selectedBrowser.browsingContext.mediumOverride = arguments[0] ? "print" : "";
"#;

impl Page {
    /// Makes the viewport exactly so large, in CSS pixels; down to a width of 320.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        spent("new sizes", self.resize_to(width, height)).await
    }

    async fn resize_to(&self, width: u32, height: u32) -> Result<()> {
        let size = self.eval("return [innerWidth, innerHeight]", &[]).await?;
        if size == json!([width, height]) {
            return Ok(());
        }
        let session = self.session()?;
        match self.engine() {
            Engine::Chromium => {
                let size =
                    json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                session.cdp("Emulation.setDeviceMetricsOverride", size).await?;
            }
            Engine::Firefox => {
                session.privileged(FIREFOX_RESIZE, vec![json!(width), json!(height)]).await?;
            }
            Engine::WebKit => {
                // In the middle, where the screen's own mouse stands: without a window manager the
                // window below it has the focus.
                let x = SCREEN.0.saturating_sub(width) / 2;
                let y = SCREEN.1.saturating_sub(height) / 2;
                let rect = json!({ "x": x, "y": y, "width": width, "height": height });
                session.command("window/rect", rect).await?;
            }
        }
        let reached = format!("innerWidth === {width} && innerHeight === {height}");
        self.wait_at_most(RESIZE, &reached, &format!("a viewport of {width} × {height}")).await
    }

    /// Sets what `prefers-color-scheme` says.
    pub async fn color_scheme(&mut self, scheme: Scheme) -> Result<()> {
        let dark = scheme == Scheme::Dark;
        self.set_conditions(Conditions { dark, ..self.conditions }).await
    }

    /// Opens pages without JavaScript. [`Page::eval`] still works, the page's own scripts don't.
    pub async fn no_javascript(&mut self) -> Result<()> {
        self.set_conditions(Conditions { no_javascript: true, ..self.conditions }).await
    }

    /// `prefers-reduced-motion: reduce`
    pub async fn reduced_motion(&mut self) -> Result<()> {
        self.set_conditions(Conditions { reduced_motion: true, ..self.conditions }).await
    }

    /// Lets the page use the clipboard. Only in Chromium.
    pub async fn grant_clipboard(&self) -> Result<()> {
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.session()?.cdp("Browser.grantPermissions", permissions).await.map(drop)
    }

    /// `forced-colors: active`; not in WebKit.
    pub async fn forced_colors(&mut self) -> Result<()> {
        self.set_conditions(Conditions { forced_colors: true, ..self.conditions }).await
    }

    /// Shows pages as they print; not in WebKit.
    pub async fn print_media(&mut self) -> Result<()> {
        self.set_conditions(Conditions { print: true, ..self.conditions }).await
    }

    /// Sets again what the engine forgets when it opens a page.
    pub(crate) async fn renew_conditions(&self) -> Result<()> {
        if self.conditions.print && self.engine() == Engine::Firefox {
            self.session()?.privileged(FIREFOX_PRINT, vec![json!(true)]).await?;
        }
        Ok(())
    }

    pub(crate) async fn set_conditions(&mut self, new: Conditions) -> Result<()> {
        if new == self.conditions {
            return Ok(());
        }
        let Conditions { dark, forced_colors, no_javascript, print, reduced_motion } = new;
        let session = self.session()?;
        match self.engine() {
            Engine::Chromium => {
                let features = json!([
                    { "name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" } },
                    { "name": "forced-colors", "value": if forced_colors { "active" } else { "none" } },
                    { "name": "prefers-reduced-motion", "value": if reduced_motion { "reduce" } else { "" } },
                ]);
                let media = json!({ "media": if print { "print" } else { "" }, "features": features });
                session.cdp("Emulation.setEmulatedMedia", media).await?;
                let disabled = json!({ "value": no_javascript });
                session.cdp("Emulation.setScriptExecutionDisabled", disabled).await?;
            }
            Engine::Firefox => {
                let conditions = json!({
                    "dark": dark,
                    "forced": forced_colors,
                    "scripts": !no_javascript,
                    "still": reduced_motion,
                });
                session.privileged(FIREFOX_CONDITIONS, vec![conditions]).await?;
                session.privileged(FIREFOX_PRINT, vec![json!(print)]).await?;
            }
            Engine::WebKit => {
                if forced_colors || print {
                    bail!("WebKit can't pretend forced colours or print: name the test's engines");
                }
                // MiniBrowser takes them as arguments only.
                self.change_browser(new).await?;
                self.resize(VIEWPORT.0, VIEWPORT.1).await?;
            }
        }
        self.conditions = new;
        Ok(())
    }
}
