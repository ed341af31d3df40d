//! A JSON value to read a model from, wherever it lives: parsed text on the host, an object in the browser.

/// A JSON value.
pub trait Value: Sized {
    /// The text of a string.
    fn text(&self) -> Option<String>;

    /// The number of a number.
    fn number(&self) -> Option<f64>;

    /// The length of an array.
    fn length(&self) -> Option<usize>;

    /// An item of an array, below its length.
    fn at(&self, index: usize) -> Self;

    /// The keys of an object.
    fn keys(&self) -> Option<Vec<String>>;

    /// A member of an object.
    fn get(&self, key: &str) -> Option<Self>;

    /// A number that is whole, not negative, and exact.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked")]
    fn whole(&self) -> Option<usize> {
        const EXACT: f64 = 9_007_199_254_740_991.0;
        let number = self.number()?;
        ((0.0..=EXACT).contains(&number) && number.trunc() == number).then_some(number as usize)
    }
}

impl Value for &serde_json::Value {
    fn text(&self) -> Option<String> {
        self.as_str().map(Into::into)
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn length(&self) -> Option<usize> {
        self.as_array().map(Vec::len)
    }

    fn at(&self, index: usize) -> Self {
        &self[index]
    }

    fn keys(&self) -> Option<Vec<String>> {
        self.as_object().map(|members| members.keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Option<Self> {
        self.as_object()?.get(key)
    }
}

/// One of a few words.
pub trait Choice: Copy + 'static {
    /// Every one.
    const ALL: &'static [Self];

    /// The word of each.
    const NAMES: &'static [&'static str];

    /// The one with a word.
    #[must_use]
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.get(Self::NAMES.iter().position(|known| *known == name)?).copied()
    }
}
