//! Noun phrases as sources: with what is attached to them, by the name beside them, and by whose words they are.

use super::{Clause, is_indefinite};
use crate::{
    chunks::{Chunk, Head, Phrase},
    lexicon::Class,
    names::ending_at,
    tokens::Shape,
};

impl Clause<'_> {
    /// The source's phrase with what is attached to it: "a spokesman for the fund".
    pub(crate) fn whole(&self, source: usize) -> Option<Phrase> {
        let mut phrase = self.phrase(source)?.clone();
        let mut at = source;
        let takes = phrase.head == Head::Noun || is_indefinite(self.text, &phrase);
        while takes && self.attaches(at + 1) {
            at += 2;
            phrase.tokens.end = self.phrase(at)?.tokens.end;
        }
        Some(phrase)
    }

    /// Whether a preposition and a phrase at `at` belong to the noun before them.
    fn attaches(&self, at: usize) -> bool {
        let attached = ["of", "for", "from", "at", "with"].iter().any(|word| self.is_preposition(at, word));
        let behind = self.phrase(at + 1).filter(|phrase| phrase.head != Head::Relative);
        behind.is_some_and(|phrase| attached || self.is_where(at, phrase))
    }

    /// "a sign on the door read": whether "in" or "on" and a place stand between a subject and its verb.
    fn is_where(&self, at: usize, phrase: &Phrase) -> bool {
        let time = Class::DAY.or(Class::MONTH).or(Class::TIME).or(Class::MEDIUM);
        let place = ["in", "on"].iter().any(|word| self.is_preposition(at, word))
            && !self.token_class(phrase.head_token).any(time)
            && self.text.tokens[phrase.head_token].is_word();
        place && matches!(self.chunks.get(at + 2), Some(Chunk::Cue(_) | Chunk::Verb(_)))
    }

    /// `said the group's president, Ann Doe,`: the name in apposition is the better source.
    pub(crate) fn named_apposition(&self, source: usize) -> usize {
        let is_name = |chunk: usize| self.phrase(chunk).is_some_and(|phrase| self.is_person(phrase));
        if is_name(source) {
            return source;
        }
        // "former mayor and party chairman Ann Doe": two roles in front of one name.
        let bare = self.phrase(source).is_some_and(|phrase| {
            self.token_class(phrase.head_token).any(Class::ROLE.or(Class::TITLE))
                && !self.token_class(phrase.tokens.start).any(Class::DETERMINER.or(Class::POSSESSIVE))
        });
        if bare && matches!(self.chunks.get(source + 1), Some(Chunk::Conjunction)) && is_name(source + 2) {
            return source + 2;
        }
        let mut at = source + 1;
        while matches!(self.chunks.get(at), Some(Chunk::Preposition(_))) && self.phrase(at + 1).is_some() {
            at += 2;
        }
        let named = matches!(self.chunks.get(at), Some(Chunk::Comma)) && is_name(at + 1);
        let goes_on = matches!(
            self.chunks.get(at + 2),
            Some(Chunk::Cue(_) | Chunk::Verb(_) | Chunk::Auxiliary(_) | Chunk::Phrase(_))
        );
        if named && !goes_on { at + 1 } else { source }
    }

    /// The owner in a phrase such as "Ann Doe's claim" or "her claim".
    pub(crate) fn owner(&self, phrase: &Phrase) -> Option<Phrase> {
        let tokens = &self.text.tokens;
        let first = phrase.tokens.start;
        if tokens[first].is(Class::POSSESSIVE) {
            return Some(Phrase { tokens: first..first + 1, head_token: first, head: Head::Pronoun });
        }
        let possessive = phrase.tokens.clone().find(|&at| tokens[at].shape == Shape::Possessive)?;
        let name = ending_at(self.names, possessive);
        let head = name.map_or(Head::Noun, Head::Name);
        Some(Phrase { tokens: first..possessive, head_token: possessive - 1, head })
    }
}
