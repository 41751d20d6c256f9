//! Permanent names: statement ids and slugs.

use std::collections::{HashMap, HashSet};

use sha2::{Digest, Sha256};
use verbatim_words::{fold, words};

/// Crockford's base32 alphabet, lower case: no letter that is read as a digit.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The length of an id: 50 bits, so that a million statements of one edition collide with a chance of 1 in 2,000.
const LENGTH: usize = 10;

/// The id of a statement: a hash of its article's id and its normalised words, so that text inserted, moved or
/// corrected elsewhere leaves it alone. `attempt` is 0 but for a statement whose id is already taken.
pub fn statement_id(article: &str, said: &str, attempt: u32) -> String {
    let mut hash = Sha256::new();
    hash.update(article.as_bytes());
    for word in words(said) {
        hash.update([0]);
        hash.update(word.folded.as_bytes());
    }
    if attempt > 0 {
        hash.update(attempt.to_le_bytes());
    }
    let digest = hash.finalize();
    let bits = u64::from_be_bytes(digest[..8].try_into().expect("a digest has 32 bytes"));
    (0..LENGTH).map(|place| ALPHABET[(bits >> (59 - 5 * place)) as usize & 31] as char).collect()
}

/// Whether `text` has the form of a statement's id.
pub fn is_id(text: &str) -> bool {
    text.len() == LENGTH && text.bytes().all(|byte| ALPHABET.contains(&byte))
}

/// How many words of a statement its slug carries: enough to recognise it by, short enough to paste.
const SLUG_WORDS: usize = 7;

/// How many bytes a slug may have: with the rest of the address it is the name of a folder, and file systems take names
/// of 255.
const SLUG_BYTES: usize = 200;

/// The readable part of an address: folded words joined by hyphens. Empty for text without words.
pub fn slug(text: &str) -> String {
    hyphened(folded(text))
}

/// The slug of a statement: who said it and how it begins. It is to be read, and so are words of scripts that folding
/// would misspell as they are printed; those of scripts without spaces touch.
pub fn statement_slug(speaker: Option<&str>, said: &str) -> String {
    hyphened(legible(speaker.unwrap_or_default()).chain(legible(said).take(SLUG_WORDS)))
}

/// The slug that a statement had before words of all scripts were legible. Addresses were published with it.
pub(crate) fn former_slug(speaker: Option<&str>, said: &str) -> String {
    hyphened(folded(speaker.unwrap_or_default()).chain(folded(said).take(SLUG_WORDS)))
}

/// The words of a text, and whether each touches the one before.
fn folded(text: &str) -> impl Iterator<Item = (String, bool)> {
    words(text).map(|word| (word.folded, false))
}

fn legible(text: &str) -> impl Iterator<Item = (String, bool)> {
    words(text).map(move |word| {
        let printed = &text[word.span];
        let folds = |c: char| if stands(c) { c.into() } else { fold(c.encode_utf8(&mut [0; 4])) };
        let is_folded = !printed.contains(stands);
        (if is_folded { word.folded } else { printed.chars().map(folds).collect() }, word.joined)
    })
}

/// Whether a character is of a script whose vowel signs, marks and joined letters make the word, and that has no capitals:
/// the scripts of India and South-East Asia, Korean and kana.
fn stands(c: char) -> bool {
    matches!(c,
        '\u{900}'..='\u{109f}' | '\u{1700}'..='\u{17ff}' | '\u{1900}'..='\u{1aaf}' | '\u{1b00}'..='\u{1c4f}'
        | '\u{1cd0}'..='\u{1cff}' | '\u{3041}'..='\u{30ff}' | '\u{a800}'..='\u{a82f}' | '\u{a880}'..='\u{a8ff}'
        | '\u{a930}'..='\u{a95f}' | '\u{a980}'..='\u{aaff}' | '\u{abc0}'..='\u{abff}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{11000}'..='\u{11d5f}')
}

/// As many words as there is room for, with a hyphen before each that touches no other; of a first one that is too long,
/// its beginning.
fn hyphened(words: impl Iterator<Item = (String, bool)>) -> String {
    let mut slug = String::new();
    for (word, touches) in words {
        let hyphen = if touches { "" } else { "-" };
        if slug.is_empty() {
            slug.push_str(&word[..word.floor_char_boundary(SLUG_BYTES)]);
        } else if slug.len() + hyphen.len() + word.len() <= SLUG_BYTES {
            slug.push_str(hyphen);
            slug.push_str(&word);
        } else {
            break;
        }
    }
    slug
}

/// Gives out the ids of statements, each once.
#[derive(Debug, Default)]
pub struct Ids {
    given: HashSet<String>,
    /// For each id of a first attempt, the next attempt.
    attempts: HashMap<String, u32>,
}

