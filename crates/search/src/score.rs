//! What a match is worth. Every constant of the ranking stands here, and tests/ranking.rs holds each one.
//!
//! A word of the query is worth, in one document, its rarity times its fit times how much of it there is
//! (BM25F): the fields' counts are weighted and added before they are saturated, so that a word in two fields
//! of a document does not count as two words.

use crate::edits::MOST_LETTERS;
use crate::field::Field;
use crate::lengths::{self, LENGTHS};

/// How soon more of the same word stops counting; 1.2 is what BM25 was published with. A word twice is worth
/// 1.375 times a word once.
const SATURATION: f32 = 1.2;

/// How much of a field's length is held against it, from 0 to 1; 0.75 is what BM25 was published with. The same
/// word says more in a short statement than in a long one.
const LENGTH: f32 = 0.75;

/// A word that goes on after what was typed, beside the word itself. Over a half, so that it is still better
/// than a typo; under one, so that "iran" is Iran before it is the Iranians.
const PREFIX: f32 = 0.8;

/// One edit, beside none. A half: somebody who typed a word that exists meant it more often than not.
const EDIT: f32 = 0.5;

/// Another form of the word, beside the word itself. Over one edit, which is chance, and under a longer word, which
/// holds all that was typed.
const STEM: f32 = 0.7;

/// A name that sounds like the word, beside the word itself. Over two edits: it takes more than chance for all the
/// consonants to agree; under one, with which only a letter is in doubt.
const SOUND: f32 = 0.3;

/// Letters left out or initials, beside the word itself. Under two edits in an unfinished word (0.2): the
/// letters are all there, but hardly any word could not be meant.
const SUBSEQUENCE: f32 = 0.15;

/// What all words next to each other in the order of the query add to a document, beside its words alone. A
/// half: a phrase lifts a document over one with a word twice, not over one in which a rarer word is meant.
const CLOSENESS: f32 = 0.5;

/// Two words in the other order, beside the right one: "peace plan" is not "plan peace", but near it.
const REVERSED: f32 = 0.5;

/// Words further apart than this are not close. A clause of news prose is about this long.
const REACH: usize = 8;

/// How many letters a word needs to be looked for with one edit: in shorter words one edit is another word.
const ONE_EDIT: usize = 4;

/// How many letters a word needs to be looked for with two edits.
const TWO_EDITS: usize = 8;

/// How many letters a word that is finished needs to be a prefix too: "the" is not "they", but "pres" may be
/// "President".
const PREFIX_LETTERS: usize = 4;

/// How well a word of the index fits a word of the query; the less the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// With so many edits; `goes_on` where the word is longer than what was typed.
    Word { edits: u8, goes_on: bool },
    /// As another form of it.
    Stem,
    /// By its sound.
    Sound,
    /// Letters in order, with others between them.
    Subsequence,
}

impl Fit {
    /// Its place among all fits, the best first.
    pub fn rank(self) -> u32 {
        match self {
            Fit::Word { edits: 0, goes_on } => goes_on.into(),
            Fit::Stem => 2,
            Fit::Word { edits, goes_on } => 1 + u32::from(edits) * 2 + u32::from(goes_on),
            Fit::Sound | Fit::Subsequence => u32::MAX,
        }
    }

    /// What the fit is worth, from 0 to 1.
    pub fn worth(self) -> f32 {
        match self {
            Fit::Word { edits, goes_on } => EDIT.powi(edits.into()) * if goes_on { PREFIX } else { 1.0 },
            Fit::Stem => STEM,
            Fit::Sound => SOUND,
            Fit::Subsequence => SUBSEQUENCE,
        }
    }
}

impl Fit {
    /// How often a word that fits so counts at most in a text. Of what goes on after what was typed, that it is there: how
    /// often each of the words is that begin so says nothing of the one that will have been typed.
    pub fn most_times(self) -> u32 {
        if matches!(self, Fit::Word { goes_on: true, .. }) { 1 } else { u32::MAX }
    }
}

/// How many edits a word of so many letters is forgiven.
pub(crate) fn edits_allowed(letters: usize) -> u8 {
    match letters {
        ONE_EDIT..TWO_EDITS => 1,
        TWO_EDITS..=MOST_LETTERS => 2,
        _ => 0,
    }
}

/// Whether a word of so many letters is looked for as a prefix too.
pub(crate) fn may_go_on(letters: usize, is_open: bool) -> bool {
    is_open || letters >= PREFIX_LETTERS
}

/// For how many times the same word in a text gains are told apart; more times are worth as much.
const TIMES: usize = 4;

/// What a word gains by where it stands: its field's weight, less the longer the text is beside the others of
/// its field, saturated.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gains {
    /// For each field, length and number of times.
    gains: Vec<[f32; TIMES]>,
}

/// The gains of one field.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FieldGains<'a>(&'a [[f32; TIMES]]);

impl FieldGains<'_> {
    /// What a word gains that stands so many times in a text of that length.
    #[inline]
    pub fn get(self, length: u8, times: u32) -> f32 {
        self.0.get(usize::from(length)).map_or(0.0, |gains| gains[(times as usize).clamp(1, TIMES) - 1])
    }
}

impl Gains {
    /// The gains in `fields`, whose words in all documents `totals` counts, eight bytes each.
    pub fn new(fields: &[Field], documents: u32, totals: &[u8]) -> Gains {
        let totals = totals.as_chunks().0.iter().map(|total| u64::from_le_bytes(*total));
        let of_field = |(field, total): (&Field, u64)| {
            let average = (total as f64 / f64::from(documents.max(1))).max(1.0) as f32;
            let weight = field.weight;
            (0..LENGTHS as u8).map(move |byte| {
                let length = 1.0 - LENGTH + LENGTH * lengths::length(byte) as f32 / average;
                std::array::from_fn(|times| saturated(weight * (times + 1) as f32 / length))
            })
        };
        Gains { gains: fields.iter().zip(totals).flat_map(of_field).collect() }
    }

    /// Those of a field.
    #[inline]
    pub fn of(&self, field: usize) -> FieldGains<'_> {
        FieldGains(self.gains.get(field * LENGTHS..(field + 1) * LENGTHS).unwrap_or(&[]))
    }
}

/// How rare a word is that stands in `found` of `all` documents. Never 0, so that every word found counts.
pub(crate) fn rarity(found: u32, all: u32) -> f32 {
    let (found, all) = (found as f32, all as f32);
    (1.0 + (all - found + 0.5) / (found + 0.5)).ln()
}

/// `amount` of a word, saturated: from 0 to 1.
pub(crate) fn saturated(amount: f32) -> f32 {
    amount / (SATURATION + amount)
}

/// How close two words of the query are that stand `distance` words apart: 1 where one follows the other.
pub(crate) fn closeness(distance: usize, in_order: bool) -> f32 {
    match distance {
        0 => 0.0,
        1..=REACH => (1.0 / distance as f32) * if in_order { 1.0 } else { REVERSED },
        _ => 0.0,
    }
}

/// The score of a document whose words alone are worth `words`, and are on average so close.
pub(crate) fn with_closeness(words: f32, closeness: f32) -> f32 {
    words * (1.0 + CLOSENESS * closeness)
}
