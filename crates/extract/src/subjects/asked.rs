//! Subjects that were asked for: several stages ask for those of the same verbs.

use std::cell::{Cell, OnceCell};

/// The subjects of the verbs of one sentence, as far as they were asked for.
#[derive(Debug, Default)]
pub(crate) struct Subjects(OnceCell<Box<[Cell<u16>]>>);

/// A verb whose subject was not asked for, and one that has none; a chunk is two more than its index.
const UNKNOWN: u16 = 0;
const NONE: u16 = 1;

impl Subjects {
    /// The subject of the verb at a chunk of so many, which `find` finds where it was not asked for before.
    pub(super) fn of(
        &self,
        verb: usize,
        chunks: usize,
        find: impl FnOnce() -> Option<usize>,
    ) -> Option<usize> {
        let known = &self.0.get_or_init(|| vec![Cell::new(UNKNOWN); chunks].into())[verb];
        if known.get() == UNKNOWN {
            // A sentence has a few hundred chunks at most.
            known.set(find().map_or(NONE, |at| at as u16 + 2));
        }
        known.get().checked_sub(2).map(usize::from)
    }
}
