//! Plain static content after a filter that keeps some tags only, as Drupal's text formats have: what the guide says of it.

use plan_widgets::{PLAN_JSON, Plan};
use plan_widgets_element::render::{Form, Renderer, Wanted};

/// What Drupal's “Basic HTML” keeps of ours, less what is kept with attributes that ours don't have.
const BASIC: &[&str] = &[
    "br", "p", "h2", "h3", "h4", "h5", "h6", "cite", "dl", "dt", "dd", "ul", "ol", "strong", "em", "code",
    "li",
];

/// Tags that part words on a page of ours.
const PARTS: &[&str] =
    &["article", "details", "div", "p", "section", "summary", "table", "tbody", "td", "th", "thead", "tr"];

/// How many words run into one another where a filter takes a tag that parted them.
fn run_together(html: &str, kept: &[&str]) -> usize {
    let (mut found, mut kept_between, mut lost_between, mut before) = (0, true, false, ' ');
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        kept_between |= kept.contains(&name);
        lost_between |= PARTS.contains(&name);
        let (Some(first), Some(last)) = (text.chars().next(), text.chars().last()) else { continue };
        found +=
            usize::from(lost_between && !kept_between && !first.is_whitespace() && !before.is_whitespace());
        (kept_between, lost_between, before) = (false, false, last);
    }
    found
}

#[test]
fn what_drupals_basic_html_leaves_can_be_read() {
    let plan = Renderer::new(Plan::from_json(PLAN_JSON).unwrap());
    for lang in ["zh", "en", "zh-Hant"] {
        // The overview is a table.
        for (widget, readable) in
            [("timeline", true), ("goal-deck", true), ("glossary", true), ("overview", false)]
        {
            let attributes = [("lang", lang)];
            let wanted = Wanted::new(widget, &attributes).unwrap();
            let found = run_together(&plan.content(wanted, Form::Light).unwrap(), BASIC);
            assert_eq!(found == 0, readable, "{widget} in {lang}: {found} words run together");
        }
    }
}
