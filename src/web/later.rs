//! What is to happen later.

use gloo::timers::callback::Timeout;
use js_sys::{Promise, global};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Window;

/// Something that happens after a while, unless this is dropped before.
#[derive(Debug)]
#[must_use = "it happens only if this is kept"]
pub struct Later {
    _timeout: Timeout,
}

/// Does `what` in so many milliseconds.
pub fn after(milliseconds: u32, what: impl FnOnce() + 'static) -> Later {
    Later { _timeout: Timeout::new(milliseconds, what) }
}

/// Ends when the browser has done what it has to do before anything else of the page goes on.
pub async fn pause() {
    // A worker, which is no window, has the same clock.
    let scope: Window = global().unchecked_into();
    let over = Promise::new(&mut |resolve, _| {
        scope.set_timeout_with_callback(&resolve).expect("time passes");
    });
    let _ = JsFuture::from(over).await;
}

/// Does `what` as soon as the page is drawn as its state is now.
pub fn once_drawn(what: impl FnOnce() + 'static) {
    Timeout::new(0, what).forget();
}
