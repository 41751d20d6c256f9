//! The least that a Yew page can be: what `cargo xtask size` sets the real one beside.

use yew::{Html, Renderer, component, html};

#[component]
fn Bare() -> Html {
    html! { <main>{ "A page." }</main> }
}

fn main() {
    Renderer::<Bare>::new().render();
}
