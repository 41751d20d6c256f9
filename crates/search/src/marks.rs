//! Which characters of a document the words of a query matched.

use std::ops::Range;

use verbatim_words::folded_chars;

use crate::expand::Meant;
use crate::index::Index;
use crate::names;
use crate::query::Wanted;
use crate::score::Fit;
use crate::tokens::tokens;

/// How characters matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// A word as it was typed, but for case, accents and the like.
    Exact,
    /// The beginning of a longer word.
    Prefix,
    /// A word, or the beginning of one, with so many typos.
    Edits(u8),
    /// Letters of a name, with others between them.
    Subsequence,
}

/// Characters to mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The number of the field, in the order of the fields that the index was built with.
    pub field: usize,
    /// Which bytes of that field's text.
    pub span: Range<usize>,
    /// How they matched.
    pub how: How,
}

/// A word of a document that a word of the query stands for.
struct Match {
    cell: usize,
    /// Its place among the words of the cell.
    place: usize,
    fit: Fit,
}

/// The marks of `document`, in order; none overlap.
pub(crate) fn marks(index: &Index, wanted: &[Wanted], meant: &[Meant], document: u32) -> Vec<Mark> {
    let mut marks = Vec::new();
    let spans: Vec<_> = index.cells(document).map(|cell| spans(index, cell)).collect();
    let start = index.cells(document).start;
    for (wanted, meant) in wanted.iter().zip(meant) {
        let matches = best(matches(index, meant, document));
        if matches.is_empty() && !meant.lines.is_empty() {
            mark_names(index, wanted, document, &mut marks);
        }
        for found in matches {
            let field = found.cell - start;
            let span = &spans[field][found.place];
            marks.push(mark(field, index.text(found.cell), span, found.fit, wanted));
        }
    }
    merge(marks)
}

fn spans(index: &Index, cell: usize) -> Vec<Range<usize>> {
    tokens(index.text(cell)).map(|token| token.span).collect()
}

fn matches(index: &Index, meant: &Meant, document: u32) -> Vec<Match> {
    let mut matches = Vec::new();
    for cell in index.cells(document) {
        let words = &index.tokens[index.tokens_of.range(cell)];
        matches.extend(words.iter().enumerate().filter_map(|(place, word)| {
            let fit = meant.fits[*word as usize]?;
            Some(Match { cell, place, fit })
        }));
    }
    matches
}

/// Only those with the fewest edits: where "peace" stands, "place" is no typo of it.
fn best(mut matches: Vec<Match>) -> Vec<Match> {
    let edits = |found: &Match| match found.fit {
        Fit::Word { edits, .. } => edits,
        Fit::Subsequence => u8::MAX,
    };
    let fewest = matches.iter().map(edits).min();
    matches.retain(|found| Some(edits(found)) == fewest);
    matches
}

fn mark(field: usize, text: &str, span: &Range<usize>, fit: Fit, wanted: &Wanted) -> Mark {
    let (span, how) = match fit {
        Fit::Word { edits: 0, goes_on: false } => (span.clone(), How::Exact),
        Fit::Word { edits: 0, goes_on: true } => {
            let length = beginning(&text[span.clone()], wanted.letters.len());
            (span.start..span.start + length, How::Prefix)
        }
        Fit::Word { edits, .. } => (span.clone(), How::Edits(edits)),
        Fit::Subsequence => (span.clone(), How::Subsequence),
    };
    Mark { field, span, how }
}

/// How many bytes of `word` its first `letters` folded letters take.
fn beginning(word: &str, letters: usize) -> usize {
    let last = folded_chars(word).nth(letters.saturating_sub(1));
    last.map_or(word.len(), |(span, _)| span.end)
}

fn mark_names(index: &Index, wanted: &Wanted, document: u32, marks: &mut Vec<Mark>) {
    for (field, cell) in index.cells(document).enumerate() {
        if index.fields[field].names {
            let spans = names::spans(index.text(cell), &wanted.folded());
            marks.extend(spans.into_iter().map(|span| Mark { field, span, how: How::Subsequence }));
        }
    }
}

/// Puts marks in order, and joins those that overlap or, matching alike, touch. Of two ways the better is kept.
fn merge(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.sort_unstable_by_key(|mark| (mark.field, mark.span.start, mark.span.end, mark.how));
    let mut merged: Vec<Mark> = Vec::with_capacity(marks.len());
    for mark in marks {
        match merged.last_mut() {
            Some(last)
                if last.field == mark.field
                    && mark.span.start < last.span.end + usize::from(mark.how == last.how) =>
            {
                last.span.end = last.span.end.max(mark.span.end);
                last.how = last.how.min(mark.how);
            }
            _ => merged.push(mark),
        }
    }
    merged
}
