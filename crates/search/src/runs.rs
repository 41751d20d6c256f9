//! Many short lists in one long one.

use std::ops::Range;

/// Where each list ends; it begins where the one before ended.
#[derive(Debug, Clone, Default)]
pub(crate) struct Runs {
    ends: Vec<u32>,
}

impl Runs {
    /// Adds a list that ends at `end`.
    ///
    /// # Panics
    /// When all lists together hold 2³² items or more.
    pub fn push(&mut self, end: usize) {
        let end = u32::try_from(end).expect("an index holds less than 4 GiB of text");
        self.ends.push(end);
    }

    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Where the list `at` lies.
    pub fn range(&self, at: usize) -> Range<usize> {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[at] as usize
    }
}
