//! Text to tokens: words, numbers and marks, by paragraph, each knowing the quotation it stands in.

mod words;

use std::ops::Range;

use words::word;

use crate::{
    lexicon::{Class, classes},
    marks::{Quoted, quotations, quotes_singly},
    paragraphs::paragraphs,
    transcripts::turns,
};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A word, an abbreviation with its periods, an initial.
    Word,
    /// A number, with its separators.
    Number,
    /// The `'s` of a possessive, or the bare apostrophe behind a plural.
    Possessive,
    Comma,
    Colon,
    Semicolon,
    /// A period, question or exclamation mark that can end a sentence.
    Stop,
    Dash,
    Open,
    Close,
    /// A quotation mark.
    Mark,
    Other,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) shape: Shape,
    pub(crate) class: Class,
    /// Whether the first letter is a capital.
    pub(crate) capital: bool,
    /// Whether it has several letters, all capitals.
    pub(crate) upper: bool,
    /// Whether white space stands before it.
    pub(crate) spaced: bool,
    /// The quotation it stands in, marks included.
    pub(crate) quoted: Option<u32>,
}

impl Token {
    pub(crate) fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    pub(crate) fn is(&self, class: Class) -> bool {
        self.class.any(class)
    }

    pub(crate) fn is_word(&self) -> bool {
        self.shape == Shape::Word
    }
}

/// A text cut into paragraphs, quotations and tokens.
pub(crate) struct Text<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: Vec<Token>,
    pub(crate) quoted: Vec<Quoted>,
    /// The tokens of each paragraph.
    pub(crate) paragraphs: Vec<Range<usize>>,
}

impl<'a> Text<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        // News runs to about five bytes a token: one allocation instead of a dozen.
        let mut this = Text {
            text,
            tokens: Vec::with_capacity(text.len() / 5),
            quoted: Vec::new(),
            paragraphs: Vec::new(),
        };
        let single = quotes_singly(text);
        let paragraphs = paragraphs(text);
        for (paragraph, turn) in paragraphs.iter().zip(turns(text, &paragraphs)) {
            let (first_quoted, first_token) = (this.quoted.len(), this.tokens.len());
            match turn {
                Some(words) => {
                    this.quoted.push(Quoted { inside: words.clone(), outside: words, closed: true });
                }
                None => quotations(text, paragraph.clone(), single, &mut this.quoted),
            }
            Lexer { text, at: paragraph.start, end: paragraph.end, quoted: first_quoted }.run(&mut this);
            this.paragraphs.push(first_token..this.tokens.len());
        }
        this
    }

    pub(crate) fn word(&self, token: usize) -> &'a str {
        &self.text[self.tokens[token].range()]
    }

    /// Whether a token is this word, whatever its case.
    pub(crate) fn is_word(&self, token: usize, word: &str) -> bool {
        self.tokens.get(token).is_some_and(|token| {
            // Asked of nearly every token, again and again: mostly the length tells.
            (token.end - token.start) as usize == word.len()
                && self.text.as_bytes()[token.range()].eq_ignore_ascii_case(word.as_bytes())
        })
    }

    /// The bytes from the first to the last of a run of tokens.
    pub(crate) fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        self.tokens[tokens.start].start as usize..self.tokens[tokens.end - 1].end as usize
    }
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    /// The first quotation that does not end before `at`.
    quoted: usize,
}

