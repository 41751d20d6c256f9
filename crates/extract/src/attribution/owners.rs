//! Sources that own the words: `according to Ann Doe`, `Ann Doe's claim that it was "..."`.

use super::{Attribution, Construct, reading::Reading};
use crate::{
    chunks::{Chunk, Head, Phrase},
    lexicon::Class,
};

impl Reading<'_> {
    pub(super) fn according_to(&self) -> Option<Attribution> {
        let according = (0..self.chunks().len()).find(|&at| self.clause.is_preposition(at, "according"))?;
        // "Doe said that according to her count": what she says so is hers.
        let that = according.checked_sub(1).is_some_and(|at| {
            matches!(self.chunks()[at], Chunk::Subordinator(token) if self.clause.text.is_word(token, "that"))
        });
        let reported = that && self.reporter(according).is_some();
        let source = self.phrase_behind(according + 1).filter(|_| !reported)?;
        self.attribution(Construct::AccordingTo, source, Some(according))
    }

    /// Whose view or words a sentence gives in passing: `In Ann Doe's view, it was "..."`, `as Ann Doe put it`.
    pub(super) fn in_passing(&self) -> Option<Attribution> {
        (0..self.chunks().len()).find_map(|at| match self.chunks()[at] {
            Chunk::Preposition(_) => self.in_words_of(at),
            Chunk::Cue(_) => self.as_put_by(at),
            _ => None,
        })
    }

    /// Whether a phrase set off from its sentence can begin or end beside the chunk at `at`.
    fn is_border(&self, at: Option<usize>) -> bool {
        let Some(chunk) = at.and_then(|at| self.chunks().get(at)) else { return true };
        matches!(
            chunk,
            Chunk::Comma
                | Chunk::Dash
                | Chunk::Quote(_)
                | Chunk::Stop
                | Chunk::Conjunction
                | Chunk::Subordinator(_)
        )
    }

    /// `in Ann Doe's view`, `in the words of Ann Doe`, where a preposition stands at `at`.
    fn in_words_of(&self, at: usize) -> Option<Attribution> {
        let opens = self.clause.is_preposition(at, "in") && self.is_border(at.checked_sub(1));
        let phrase = self.clause.phrase(at + 1).filter(|_| opens)?;
        let view = ["view", "views", "words", "opinion", "telling"];
        if !view.iter().any(|word| self.clause.text.is_word(phrase.head_token, word)) {
            return None;
        }
        if self.clause.is_preposition(at + 2, "of") && self.clause.phrase(at + 3).is_some() {
            return self.attribution(Construct::SpeechNoun, at + 3, None);
        }
        let named = |owner: &Phrase| owner.head != Head::Pronoun && self.is_border(Some(at + 2));
        Some(Attribution {
            construct: Construct::SpeechNoun,
            sentence: self.sentence,
            source: Some(self.clause.owner(phrase).filter(named)?),
            mention: None,
            cue: Some(phrase.head_token),
            cue_chunk: Some(at + 1),
        })
    }

    /// `as Ann Doe put it`, where a cue stands at `at`.
    fn as_put_by(&self, at: usize) -> Option<Attribution> {
        let Chunk::Cue(put) = self.chunks()[at] else { return None };
        let is = |token, words: &[&str]| words.iter().any(|word| self.clause.text.is_word(token, word));
        let it = self.clause.phrase(at + 1).is_some_and(|it| is(it.head_token, &["it"]));
        let closed =
            self.is_border(Some(at + 2)) || matches!(self.chunks().get(at + 2), Some(Chunk::Preposition(_)));
        if !(it && closed && is(put, &["put", "puts"])) {
            return None;
        }
        let source = self.clause.subject(at).filter(|&source| source > 0)?;
        let opened = matches!(self.chunks()[source - 1], Chunk::Subordinator(token) if is(token, &["as"]));
        opened.then(|| self.attribution(Construct::ClauseSourceCue, source, Some(at))).flatten()
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
            mention: None,
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
