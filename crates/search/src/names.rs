//! The short fields: names and roles, where a reader types initials or leaves letters out.

use std::collections::HashMap;
use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use verbatim_words::{folded_chars, words};

/// Shorter words are a subsequence of nearly every name.
const LETTERS: usize = 3;

/// What the matcher must give for each letter of the word. It gives 16 for a letter, takes for gaps, and adds for
/// letters that begin a word or follow each other: what it adds must make up for the gaps. "mcrn" has 16.8 a
/// letter in "macron", "eufp" 18.5 in "European Union foreign policy"; "frod" has 15.5 in "Ukraine's former
/// Minister of Defense", and "peace" 14 where its letters lie all over a long role.
const SCORE_PER_LETTER: i64 = 16;

/// Longer lines are prose, not names: they hold every short word as a subsequence, and cost most to look at.
const LINE_LETTERS: usize = 128;

/// The different lines of all fields that hold names, folded, and the cells that hold each.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    lines: Vec<Line>,
}

#[derive(Debug, Clone)]
struct Line {
    folded: String,
    /// Which letters it has, as a quick answer to most words.
    letters: u64,
    cells: Vec<u32>,
}

/// Gathers [`Names`] cell by cell.
#[derive(Default)]
pub(crate) struct NamesBuilder {
    names: Names,
    known: HashMap<String, u32>,
}

impl NamesBuilder {
    /// Adds the lines of the cell with the number `cell`.
    pub fn add(&mut self, cell: u32, text: &str) {
        for folded in text.lines().filter_map(fold_line) {
            let lines = &mut self.names.lines;
            let at = *self.known.entry(folded).or_insert_with_key(|folded| {
                lines.push(Line { folded: folded.clone(), letters: letters(folded), cells: Vec::new() });
                lines.len() as u32 - 1
            });
            let cells = &mut lines[at as usize].cells;
            if cells.last() != Some(&cell) {
                cells.push(cell);
            }
        }
    }

    pub fn finish(self) -> Names {
        self.names
    }
}

impl Names {
    /// The lines of which `word` is a subsequence, by number.
    pub fn lines(&self, word: &str) -> Vec<u32> {
        if word.chars().count() < LETTERS {
            return Vec::new();
        }
        let wanted = letters(word);
        let matcher = SkimMatcherV2::default();
        let could = |line: &Line| word.len() <= line.folded.len() && wanted & !line.letters == 0;
        let does = |line: &Line| could(line) && places(&matcher, &line.folded, word).is_some();
        (0..).zip(&self.lines).filter(|(_, line)| does(line)).map(|(at, _)| at).collect()
    }

    /// The cells that hold a line.
    pub fn cells(&self, line: u32) -> &[u32] {
        &self.lines[line as usize].cells
    }
}

/// The bytes of the characters of `text`, a field of names, that `word` is made of.
pub(crate) fn spans(text: &str, word: &str) -> Vec<Range<usize>> {
    let matcher = SkimMatcherV2::default();
    let mut spans = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(folded) = fold_line(line)
            && let Some(places) = places(&matcher, &folded, word)
        {
            let sources = sources(line);
            spans.extend(places.iter().map(|place| {
                let source = sources[*place].clone();
                start + source.start..start + source.end
            }));
        }
        start += line.len();
    }
    spans
}

/// Where in `line` the letters of `word` stand, if they stand close enough and the first begins a word.
fn places(matcher: &SkimMatcherV2, line: &str, word: &str) -> Option<Vec<usize>> {
    let (score, places) = matcher.fuzzy_indices(line, word)?;
    let letters = word.chars().count();
    let first = *places.first()?;
    let begins = first == 0 || line.chars().nth(first - 1) == Some(' ');
    let is_close = score >= SCORE_PER_LETTER * letters as i64;
    (begins && is_close && places.len() == letters).then_some(places)
}

/// The folded words of a line with a space between each; none if it is empty or too long to be a name.
fn fold_line(line: &str) -> Option<String> {
    let mut folded = String::new();
    for word in words(line) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&word.folded);
        if folded.len() > LINE_LETTERS {
            return None;
        }
    }
    (!folded.is_empty()).then_some(folded)
}

/// For each character of the folded line: where it came from.
fn sources(line: &str) -> Vec<Range<usize>> {
    let mut sources = Vec::new();
    for word in words(line) {
        if !sources.is_empty() {
            sources.push(word.span.start..word.span.start);
        }
        let start = word.span.start;
        sources.extend(folded_chars(&line[word.span]).map(|(span, _)| start + span.start..start + span.end));
    }
    sources
}

/// The set of the letters of `text`, 64 bits wide: one for each of a to z, the rest shared.
fn letters(text: &str) -> u64 {
    text.chars()
        .map(|letter| 1 << (u32::from(letter).wrapping_sub('a'.into()) % 64))
        .fold(0, |set, bit: u64| set | bit)
}
