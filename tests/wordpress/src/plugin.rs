//! What the plugin prints for settings that are right, wrong or hostile.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::host::Host;

/// A setting of a timeline, and the attributes that come of it.
const SETTINGS: [(&str, &str, &str); 24] = [
    ("topic", "energy", " topic=\"energy\""),
    ("topic", "energy water", " topic=\"energy water\""),
    ("topic", " energy \u{9} water\n", " topic=\"energy water\""),
    ("topic", "energy,water", ""),
    ("topic", "能源", ""),
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
    ("heading", "20%ab, 100%25 & 5 < 6", " heading=\"20%ab, 100%25 &amp; 5 &lt; 6\""),
    ("heading", "", " heading=\"\""),
    ("deep-link", "", " deep-link=\"\""),
    ("deep-link", "a", " deep-link=\"a\""),
    ("query", "", ""),
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
                .map(|c| {
                    if "<>&\"-".contains(c) || c.is_control() {
                        format!("\\u{:04x}", u32::from(c))
                    } else {
                        c.into()
                    }
                })
                .collect();
            block(json!({})).replace("{}", &format!("{{\"lang\":\"en\",\"{name}\":\"{value}\"}}"))
        })
        .collect();
    content
        .push("[plan_timeline lang=en topic=energy layout='x\" onclick=alert(1)' onclick=alert(1)]".into());
    content.push("[plan_timeline lang=en deep-link heading='' onclick]".into());
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
    let [shortcode, flags, goal, without, german, french] = made[SETTINGS.len()..] else {
        anyhow::bail!("{made:?}")
    };
    let tag = "<plan-timeline lang=\"en\" topic=\"energy\">";
    ensure!(shortcode.contains(tag), "{}", &shortcode[..shortcode.len().min(200)]);
    ensure!(!shortcode.contains("onclick"), "{shortcode}");
    ensure!(
        flags.contains(" deep-link=\"\"") && flags.contains(" heading=\"\"") && !flags.contains("onclick"),
        "{}",
        &flags[..flags.len().min(200)]
    );
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
                same(inside, &expected).with_context(|| path.display().to_string())?;
            }
        }
    }
    Ok(())
}

/// A block, its settings and the same as options of the command.
#[rustfmt::skip]
const CHOSEN: [(&str, &[(&str, &str)]); 20] = [
    ("timeline", &[("topic", "energy water")]),
    ("timeline", &[("stage", "start")]),
    ("timeline", &[("from", "2021"), ("to", "2025-06")]),
    ("timeline", &[("limit", "5")]),
    ("timeline", &[("items", "guangzhou-zhanjiang-hsr-completion adoption")]),
    ("timeline", &[("sort", "newest"), ("limit", "3")]),
    ("timeline", &[("heading", "Roads & “rails”")]),
    ("timeline", &[("heading", "")]),
    ("timeline", &[("heading-level", "4")]),
    ("timeline", &[("controls", "none")]),
    ("timeline", &[("layout", "list"), ("color-scheme", "dark")]),
    ("timeline", &[("theme", "paper"), ("topic", "transport")]),
    ("goal-deck", &[("goals", "transport-hub marine-economy"), ("controls", "none")]),
    ("goal-deck", &[("sort", "figures"), ("limit", "4")]),
    ("goal-deck", &[("variant", "full"), ("topic", "energy")]),
    ("goal-card", &[("goal", "transport-hub"), ("variant", "compact")]),
    ("glossary", &[("terms", "five-dragons three-ones")]),
    ("glossary", &[("sort", "name"), ("limit", "4")]),
    ("overview", &[("heading", "Zhanjiang"), ("theme", "ink")]),
    ("timeline", &[("query", "airport")]),
];

