//! Mounts the page.

use verbatim::{app::App, web};

fn main() {
    web::panic::show_failures();
    yew::Renderer::<App>::with_root(web::elements::root()).render();
}
