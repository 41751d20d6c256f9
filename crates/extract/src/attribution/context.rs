//! Quotations that their own sentence does not attribute: the sentence before, or the quotation before.

use super::{Attribution, Construct};
use crate::{
    chunks::{Chunk, Head, Sentence},
    lexicon::Class,
    names::Name,
    subjects::Clause,
    tokens::Text,
};

/// A quotation that its own sentence does not attribute, and what was found before it.
pub(super) struct Context<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) names: &'a [Name],
    pub(super) sentences: &'a [Sentence],
    pub(super) found: &'a [Attribution],
}

impl Context<'_> {
    pub(super) fn around(&self, sentence: usize, chunk: usize, last: Option<usize>) -> Attribution {
        let alone = chunk == 0;
        if !alone {
            return Attribution::none(sentence);
        }
        self.introduced(sentence, last)
            .or_else(|| self.continued(last))
            .unwrap_or_else(|| Attribution::none(sentence))
    }

    /// The sentence before ends with a colon, or tells who speaks without quoting.
    fn introduced(&self, sentence: usize, last: Option<usize>) -> Option<Attribution> {
        let before = sentence.checked_sub(1)?;
        let previous = &self.sentences[before];
        let same_paragraph = previous.paragraph == self.sentences[sentence].paragraph;
        let colon = matches!(previous.chunks.last(), Some(Chunk::Colon));
        let quotes = previous.chunks.iter().any(|chunk| matches!(chunk, Chunk::Quote(_)));
        let adjacent = previous.paragraph + 1 == self.sentences[sentence].paragraph;
        if !(same_paragraph || adjacent) || quotes && !colon {
            return None;
        }
        let clause = Clause { text: self.text, names: self.names, chunks: &previous.chunks };
        let is_cue = |at: &usize| matches!(previous.chunks[*at], Chunk::Cue(token) if clause.token_class(token).any(Class::SPEECH));
        let cue = (0..previous.chunks.len()).find(is_cue);
        let subject =
            cue.and_then(|cue| clause.subject(cue)).or_else(|| clause.first_phrase(previous.chunks.len()))?;
        let source = clause.phrase(subject)?.clone();
        let speaks = clause.is_person(&source) || source.head == Head::Pronoun || cue.is_some();
        if !(colon || speaks || last.is_none()) {
            return None;
        }
        let token = cue.and_then(|cue| match previous.chunks[cue] {
            Chunk::Cue(token) => Some(token),
            _ => None,
        });
        Some(Attribution {
            construct: Construct::Introduced,
            sentence: before,
            source: Some(source),
            cue: token,
            cue_chunk: cue,
        })
    }

    /// The quotation before it goes on.
    fn continued(&self, last: Option<usize>) -> Option<Attribution> {
        let before = &self.found[last?];
        before.source.as_ref()?;
        Some(Attribution { construct: Construct::Continued, ..before.clone() })
    }
}
