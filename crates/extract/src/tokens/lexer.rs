//! One paragraph to tokens. Nearly all of a text is ASCII, and is read as bytes.

use std::ops::Range;

use super::{
    Shape, Text, Token,
    words::{LETTERS, word},
};
use crate::{
    lexicon::{Class, classes, classes_and_number, number},
    marks::Quoted,
};

pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    /// The first quotation that does not end before `at`.
    quoted: usize,
}

impl<'a> Lexer<'a> {
    /// Reads a paragraph, whose first quotation has the index `quoted`.
    pub(super) fn new(text: &'a str, paragraph: Range<usize>, quoted: usize) -> Self {
        Lexer { text, at: paragraph.start, end: paragraph.end, quoted }
    }

    pub(super) fn run(&mut self, out: &mut Text<'_>) {
        let mut spaced = true;
        while self.at < self.end {
            let white = self.white_space();
            if white > 0 {
                spaced = true;
                self.at += white;
                continue;
            }
            while out.quoted.get(self.quoted).is_some_and(|quoted| quoted.outside.end <= self.at) {
                self.quoted += 1;
            }
            let quoted = out.quoted.get(self.quoted).filter(|quoted| quoted.outside.start <= self.at);
            let (shape, length) = match quoted.and_then(|quoted| mark_at(quoted, self.at)) {
                Some(length) => (Shape::Mark, length),
                None => self.shape(out.tokens.last().filter(|_| !spaced)),
            };
            let token = self.token(shape, length, spaced, quoted.map(|_| self.quoted as u32));
            out.tokens.push(token);
            self.at += length;
            spaced = false;
        }
    }

    /// How many bytes of white space stand here.
    fn white_space(&self) -> usize {
        match self.text.as_bytes()[self.at] {
            b' ' | b'\t'..=b'\r' => 1,
            0x80.. => {
                let first = self.rest().chars().next().filter(|first| first.is_whitespace());
                first.map_or(0, char::len_utf8)
            }
            _ => 0,
        }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..self.end]
    }

    fn token(&self, shape: Shape, length: usize, spaced: bool, quoted: Option<u32>) -> Token {
        let word = &self.text[self.at..self.at + length];
        let is_word = shape == Shape::Word;
        let (capital, upper) = if is_word { capitals(word) } else { (false, false) };
        let (class, number) = if is_word { known(word, upper) } else { (Class::NONE, 0) };
        Token {
            start: self.at as u32,
            end: (self.at + length) as u32,
            shape,
            class,
            capital,
            upper,
            spaced,
            quoted,
            number,
        }
    }

    /// The shape and length of the token that begins here. `before` is the token that touches it.
    fn shape(&self, before: Option<&Token>) -> (Shape, usize) {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        if LETTERS[bytes[0] as usize] {
            return word(rest, &self.text[..self.at]);
        }
        let shape = match bytes[0] {
            0x80.. => return self.beyond_ascii(before),
            b'$' if bytes.get(1).is_some_and(u8::is_ascii_digit) => {
                return (Shape::Number, 1 + word(&rest[1..], "").1);
            }
            b'\'' => return self.apostrophe('\'', before),
            b'.' if bytes.starts_with(b"...") => return (Shape::Other, 3),
            b'.' | b'!' | b'?' => Shape::Stop,
            b',' => Shape::Comma,
            b':' => Shape::Colon,
            b';' => Shape::Semicolon,
            b'-' => return (Shape::Dash, bytes.iter().take_while(|byte| **byte == b'-').count()),
            b'(' | b'[' | b'{' => Shape::Open,
            b')' | b']' | b'}' => Shape::Close,
            _ => Shape::Other,
        };
        (shape, 1)
    }

    fn beyond_ascii(&self, before: Option<&Token>) -> (Shape, usize) {
        let rest = self.rest();
        let first = rest.chars().next().unwrap_or_default();
        let length = first.len_utf8();
        match first {
            '€' | '£' | '¥' if rest[length..].starts_with(|c: char| c.is_ascii_digit()) => {
                (Shape::Number, length + word(&rest[length..], "").1)
            }
            '’' => self.apostrophe(first, before),
            '–' | '—' | '―' => (Shape::Dash, length),
            _ if first.is_alphanumeric() => word(rest, &self.text[..self.at]),
            _ => (Shape::Other, length),
        }
    }

    /// An apostrophe begins a possessive where it touches a word, and is a mark of its own elsewhere.
    fn apostrophe(&self, first: char, before: Option<&Token>) -> (Shape, usize) {
        let length = first.len_utf8();
        let rest = &self.rest()[length..];
        let touches = before.is_some_and(|token| matches!(token.shape, Shape::Word | Shape::Number));
        let alone = |rest: &str| rest.chars().next().is_none_or(|c| !c.is_alphanumeric());
        match rest.strip_prefix('s') {
            Some(after) if touches && alone(after) => (Shape::Possessive, length + 1),
            _ if touches && alone(rest) && self.text[..self.at].ends_with(['s', 'S', 'x', 'z']) => {
                (Shape::Possessive, length)
            }
            _ => (Shape::Other, length),
        }
    }
}

/// What the lists say of a word, and its number: "Mr." stands in them as "mr", "U.S." as "u.s".
fn known(word: &str, upper: bool) -> (Class, u32) {
    if let Some(abbreviated) = word.strip_suffix('.') {
        return (classes(abbreviated), number(word.as_bytes()));
    }
    let (class, number) = classes_and_number(word);
    // "US" is no pronoun.
    if upper && word == "US" { (Class::PLACE, number) } else { (class, number) }
}

/// Whether the first letter of a word is a capital, and whether it has several, all capitals.
fn capitals(word: &str) -> (bool, bool) {
    // Nearly every word is in small letters, behind a capital at most.
    match word.as_bytes() {
        [b'a'..=b'z', ..] => return (false, false),
        [b'A'..=b'Z', b'a'..=b'z', ..] => return (true, false),
        _ => {}
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let capital = letters.next().is_some_and(char::is_uppercase);
    let upper = capital && letters.clone().next().is_some() && letters.all(char::is_uppercase);
    (capital, upper)
}

/// The length of the quotation mark of `quoted` that begins at `at`.
fn mark_at(quoted: &Quoted, at: usize) -> Option<usize> {
    let opening = (at == quoted.outside.start).then(|| quoted.inside.start - quoted.outside.start);
    let closing = (at == quoted.inside.end).then(|| quoted.outside.end - quoted.inside.end);
    opening.or(closing).filter(|length| *length > 0)
}
