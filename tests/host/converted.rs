//! Languages that a program made of another one, and what is said of them.

use plan_widgets::{
    DeckView, GlossaryView, Lang, PLAN_JSON, Plan, TimelineView,
    view::{View, languages::BUILT_IN},
};
use serde_json::{Value, json};

/// A plan in some languages, with what is shown of it in each.
fn plan(languages: &[&str], converted: Value) -> Value {
    let text = |text: &str| -> Value {
        languages.iter().map(|lang| ((*lang).to_owned(), json!(format!("{text} {lang}")))).collect()
    };
    let cite = json!({ "article": "3" });
    json!({ "schema": 1, "languages": languages, "converted": converted,
        "plan": { "id": "p", "title": text("plan"), "short": text("plan") },
        "topics": [{ "id": "a", "name": text("topic") }],
        "projects": [{ "id": "x", "name": text("project"), "topic": "a", "mentions": [
            { "stage": "start", "verb": { "exact": "启动", "converted": "啟動" }, "cite": cite }] }],
        "goals": [{ "id": "g", "kind": "article", "title": text("goal"), "cite": cite, "projects": ["x"] }],
        "events": [{ "id": "e", "kind": "milestone", "stage": "start", "projects": ["x"] }],
        "terms": [{ "id": "t", "name": text("term"), "note": text("note"), "components": [], "occurrences": [cite] }] })
}

/// Three languages, of which the last was made of the first.
fn three() -> Value {
    plan(&["zh", "en", "zh-Hant"], json!([{ "language": "zh-Hant", "from": "zh", "by": "OpenCC" }]))
}

fn read(plan: &Value) -> Plan {
    Plan::read(plan).unwrap()
}

/// What the three view models say of a language.
fn notes(plan: &Plan, lang: &str) -> [String; 3] {
    let lang = Lang::parse(lang).unwrap();
    [
        TimelineView::of(plan, &lang).note.into(),
        DeckView::of(plan, &lang).note.into(),
        GlossaryView::of(plan, &lang).note.into(),
    ]
}

#[test]
fn every_view_says_that_its_texts_were_converted() {
    let plan = read(&three());
    let said = "文字由程式（OpenCC）從簡體中文自動轉換。";
    assert_eq!(notes(&plan, "zh-Hant"), [said; 3]);
    for lang in ["zh", "en"] {
        assert_eq!(notes(&plan, lang), [""; 3], "{lang}");
    }
    let json = TimelineView::of(&plan, &Lang::ZH).json();
    assert!(!json.contains("\"note\":\"\""), "{json}");
}

#[test]
fn what_was_converted_is_said_in_every_language() {
    for (lang, _) in BUILT_IN {
        let from = if lang.key() == "en" { "fr" } else { "en" };
        for (by, name) in [(json!({}), ""), (json!({ "by": "DeepL" }), "DeepL")] {
            let mut made = json!({ "language": lang.key(), "from": from });
            made.as_object_mut().unwrap().extend(by.as_object().unwrap().clone());
            let plan = read(&plan(&[from, lang.key()], json!([made])));
            let [note, ..] = notes(&plan, lang.key());
            assert!(note.contains(name) && !note.contains(['{', '}']), "{lang:?}: {note}");
            assert!(!name.is_empty() || !note.is_empty() && !note.contains(['(', '（']), "{lang:?}: {note}");
        }
    }
}

#[test]
fn a_language_is_named_in_the_readers() {
    for (from, lang, said) in [
        ("zh", "en", "Made from the Simplified Chinese text by a program."),
        ("ru", "fr", "Textes produits par un programme. Langue de départ\u{202f}: russe."),
        ("en", "zh", "文字由程序从英语自动转换。"),
        ("de", "ko", "프로그램으로 독일어 텍스트를 자동 변환했습니다."),
        // What has no name there is named by its tag.
        ("fi", "en", "Made from the fi text by a program."),
        // Where there are no words of a language, there are English ones, which is said as well.
        (
            "en",
            "fi",
            "Made from the English text by a program. What isn’t the plan’s own text is in English here: there are no \
             words for it in this language.",
        ),
    ] {
        let plan = read(&plan(&[from, lang], json!([{ "language": lang, "from": from }])));
        assert_eq!(notes(&plan, lang), [said; 3]);
    }
}

/// The languages of a view, the verb that two widgets quote, and what else a term is called.
fn quoted(plan: &Plan, lang: &str) -> (Vec<String>, [String; 2], String) {
    let lang = Lang::parse(lang).unwrap();
    let (timeline, deck) = (TimelineView::of(plan, &lang), DeckView::of(plan, &lang));
    let glossary = GlossaryView::of(plan, &lang);
    let languages: Vec<_> = timeline.languages.iter().map(|lang| lang.key().to_owned()).collect();
    assert_eq!((&deck.languages, &glossary.languages), (&timeline.languages, &timeline.languages));
    let quote = timeline.items[0].facts.iter().find(|fact| !fact.quote.is_empty());
    let verbs = [
        quote.map(|fact| fact.quote.to_string()).unwrap_or_default(),
        deck.cards[0].projects[0].verb.to_string(),
    ];
    (languages, verbs, glossary.entries[0].other.to_string())
}

