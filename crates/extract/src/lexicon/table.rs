//! The lists as one table: every word of every article is looked up in it, and most are in no list.

use super::Class;

/// Places in the table: a power of two, three times as many as there are words, so that most words that are in no list
/// meet an empty place at once.
const BITS: u32 = 15;
const PLACES: usize = 1 << BITS;

/// Classes by the fingerprints of their words. A word has the first free place from the one that the upper bits of its
/// fingerprint name.
#[derive(Debug)]
pub(super) struct Table {
    /// A byte of what is in each place that is taken, nought in a free one: those of all places stay in a processor's
    /// nearest cache.
    tags: Box<[u8; PLACES]>,
    /// The lower bits of the fingerprint in each place, which tell its word from others with the same tag, and its
    /// classes.
    words: Box<[(u32, Class); PLACES]>,
}

impl Table {
    pub(super) fn new(words: Vec<(u64, Class)>) -> Self {
        assert!(words.len() * 2 < PLACES, "a table with few free places is slow");
        let mut table = Table { tags: boxed(0), words: boxed((0, Class::NONE)) };
        for (fingerprint, class) in words {
            let place = table.place(fingerprint).unwrap_or_else(|free| free);
            (table.tags[place], table.words[place]) = (tag(fingerprint), (fingerprint as u32, class));
        }
        table
    }

    /// The classes of the word with this fingerprint: none where it is in no list.
    pub(super) fn get(&self, fingerprint: u64) -> Class {
        self.place(fingerprint).map_or(Class::NONE, |place| self.words[place].1)
    }

    /// The place of a word, or else the free one that it would have.
    fn place(&self, fingerprint: u64) -> Result<usize, usize> {
        let mut place = (fingerprint >> (64 - BITS)) as usize;
        loop {
            match self.tags[place] {
                0 => return Err(place),
                taken if taken == tag(fingerprint) && self.words[place].0 == fingerprint as u32 => {
                    return Ok(place);
                }
                _ => place = (place + 1) % PLACES,
            }
        }
    }
}

/// What tells most words of one place apart; never nought.
fn tag(fingerprint: u64) -> u8 {
    (fingerprint >> (64 - BITS - 8)) as u8 | 1
}

fn boxed<Entry: Copy>(entry: Entry) -> Box<[Entry; PLACES]> {
    let entries = vec![entry; PLACES].into_boxed_slice();
    entries.try_into().unwrap_or_else(|_| unreachable!("it has as many"))
}
