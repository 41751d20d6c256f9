//! One quotation in its sentence, and what every construct needs of it.

use super::{Attribution, Construct};
use crate::{
    chunks::{Chunk, Head, Phrase},
    lexicon::Class,
    subjects::Clause,
};

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

    pub(super) fn attribution(
        &self,
        construct: Construct,
        source: usize,
        cue: Option<usize>,
    ) -> Option<Attribution> {
        let source = self.whole(self.named_apposition(source))?;
        let token = cue.and_then(|cue| match self.chunks()[cue] {
            Chunk::Cue(token) | Chunk::Verb(token) | Chunk::Preposition(token) => Some(token),
            _ => None,
        });
        Some(Attribution {
            construct,
            sentence: self.sentence,
            source: Some(source),
            cue: token,
            cue_chunk: cue,
        })
    }

    /// The source's phrase with what is attached to it: "a spokesman for the fund".
    pub(super) fn whole(&self, source: usize) -> Option<Phrase> {
        let mut phrase = self.clause.phrase(source)?.clone();
        let mut at = source;
        while phrase.head == Head::Noun && self.attaches(at + 1) {
            at += 2;
            phrase.tokens.end = self.clause.phrase(at)?.tokens.end;
        }
        Some(phrase)
    }

    /// Whether a preposition and a phrase at `at` belong to the noun before them.
    fn attaches(&self, at: usize) -> bool {
        let attached =
            ["of", "for", "from", "at", "with"].iter().any(|word| self.clause.is_preposition(at, word));
        attached && self.clause.phrase(at + 1).is_some_and(|phrase| phrase.head != Head::Relative)
    }

    /// `said the group's president, Ann Doe,`: the name in apposition is the better source.
    pub(super) fn named_apposition(&self, source: usize) -> usize {
        let is_name =
            |chunk: usize| self.clause.phrase(chunk).is_some_and(|phrase| self.clause.is_person(phrase));
        if is_name(source) {
            return source;
        }
        let mut at = source + 1;
        while matches!(self.chunks().get(at), Some(Chunk::Preposition(_)))
            && self.clause.phrase(at + 1).is_some()
        {
            at += 2;
        }
        let named = matches!(self.chunks().get(at), Some(Chunk::Comma)) && is_name(at + 1);
        let goes_on = matches!(
            self.chunks().get(at + 2),
            Some(Chunk::Cue(_) | Chunk::Verb(_) | Chunk::Auxiliary(_) | Chunk::Phrase(_))
        );
        if named && !goes_on { at + 1 } else { source }
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
}
