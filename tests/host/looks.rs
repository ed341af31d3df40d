//! Design tokens and themes: every token does something in every stylesheet, and every colour can be read.

use plan_widgets::{
    Theme,
    model::Lang,
    ui::{
        STYLESHEETS,
        looks::{Kind, Look, PREFIX, Side, TOKENS},
    },
};
use plan_widgets_element::spec::CUSTOM_PROPERTIES;

#[test]
fn themes_are_read_and_written() {
    for theme in Theme::ALL {
        let look = Look::of(*theme);
        assert!(look.get("accent").is_some(), "{}", theme.name());
        let all = [Look::default(), look];
        assert_eq!(all[0].clone().with(&all[1]), all[1]);
        assert!(theme.stylesheet().starts_with(&format!(":root, :host([theme=\"{}\"]) {{\n", theme.name())));
    }
    let css =
        Look::read(":root { --plan-accent: light-dark(#123, #abc); --plan-space: 0.5em }").unwrap().css("a");
    assert_eq!(
        css,
        "a {\n  --plan-accent: #123;\n  --plan-space: 0.5em;\n}\n\n@supports (color: light-dark(#000, #fff)) {\n  a {\n    --plan-accent: light-dark(#123, #abc);\n  }\n}\n"
    );
}

#[test]
fn every_pair_of_colours_can_be_read() {
    let mut low = Vec::new();
    let looks = Theme::ALL.iter().map(|theme| (theme.name(), Look::of(*theme)));
    for (name, look) in std::iter::once(("none", Look::default())).chain(looks) {
        for side in [Side::Light, Side::Dark] {
            for pair in look.pairs(side) {
                let least = if name == "contrast" && pair.least > 4.0 { 7.0 } else { pair.least };
                if pair.contrast < least {
                    low.push(format!(
                        "{name} {side:?}: {} on {} is {:.2}, and must be {least}",
                        pair.color, pair.ground, pair.contrast
                    ));
                }
            }
        }
    }
    assert!(low.is_empty(), "{}", low.join("\n"));
}

#[test]
fn values_are_read_to_the_letter() {
    for (kind, yes, no) in [
        (
            Kind::Color,
            &["#0b5", "#0b5a78", "light-dark(#fff, #000000)"][..],
            &["red", "#0b5a", "#0b5a7", "rgb(0 0 0)", "var(--x)", "#ggg", "#fff;"][..],
        ),
        (Kind::Shade, &["#00000000", "#fff"], &["none", "0 0 1em #000"]),
        (
            Kind::Font,
            &["serif", "\"Noto Serif CJK SC\", Georgia, serif", "\"思源宋体\""],
            &["url(x)", "\"a;b\"", "", "a,,b", "\"", "1a", "Arial}", "\"a\\\"\""],
        ),
        (
            Kind::Length,
            &["1em", "0.25em", "12.5em"],
            &["1rem", "16px", "em", ".5em", "1e3em", "-1em", "calc(1em)", "100em", "1.23456em"],
        ),
        (Kind::Rule, &["1px", "0.1em"], &["1", "thin"]),
        (Kind::Number, &["1.5", "700"], &["bold", "1.", "1em"]),
        (Kind::Time, &["0ms", "150ms"], &["1s", "-1ms"]),
    ] {
        for value in yes {
            assert!(kind.takes(value), "{kind:?} {value}");
        }
        for value in no {
            assert!(!kind.takes(value), "{kind:?} {value}");
        }
    }
}

#[test]
fn what_is_wrong_with_a_file_has_its_line() {
    let text = |css: &str| {
        let problems = Look::read(css).unwrap_err().0;
        problems.iter().map(|problem| problem.text(&Lang::EN)).collect::<Vec<_>>()
    };
    assert_eq!(
        text("/* Ours\n */\n:root {\n  --plan-accnet: #000;\n  --plan-font-size: 16px;\n  color: red\n}"),
        [
            "4: expected --plan-…: …;, found \"--plan-accnet\"; did you mean \"--plan-accent\"?",
            "5 --plan-font-size: expected one of 1.25em, found \"16px\"",
            "6: expected --plan-…: …;, found \"color\"",
        ]
    );
    for css in ["", "body { }", ":root { --plan-accent: #000 } a { }", ":root {"] {
        let found = text(css);
        assert!(found.len() == 1, "{css}: {found:?}");
    }
}

