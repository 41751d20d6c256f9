//! The program itself. A release build parts it in two: the first draws the list, and what stands under
//! [`crate::later`] comes when it is used.

use std::cell::Cell;

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlMetaElement;

use super::{elements::by_id, host};
use crate::state::Failure;

/// The id of the element that says where the second program is.
const LATER: &str = "later";

/// The id of the stylesheet that the second program draws with, which is not loaded before.
const STYLE: &str = "later-style";

#[wasm_bindgen]
extern "C" {
    /// Begins the second program: a function of the script that begins the first, which a release build gives it.
    #[wasm_bindgen(catch, js_name = beginLater)]
    fn begin(program: &Uint8Array) -> Result<Promise, JsValue>;
}

thread_local! {
    static COMPLETED: Cell<bool> = const { Cell::new(false) };
}

/// Whether all of the program is here.
pub fn is_whole() -> bool {
    COMPLETED.get() || by_id(LATER).is_none()
}

/// Where the second program is, if there is one.
pub fn address() -> Option<String> {
    Some(by_id(LATER)?.unchecked_into::<HtmlMetaElement>().content())
}

/// Fetches the second program where it is missing, and puts it into the table that the first calls it through.
///
/// # Errors
/// [`Failure`] when it could not be fetched, or does not belong to the first.
pub fn complete() -> impl Future<Output = Result<(), Failure>> {
    if let Some(style) = by_id(STYLE) {
        // It is on its way before the program, which is fifty times as long.
        let _ = style.remove_attribute("disabled");
    }
    complete_from(address())
}

/// As [`complete`], where the address of the second program is known; in a worker, which has no document that tells it.
///
/// # Errors
/// As [`complete`].
pub async fn complete_from(address: Option<String>) -> Result<(), Failure> {
    if let Some(address) = address.filter(|_| !COMPLETED.get()) {
        let program = host::load(&address).await?;
        let begun = begin(&program).map_err(|_| Failure::Foreign)?;
        JsFuture::from(begun).await.map_err(|_| Failure::Foreign)?;
        COMPLETED.set(true);
    }
    Ok(())
}
