//! Sentences as chunks: noun phrases, verbs, marks, and each quotation as one piece.

mod phrases;
mod quotations;
mod verbs;

use std::ops::Range;

use crate::{
    lexicon::Class,
    names::Name,
    subjects::Subjects,
    tokens::{Shape, Text},
};

/// What a noun phrase is headed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Head {
    /// A name: an index into the names.
    Name(usize),
    /// A personal pronoun.
    Pronoun,
    /// A relative pronoun: who, which, that.
    Relative,
    /// An ordinary noun.
    Noun,
}

/// A noun phrase without what is attached to it by a preposition.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    pub(crate) tokens: Range<usize>,
    /// The token that heads it: the last of the name, or the last noun.
    pub(crate) head_token: usize,
    pub(crate) head: Head,
}

/// One piece of a sentence.
#[derive(Debug, Clone)]
pub(crate) enum Chunk {
    Phrase(Phrase),
    /// A quotation: an index into [`Text::quoted`].
    Quote(usize),
    /// A verb that may attribute, in any form.
    Cue(usize),
    /// Another verb.
    Verb(usize),
    Auxiliary(usize),
    Adverb(usize),
    Preposition(usize),
    Conjunction,
    Subordinator(usize),
    Comma,
    Colon,
    Dash,
    Stop,
    Other,
}

/// What goes on for more chunks than this is no sentence: a list, or a text that means harm to whoever reads it.
const LONGEST: usize = 500;

/// Most sentences have no more chunks than this: their list need not grow.
const USUAL: usize = 32;

/// A sentence of the narrative.
#[derive(Debug, Default)]
pub(crate) struct Sentence {
    pub(crate) chunks: Vec<Chunk>,
    /// Its tokens, stop and quotations included.
    pub(crate) tokens: Range<usize>,
    /// The paragraph it stands in.
    pub(crate) paragraph: usize,
    /// Whether a quotation stands in it.
    pub(crate) quotes: bool,
    /// The subjects of its verbs, as far as they were asked for.
    pub(crate) subjects: Subjects,
}

/// The sentences of a text.
pub(crate) fn sentences(text: &Text<'_>, names: &[Name]) -> Vec<Sentence> {
    let mut chunker = Chunker {
        text,
        names,
        next_name: 0,
        next_begins: 0,
        sentences: Vec::new(),
        current: Sentence::default(),
    };
    for (index, paragraph) in text.paragraphs.iter().enumerate() {
        chunker.current.paragraph = index;
        chunker.paragraph(paragraph.clone());
    }
    chunker.sentences
}

struct Chunker<'a> {
    text: &'a Text<'a>,
    names: &'a [Name],
    /// The first name that does not end before the place we are at.
    next_name: usize,
    /// The token that it begins with, its title included.
    next_begins: usize,
    sentences: Vec<Sentence>,
    current: Sentence,
}