impl Ids {
    /// Gives out none of `taken`.
    pub(crate) fn reserving(taken: impl Iterator<Item = String>) -> Ids {
        Ids { given: taken.collect(), ..Ids::default() }
    }

    /// The id of the next statement of these words in an article: [`statement_id`] with the first attempt that is
    /// free.
    pub fn claim(&mut self, article: &str, said: &str) -> String {
        let attempt = self.attempts.entry(statement_id(article, said, 0)).or_default();
        loop {
            let id = statement_id(article, said, *attempt);
            *attempt += 1;
            if self.given.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// Gives out names of which each may be given once: a name that is taken gets the first free number behind it.
#[derive(Debug, Default)]
pub(crate) struct Names {
    given: HashSet<String>,
    /// For each name that was wanted more than once, the next number.
    numbers: HashMap<String, u32>,
}

impl Names {
    /// `wanted`, or `wanted-2`, `wanted-3` …; `fallback` stands in for an empty name.
    pub(crate) fn claim(&mut self, wanted: String, fallback: &str) -> String {
        let wanted = if wanted.is_empty() { fallback.to_owned() } else { wanted };
        if self.given.insert(wanted.clone()) {
            return wanted;
        }
        let number = self.numbers.entry(wanted.clone()).or_insert(2);
        loop {
            let name = format!("{wanted}-{number}");
            *number += 1;
            if self.given.insert(name.clone()) {
                return name;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_ten_characters_and_ignores_case_marks_spaces_and_accents() {
        let id = statement_id("a", "A just — and durable — peace!", 0);
        assert!(is_id(&id) && !is_id(&id[1..]) && !is_id("0a1b2c3d4i"), "{id}");
        assert_eq!(id, statement_id("a", "a JUST and  durablé peace", 0));
    }

    #[test]
    fn an_id_tells_articles_words_and_attempts_apart() {
        let ids = [("a", "one two", 0), ("b", "one two", 0), ("a", "onetwo", 0), ("a", "one two", 1)];
        let distinct: HashSet<_> =
            ids.iter().map(|(article, said, n)| statement_id(article, said, *n)).collect();
        assert_eq!(distinct.len(), ids.len());
    }

    #[test]
    fn a_slug_names_the_speaker_and_the_first_words() {
        assert_eq!(
            statement_slug(Some("Ana O’Brien"), "“We have, so far, achieved a good deal of it,”"),
            "ana-obrien-we-have-so-far-achieved-a-good"
        );
        assert_eq!(statement_slug(None, "!"), "");
    }

    #[test]
    fn a_slug_is_spelt_as_its_script_asks() {
        for (speaker, said, slug) in [
            ("नरेन्द्र मोदी", "“हम शान्ति चाहते हैं,”", "नरेन्द्र-मोदी-हम-शान्ति-चाहते-हैं"),
            ("ปรีดา", "น้ำท่วมแล้ว", "ปรีดา-น้ำท่วมแล้ว"),
            ("Bo Hale", "北京是，一座城市", "bo-hale-北京是-一座城市"),
            ("김 나라", "Ça va", "김-나라-ca-va"),
            ("שָׁלוֹם", "סَلَام", "שלום-סلام"),
        ] {
            assert_eq!(statement_slug(Some(speaker), said), slug);
        }
        assert_eq!(former_slug(Some("Bo"), "北京"), "bo-北-京");
    }

    #[test]
    fn a_slug_is_never_too_long_for_the_name_of_a_file() {
        let long = "საერთაშორისოურთიერთობებისათვისგანკუთვნილი".repeat(3);
        for text in [[long.as_str(); 3].join(" "), "word ".repeat(90), format!("a {long}")] {
            let slug = slug(&text);
            assert!(slug.len() <= SLUG_BYTES && !slug.is_empty() && !slug.ends_with('-'), "{slug}");
        }
        assert_eq!(slug(&format!("a {long}{long}")), "a");
    }

    #[test]
    fn a_statement_that_is_repeated_gets_the_next_attempt() {
        let mut ids = Ids::default();
        let given: Vec<_> = ["So.", "so", "No.", "so"].iter().map(|said| ids.claim("a", said)).collect();
        let expected = [("so", 0), ("so", 1), ("no", 0), ("so", 2)];
        assert_eq!(given, expected.map(|(said, attempt)| statement_id("a", said, attempt)));
    }

    #[test]
    fn names_are_given_out_once() {
        let mut names = Names::default();
        let given: Vec<_> =
            ["x", "x", "", "x"].iter().map(|name| names.claim((*name).into(), "none")).collect();
        assert_eq!(given, ["x", "x-2", "none", "x-3"]);
    }
}
