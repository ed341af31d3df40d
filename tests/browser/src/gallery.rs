//! The site's pages, as people see them: pictures to look at, and what no page may do.

use anyhow::Result;

use crate::emulate::Scheme;
use crate::page::Page;

crate::tests! {
    pictures_in_the_light;
    pictures_in_the_dark;
    pages_without_a_widget_fit;
}

/// The pages of the site with a widget.
const PAGES: [(&str, &str); 15] = [
    ("zh", "/"),
    ("en", "/en/"),
    ("pasted", "/variants/plain.html"),
    ("guide-zh", "/guide/your-own-plan.html"),
    ("guide-en", "/en/guide/your-own-plan.html"),
    ("timeline-zh", "/timeline/"),
    ("timeline-en", "/en/timeline/"),
    ("article-zh", "/timeline/article.html"),
    ("article-en", "/en/timeline/article.html"),
    ("phone", "/timeline/phone.html"),
    ("three", "/timeline/three.html"),
    ("school", "/timeline/school.html"),
    ("hostile", "/timeline/hostile.html"),
    ("embedding-zh", "/embedding/"),
    ("embedding-en", "/en/embedding/"),
];

/// Those without.
const PLAIN: [(&str, &str); 2] = [("bench-zh", "/bench/"), ("bench-en", "/en/bench/")];

/// When the widget of a page is live.
pub const LIVE: &str = "document.querySelector('plan-glossary')?.shadowRoot?.querySelector('button')";

/// The first widget of a page, or of the page in its frame.
const FIRST: &str = "(frames[0]?.document ?? document).querySelector('plan-timeline, plan-glossary')";

async fn pictures_in_the_light(page: &mut Page) -> Result<()> {
    pictures(page, Scheme::Light, "light", &[320, 1600]).await
}

async fn pictures_in_the_dark(page: &mut Page) -> Result<()> {
    pictures(page, Scheme::Dark, "dark", &[720]).await
}

async fn pictures(page: &mut Page, scheme: Scheme, scheme_name: &str, widths: &[u32]) -> Result<()> {
    page.color_scheme(scheme).await?;
    for (name, path) in PAGES {
        page.goto(path).await?;
        // In a guide it lies far down.
        page.eval(&format!("{FIRST}.scrollIntoView()"), &[]).await?;
        // Before, its buttons are there and take no clicks.
        let live = format!("{FIRST}?.shadowRoot?.querySelector('button:enabled')");
        page.wait(&live, "the live widget").await?;
        page.eval("scrollTo(0, 0)", &[]).await?;
        for &width in widths {
            page.resize(width, 1400).await?;
            // What is drawn may be a step behind.
            page.run("await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))", &[])
                .await?;
            page.screenshot(&format!("gallery-{name}-{scheme_name}-{width}")).await?;
        }
    }
    Ok(())
}

async fn pages_without_a_widget_fit(page: &mut Page) -> Result<()> {
    for (scheme, scheme_name) in [(Scheme::Light, "light"), (Scheme::Dark, "dark")] {
        page.color_scheme(scheme).await?;
        for (name, path) in PLAIN {
            page.goto(path).await?;
            for width in [320, 1600] {
                page.resize(width, 1400).await?;
                let over = "const d = document.documentElement; return d.scrollWidth - d.clientWidth";
                assert_eq!(page.eval(over, &[]).await?, 0, "{path} at {width}");
                assert_eq!(page.axe("html").await?, Vec::<String>::new(), "{path}");
                page.screenshot(&format!("gallery-{name}-{scheme_name}-{width}")).await?;
            }
        }
    }
    Ok(())
}
