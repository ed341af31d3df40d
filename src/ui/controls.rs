//! Which controls a widget has.

use crate::model::choice;

/// Fewer items than this are seen at a glance: a search, filters and a count take more room than they save. At seven a list
/// fills a phone's screen.
const FEW: usize = 7;

choice! {
    /// A control, or several that belong together.
    Control {
        /// The search.
        Search = "search",
        /// The facets to choose from, and how items are grouped and sorted.
        Filters = "filters",
        /// The stages, which are filters too.
        Legend = "legend",
        /// The layouts.
        Layouts = "layouts",
        /// How many there are.
        Count = "count",
        /// What zooms lanes.
        Zoom = "zoom",
        /// The menu at the foot.
        Menu = "menu",
    }
}

/// Which controls a widget has: without a list of them those that help with as many items as there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Controls(Option<u8>);

impl Controls {
    /// Those that help.
    pub const AUTO: Controls = Controls(None);

    /// All of them.
    pub const ALL: Controls = Controls(Some(u8::MAX));

    /// None.
    pub const NONE: Controls = Controls(Some(0));

    /// The words for them: for those three, and for each control.
    pub const NAMES: &'static [&'static str] =
        &["auto", "all", "none", "search", "filters", "legend", "layouts", "count", "zoom", "menu"];

    /// These.
    #[must_use]
    pub fn of(controls: &[Control]) -> Controls {
        Controls(Some(controls.iter().fold(0, |all, control| all | 1 << *control as u8)))
    }

    /// Those that words name, separated by spaces: of [`NAMES`](Controls::NAMES). Others are nothing.
    #[must_use]
    pub fn named(words: &str) -> Controls {
        let mut controls = Controls::AUTO;
        for word in words.split_ascii_whitespace() {
            let bits = match Controls::NAMES.iter().position(|name| *name == word) {
                Some(1) => u8::MAX,
                Some(control @ 3..) => 1 << (control - 3),
                Some(2) => 0,
                _ => continue,
            };
            controls = Controls(Some(controls.0.unwrap_or_default() | bits));
        }
        controls
    }

    /// Whether they are those that help.
    #[must_use]
    pub fn is_auto(self) -> bool {
        self.0.is_none()
    }

    /// Whether it has one.
    #[must_use]
    pub fn has(self, control: Control) -> bool {
        self.0.is_none_or(|controls| controls & 1 << control as u8 != 0)
    }

    /// Whether it has one for so many items.
    #[must_use]
    pub fn has_for(self, control: Control, items: usize) -> bool {
        let helps = items >= FEW || !matches!(control, Control::Search | Control::Filters | Control::Count);
        self.has(control) && (helps || !self.is_auto())
    }
}

#[cfg(test)]
mod tests {
    use super::{Control, Controls, FEW};
    use crate::model::Choice as _;

    #[test]
    fn words_name_controls() {
        assert_eq!(Controls::NAMES[3..], *Control::NAMES);
        for (words, controls) in [
            ("", Controls::AUTO),
            ("auto", Controls::AUTO),
            ("all", Controls::ALL),
            ("none", Controls::NONE),
            ("search count", Controls::of(&[Control::Count, Control::Search])),
            ("menu none", Controls::of(&[Control::Menu])),
        ] {
            assert_eq!(Controls::named(words), controls, "{words}");
        }
    }

    #[test]
    fn few_items_need_few_controls() {
        let shown = |controls: Controls, items| -> Vec<&str> {
            let all = Control::ALL.iter().filter(|control| controls.has_for(**control, items));
            all.map(|control| control.name()).collect()
        };
        assert_eq!(shown(Controls::AUTO, FEW - 1), ["legend", "layouts", "zoom", "menu"]);
        assert_eq!(shown(Controls::AUTO, FEW), Control::NAMES);
        assert_eq!(shown(Controls::ALL, 1), Control::NAMES);
        assert_eq!(shown(Controls::NONE, 100), [""; 0]);
        assert_eq!(shown(Controls::named("zoom search"), 1), ["search", "zoom"]);
    }
}
