//! The custom elements of `plan-widgets`: every public name, what their JavaScript classes call, and static HTML.
//!
//! The elements themselves are the JavaScript classes in `shell/`: `wasm-bindgen` can't extend `HTMLElement`.
//! They fetch the module and the view model, and hand attributes and a mount point to `mount.rs`. What an element is
//! stands in `widgets/`, one definition each.
//!
//! Each feature is a WebAssembly module or a tool of the build. They set an allocator, silence Yew's log lines and choose
//! how Yew schedules, which a library must not do to others: that is why this crate is apart from `plan-widgets`.

#[cfg(feature = "annotate")]
mod annotate;
#[cfg(feature = "ui")]
pub mod attributes;
#[cfg(feature = "check")]
mod check;
#[cfg(feature = "ui")]
pub mod explain;
#[cfg(any(
    feature = "check",
    feature = "language",
    feature = "mount",
    feature = "picture",
    feature = "render"
))]
mod js;
#[cfg(feature = "language")]
mod language;
#[cfg(feature = "mount")]
pub mod mount;
#[cfg(feature = "picture")]
mod picture;
#[cfg(feature = "ui")]
pub mod reader;
#[cfg(feature = "prerender")]
pub mod render;
#[cfg(feature = "render")]
mod server;
pub mod spec;
#[cfg(feature = "ui")]
pub mod widget;
#[cfg(feature = "ui")]
pub mod widgets;

/// The modules' allocator.
#[cfg(all(
    target_arch = "wasm32",
    any(
        feature = "mount",
        feature = "check",
        feature = "language",
        feature = "annotate",
        feature = "picture",
        feature = "render"
    )
))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Has a panic say in the console what it is about, before the shell notices the trap.
#[cfg(feature = "dev")]
#[wasm_bindgen::prelude::wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}
