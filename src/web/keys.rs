//! Keys pressed anywhere on the page.

use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::document,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// What [`Press::key`] is when K is pressed together with Control, or with Command.
pub const GO_TO: &str = "Ctrl+k";

/// A key, and where it was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Press {
    /// The key's name, as browsers give it.
    pub key: String,
    /// Whether it was pressed in the search box.
    pub in_search: bool,
    /// Whether it was pressed where keys write text or choose, so that letters must be left alone.
    pub in_field: bool,
    /// Whether it was pressed on nothing that a key could work.
    pub idle: bool,
}

/// Hears keys until it is dropped. `heard` tells whether a key was put to use; the browser is left the others,
/// and all that come with a modifier, but for [`GO_TO`].
pub fn listen(heard: impl Fn(Press) -> bool + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        let command = event.ctrl_key() || event.meta_key();
        let go_to = command && !event.alt_key() && event.key().eq_ignore_ascii_case("k");
        let modified = command || event.alt_key();
        if (modified && !go_to) || event.default_prevented() || event.is_composing() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let within =
            |selector: &str| target.as_ref().is_some_and(|target| target.matches(selector).unwrap_or(false));
        let press = Press {
            key: if go_to { GO_TO.to_owned() } else { event.key() },
            in_search: within("#q"),
            in_field: within("input:not([type=checkbox]), textarea, select, [contenteditable]"),
            idle: !within("a, button, input, select, summary, textarea"),
        };
        if heard(press) {
            event.prevent_default();
        }
    })
}
