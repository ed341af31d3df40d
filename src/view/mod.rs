//! What is to be shown of a plan: pure functions of a plan and options. No DOM, no Yew, no I/O.

pub mod facets;
pub mod filter;
pub mod glossary;
pub mod goals;
pub mod marking;
pub mod progress;
pub mod search;
pub mod summary;
pub mod terms;
pub mod timeline;
pub mod words;
