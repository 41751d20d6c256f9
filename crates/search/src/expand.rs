//! From a word of the query to the words of the index that it may stand for.

use std::ops::Range;

use crate::edits::{Complete, within};
use crate::index::Index;
use crate::meant::{Meant, Source};
use crate::query::Wanted;
use crate::score::{Fit, edits_allowed, may_go_on, rarity};
use crate::sort::in_order;
use crate::stems::stem;

/// A stem that more words begin with says too little of each to be worth looking at them all.
const BEGIN_ALIKE: usize = 4096;

/// Everything that `wanted` may stand for. A word that the index knows, or knows a longer form of, is not the
/// beginning of a word with a typo in it: it is spelt as it was meant. Only a word that nothing at all fits is
/// looked for by its sound among the names, and as a subsequence of them.
pub(crate) fn expand(index: &Index, wanted: &Wanted) -> Meant {
    let (sources, lines) = (Vec::new(), Vec::new());
    let missed = index.file.times_missed();
    let is_letter = wanted.letters.len() == 1;
    let mut meant = Meant {
        sources,
        lines,
        line_fit: Fit::Sound,
        line_weight: 0.0,
        is_letter,
        is_settled: false,
        volume: 0,
    };
    spelt(index, wanted, &mut meant);
    let is_unknown = meant.sources.is_empty();
    meant.is_settled = !is_unknown && may_go_on(wanted.letters.len(), false);
    let forms = forms(index, wanted, &meant);
    misspelt(index, (&wanted.letters, wanted.is_open && is_unknown), &forms, &mut meant);
    // Where a misspelt word stands, both halves do that it happens to be made of.
    misspelt(index, (&wanted.whole, false), &forms, &mut meant);
    meant.sources.extend(forms.into_iter().map(|word| Source::new(word..word + 1, Fit::Stem)));
    let order = in_order(meant.sources.iter().map(|source| source.fit.rank()));
    meant.sources = order.into_iter().map(|place| meant.sources[place].clone()).collect();
    // What the word stands for is not known yet.
    if index.file.times_missed() != missed {
        return meant;
    }
    settle(index, wanted, &mut meant);
    meant
}

/// What a misspelt word stands for once it is finished, which stood for this while it was not: no beginnings with typos
/// in them any more. The automaton need not run again for that.
pub(crate) fn finished(index: &Index, wanted: &Wanted, mut meant: Meant) -> Meant {
    meant.sources.retain(|source| !matches!(source.fit, Fit::Word { goes_on: true, .. }));
    meant.volume = 0;
    settle(index, wanted, &mut meant);
    meant
}

/// Says what it is worth; and what names it may be, where it is no word at all.
fn settle(index: &Index, wanted: &Wanted, meant: &mut Meant) {
    if meant.sources.is_empty() {
        (meant.lines, meant.line_fit) = index.names().lines(&wanted.letters);
    }
    weigh(index, meant);
}

fn spelt(index: &Index, wanted: &Wanted, meant: &mut Meant) {
    let folded = wanted.folded();
    let dictionary = index.dictionary();
    let exact = Fit::Word { edits: 0, goes_on: false };
    let word = dictionary.find(&folded);
    let whole = word.iter().chain(&wanted.as_one);
    meant.sources.extend(whole.map(|word| Source::new(*word..word + 1, exact)));
    if may_go_on(wanted.letters.len(), wanted.is_open) {
        let below = dictionary.below(&folded);
        let longer = word.map_or(below.start, |word| word + 1)..below.end;
        let heavy = index.prefixes().find(&folded);
        if !longer.is_empty() {
            let fit = Fit::Word { edits: 0, goes_on: true };
            meant.sources.push(Source { heavy, ..Source::new(longer, fit) });
        }
    }
}

/// The other forms of a word that `meant` does not hold yet. They all begin with its stem.
fn forms(index: &Index, wanted: &Wanted, meant: &Meant) -> Vec<u32> {
    let (folded, dictionary) = (wanted.folded(), index.dictionary());
    let wanted = stem(&folded);
    let begin_alike = dictionary.below(wanted.0);
    let mut forms = Vec::new();
    // A stem that is the word itself begins only words that begin with it, which are found as such.
    if wanted.0.len() < folded.len() && begin_alike.len() <= BEGIN_ALIKE {
        dictionary.each(begin_alike, &mut |number, word| {
            if stem(word) == wanted && meant.fit(number).is_none() {
                forms.push(number);
            }
        });
    }
    forms
}

/// The words that these letters may be with typos in them, and with `prefix` begin.
fn misspelt(index: &Index, (letters, prefix): (&[char], bool), forms: &[u32], meant: &mut Meant) {
    let limit = edits_allowed(letters.len());
    if limit == 0 {
        return;
    }
    within(index.dictionary(), letters, limit, prefix, &mut |word, edits, Complete(complete)| {
        let fit = Fit::Word { edits, goes_on: !complete };
        match meant.sources.last_mut() {
            _ if edits == 0 || forms.contains(&word) => {}
            Some(last) if last.fit == fit && last.words.end == word => last.words.end += 1,
            _ => meant.sources.push(Source::new(word..word + 1, fit)),
        }
    });
}

/// Of fewer words than this the lists are read as they are: to find out what all of them begin with takes as long.
const BEGUN: usize = 64;

/// The number of the list that was made beforehand for what begins as all these words do, where they are all of those.
fn begun(index: &Index, words: &Range<u32>) -> Option<u32> {
    let dictionary = index.dictionary();
    let (mut first, mut last) = (String::new(), String::new());
    dictionary.each(words.start..words.start + 1, &mut |_, word| first = word.into());
    dictionary.each(words.end - 1..words.end, &mut |_, word| last = word.into());
    let common = first.chars().zip(last.chars()).take_while(|(one, other)| one == other).map(|(one, _)| one);
    let beginning: String = common.collect();
    let heavy = index.prefixes().find(&beginning)?;
    // The word itself, if it is one, fits in another way.
    let below = dictionary.below(&beginning);
    (below.end == words.end && below.start + 1 >= words.start).then_some(heavy)
}

/// Says what each source is worth: its fit, and how rare all that fits so or better is, so that a typo's common
/// neighbour takes nothing from the word itself.
fn weigh(index: &Index, meant: &mut Meant) {
    let documents = index.file.counts.documents;
    for sources in meant.sources.chunk_by_mut(|one, other| one.fit == other.fit) {
        for source in &mut *sources {
            if source.heavy.is_none() && source.words.len() > BEGUN {
                source.heavy = begun(index, &source.words);
            }
            if source.heavy.is_none() && !index.lists().has(&source.words) {
                continue;
            }
            (source.at, source.count) = index.lists().find(source.words.clone());
            if let Some(prefix) = source.heavy {
                source.count = index.prefixes().list(prefix).count;
            }
            meant.volume = meant.volume.saturating_add(source.count);
        }
        let rarity = rarity(meant.volume.min(documents), documents);
        sources.iter_mut().for_each(|source| source.weight = rarity * source.fit.worth());
    }
    let lines = meant.lines.iter().map(|line| index.names().line(*line).documents.len() as u32);
    meant.volume = lines.fold(meant.volume, u32::saturating_add);
    meant.line_weight = rarity(meant.volume.min(documents), documents) * meant.line_fit.worth();
}
