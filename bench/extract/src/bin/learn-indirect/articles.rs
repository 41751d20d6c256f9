//! Articles with what people marked in them.

use std::{fs, ops::Range};

use serde_json::Value;
use verbatim_extract::{
    Span,
    learning::{Example, Opening, closings, openings},
};

use crate::logistic::Case;

/// Content is right when it shares so much of the words that it and the marked content have together.
const OVERLAP: f32 = 0.5;

/// Behind what was marked so many bytes of marks may stand before the border.
const MARKS: usize = 2;

/// An article, in bytes.
pub struct Article {
    /// Its text.
    pub text: String,
    /// Where its words begin.
    words: Vec<usize>,
    /// What was marked as reported, and whether no quotation stands in it.
    marked: Vec<(Range<usize>, bool)>,
}

/// Reads articles, one a line.
pub fn read(path: &str) -> Vec<Article> {
    let lines = fs::read_to_string(path).expect("the articles can be read");
    let values = lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("a line of JSON"));
    values.filter_map(|value| Article::new(&value)).collect()
}

impl Article {
    fn new(value: &Value) -> Option<Self> {
        let text = value["text"].as_str()?.to_owned();
        let mut bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
        bytes.push(text.len());
        let span = |value: &Value| {
            let byte = |at: usize| bytes[value[at].as_u64().map_or(0, |at| at as usize).min(bytes.len() - 1)];
            byte(0)..byte(1)
        };
        let list = |name: &str| value[name].as_array().map(Vec::as_slice).unwrap_or_default();
        let pieces = list("pieces").iter().map(|piece| span(&piece["span"]));
        let quoted: Vec<Range<usize>> =
            pieces.chain(list("neg").iter().chain(list("ign")).map(span)).collect();
        let words = word_starts(&text);
        let unquoted = |marked: &Range<usize>| {
            quoted.iter().all(|quoted| count(&words, &intersection(quoted, marked)) == 0)
                && count(&words, marked) > 0
        };
        let marked = list("content").iter().map(span).map(|span| (span.clone(), unquoted(&span))).collect();
        Some(Article { text, words, marked })
    }

    /// How much was marked that has no quotation in it.
    pub fn unquoted(&self) -> usize {
        self.marked.iter().filter(|(_, unquoted)| *unquoted).count()
    }

    /// Whether people marked a piece; None where it belongs to a quotation, which is not counted.
    pub fn is_right(&self, piece: Span) -> Option<bool> {
        match self.nearest(&piece.range()) {
            Some((overlap, unquoted)) if overlap >= OVERLAP => unquoted.then_some(true),
            _ => (!self.is_of_quotation(&piece.range())).then_some(false),
        }
    }

    /// A proposal as a case of what is reported; None where nobody was asked.
    pub fn case(&self, example: Example) -> Option<Case> {
        let piece = example.pieces.iter().map(|piece| piece.range()).max_by_key(ExactSizeIterator::len)?;
        let is = self.nearest(&piece).is_some_and(|(overlap, _)| overlap >= OVERLAP);
        (is || !self.is_of_quotation(&piece)).then_some(Case { traits: example.traits, offset: 0.0, is })
    }

    /// The borders of a proposal that begins where something marked does: none is its end but the last of them.
    pub fn end_cases(&self, example: Example) -> Vec<Case> {
        let Some(start) = example.pieces.last().map(|piece| piece.start as usize) else { return Vec::new() };
        let begins = |marked: &Range<usize>| {
            marked.start <= start
                && self.text.get(marked.start..start).is_some_and(|lead| matches!(lead.trim(), "" | "that"))
        };
        let Some((marked, _)) = self.marked.iter().find(|(marked, _)| begins(marked)) else {
            return Vec::new();
        };
        let words = self.text[marked.clone()].trim_end_matches(|c: char| !c.is_alphanumeric());
        let end = marked.start + words.len();
        let mut cases = Vec::new();
        for border in example.borders {
            let at = border.end as usize;
            if at > end + MARKS {
                break;
            }
            cases.push(Case { traits: border.traits, offset: 0.0, is: at >= end });
            if at >= end {
                break;
            }
        }
        cases
    }

    /// Every place where something may begin, with its traits stage by stage, and whether something marked does.
    pub fn opening_cases(&self) -> Vec<([Vec<u32>; 4], bool)> {
        let case = |opening: Opening| (opening.stages, self.begins(opening.start, opening.before));
        openings(&self.text).into_iter().map(case).collect()
    }

    /// Where what was marked may end, from the place where it begins to the one where it does.
    pub fn closing_cases(&self) -> Vec<Case> {
        let mut cases = Vec::new();
        let mut starts = openings(&self.text);
        starts.retain(|opening| self.begins(opening.start, opening.before));
        let starts: Vec<u32> = starts.iter().map(|opening| opening.start).collect();
        for (start, borders) in closings(&self.text, |byte| starts.contains(&byte)) {
            let marked = self.marked_at(start);
            for (at, traits) in borders {
                let is = self.marked_at(at) != marked;
                if !traits.is_empty() {
                    cases.push(Case { traits, offset: 0.0, is });
                }
                if is {
                    break;
                }
            }
        }
        cases
    }

    /// Whether something marked begins at a byte, or in front of it behind the byte `before`.
    fn begins(&self, start: u32, before: Option<u32>) -> bool {
        let marked = self.marked_at(start);
        marked.is_some() && before.and_then(|before| self.marked_at(before)) != marked
    }

    /// Which of what was marked a byte stands in.
    fn marked_at(&self, byte: u32) -> Option<usize> {
        self.marked.iter().position(|(marked, _)| marked.contains(&(byte as usize)))
    }

    /// What was marked that shares most with a piece: how much, and whether no quotation stands in it.
    fn nearest(&self, piece: &Range<usize>) -> Option<(f32, bool)> {
        let overlaps = self.marked.iter().map(|(marked, unquoted)| (self.overlap(marked, piece), *unquoted));
        overlaps.max_by(|a, b| a.0.total_cmp(&b.0))
    }

    /// The share of the words of both that is in both.
    fn overlap(&self, a: &Range<usize>, b: &Range<usize>) -> f32 {
        let both = count(&self.words, &intersection(a, b));
        let all = count(&self.words, a) + count(&self.words, b) - both;
        both as f32 / all.max(1) as f32
    }

    /// Whether half of a piece lies in what was marked together with a quotation.
    fn is_of_quotation(&self, piece: &Range<usize>) -> bool {
        let quoting = self.marked.iter().filter(|(_, unquoted)| !unquoted);
        let shared: usize = quoting.map(|(marked, _)| count(&self.words, &intersection(marked, piece))).sum();
        2 * shared >= count(&self.words, piece)
    }
}

fn intersection(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    let start = a.start.max(b.start);
    start..a.end.min(b.end).max(start)
}

/// How many words begin in a range.
fn count(words: &[usize], range: &Range<usize>) -> usize {
    words.partition_point(|word| *word < range.end) - words.partition_point(|word| *word < range.start)
}

fn word_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut inside = false;
    for (byte, c) in text.char_indices() {
        let is_word = c.is_alphanumeric() || inside && matches!(c, '\'' | '’' | '.');
        if is_word && !inside {
            starts.push(byte);
        }
        inside = is_word;
    }
    starts
}
