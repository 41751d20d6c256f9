//! From a word of the query to the words of the index that it may stand for.

use crate::edits::{Complete, within};
use crate::index::Index;
use crate::query::Wanted;
use crate::score::{Fit, edits_allowed, may_go_on};

/// What one word of the query may stand for.
#[derive(Debug, Clone)]
pub(crate) struct Meant {
    /// Words of the index by number, each once, in no order.
    pub words: Vec<u32>,
    /// For each word of the index, how it fits at best.
    pub fits: Vec<Option<Fit>>,
    /// Lines of names of which the word is a subsequence.
    pub lines: Vec<u32>,
}

impl Meant {
    fn add(&mut self, words: std::ops::Range<u32>, fit: Fit) {
        for word in words {
            match &mut self.fits[word as usize] {
                Some(best) => *best = fit.min(*best),
                none => {
                    *none = Some(fit);
                    self.words.push(word);
                }
            }
        }
    }
}

/// Everything that `wanted` may stand for. A word that the index knows, or knows a longer form of, is neither
/// the beginning of a word with a typo in it nor a subsequence of a name: it is spelt as it was meant.
pub(crate) fn expand(index: &Index, wanted: &Wanted) -> Meant {
    let mut meant =
        Meant { words: Vec::new(), fits: vec![None; index.dictionary.len() as usize], lines: Vec::new() };
    spelt(index, wanted, &mut meant);
    let is_known = !meant.words.is_empty();
    misspelt(index, wanted, !is_known, &mut meant);
    if !is_known {
        meant.lines = index.names.lines(&wanted.folded());
    }
    meant
}

fn spelt(index: &Index, wanted: &Wanted, meant: &mut Meant) {
    let dictionary = &index.dictionary;
    let Some(at) = dictionary.find(&wanted.letters) else {
        return;
    };
    if let Some(word) = dictionary.word_at(at) {
        meant.add(word..word + 1, Fit::Word { edits: 0, goes_on: false });
    }
    if may_go_on(wanted.letters.len(), wanted.is_open)
        && let Some(node) = dictionary.node(at)
    {
        meant.add(dictionary.below(node), Fit::Word { edits: 0, goes_on: true });
    }
}

fn misspelt(index: &Index, wanted: &Wanted, is_unknown: bool, meant: &mut Meant) {
    let letters = &wanted.letters;
    let limit = edits_allowed(letters.len());
    let prefix = wanted.is_open && is_unknown;
    if limit > 0 {
        within(&index.dictionary, letters, limit, prefix, |words, edits, Complete(complete)| {
            meant.add(words, Fit::Word { edits, goes_on: !complete });
        });
    }
}
