//! What a reader may be about to type, and what they may have meant.

use std::ops::Range;

use crate::edits::within;
use crate::index::Index;
use crate::query::{Wanted, read};
use crate::score::edits_allowed;
use crate::sort::sort;

/// Of more words that go on from what was typed, the first are looked at: one letter stands for thousands, and none
/// of them is what the reader is after yet.
const LOOKED_AT: u32 = 16_384;

impl Index {
    /// The words of the index, folded, that the last word of `typed` begins, the commonest first and those as common
    /// as each other in the order of the alphabet; at most `limit`. The word itself is none of them.
    ///
    /// ```
    /// use verbatim_search::{Field, Index};
    ///
    /// let fields = [Field { name: "words", weight: 1.0, names: false }];
    /// let texts = ["a peace plan", "the peaceful path", "peace"].map(|text| vec![text.to_string()]);
    /// let index = Index::build(&fields, texts);
    /// assert_eq!(index.complete("a pe", 5), ["peace", "peaceful"]);
    /// assert_eq!(index.did_you_mean("paece plann"), Some("peace plan".to_string()));
    /// ```
    pub fn complete(&self, typed: &str, limit: usize) -> Vec<String> {
        let last = read(typed).0.pop().filter(|word| word.is_open && word.span.end == typed.len());
        let Some(folded) = last.map(|word| word.folded()) else {
            return Vec::new();
        };
        let mut longer = self.dictionary().below(&folded);
        longer.start += u32::from(self.dictionary().find(&folded).is_some());
        longer.end = longer.end.min(longer.start.saturating_add(LOOKED_AT));
        let counts = self.lists().each(longer.clone()).map(|list| !list.count);
        let mut keys: Vec<u64> =
            counts.zip(longer).map(|(rank, word)| u64::from(rank) << 32 | u64::from(word)).collect();
        sort(&mut keys);
        keys.into_iter().take(limit).map(|key| self.word(key as u32)).collect()
    }

    /// `query` with every word that the index does not know put right: by the word with the fewest edits, of those
    /// the commonest. Beside such a word, the last one is taken for misspelt too where it is cut short by no more
    /// letters than may be wrong. None where there is nothing to put right, or nothing to put it right by.
    pub fn did_you_mean(&self, query: &str) -> Option<String> {
        let words = read(query).0;
        let mut right: Vec<Option<String>> = words.iter().map(|word| self.nearest(word)).collect();
        right.iter().flatten().next()?;
        if let (Some(last @ None), Some(word)) = (right.last_mut(), words.last()) {
            *last = self.cut_short(query, word);
        }
        let (mut meant, mut end) = (String::new(), 0);
        for (word, right) in words.iter().zip(right) {
            if let Some(right) = right {
                meant += query.get(end..word.span.start)?;
                meant += &right;
                end = word.span.end;
            }
        }
        Some(meant + &query[end..])
    }

    /// The commonest word that the last one of `query` begins, of those with a letter or two more; none where it is a
    /// word itself.
    fn cut_short(&self, query: &str, last: &Wanted) -> Option<String> {
        let limit = usize::from(edits_allowed(last.letters.len()));
        if limit == 0 || self.dictionary().find(&last.folded()).is_some() {
            return None;
        }
        let longer = self.complete(&query[..last.span.end], LOOKED_AT as usize);
        longer.into_iter().find(|word| word.chars().count() <= last.letters.len() + limit)
    }

    /// The word nearest to one that the index does not know, nor any that it begins.
    fn nearest(&self, wanted: &Wanted) -> Option<String> {
        let limit = edits_allowed(wanted.letters.len());
        if limit == 0 || !self.dictionary().below(&wanted.folded()).is_empty() {
            return None;
        }
        let mut best = (u64::MAX, None);
        within(self.dictionary(), &wanted.letters, limit, false, &mut |word, edits, _| {
            let key = u64::from(edits) << 32 | u64::from(!self.count(word..word + 1));
            if key < best.0 {
                best = (key, Some(word));
            }
        });
        best.1.map(|word| self.word(word))
    }

    /// How often some words stand anywhere, once for each field of a document.
    fn count(&self, words: Range<u32>) -> u32 {
        self.lists().find(words).1
    }

    /// The word with that number.
    fn word(&self, number: u32) -> String {
        let mut found = String::new();
        self.dictionary().each(number..number + 1, &mut |_, word| found = word.into());
        found
    }
}
