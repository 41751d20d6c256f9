//! Mounts the page; in the page's worker, seeks for it.

use verbatim::{app, web};

fn main() {
    if web::worker::is_here() {
        yew::platform::spawn_local(app::seek_for_the_page());
    } else {
        web::panic::show_failures();
        yew::platform::spawn_local(async {
            app::mount(app::open().await);
        });
    }
}
