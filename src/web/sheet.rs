//! The system's share sheet, where the browser has one.

use gloo::utils::window;
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

fn share() -> Option<Function> {
    let navigator = window().navigator();
    Reflect::get(&navigator, &JsValue::from_str("share")).ok()?.dyn_into().ok()
}

/// Whether there is one.
pub fn is_there() -> bool {
    share().is_some()
}

/// Opens it with a title and an address. Whether the reader shares or closes it is theirs to know.
pub fn open(title: &str, address: &str) {
    let what = Object::new();
    for (key, value) in [("title", title), ("url", address)] {
        // A new object takes every key.
        let _ = Reflect::set(&what, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    if let Some(share) = share() {
        // Refused only where the browser would say so itself.
        let _ = share.call1(&window().navigator(), &what);
    }
}
