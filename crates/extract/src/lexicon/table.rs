//! The lists as one table: every word of every article is looked up in it, and most are in no list.

use super::Class;

/// Places in the table: a power of two, three times as many as there are words, so that most words that are in no list
/// meet an empty place at once.
const BITS: u32 = 15;

/// Classes by the fingerprints of their words. A word has the first free place from the one that the upper bits of its
/// fingerprint name.
#[derive(Debug)]
pub(super) struct Table {
    /// The lower bits of a fingerprint in each place that is taken; nought in a free one.
    marks: Vec<u32>,
    classes: Vec<Class>,
}

impl Table {
    pub(super) fn new(words: Vec<(u64, Class)>) -> Self {
        let places = 1 << BITS;
        assert!(words.len() * 2 < places, "a table with few free places is slow");
        let mut table = Table { marks: vec![0; places], classes: vec![Class::NONE; places] };
        for (fingerprint, class) in words {
            let place = table.place(fingerprint);
            (table.marks[place], table.classes[place]) = (mark(fingerprint), class);
        }
        table
    }

    /// The classes of the word with this fingerprint: none where it is in no list.
    pub(super) fn get(&self, fingerprint: u64) -> Class {
        let place = self.place(fingerprint);
        if self.marks[place] == 0 { Class::NONE } else { self.classes[place] }
    }

    /// The place of a word, or the free one that it would have.
    fn place(&self, fingerprint: u64) -> usize {
        let mut place = (fingerprint >> (64 - BITS)) as usize;
        while self.marks[place] != mark(fingerprint) && self.marks[place] != 0 {
            place = (place + 1) % (1 << BITS);
        }
        place
    }
}

/// What tells the words of one place apart; never nought.
fn mark(fingerprint: u64) -> u32 {
    fingerprint as u32 | 1
}
