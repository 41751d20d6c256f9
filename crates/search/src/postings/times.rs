//! Reading how often a word stands in each document.

use super::{BLOCK, ONCE_WIDTH};
use crate::bits::BitReader;

/// How often the word stands in each document, one by one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Times {
    repeats: bool,
    /// How many documents from the start of the block were read.
    read: usize,
    /// How many follow that have the word once.
    once: u32,
}

impl Times {
    pub fn new(repeats: bool) -> Self {
        Times { repeats, read: 0, once: 0 }
    }

    #[inline]
    pub fn next(&mut self, bits: &mut BitReader<'_>) -> u32 {
        if !self.repeats {
            return 1;
        }
        if self.read.is_multiple_of(BLOCK) {
            self.once = bits.rice(ONCE_WIDTH);
        }
        self.read += 1;
        if let Some(once) = self.once.checked_sub(1) {
            self.once = once;
            return 1;
        }
        let times = bits.gamma() + 1;
        if !self.read.is_multiple_of(BLOCK) {
            self.once = bits.rice(ONCE_WIDTH);
        }
        times
    }
}
