//! What Unicode says of letters, and CLDR of their order: by the browser in a page, elsewhere by crates with the same data.

pub use platform::{Collator, bare, clusters, compose, decompose, uncased, upper};

/// What stands behind each cluster that [`clusters`] gives.
pub const END: char = '\0';

#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
mod platform {
    use std::cmp::Ordering;

    use js_sys::{
        Array, Function, Intl, JsString, RegExp,
        wasm_bindgen::{JsValue, prelude::wasm_bindgen},
    };

    /// Marks that a reader may leave out, white space, and what nobody sees; what stands in brackets stays.
    const LEFT_OUT: &str = "(И\u{306}|[\u{3099}\u{309a}])|[\\s\\p{Cf}\\p{sc=Zinh}\u{591}-\u{5c7}\u{610}-\u{61a}\u{640}\u{64b}-\u{65f}\u{6d6}-\u{6ed}\u{93c}]";

    /// A text in capitals, without white space and marks that a reader may leave out, and of characters that stand for others these.
    #[inline(never)]
    pub fn bare(text: &str) -> String {
        let text = JsString::from(text).normalize("NFKD").to_upper_case();
        text.replace_by_pattern(&RegExp::new(LEFT_OUT, "gu"), "$1").normalize("NFC").into()
    }

    /// A text of characters that stand for no others, composed (NFKC).
    pub fn compose(text: &str) -> String {
        JsString::from(text).normalize("NFKC").into()
    }

    /// The same decomposed (NFKD).
    pub fn decompose(text: &str) -> String {
        JsString::from(text).normalize("NFKD").into()
    }

    /// A text in capitals.
    pub fn upper(text: &str) -> String {
        JsString::from(text).to_upper_case().into()
    }

    /// A text composed (NFC) and without case: in capitals, for more letters have one of those in common, with `SS` for
    /// `ẞ` and `I` for `İ`; and without the marks of Greek, which capitals leave out. `finder.js` does the same.
    pub fn uncased(text: &str) -> String {
        let text = JsString::from(text).to_lower_case().to_upper_case().normalize("NFD");
        let bare = text.replace_by_pattern(&RegExp::new(r"([\u0370-\u03ff])\p{M}+", "gu"), "$1");
        bare.normalize("NFC").replace_by_pattern(&RegExp::new("İ", "g"), "I").into()
    }

    /// A text with [`END`](super::END) behind each character and the marks that belong to it: those of its general category,
    /// vowels and final consonants of Hangul, and the sound marks of half-width kana.
    #[inline(never)]
    pub fn clusters(text: &str) -> String {
        let cluster = RegExp::new(r"[^][\p{M}\u1160-\u11ff\uff9e\uff9f]*", "gu");
        JsString::from(text).replace_by_pattern(&cluster, "$&\0").into()
    }

    #[wasm_bindgen(wasm_bindgen = js_sys::wasm_bindgen)]
    extern "C" {
        /// `Intl.Collator`, which doesn't know every tag to be well-formed that [`Lang`](crate::Lang) does.
        #[wasm_bindgen(js_namespace = Intl, js_name = Collator, catch)]
        fn collator(tags: &Array) -> Result<Intl::Collator, JsValue>;
    }

    /// How a language orders texts.
    pub struct Collator(Option<Function>);

    impl Collator {
        /// That of a language, by its tag; of one that isn't known, what languages have in common.
        pub fn new(tag: &str) -> Collator {
            let collator = collator(&Array::of2(&tag.into(), &"en".into())).ok();
            Collator(collator.map(|collator| collator.compare()))
        }

        /// How two texts follow one another.
        #[inline(never)]
        pub fn order(&self, one: &str, other: &str) -> Ordering {
            let compare =
                |by: &Function| by.call2(&JsValue::UNDEFINED, &one.into(), &other.into()).ok()?.as_f64();
            let order = self.0.as_ref().and_then(compare).unwrap_or_default();
            order.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
        }
    }
}

#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
#[allow(missing_docs, reason = "the same as above")]
mod platform {
    use std::cmp::Ordering;

    use icu_collator::{Collator as IcuCollator, CollatorBorrowed, options::CollatorOptions};
    use icu_locale_core::Locale;
    use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
    use icu_properties::{
        CodePointMapData,
        props::{GeneralCategory, GeneralCategoryGroup, Script},
    };

    pub fn bare(text: &str) -> String {
        let decomposed = decompose(text).to_uppercase();
        let mut bare = String::with_capacity(decomposed.len());
        let mut before = super::END;
        for c in decomposed.chars() {
            if c == '\u{306}' && before == 'И' || !is_left_out(c) {
                bare.push(c);
            }
            before = c;
        }
        ComposingNormalizerBorrowed::new_nfc().normalize(&bare).into_owned()
    }

    fn is_left_out(c: char) -> bool {
        let category = CodePointMapData::<GeneralCategory>::new().get(c);
        let script = CodePointMapData::<Script>::new().get(c);
        let stays = matches!(c, '\u{3099}' | '\u{309a}');
        let is_one = category == GeneralCategory::Format || script == Script::Inherited;
        let is_of_a_script = matches!(c, '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
            | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{6d6}'..='\u{6ed}' | '\u{93c}');
        !stays && (is_one || is_of_a_script || c.is_whitespace())
    }

    pub fn compose(text: &str) -> String {
        ComposingNormalizerBorrowed::new_nfkc().normalize(text).into_owned()
    }

    pub fn decompose(text: &str) -> String {
        DecomposingNormalizerBorrowed::new_nfkd().normalize(text).into_owned()
    }

    pub fn upper(text: &str) -> String {
        text.to_uppercase()
    }

    pub fn uncased(text: &str) -> String {
        let categories = CodePointMapData::<GeneralCategory>::new();
        let upper = DecomposingNormalizerBorrowed::new_nfd()
            .normalize(&text.to_lowercase().to_uppercase())
            .into_owned();
        let mut bare = String::with_capacity(upper.len());
        let mut is_greek = false;
        for c in upper.chars() {
            let is_mark = GeneralCategoryGroup::Mark.contains(categories.get(c));
            if !is_mark {
                is_greek = ('\u{370}'..='\u{3ff}').contains(&c);
            }
            if !(is_greek && is_mark) {
                bare.push(c);
            }
        }
        ComposingNormalizerBorrowed::new_nfc().normalize(&bare).replace('İ', "I")
    }

    pub fn clusters(text: &str) -> String {
        let categories = CodePointMapData::<GeneralCategory>::new();
        let belongs = |c: char| {
            GeneralCategoryGroup::Mark.contains(categories.get(c))
                || matches!(c, '\u{1160}'..='\u{11ff}' | '\u{ff9e}' | '\u{ff9f}')
        };
        let mut marked = String::with_capacity(text.len() * 2);
        for (at, c) in text.char_indices() {
            if at > 0 && !belongs(c) {
                marked.push(super::END);
            }
            marked.push(c);
        }
        if !text.is_empty() {
            marked.push(super::END);
        }
        marked
    }

    pub struct Collator(Option<CollatorBorrowed<'static>>);

    impl Collator {
        pub fn new(tag: &str) -> Collator {
            let locale = Locale::try_from_str(tag).unwrap_or(Locale::UNKNOWN);
            // The data are compiled in, so there is one.
            Collator(IcuCollator::try_new(locale.into(), CollatorOptions::default()).ok())
        }

        pub fn order(&self, one: &str, other: &str) -> Ordering {
            self.0.as_ref().map_or(Ordering::Equal, |collator| collator.compare(one, other))
        }
    }
}
