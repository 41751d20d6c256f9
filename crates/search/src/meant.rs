//! What words of a query stand for in an index.

use std::ops::Range;

use crate::score::Fit;

/// What one word of the query may stand for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Meant {
    /// Words of the index, those that fit best first.
    pub sources: Vec<Source>,
    /// Lines of names in which a name sounds like the word, or of which it is a subsequence.
    pub lines: Vec<u32>,
    /// Which of the two.
    pub line_fit: Fit,
    /// What such a line is worth.
    pub line_weight: f32,
    /// Whether a single letter was typed.
    pub is_letter: bool,
    /// Whether it would stand for the same if the word were finished, or were not: it is spelt as it was meant, and long
    /// enough to begin others either way.
    pub is_settled: bool,
    /// How many documents the lists tell that must be read to find all.
    pub volume: u32,
}

/// Neighbouring words of the index that fit alike.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Source {
    pub words: Range<u32>,
    pub fit: Fit,
    /// The number of the list that was made beforehand for all of them.
    pub heavy: Option<u32>,
    /// The bit where their lists begin.
    pub at: usize,
    /// How many documents those tell.
    pub count: u32,
    /// What being found so is worth, before the gain of the place.
    pub weight: f32,
}

impl Source {
    pub fn new(words: Range<u32>, fit: Fit) -> Source {
        Source { words, fit, heavy: None, at: 0, count: 0, weight: 0.0 }
    }
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
