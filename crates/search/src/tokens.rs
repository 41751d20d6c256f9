//! What the index counts as one word.

use std::ops::Range;

use verbatim_words::{Word, words};

/// One entry of the index: a word, or two characters of a script that is written without spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// Where it stands in the text, in bytes.
    pub span: Range<usize>,
    pub folded: String,
    /// Whether it is of a script without spaces and its last character also begins the next token.
    pub is_pair: bool,
}

/// The tokens of `text`: words, and for each character of an unspaced run that character with its follower.
/// A run of one character, and the last of a longer run, stand alone, so that each is found by itself too.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = Token> + '_ {
    let mut words = words(text).peekable();
    std::iter::from_fn(move || {
        let word = words.next()?;
        Some(match words.peek().filter(|next| next.joined) {
            Some(next) => pair(&word, next),
            None => Token { span: word.span, folded: word.folded, is_pair: false },
        })
    })
}

/// Tells the folded tokens of `text`, which take turns in one place.
pub(crate) fn each_token(text: &str, mut found: impl FnMut(&str)) {
    let (mut words, mut here, mut behind) = (words(text), String::new(), String::new());
    let mut is_any = words.read(&mut here).is_some();
    while is_any {
        let next = words.read(&mut behind);
        if let Some((_, true)) = next {
            here += &behind;
        }
        found(&here);
        is_any = next.is_some();
        std::mem::swap(&mut here, &mut behind);
    }
}

fn pair(word: &Word, next: &Word) -> Token {
    Token {
        span: word.span.start..next.span.end,
        folded: format!("{}{}", word.folded, next.folded),
        is_pair: true,
    }
}
