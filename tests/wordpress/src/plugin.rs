//! What the plugin prints for settings that are right, wrong or hostile.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::host::Host;

/// A setting of a timeline, and the attributes that come of it.
const SETTINGS: [(&str, &str, &str); 16] = [
    ("topic", "energy", " topic=\"energy\""),
    ("topic", "energy water", " topic=\"energy water\""),
    ("topic", "energy\"onclick=alert(1)", ""),
    ("topic", "../../../wp-config", ""),
    ("layout", "lanes", " layout=\"lanes\""),
    ("layout", "lanes\" onmouseover=\"alert(1)", ""),
    ("layout", "LANES", ""),
    ("heading-level", "3", " heading-level=\"3\""),
    ("heading-level", "7", ""),
    ("heading-level", "3 ", " heading-level=\"3\""),
    ("query", "a < b & \"c\"", " query=\"a &lt; b &amp; &quot;c&quot;\""),
    ("query", "<script>alert(1)</script>", ""),
    ("item", "x'><img src=x onerror=alert(1)>", ""),
    ("onclick", "alert(1)", ""),
    ("style", "color: red", ""),
    ("src", "https://elsewhere.example/plan.json", ""),
];

/// URLs that the oEmbed route has nothing for.
const REFUSED: [&str; 4] = ["/../../secret/", "/wp-config.php", "/timeline/../../../", "/%2e%2e/"];

pub fn escapes_what_it_is_given(host: &Host) -> Result<()> {
    let block = |settings: Value| format!("<!-- wp:plan-widgets/timeline {settings} /-->");
    let mut content: Vec<String> = SETTINGS
        .iter()
        .map(|(name, value, _)| {
            // As WordPress writes what is in a block's comment.
            let value: String = value
                .chars()
                .map(|c| if "<>&\"-".contains(c) { format!("\\u{:04x}", u32::from(c)) } else { c.into() })
                .collect();
            block(json!({})).replace("{}", &format!("{{\"lang\":\"en\",\"{name}\":\"{value}\"}}"))
        })
        .collect();
    content
        .push("[plan_timeline lang=en topic=energy layout='x\" onclick=alert(1)' onclick=alert(1)]".into());
    content.push("[plan_goal_card lang=en goal=transport-hub]".into());
    content.push("[plan_goal_card lang=en]".into());
    content.push("[plan_glossary lang=de]".into());
    content.push(block(json!({ "lang": "fr-CA", "topic": ["energy"] })));
    let made = host.plugin(&json!({ "content": content, "urls": [] }))?;
    let made: Vec<&str> = made["made"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    ensure!(made.len() == content.len(), "{made:?}");
    for ((name, value, expected), html) in SETTINGS.iter().zip(&made) {
        let tag = format!("<plan-timeline lang=\"en\"{expected}>");
        // In the order of the definition.
        let (found, _) = html.split_once('>').context("no element")?;
        let sorted = |tag: &str| {
            let mut words: Vec<_> =
                tag.trim_end_matches('>').split("\" ").map(|w| w.trim_end_matches('"').to_owned()).collect();
            words.sort();
            words
        };
        let (mut one, mut other) = (
            sorted(&found.replacen("<plan-timeline ", "", 1)),
            sorted(&tag.replacen("<plan-timeline ", "", 1)),
        );
        one.sort();
        other.sort();
        ensure!(one == other, "{name}={value:?} gives {found}>, not {tag}");
        ensure!(html.ends_with("</plan-timeline>"), "{name}={value:?}");
    }
    let [shortcode, goal, without, german, french] = made[SETTINGS.len()..] else {
        anyhow::bail!("{made:?}")
    };
    let tag = "<plan-timeline lang=\"en\" topic=\"energy\">";
    ensure!(shortcode.contains(tag), "{}", &shortcode[..shortcode.len().min(200)]);
    ensure!(!shortcode.contains("onclick"), "{shortcode}");
    ensure!(goal.contains("<article") && !goal.contains("@context"), "{goal}");
    ensure!(!without.contains("plan-goal-card"), "a card without its goal: {without}");
    for html in [german, french] {
        ensure!(html.contains(" lang=\"zh\">"), "the plan's first language stands in for others: {html}");
    }
    Ok(())
}

/// Nothing of the static content is lost on its way through WordPress, neither in a page nor in a feed.
pub fn prints_the_static_content(host: &Host) -> Result<()> {
    for lang in ["zh", "en", "zh-Hant"] {
        for name in ["timeline", "goal-deck", "glossary", "overview"] {
            let shortcode = format!("[plan_{} lang={lang}]", name.replace('-', "_"));
            let made = host.plugin(&json!({ "content": [shortcode], "urls": [] }))?;
            for (form, made) in [("shadow", &made["made"][0]), ("static", &made["fed"][0])] {
                let html = made.as_str().context("nothing")?;
                let (_, inside) = html.split_once('>').context("no element")?;
                let inside = inside.trim_end_matches(&format!("</plan-{name}>"));
                let path = host.plugin_folder().join(format!("{form}/{name}.{lang}.html"));
                let expected = xtask::read(&path)?;
                let (printed, expected) = (plain(inside), plain(&expected));
                let differ = printed.split('<').zip(expected.split('<')).find(|(one, other)| one != other);
                ensure!(printed == expected, "{} is not what is printed: {differ:?}", path.display());
            }
        }
    }
    Ok(())
}

/// HTML without what is written in several ways, and without the URL of the looks.
fn plain(html: &str) -> String {
    let html = match (html.find("<link rel=\"stylesheet\" href=\""), html.find("<div")) {
        (Some(at), Some(div)) if at < div => [&html[..at], &html[div..]].concat(),
        _ => html.to_owned(),
    };
    html.replace("&#038;", "&")
        .replace("&amp;", "&")
        .replace("&#039;", "'")
        .replace(" />", ">")
        .trim()
        .to_owned()
}

/// The answers of the oEmbed route, with pages for frames among the uploads.
pub fn answers_for_its_frames(host: &Host) -> Result<()> {
    let folder = host.uploads().join("plan-widgets/embed/timeline");
    let page = xtask::target().join("www/embed/timeline");
    for name in ["index.html", "oembed.json"] {
        xtask::write(&folder.join(name), xtask::read(&page.join(name))?)?;
    }
    let base = format!("{}/wp-content/uploads/plan-widgets/embed", host.origin());
    let mut urls = vec![
        json!({ "url": format!("{base}/timeline/"), "maxwidth": 400 }),
        json!({ "url": format!("{base}/timeline/?topic=energy\"><script>") }),
        json!({ "url": format!("{base}/timeline/"), "format": "xml" }),
        json!({ "url": "https://elsewhere.example/embed/timeline/" }),
    ];
    urls.extend(REFUSED.iter().map(|path| json!({ "url": format!("{base}{path}") })));
    let made = host.plugin(&json!({ "content": [], "urls": urls }))?;
    ensure!(made["options"] == json!([]), "the plugin has written into the database: {}", made["options"]);
    let statuses: Vec<_> =
        made["answers"].as_array().into_iter().flatten().map(|answer| &answer[0]).collect();
    ensure!(statuses == [200, 200, 501, 404, 404, 404, 404, 404], "{statuses:?}");
    let [first, second] =
        [0, 1].map(|at| made["answers"][at][1]["html"].as_str().unwrap_or_default().to_owned());
    ensure!(
        first.contains("width=\"400\"") && first.contains(&format!("src=\"{base}/timeline/\"")),
        "{first}"
    );
    ensure!(!second.contains("<script"), "{second}");
    Ok(())
}
