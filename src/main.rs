//! Mounts the page.

use verbatim::{app, web};

fn main() {
    web::panic::show_failures();
    app::mount(web::elements::root());
}
