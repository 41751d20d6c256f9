//! Cutting a text into words.

use std::ops::Range;

use crate::Word;
use crate::fold::{Class, fold_char};
use crate::script::{attaches, is_apostrophe, is_separator, is_unspaced};

/// The words of a text, in order; made by [`words`](crate::words()).
#[derive(Debug, Clone)]
pub struct Words<'a> {
    text: &'a str,
    at: usize,
    /// Where the last word ended, if its script is written without spaces.
    unspaced_end: Option<usize>,
}

/// One character as the cutting sees it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    /// A letter or digit of a script with spaces.
    Letter { is_digit: bool },
    /// A letter of a script without spaces.
    Unspaced,
    /// A sign that belongs to the letter before it.
    Sign,
    /// Nothing of its own; part of the word that it stands in.
    Ignored,
    /// The end of a word.
    Break,
}

/// What `c` is; its folded characters are added to `folded`.
fn read(c: char, folded: &mut String) -> Next {
    let before = folded.len();
    match fold_char(c, |part| folded.push(part)) {
        Class::Break => Next::Break,
        Class::Ignored => Next::Ignored,
        Class::Letter => match folded[before..].chars().next() {
            Some(first) if attaches(first) => Next::Sign,
            Some(first) if is_unspaced(first) => Next::Unspaced,
            _ => Next::Letter { is_digit: c.is_numeric() },
        },
    }
}

impl<'a> Words<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Words { text, at: 0, unspaced_end: None }
    }

    /// What the next character at or after `from` that counts is, whatever is ignored on the way.
    fn peek(&self, from: usize) -> Next {
        let mut scratch = String::new();
        self.text[from..]
            .chars()
            .map(|c| read(c, &mut scratch))
            .find(|next| *next != Next::Ignored)
            .unwrap_or(Next::Break)
    }

    /// Whether the mark `c`, which ends at `after`, stands inside a word whose last letter was `last`, and whose
    /// last run without a mark began at `run`.
    fn is_inside(&self, c: char, last: Next, run: usize, after: usize) -> bool {
        let Next::Letter { is_digit } = last else {
            return false;
        };
        if is_apostrophe(c) {
            return matches!(self.peek(after), Next::Letter { .. });
        }
        let number = is_digit && is_separator(c);
        number && self.peek(after) == Next::Letter { is_digit: true }
            || c == '.' && self.is_initial(run) && self.is_initial(after)
    }

    /// Whether a single letter stands at `from`.
    fn is_initial(&self, from: usize) -> bool {
        let mut chars = self.text[from..].chars();
        let letter = chars.next().is_some_and(char::is_alphabetic);
        letter && self.peek(from + self.text[from..].len() - chars.as_str().len()) == Next::Break
    }

    /// The next word, if it and what stands around it is plain: ASCII letters and digits between ASCII characters
    /// that end a word there. Most words are, and cost a tenth so.
    fn plain(&mut self, folded: &mut String) -> Option<Range<usize>> {
        let bytes = &self.text.as_bytes()[self.at..];
        let start = bytes.iter().position(|byte| !byte.is_ascii() || byte.is_ascii_alphanumeric())?;
        let rest = &bytes[start..];
        let length = rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let after = |place: usize| rest.get(length + place).copied().unwrap_or(b' ');
        let is_break = |byte: u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
        let ends = match after(0) {
            b'\'' | b'`' => false,
            b',' | b'.' => is_break(after(1)),
            byte => is_break(byte),
        };
        if length == 0 || !ends {
            return None;
        }
        let span = self.at + start..self.at + start + length;
        self.at = span.end;
        self.unspaced_end = None;
        folded.push_str(&self.text[span.clone()]);
        folded.make_ascii_lowercase();
        Some(span)
    }

    /// The end of the word of which `folded` holds the first letter, and `start..end` the bytes.
    fn extend(&self, first: Next, start: usize, end: usize, folded: &mut String) -> usize {
        let (mut end, mut last, mut run) = (end, first, start);
        while let Some(c) = self.text[end..].chars().next() {
            let before = folded.len();
            let after = end + c.len_utf8();
            match read(c, folded) {
                Next::Ignored | Next::Sign => {}
                next @ Next::Letter { .. } if first != Next::Unspaced => last = next,
                Next::Break if self.is_inside(c, last, run, after) => run = after,
                _ => {
                    folded.truncate(before);
                    break;
                }
            }
            end = after;
        }
        end
    }

    /// The next word: its span, and whether it is [joined](Word::joined). Its folded letters take the place of what `folded`
    /// held, so that going through a long text needs no room for each of its words.
    ///
    /// ```
    /// let (mut words, mut folded) = (verbatim_words::words("Kyiv, Élan"), String::new());
    /// assert_eq!((words.read(&mut folded), &*folded), (Some((0..4, false)), "kyiv"));
    /// assert_eq!((words.read(&mut folded), &*folded), (Some((6..11, false)), "elan"));
    /// assert_eq!(words.read(&mut folded), None);
    /// ```
    pub fn read(&mut self, folded: &mut String) -> Option<(Range<usize>, bool)> {
        folded.clear();
        if let Some(span) = self.plain(folded) {
            return Some((span, false));
        }
        let (start, first) = self.text[self.at..]
            .char_indices()
            .map(|(at, c)| (self.at + at, read(c, folded)))
            .find(|(_, next)| !matches!(next, Next::Break | Next::Ignored))?;
        let end = start + self.text[start..].chars().next().map_or(0, char::len_utf8);
        let end = self.extend(first, start, end, folded);
        let joined = self.unspaced_end == Some(start) && first == Next::Unspaced;
        self.at = end;
        self.unspaced_end = (first == Next::Unspaced).then_some(end);
        Some((start..end, joined))
    }
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        let mut folded = String::new();
        let (span, joined) = self.read(&mut folded)?;
        Some(Word { span, folded, joined })
    }
}
