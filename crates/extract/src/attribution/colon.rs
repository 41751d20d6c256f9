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
            return None;
        }
        // "A long line of a headline — Ann Doe: ...": the name that stands alone between dash and colon.
        let alone = self.clause.segment_start(colon);
        let verbless = |at: usize| {
            matches!(self.chunks()[at], Chunk::Phrase(_) | Chunk::Conjunction | Chunk::Preposition(_))
        };
        if alone > 0 && matches!(self.chunks()[alone - 1], Chunk::Dash) && (alone..colon).all(verbless) {
            let named = (alone..colon).find(|&at| {
                self.clause.phrase(at).is_some_and(|phrase| matches!(phrase.head, Head::Name(_)))
            });
            if let Some(named) = named {
                return self.attribution(Construct::Colon, named, None);
            }
        }
        let main_clause = self.clause.main_clause();
        let from = if main_clause < colon { main_clause } else { 0 };
        let verbs = || {
            (from..colon).rev().filter(|&at| {
                matches!(self.chunks()[at], Chunk::Cue(_) | Chunk::Verb(_) | Chunk::Auxiliary(_))
            })
        };
        let speech = |at: &usize| matches!(self.chunks()[*at], Chunk::Cue(token) if self.class(token).any(Class::SPEECH));
        // A verb of a relative clause says nothing of who speaks: "a candidate who promised reform:".
        let is_relative = |at: usize| {
            at > 0 && self.clause.phrase(at - 1).is_some_and(|phrase| phrase.head == Head::Relative)
        };
        let relative = |at: &usize| is_relative(*at) || self.clause.subject(*at).is_some_and(is_relative);
        let main = verbs().filter(|at| !relative(at)).find(speech);
        let verb = main.or_else(|| verbs().find(speech)).or_else(|| verbs().next());
        let source =
            verb.and_then(|verb| self.clause.subject(verb)).or_else(|| self.clause.first_phrase(colon))?;
        // "Ann Doe's answer: ..."
        let does = verb.is_some_and(|verb| !matches!(self.chunks()[verb], Chunk::Auxiliary(_)));
        let words = self.clause.phrase(source).filter(|phrase| {
            let class = self.class(phrase.head_token);
            class.any(Class::SPEECH_NOUN) && !(does && class.any(Class::DOCUMENT))
        });
        if let Some((owner, noun)) =
            words.and_then(|words| Some((self.clause.owner(words)?, words.head_token)))
        {
            let (cue, cue_chunk) = (Some(noun), Some(source));
            return Some(Attribution {
                construct: Construct::Colon,
                sentence: self.sentence,
                source: Some(owner),
                cue,
                cue_chunk,
            });
        }
        self.attribution(Construct::Colon, source, verb)
    }
}
