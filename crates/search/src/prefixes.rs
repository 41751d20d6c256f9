//! Lists made beforehand for the beginnings that most documents have.
//!
//! One or two letters stand for thousands of words. Where the lists of all words below a beginning are long
//! together, the file holds one more, of the documents only: typing the first letters costs no more than a
//! common word.

use crate::bits::{BitReader, BitWriter};
use crate::file::number;
use crate::postings::{Frame, List};
use crate::sight::Sight;

/// How many letters a beginning has at most: of a million statements four begin what most have, too, and a list for each
/// of these takes a twelfth of the file; of a hundred thousand, a four-hundredth.
const LETTERS: usize = 4;

/// How long the lists below a beginning are together, in documents, for it to have its own. Reading that many
/// takes about 50 microseconds; the lists for ten thousand statements take 15 KB.
pub(crate) const HEAVY: u32 = 32_768;

/// The bytes of a beginning in the table; one that takes more, of rare scripts, has no list.
const KEY: usize = 12;

/// An entry: the beginning, filled up with zeros, and the bit where its list begins.
const ENTRY: usize = KEY + 4;

/// The beginnings of `words` whose lists are over `long` together, each with the words below it. `counts` says how long
/// each word's list is.
pub(crate) fn begun<'a>(
    words: &[&'a str],
    counts: &[u32],
    long: u32,
) -> Vec<(&'a str, std::ops::Range<usize>)> {
    let mut found = Vec::new();
    for letters in 1..=LETTERS {
        let mut start = 0;
        for run in words.chunk_by(|one, other| beginning(one, letters) == beginning(other, letters)) {
            let range = start..start + run.len();
            start = range.end;
            let total = counts[range.clone()].iter().fold(0, |sum: u32, count| sum.saturating_add(*count));
            let beginning = beginning(run[0], letters);
            let is_whole = beginning.chars().count() == letters && beginning.len() <= KEY;
            if total > long && run.len() > 1 && is_whole {
                found.push((beginning, range));
            }
        }
    }
    found
}

fn beginning(word: &str, letters: usize) -> &str {
    let end = word.char_indices().nth(letters).map_or(word.len(), |(at, _)| at);
    &word[..end]
}

/// The lists of heavy beginnings as sections of the file.
#[derive(Debug, Default)]
pub(crate) struct PrefixesWriter {
    table: Vec<u8>,
    lists: BitWriter,
    /// How many there are.
    pub count: u32,
}

impl PrefixesWriter {
    /// Adds the list of a beginning.
    pub fn push(&mut self, beginning: &str, write: impl FnOnce(&mut BitWriter)) {
        let mut key = beginning.as_bytes().to_vec();
        key.resize(KEY, 0);
        self.table.extend(key);
        self.table.extend((self.lists.len() as u32).to_le_bytes());
        write(&mut self.lists);
        self.count += 1;
    }

    /// The sections: the table, the lists.
    pub fn finish(self) -> (Vec<u8>, Vec<u8>) {
        (self.table, self.lists.finish())
    }
}

/// The lists of heavy beginnings in the file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Prefixes<'a> {
    pub frame: Frame<'a>,
    pub table: &'a [u8],
    pub lists: &'a [u8],
    pub sight: Sight<'a>,
}

impl<'a> Prefixes<'a> {
    /// The number of the list of a beginning, if it has one.
    pub fn find(&self, beginning: &str) -> Option<u32> {
        if beginning.len() > KEY {
            return None;
        }
        let mut key = [0; KEY];
        key[..beginning.len()].copy_from_slice(beginning.as_bytes());
        let entries = self.table.as_chunks::<ENTRY>().0;
        entries.iter().position(|entry| entry.starts_with(&key)).map(|place| place as u32)
    }

    /// The list with that number.
    pub fn list(&self, prefix: u32) -> List<'a> {
        List::new(self.frame, self.sight, self.at(prefix))
    }

    /// Where that begins.
    pub fn at(&self, prefix: u32) -> BitReader<'a> {
        BitReader::new(self.lists, number(self.table, prefix as usize * ENTRY + KEY) as usize)
    }
}