/// Static content as the editor stores it, of each kind and its attributes.
fn forms(asked: &[(&str, Value)], plan: Option<&Path>) -> Result<Vec<Value>> {
    let script = "const [server, plan, asked] = process.argv.slice(1);
        const { renderContent } = await import(server);
        const model = plan ? JSON.parse((await import('node:fs')).readFileSync(plan, 'utf8')) : undefined;
        const forms = JSON.parse(asked).map(([kind, options]) => [
          renderContent(kind, { ...options, model }),
          renderContent(kind, { ...options, model, stylesheet: 'plan-widgets:stylesheet' }),
        ]);
        console.log(JSON.stringify(forms))";
    let mut node = Command::new("node");
    node.args(["--input-type=module", "-e", script]).arg(xtask::root().join("pkg/dist/server.js"));
    node.arg(plan.unwrap_or(Path::new(""))).arg(serde_json::to_string(asked)?);
    let made: Vec<[String; 2]> = serde_json::from_slice(&xtask::output("node", &mut node)?)?;
    let form = |[plain, shadow]: &[String; 2]| -> Option<Value> {
        let (_, shadow) = shadow.split_once("<div>")?;
        let shadow = shadow.strip_suffix("</div></template>")?;
        Some(json!({ "static": without_scripts(plain), "shadow": without_scripts(shadow) }))
    };
    made.iter().map(form).collect::<Option<_>>().context("no shadow root")
}

fn without_scripts(html: &str) -> String {
    match (html.find("<script"), html.find("</script>")) {
        (Some(from), Some(to)) => html[..from].to_owned() + &html[to + "</script>".len()..],
        _ => html.to_owned(),
    }
}

/// What is chosen in a block is what is sent, without a script and in feeds; and no more than that can be put in its place.
pub fn sends_what_is_chosen(host: &Host) -> Result<()> {
    let asked = CHOSEN.map(|(kind, options)| {
        let options = [("lang", "en")].into_iter().chain(options.iter().copied());
        let given: serde_json::Map<_, _> =
            options.map(|(name, value)| (name.to_owned(), value.into())).collect();
        (kind, Value::from(given))
    });
    let forms = forms(&asked, None)?;
    let mut chosen: Vec<_> = asked
        .iter()
        .zip(forms)
        .map(|((kind, given), forms)| {
            json!({ "name": format!("plan-widgets/{kind}"), "given": given, "forms": forms })
        })
        .collect();
    let told = chosen.len();
    let timeline = json!({ "lang": "en", "limit": "2" });
    let mut odd = |forms: Value, of: Option<&str>| {
        let mut block = json!({ "name": "plan-widgets/timeline", "given": timeline, "forms": forms });
        if let Some(of) = of {
            block["of"] = of.into();
        }
        chosen.push(block);
    };
    let hostile = "<p onclick=\"alert(1)\">x</p><script>alert(1)</script><link rel=\"stylesheet\" href=\"https://elsewhere.example/x.css\"><template shadowrootmode=\"open\">y</template><iframe src=\"https://elsewhere.example/\"></iframe><a href=\"javascript:alert(1)\">z</a>";
    odd(json!({ "static": hostile, "shadow": hostile }), None);
    odd(json!({ "static": "<p>old</p>", "shadow": "<p>old</p>" }), Some("another plan"));
    odd(json!("nothing"), None);
    let answer = host.plugin(&json!({ "content": [], "urls": [], "chosen": chosen }))?;
    for (nth, block) in chosen.iter().enumerate() {
        ensure!(answer["told"][nth][0] == 401, "strangers are answered: {}", answer["told"][nth]);
        let said = &answer["told"][nth][1];
        ensure!(said["isThere"] == false && said["isWhole"] == true, "{said}");
        let at = format!("{} {}", block["name"], block["given"]);
        for (form, made) in [("shadow", &answer["made"][nth]), ("static", &answer["fed"][nth])] {
            let html = made.as_str().context("nothing")?;
            let (tag, inside) = html.split_once('>').context("no element")?;
            let (inside, _) = inside.rsplit_once("</plan-").context("no end")?;
            if nth < told {
                let inside =
                    inside.split_once("<div>").filter(|_| form == "shadow").map_or(inside, |(_, rest)| rest);
                let inside = inside.strip_suffix("</div></template>").unwrap_or(inside);
                let expected = block["forms"][form].as_str().context("no form")?;
                same(inside, expected).with_context(|| format!("{at}: {form}"))?;
                let theme = block["given"]["theme"].as_str().map(|theme| format!("/dist/themes/{theme}.css"));
                ensure!(form == "static" || theme.is_none_or(|theme| html.contains(&theme)), "{at}: {tag}");
                continue;
            }
            for word in
                ["<script", "onclick", "elsewhere", "javascript:", "<p>old", "shadowrootmode=\"open\">y"]
            {
                ensure!(!inside.contains(word), "{word} in {inside}");
            }
            // What isn't ours to show is the whole.
            ensure!(nth == told || inside.matches("part=\"item\"").count() == 90, "{at}: {form}");
        }
    }
    Ok(())
}

