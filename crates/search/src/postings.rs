//! Where each word stands: for each field the documents, and in each the places.
//!
//! A list is bits: which fields have the word, in how many documents each; how long the rest is, unless the word
//! stands in one document only; then field by field the documents, as the gaps between them (Rice-coded to the mean
//! gap, which is what chance would have them be) with how often the word stands there; then field by field the
//! places, each in no more bits than what is left of that text asks for.
//! Looking for documents never reads places. A field with more than [`BLOCK`] documents begins with a table of
//! its blocks, so that the places in a few documents are found without reading the others.

mod reading;
mod writing;

pub(crate) use reading::{List, Visitor};
pub(crate) use writing::Writer;

use crate::lengths;
use crate::sight::Sight;

/// How many documents share an entry of the table: at this size the table takes a third of a bit a document.
pub(crate) const BLOCK: usize = 128;

/// The Rice parameter for runs of documents that have a word once: one in twelve has it twice.
const ONCE_WIDTH: u32 = 3;

/// The Golomb parameter for the bits of a list: of those that say it, half take under 64.
const SIZE_WIDTH: u32 = 6;

/// A word in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub document: u32,
    pub position: u32,
}

/// Goes through the places of a word in a text that has room for `limit`: each can only be after the one before, and
/// leave room for those to come. `number` is given how many are possible and says which it is.
#[inline]
fn each_position(limit: u32, times: u32, mut number: impl FnMut(u32) -> u32, mut found: impl FnMut(u32)) {
    let mut next = 0;
    for rest in (0..times.min(lengths::MOST_TIMES)).rev() {
        let possible = limit.saturating_sub(next + rest).max(1);
        let position = next + number(possible);
        next = position + 1;
        found(position);
    }
}

/// One more than the last place in a text, of which `lengths` says how long all of its field are.
#[inline]
fn positions(lengths: &[u8], document: u32) -> u32 {
    lengths::length(lengths.get(document as usize).copied().unwrap_or(0)).max(1)
}

/// What must be known beside a list to write or read it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame<'a> {
    pub documents: u32,
    pub fields: usize,
    /// For each field and document, its length as [`lengths`] writes it.
    pub lengths: &'a [u8],
    pub sight: Sight<'a>,
}

impl<'a> Frame<'a> {
    /// The lengths of all texts of a field, as [`lengths`] writes them.
    #[inline]
    pub fn lengths_of(&self, field: usize) -> &'a [u8] {
        let start = field * self.documents as usize;
        let all = start..start + self.documents as usize;
        if field < self.fields {
            self.sight.has(all.clone());
        }
        self.lengths.get(all).unwrap_or(&[])
    }

    /// The Rice parameter for `count` documents: the power of two below 0.8 of the mean gap, where the parameter's
    /// own bit and the quotient's cost the same.
    fn gap_width(&self, count: u32) -> u32 {
        (u64::from(self.documents) * 13 / (u64::from(count.max(1)) * 16)).max(1).ilog2()
    }
}
