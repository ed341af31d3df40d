//! Every component, rendered on a server and taken over in the page: `cargo run --features server` writes the HTML that
//! belongs in the page's body, and Trunk builds what hydrates it.

mod app;

use app::App;

#[cfg(feature = "server")]
fn main() {
    let html = futures::executor::block_on(yew::LocalServerRenderer::<App>::new().render());
    println!("{html}");
}

#[cfg(not(feature = "server"))]
fn main() {
    yew::Renderer::<App>::new().hydrate();
}
