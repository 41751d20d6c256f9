//! From a word of the query to the words of the index that it may stand for.

use std::ops::Range;

use crate::edits::{Complete, within};
use crate::index::Index;
use crate::query::Wanted;
use crate::score::{Fit, edits_allowed, may_go_on, rarity};
use crate::search::in_order;

/// What one word of the query may stand for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Meant {
    /// Words of the index, those that fit best first.
    pub sources: Vec<Source>,
    /// Lines of names of which the word is a subsequence.
    pub lines: Vec<u32>,
    /// What such a line is worth.
    pub line_weight: f32,
    /// How many places must be read to find all.
    pub volume: u32,
}

/// Neighbouring words of the index that fit alike.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Source {
    pub words: Range<u32>,
    pub fit: Fit,
    /// The number of the list that was made beforehand for all of them.
    pub heavy: Option<u32>,
    /// What being found so is worth, before the gain of the place.
    pub weight: f32,
}

impl Meant {
    /// Whether no document can have it.
    pub fn is_nothing(&self) -> bool {
        self.sources.is_empty() && self.lines.is_empty()
    }

    /// How the word with this number fits at best.
    pub fn fit(&self, word: u32) -> Option<Fit> {
        self.sources.iter().find(|source| source.words.contains(&word)).map(|source| source.fit)
    }
}

/// Everything that `wanted` may stand for. A word that the index knows, or knows a longer form of, is not the
/// beginning of a word with a typo in it: it is spelt as it was meant. Only a word that nothing at all fits is
/// looked for as a subsequence of a name.
pub(crate) fn expand(index: &Index, wanted: &Wanted) -> Meant {
    let mut meant = Meant::default();
    spelt(index, wanted, &mut meant);
    let is_unknown = meant.sources.is_empty();
    misspelt(index, wanted, is_unknown, &mut meant);
    let order = in_order(meant.sources.iter().map(|source| source.fit.rank()));
    meant.sources = order.into_iter().map(|place| meant.sources[place].clone()).collect();
    if meant.sources.is_empty() {
        meant.lines = index.names().lines(&wanted.letters);
    }
    weigh(index, &mut meant);
    meant
}

fn spelt(index: &Index, wanted: &Wanted, meant: &mut Meant) {
    let folded = wanted.folded();
    let dictionary = index.dictionary();
    let mut add = |words: Range<u32>, fit, heavy| {
        if !words.is_empty() {
            meant.sources.push(Source { words, fit, heavy, weight: 0.0 });
        }
    };
    let word = dictionary.find(&folded);
    if let Some(word) = word {
        add(word..word + 1, Fit::Word { edits: 0, goes_on: false }, None);
    }
    if may_go_on(wanted.letters.len(), wanted.is_open) {
        let below = dictionary.below(&folded);
        let longer = word.map_or(below.start, |word| word + 1)..below.end;
        let heavy = index.prefixes().find(&folded);
        add(longer, Fit::Word { edits: 0, goes_on: true }, heavy);
    }
}

fn misspelt(index: &Index, wanted: &Wanted, is_unknown: bool, meant: &mut Meant) {
    let limit = edits_allowed(wanted.letters.len());
    if limit == 0 {
        return;
    }
    let prefix = wanted.is_open && is_unknown;
    within(index.dictionary(), &wanted.letters, limit, prefix, |word, edits, Complete(complete)| {
        let fit = Fit::Word { edits, goes_on: !complete };
        match meant.sources.last_mut() {
            _ if edits == 0 => {}
            Some(last) if last.fit == fit && last.words.end == word => last.words.end += 1,
            _ => meant.sources.push(Source { words: word..word + 1, fit, heavy: None, weight: 0.0 }),
        }
    });
}

/// Says what each source is worth: its fit, and how rare all that fits so or better is, so that a typo's common
/// neighbour takes nothing from the word itself.
fn weigh(index: &Index, meant: &mut Meant) {
    let documents = index.file.counts.documents;
    for sources in meant.sources.chunk_by_mut(|one, other| one.fit == other.fit) {
        for source in &mut *sources {
            let count = match source.heavy {
                Some(prefix) => index.prefixes().list(prefix).count(),
                None => index
                    .lists()
                    .of(source.words.clone())
                    .fold(0, |sum, list| list.count().saturating_add(sum)),
            };
            meant.volume = meant.volume.saturating_add(count);
        }
        let rarity = rarity(meant.volume.min(documents), documents);
        sources.iter_mut().for_each(|source| source.weight = rarity * source.fit.worth());
    }
    let lines = meant.lines.iter().map(|line| index.names().line(*line).documents.len() as u32);
    meant.volume = lines.fold(meant.volume, u32::saturating_add);
    meant.line_weight = rarity(meant.volume.min(documents), documents) * Fit::Subsequence.worth();
}
