//! Where a word or number ends: apostrophes, hyphens, the periods of abbreviations and domains.

use super::Shape;
use crate::lexicon::{Class, classes};

/// The ASCII letters and digits.
pub(super) const LETTERS: [bool; 256] = {
    let mut letters = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        letters[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    letters
};

/// A word or number at the beginning of `rest`: letters and digits, joined by apostrophes, hyphens, ampersands, and
/// by the periods of abbreviations. `before` is the text in front of it.
pub(super) fn word(rest: &str, before: &str) -> (Shape, usize) {
    let bytes = rest.as_bytes();
    let (plain, number) = plain(bytes);
    let shape = if number { Shape::Number } else { Shape::Word };
    match &bytes[plain..] {
        _ if plain == 0 => {}
        // The period behind a word ends a sentence or belongs to an abbreviation.
        [b'.', next, ..] if next.is_ascii() && !LETTERS[*next as usize] => {
            let abbreviated = ends_abbreviation(&rest[..plain]) && !is_medium(before, &rest[..plain]);
            return (shape, plain + usize::from(abbreviated));
        }
        behind if ends_plainly(behind) => return (shape, plain),
        _ => {}
    }
    let mut end = 0;
    let mut number = true;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let joins = next.is_some_and(char::is_alphanumeric);
        match c {
            _ if c.is_alphanumeric() => number &= c.is_ascii_digit(),
            '\'' | '’' if joins && !ends_possessive(&rest[at + c.len_utf8()..]) => {}
            '-' | '‑' | '&' if joins => {}
            ',' | '.' if number && next.is_some_and(|next| next.is_ascii_digit()) => {}
            '.' if joins && (is_abbreviated(&rest[..at]) || begins_domain(&rest[at + 1..])) => {}
            '.' if ends_abbreviation(&rest[..at]) && !is_medium(before, &rest[..at]) => {
                end = at + 1;
                break;
            }
            _ => break,
        }
        end = at + c.len_utf8();
    }
    (if number { Shape::Number } else { Shape::Word }, end)
}

/// How many ASCII letters and digits a word begins with, and whether all are digits.
fn plain(bytes: &[u8]) -> (usize, bool) {
    let plain = bytes.iter().take_while(|byte| LETTERS[**byte as usize]).count();
    (plain, plain > 0 && bytes[0].is_ascii_digit() && bytes[..plain].iter().all(u8::is_ascii_digit))
}

/// Whether what stands behind ASCII letters and digits joins no more to them, as behind nearly every word.
fn ends_plainly(rest: &[u8]) -> bool {
    match rest {
        [b'\'' | b'-' | b'&' | b',', next, ..] => next.is_ascii() && !next.is_ascii_alphanumeric(),
        [b'.', ..] => false,
        // The other curly marks and dashes: no apostrophe, no hyphen.
        [0xE2, 0x80, mark, ..] => !matches!(mark, 0x99 | 0x91),
        [next, ..] => next.is_ascii(),
        [] => true,
    }
}

/// Whether what follows an apostrophe is the `s` of a possessive and nothing more.
fn ends_possessive(rest: &str) -> bool {
    rest.strip_prefix(['s', 'S'])
        .is_some_and(|after| after.chars().next().is_none_or(|c| !c.is_alphanumeric()))
}

/// Whether what follows a period is the last part of a domain: "example.com".
fn begins_domain(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(rest.len());
    ["com", "org", "net", "gov", "edu", "info"].contains(&&rest[..end])
        && rest[end..].chars().next().is_none_or(|c| !c.is_alphanumeric())
}

/// Whether a word so far is letters each with its period, as in "U.S" or "D-N.Y".
fn is_abbreviated(word: &str) -> bool {
    let last = word.rsplit(['.', '-']).next().unwrap_or_default();
    last.chars().count() <= 2 && last.chars().all(char::is_alphabetic)
}

/// Whether a capital letter names a medium, not a person's initial: "she said on X."
fn is_medium(before: &str, word: &str) -> bool {
    word.len() == 1 && (before.ends_with(" on ") || before.ends_with(" via "))
}

/// Whether the period behind `word` belongs to it: initials, "U.S.", "Sen."
fn ends_abbreviation(word: &str) -> bool {
    let mut chars = word.chars();
    let initial = chars.next().is_some_and(char::is_uppercase) && chars.next().is_none() && word != "I";
    // "R-Tex.": a party and a state.
    let last = word.rsplit('-').next().unwrap_or(word);
    initial || word.contains('.') && is_abbreviated(word) || classes(last).any(Class::ABBREVIATION)
}
