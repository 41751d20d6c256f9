//! Roles that a comma or a verb ties to a name: ", the group's president,", "who is", "is the mayor of".

use std::ops::Range;

use super::Finder;
use crate::{
    chunks::{Chunk, Head, Phrase},
    lexicon::Class,
    names::Sort,
    tokens::Shape,
};

/// Words that belong to the role they stand in front of.
const DATING: [&str; 5] = ["then", "now", "formerly", "once", "currently"];

impl Finder<'_> {
    /// A role in front of the name and a comma: "the group's president, Ann Doe,".
    pub(super) fn before_comma(&mut self, chunks: &[Chunk], at: usize, phrase: &Phrase) {
        let end = behind_chain(chunks, at + 1);
        let (Some(Chunk::Comma), Some(Chunk::Phrase(named))) = (chunks.get(end), chunks.get(end + 1)) else {
            return;
        };
        let Head::Name(name) = named.head else { return };
        let named = self.names[name].whole() == named.tokens;
        let closed = matches!(chunks.get(end + 2), None | Some(Chunk::Comma | Chunk::Stop | Chunk::Quote(_)));
        if phrase.head == Head::Noun && self.is_role(phrase.head_token) && named && closed {
            let Some(Chunk::Phrase(last)) = chunks.get(end - 1) else { return };
            self.add(phrase.tokens.start..last.tokens.end, self.people.of_name[name]);
        }
    }

    /// A role behind the name: ", the group's former president,", ", 61, a retired nurse.", ", who is the treasurer".
    pub(super) fn apposition(&mut self, chunks: &[Chunk], at: usize, phrase: &Phrase) {
        let Head::Name(name) = phrase.head else { return };
        if self.names[name].sort != Sort::Person || !matches!(chunks.get(at + 1), Some(Chunk::Comma)) {
            return;
        }
        let mut begins = at + 2;
        if self.is_age(chunks.get(begins)) && matches!(chunks.get(begins + 1), Some(Chunk::Comma)) {
            begins += 2;
        }
        let who = matches!(chunks.get(begins), Some(Chunk::Phrase(who)) if who.head == Head::Relative);
        let found = match who && self.is_copula(chunks.get(begins + 1)) {
            true => self.role_at(chunks, begins + 2, false),
            false => self.role_at(chunks, begins, true),
        };
        if let Some(role) = found {
            self.add(role, self.people.of_name[name]);
        }
    }

    /// "Ann Doe is the mayor of Paris."
    pub(super) fn copula(&mut self, chunks: &[Chunk], at: usize, phrase: &Phrase) {
        let Head::Name(name) = phrase.head else { return };
        let subject = at == 0 || !matches!(chunks[at - 1], Chunk::Preposition(_) | Chunk::Conjunction);
        let opened = |at: usize| matches!(chunks.get(at), Some(Chunk::Phrase(first)) if self.text.tokens[first.tokens.start].is(Class::DETERMINER.or(Class::POSSESSIVE)));
        if self.names[name].sort != Sort::Person || !subject || !self.is_copula(chunks.get(at + 1)) {
            return;
        }
        if let Some(role) = opened(at + 2).then(|| self.role_at(chunks, at + 2, false)).flatten() {
            self.add(role, self.people.of_name[name]);
        }
    }

    /// The role whose words begin at a chunk; `closed`: a mark must stand behind it.
    fn role_at(&self, chunks: &[Chunk], at: usize, closed: bool) -> Option<Range<usize>> {
        let dated = match chunks.get(at) {
            Some(Chunk::Adverb(token)) if DATING.iter().any(|word| self.text.is_word(*token, word)) => {
                Some(*token)
            }
            _ => None,
        };
        let begins = at + usize::from(dated.is_some());
        let Some(Chunk::Phrase(first)) = chunks.get(begins) else { return None };
        let person = matches!(first.head, Head::Name(other) if self.names[other].sort == Sort::Person);
        if person || matches!(first.head, Head::Pronoun | Head::Relative) || !self.describes(first) {
            return None;
        }
        let mut end = behind_chain(chunks, begins + 1);
        // "a cellist and publisher"
        if let (Some(Chunk::Conjunction), Some(Chunk::Phrase(second))) =
            (chunks.get(end), chunks.get(end + 1))
            && second.head == Head::Noun
            && self.is_role(second.head_token)
            && !self.text.tokens[second.tokens.start].is(Class::DETERMINER.or(Class::POSSESSIVE))
        {
            end = behind_chain(chunks, end + 2);
        }
        let Some(Chunk::Phrase(last)) = chunks.get(end - 1) else { return None };
        let ends = !closed
            || matches!(
                chunks.get(end),
                None | Some(
                    Chunk::Comma
                        | Chunk::Stop
                        | Chunk::Dash
                        | Chunk::Quote(_)
                        | Chunk::Conjunction
                        | Chunk::Phrase(_)
                )
            );
        ends.then(|| dated.unwrap_or(first.tokens.start)..last.tokens.end)
    }

    /// Whether a phrase says what somebody is: a role stands in it, or "a" and a noun that ends like one of people.
    fn describes(&self, phrase: &Phrase) -> bool {
        let named = phrase.tokens.clone().any(|at| self.is_role(at));
        let word = self.text.word(phrase.head_token);
        let indefinite = ["a", "an"].iter().any(|article| self.text.is_word(phrase.tokens.start, article));
        let ending = ["ist", "ian", "man", "woman", "eer", "grapher", "maker", "keeper", "worker"];
        named || phrase.head == Head::Noun && indefinite && ending.iter().any(|end| word.ends_with(end))
    }

    fn is_age(&self, chunk: Option<&Chunk>) -> bool {
        matches!(chunk, Some(Chunk::Phrase(age)) if age.tokens.len() == 1
            && self.text.tokens[age.tokens.start].shape == Shape::Number)
    }

    fn is_copula(&self, chunk: Option<&Chunk>) -> bool {
        matches!(chunk, Some(Chunk::Auxiliary(token)) if ["is", "was"].iter().any(|word| self.text.is_word(*token, word)))
    }
}

/// The chunk behind the prepositions and phrases from `at` on that are attached to the phrase before.
fn behind_chain(chunks: &[Chunk], at: usize) -> usize {
    let mut end = at;
    while let (Some(Chunk::Preposition(_)), Some(Chunk::Phrase(phrase))) =
        (chunks.get(end), chunks.get(end + 1))
        && phrase.head != Head::Relative
    {
        end += 2;
    }
    end
}
