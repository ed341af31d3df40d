//! The editor's plan, tables and words, without a page.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod edits;
mod files;
mod page;
mod tables;
