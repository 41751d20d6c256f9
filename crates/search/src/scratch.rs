//! The room that queries take turns in.

use std::rc::Rc;

use crate::expand::{expand, finished};
use crate::index::Index;
use crate::meant::Meant;
use crate::query::Wanted;
use crate::score::may_go_on;

/// How many words of past queries stay expanded. A keystroke changes one word; the others are as they were.
const REMEMBERED: usize = 16;

/// How many sources those of past queries have together, at most one for so many words of the dictionary: a source takes 32
/// bytes, so that all that is remembered takes a few hundredths of what the index takes, however short the words are.
const SHARE: u32 = 128;

/// What is kept from one query to the next: room for the sums, and what words stood for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scratch {
    /// What the word being looked at is worth in each document, at its best place; 0 between two words.
    pub current: Vec<f32>,
    /// A bit a document: those that have that word or, where only some can be found, those.
    pub bits: Vec<u64>,
    meant: Vec<(Wanted, Rc<Meant>)>,
}

impl Scratch {
    /// Forgets what words stood for.
    pub fn forget(&mut self) {
        self.meant.clear();
    }

    /// What each word of a query stands for.
    pub fn meant(&mut self, index: &Index, wanted: &[Wanted]) -> Vec<Rc<Meant>> {
        let meant = wanted.iter().map(|word| self.remember(index, word)).collect();
        let (mut room, mut place) = ((index.dictionary().len() / SHARE) as usize, 0);
        self.meant.retain(|(_, meant)| {
            place += 1;
            let fits = meant.sources.len() <= room;
            room = room.saturating_sub(meant.sources.len());
            place <= wanted.len() || fits && place <= REMEMBERED
        });
        meant
    }

    fn remember(&mut self, index: &Index, wanted: &Wanted) -> Rc<Meant> {
        let same = |other: &Wanted| {
            (&other.letters, &other.as_one, &other.whole) == (&wanted.letters, &wanted.as_one, &wanted.whole)
        };
        let serves = |(other, meant): &(Wanted, Rc<Meant>)| {
            same(other) && (other.is_open == wanted.is_open || meant.is_settled)
        };
        let entry = match self.meant.iter().position(serves) {
            Some(place) => self.meant.remove(place),
            None => {
                let is_open = |(other, _): &(Wanted, _)| {
                    same(other) && !wanted.is_open && may_go_on(other.letters.len(), false)
                };
                let open = self.meant.iter().position(is_open).map(|place| self.meant.remove(place).1);
                let meant = match open.and_then(Rc::into_inner) {
                    Some(open) => finished(index, wanted, open),
                    None => expand(index, wanted),
                };
                (wanted.clone(), Rc::new(meant))
            }
        };
        let meant = entry.1.clone();
        self.meant.insert(0, entry);
        meant
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Field;

    /// A word that stands for itself only: too short for typos.
    fn word(number: usize) -> String {
        [676, 26, 1].map(|place| char::from(b'a' + (number / place % 26) as u8)).iter().collect()
    }

    /// How many words stay expanded, of an index of so many, after each of 40 was sought.
    fn kept(words: usize) -> usize {
        let texts = (0..words).map(|number| vec![word(number)]);
        let index = Index::build(&[Field { name: "words", weight: 1.0, names: false }], texts);
        (0..40).for_each(|number| _ = index.search(&(word(number) + " ")));
        index.scratch.borrow().meant.len()
    }

    #[test]
    fn sixteen_words_of_past_queries_stay_expanded() {
        assert_eq!(kept(5000), 16);
    }

    #[test]
    fn all_together_have_a_source_for_128_words_of_the_dictionary() {
        assert_eq!(kept(5 * 128), 5);
    }

    #[test]
    fn those_of_the_query_stay_however_many_they_stand_for() {
        assert_eq!(kept(60), 1);
    }
}
