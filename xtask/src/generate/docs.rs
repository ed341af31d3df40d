//! The reference of every public name, as tables: in Markdown for the package's README, in HTML for the site.

use std::fmt::Write;

use anyhow::{Context, Result};
use plan_widgets::{
    Lang, Look, Theme,
    ui::looks::{PREFIX, Side},
};
use plan_widgets_element::{
    spec::{CUSTOM_PROPERTIES, ERRORS, EVENTS, NEEDS, Named, Token},
    widgets::ELEMENTS,
};

use super::type_of;

const START: &str = "<!-- reference: made by `cargo xtask generate` -->\n";
const END: &str = "<!-- /reference -->";

/// A table: what it is of, its columns, its rows.
struct Table {
    title: String,
    columns: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

/// `readme` with the reference between its marks made anew.
pub fn between_marks(readme: &str) -> Result<String> {
    let (before, rest) = readme.split_once(START).context("pkg/README.md has no reference mark")?;
    let (_, after) = rest.split_once(END).context("pkg/README.md has no end of the reference")?;
    let mut out = format!("{before}{START}");
    for table in tables(&Lang::EN, None) {
        let _ = writeln!(out, "\n### {}\n", table.title);
        let _ = writeln!(out, "| {} |", table.columns.join(" | "));
        let _ = writeln!(out, "|{}", "---|".repeat(table.columns.len()));
        for row in table.rows {
            let cells: Vec<String> = row.iter().map(|cell| cell.replace('|', "\\|")).collect();
            let _ = writeln!(out, "| {} |", cells.join(" | "));
        }
    }
    Ok(out + "\n" + END + after)
}

/// The reference as HTML: everything, or what there is of one element.
pub fn reference(lang: &Lang, only: Option<&str>) -> String {
    written(tables(lang, only))
}

/// The table of tokens as HTML.
pub fn tokens_of_pages(lang: &Lang) -> String {
    written(vec![tokens(lang)])
}

/// The least contrast of each colour on each ground, in every theme, light and dark: HTML.
pub fn contrast(lang: &Lang) -> String {
    let say = |zh, en| if *lang == Lang::ZH { zh } else { en };
    let themes = [None].into_iter().chain(Theme::ALL.iter().copied().map(Some));
    let looks: Vec<_> = themes.map(|theme| (theme, theme.map(Look::of).unwrap_or_default())).collect();
    let mut columns = vec![say("颜色", "Colour"), say("底色", "Ground"), say("至少", "At least")];
    columns.extend(looks.iter().map(|(theme, _)| theme.map_or(say("无主题", "none"), Theme::name)));
    let sides = [Side::Light, Side::Dark]
        .map(|side| looks.iter().map(|(_, look)| look.pairs(side)).collect::<Vec<_>>());
    let [light, dark] = &sides;
    let ground = |name: &str| match name {
        "tint" => say("强调色的浅底", "a tint of the accent").to_owned(),
        name => format!("`{PREFIX}{name}`"),
    };
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (at, pair) in light.first().into_iter().flatten().enumerate() {
        let mut row =
            vec![format!("`{PREFIX}{}`", pair.color), ground(pair.ground), format!("{}", pair.least)];
        // To the lower side: what isn't reached is not said to be.
        let down = |contrast: f64| (contrast * 10.0).floor() / 10.0;
        row.extend(light.iter().zip(dark).map(|(light, dark)| {
            format!("{:.1} · {:.1}", down(light[at].contrast), down(dark[at].contrast))
        }));
        rows.push(row);
    }
    written(vec![Table {
        title: say("对比度（浅 · 深）", "Contrast (light · dark)").into(), columns, rows
    }])
}

fn written(tables: Vec<Table>) -> String {
    let mut out = String::new();
    for table in tables {
        // Three short words and a sentence: on a phone the sentence stands below them.
        let stacked = matches!(table.columns[..], [_, _, _, "含义" | "Meaning"]);
        let class = if stacked { " class=\"stacked\"" } else { "" };
        let _ = writeln!(out, "<h3>{}</h3>\n<div class=\"table\"><table{class}>", html(&table.title));
        let heads: String =
            table.columns.iter().map(|name| format!("<th scope=\"col\">{name}</th>")).collect();
        let _ = writeln!(out, "<thead><tr>{heads}</tr></thead>\n<tbody>");
        for row in table.rows {
            let cells: String = row.iter().map(|cell| format!("<td>{}</td>", html(cell))).collect();
            let _ = writeln!(out, "<tr>{cells}</tr>");
        }
        let _ = writeln!(out, "</tbody></table></div>");
    }
    out
}

/// Text with `code` as HTML.
fn html(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.split('`')
        .enumerate()
        .map(|(i, piece)| if i % 2 == 1 { format!("<code>{piece}</code>") } else { piece.into() })
        .collect()
}

fn tables(lang: &Lang, only: Option<&str>) -> Vec<Table> {
    let say = |zh, en| if *lang == Lang::ZH { zh } else { en };
    let code = |name: &str| format!("`{name}`");
    let named = |list: &[Named]| -> Vec<Vec<String>> {
        list.iter().map(|item| vec![code(item.name), item.about.get(lang).into()]).collect()
    };
    let (name, meaning) = (say("名称", "Name"), say("含义", "Meaning"));
    let mut tables = Vec::new();
    let is_wanted = |tag: &str| only.is_none_or(|only| only == tag);
    for element in ELEMENTS.iter().filter(|element| is_wanted(element.tag)) {
        let attributes = element.attributes.iter().map(|attribute| {
            let kind = code(&type_of(attribute.kind));
            let default = attribute.default.get(lang).to_owned();
            vec![code(attribute.name), kind, default, attribute.about.get(lang).into()]
        });
        let title = |zh, en| format!("`<{}>`{}{}", element.tag, say("\u{ff1a}", ": "), say(zh, en));
        tables.push(Table {
            title: title("属性", "attributes"),
            columns: vec![say("属性", "Attribute"), say("类型", "Type"), say("默认", "Default"), meaning],
            rows: attributes.collect(),
        });
        let properties = element.properties.iter();
        tables.push(Table {
            title: title("其他 JavaScript 属性", "further properties"),
            columns: vec![say("属性", "Property"), say("类型", "Type"), meaning],
            rows: properties.map(|p| vec![code(p.name), code(p.kind), p.about.get(lang).into()]).collect(),
        });
        tables.push(Table {
            title: title("可用 ::part() 设置样式的部分", "parts"),
            columns: vec![name, meaning],
            rows: named(element.parts),
        });
    }
    tables.retain(|table| !table.rows.is_empty());
    let emits = |event: &str| {
        let every = ["plan-ready", "plan-error"].contains(&event);
        every
            || ELEMENTS.iter().any(|element| {
                is_wanted(element.tag) && element.events.iter().any(|emits| emits.event == event)
            })
    };
    let events = EVENTS.iter().filter(|event| only.is_none() || emits(event.name)).map(|event| {
        let members: Vec<_> = event.members.iter().map(|(name, ..)| code(name)).collect();
        vec![code(event.name), members.join(", "), event.about.get(lang).into()]
    });
    tables.push(Table {
        title: say("事件", "Events").into(),
        columns: vec![say("事件", "Event"), "detail", say("何时", "When")],
        rows: events.collect(),
    });
    if only.is_some() {
        return tables;
    }
    tables.push(Table {
        title: say("错误代码", "Error codes").into(),
        columns: vec![say("代码", "Code"), say("说明", "Message")],
        rows: named(ERRORS),
    });
    tables.push(tokens(lang));
    tables.push(Table {
        title: say("浏览器", "Browsers").into(),
        columns: vec![say("所需", "What is needed"), "Chrome, Edge", "Firefox", "Safari"],
        rows: browsers(lang),
    });
    tables
}

/// The design tokens.
fn tokens(lang: &Lang) -> Table {
    let say = |zh, en| if *lang == Lang::ZH { zh } else { en };
    let row = |token: &Token| {
        vec![format!("`{}`", token.name), token.default.get(lang).into(), token.about.get(lang).into()]
    };
    Table {
        title: say("自定义属性（CSS）", "Custom properties").into(),
        columns: vec![
            say("名称", "Name"),
            say("默认（浅 · 深）", "Default (light · dark)"),
            say("含义", "Meaning"),
        ],
        rows: CUSTOM_PROPERTIES.iter().map(row).collect(),
    }
}

/// What a widget needs to go live and since when browsers have it; first which version has all of it.
fn browsers(lang: &Lang) -> Vec<Vec<String>> {
    let say = |zh: &str, en: &str| if *lang == Lang::ZH { zh.to_owned() } else { en.to_owned() };
    let row = |name, since: [f32; 3]| [vec![name], since.iter().map(f32::to_string).collect()].concat();
    let all = super::figures::live();
    let first = row(say("互动（更早的版本显示静态内容）", "Live; earlier ones show the static content"), all);
    let needs = NEEDS.iter().map(|need| {
        let code = if need.path.is_empty() { String::new() } else { format!(" (`{}`)", need.path) };
        row(format!("{}{code}", need.about.get(lang)), need.since)
    });
    std::iter::once(first).chain(needs).collect()
}
