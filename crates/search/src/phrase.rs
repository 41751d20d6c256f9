//! Documents in which words stand next to each other.

use crate::dictionary::cut;
use crate::index::Index;
use crate::sort::{in_order, sort};
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
        words.filter(|words| !words.is_empty()).map_or(Vec::new(), |words| self.in_a_row(&words))
    }

    /// The documents in which `words` follow each other. The rarest word is looked at first, each of the others
    /// only where those before it could be part of the phrase.
    pub(crate) fn in_a_row(&self, words: &[u32]) -> Vec<u32> {
        let lists = |word: u32| self.lists().each(word..word + 1);
        let count = |word: &u32| self.lists().find(*word..word + 1).1;
        let mut documents: Vec<u32> = (0..self.len() as u32).collect();
        // Where the phrase could begin: document, field and place as one number.
        let mut starts: Option<Vec<u64>> = None;
        for offset in in_order(words.iter().map(count)) {
            let mut here = Vec::new();
            for list in lists(words[offset]) {
                list.places(&documents, &mut |field, at, position| {
                    if let Some(start) = position.checked_sub(offset as u32) {
                        here.push(u64::from(documents[at]) << 32 | (field as u64) << 28 | u64::from(start));
                    }
                });
            }
            sort(&mut here);
            if let Some(before) = &starts {
                here.retain(|start| before.binary_search(start).is_ok());
            }
            documents = here.iter().map(|start| (start >> 32) as u32).collect();
            documents.dedup();
            starts = Some(here);
        }
        documents
    }
}
