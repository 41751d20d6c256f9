//! The archive's file, fetched from where the page says it is.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use web_sys::HtmlLinkElement;

use super::{elements::by_id, host};
use crate::state::Failure;

/// How many bytes are taken at a time: it takes some nine milliseconds to decode them, and a frame has sixteen.
const PIECE: u32 = 1 << 20;

/// A file that the browser holds.
#[derive(Debug)]
pub struct File {
    bytes: Uint8Array,
}

impl From<Uint8Array> for File {
    fn from(bytes: Uint8Array) -> Self {
        File { bytes }
    }
}

impl File {
    /// How many bytes it has.
    pub fn len(&self) -> u32 {
        self.bytes.length()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Its bytes, piece by piece.
    pub fn pieces(&self) -> impl Iterator<Item = Vec<u8>> {
        let length = self.len();
        let piece = move |at| self.bytes.subarray(at, length.min(at.saturating_add(PIECE))).to_vec();
        (0..length).step_by(PIECE as usize).map(piece)
    }

    /// A copy of its bytes, which can be given away.
    pub fn copied(&self) -> Uint8Array {
        self.bytes.slice(0, self.len())
    }
}

/// The file that `link#archive` leads to.
///
/// # Errors
/// [`Failure`] when the page names no archive, or it could not be fetched.
pub async fn fetch() -> Result<File, Failure> {
    let link = by_id("archive").ok_or(Failure::NoLink)?.unchecked_into::<HtmlLinkElement>();
    Ok(host::load(&link.href()).await?.into())
}