/// A plan among the uploads: the whole, each topic, and what is chosen in a block.
pub fn shows_a_plan_of_ones_own(host: &Host) -> Result<()> {
    let folder = host.folder().join("own/plan-widgets");
    let file = xtask::root().join("tests/school/plan.json");
    let mut build = Command::new("node");
    build.arg(xtask::root().join("pkg/dist/cli.js")).arg("build").arg(&file);
    xtask::output("plan-widgets build", build.arg("--wordpress").arg("--out").arg(&folder))?;
    let plan: Value = serde_json::from_str(&xtask::read(&file)?)?;
    let lang = plan["languages"][0].as_str().context("no language")?;
    let topic =
        plan["events"][0]["topics"][0].as_str().or(plan["topics"][0]["id"].as_str()).context("no topic")?;
    let content: Vec<_> = [
        format!("[plan_timeline lang={lang}]"),
        format!("[plan_timeline lang={lang} topic={topic}]"),
        format!("[plan_overview lang={lang}]"),
    ]
    .into();
    let given = json!({ "lang": lang, "limit": "2" });
    let forms = forms(&[("timeline", given.clone())], Some(&file))?.pop();
    let chosen = json!([{ "name": "plan-widgets/timeline", "given": given, "forms": forms }]);
    let uploads = folder.parent().context("no folder")?;
    let answer =
        host.plugin(&json!({ "content": content, "urls": [], "uploads": uploads, "chosen": chosen }))?;
    let names = ["timeline".to_owned(), format!("timeline.topic.{topic}"), "overview".to_owned()];
    for (nth, name) in names.iter().enumerate() {
        for (form, made) in [("shadow", &answer["made"][nth]), ("static", &answer["fed"][nth])] {
            let html = made.as_str().context("nothing")?;
            let (tag, inside) = html.split_once('>').context("no element")?;
            let start: String = html.chars().take(300).collect();
            ensure!(tag.contains("/plan-widgets/index.json"), "{name}, {form}: {start}");
            let (inside, _) = inside.rsplit_once("</plan-").context("no end")?;
            let expected = xtask::read(&folder.join(format!("{form}/{name}.{lang}.html")))?;
            // Pictures lie where the plan lies.
            let (base, _) = tag
                .split_once(" src=\"")
                .and_then(|(_, rest)| rest.split_once("index.json"))
                .context("no URL")?;
            let expected = expected.replace(" src=\"boathouse", &format!(" src=\"{base}boathouse"));
            same(inside, &expected).with_context(|| format!("{name}: {form}"))?;
        }
    }
    let said = &answer["told"][0][1];
    ensure!(said["model"].as_str().is_some_and(|url| url.ends_with("/plan-widgets/plan.json")), "{said}");
    for form in ["made", "fed"] {
        let html = answer[form][names.len()].as_str().context("nothing")?;
        ensure!(html.matches("part=\"item\"").count() == 2, "{form}: {html}");
    }
    Ok(())
}

/// What is printed says the same as what is expected.
fn same(printed: &str, expected: &str) -> Result<()> {
    let (printed, expected) = (plain(printed), plain(expected));
    let differ = printed.split('<').zip(expected.split('<')).find(|(one, other)| one != other);
    ensure!(printed == expected, "{differ:?}, {} bytes, not {}", printed.len(), expected.len());
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
