//! Text to tokens: words, numbers and marks, by paragraph, each knowing the quotation it stands in.

mod lexer;
mod words;

use std::ops::Range;

use lexer::Lexer;

use crate::{
    lexicon::Class,
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
    /// Of a word: [`number`](crate::lexicon::number).
    pub(crate) number: u32,
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

    /// Its first byte in `text`, small where it is an ASCII letter.
    pub(crate) fn first_letter(&self, text: &str) -> u8 {
        text.as_bytes()[self.start as usize].to_ascii_lowercase()
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
            Lexer::new(text, paragraph.clone(), first_quoted).run(&mut this);
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
