//! The clipboard, where the browser has one and allows it.

use gloo::utils::window;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

/// Puts `text` on the clipboard, and `html` beside it for what can paste that. False when the browser has none for
/// us: pages that were not loaded securely are given no clipboard, and a reader may refuse it.
pub async fn copy(text: &str, html: Option<&str>) -> bool {
    let navigator = window().navigator();
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if clipboard.map_or(true, |clipboard| clipboard.is_falsy()) {
        return false;
    }
    let clipboard = navigator.clipboard();
    if let Some(items) = html.and_then(|html| in_both_forms(text, html).ok())
        && JsFuture::from(clipboard.write(&items)).await.is_ok()
    {
        return true;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// One item for the clipboard, as text and as HTML.
fn in_both_forms(text: &str, html: &str) -> Result<JsValue, JsValue> {
    let item: Function = Reflect::get(&window(), &JsValue::from_str("ClipboardItem"))?.dyn_into()?;
    let forms = Object::new();
    for (form, content) in [("text/plain", text), ("text/html", html)] {
        let options = BlobPropertyBag::new();
        options.set_type(form);
        let content = Array::of1(&JsValue::from_str(content));
        let blob = Blob::new_with_str_sequence_and_options(&content, &options)?;
        Reflect::set(&forms, &JsValue::from_str(form), &blob)?;
    }
    Ok(Array::of1(&Reflect::construct(&item, &Array::of1(&forms))?).into())
}
