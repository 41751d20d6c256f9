//! Sources that own the words: `according to Ann Doe`, `Ann Doe's claim that it was "..."`.

use super::{Attribution, Construct, reading::Reading};
use crate::{
    chunks::{Chunk, Phrase},
    lexicon::Class,
};

impl Reading<'_> {
    pub(super) fn according_to(&self) -> Option<Attribution> {
        let according = (0..self.chunks().len()).find(|&at| self.clause.is_preposition(at, "according"))?;
        self.attribution(Construct::AccordingTo, self.phrase_behind(according + 1)?, Some(according))
    }

    /// `Ann Doe's "..."`, `Ann Doe's claim that it was "..."`: the owner of the words.
    ///
    /// Where `direct` is set, only "that", a form of "be" or nothing may stand behind the noun.
    pub(super) fn speech_noun(&self, direct: bool) -> Option<Attribution> {
        let names_words = |phrase: &Phrase| self.class(phrase.head_token).any(Class::SPEECH_NOUN);
        let noun = (0..self.chunk).rev().find(|&at| self.clause.phrase(at).is_some_and(names_words))?;
        let phrase = self.clause.phrase(noun)?;
        let introduces = match self.chunks()[noun + 1] {
            Chunk::Subordinator(token) => self.clause.text.is_word(token, "that"),
            Chunk::Quote(_) => !self.is_judged(noun),
            Chunk::Colon => true,
            // "Doe went on, saying that her view was ...": what is told of the words is the teller's.
            Chunk::Auxiliary(_) => !self.chunks()[..noun]
                .iter()
                .any(|chunk| matches!(chunk, Chunk::Cue(token) if self.class(*token).any(Class::SPEECH))),
            _ => false,
        };
        // "saying that her comments were ...": the words are those of who says so.
        let is_reported = self.reporter(noun).is_some();
        if direct && (!introduces || is_reported) {
            return None;
        }
        // "a call by Ann Doe for ..."
        if self.clause.is_preposition(noun + 1, "by") || self.clause.is_preposition(noun + 1, "from") {
            return self.attribution(
                Construct::SpeechNoun,
                self.clause.phrase(noun + 2).map(|_| noun + 2)?,
                None,
            );
        }
        let owner = self.clause.owner(phrase).filter(|_| !self.is_judged(noun))?;
        Some(Attribution {
            construct: Construct::SpeechNoun,
            sentence: self.sentence,
            source: Some(owner),
            cue: Some(phrase.head_token),
            cue_chunk: Some(noun),
        })
    }

    /// Whether the words are what somebody else passes a judgement on: "denounced Doe's remarks as", "calling her
    /// claim", and the quotation is the judgement.
    fn is_judged(&self, noun: usize) -> bool {
        let Some(before) = noun.checked_sub(1) else { return false };
        let judges = matches!(self.chunks()[before], Chunk::Cue(_) | Chunk::Verb(_));
        let names =
            matches!(self.chunks()[before], Chunk::Cue(token) if self.class(token).any(Class::REPORT));
        let as_such = self.chunks()[noun + 1..self.chunk].iter().any(
            |chunk| matches!(chunk, Chunk::Subordinator(token) | Chunk::Preposition(token) if self.clause.text.is_word(*token, "as")),
        );
        judges && as_such || names && matches!(self.chunks()[noun + 1], Chunk::Quote(_))
    }
}
