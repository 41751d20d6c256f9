//! Documents in which words stand next to each other.

use crate::build::cut;
use crate::index::Index;
use crate::search::{ascending, in_order};
use crate::tokens::{Token, tokens};

impl Index {
    /// The documents, ascending, in which a field has all words of `phrase` next to each other, in that order and
    /// spelling but for what folding undoes. A phrase without a word is in none.
    pub fn holding(&self, phrase: &str) -> Vec<u32> {
        let dictionary = self.dictionary();
        let mut after_pair = false;
        // The last character of an unspaced run stands in the pair before it already.
        let whole = |token: &Token| !std::mem::replace(&mut after_pair, token.is_pair) || token.is_pair;
        let words = tokens(phrase).filter(whole).map(|token| dictionary.find(cut(&token.folded)));
        let words: Option<Vec<u32>> = words.collect();
        let Some(words) = words.filter(|words| !words.is_empty()) else {
            return Vec::new();
        };
        let documents = self.having_all(&words);
        if words.len() == 1 { documents } else { self.in_a_row(&words, &documents) }
    }

    /// The documents that have every one of `words`, the rarest of which is looked at first.
    fn having_all(&self, words: &[u32]) -> Vec<u32> {
        let lists: Vec<_> = words.iter().flat_map(|word| self.lists().of(*word..*word + 1)).collect();
        let mut documents: Option<Vec<u32>> = None;
        for place in in_order(lists.iter().map(|list| list.count())) {
            let mut found = Vec::new();
            lists[place].documents(|_, document, _| {
                if documents.as_ref().is_none_or(|before| before.binary_search(&document).is_ok()) {
                    found.push(document);
                }
            });
            let mut found = ascending(found.into_iter());
            found.dedup();
            documents = Some(found);
        }
        documents.unwrap_or_default()
    }

    /// Those of `documents` in which `words` follow each other.
    fn in_a_row(&self, words: &[u32], documents: &[u32]) -> Vec<u32> {
        // Where the phrase could begin: document, field and place as one number.
        let mut starts: Option<Vec<u64>> = None;
        for (offset, word) in (0..).zip(words) {
            let mut here = Vec::new();
            for list in self.lists().of(*word..*word + 1) {
                list.places(documents, |field, place| {
                    if let Some(start) = place.position.checked_sub(offset) {
                        here.push(u64::from(place.document) << 32 | (field as u64) << 28 | u64::from(start));
                    }
                });
            }
            here.sort_unstable();
            if let Some(before) = &starts {
                here.retain(|start| before.binary_search(start).is_ok());
            }
            starts = Some(here);
        }
        let mut found: Vec<u32> =
            starts.unwrap_or_default().into_iter().map(|start| (start >> 32) as u32).collect();
        found.dedup();
        found
    }
}
