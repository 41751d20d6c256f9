//! Text to folded words, each with the span it came from.
//!
//! Search, alignment and addresses must agree on what "the same word" is; this crate is that agreement.
//! A word is a run of letters and digits by Unicode's word boundaries (UAX #29), folded by compatibility
//! decomposition (NFKD), the removal of combining marks, and lower-casing. Apostrophes inside a word are
//! dropped, so that "Macron’s" and "Macron's" fold alike.

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where the word stands in the text, in bytes.
    pub span: Range<usize>,
    /// The word folded: lower case, no accents, no apostrophes. Never empty.
    pub folded: String,
}

/// The words of `text` in order. Any string gives words; a text of marks alone gives none.
pub fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    text.unicode_word_indices().filter_map(|(start, word)| {
        let folded = fold(word);
        (!folded.is_empty()).then(|| Word {
            span: start..start + word.len(),
            folded,
        })
    })
}

/// Folds one word: compatibility decomposition, no combining marks, lower case, letters and digits only.
pub fn fold(word: &str) -> String {
    word.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric())
        .collect()
}