#[test]
fn quotes_are_in_the_script_that_is_shown() {
    let converted = read(&three());
    for (lang, languages, verb, other) in [
        ("zh", ["zh", "en", "zh-Hant"], "启动", "term en"),
        ("en", ["zh", "en", "zh-Hant"], "启动", "term zh"),
        ("zh-Hant", ["zh-Hant", "en", "zh"], "啟動", "term en"),
    ] {
        let (found, verbs, name) = quoted(&converted, lang);
        assert_eq!(
            (found, verbs, &*name),
            (languages.map(Into::into).into(), [verb; 2].map(Into::into), other)
        );
    }
    // Another language stays a translation, though a program made it; so does a script that nobody says is converted.
    for converted in [json!([{ "language": "en", "from": "zh" }]), json!([])] {
        let plan = read(&plan(&["zh", "en", "zh-Hant"], converted));
        let (languages, _, other) = quoted(&plan, "en");
        assert_eq!((&*languages[0], &*other), ("zh", "term zh"));
        assert_eq!(quoted(&plan, "zh-Hant").0[0], "zh");
    }
}

#[test]
fn a_conversion_is_checked() {
    let wrong = |made: Value| Plan::read(&plan(&["zh", "zh-Hant"], made)).unwrap_err().text(&Lang::EN);
    for (made, said) in [
        (
            json!([{ "language": "zh-Hnat", "from": "zh" }]),
            "/converted/0/language: expected one of the plan's languages, found \"zh-Hnat\"; did you mean \"zh-Hant\"?",
        ),
        (
            json!([{ "language": "zh-Hant", "from": "en" }]),
            "/converted/0/from: expected one of the plan's languages, found \"en\"",
        ),
        (json!([{ "from": "zh" }]), "/converted/0: expected the field \"language\", found nothing"),
        (
            json!([{ "language": "zh-Hant", "from": "zh", "by": "" }]),
            "/converted/0/by: expected a text, found \"\"",
        ),
        (json!("zh-Hant"), "/converted: expected an array, found \"zh-Hant\""),
    ] {
        assert_eq!(wrong(made), said);
    }
}

#[test]
fn a_plan_that_says_nothing_of_it_is_valid() {
    let mut plan = plan(&["zh", "zh-Hant"], json!([]));
    plan.as_object_mut().unwrap().remove("converted");
    plan["projects"][0]["mentions"][0]["verb"].as_object_mut().unwrap().remove("converted");
    let plan = read(&plan);
    assert_eq!(notes(&plan, "zh-Hant"), [""; 3]);
    assert_eq!(quoted(&plan, "zh-Hant").1, ["启动"; 2]);
    assert!(!plan.to_json().unwrap().contains("converted"));
    let converted = read(&three());
    assert_eq!(Plan::from_json(&converted.to_json().unwrap()).unwrap(), converted);
}

/// The texts of the bundled plan in a language.
fn texts(lang: &str) -> Vec<String> {
    fn walk(value: &Value, lang: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                found.extend(members.get(lang).and_then(Value::as_str).map(Into::into));
                members.values().for_each(|member| walk(member, lang, found));
            }
            Value::Array(items) => items.iter().for_each(|item| walk(item, lang, found)),
            _ => (),
        }
    }
    let mut found = Vec::new();
    walk(&serde_json::from_str(PLAN_JSON).unwrap(), lang, &mut found);
    found
}

#[test]
fn the_bundled_plan_is_in_traditional_characters_throughout() {
    // Simplified characters that are no traditional ones; names have none of them either.
    const SIMPLIFIED: &str = "国发业产设东开关务规划济经农车长时书门问间们进运达选还这边转轻电气应对导专为与个义乡习买亚优会传伤备复处实宝审层岛币师帮广庆废张归录总战户担据数断旧显术机构条极标树样桥检楼欢汇沟济测浅湾灭点热爱状独环现电画监盖确种积称稳竞笔筑签类紧红级纪约纯纲纳线组细织终结给络绝统继绩续维绿缩网罗职联聪肃肤胜脑荐获营虑补装见观规视觉订认讨让训议记讲许论证评识诉词译试诚话询该详语误说请诸读调谈谋谢谱负财责败货质购贯贴贵费资赛赞跃车轨轮软轻载较辅辆输边达迁过迈运还进远连适选递逻遗邮郑酱释钟钢钱铁银销锁锋错键镇长门闭问闲间闸闻阅队阳阴阵阶际陆险随难页项顺须顾预领频题额风飞饭饮馆马驱验鱼鲁鲜鸟鸡麦黄齐齿龙";
    let texts = texts("zh-Hant");
    assert_eq!(texts.len(), self::texts("zh").len());
    let plan = Plan::from_json(PLAN_JSON).unwrap();
    let mentions = plan.projects.iter().flat_map(|project| &project.mentions);
    let texts = texts.into_iter().chain(mentions.map(|mention| mention.verb.converted.to_string()));
    for text in texts {
        let found: String = text.chars().filter(|c| SIMPLIFIED.contains(*c)).collect();
        assert_eq!(found, "", "{text}");
        assert!(!text.is_empty() && !text.contains(['“', '”', '‘', '’']), "{text}");
    }
}