impl Lexer<'_> {
    fn run(&mut self, out: &mut Text<'_>) {
        let mut spaced = true;
        while let Some(first) = self.rest().chars().next() {
            if first.is_whitespace() {
                spaced = true;
                self.at += first.len_utf8();
                continue;
            }
            while out.quoted.get(self.quoted).is_some_and(|quoted| quoted.outside.end <= self.at) {
                self.quoted += 1;
            }
            let quoted = out.quoted.get(self.quoted).filter(|quoted| quoted.outside.start <= self.at);
            let (shape, length) = match quoted.and_then(|quoted| mark_at(quoted, self.at)) {
                Some(length) => (Shape::Mark, length),
                None => self.shape(first, out.tokens.last().filter(|_| !spaced)),
            };
            let token = self.token(shape, length, spaced, quoted.map(|_| self.quoted as u32));
            out.tokens.push(token);
            self.at += length;
            spaced = false;
        }
    }

    fn rest(&self) -> &str {
        &self.text[self.at..self.end]
    }

    fn token(&self, shape: Shape, length: usize, spaced: bool, quoted: Option<u32>) -> Token {
        let word = &self.text[self.at..self.at + length];
        let is_word = shape == Shape::Word;
        let (capital, upper) = if is_word { capitals(word) } else { (false, false) };
        Token {
            start: self.at as u32,
            end: (self.at + length) as u32,
            shape,
            // "Mr." stands in the lists as "mr", "U.S." as "u.s".
            class: match is_word {
                // "US" is no pronoun.
                true if word == "US" => Class::PLACE,
                true => classes(word.strip_suffix('.').unwrap_or(word)),
                false => Class::NONE,
            },
            capital,
            upper,
            spaced,
            quoted,
        }
    }

    /// The shape and length of the token that begins here. `before` is the token that touches it.
    fn shape(&self, first: char, before: Option<&Token>) -> (Shape, usize) {
        let rest = self.rest();
        let currency = ['$', '€', '£', '¥'].contains(&first);
        if currency && rest[first.len_utf8()..].starts_with(|c: char| c.is_ascii_digit()) {
            let (_, length) = word(&rest[first.len_utf8()..], "");
            return (Shape::Number, first.len_utf8() + length);
        }
        if first.is_alphanumeric() {
            return word(rest, &self.text[..self.at]);
        }
        let shape = match first {
            '\'' | '’' => return self.apostrophe(first, before),
            '.' if rest.starts_with("...") => return (Shape::Other, 3),
            '.' | '!' | '?' => Shape::Stop,
            ',' => Shape::Comma,
            ':' => Shape::Colon,
            ';' => Shape::Semicolon,
            '–' | '—' | '―' => Shape::Dash,
            '-' => return (Shape::Dash, rest.bytes().take_while(|byte| *byte == b'-').count()),
            '(' | '[' | '{' => Shape::Open,
            ')' | ']' | '}' => Shape::Close,
            _ => Shape::Other,
        };
        (shape, first.len_utf8())
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

/// Whether the first letter of a word is a capital, and whether it has several, all capitals.
fn capitals(word: &str) -> (bool, bool) {
    // Nearly every word is in small letters.
    if word.as_bytes().first().is_some_and(u8::is_ascii_lowercase) {
        return (false, false);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<&str> {
        let tokens = Text::new(text);
        (0..tokens.tokens.len()).map(|token| tokens.word(token)).collect()
    }

    #[test]
    fn abbreviations_keep_their_periods_and_sentences_theirs() {
        assert_eq!(
            tokens("Sen. J. F. Doe (D-N.Y.) left the U.S. at 5 p.m. on Monday."),
            [
                "Sen.", "J.", "F.", "Doe", "(", "D-N.Y.", ")", "left", "the", "U.S.", "at", "5", "p.m.",
                "on", "Monday", "."
            ]
        );
        assert_eq!(
            tokens("Nor do I. He paid 1,250.50."),
            ["Nor", "do", "I", ".", "He", "paid", "1,250.50", "."]
        );
    }

    #[test]
    fn possessives_are_tokens_of_their_own() {
        assert_eq!(tokens("Ana’s dogs' don't O'Hara's"), ["Ana", "’s", "dogs", "'", "don't", "O'Hara", "'s"]);
    }

    #[test]
    fn quotation_marks_are_tokens_and_words_inside_know_their_quotation() {
        let text = Text::new("“Yes,” she said.\n“No”");
        let quoted: Vec<_> = text.tokens.iter().map(|token| token.quoted).collect();
        assert_eq!(quoted, [Some(0), Some(0), Some(0), Some(0), None, None, None, Some(1), Some(1), Some(1)]);
        assert_eq!(text.tokens[0].shape, Shape::Mark);
        assert_eq!(text.paragraphs, [0..7, 7..10]);
    }
}
