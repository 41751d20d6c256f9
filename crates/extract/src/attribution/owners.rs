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
        let introduces = matches!(
            self.chunks()[noun + 1],
            Chunk::Subordinator(_) | Chunk::Quote(_) | Chunk::Colon | Chunk::Auxiliary(_)
        );
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
        let owner = self.clause.owner(phrase)?;
        Some(Attribution {
            construct: Construct::SpeechNoun,
            sentence: self.sentence,
            source: Some(owner),
            cue: Some(phrase.head_token),
            cue_chunk: Some(noun),
        })
    }
}
