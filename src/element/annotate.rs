//! What pages find a plan's terms with: a module of its own, without widgets.

use wasm_bindgen::prelude::*;

use plan_widgets::view::{marking::Finder, words::cut};

/// Finds a glossary's terms in texts.
#[wasm_bindgen]
pub struct Marker(Finder);

#[wasm_bindgen]
impl Marker {
    /// `names` are lines, one or more for each entry of the view model: its name, and behind a tab what else it is called.
    /// `others` are lines of phrases that are left alone. `finder.js` has taken the case of all.
    #[wasm_bindgen(constructor)]
    pub fn new(names: &str, others: &str) -> Marker {
        let mut entries = 0_usize;
        let names = lines(names).map(|line| {
            entries += usize::from(!line.starts_with('\t'));
            (line, entries.saturating_sub(1))
        });
        Marker(Finder::of_uncased(names, lines(others)))
    }

    /// Where terms stand in a text, three numbers for each: its start and end in UTF-16 code units, and the index of its
    /// entry.
    pub fn find(&self, text: &str) -> Vec<u32> {
        let found = self.0.find_uncased(text).into_iter();
        let numbers = found.flat_map(|found| [found.start, found.end, found.term]);
        // A text in WebAssembly's memory is shorter than 2^32.
        numbers.map(|number| u32::try_from(number).unwrap_or(u32::MAX)).collect()
    }
}

/// The lines of a text: `split` of `core` is written for speed, and larger.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let (line, behind) = cut(rest?, b'\n').map_or((rest?, None), |(line, behind)| (line, Some(behind)));
        rest = behind;
        Some(line)
    })
}
