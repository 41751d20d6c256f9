//! Which list belongs to which word: lists lie one after the other, in the order of the words.

use std::ops::Range;

use crate::bits::{BitReader, BitWriter};
use crate::file::number;
use crate::postings::{Frame, List};

/// How many lists share a starting point. To come to a list, the extents of those before it are added up.
const RUN: u32 = 32;

/// The Golomb parameter for the bits of a list: a word that stands in one text takes under 32.
const EXTENT_WIDTH: u32 = 5;

/// The lists of all words as sections of the file.
#[derive(Debug, Default)]
pub(crate) struct ListsWriter {
    lists: BitWriter,
    runs: Vec<u8>,
    extents: BitWriter,
    written: u32,
}

impl ListsWriter {
    /// Adds the next word's list.
    ///
    /// # Panics
    /// When all lists together take 512 MiB or more.
    pub fn push(&mut self, write: impl FnOnce(&mut BitWriter)) {
        let start = self.lists.len();
        if self.written.is_multiple_of(RUN) {
            let at = u32::try_from(start).expect("the lists of an index are smaller than 512 MiB");
            self.runs.extend(at.to_le_bytes());
            self.runs.extend((self.extents.len() as u32).to_le_bytes());
        }
        write(&mut self.lists);
        self.extents.golomb((self.lists.len() - start) as u32, EXTENT_WIDTH);
        self.written += 1;
    }

    /// The sections: runs, extents, lists.
    pub fn finish(self) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
        (self.runs, self.extents.finish(), self.lists.finish())
    }
}

/// The lists in the file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lists<'a> {
    pub frame: Frame<'a>,
    pub runs: &'a [u8],
    pub extents: &'a [u8],
    pub lists: &'a [u8],
}

impl<'a> Lists<'a> {
    /// The lists of neighbouring words.
    pub fn of(self, words: Range<u32>) -> impl Iterator<Item = List<'a>> {
        let run = (words.start / RUN) as usize * 8;
        let mut at = number(self.runs, run) as usize;
        let mut extents = BitReader::new(self.extents, number(self.runs, run + 4) as usize);
        for _ in 0..words.start % RUN {
            at += extents.golomb(EXTENT_WIDTH) as usize;
        }
        words.map(move |_| {
            let list = List::new(self.frame, BitReader::new(self.lists, at));
            at = at.saturating_add(extents.golomb(EXTENT_WIDTH) as usize);
            list
        })
    }
}
