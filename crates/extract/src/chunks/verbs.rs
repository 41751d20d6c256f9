//! Words that may be a verb or something else.

use super::{Chunk, Chunker, Head};
use crate::lexicon::Class;

impl Chunker<'_> {
    /// "said retired Army Lt. Gen. Ann Doe": whether a participle behind a verb of speech describes whom a capital names.
    pub(super) fn is_retired(&self, at: usize) -> bool {
        let says = matches!(self.current.chunks.last(), Some(Chunk::Cue(cue)) if self.text.tokens[*cue].is(Class::SPEECH));
        let next = self.text.tokens.get(at + 1);
        self.describes_people(at)
            || says
                && self.text.tokens[at].is(Class::PARTICIPLE)
                && next.is_some_and(|next| next.capital && next.is_word() || self.opens_source(at))
    }

    /// "half of registered voters": whether a participle behind a preposition describes the people right behind it.
    fn describes_people(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        let governed = matches!(self.current.chunks.last(), Some(Chunk::Preposition(of)) if !self.text.is_word(*of, "to"));
        governed
            && (token.is(Class::PARTICIPLE) || self.text.word(at).ends_with("ed"))
            && !token.is(Class::BASE)
            && self.text.tokens.get(at + 1).is_some_and(|next| next.is(Class::PLURAL_PERSON))
    }

    /// `"...," said undecided voter Ann Doe`: whether what looks like a participle describes whom the verb of speech
    /// behind a quotation has for its subject: a plain noun or a name follows.
    fn opens_source(&self, at: usize) -> bool {
        let tag = matches!(self.current.chunks.as_slice(), [.., Chunk::Quote(_), Chunk::Cue(cue)] if self.text.tokens[*cue].is(Class::SPEECH));
        let grammar = Class::FUNCTION.or(Class::RELATIVE).or(Class::DAY);
        tag && self.text.tokens.get(at + 1).is_some_and(|next| next.is_word() && !next.is(grammar))
    }

    /// Whether a word that no list has looks like a participle where a phrase could begin: "prompting", "fueled".
    pub(super) fn is_unknown_verb(&self, at: usize) -> bool {
        let (token, word) = (&self.text.tokens[at], self.text.word(at));
        let ends = (word.ends_with("ing") || word.ends_with("ed")) && word.len() > 5;
        // "to repudiate the", "would spill", "he laid off": no noun stands there.
        let governed = match self.current.chunks.last() {
            // "Was shorter" is no verb; "would spill" is one.
            Some(Chunk::Auxiliary(before)) => !self.is_form_of_be(*before),
            Some(Chunk::Preposition(to)) => {
                self.text.is_word(*to, "to")
                    && self.text.tokens.get(at + 1).is_some_and(|next| {
                        next.is(Class::DETERMINER
                            .or(Class::POSSESSIVE)
                            .or(Class::PREPOSITION)
                            .or(Class::PRONOUN))
                    })
            }
            Some(Chunk::Phrase(subject)) => {
                subject.head == Head::Pronoun
                    && ["he", "she", "they", "we", "i"]
                        .iter()
                        .any(|word| self.text.is_word(subject.head_token, word))
            }
            _ => false,
        };
        let adjective = self.text.is_word(at, "acting")
            && self.text.tokens.get(at + 1).is_some_and(|next| next.is(Class::ROLE));
        let third = matches!(self.current.chunks.as_slice(), [before @ .., Chunk::Phrase(_)] if self.opens_clause(before.last()))
            && self.is_unlisted_third(at);
        let opens = ends && self.opens_source(at);
        (ends || governed || third) && !token.capital && token.class == Class::NONE && !adjective && !opens
    }

    fn is_form_of_be(&self, at: usize) -> bool {
        ["is", "are", "was", "were", "be", "been", "being", "'s", "’s"]
            .iter()
            .any(|form| self.text.is_word(at, form))
    }

    /// Whether a word that may be a verb is a noun here: it begins a phrase and a verb follows, or "of".
    pub(super) fn verb_is_noun(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        if token.is(Class::PARTICIPLE) || !token.is(Class::BASE.or(Class::FINITE)) || token.is(Class::GERUND)
        {
            return false;
        }
        let opens =
            matches!(self.current.chunks.last(), None | Some(Chunk::Preposition(_) | Chunk::Conjunction));
        let to = at > 0 && self.text.is_word(at - 1, "to");
        let next = self.text.tokens.get(at + 1);
        let verb_next = next.is_some_and(|next| {
            next.is(Class::AUXILIARY) || next.is(Class::SPEECH) && next.is(Class::FINITE)
        });
        let governed =
            matches!(self.current.chunks.last(), Some(Chunk::Preposition(_))) && token.is(Class::BASE);
        // `"...," campaign manager Ann Doe said`: a base form in front of a noun, with no plural to agree with.
        let starts = matches!(self.current.chunks.last(), None | Some(Chunk::Quote(_) | Chunk::Comma));
        let noun_next = next.is_some_and(|next| next.is(Class::ROLE) || next.capital && next.is_word());
        let compound = starts && noun_next && token.is(Class::BASE);
        // "announced plans", "carrying signs": the object of the verb before it.
        let verb_before = matches!(self.current.chunks.last(), Some(Chunk::Cue(_) | Chunk::Verb(_)));
        let object = verb_before && !to && (token.is(Class::BASE) || self.text.word(at).ends_with('s'));
        compound || object || opens && !to && (governed || verb_next || self.text.is_word(at + 1, "of"))
    }
}
