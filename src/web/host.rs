//! Files of the page's own host.

use gloo::utils::window;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::state::Failure;

/// The bytes of the file at `href`.
///
/// # Errors
/// [`Failure`] when it could not be fetched.
pub async fn fetch(href: &str) -> Result<Vec<u8>, Failure> {
    let unreachable = |_| Failure::Unreachable;
    let response = JsFuture::from(window().fetch_with_str(href)).await.map_err(unreachable)?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(Failure::Status(response.status()));
    }
    let body = response.array_buffer().map_err(unreachable)?;
    let bytes = JsFuture::from(body).await.map_err(unreachable)?;
    Ok(Uint8Array::new(&bytes).to_vec())
}
