//! What needs no browser: the model, what is shown of it, and the markup. Everything in one program, which links once.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it, at the right line")]

mod converted;
mod goals;
mod guide;
mod hostile;
mod languages;
mod layers;
mod looks;
mod marking;
mod markup;
mod model;
mod names;
mod overview;
mod poster;
mod problems;
mod progress;
mod render;
mod sanitised;
mod scope;
mod search;
mod stress;
mod syntax;
mod time;
mod timeline;
