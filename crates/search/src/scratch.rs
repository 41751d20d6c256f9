//! The room that queries take turns in.

use std::rc::Rc;

use crate::meant::Meant;
use crate::query::Wanted;

/// What is kept from one query to the next: room for the sums, and what words stood for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scratch {
    /// What the word being looked at is worth in each document, at its best place; 0 between two words.
    pub current: Vec<f32>,
    /// A bit a document: those that have that word or, where only some can be found, those.
    pub bits: Vec<u64>,
    pub meant: Vec<(Wanted, Rc<Meant>)>,
}

impl Scratch {
    /// Forgets what words stood for.
    pub fn forget(&mut self) {
        self.meant.clear();
    }
}
