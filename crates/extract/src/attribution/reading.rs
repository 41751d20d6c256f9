//! One quotation in its sentence, and what every construct needs of it.

use std::ops::Range;

use super::{Attribution, Construct};
use crate::{
    chunks::{Chunk, Head},
    lexicon::Class,
    subjects::Clause,
};

/// What mentions a source has no more tokens than this: more would be a passage.
const LONGEST: usize = 12;

/// One quotation in its sentence.
pub(super) struct Reading<'a> {
    pub(super) clause: Clause<'a>,
    pub(super) sentence: usize,
    pub(super) chunk: usize,
    pub(super) quoted: usize,
}

impl<'a> Reading<'a> {
    pub(super) fn chunks(&self) -> &'a [Chunk] {
        self.clause.chunks
    }

    pub(super) fn inside(&self) -> &'a str {
        let inside = &self.clause.text.text[self.clause.text.quoted[self.quoted].inside.clone()];
        // The marks of a quotation inside it may stand behind its last stop.
        inside.trim_end_matches(['\'', '’', '”', '"', '›', ' ']).trim()
    }

    pub(super) fn class(&self, token: usize) -> Class {
        self.clause.token_class(token)
    }

    /// Whether a verb of speech stands at `at`.
    pub(super) fn is_speech(&self, at: usize) -> bool {
        matches!(self.chunks()[at], Chunk::Cue(token) if self.class(token).any(Class::SPEECH))
    }

    pub(super) fn attribution(
        &self,
        construct: Construct,
        source: usize,
        cue: Option<usize>,
    ) -> Option<Attribution> {
        let described = self.introduced_by_name(source);
        let named = self.clause.named_apposition(described);
        let found = self.attribution_as_is(construct, named, cue)?;
        let role = if described < named { described } else { self.role_in_front(named).unwrap_or(named) };
        let mention = self.with_role(role, named).or(found.mention);
        Some(Attribution { mention, ..found })
    }

    /// "the mayor, Ann Doe": the tokens of the name at `named` and of what stands at `role` in front of it.
    fn with_role(&self, role: usize, named: usize) -> Option<Range<usize>> {
        let (role, name) = (self.clause.phrase(role).filter(|_| role < named)?, self.clause.phrase(named)?);
        let mention = role.tokens.start..name.tokens.end;
        (mention.len() <= LONGEST).then_some(mention)
    }

    /// "a top strategist, Ann Doe, tells": what stands in front of the name at `named`, which commas part from it.
    fn role_in_front(&self, named: usize) -> Option<usize> {
        let comma = named.checked_sub(1).filter(|&at| matches!(self.chunks()[at], Chunk::Comma))?;
        let closed = matches!(self.chunks().get(named + 1), Some(Chunk::Comma));
        let person = self.clause.phrase(named).is_some_and(|name| self.clause.is_person(name));
        let start = self.clause.segment_start(comma);
        let whole = self.chunks()[start..comma]
            .iter()
            .all(|chunk| matches!(chunk, Chunk::Phrase(_) | Chunk::Preposition(_)));
        let role = self.clause.phrase(start).is_some_and(|phrase| {
            phrase.head == Head::Noun && self.class(phrase.head_token).any(Class::ROLE)
        });
        (closed && person && whole && role).then_some(start)
    }

    /// "Ann Doe, who said": the tokens of the name at `source` and of the pronoun in front of the verb at `cue`, which
    /// takes it up.
    fn with_pronoun(&self, source: usize, cue: usize) -> Option<Range<usize>> {
        let pronoun = self.clause.before_verb(cue).filter(|&at| source < at)?;
        let (source, pronoun) = (self.clause.whole(source)?, self.clause.phrase(pronoun)?);
        let mention = source.tokens.start..pronoun.tokens.end;
        let who = self.clause.text.is_word(pronoun.head_token, "who");
        (who && pronoun.head == Head::Relative && mention.len() <= LONGEST).then_some(mention)
    }

    /// The attribution to exactly the phrase at `source`, whatever name stands beside it.
    pub(super) fn attribution_as_is(
        &self,
        construct: Construct,
        source: usize,
        cue: Option<usize>,
    ) -> Option<Attribution> {
        let at = source;
        let source = self.clause.whole(at)?;
        let token = cue.and_then(|cue| match self.chunks()[cue] {
            Chunk::Cue(token) | Chunk::Verb(token) | Chunk::Preposition(token) => Some(token),
            _ => None,
        });
        Some(Attribution {
            construct,
            sentence: self.sentence,
            mention: cue.and_then(|cue| self.with_pronoun(at, cue)),
            source: Some(source),
            cue: token,
            cue_chunk: cue,
        })
    }

    /// The first phrase from `at` on, passing over prepositions and commas.
    pub(super) fn phrase_behind(&self, at: usize) -> Option<usize> {
        let skip = self.chunks()[at.min(self.chunks().len())..]
            .iter()
            .take_while(|chunk| matches!(chunk, Chunk::Preposition(_) | Chunk::Adverb(_)))
            .count();
        let source = at + skip;
        self.clause.phrase(source).is_some_and(|phrase| phrase.head != Head::Relative).then_some(source)
    }

    /// "Ann Doe, a lawyer who lives here, said": the name in front of a phrase that says what she is.
    fn introduced_by_name(&self, source: usize) -> usize {
        let describes = self.clause.phrase(source).is_some_and(|phrase| {
            let opened =
                ["a", "an", "the"].iter().any(|word| self.clause.text.is_word(phrase.tokens.start, word));
            phrase.head == Head::Noun && (opened || self.class(phrase.head_token).any(Class::ROLE))
        });
        let Some(comma) = source.checked_sub(1).filter(|_| describes) else { return source };
        let named = comma.checked_sub(1).filter(|&at| {
            matches!(self.chunks()[comma], Chunk::Comma)
                && self.clause.phrase(at).is_some_and(|phrase| self.clause.is_person(phrase))
                && self.clause.segment_start(at) == at
        });
        named.unwrap_or(source)
    }
}
