//! Which characters of a document the words of a query matched.

use std::ops::Range;
use std::rc::Rc;

use verbatim_words::folded_chars;

use crate::dictionary::cut;
use crate::how::How;
use crate::index::Index;
use crate::meant::Meant;
use crate::names;
use crate::query::{Wanted, read};
use crate::score::Fit;
use crate::sort::in_order;
use crate::tokens::{Token, tokens};

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
    field: usize,
    /// The number of the word.
    number: u32,
    span: Range<usize>,
    fit: Fit,
}

impl Index {
    /// What `query` marks in a document of these texts, one a field: which characters matched, and how. In order;
    /// none overlap.
    pub fn marks(&self, query: &str, texts: &[impl AsRef<str>]) -> Vec<Mark> {
        let wanted = self.compounds(read(query).0);
        let meant = self.scratch.borrow_mut().meant(self, &wanted);
        Marker { index: self, wanted: &wanted, meant: &meant }.marks(texts)
    }
}

/// Marks a document for one query.
struct Marker<'a> {
    index: &'a Index,
    wanted: &'a [Wanted],
    meant: &'a [Rc<Meant>],
}

impl Marker<'_> {
    /// The marks of a document of these texts.
    fn marks(&self, texts: &[impl AsRef<str>]) -> Vec<Mark> {
        let tokens = self.tokens(texts);
        let mut marks = Vec::new();
        for (wanted, meant) in self.wanted.iter().zip(self.meant) {
            let found = tokens.iter().filter_map(|(field, number, span)| {
                let fit = meant.fit(*number)?;
                Some(Match { field: *field, number: *number, span: span.clone(), fit })
            });
            // The halves of one word stand at one place.
            let is_half = self.wanted.iter().filter(|other| other.span == wanted.span).count() > 1;
            for found in best(found.collect()) {
                let is_compound = is_half || wanted.as_one.contains(&found.number);
                let mark = mark(texts[found.field].as_ref(), found, wanted);
                let how = if is_compound && mark.how == How::Exact { How::Compound } else { mark.how };
                marks.push(Mark { how, ..mark });
            }
            if !meant.lines.is_empty() {
                self.mark_names(texts, wanted, meant.line_fit, &mut marks);
            }
        }
        merge(marks)
    }

    /// The words of the texts that the index knows: their fields, numbers and spans.
    fn tokens(&self, texts: &[impl AsRef<str>]) -> Vec<(usize, u32, Range<usize>)> {
        let dictionary = self.index.dictionary();
        let mut found = Vec::new();
        for (field, text) in texts.iter().enumerate() {
            for Token { span, folded, .. } in tokens(text.as_ref()) {
                found.extend(dictionary.find(cut(&folded)).map(|number| (field, number, span)));
            }
        }
        found
    }

    fn mark_names(&self, texts: &[impl AsRef<str>], wanted: &Wanted, fit: Fit, marks: &mut Vec<Mark>) {
        for (field, text) in texts.iter().enumerate() {
            if self.index.fields.get(field).is_some_and(|field| field.names) {
                let mut mark = |span, how| marks.push(Mark { field, span, how });
                match fit {
                    Fit::Sound => {
                        names::alike(text.as_ref(), &wanted.letters, &mut |span| mark(span, How::Sound))
                    }
                    _ => names::shortened(text.as_ref(), &wanted.letters, &mut mark),
                }
            }
        }
    }
}

/// Only those with the fewest edits: where "peace" stands, "place" is no typo of it.
fn best(mut matches: Vec<Match>) -> Vec<Match> {
    let edits = |found: &Match| match found.fit {
        Fit::Word { edits, .. } => edits,
        Fit::Stem => 0,
        Fit::Sound | Fit::Subsequence => u8::MAX,
    };
    let fewest = matches.iter().map(edits).min();
    matches.retain(|found| Some(edits(found)) == fewest);
    matches
}

fn mark(text: &str, found: Match, wanted: &Wanted) -> Mark {
    let Match { field, span, fit, .. } = found;
    let (span, how) = match fit {
        Fit::Word { edits: 0, goes_on: false } => (span, How::Exact),
        Fit::Word { edits: 0, goes_on: true } => {
            let length = beginning(&text[span.clone()], wanted.letters.len());
            (span.start..span.start + length, How::Prefix)
        }
        Fit::Word { edits, .. } => (span, How::Edits(edits)),
        Fit::Stem => (span, How::Stem),
        Fit::Sound => (span, How::Sound),
        Fit::Subsequence => (span, How::Subsequence),
    };
    Mark { field, span, how }
}

/// How many bytes of `word` its first `letters` folded letters take.
fn beginning(word: &str, letters: usize) -> usize {
    let last = folded_chars(word).nth(letters.saturating_sub(1));
    last.map_or(word.len(), |(span, _)| span.end)
}

/// Puts marks in order, and joins those that overlap or, matching alike, touch. Of two ways the better is kept.
fn merge(marks: Vec<Mark>) -> Vec<Mark> {
    let mut merged: Vec<Mark> = Vec::with_capacity(marks.len());
    let place = |mark: &Mark| (mark.field as u32) << 28 | mark.span.start.min(u32::MAX as usize >> 4) as u32;
    for at in in_order(marks.iter().map(place)) {
        let mark = marks[at].clone();
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
