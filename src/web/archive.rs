//! The archive's file, fetched from where the page says it is.

use gloo::utils::{document, window};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlLinkElement, Response};

use crate::state::Failure;

/// The bytes that `link#archive` leads to.
///
/// # Errors
/// [`Failure`] when the page names no archive, or it could not be fetched.
pub async fn fetch() -> Result<Vec<u8>, Failure> {
    let link = document().get_element_by_id("archive").ok_or(Failure::NoLink)?;
    let href = link.unchecked_into::<HtmlLinkElement>().href();
    let unreachable = |_| Failure::Unreachable;
    let response = JsFuture::from(window().fetch_with_str(&href)).await.map_err(unreachable)?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(Failure::Status(response.status()));
    }
    let body = response.array_buffer().map_err(unreachable)?;
    let bytes = JsFuture::from(body).await.map_err(unreachable)?;
    Ok(Uint8Array::new(&bytes).to_vec())
}
