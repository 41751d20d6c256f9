//! Files of the page's own host.

use js_sys::{Uint8Array, global};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, Window};

use crate::state::Failure;

/// The bytes of the file at `href`.
///
/// # Errors
/// [`Failure`] when it could not be fetched.
pub async fn fetch(href: &str) -> Result<Vec<u8>, Failure> {
    Ok(load(href).await?.to_vec())
}

/// The bytes of the file at `href`, as the browser holds them.
///
/// # Errors
/// [`Failure`] when it could not be fetched.
pub async fn load(href: &str) -> Result<Uint8Array, Failure> {
    let unreachable = |_| Failure::Unreachable;
    // A worker, which is no window, fetches as one does.
    let scope: Window = global().unchecked_into();
    let response = JsFuture::from(scope.fetch_with_str(href)).await.map_err(unreachable)?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(Failure::Status(response.status()));
    }
    let body = response.array_buffer().map_err(unreachable)?;
    let bytes = JsFuture::from(body).await.map_err(unreachable)?;
    Ok(Uint8Array::new(&bytes))
}
