//! The archive's file, fetched from where the page says it is.

use wasm_bindgen::JsCast;
use web_sys::HtmlLinkElement;

use super::{elements::by_id, host};
use crate::state::Failure;

/// The bytes that `link#archive` leads to.
///
/// # Errors
/// [`Failure`] when the page names no archive, or it could not be fetched.
pub async fn fetch() -> Result<Vec<u8>, Failure> {
    let link = by_id("archive").ok_or(Failure::NoLink)?.unchecked_into::<HtmlLinkElement>();
    host::fetch(&link.href()).await
}
