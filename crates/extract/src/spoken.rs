//! Quotation marks around words that nobody said: titles, nicknames, terms, a single word held at arm's length.

use crate::{
    attribution::{Attribution, Construct},
    chunks::Sentence,
    names::Name,
    tokens::Text,
};

/// Whether a quotation is speech.
pub(crate) fn is_spoken(
    text: &Text<'_>,
    _names: &[Name],
    _sentence: &Sentence,
    quoted: usize,
    attribution: &Attribution,
) -> bool {
    let inside = text.text[text.quoted[quoted].inside.clone()].trim();
    let words = inside.split_whitespace().count();
    if !inside.contains(char::is_alphanumeric) {
        return false;
    }
    match attribution.construct {
        Construct::Unattributed => words >= 5,
        Construct::Subject => words >= 4,
        _ => true,
    }
}
