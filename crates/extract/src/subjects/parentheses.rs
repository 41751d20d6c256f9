//! What stands between a subject and its verb: appositions, ages, clauses with "who", places and days.

use super::Clause;
use crate::{
    chunks::{Chunk, Head},
    lexicon::Class,
    tokens::Shape,
};

impl Clause<'_> {
    /// The antecedent in "Ann Doe, who is chairman of the fund said", where the comma behind the clause is missing.
    pub(super) fn behind_open_clause(&self, complement: usize) -> Option<usize> {
        let mut verb = complement.checked_sub(1)?;
        while matches!(self.chunks[verb], Chunk::Preposition(_) | Chunk::Adverb(_)) {
            verb = verb.checked_sub(1)?;
        }
        if !matches!(self.chunks[verb], Chunk::Auxiliary(_) | Chunk::Verb(_)) {
            return None;
        }
        let relative = verb.checked_sub(1)?;
        let who = self.phrase(relative).is_some_and(|phrase| phrase.head == Head::Relative);
        who.then(|| self.antecedent(relative)).flatten()
    }

    /// What stands before "in a statement" in "and in a statement credited him", "who in a speech said": where the
    /// phrase that ends at `last` is governed by a preposition inside a verb group.
    pub(super) fn between(&self, last: usize) -> Option<usize> {
        let start = self.chain_start(last);
        let preposition =
            start.checked_sub(1).filter(|&at| matches!(self.chunks[at], Chunk::Preposition(_)))?;
        let before = preposition.checked_sub(1)?;
        let inside = match &self.chunks[before] {
            Chunk::Conjunction | Chunk::Auxiliary(_) => true,
            Chunk::Phrase(phrase) => phrase.head == Head::Relative,
            _ => false,
        };
        inside.then_some(before)
    }

    /// What stands before ", on a call Friday," whose last comma stands at `comma`.
    pub(super) fn between_commas(&self, comma: usize) -> Option<usize> {
        let start = self.segment_start(comma);
        let opening = start.checked_sub(1).filter(|&at| matches!(self.chunks[at], Chunk::Comma))?;
        let governed = matches!(self.chunks[start], Chunk::Preposition(_));
        let before = opening.checked_sub(1)?;
        let relative = self.phrase(before).is_some_and(|phrase| phrase.head == Head::Relative);
        (governed && (relative || matches!(self.chunks[before], Chunk::Conjunction))).then_some(before)
    }

    /// The name in front of "Ann Doe, the group's director said", where the comma behind the description is missing.
    pub(super) fn described(&self, subject: usize) -> usize {
        let role = self.phrase(subject).is_some_and(|phrase| {
            phrase.head == Head::Noun && self.token_class(phrase.head_token).any(Class::ROLE)
        });
        let comma = role && subject >= 2 && matches!(self.chunks[subject - 1], Chunk::Comma);
        let named = |chunk: usize| {
            self.phrase(chunk).is_some_and(|phrase| self.is_person(phrase))
                && self.segment_start(chunk) == chunk
        };
        if comma && named(subject - 2) { subject - 2 } else { subject }
    }

    /// The subject in front of ", a lawyer from Lima, Peru," whose last comma stands at `comma`.
    pub(super) fn behind_parenthesis(&self, comma: usize) -> Option<usize> {
        if let Some(owner) = self.before_whose(comma) {
            return Some(owner);
        }
        let mut end = comma;
        let mut candidate = None;
        loop {
            let start = self.segment_start(end);
            let opening = start.checked_sub(1)?;
            let before = opening.checked_sub(1);
            let found = before.filter(|&before| {
                self.phrase(before)
                    .is_some_and(|phrase| self.can_speak(phrase) && phrase.head != Head::Relative)
            });
            let in_apposition = self.is_apposition(start..end);
            match found {
                Some(found) => {
                    let start_of_chain = self.chain_start(found);
                    let named = self.phrase(start_of_chain).is_some_and(|phrase| self.is_named(phrase));
                    // Further back only a name is better than the noun in front of the parenthesis.
                    if candidate.is_none() || named {
                        candidate = Some(start_of_chain);
                    }
                    let segment = self.segment_start(opening);
                    let settled = named && segment == start_of_chain;
                    if settled || !in_apposition || segment == 0 || !self.is_apposition(segment..opening) {
                        return candidate;
                    }
                    end = opening;
                }
                // `on a show, "The Last Ferry," who`: a title between commas.
                None if before.is_some_and(|before| self.is_title(before)) => end = before?,
                // "Ann Doe, 22, of Lima, Peru,": an age is passed over.
                None if before.is_some_and(|before| self.is_age(before)) => end = opening,
                None => return candidate,
            }
        }
    }

    /// The person in front of ", whose boat, the Gull, sank,", which ends with the comma at `comma`.
    fn before_whose(&self, comma: usize) -> Option<usize> {
        let whose = |at: &usize| {
            self.phrase(*at).is_some_and(|phrase| self.text.is_word(phrase.tokens.start, "whose"))
        };
        let clause = (2..comma).find(whose).filter(|&at| matches!(self.chunks[at - 1], Chunk::Comma))?;
        let owner = self.phrase(clause - 2).filter(|phrase| self.is_person(phrase));
        owner.map(|_| clause - 2)
    }

    /// Whether quoted words stand behind the comma at `comma`.
    fn is_title(&self, comma: usize) -> bool {
        matches!(self.chunks[comma..], [Chunk::Comma, Chunk::Quote(_), ..])
    }

    /// Whether a number stands alone between commas at `at`.
    fn is_age(&self, at: usize) -> bool {
        let number = self.phrase(at).is_some_and(|phrase| {
            phrase.tokens.len() == 1 && self.text.tokens[phrase.head_token].shape == Shape::Number
        });
        number && at > 0 && matches!(self.chunks[at - 1], Chunk::Comma)
    }

    /// Where the segment that ends at `end` begins: behind the comma, dash or quotation before it.
    pub(crate) fn segment_start(&self, end: usize) -> usize {
        let border = |chunk: &usize| {
            matches!(self.chunks[*chunk], Chunk::Comma | Chunk::Dash | Chunk::Quote(_) | Chunk::Colon)
        };
        (0..end).rev().find(border).map_or(0, |chunk| chunk + 1)
    }

    /// Whether a segment can stand in apposition: it begins like a noun phrase, an age, or a clause with "who".
    fn is_apposition(&self, segment: std::ops::Range<usize>) -> bool {
        match self.chunks.get(segment.start) {
            Some(Chunk::Phrase(phrase)) => {
                phrase.head != Head::Pronoun && !(self.is_person(phrase) && phrase.tokens.len() <= 3)
            }
            Some(Chunk::Preposition(_)) => segment.start > 0,
            Some(Chunk::Adverb(_) | Chunk::Cue(_) | Chunk::Verb(_) | Chunk::Auxiliary(_)) => {
                segment.start > 0
            }
            _ => false,
        }
    }
}
