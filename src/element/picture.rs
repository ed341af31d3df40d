//! What makes a picture of what a widget shows: a module of its own, for readers who want one.

use wasm_bindgen::prelude::*;

use super::js::FromJs;
use plan_widgets::{
    model::{Lang, Value},
    ui::picture::{Colors, Row, Shown, picture as draw},
};

/// The picture, as SVG, of what `menu.js` gives.
#[wasm_bindgen]
pub fn picture(shown: JsValue) -> String {
    let shown = FromJs(shown);
    let row = |row: FromJs| Row {
        stage: text(&row, "stage"),
        title: text(&row, "title"),
        when: text(&row, "when"),
        label: text(&row, "label"),
    };
    draw(&Shown {
        lang: Lang::parse(&text(&shown, "lang")).unwrap_or_default(),
        rtl: text(&shown, "direction") == "rtl",
        plan: text(&shown, "plan"),
        heading: text(&shown, "heading"),
        filters: text(&shown, "filters"),
        rows: list(&shown, "rows").into_iter().map(row).collect(),
        more: text(&shown, "more"),
        foot: list(&shown, "foot").into_iter().filter_map(|text| text.text()).collect(),
        colors: Colors::read(["ground", "text", "quiet", "line", "accent"].map(|name| text(&shown, name))),
    })
}

fn text(of: &FromJs, name: &str) -> String {
    of.get(name).and_then(|value| value.text()).unwrap_or_default()
}

fn list(of: &FromJs, name: &str) -> Vec<FromJs> {
    let Some(list) = of.get(name) else { return Vec::new() };
    (0..list.length().unwrap_or_default()).map(|index| list.at(index)).collect()
}
