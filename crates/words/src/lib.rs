//! Text to folded words, each with the span it came from.
//!
//! Search, alignment and addresses must agree on what "the same word" is; this crate is that agreement.
//!
//! ```
//! let text = "“Zelenskyy’s co-ordinator won’t go,” he said in the ﬁnal e\u{301}lan of 北京";
//! let words: Vec<_> = verbatim_words::words(text).collect();
//! let folded: Vec<_> = words.iter().map(|word| word.folded.as_str()).collect();
//! assert_eq!(
//!     folded,
//!     ["zelenskyys", "co", "ordinator", "wont", "go", "he", "said", "in", "the", "final", "elan", "of", "北", "京"]
//! );
//! assert_eq!(&text[words[0].span.clone()], "Zelenskyy’s");
//! ```
//!
//! # What a word is
//! A run of letters and digits, much as Unicode's word boundaries (UAX #29) cut it: an apostrophe between two
//! letters, a separator between two digits ("1,000") and the stops of initials ("U.S.") do not end a word; a
//! hyphen, a dash and an underscore do. It departs from UAX #29 where news does: a stop or a colon with no space
//! after it ("end.Start") ends a word unless it follows an initial.
//!
//! Scripts that are written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) give one word a
//! character, marked [`joined`](Word::joined) where it follows another without a gap. Who needs longer units can
//! pair them; no dictionary is needed, and nothing in those scripts is refused.
//!
//! # What folding does
//! Compatibility decomposition (NFKD), lower case, and the removal of accents, points, apostrophes and invisible
//! characters; letters with strokes and ligatures become the plain letters that readers type (ł, ø, ß, æ).
//! Korean syllables become their letters, so that a syllable half typed is a prefix. Vowel signs of Indic and
//! South-East Asian scripts and the sound marks of kana are kept: without them the words would be others.
//! Folding what is folded changes nothing.
//!
//! # Limits
//! The full tables of Unicode would cost the page 58 KB (brotli), so they are in the tests only: the table that
//! folding reads (4 KB) is written by `cargo run -p verbatim-words --example fold_table` and checked against
//! them, character by character. Left alone are what older standards encoded twice: the copies of ideographs at
//! U+F900 and U+2F800, and the joined Arabic letters at U+FC00. Digits of other scripts stay as they are, and so
//! do spellings: "Zelenskyy" and "Zelensky" are two words here.

mod fold;
mod script;
mod split;

pub use split::Words;

use std::ops::Range;

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where the word stands in the text, in bytes.
    pub span: Range<usize>,
    /// The word folded: lower case, no accents, no apostrophes. Never empty.
    pub folded: String,
    /// Whether it touches the word before it in a script written without spaces: the two may be one word to a
    /// reader.
    pub joined: bool,
}

/// The words of `text` in order. Any string gives words; a text of marks alone gives none.
pub fn words(text: &str) -> Words<'_> {
    Words::new(text)
}

/// Folds one word; what is no letter or digit is left out.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        fold::fold_char(c, |part| folded.push(part));
    }
    folded
}

/// The folded characters of `text`, each with the bytes that it came from: one character and the accents
/// written onto it.
///
/// ```
/// let folded: Vec<_> = verbatim_words::folded_chars("Œe\u{301}’u").collect();
/// assert_eq!(folded, [(0..2, 'o'), (0..2, 'e'), (2..5, 'e'), (8..9, 'u')]);
/// ```
pub fn folded_chars(text: &str) -> impl Iterator<Item = (Range<usize>, char)> {
    let mut folded: Vec<(Range<usize>, char)> = Vec::with_capacity(text.len());
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        if fold::fold_char(c, |part| folded.push((start..end, part))) == fold::Class::Ignored {
            let accented = folded.last().map(|(span, _)| span.clone());
            let written_on = |span: &Range<usize>| Some(span) == accented.as_ref() && span.end == start;
            for (span, _) in folded.iter_mut().rev() {
                if !written_on(span) {
                    break;
                }
                span.end = end;
            }
        }
    }
    folded.into_iter()
}
