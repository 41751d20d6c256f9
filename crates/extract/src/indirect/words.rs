//! Words and chunks as numbers: what the weights can tell apart.

use super::Reader;
use crate::{
    chunks::{Chunk, Head, Phrase},
    lexicon::{Class, number},
    names::Sort,
    tokens::Shape,
};

/// A chunk as the weights see it. No name of anybody is seen, only that there is one.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Seen {
    /// Its first token.
    pub(super) first: usize,
    /// What it is: its kind, and its word where that belongs to the grammar.
    pub(super) sign: u32,
    /// The word that heads it, without its ending; its sign where that is a name.
    pub(super) stem: u32,
    /// What its word does, by the lists, where that was asked for.
    pub(super) class: u32,
}

impl Reader<'_> {
    /// Looks at every chunk of the sentence.
    pub(super) fn see(&mut self) {
        let count = self.chunks().len();
        self.seen.resize(count, Seen::default());
        let mut next = self.tokens.end;
        for at in (0..count).rev() {
            let first = match &self.chunks()[at] {
                Chunk::Phrase(phrase) => phrase.tokens.start,
                Chunk::Cue(token)
                | Chunk::Verb(token)
                | Chunk::Auxiliary(token)
                | Chunk::Adverb(token)
                | Chunk::Preposition(token)
                | Chunk::Subordinator(token) => *token,
                Chunk::Quote(quoted) => {
                    let start = self.clause.text.quoted[*quoted].outside.start;
                    self.clause.text.tokens.partition_point(|token| (token.start as usize) < start)
                }
                // A mark is the token in front of what follows.
                _ => next.saturating_sub(1).max(self.tokens.start),
            };
            let sign = self.sign(at, first);
            let stem = match &self.chunks()[at] {
                Chunk::Phrase(phrase) if phrase.head == Head::Noun => self.stem(phrase.head_token),
                Chunk::Cue(token) | Chunk::Verb(token) => self.stem(*token),
                _ => sign,
            };
            self.seen[at] = Seen { first, sign, stem, class: 0 };
            next = first;
        }
    }

    /// What a chunk is that begins with the token `first`.
    fn sign(&self, at: usize, first: usize) -> u32 {
        match &self.chunks()[at] {
            Chunk::Quote(_) => 1,
            Chunk::Adverb(token) if self.clause.text.is_word(*token, "not") => 9,
            Chunk::Adverb(_) => 2,
            Chunk::Comma => 3,
            Chunk::Colon => 4,
            Chunk::Dash => 5,
            Chunk::Stop => 6,
            Chunk::Other => 7,
            Chunk::Verb(token) => 10 + self.form(*token),
            Chunk::Cue(token) => {
                20 + 2 * self.form(*token) + u32::from(self.clause.token_class(*token).any(Class::SPEECH))
            }
            Chunk::Phrase(phrase) => self.phrase_sign(phrase),
            Chunk::Auxiliary(token) | Chunk::Preposition(token) | Chunk::Subordinator(token) => {
                self.word(*token)
            }
            Chunk::Conjunction => self.word(first),
        }
    }

    /// The form of a verb.
    pub(super) fn form(&self, token: usize) -> u32 {
        let class = self.clause.token_class(token);
        match self.clause.text.word(token).as_bytes() {
            [.., b'i', b'n', b'g'] => 0,
            _ if class.any(Class::GERUND) => 0,
            _ if class.any(Class::BASE) => 1,
            [.., b's'] => 2,
            _ if !class.any(Class::FINITE) => 5,
            _ if class.any(Class::PARTICIPLE) => 3,
            _ => 4,
        }
    }

    /// What a phrase is: whose name, which pronoun, or how a noun is opened.
    pub(super) fn phrase_sign(&self, phrase: &Phrase) -> u32 {
        let class = self.clause.token_class(phrase.head_token);
        match phrase.head {
            Head::Name(name) => match self.clause.names[name].sort {
                Sort::Person => 40,
                Sort::Place => 41,
                _ => 42,
            },
            Head::Pronoun | Head::Relative => self.word(phrase.head_token),
            Head::Noun if class.any(Class::DAY.or(Class::MONTH).or(Class::TIME)) => 43,
            Head::Noun => {
                let first = &self.clause.text.tokens[phrase.tokens.start];
                let opened = match first.shape {
                    Shape::Number => 1,
                    _ if first.is(Class::POSSESSIVE) => 2,
                    _ if first.is(Class::DETERMINER) => 3,
                    _ => 0,
                };
                50 + 2 * opened + u32::from(class.any(Class::ROLE.or(Class::PLURAL_PERSON)))
            }
        }
    }

    fn word(&self, token: usize) -> u32 {
        let known = &self.clause.text.tokens[token];
        if known.is_word() { known.number } else { number(self.clause.text.word(token).as_bytes()) }
    }

    /// A word without its ending: "endorses", "endorsed" and "endorsing" are one. A capital inside a sentence is a
    /// name's.
    pub(super) fn stem(&self, token: usize) -> u32 {
        let known = self.clause.text.tokens[token];
        if known.capital && token > self.tokens.start && known.class == Class::NONE {
            return 8;
        }
        stem(self.clause.text.word(token))
    }
}

/// The number of a word without its ending. Endings are cut as they come: what counts is that the forms of a word
/// meet, not what is left of it.
fn stem(word: &str) -> u32 {
    let bytes = word.as_bytes();
    let ends = |ending: &str| {
        bytes.len() > ending.len() + 2
            && bytes[bytes.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
    };
    let cut = match bytes.last() {
        Some(b'g') if ends("ing") => 3,
        Some(b'd') if ends("ied") => 3,
        Some(b'd') if ends("ed") => 2,
        Some(b's') if ends("ies") => 3,
        Some(b's') if ends("es") => 2,
        Some(b's') if ends("s") && !ends("ss") => 1,
        _ => 0,
    };
    let mut left = &bytes[..bytes.len() - cut];
    // "planned" is "plan", "called" is "call".
    if let [rest @ .., a, b] = left
        && cut > 0
        && a == b
        && !matches!(a, b'l' | b's')
    {
        left = &left[..rest.len() + 1];
    }
    while let [rest @ .., b'e' | b'y' | b'i'] = left
        && rest.len() > 1
    {
        left = rest;
    }
    number(base(left))
}

/// The base of the irregular verbs that report most, their endings cut.
fn base(stem: &[u8]) -> &[u8] {
    match stem {
        b"said" | b"say" => b"sa",
        b"told" => b"tell",
        b"wrot" | b"written" => b"writ",
        b"thought" => b"think",
        b"knew" | b"known" => b"know",
        b"felt" => b"feel",
        b"found" => b"find",
        b"saw" | b"seen" => b"se",
        b"mad" => b"mak",
        b"spok" | b"spoken" => b"speak",
        b"gav" | b"given" => b"giv",
        b"shown" => b"show",
        b"meant" => b"mean",
        b"heard" => b"hear",
        b"sought" => b"seek",
        b"understood" => b"understand",
        b"took" | b"taken" => b"tak",
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn the_forms_of_a_verb_meet() {
        for forms in [
            ["endorse", "endorses", "endorsed", "endorsing"],
            ["deny", "denies", "denied", "denying"],
            ["plan", "plans", "planned", "planning"],
            ["say", "says", "said", "saying"],
            ["tell", "tells", "told", "telling"],
            ["press", "presses", "pressed", "pressing"],
        ] {
            for form in forms {
                assert_eq!(stem(form), stem(forms[0]), "{form}");
            }
        }
        assert_ne!(stem("praise"), stem("promise"));
    }
}
