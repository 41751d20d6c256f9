//! Which list belongs to which word: lists lie one after the other, in the order of the words.

use std::ops::Range;

use crate::bits::{BitReader, BitWriter};
use crate::file::number;
use crate::meant::Source;
use crate::postings::{Frame, List};
use crate::sight::{Landmarks, Long, STRIDE, Sight};

/// How many lists share a starting point. To come to a list, those before it are left out one by one: each says, or
/// shows, how long it is.
pub(crate) const RUN: u32 = 32;

/// What is said of a run: where it begins, and how many documents its lists tell, four bytes each.
const RUN_ENTRY: usize = 8;

/// Of an index that comes in pieces, so many bits of a word's list are asked for before it is known what of it is to be
/// read; and of longer lists its head says where they lie, so that those before and behind are had without them. Of a
/// hundred thousand statements these are the lists of two hundred words.
pub(crate) const AHEAD: usize = 1 << 14;

/// The lists of all words as sections of the file.
#[derive(Debug, Default)]
pub(crate) struct ListsWriter {
    lists: BitWriter,
    /// For each run where it begins.
    starts: Vec<u32>,
    /// For each run how many documents its lists tell.
    counts: Vec<u32>,
    written: u32,
}

impl ListsWriter {
    /// Adds the next word's list, which tells so many documents.
    ///
    /// # Panics
    /// When all lists together take 512 MiB or more.
    pub fn push(&mut self, write: impl FnOnce(&mut BitWriter) -> u32) {
        if self.written.is_multiple_of(RUN) {
            let at = u32::try_from(self.lists.len());
            let at = at.expect("the lists of an index are smaller than 512 MiB");
            self.starts.push(at);
            self.counts.push(0);
        }
        let count = write(&mut self.lists);
        if let Some(counts) = self.counts.last_mut() {
            *counts += count;
        }
        self.written += 1;
    }

    /// The sections: runs, lists.
    pub fn finish(self) -> (Vec<u8>, Vec<u8>) {
        let mut runs = Vec::with_capacity(self.starts.len() * RUN_ENTRY);
        for (start, count) in self.starts.iter().zip(&self.counts) {
            runs.extend(start.to_le_bytes());
            runs.extend(count.to_le_bytes());
        }
        (runs, self.lists.finish())
    }
}

/// The lists in the file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lists<'a> {
    pub frame: Frame<'a>,
    pub runs: &'a [u8],
    pub lists: &'a [u8],
    pub sight: Sight<'a>,
}

impl<'a> Lists<'a> {
    /// Whether the lists of neighbouring words, which are all to be read, are here, as far as can be told before reading
    /// any. What is not is noted.
    #[inline(always)]
    pub fn has(&self, words: &Range<u32>) -> bool {
        self.sight.is_whole() || {
            let start = self.near(words.start).1;
            // The last word's list ends where the next begins of which that is known; of the last of all, nothing does.
            let next = words.end.next_multiple_of(STRIDE);
            let is_last = next as usize / RUN as usize * RUN_ENTRY >= self.runs.len();
            let end = if is_last { self.lists.len() * 8 } else { self.near(next).1 };
            let end = if words.len() == 1 { end.min(start + AHEAD) } else { end };
            self.sight.has_lists(start..end)
        }
    }

    /// Where the lists of neighbouring words begin, and how many documents they tell together.
    pub fn find(&self, words: Range<u32>) -> (usize, u32) {
        let (mut at, mut count) = (None, 0_u32);
        let mut run = words.start / RUN;
        let mut word = run * RUN;
        while word < words.end {
            let end = word + RUN;
            // Of runs that are meant whole, nothing need be read but what they say of themselves.
            if words.start <= word && end <= words.end {
                at = at.or(Some(self.told(run, 0) as usize));
                count = count.saturating_add(self.told(run, 1));
            } else {
                let (near, mut here) = self.near(word.max(words.start));
                for word in near..end.min(words.end) {
                    let list = self.list(here);
                    if word >= words.start {
                        at = at.or(Some(here));
                        count = count.saturating_add(list.count);
                    }
                    here = list.end();
                }
            }
            (run, word) = (run + 1, end);
        }
        (at.unwrap_or(0), count)
    }

    /// The last word up to this one of whose list it is known where it begins, and where.
    #[inline]
    fn near(&self, word: u32) -> (u32, usize) {
        let run = word / RUN;
        let start = self.told(run, 0) as usize;
        self.sight.near(word, start).unwrap_or((run * RUN, start))
    }

    /// What the head of an index of so many words says of their lists.
    pub fn landmarks(&self, words: u32) -> Landmarks {
        let mut landmarks = Landmarks::default();
        let (mut start, mut here) = (0, 0);
        for word in 0..words {
            if word.is_multiple_of(RUN) {
                (start, here) = (self.told(word / RUN, 0) as usize, self.told(word / RUN, 0) as usize);
            }
            if word.is_multiple_of(STRIDE) {
                landmarks.skips.push((here - start) as u32);
            }
            let end = self.list(here).end();
            if end - here > AHEAD {
                landmarks.long.push(Long { word, list: here..end });
            }
            here = end;
        }
        landmarks
    }

    /// What the table says of a run: where it begins, or how many documents its lists tell.
    fn told(&self, run: u32, which: usize) -> u32 {
        number(self.runs, run as usize * RUN_ENTRY + which * 4)
    }

    fn list(&self, at: usize) -> List<'a> {
        List::new(self.frame, self.sight, BitReader::new(self.lists, at))
    }

    /// The lists of what a word of the query stands for.
    pub fn of(self, source: &Source) -> impl Iterator<Item = List<'a>> {
        self.from(source.at, source.words.len())
    }

    /// The lists of neighbouring words.
    pub fn each(self, words: Range<u32>) -> impl Iterator<Item = List<'a>> {
        self.from(self.find(words.start..words.start + 1).0, words.len())
    }

    fn from(self, mut at: usize, count: usize) -> impl Iterator<Item = List<'a>> {
        (0..count).map(move |place| {
            let list = self.list(at);
            if place + 1 < count {
                at = list.end();
            }
            list
        })
    }
}
