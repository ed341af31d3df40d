//! Widgets in a few words, and as pictures.

use plan_widgets::{
    DeckView, Lang, Look, PLAN_JSON, Plan, TimelineView,
    ui::{
        picture::{Colors, Row, Shown, picture},
        poster::{SIZE, poster},
    },
};
use plan_widgets_element::render::{Renderer, Wanted};

fn plans() -> [Renderer; 2] {
    [PLAN_JSON, include_str!("../school/plan.json")].map(|json| Renderer::new(Plan::from_json(json).unwrap()))
}

/// Every page that there can be, by widget and attributes.
fn pages(plan: &Renderer, lang: Lang) -> Vec<(&'static str, Vec<(String, String)>)> {
    let with = |name: &str, id: &str| vec![("lang".into(), lang.key().into()), (name.into(), id.into())];
    let none = vec![("lang".to_owned(), lang.key().to_owned())];
    let mut pages = vec![
        ("timeline", none.clone()),
        ("goal-deck", none.clone()),
        ("glossary", none.clone()),
        ("overview", none),
    ];
    let (timeline, deck) = (plan.view::<TimelineView>(&lang), plan.view::<DeckView>(&lang));
    pages.extend(timeline.facets[0].iter().map(|topic| ("timeline", with("topic", &topic.id))));
    pages.extend(deck.facets[0].iter().map(|topic| ("goal-deck", with("topic", &topic.id))));
    pages.extend(deck.cards.iter().map(|card| ("goal-card", with("goal", &card.id))));
    pages
}

