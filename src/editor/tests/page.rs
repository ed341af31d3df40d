//! What the page says while the editor's module is on its way.

use plan_widgets::Lang;
use plan_widgets_editor::words::{BEGIN, BEGIN_ABOUT, OPEN_FORMATS};

#[test]
fn the_page_says_at_once_what_the_editor_will_say() {
    let pages = [
        (Lang::ZH, include_str!("../../../www/editor/index.html")),
        (Lang::EN, include_str!("../../../www/en/editor/index.html")),
    ];
    for (lang, page) in pages {
        for word in [&BEGIN, &BEGIN_ABOUT, &OPEN_FORMATS] {
            assert!(page.contains(&format!(">{}<", word.get(&lang))), "{}", word.get(&lang));
        }
    }
}
