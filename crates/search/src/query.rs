//! Reading what was typed.

use std::ops::Range;

use crate::dictionary::cut;
use crate::tokens::tokens;

/// How many different words of a query are looked for, and how many of its other parts; the rest are not read. A quotation pasted whole is known
/// by far fewer, and with this many a page's worth of typing still answers before the next frame.
pub const MAX_WORDS: usize = 32;

/// How many bytes of a query are read at most.
pub const MAX_BYTES: usize = 4096;

/// A word of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// The word, folded, by letters.
    pub letters: Vec<char>,
    /// Where it stands in the query.
    pub span: Range<usize>,
    /// Whether more of it may be on its way: it is the last one, or one character of an unspaced script.
    pub is_open: bool,
    /// The numbers of words of the index that this one and a neighbour are, written as one.
    pub as_one: Vec<u32>,
    /// The letters of the word that this is a half of, which may be a misspelt one after all; none where it is a whole.
    pub whole: Vec<char>,
}

/// The words of `query`, and whether some of it was left unread.
pub(crate) fn read(query: &str) -> (Vec<Wanted>, bool) {
    let start = beginning(query);
    let mut wanted: Vec<Wanted> = Vec::new();
    let (mut last, mut after_pair) = (0, false);
    for token in tokens(start) {
        // The last character of an unspaced run stands in the pair before it already.
        let is_rest = std::mem::replace(&mut after_pair, token.is_pair) && !token.is_pair;
        if is_rest {
            continue;
        }
        let letters: Vec<char> = cut(&token.folded).chars().collect();
        last = match wanted.iter().position(|other| other.letters == letters) {
            Some(same) => same,
            None if wanted.len() == MAX_WORDS => return (wanted, true),
            None => {
                wanted.push(Wanted {
                    is_open: letters.len() == 1 && is_unspaced(&token.folded),
                    letters,
                    span: token.span,
                    as_one: Vec::new(),
                    whole: Vec::new(),
                });
                wanted.len() - 1
            }
        };
    }
    if let Some(word) = wanted.get_mut(last) {
        word.is_open = true;
    }
    (wanted, start.len() < query.len())
}

/// As much of `text` as is read: all of it, or the words that end within [`MAX_BYTES`].
pub(crate) fn beginning(text: &str) -> &str {
    let start = &text[..text.floor_char_boundary(MAX_BYTES)];
    let whole = if start.len() < text.len() { start.rfind(char::is_whitespace) } else { None };
    &start[..whole.unwrap_or(start.len())]
}

/// Whether `character` is of a script without spaces: written twice, it is two words that touch.
fn is_unspaced(character: &str) -> bool {
    verbatim_words::words(&character.repeat(2)).any(|word| word.joined)
}

impl Wanted {
    /// The word as the index would hold it.
    pub fn folded(&self) -> String {
        self.letters.iter().collect()
    }

    /// A part of it as a word of its own, typed whole.
    pub fn part(&self, letters: &[char]) -> Wanted {
        Wanted { letters: letters.to_vec(), is_open: false, whole: self.letters.clone(), ..self.clone() }
    }
}