#[test]
fn the_documented_tokens_are_the_known_ones() {
    let documented: Vec<_> = CUSTOM_PROPERTIES.iter().map(|token| &token.name[PREFIX.len()..]).collect();
    assert_eq!(documented, TOKENS.map(|(name, _)| name));
}

/// A stylesheet without comments.
fn built(files: &[&str]) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/ui/");
    let css: String =
        files.iter().map(|file| std::fs::read_to_string([folder, file].concat()).unwrap()).collect();
    css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, code)| code)).collect()
}

/// Whether a widget's stylesheet has something that a token is for.
fn applies(sheet: &str, token: &str) -> bool {
    let stages = ["timeline", "goals", "overview"].contains(&sheet);
    match token {
        name if name.starts_with("stage-") => stages,
        "warning" | "positive" | "negative" => sheet == "goals",
        "mark" | "font-size-heading" | "font-size-group" | "line-control" => sheet != "annotate",
        "font-size-title" | "link" => sheet != "overview",
        "background-raised" | "shadow" => true,
        _ => true,
    }
}

#[test]
fn every_token_is_read_where_it_applies() {
    // Marks stand in the page's text; the menu has its tokens from the widget that it is opened in.
    for (sheet, files) in STYLESHEETS.iter().filter(|(name, _)| !["marks", "menu"].contains(name)) {
        let css = built(files);
        for (token, _) in TOKENS {
            let read = is_read(&css, &format!("{PREFIX}{token}"));
            let expected = *sheet == "plan-widgets" || applies(sheet, token);
            assert!(read || !expected, "{sheet}: {token} does nothing");
        }
        for read in css.split("var(--plan-").skip(1).map(|rest| rest.split([',', ')']).next().unwrap().trim())
        {
            assert!(TOKENS.iter().any(|(token, _)| *token == read), "{sheet}: {read} is not documented");
        }
    }
}

/// Whether a rule makes something of a property, perhaps by another one that is ours alone.
fn is_read(css: &str, name: &str) -> bool {
    css.split([';', '{', '}'])
        .filter(|declaration| declaration.split([')', ',', '(']).any(|word| word.trim() == name))
        .any(|declaration| match declaration.split_once(':') {
            Some((property, _)) if property.trim().starts_with("--_") => is_read(css, property.trim()),
            Some(_) => true,
            None => false,
        })
}

#[test]
fn colours_and_sizes_stand_in_the_tokens_alone() {
    // Their sizes are those that Rust counts with, or signs.
    const COUNTED: [&str; 9] = [
        "[part=\"lanes\"]",
        "[data-long]",
        "[part=\"still\"]",
        "[part=\"panel\"]",
        "[part=\"zoom-buttons\"]",
        "[part=\"close\"]",
        "[part=\"play\"]",
        "[part=\"lane-name\"]",
        ":has(> [part=\"picture\"])",
    ];
    for (sheet, files) in STYLESHEETS {
        let mut selectors: Vec<String> = Vec::new();
        let mut start = 0;
        let css = built(files);
        for (at, c) in css.char_indices().filter(|(_, c)| "{};".contains(*c)) {
            let text = css[start..at].trim();
            start = at + 1;
            if c == '{' {
                selectors.push(text.to_owned());
                continue;
            }
            if let Some((property, value)) = text.split_once(':')
                && !property.starts_with("--_")
            {
                let inside = selectors.join(" ");
                assert!(!value.contains('#') && !value.contains("rgb("), "{sheet}: {inside} {text}");
                let counted =
                    COUNTED.iter().any(|part| inside.contains(part)) || inside.contains("@media print");
                if property == "font-size" && !counted {
                    assert!(
                        value.contains("var(--") || value.trim() == "inherit",
                        "{sheet}: {inside} {text}"
                    );
                }
                if property == "border-radius" {
                    assert!(
                        ["50%", "0"].contains(&value.trim()) || value.contains("var(--"),
                        "{sheet}: {inside} {text}"
                    );
                }
                if property.ends_with("gap") && !counted {
                    assert!(!value.contains("em"), "{sheet}: {inside} {text}");
                }
            }
            if c == '}' {
                selectors.pop();
            }
        }
    }
}
