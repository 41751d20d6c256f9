//! What a reader sees when the page breaks: that it did, not a blank one.

use wasm_bindgen::JsValue;

use super::elements::{ROOT, by_id};

/// Shows `#failure` in place of the page when anything panics, with the panic's message.
pub fn show_failures() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        let message = panic.to_string();
        web_sys::console::error_1(&JsValue::from_str(&message));
        show(&message);
    }));
}

fn show(message: &str) {
    if let Some(page) = by_id(ROOT) {
        page.set_attribute("hidden", "").ok();
    }
    if let Some(place) = by_id("failure-message") {
        place.set_text_content(Some(message));
    }
    if let Some(failure) = by_id("failure") {
        failure.remove_attribute("hidden").ok();
        failure.set_attribute("role", "main").ok();
    }
}
