//! From a word of the query to the words of the index that it may stand for.

use crate::edits::{Complete, within};
use crate::index::Index;
use crate::query::Wanted;
use crate::score::{Fit, edits_allowed, may_go_on};

/// What one word of the query may stand for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Meant {
    /// Words of the index by number, ascending, each with its best fit.
    pub words: Vec<(u32, Fit)>,
    /// Cells of names of which the word is a subsequence, ascending.
    pub names: Vec<u32>,
}

impl Meant {
    /// How the word with this number fits, if it does.
    pub fn fit(&self, word: u32) -> Option<Fit> {
        let at = self.words.binary_search_by_key(&word, |(word, _)| *word);
        at.ok().map(|at| self.words[at].1)
    }
}

/// Everything that `wanted` may stand for. A word that the index knows, or knows a longer form of, is neither
/// the beginning of a word with a typo in it nor a subsequence of a name: it is spelt as it was meant.
pub(crate) fn expand(index: &Index, wanted: &Wanted) -> Meant {
    let mut words = spelt(index, wanted);
    let is_known = !words.is_empty();
    misspelt(index, wanted, !is_known, &mut words);
    words.sort_unstable();
    words.dedup_by_key(|(word, _)| *word);
    let names = if is_known {
        Vec::new()
    } else {
        index.names.cells(&wanted.folded())
    };
    Meant { words, names }
}

fn spelt(index: &Index, wanted: &Wanted) -> Vec<(u32, Fit)> {
    let mut words = Vec::new();
    let dictionary = &index.dictionary;
    let Some(at) = dictionary.find(&wanted.letters) else {
        return words;
    };
    if let Some(word) = dictionary.word_at(at) {
        words.push((word, fit(0, false)));
    }
    if may_go_on(wanted.letters.len(), wanted.is_open)
        && let Some(node) = dictionary.node(at)
    {
        words.extend(dictionary.below(node).map(|word| (word, fit(0, true))));
    }
    words
}

fn misspelt(index: &Index, wanted: &Wanted, is_unknown: bool, words: &mut Vec<(u32, Fit)>) {
    let letters = &wanted.letters;
    let limit = edits_allowed(letters.len());
    if limit == 0 {
        return;
    }
    let prefix = wanted.is_open && is_unknown;
    within(
        &index.dictionary,
        letters,
        limit,
        prefix,
        |range, edits, Complete(complete)| {
            if edits > 0 {
                words.extend(range.map(|word| (word, fit(edits, !complete))));
            }
        },
    );
}

fn fit(edits: u8, goes_on: bool) -> Fit {
    Fit::Word { edits, goes_on }
}
