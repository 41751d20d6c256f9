//! The clipboard, where the browser has one and allows it.

use gloo::utils::window;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

/// A text in the forms that programs paste.
#[derive(Debug, Clone, Default)]
pub struct Forms {
    /// As plain text.
    pub plain: String,
    /// As HTML.
    pub html: Option<String>,
    /// As Markdown, for programs that know to ask for it.
    pub markdown: Option<String>,
}

/// Puts a text on the clipboard, in all of its forms that the browser takes. False when it has no clipboard for us: pages
/// that were not loaded securely are given none, and a reader may refuse it.
pub async fn copy(forms: &Forms) -> bool {
    let navigator = window().navigator();
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if clipboard.map_or(true, |clipboard| clipboard.is_falsy()) {
        return false;
    }
    let clipboard = navigator.clipboard();
    if let Some(html) = &forms.html {
        let mut all = vec![("text/plain", &forms.plain), ("text/html", html)];
        // Browsers take forms of their own list, and others by this prefix, or not at all.
        all.extend(forms.markdown.as_ref().map(|markdown| ("web text/markdown", markdown)));
        while all.len() > 1 {
            if let Ok(items) = in_all_forms(&all)
                && JsFuture::from(clipboard.write(&items)).await.is_ok()
            {
                return true;
            }
            all.pop();
        }
    }
    JsFuture::from(clipboard.write_text(&forms.plain)).await.is_ok()
}

/// One item for the clipboard, in several forms.
fn in_all_forms(all: &[(&str, &String)]) -> Result<JsValue, JsValue> {
    let item: Function = Reflect::get(&window(), &JsValue::from_str("ClipboardItem"))?.dyn_into()?;
    let forms = Object::new();
    for (form, content) in all {
        let options = BlobPropertyBag::new();
        options.set_type(form);
        let content = Array::of1(&JsValue::from_str(content));
        let blob = Blob::new_with_str_sequence_and_options(&content, &options)?;
        Reflect::set(&forms, &JsValue::from_str(form), &blob)?;
    }
    Ok(Array::of1(&Reflect::construct(&item, &Array::of1(&forms))?).into())
}
