//! What is to be shown of a plan: pure functions of a plan and options. No DOM, no Yew, no I/O.

pub mod glossary;
pub mod search;
pub mod timeline;
pub mod words;
