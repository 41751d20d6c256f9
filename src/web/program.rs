//! The program itself. A release build parts it in two: the first draws the list, and what stands under
//! [`crate::later`] comes when it is used.

use std::cell::Cell;

use js_sys::{Object, Reflect, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlMetaElement;

use super::{elements::by_id, host};
use crate::state::Failure;

/// The id of the element that says where the second program is.
const LATER: &str = "later";

/// The name by which the second program knows the first.
const FIRST: &str = "first";

thread_local! {
    static COMPLETED: Cell<bool> = const { Cell::new(false) };
}

/// Whether all of the program is here.
pub fn is_whole() -> bool {
    COMPLETED.get() || by_id(LATER).is_none()
}

/// Fetches the second program where it is missing, and puts it into the table that the first calls it through.
///
/// # Errors
/// [`Failure`] when it could not be fetched, or does not belong to the first.
pub async fn complete() -> Result<(), Failure> {
    let later = by_id(LATER).filter(|_| !COMPLETED.get());
    if let Some(later) = later {
        let program = host::fetch(&later.unchecked_into::<HtmlMetaElement>().content()).await?;
        let foreign = |_: JsValue| Failure::Foreign;
        let lent = Object::new();
        Reflect::set(&lent, &FIRST.into(), &wasm_bindgen::exports()).map_err(foreign)?;
        JsFuture::from(WebAssembly::instantiate_buffer(&program, &lent)).await.map_err(foreign)?;
        COMPLETED.set(true);
    }
    Ok(())
}
