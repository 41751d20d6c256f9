//! Where each word stands: for each field the documents, and in each the places.
//!
//! A list is bits: which fields have the word, in how many documents each; then field by field the documents, as
//! the gaps between them (Rice-coded to the mean gap, which is what chance would have them be) with how often
//! the word stands there; then field by field the places, each in no more bits than the length of that text asks for.
//! Looking for documents never reads places. A field with more than [`BLOCK`] documents begins with a table of
//! its blocks, so that the places in a few documents are found without reading the others.

mod reading;
mod times;
mod writing;

pub(crate) use reading::List;
pub(crate) use writing::write;

use crate::lengths;

/// How many documents share an entry of the table: at this size the table takes a third of a bit a document.
pub(crate) const BLOCK: usize = 128;

/// The Rice parameter for runs of documents that have a word once: one in twelve has it twice.
const ONCE_WIDTH: u32 = 3;

/// A word in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub document: u32,
    pub position: u32,
}

/// What must be known beside a list to write or read it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame<'a> {
    pub documents: u32,
    pub fields: usize,
    /// For each field and document, its length as [`lengths`] writes it.
    pub lengths: &'a [u8],
}

impl Frame<'_> {
    /// The length of a text, as [`lengths`] writes it.
    #[inline]
    pub fn length(&self, field: usize, document: u32) -> u8 {
        let at = field * self.documents as usize + document as usize;
        self.lengths.get(at).copied().unwrap_or(0)
    }

    /// One more than the last place in a text.
    fn positions(&self, field: usize, document: u32) -> u32 {
        lengths::length(self.length(field, document)).max(1)
    }

    /// The Rice parameter for `count` documents: the power of two below 0.8 of the mean gap, where the parameter's
    /// own bit and the quotient's cost the same.
    fn gap_width(&self, count: u32) -> u32 {
        (u64::from(self.documents) * 13 / (u64::from(count.max(1)) * 16)).max(1).ilog2()
    }
}
