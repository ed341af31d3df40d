//! A page in a browser under WebDriver: for the browser tests, and for the benchmark in `tests/bench`.

pub mod emulate;
pub mod engine;
pub mod input;
pub mod inspect;
pub mod page;
pub mod webdriver;
pub mod words;
