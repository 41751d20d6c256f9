//! In what place something was said: "said in Paris", "told supporters at a rally in Ellery, Ohio".
//!
//! Only what hangs on the cue counts: whom it tells, a medium or an occasion, a day. A place that belongs to anything
//! else ("said of the fire in Paris", "a lawyer in Ohio said") was not where it was said.

use super::Scene;
use crate::{
    chunks::{Chunk, Head, Phrase},
    lexicon::Class,
    model::Span,
    names::Sort,
};

/// Participles that open a sentence by telling where somebody spoke.
const SPEAKING: [&str; 4] = ["speaking", "appearing", "campaigning", "addressing"];

/// Verbs whose words are read, not heard.
const WRITING: [&str; 6] = ["wrote", "writes", "write", "writing", "posted", "tweeted"];

impl Scene<'_> {
    /// The place behind a verb of speech, or behind a participle that opens its sentence: "Speaking in Paris, Ann Doe".
    pub(super) fn place(&self) -> Option<Span> {
        let speaks = self.clause.token_class(self.cue_token()?).any(Class::SPEECH);
        let opening = match self.clause.chunks.first()? {
            Chunk::Cue(token) | Chunk::Verb(token) => {
                self.cue > 0 && SPEAKING.iter().any(|word| self.text().is_word(*token, word))
            }
            _ => false,
        };
        let behind = speaks.then(|| self.place_from(self.cue + 1)).flatten();
        behind.or_else(|| opening.then(|| self.place_from(1)).flatten())
    }

    /// The place among the phrases from `at` on that hang on a verb in front of it.
    fn place_from(&self, at: usize) -> Option<Span> {
        let mut at = at;
        // Of a name that no list has, an occasion makes a place ("at a rally in Dubuque"), and speech does ("said in
        // Dubuque"); what is written may stand in a paper of that name.
        let written = |token: usize| WRITING.iter().any(|word| self.text().is_word(token, word));
        let mut occasion = !self.cue_token().is_some_and(written);
        loop {
            match self.clause.chunks.get(at)? {
                _ if self.is_reported(at) => return None,
                Chunk::Adverb(_) => at += 1,
                Chunk::Phrase(phrase) if self.is_time(phrase) => at += 1,
                Chunk::Phrase(phrase) if self.is_audience(at, phrase) || self.is_inverted(phrase) => at += 1,
                Chunk::Preposition(_) => {
                    if let Some(place) = self.place_at(at, occasion) {
                        return Some(place);
                    }
                    let phrase = self.clause.phrase(at + 1)?;
                    let class = self.clause.token_class(phrase.head_token);
                    let medium = class.any(Class::MEDIUM);
                    let addressee = self.clause.is_preposition(at, "to")
                        || self.clause.is_preposition(at, "with") && self.is_occasion(at);
                    if !(medium || addressee || self.is_time(phrase)) {
                        return None;
                    }
                    occasion = medium && !class.any(Class::DOCUMENT.or(Class::SPEECH_NOUN));
                    at += 2;
                }
                _ => return None,
            }
        }
    }

    /// Whether the phrase at a chunk is whom the verb tells, and no single official whom a place would describe: "asked
    /// the attorney in Ellery".
    fn is_audience(&self, at: usize, phrase: &Phrase) -> bool {
        let several =
            self.clause.token_class(phrase.head_token).any(Class::PLURAL_PERSON.or(Class::COLLECTIVE))
                || self.text().word(phrase.head_token).ends_with('s');
        self.told() == Some(at) && (phrase.head != Head::Noun || several)
    }

    /// Whether a phrase behind the cue is its source, and nobody whom a place would describe: "said a lawyer in Ohio".
    fn is_inverted(&self, phrase: &Phrase) -> bool {
        let source = self.source.is_some_and(|source| source.head_token == phrase.head_token);
        source && (self.clause.is_person(phrase) || phrase.head == Head::Pronoun)
    }

    /// Whether a medium or an occasion stands in front of a chunk: "at a rally with", "in an interview with".
    fn is_occasion(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.clause.phrase(before));
        before.is_some_and(|phrase| self.clause.token_class(phrase.head_token).any(Class::MEDIUM))
    }

    fn is_time(&self, phrase: &Phrase) -> bool {
        let class = self.clause.token_class(phrase.head_token);
        class.any(Class::DAY.or(Class::MONTH).or(Class::TIME))
    }

    /// The preposition at a chunk and the place behind it, with what it lies in: "in Ellery, Ohio".
    fn place_at(&self, at: usize, occasion: bool) -> Option<Span> {
        let Chunk::Preposition(preposition) = self.clause.chunks[at] else { return None };
        let is = |words: &[&str]| words.iter().any(|word| self.text().is_word(preposition, word));
        let phrase = self.clause.phrase(at + 1).filter(|_| is(&["in", "outside", "inside", "near"]))?;
        let lies_in =
            self.place_name(at + 3).filter(|_| matches!(self.clause.chunks.get(at + 2), Some(Chunk::Comma)));
        let named = match phrase.head {
            Head::Name(_) if self.place_name(at + 1).is_some() => true,
            Head::Name(name) => {
                self.clause.names[name].sort == Sort::Unknown && (occasion || lies_in.is_some())
            }
            Head::Noun => {
                is(&["outside", "inside"])
                    && self.clause.token_class(phrase.tokens.start).any(Class::DETERMINER)
            }
            _ => false,
        };
        // "in a Paris newspaper": the place only describes what follows.
        let describes =
            matches!(self.clause.chunks.get(at + 2), Some(Chunk::Phrase(next)) if !self.is_time(next));
        let language = self.clause.token_class(phrase.head_token).any(Class::NATIONALITY);
        let fits = !self.is_time(phrase) && !describes && named && !language;
        let end =
            lies_in.filter(|_| phrase.head != Head::Noun).map_or(phrase.tokens.end, |place| place.tokens.end);
        fits.then(|| self.span(preposition..end))
    }

    fn place_name(&self, at: usize) -> Option<&Phrase> {
        let place = |phrase: &&Phrase| matches!(phrase.head, Head::Name(name) if self.clause.names[name].sort == Sort::Place);
        self.clause.phrase(at).filter(place)
    }
}