#[test]
fn every_picture_says_its_title_within_its_edges() {
    let mut count = 0;
    for plan in plans() {
        for lang in plan.languages().to_vec() {
            for (widget, attributes) in pages(&plan, lang) {
                let attributes: Vec<_> = attributes.iter().map(|(name, value)| (&**name, &**value)).collect();
                let (summary, _) = plan.about(Wanted::new(widget, &attributes).unwrap()).unwrap();
                let picture = poster(&summary, &Look::default());
                let texts: Vec<(f64, f64, String)> = picture.split("<text ").skip(1).map(text).collect();
                let said: String = texts.iter().map(|(.., text)| &**text).collect();
                let bare = |text: &str| text.replace([' ', '\n'], "").replace('&', "&amp;");
                assert!(bare(&said).contains(&bare(&summary.title)), "{} in {said}", summary.title);
                assert!(bare(&said).contains(&bare(&summary.notice)), "{said}");
                for (x, y, text) in &texts {
                    assert!(*x >= 72.0 && *x < f64::from(SIZE.0) - 72.0, "{text} at {x}");
                    assert!(*y >= 72.0 && *y < f64::from(SIZE.1), "{text} at {y}");
                }
                // No line stands in another.
                let mut lines: Vec<f64> = texts.iter().map(|(_, y, _)| *y).collect();
                lines.sort_by(f64::total_cmp);
                lines.dedup();
                assert!(
                    lines.windows(2).all(|pair| pair[1] - pair[0] >= 24.0),
                    "{lines:?} {}",
                    summary.title
                );
                count += 1;
            }
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn a_picture_has_the_fonts_of_its_language() {
    for (lang, font) in [
        ("zh", "Noto Sans CJK SC"),
        ("zh-CN", "Noto Sans CJK SC"),
        ("zh-Hant", "Noto Sans CJK TC"),
        ("zh-TW", "Noto Sans CJK TC"),
        ("zh-HK", "Noto Sans CJK TC"),
        ("ja", "Noto Sans CJK JP"),
        ("ko-KR", "Noto Sans CJK KR"),
        ("en", "Noto Sans"),
        ("ar", "Noto Sans"),
    ] {
        let plan = include_str!("../school/smallest.json");
        let mut plan: serde_json::Value = serde_json::from_str(plan).unwrap();
        let text = serde_json::to_string(&plan).unwrap();
        let from = plan["languages"][0].as_str().unwrap().to_owned();
        plan = serde_json::from_str(&text.replace(&format!("\"{from}\""), &format!("\"{lang}\""))).unwrap();
        let plan = Renderer::new(Plan::from_json(&plan.to_string()).unwrap());
        let attributes = [("lang", lang)];
        let (summary, _) = plan.about(Wanted::new("timeline", &attributes).unwrap()).unwrap();
        assert!(
            poster(&summary, &Look::default()).contains(&format!("font-family=\"{font},")),
            "{lang}: {font}"
        );
    }
}

/// The position and the words of a `<text>`.
fn text(rest: &str) -> (f64, f64, String) {
    let number = |name: &str| -> f64 {
        let value = rest.split(name).nth(1).unwrap();
        value.split('"').next().unwrap().parse().unwrap()
    };
    let words = rest.split('>').nth(1).unwrap().split('<').next().unwrap();
    (number("x=\""), number("y=\""), words.into())
}

#[test]
fn a_page_is_called_by_what_it_shows() {
    let [plan, _] = plans();
    for (widget, attributes, title) in [
        ("timeline", vec![("lang", "zh")], "湛江“十四五”规划建议 · 时间线"),
        (
            "timeline",
            vec![("lang", "zh"), ("topic", "energy water")],
            "能源 · 水利 · 时间线 · 湛江“十四五”规划建议",
        ),
        (
            "goal-card",
            vec![("lang", "zh"), ("goal", "transport-hub")],
            "建设全国性综合交通枢纽 · 交通 · 条文目标 · 湛江“十四五”规划建议",
        ),
        ("overview", vec![("lang", "zh")], "湛江“十四五”规划建议 · 规划一览"),
        ("glossary", vec![("lang", "en")], "Zhanjiang’s proposal for the 14th Five-Year Plan · Glossary"),
    ] {
        let (summary, data) = plan.about(Wanted::new(widget, &attributes).unwrap()).unwrap();
        assert_eq!(summary.page_title(), title);
        assert_eq!(data["@context"], "https://schema.org");
    }
}

#[test]
fn long_words_are_cut_where_they_end() {
    use plan_widgets::view::summary::Summary;
    let long = Summary {
        title: "一二三四五六七八九十".repeat(30),
        text: "word ".repeat(400),
        plan: "x".repeat(500),
        notice: "n".repeat(500),
        figures: vec![("9".repeat(60), "m ".repeat(300)); 3],
        ..Summary::default()
    };
    let picture = poster(&long, &Look::default());
    assert!(picture.matches('…').count() >= 5, "{picture}");
    assert!(!picture.contains("……"));
}

/// A picture of so many items, whose titles are `title` and their number.
fn shown(title: &str, count: usize, rtl: bool) -> Shown {
    let row = |index| Row {
        stage: "start".into(),
        title: format!("{title} {index}"),
        when: "by 2025".into(),
        label: "To begin".into(),
    };
    Shown {
        lang: Lang::parse(if rtl { "ar" } else { "en" }).unwrap(),
        rtl,
        plan: "The plan of <b>A & B</b>".into(),
        heading: "Timeline".into(),
        filters: "Energy".into(),
        rows: (0..count).map(row).collect(),
        more: "more: {0}".into(),
        foot: vec!["Check quotations.".into(), "Taken on 30 November 2026".into()],
        colors: Colors::default(),
    }
}

#[test]
fn what_is_shown_is_drawn_with_its_source() {
    for (rtl, title) in [
        (false, "A <script>"),
        (false, "]]> \0\u{7}\u{1b}\u{85}\u{fffe}\u{ffff} ]]>"),
        (true, "عنوان"),
        (false, "很长的名称很长的名称很长的名称很长的名称很长的名称很长的名称很长的名称"),
    ] {
        for count in [0, 1, 7, 1000] {
            let picture = picture(&shown(title, count, rtl));
            is_svg(&picture);
            assert!(!picture.contains("<script") && !picture.contains("<b>"), "{picture}");
            for said in [
                "The plan of &lt;b&gt;A &amp; B&lt;/b&gt;",
                "Timeline",
                "Energy",
                "Check quotations.",
                "Taken on 30 November 2026",
            ] {
                assert!(picture.contains(&format!(">{said}</text>")), "{said}: {picture}");
            }
            let texts: Vec<(f64, f64, String)> = picture.split("<text ").skip(1).map(text).collect();
            let height: f64 =
                picture.split("height=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
            assert!((200.0..=3000.0).contains(&height), "{height}");
            assert!(texts.iter().all(|(x, y, _)| *x > 40.0 && *x < 960.0 && *y < height - 20.0), "{texts:?}");
            let drawn = texts.iter().filter(|(.., text)| text.starts_with("by 2025")).count();
            let more = format!(">more: {}</text>", count - drawn);
            assert_eq!(picture.contains(&more), drawn < count, "{drawn} of {count}");
            assert!(drawn == count || drawn > 20, "{drawn} of {count}");
            assert_eq!(picture.contains(" direction=\"rtl\""), rtl);
        }
    }
}

/// Whether it is XML: each element is closed, and nothing else stands in it.
fn is_svg(text: &str) {
    assert!(text.starts_with("<svg ") && text.ends_with("</svg>"));
    for part in text.split('<').skip(1) {
        let name: String = part.chars().take_while(|c| c.is_ascii_alphabetic() || *c == '/').collect();
        assert!(["svg", "rect", "text", "path", "/text", "/svg"].contains(&&*name), "{name}");
        assert!(
            part.split('&')
                .skip(1)
                .all(|entity| ["amp;", "lt;", "gt;"].iter().any(|known| entity.starts_with(known))),
            "{part}"
        );
        assert_eq!(part.matches('>').count(), 1, "{part}");
        assert!(!part.contains(|c: char| c.is_control() || c == '\u{ffff}'), "{part:?}");
    }
}

#[test]
fn a_picture_has_the_colours_of_its_widget() {
    let own = ["#101010", "#eeeeee", "#cccccc", "#444444", "#ffcc00"];
    let drawn = |colors: [&str; 5]| {
        let colors = Colors::read(colors.map(Into::into));
        picture(&Shown { colors, ..shown("A", 2, false) })
    };
    let usual = picture(&shown("A", 2, false));
    for color in own {
        assert!(drawn(own).contains(color) && !usual.contains(color), "{color}");
    }
    // Nothing else gets into the attributes of a file that is saved.
    for odd in ["", "red", "#12345", "#1234567", "#12345g", "#\"/><x>", "#１２"] {
        for at in 0..5 {
            let mut colors = own;
            colors[at] = odd;
            assert_eq!(drawn(colors), usual, "{odd}");
        }
    }
}
