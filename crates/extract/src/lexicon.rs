//! Word lists: what a word can be, whatever the article.
//!
//! The lists are closed classes of English, titles, role nouns, given names by gender, and verbs by what they do
//! for attribution. They are read from `lexicon/` once, on first use.

mod reading;
mod table;

use std::sync::OnceLock;

use reading::{Words, for_each_word};
use table::Table;

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class(u64);

macro_rules! classes {
    ($($name:ident = $bit:literal $section:literal)*) => {
        impl Class {
            $(pub(crate) const $name: Class = Class(1 << $bit);)*

            /// The class that a section of the lists stands for.
            fn of_section(section: &str) -> Option<Class> {
                match section { $($section => Some(Class::$name),)* _ => None }
            }
        }
    };
}

classes! {
    DETERMINER = 0 "determiner"
    POSSESSIVE = 1 "possessive"
    PRONOUN = 2 "pronoun"
    PREPOSITION = 3 "preposition"
    CONJUNCTION = 4 "conjunction"
    SUBORDINATOR = 5 "subordinator"
    RELATIVE = 6 "relative"
    AUXILIARY = 7 "auxiliary"
    ADVERB = 8 "adverb"
    TITLE = 9 "title"
    HONORIFIC = 10 "honorific"
    ROLE = 11 "role"
    TIME = 12 "time"
    FEMALE = 13 "female"
    MALE = 14 "male"
    PLURAL_PERSON = 15 "plural-person"
    ORGANISATION = 16 "organisation"
    PLACE = 17 "place"
    NATIONALITY = 18 "nationality"
    DAY = 19 "day"
    MONTH = 20 "month"
    PARTICLE = 21 "particle"
    SUFFIX = 22 "suffix"
    ABBREVIATION = 23 "abbreviation"
    SPEECH_NOUN = 24 "speechnoun"
    DOCUMENT = 25 "document"
    COLLECTIVE = 26 "collective"
    GIVEN_MALE = 27 "male-name"
    GIVEN_FEMALE = 28 "female-name"
    GIVEN_EITHER = 29 "either-name"
    SPEECH = 30 "speech"
    REPORT = 31 "report"
    VERB = 32 "other"
    FINITE = 33 "form:finite"
    BASE = 34 "form:base"
    GERUND = 35 "form:gerund"
    PARTICIPLE = 36 "form:participle"
    THINKS = 37 "thinks"
    WANTS = 38 "wants"
    JUDGES = 39 "judges"
    SPEAKS_OF = 40 "speaks-of"
    MEDIUM = 41 "medium"
}

impl Class {
    pub(crate) const NONE: Class = Class(0);
    /// Given names, whichever gender bears them.
    pub(crate) const GIVEN: Class = Class::GIVEN_MALE.or(Class::GIVEN_FEMALE).or(Class::GIVEN_EITHER);
    /// Verbs that can attribute.
    pub(crate) const CUE: Class = Class::SPEECH.or(Class::REPORT);
    /// Words that belong to the grammar of a sentence, so that a capital on them says nothing.
    pub(crate) const FUNCTION: Class = Class::DETERMINER
        .or(Class::POSSESSIVE)
        .or(Class::PRONOUN)
        .or(Class::PREPOSITION)
        .or(Class::CONJUNCTION)
        .or(Class::SUBORDINATOR)
        .or(Class::AUXILIARY)
        .or(Class::ADVERB);