impl Chunker<'_> {
    fn paragraph(&mut self, paragraph: Range<usize>) {
        let mut at = paragraph.start;
        self.current.tokens = at..at;
        while at < paragraph.end {
            at = self.piece(at, paragraph.end);
            if self.current.chunks.len() >= LONGEST {
                self.end_sentence(at);
            }
        }
        self.end_sentence(at);
    }

    /// Ends the sentence in front of the token at `end`.
    fn end_sentence(&mut self, end: usize) {
        if !self.current.chunks.is_empty() {
            let chunks = std::mem::replace(&mut self.current.chunks, Vec::with_capacity(USUAL));
            let tokens = self.current.tokens.start..end;
            let Sentence { paragraph, quotes, .. } = self.current;
            self.sentences.push(Sentence { chunks, tokens, paragraph, quotes, ..Sentence::default() });
        }
        self.current.quotes = false;
        self.current.tokens = end..end;
    }

    /// Takes one piece; gives where the next begins.
    fn piece(&mut self, at: usize, end: usize) -> usize {
        let token = self.text.tokens[at];
        if let Some(quoted) = token.quoted {
            return self.quotation(quoted as usize, at, end);
        }
        let chunk = match token.shape {
            Shape::Open => return self.parenthesis(at, end),
            Shape::Comma => Chunk::Comma,
            Shape::Colon => Chunk::Colon,
            Shape::Semicolon => Chunk::Dash,
            Shape::Dash if token.spaced || self.text.tokens.get(at + 1).is_some_and(|next| next.spaced) => {
                Chunk::Dash
            }
            Shape::Dash
                if self.text.word(at).starts_with(['—', '–', '―']) || self.text.word(at).len() > 1 =>
            {
                Chunk::Dash
            }
            Shape::Stop => {
                self.current.chunks.push(Chunk::Stop);
                self.end_sentence(at + 1);
                return at + 1;
            }
            Shape::Word | Shape::Number => return self.word(at, end),
            // "he's": the pronoun's verb.
            Shape::Possessive if at > 0 && self.text.tokens[at - 1].is(Class::PRONOUN) => {
                Chunk::Auxiliary(at)
            }
            _ => Chunk::Other,
        };
        self.current.chunks.push(chunk);
        at + 1
    }

    /// Passes over what stands in parentheses, but for quotations in it.
    fn parenthesis(&mut self, at: usize, end: usize) -> usize {
        /// A parenthesis that is longer was never closed.
        const LONGEST: usize = 60;
        let closing =
            (at + 1..end.min(at + LONGEST)).find(|&next| self.text.tokens[next].shape == Shape::Close);
        match closing {
            Some(close) if (at..close).all(|inside| self.text.tokens[inside].quoted.is_none()) => close + 1,
            _ => {
                self.current.chunks.push(Chunk::Other);
                at + 1
            }
        }
    }

    fn word(&mut self, at: usize, end: usize) -> usize {
        if self.name_at(at).is_some() {
            return self.phrase(at, end);
        }
        if self.text.is_word(at, "that") && !self.text.tokens[at].is(Class::CUE) {
            return self.that(at, end);
        }
        match self.single(at) {
            None => self.phrase(at, end),
            // "Doe herself said": no phrase of its own behind the name.
            Some(_) if self.takes_up_name(at) => at + 1,
            Some(single) => {
                self.current.chunks.push(single);
                at + 1
            }
        }
    }

    /// Whether "himself" and the like stand right behind the phrase that they take up.
    fn takes_up_name(&self, at: usize) -> bool {
        let reflexive = ["himself", "herself", "themselves", "itself"];
        matches!(self.current.chunks.last(), Some(Chunk::Phrase(named)) if named.tokens.end == at)
            && reflexive.iter().any(|word| self.text.is_word(at, word))
    }

    /// The chunk that the word at `at` is alone; None where it begins a phrase.
    fn single(&self, at: usize) -> Option<Chunk> {
        let token = &self.text.tokens[at];
        let has = |class| token.is(class);
        let next = self.text.tokens.get(at + 1);
        let next_is_noun = next
            .is_some_and(|next| next.is_word() && !next.is(Class::FUNCTION.or(Class::CUE).or(Class::VERB)));
        let next_opens = next.is_some_and(|next| next.is(Class::DETERMINER.or(Class::POSSESSIVE)));
        let phrase = |head| Chunk::Phrase(Phrase { tokens: at..at + 1, head_token: at, head });
        Some(if has(Class::RELATIVE) && !self.text.is_word(at, "whose") {
            phrase(Head::Relative)
        } else if has(Class::PRONOUN) && !(has(Class::POSSESSIVE.or(Class::DETERMINER)) && next_is_noun) {
            phrase(Head::Pronoun)
        } else if has(Class::AUXILIARY) && !(token.capital && has(Class::GIVEN)) {
            Chunk::Auxiliary(at)
        } else if has(Class::CONJUNCTION) {
            Chunk::Conjunction
        } else if self.text.is_word(at, "according") {
            Chunk::Preposition(at)
        } else if has(Class::SUBORDINATOR) && !(has(Class::PREPOSITION) && (next_is_noun || next_opens)) {
            Chunk::Subordinator(at)
        } else if has(Class::PREPOSITION) {
            Chunk::Preposition(at)
        } else if has(Class::DETERMINER.or(Class::POSSESSIVE)) {
            return None;
        } else if has(Class::ADVERB) || self.text.word(at).ends_with("ly") && !has(Class::GIVEN) {
            Chunk::Adverb(at)
        } else {
            return self.verb(at);
        })
    }

    /// The verb that the word at `at` is, if it is one here.
    fn verb(&self, at: usize) -> Option<Chunk> {
        let token = &self.text.tokens[at];
        if self.is_retired(at) {
            None
        } else if token.is(Class::CUE) && !self.verb_is_noun(at) {
            Some(Chunk::Cue(at))
        } else if token.is(Class::VERB) && !self.verb_is_noun(at) || self.is_unknown_verb(at) {
            Some(Chunk::Verb(at))
        } else {
            None
        }
    }

    /// "that" introduces a clause, relates to the noun before it, or points at the noun behind it.
    fn that(&mut self, at: usize, end: usize) -> usize {
        let after_noun = matches!(
            self.current.chunks.last(),
            Some(Chunk::Phrase(Phrase { head: Head::Noun | Head::Name(_), .. }))
        );
        let next = self.text.tokens.get(at + 1).filter(|_| at + 1 < end);
        let before_verb =
            next.is_some_and(|next| next.is(Class::AUXILIARY.or(Class::FINITE)) && !next.is(Class::PRONOUN));
        self.current.chunks.push(match after_noun && before_verb {
            true => Chunk::Phrase(Phrase { tokens: at..at + 1, head_token: at, head: Head::Relative }),
            false => Chunk::Subordinator(at),
        });
        at + 1
    }

    /// The name that begins at `at`, its title included.
    fn name_at(&mut self, at: usize) -> Option<usize> {
        // Asked of every word, nearly always in front of the next name.
        if at < self.next_begins {
            return None;
        }
        while self.names.get(self.next_name).is_some_and(|name| name.tokens.end <= at) {
            self.next_name += 1;
        }
        self.next_begins = self.names.get(self.next_name).map_or(usize::MAX, |name| name.whole().start);
        (self.next_begins == at).then_some(self.next_name)
    }
}
