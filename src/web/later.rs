//! What is to happen later.

use gloo::timers::callback::Timeout;

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

/// Does `what` as soon as the page is drawn as its state is now.
pub fn once_drawn(what: impl FnOnce() + 'static) {
    Timeout::new(0, what).forget();
}
