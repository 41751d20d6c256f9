//! A colon between source and quotation: `ANN DOE: "..."`, `Ann Doe's answer: "..."`.

use super::{Attribution, Construct, reading::Reading};
use crate::{
    chunks::{Chunk, Head},
    lexicon::Class,
};

impl Reading<'_> {
    /// `ANN DOE: "..."`
    pub(super) fn colon_before(&self) -> Option<Attribution> {
        let colon = self.chunk.checked_sub(1)?;
        if !matches!(self.chunks()[colon], Chunk::Colon) {
            // "A. Because the sea gives it back."
            let turn = self.clause.text.quoted[self.quoted].is_turn();
            return turn.then(|| self.attribution(Construct::Colon, colon, None)).flatten();
        }
        if let Some(named) = self.alone_before_colon(colon) {
            return self.attribution(Construct::Colon, named, None);
        }
        let verb = self.verb_before_colon(colon);
        let source =
            verb.and_then(|verb| self.clause.subject(verb)).or_else(|| self.clause.first_phrase(colon))?;
        self.owned_before_colon(source, verb).or_else(|| self.attribution(Construct::Colon, source, verb))
    }

    /// "A long line of a headline — Ann Doe: ...": the name that stands alone between dash and colon.
    fn alone_before_colon(&self, colon: usize) -> Option<usize> {
        let alone = self.clause.segment_start(colon);
        let verbless = |at: usize| {
            matches!(self.chunks()[at], Chunk::Phrase(_) | Chunk::Conjunction | Chunk::Preposition(_))
        };
        let behind_dash = alone > 0 && matches!(self.chunks()[alone - 1], Chunk::Dash);
        let named =
            |at: &usize| self.clause.phrase(*at).is_some_and(|phrase| matches!(phrase.head, Head::Name(_)));
        (alone..colon).find(named).filter(|_| behind_dash && (alone..colon).all(verbless))
    }

    /// The verb whose subject a colon gives the word: a verb of speech, if it can be of the main clause.
    fn verb_before_colon(&self, colon: usize) -> Option<usize> {
        let main_clause = self.clause.main_clause();
        let from = if main_clause < colon { main_clause } else { 0 };
        let verbs = || {
            (from..colon).rev().filter(|&at| {
                matches!(self.chunks()[at], Chunk::Cue(_) | Chunk::Verb(_) | Chunk::Auxiliary(_))
            })
        };
        // A verb of a relative clause says nothing of who speaks: "a candidate who promised reform:".
        let behind_relative = |at: usize| {
            at > 0 && self.clause.phrase(at - 1).is_some_and(|phrase| phrase.head == Head::Relative)
        };
        let relative =
            |at: usize| behind_relative(at) || self.clause.subject(at).is_some_and(behind_relative);
        let speech = || verbs().filter(|&at| self.is_speech(at));
        speech().find(|&at| !relative(at)).or_else(|| speech().next()).or_else(|| verbs().next())
    }

    /// "Ann Doe's answer: ...", but no letter of hers that does something: "Ann Doe's letter makes a case: ...".
    fn owned_before_colon(&self, source: usize, verb: Option<usize>) -> Option<Attribution> {
        let does = verb.is_some_and(|verb| !matches!(self.chunks()[verb], Chunk::Auxiliary(_)));
        let words = self.clause.phrase(source).filter(|phrase| {
            let class = self.class(phrase.head_token);
            class.any(Class::SPEECH_NOUN) && !(does && class.any(Class::DOCUMENT))
        })?;
        Some(Attribution {
            construct: Construct::Colon,
            sentence: self.sentence,
            source: Some(self.clause.owner(words)?),
            mention: None,
            cue: Some(words.head_token),
            cue_chunk: Some(source),
        })
    }
}
