//! The site's pages, as people see them: pictures to look at, and what no page may do.

use anyhow::Result;

use crate::emulate::Scheme;
use crate::page::Page;

crate::tests! {
    pictures;
    pages_with_a_widget_fit;
    pages_without_a_widget_fit;
}

/// The pages of the site with a widget.
const PAGES: [(&str, &str); 17] = [
    ("zh", "/"),
    ("en", "/en/"),
    ("pasted", "/variants/plain.html"),
    ("guide-zh", "/guide/your-own-plan.html"),
    ("guide-en", "/en/guide/your-own-plan.html"),
    ("overview-zh", "/overview/"),
    ("overview-en", "/en/overview/"),
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
const PLAIN: [(&str, &str); 8] = [
    ("bench-zh", "/bench/"),
    ("bench-en", "/en/bench/"),
    ("own-language-zh", "/guide/your-own-language.html"),
    ("own-language-en", "/en/guide/your-own-language.html"),
    ("own-look-zh", "/guide/your-own-look.html"),
    ("own-look-en", "/en/guide/your-own-look.html"),
    ("spreadsheet-zh", "/guide/from-a-spreadsheet.html"),
    ("spreadsheet-en", "/en/guide/from-a-spreadsheet.html"),
];

/// When the widget of a page is live.
pub const LIVE: &str = "document.querySelector('plan-glossary')?.shadowRoot?.querySelector('button:enabled')";

/// The first widget of a page, or of the page in its frame.
const FIRST: &str = "(frames[0]?.document ?? document).querySelector('plan-timeline, plan-glossary')";

/// Pages that are wider than the screen are found here, and widgets that don't come alive.
async fn pages_with_a_widget_fit(page: &mut Page) -> Result<()> {
    for (_, path) in PAGES {
        open(page, path).await?;
        for width in [320, 1600] {
            page.resize(width, 1400).await?;
            page.draw().await?;
            assert_eq!(page.eval(OVER, &[]).await?, 0, "{path} at {width}");
        }
    }
    Ok(())
}

/// How much wider than the screen the page is.
const OVER: &str = "const d = document.documentElement; return Math.max(0, d.scrollWidth - d.clientWidth)";

/// Opens a page, and waits for its first widget.
async fn open(page: &Page, path: &str) -> Result<()> {
    page.goto(path).await?;
    // In a guide it lies far down.
    page.eval(&format!("{FIRST}.scrollIntoView()"), &[]).await?;
    // Before, its buttons are there and take no clicks.
    let live = format!("{FIRST}?.shadowRoot?.querySelector('button:enabled')");
    page.wait(&live, "the live widget").await?;
    page.eval("scrollTo(0, 0)", &[]).await.map(drop)
}

async fn pictures(page: &mut Page) -> Result<()> {
    for (scheme, name, widths) in [(Scheme::Light, "light", &[320, 1600][..]), (Scheme::Dark, "dark", &[720])]
    {
        page.color_scheme(scheme).await?;
        for (page_name, path) in PAGES {
            open(page, path).await?;
            for &width in widths {
                page.resize(width, 1400).await?;
                // What is drawn may be a step behind.
                page.run(
                    "await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))",
                    &[],
                )
                .await?;
                page.picture(&format!("gallery-{page_name}-{name}-{width}")).await?;
            }
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
                assert_eq!(page.eval(OVER, &[]).await?, 0, "{path} at {width}");
                assert_eq!(page.axe("html").await?, Vec::<String>::new(), "{path}");
                page.picture(&format!("gallery-{name}-{scheme_name}-{width}")).await?;
            }
        }
    }
    Ok(())
}
