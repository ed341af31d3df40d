//! What is wrong with a model: a place, what stands there, what should.

use std::fmt;

/// One thing that is wrong with a model, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The place, as a JSON Pointer (RFC 6901); empty for the whole document.
    pub pointer: String,
    /// What stands there.
    pub found: String,
    /// What should.
    pub expected: String,
    /// The valid value most like what was found, where there is one.
    pub nearest: Option<String>,
}

impl Problem {
    /// The problem as a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let place = if self.pointer.is_empty() { "/" } else { &self.pointer };
        let sentence = [place, ": expected ", &self.expected, ", found ", &self.found].concat();
        match &self.nearest {
            Some(nearest) => [&sentence, "; did you mean \"", nearest, "\"?"].concat(),
            None => sentence,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.sentence())
    }
}

/// Everything that is wrong with a model, in document order; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (i, problem) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
