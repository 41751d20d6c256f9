//! Documents in which words stand next to each other.

use crate::dictionary::cut;
use crate::index::Index;
use crate::postings::Visitor;
use crate::set;
use crate::sort::in_order;
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

    /// The documents in which `words` follow each other: places are read only where all of them are, the rarest word's
    /// first, and of each of the others where those before it could be part of the phrase.
    pub(crate) fn in_a_row(&self, words: &[u32]) -> Vec<u32> {
        let list = |word: u32| self.lists().each(word..word + 1).next();
        let count = |word: &u32| self.lists().find(*word..word + 1).1;
        let order = in_order(words.iter().map(count));
        let mut holding = set::of(self.len(), |_| true);
        for offset in &order {
            let mut marked = Marked(vec![0; holding.len()]);
            list(words[*offset]).into_iter().for_each(|list| list.documents(&mut marked));
            holding.iter_mut().zip(marked.0).for_each(|(holding, marked)| *holding &= marked);
        }
        // Where the phrase could begin: field, document and place as one number, which lists tell in this order.
        let mut starts: Option<Vec<u64>> = None;
        for offset in order {
            let (mut here, mut rest) = (Vec::new(), starts.as_deref());
            let documents: Vec<u32> = set::documents(&holding).collect();
            holding.fill(0);
            if let Some(list) = list(words[offset]) {
                list.places(&documents, &mut |field, at, position| {
                    let Some(start) = position.checked_sub(offset as u32) else { return };
                    let start = (field as u64) << 60 | u64::from(documents[at]) << 28 | u64::from(start);
                    if rest.as_mut().is_none_or(|rest| is_among(rest, start)) {
                        set::insert(&mut holding, documents[at]);
                        here.push(start);
                    }
                });
            }
            starts = Some(here);
        }
        set::documents(&holding).collect()
    }
}

/// Whether a number is among ascending ones, of which those before it are left out for good.
fn is_among(rest: &mut &[u64], number: u64) -> bool {
    while let Some((first, behind)) = rest.split_first()
        && *first < number
    {
        *rest = behind;
    }
    rest.first() == Some(&number)
}

/// Marks the documents that it is told.
struct Marked(Vec<u64>);

impl Visitor for Marked {
    fn field(&mut self, _: usize) {}

    #[inline]
    fn document(&mut self, document: u32, _: u32) {
        set::insert(&mut self.0, document);
    }
}
