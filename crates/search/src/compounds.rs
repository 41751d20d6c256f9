//! Words that are written as one or as two: "cease-fire" and "ceasefire".

use crate::edits::MOST_LETTERS;
use crate::index::Index;
use crate::query::{MAX_WORDS, Wanted};
use crate::score::may_go_on;

/// A half has so many letters at least: "re-election", but not "e-mail", since "a" or "s" would halve anything.
const HALF: usize = 2;

impl Index {
    /// The words of a query as this index has them: one that it does not know, but of which it has the halves next
    /// to each other, is those two, and two that it has as one word are that word too.
    pub(crate) fn compounds(&self, wanted: Vec<Wanted>) -> Vec<Wanted> {
        let mut words: Vec<Wanted> = Vec::with_capacity(wanted.len());
        let mut room = MAX_WORDS - wanted.len();
        for word in wanted {
            match self.halves(&word).filter(|_| room > 0) {
                Some(halves) => {
                    words.extend(halves);
                    room -= 1;
                }
                None => words.push(word),
            }
        }
        for second in 1..words.len() {
            let both = words[second - 1].folded() + &words[second].folded();
            if let Some(both) = self.dictionary().find(&both) {
                words[second - 1].as_one.push(both);
                words[second].as_one.push(both);
            }
        }
        words
    }

    /// The two words that an unknown word is, if they stand next to each other anywhere; where several do, those that
    /// do so in most documents.
    fn halves(&self, word: &Wanted) -> Option<[Wanted; 2]> {
        let (dictionary, folded) = (self.dictionary(), word.folded());
        let is_known = dictionary.find(&folded).is_some()
            || may_go_on(word.letters.len(), word.is_open) && !dictionary.below(&folded).is_empty();
        let is_lacking = !self.file.missed_nothing();
        if is_known || is_lacking || word.letters.len() > MOST_LETTERS {
            return None;
        }
        let mut best = (0, None);
        for at in HALF..word.letters.len().saturating_sub(HALF - 1) {
            let halves = [&word.letters[..at], &word.letters[at..]];
            let [Some(one), Some(other)] =
                halves.map(|half| dictionary.find(&half.iter().collect::<String>()))
            else {
                continue;
            };
            let count = self.in_a_row(&[one, other]).len();
            if count > best.0 {
                best = (count, Some(halves.map(|letters| word.part(letters))));
            }
        }
        best.1
    }
}
