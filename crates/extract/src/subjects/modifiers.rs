//! Subjects that more than their own phrase stands in front of the verb of: coordinated ones, ones that a participle
//! or a clause with "who" describes.

use super::Clause;
use crate::{
    chunks::{Chunk, Head},
    lexicon::Class,
    names::Sort,
};

/// A clause that describes a subject is no longer than this, in chunks.
const REACH: usize = 14;

impl Clause<'_> {
    /// The noun in front of a participle or a "who" whose object the phrase at `object` is: "a source speaking to the
    /// Herald said", "an aide who spoke anonymously to discuss plans said".
    pub(super) fn behind_modifier(&self, object: usize, verb: usize) -> Option<usize> {
        let finite = matches!(self.chunks[verb], Chunk::Cue(token) | Chunk::Verb(token) if self.token_class(token).any(Class::FINITE));
        let governor = object.checked_sub(1).filter(|_| finite)?;
        let governs = matches!(self.chunks[governor], Chunk::Preposition(_) | Chunk::Verb(_) | Chunk::Cue(_));
        let inside = |at: &usize| {
            matches!(
                self.chunks[*at],
                Chunk::Preposition(_)
                    | Chunk::Phrase(_)
                    | Chunk::Adverb(_)
                    | Chunk::Auxiliary(_)
                    | Chunk::Cue(_)
                    | Chunk::Verb(_)
            )
        };
        let back = (object.saturating_sub(REACH)..object).rev().take_while(inside).filter(|_| governs);
        let mut verbs = back.filter(|&at| at > 0 && self.verb_token(at).is_some());
        let first = verbs.find(|&at| self.phrase(at - 1).is_some())?;
        let described = self.phrase(first - 1)?;
        if described.head == Head::Relative {
            let reports = first == governor && matches!(self.chunks[first], Chunk::Cue(_));
            return self.antecedent(first - 1).filter(|_| !reports);
        }
        let participle = self.verb_token(first).is_some_and(|token| {
            self.token_class(token).any(Class::PARTICIPLE.or(Class::GERUND))
                || ["ed", "ing"].iter().any(|end| self.word(token).ends_with(end))
        });
        let governed = matches!(self.chunks.get(first + 1), Some(Chunk::Preposition(_)));
        (participle && governed && described.head == Head::Noun && self.can_speak(described))
            .then(|| self.chain_start(first - 1))
    }

    /// The noun of the clause with "who" that the verb behind the conjunction at `conjunction` goes on with: "the pilot
    /// who left the port and called it ...".
    pub(super) fn joined_to_clause(&self, conjunction: usize) -> Option<usize> {
        let verb = (0..conjunction).rev().take(REACH).find(|&at| {
            matches!(self.chunks[at], Chunk::Cue(_) | Chunk::Verb(_) | Chunk::Auxiliary(_) | Chunk::Comma)
        })?;
        let relative = verb.checked_sub(1)?;
        let who = self.phrase(relative).filter(|phrase| phrase.head == Head::Relative)?;
        let reports =
            matches!(self.chunks[verb], Chunk::Cue(token) if self.token_class(token).any(Class::SPEECH));
        self.antecedent(relative).filter(|_| self.text.is_word(who.head_token, "who") && !reports)
    }

    /// The town in front of the comma and the region at `last`: "Ann Doe of Columbia, South Carolina said".
    pub(super) fn behind_region(&self, last: usize) -> usize {
        let region = self.phrase(last).is_some_and(
            |phrase| matches!(phrase.head, Head::Name(name) if self.names[name].sort == Sort::Place),
        );
        let comma = region && last > 2 && matches!(self.chunks[last - 1], Chunk::Comma);
        let town = comma
            && self.phrase(last - 2).is_some_and(|town| matches!(town.head, Head::Name(_)))
            && matches!(self.chunks[last - 3], Chunk::Preposition(_));
        if town { last - 2 } else { last }
    }

    fn verb_token(&self, at: usize) -> Option<usize> {
        match self.chunks[at] {
            Chunk::Cue(token) | Chunk::Verb(token) => Some(token),
            _ => None,
        }
    }

    /// The first of the phrases that "and" joins in front of a verb: "Ann Doe and her aides said".
    pub(super) fn first_of_joined(&self, last: usize) -> Option<usize> {
        let conjunction = last.checked_sub(1)?;
        let before = conjunction.checked_sub(1)?;
        if !matches!(self.chunks[conjunction], Chunk::Conjunction)
            || !self
                .phrase(before)
                .is_some_and(|phrase| self.can_speak(phrase) && phrase.head != Head::Relative)
        {
            return None;
        }
        let first = self.first_of_joined(self.chain_start(before)).unwrap_or(self.chain_start(before));
        // "the debate progressed and Doe rose"
        if self.phrase(last).is_some_and(|phrase| self.is_person(phrase)) && !self.is_somebody(first) {
            return None;
        }
        let opens = match first.checked_sub(1).map(|at| &self.chunks[at]) {
            None => true,
            Some(Chunk::Preposition(token)) => self.text.is_word(*token, "with"),
            Some(before) => matches!(
                before,
                Chunk::Quote(_) | Chunk::Subordinator(_) | Chunk::Dash | Chunk::Conjunction | Chunk::Comma
            ),
        };
        opens.then_some(first)
    }

    /// Whether the verb at `at` tells its object something: "told", "emailed".
    pub(super) fn addresses(&self, at: usize) -> bool {
        matches!(self.chunks[at], Chunk::Cue(token)
            if ["told", "tells", "emailed", "e-mailed", "texted", "messaged", "tweeted"].iter().any(|word| self.text.is_word(token, word)))
    }

    /// Whether the phrase at `at` names a person or says what people are.
    pub(crate) fn is_somebody(&self, at: usize) -> bool {
        self.phrase(at).is_some_and(|phrase| {
            let people = Class::ROLE.or(Class::PLURAL_PERSON).or(Class::COLLECTIVE);
            phrase.head != Head::Noun || self.token_class(phrase.head_token).any(people)
        })
    }
}