    pub(crate) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// Whether the word is in any of the classes of `other`.
    pub(crate) const fn any(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// Which of the classes of `other` the word is in, as a number. No two of them may be 32 apart.
    pub(crate) const fn among(self, other: Class) -> u32 {
        let bits = self.0 & other.0;
        (bits | bits >> 32) as u32
    }

    pub(crate) const fn without(self, other: Class) -> Class {
        Class(self.0 & !other.0)
    }
}

/// Longer words are in no list.
const LONGEST: usize = 24;

/// The classes of a word, whatever its case; apostrophes may be curly.
pub(crate) fn classes(word: &str) -> Class {
    if word.len() > LONGEST {
        return Class::NONE;
    }
    if word.is_ascii() {
        return lexicon().get(fingerprint(word.as_bytes()));
    }
    classes_beyond_ascii(word)
}

/// The classes of a word and its [`number`].
pub(crate) fn classes_and_number(word: &str) -> (Class, u32) {
    let print = fingerprint(word.as_bytes());
    let class = match word.is_ascii() {
        _ if word.len() > LONGEST => Class::NONE,
        true => lexicon().get(print),
        false => classes_beyond_ascii(word),
    };
    (class, (print >> 32) as u32)
}

/// A number for a word, whatever the case of its ASCII letters.
pub(crate) fn number(word: &[u8]) -> u32 {
    (fingerprint(word) >> 32) as u32
}

fn classes_beyond_ascii(word: &str) -> Class {
    let mut buffer = [0u8; LONGEST];
    let mut length = 0;
    for c in word.chars().flat_map(char::to_lowercase) {
        let c = if c == '’' { '\'' } else { c };
        if length + c.len_utf8() > LONGEST {
            return Class::NONE;
        }
        length += c.encode_utf8(&mut buffer[length..]).len();
    }
    lexicon().get(fingerprint(&buffer[..length]))
}

/// A number for a word, whatever the case of its ASCII letters, from its length and up to 24 of its bytes: every word
/// of every article is looked up by it, and it is read eight bytes at a time. No two words of the lists share one.
fn fingerprint(word: &[u8]) -> u64 {
    /// Makes letters small, and leaves the other marks that words have as they are.
    const SMALL: u64 = 0x2020_2020_2020_2020;
    let eight = |bytes: Option<&[u8; 8]>| bytes.map_or(0, |bytes| u64::from_le_bytes(*bytes) | SMALL);
    let four =
        |bytes: Option<&[u8; 4]>| bytes.map_or(0, |bytes| u64::from(u32::from_le_bytes(*bytes)) | SMALL);
    let (first, last, middle) = match word {
        [] => (0, 0, 0),
        [a] => (u64::from(a | 0x20), 0, 0),
        [a, .., z] if word.len() < 4 => (u64::from(a | 0x20), u64::from(z | 0x20), u64::from(word[1] | 0x20)),
        _ if word.len() < 8 => (four(word.first_chunk()), four(word.last_chunk()), 0),
        _ => (
            eight(word.first_chunk()),
            eight(word.last_chunk()),
            eight(word.get(8..).and_then(<[u8]>::first_chunk)),
        ),
    };
    let mixed = first.wrapping_mul(0x9E37_79B9_7F4A_7C15)
        ^ (word.len() as u64).wrapping_mul(0xFF51_AFD7_ED55_8CCD)
        ^ last.rotate_left(32).wrapping_mul(0xC2B2_AE3D_27D4_EB4F)
        ^ middle.rotate_left(16).wrapping_mul(0x1656_67B1_9E37_79F9);
    mixed ^ mixed >> 29
}

/// Whether a hyphenated word ends in a role: "co-founder", "singer-songwriter".
pub(crate) fn is_role_compound(word: &str) -> bool {
    word.rsplit_once('-').is_some_and(|(_, last)| classes(last).any(Class::ROLE))
}

fn lexicon() -> &'static Table {
    static LEXICON: OnceLock<Table> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut words = Words::default();
        for_each_word(include_str!("lexicon/words.txt"), |section, word| {
            words.add_noun(word, class_of(section))
        });
        for_each_word(include_str!("lexicon/given_names.txt"), |section, word| {
            words.add_name(word, class_of(&format!("{section}-name")));
        });
        for_each_word(include_str!("lexicon/verbs.txt"), |section, verb| {
            words.add_verb(verb, class_of(section))
        });
        words.add_people();
        Table::new(words.by_fingerprint())
    })
}

fn class_of(section: &str) -> Class {
    Class::of_section(section).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_is_known() {
        for list in [include_str!("lexicon/words.txt"), include_str!("lexicon/verbs.txt")] {
            for_each_word(list, |section, word| {
                assert!(Class::of_section(section).is_some(), "[{section}] of {word}");
            });
        }
    }

    #[test]
    fn verbs_are_known_in_all_their_forms() {
        for form in
            ["said", "saying", "argues", "denied", "denying", "wrote", "written", "agreed", "agreeing"]
        {
            assert!(classes(form).any(Class::CUE), "{form}");
        }
        assert!(classes("Said").any(Class::SPEECH) && classes("don’t").any(Class::AUXILIARY));
    }

    #[test]
    fn no_two_words_share_a_fingerprint() {
        let letters = b'a'..=b'z';
        let short = letters.clone().flat_map(|a| letters.clone().map(move |b| vec![a, b]));
        let longer = short.clone().flat_map(|word| (b'a'..=b'z').map(move |c| [&word[..], &[c]].concat()));
        let all: Vec<u64> = short.chain(longer).map(|word| fingerprint(&word)).collect();
        let distinct: std::collections::HashSet<&u64> = all.iter().collect();
        assert_eq!(distinct.len(), all.len());
    }

    #[test]
    fn a_word_of_any_length_and_script_is_looked_up() {
        assert_eq!(classes(&"ж".repeat(40)), Class::NONE);
        assert_eq!(classes(""), Class::NONE);
        assert_eq!(classes("İİİİİİİİİİİİ"), Class::NONE);
    }
}
