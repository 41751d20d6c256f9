//! The short fields: names and roles, where a reader types initials or leaves letters out.

use std::collections::HashMap;
use std::ops::Range;

use verbatim_words::{Word, folded_chars, words};

use crate::how::How;
use crate::score::Fit;
use crate::sounds::sounds;
use crate::subsequence::places;

/// Shorter words are a subsequence of nearly every name.
const LETTERS: usize = 3;

/// Longer lines are prose, not names: they hold every short word as a subsequence, and cost most to look at.
const LINE_LETTERS: usize = 128;

/// The different lines of all fields that hold names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    lines: Vec<Line>,
}

/// A line of names.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    folded: Vec<char>,
    /// Which letters it has, as a quick answer to most words.
    letters: u64,
    /// How its words sound.
    sounds: Vec<u32>,
    pub field: u8,
    /// The documents that have it.
    pub documents: Vec<u32>,
}

/// Gathers the lines document by document.
#[derive(Debug, Default)]
pub(crate) struct NamesWriter {
    lines: Vec<(u8, String, Vec<u32>)>,
    known: HashMap<(u8, String), usize>,
}

impl NamesWriter {
    /// Adds the lines of a field of `document`.
    pub fn add(&mut self, document: u32, field: u8, text: &str) {
        for folded in text.lines().filter_map(fold_line) {
            let lines = &mut self.lines;
            let at = *self.known.entry((field, folded)).or_insert_with_key(|(field, folded)| {
                lines.push((*field, folded.clone(), Vec::new()));
                lines.len() - 1
            });
            let documents = &mut lines[at].2;
            if documents.last() != Some(&document) {
                documents.push(document);
            }
        }
    }

    /// The section of the file: for each line its field, its length, its letters, and its documents.
    pub fn finish(self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (field, folded, documents) in self.lines {
            bytes.push(field);
            push_number(&mut bytes, folded.len() as u32);
            bytes.extend(folded.as_bytes());
            push_number(&mut bytes, documents.len() as u32);
            let mut next = 0;
            for document in documents {
                push_number(&mut bytes, document - next);
                next = document + 1;
            }
        }
        bytes
    }
}

fn push_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn take_number(bytes: &mut &[u8]) -> Option<u32> {
    let (mut number, mut shift) = (0_u64, 0);
    while shift < 35 {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(number as u32)
}

impl Names {
    /// No names.
    pub const fn none() -> Names {
        Names { lines: Vec::new() }
    }

    /// Unpacks the section of the file.
    pub fn open(mut bytes: &[u8]) -> Names {
        Names { lines: std::iter::from_fn(|| Line::read(&mut bytes)).collect() }
    }

    /// The lines in which a name sounds like `word`, by number, or else those of which it is a subsequence.
    pub fn lines(&self, word: &[char]) -> (Vec<u32>, Fit) {
        let sounds = sounds(word);
        let alike = self.those(&|line| sounds.is_some_and(|sounds| line.sounds.contains(&sounds)));
        if !alike.is_empty() || word.len() < LETTERS {
            return (alike, Fit::Sound);
        }
        let wanted = letters(word);
        let could = |line: &Line| word.len() <= line.folded.len() && wanted & !line.letters == 0;
        (self.those(&|line| could(line) && places(&line.folded, word).is_some()), Fit::Subsequence)
    }

    /// The lines that are wanted, by number.
    fn those(&self, wanted: &dyn Fn(&Line) -> bool) -> Vec<u32> {
        (0..).zip(&self.lines).filter(|(_, line)| wanted(line)).map(|(at, _)| at).collect()
    }

    /// The line with that number.
    pub fn line(&self, line: u32) -> &Line {
        &self.lines[line as usize]
    }
}

impl Line {
    fn read(bytes: &mut &[u8]) -> Option<Line> {
        let (field, rest) = bytes.split_first()?;
        *bytes = rest;
        let length = take_number(bytes).filter(|length| *length as usize <= LINE_LETTERS)? as usize;
        let (folded, rest) = bytes.split_at_checked(length)?;
        *bytes = rest;
        let folded: Vec<char> = str::from_utf8(folded).unwrap_or_default().chars().collect();
        let mut next = 0_u32;
        let mut documents = Vec::new();
        for _ in 0..take_number(bytes)? {
            let document = next.saturating_add(take_number(bytes)?);
            next = document.saturating_add(1);
            documents.push(document);
        }
        let sounds = folded.split(|letter| *letter == ' ').filter_map(sounds).collect();
        Some(Line { letters: letters(&folded), sounds, folded, field: *field, documents })
    }
}

/// Tells the bytes of the words of `text`, a field of names, that sound like `word`.
pub(crate) fn alike(text: &str, word: &[char], found: &mut dyn FnMut(Range<usize>)) {
    let wanted = sounds(word);
    let is_alike = |word: &Word| sounds(&word.folded.chars().collect::<Vec<_>>()) == wanted;
    words(text).filter(is_alike).for_each(|word| found(word.span));
}

/// Tells the bytes of the characters of `text`, a field of names, that `word` is made of, and whether they are initials.
pub(crate) fn shortened(text: &str, word: &[char], found: &mut dyn FnMut(Range<usize>, How)) {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let folded: Option<Vec<char>> = fold_line(line).map(|folded| folded.chars().collect());
        if let Some(folded) = folded
            && let Some(places) = places(&folded, word)
        {
            let begins = |place: &usize| place.checked_sub(1).is_none_or(|before| folded[before] == ' ');
            let how = if places.iter().all(begins) { How::Initials } else { How::Subsequence };
            let sources = sources(line);
            for place in places {
                let source = sources[place].clone();
                found(start + source.start..start + source.end, how);
            }
        }
        start += line.len();
    }
}

/// The folded words of a line with a space between each; none if it is empty or too long to be a name.
fn fold_line(line: &str) -> Option<String> {
    let mut folded = String::new();
    for word in words(line) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&word.folded);
        if folded.len() > LINE_LETTERS {
            return None;
        }
    }
    (!folded.is_empty()).then_some(folded)
}

/// For each character of the folded line: where it came from.
fn sources(line: &str) -> Vec<Range<usize>> {
    let mut sources = Vec::new();
    for word in words(line) {
        if !sources.is_empty() {
            sources.push(word.span.start..word.span.start);
        }
        let start = word.span.start;
        sources.extend(folded_chars(&line[word.span]).map(|(span, _)| start + span.start..start + span.end));
    }
    sources
}

/// A set of letters, 64 bits wide: one for each of a to z, the rest shared.
fn letters(letters: &[char]) -> u64 {
    letters
        .iter()
        .map(|letter| 1 << (u32::from(*letter).wrapping_sub('a'.into()) % 64))
        .fold(0, |set, bit: u64| set | bit)
}
