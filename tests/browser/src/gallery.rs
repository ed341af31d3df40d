//! The site's pages, as people see them: pictures to look at, and what no page may do.

use anyhow::Result;

use crate::emulate::Scheme;
use crate::page::Page;

crate::tests! {
    pictures;
}

/// The pages of the site.
const PAGES: [(&str, &str); 3] = [("zh", "/"), ("en", "/en/"), ("pasted", "/variants/plain.html")];

/// When the widget of a page is live.
pub const LIVE: &str = "document.querySelector('plan-glossary')?.shadowRoot?.querySelector('button')";

async fn pictures(page: &mut Page) -> Result<()> {
    for (scheme, scheme_name) in [(Scheme::Light, "light"), (Scheme::Dark, "dark")] {
        page.color_scheme(scheme).await?;
        for (name, path) in PAGES {
            for (width, height) in [(320, 1400), (720, 1400), (1600, 1400)] {
                page.resize(width, height).await?;
                page.goto(path).await?;
                page.wait(LIVE, "the live glossary").await?;
                page.screenshot(&format!("gallery-{name}-{scheme_name}-{width}")).await?;
            }
        }
    }
    Ok(())
}
