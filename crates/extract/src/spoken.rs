//! Quotation marks around words that nobody said: titles, nicknames, terms, a single word held at arm's length.

use crate::{
    attribution::{Attribution, Construct},
    chunks::Head,
    lexicon::{Class, classes},
    tokens::{Shape, Text},
};

/// A quotation that nothing attributes is speech from so many words on: shorter ones are mostly terms.
const UNATTRIBUTED: usize = 5;

/// A quotation whose sentence has a subject but no cue is speech from so many words on.
const SUBJECT_ONLY: usize = 3;

/// Titles are shorter than this, in words.
const LONGEST_TITLE: usize = 10;

/// Whether a quotation is speech.
pub(crate) fn is_spoken(text: &Text<'_>, quoted: usize, attribution: &Attribution) -> bool {
    let inside = text.text[text.quoted[quoted].inside.clone()].trim();
    let words = inside.split_whitespace().take(UNATTRIBUTED).count();
    if !inside.contains(char::is_alphanumeric) {
        return false;
    }
    match attribution.construct {
        Construct::Unattributed | Construct::Carried => words >= UNATTRIBUTED,
        Construct::Naming if is_title(inside) => calls(text, attribution),
        Construct::Continued if words == 1 => inside.ends_with(['!', '?', '.']),
        Construct::Subject => words >= SUBJECT_ONLY && !is_title(inside),
        _ => !(stands_like_a_title(text, quoted) && is_title(inside)),
    }
}

/// Whether somebody calls something by what is quoted, rather than that it is called so: `Doe called it "The Last Ferry"`.
fn calls(text: &Text<'_>, attribution: &Attribution) -> bool {
    let names = |cue: usize| {
        [
            "called",
            "calls",
            "calling",
            "dubbed",
            "labeled",
            "labelled",
            "branded",
            "describing",
            "described",
            "rated",
        ]
        .iter()
        .any(|word| text.is_word(cue, word))
    };
    let person = attribution.source.as_ref().is_some_and(|source| source.head != Head::Noun);
    attribution.cue.is_some_and(names) && person
}

/// Whether every word but those of the grammar has a capital: "The Art of the Deal".
fn is_title(inside: &str) -> bool {
    let first = inside.split_whitespace().next().unwrap_or_default();
    if !first.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || inside.ends_with(['!', '?']) {
        return false;
    }
    let mut words = 0;
    for word in inside.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let capital = word.is_empty() || word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let small = Class::DETERMINER.or(Class::PREPOSITION).or(Class::CONJUNCTION);
        if !capital && !classes(word).any(small) {
            return false;
        }
        words += 1;
    }
    words <= LONGEST_TITLE
}

/// Whether what stands before the marks is what stands before a title: "on", "ABC's", "a documentary".
fn stands_like_a_title(text: &Text<'_>, quoted: usize) -> bool {
    let start = text.quoted[quoted].outside.start;
    let first = text.tokens.partition_point(|token| (token.start as usize) < start);
    let Some(before) = first.checked_sub(1).map(|before| &text.tokens[before]) else { return false };
    // `her first book, "A Field Guide to Fog"`
    let named = before.shape == Shape::Comma && first > 1 && text.tokens[first - 2].is(Class::DOCUMENT);
    let said = before.is(Class::CUE.or(Class::SUBORDINATOR).or(Class::PRONOUN));
    named || before.shape == Shape::Possessive || before.is_word() && !said
}
