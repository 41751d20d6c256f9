//! Where what is reported ends.

use super::Reader;
use crate::{
    attribution::Construct,
    chunks::{Chunk, Head},
    lexicon::Class,
};

impl Reader<'_> {
    /// The token behind the last one of the content that begins at the chunk `from`.
    pub(super) fn end(&self, from: usize, construct: Construct) -> usize {
        let object = matches!(construct, Construct::ReportedObject | Construct::ReportedAbout);
        let mut verb = false;
        for at in from..self.chunks().len() {
            if at > from && self.ends_at(at, object, verb) {
                return self.token_before(at);
            }
            verb |= matches!(self.chunks()[at], Chunk::Verb(_) | Chunk::Cue(_) | Chunk::Auxiliary(_));
        }
        self.tokens.end
    }

    /// The token that the chunk at `at`, which may be a mark or a conjunction, begins with.
    fn token_before(&self, at: usize) -> usize {
        self.first_token(at + 1).map_or(self.tokens.end, |token| token - 1)
    }

    /// Whether the content ends in front of the chunk at `at`; `verb`: its verb stands before.
    fn ends_at(&self, at: usize, object: bool, verb: bool) -> bool {
        match self.chunks()[at] {
            Chunk::Conjunction => self.source_goes_on(at + 1),
            Chunk::Comma => object || verb && self.is_aside(at + 1),
            Chunk::Dash => true,
            _ => false,
        }
    }

    /// Whether the source goes on with another verb of speech: "and said", "and has expressed".
    fn source_goes_on(&self, at: usize) -> bool {
        let finite = |chunk: Option<&Chunk>| match chunk {
            Some(Chunk::Cue(token)) => {
                let class = self.clause.token_class(*token);
                class.any(Class::SPEECH) && class.any(Class::FINITE)
            }
            _ => false,
        };
        finite(self.chunks().get(at)) || finite(self.chunks().get(at + 1))
    }

    /// Whether what stands behind a comma is the reporter's own: an apposition, a relative clause, a contrast, another
    /// tag.
    fn is_aside(&self, at: usize) -> bool {
        let is =
            |token: usize, words: &[&str]| words.iter().any(|word| self.clause.text.is_word(token, word));
        match self.chunks().get(at) {
            Some(Chunk::Preposition(token)) => is(*token, &["according"]),
            Some(Chunk::Subordinator(token)) => is(*token, &["while", "although", "though", "as"]),
            Some(Chunk::Adverb(token)) => is(*token, &["even", "however"]),
            Some(Chunk::Cue(token) | Chunk::Verb(token)) => {
                let class = self.clause.token_class(*token);
                class.any(Class::GERUND) && class.any(Class::CUE) || is(*token, &["compared"])
            }
            Some(Chunk::Conjunction) => self.opens_clause(at + 1),
            Some(Chunk::Phrase(phrase)) => {
                phrase.head == Head::Relative
                    || is(phrase.tokens.start, &["a", "an", "the"])
                    || self.opens_clause(at)
            }
            _ => false,
        }
    }
}
