//! Mounts the page.

use verbatim::{app, web};

fn main() {
    web::panic::show_failures();
    yew::platform::spawn_local(async {
        app::mount(app::open().await);
    });
}
