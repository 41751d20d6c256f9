//! What stands behind a noun or an adjective: `Ann Doe's claim that ...`, `her plan to ...`, `is critical of ...`.

use super::{Frame, Proposal, Reader, Tie};
use crate::{
    chunks::{Chunk, Phrase},
    lexicon::Class,
};

/// Prepositions in front of what a noun of words or of will is about.
const ABOUT: [&str; 12] =
    ["of", "for", "about", "on", "against", "over", "to", "with", "toward", "in", "at", "as"];

impl Reader<'_> {
    /// `Ann Doe's claim that ...`, `her plan to ...`: what stands behind the noun at `at`.
    #[inline(never)]
    pub(super) fn noun(&self, at: usize) -> Option<Proposal> {
        let phrase = self.clause.phrase(at)?;
        let (frame, begins) = self.behind_noun(at)?;
        // "urged the council to": people and bodies are told to, they are nobody's words.
        let people = Class::ROLE.or(Class::PLURAL_PERSON).or(Class::COLLECTIVE).or(Class::ORGANISATION);
        let class = self.clause.token_class(phrase.head_token);
        if frame != Frame::NounAbout && class.any(people) && !class.any(Class::SPEECH_NOUN) {
            return None;
        }
        let tie = Tie { frame, cue: phrase.head_token, chunk: at, begins, rivals: 0 };
        let score = self.cue_score(&tie)?;
        let (source, subject) = self.owner_or_subject(at, phrase)?;
        let content = self.seen.get(begins)?.first..self.tokens.end;
        Some(Proposal { tie, subject, source, lead: None, content, score })
    }

    fn behind_noun(&self, at: usize) -> Option<(Frame, usize)> {
        let next = at + 1;
        match self.chunks().get(next)? {
            Chunk::Subordinator(_) if self.introduces(next, &["that"]) => Some((Frame::NounClause, next + 1)),
            Chunk::Subordinator(_) if self.introduces(next, &["whether", "if", "how", "why"]) => {
                Some((Frame::NounClause, next))
            }
            Chunk::Preposition(_) if self.is_infinitive(next) => Some((Frame::NounInfinitive, next)),
            Chunk::Preposition(token) if ABOUT.iter().any(|word| self.clause.text.is_word(*token, word)) => {
                self.governs(next).then_some((Frame::NounAbout, next + 1))
            }
            Chunk::Phrase(_) if self.opens_clause(next) => Some((Frame::NounClause, next)),
            _ => None,
        }
    }

    /// Whose claim it is: the owner that it names, or the subject of the verb in front of it.
    fn owner_or_subject(&self, at: usize, phrase: &Phrase) -> Option<(Phrase, Option<usize>)> {
        if let Some(owner) = self.clause.owner(phrase) {
            return Some((owner, None));
        }
        let before = at.checked_sub(1)?;
        let source = match self.chunks()[before] {
            Chunk::Cue(verb) | Chunk::Verb(verb) if self.puts_out(verb) => None,
            Chunk::Cue(_) | Chunk::Verb(_) => self.clause.subject(before),
            Chunk::Auxiliary(_) | Chunk::Adverb(_) => self.clause.subject(at),
            _ => None,
        };
        let source = source.filter(|&source| source < at)?;
        Some((self.clause.whole(source)?, Some(source)))
    }
}
