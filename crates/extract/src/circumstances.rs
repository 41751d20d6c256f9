//! How, to whom, in what place and when something was said, from the words around its cue.

mod place;
mod when;

use std::ops::Range;

use crate::{
    attribution::Attribution,
    chunks::{Chunk, Head, Phrase, Sentence},
    lexicon::Class,
    model::Span,
    names::Name,
    subjects::Clause,
    tokens::Text,
};

/// How, to whom, in what place and when.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Circumstances {
    pub(crate) medium: Option<Span>,
    pub(crate) addressee: Option<Span>,
    /// The place, with its preposition.
    pub(crate) place: Option<Span>,
    /// The words that say when.
    pub(crate) when: Option<Span>,
}

/// Verbs whose object is whom they tell.
const ADDRESSEE_CUES: [&str; 10] =
    ["told", "tell", "tells", "telling", "asked", "assured", "informed", "reminded", "warned", "advised"];

/// Finds the circumstances of an attribution.
pub(crate) fn circumstances(
    text: &Text<'_>,
    names: &[Name],
    sentences: &[Sentence],
    attribution: &Attribution,
    reported: &[Range<usize>],
) -> Circumstances {
    let (Some(sentence), Some(cue)) = (sentences.get(attribution.sentence), attribution.cue_chunk) else {
        return Circumstances::default();
    };
    if cue >= sentence.chunks.len() {
        return Circumstances::default();
    }
    let source = attribution.source.as_ref();
    let scene = Scene { clause: Clause::of(sentence, text, names), cue, source, reported };
    let told = scene.told();
    let medium =
        scene.medium().or_else(|| told.filter(|&at| scene.is_press(at)).and_then(|at| scene.since_cue(at)));
    let addressee = told.or_else(|| scene.spoken_to());
    let addressee =
        addressee.and_then(|at| scene.clause.phrase(at)).map(|phrase| scene.span(phrase.tokens.clone()));
    Circumstances { medium, addressee, place: scene.place(), when: scene.when() }
}

struct Scene<'a> {
    clause: Clause<'a>,
    cue: usize,
    source: Option<&'a Phrase>,
    /// The tokens of what is reported: what stands there tells nothing of the report.
    reported: &'a [Range<usize>],
}

impl Scene<'_> {
    /// Whether a chunk is part of what is reported.
    fn is_reported(&self, chunk: usize) -> bool {
        let token = match &self.clause.chunks[chunk] {
            Chunk::Phrase(phrase) => phrase.tokens.start,
            Chunk::Preposition(token) | Chunk::Adverb(token) | Chunk::Verb(token) => *token,
            _ => return false,
        };
        self.reported.iter().any(|content| content.contains(&token))
    }

    fn text(&self) -> &Text<'_> {
        self.clause.text
    }

    fn span(&self, tokens: Range<usize>) -> Span {
        Span::from(self.text().bytes(tokens))
    }

    fn cue_token(&self) -> Option<usize> {
        match self.clause.chunks[self.cue] {
            Chunk::Cue(token) | Chunk::Verb(token) | Chunk::Preposition(token) => Some(token),
            _ => None,
        }
    }

    /// "told reporters": the chunk of whom the cue's object names, unless that is the source, as in "asked Ann Doe".
    fn told(&self) -> Option<usize> {
        let cue = self.cue_token()?;
        let takes = ADDRESSEE_CUES.iter().any(|word| self.text().is_word(cue, word));
        let at = self.cue + 1;
        let phrase = self.clause.phrase(at).filter(|phrase| takes && phrase.head != Head::Relative)?;
        let speaks = self.source.is_some_and(|source| source.head_token == phrase.head_token);
        (!speaks).then_some(at)
    }

    /// "said to her sister", "in a letter to the trustees": whom a "to" behind the cue or behind a message names.
    fn spoken_to(&self) -> Option<usize> {
        let class = self.clause.token_class(self.cue_token()?);
        let to = (self.cue + 1..self.clause.chunks.len())
            .take_while(|&at| matches!(self.clause.chunks[at], Chunk::Preposition(_) | Chunk::Phrase(_)))
            .find(|&at| self.clause.is_preposition(at, "to"))?;
        let behind_cue = to == self.cue + 1 && class.any(Class::SPEECH);
        let message = self.clause.phrase(to - 1).is_some_and(|phrase| {
            let class = self.clause.token_class(phrase.head_token);
            class.any(Class::MEDIUM) && class.any(Class::SPEECH_NOUN.or(Class::DOCUMENT))
        });
        let addressed = self.clause.phrase(to + 1).is_some_and(|phrase| {
            let class = self.clause.token_class(phrase.head_token);
            self.clause.is_person(phrase)
                || phrase.head == Head::Pronoun
                || class.any(Class::ROLE.or(Class::PLURAL_PERSON).or(Class::COLLECTIVE))
        });
        (!self.is_reported(to) && (addressed && behind_cue || message)).then_some(to + 1)
    }

    /// Whether the phrase at a chunk names the press.
    fn is_press(&self, at: usize) -> bool {
        self.clause.phrase(at).is_some_and(|phrase| {
            ["reporters", "journalists", "reporter"]
                .iter()
                .any(|word| self.text().is_word(phrase.head_token, word))
                || self.clause.token_class(phrase.head_token).any(Class::ORGANISATION)
        })
    }

    /// From the cue to the end of the phrase at `chunk`.
    fn since_cue(&self, chunk: usize) -> Option<Span> {
        let phrase = self.clause.phrase(chunk)?;
        Some(self.span(self.cue_token()?..phrase.tokens.end))
    }

    /// The prepositional phrase that names a medium or an occasion: "on X", "in an interview with".
    fn medium(&self) -> Option<Span> {
        let chunks = self.clause.chunks;
        let behind =
            (self.cue + 1..chunks.len()).take_while(|&at| !matches!(chunks[at], Chunk::Stop | Chunk::Cue(_)));
        let comma = (0..self.cue).rev().find(|&at| matches!(chunks[at], Chunk::Comma)).unwrap_or(0);
        let before = 0..if self.opens_with_medium() { comma } else { 0 };
        behind.chain(before).find_map(|at| self.medium_at(at).filter(|_| !self.is_reported(at)))
    }

    /// Whether what stands before the subject can belong to the cue: an opening phrase up to a comma.
    fn opens_with_medium(&self) -> bool {
        matches!(self.clause.chunks.first(), Some(Chunk::Preposition(_)))
    }

    fn medium_at(&self, at: usize) -> Option<Span> {
        let Chunk::Preposition(preposition) = self.clause.chunks[at] else { return None };
        let fits = ["on", "in", "at", "via", "during", "through"]
            .iter()
            .any(|word| self.text().is_word(preposition, word));
        let phrase = self.clause.phrase(at + 1).filter(|_| fits)?;
        let head = &self.text().tokens[phrase.head_token];
        let outlet = matches!(phrase.head, Head::Name(_))
            && head.is(Class::ORGANISATION)
            && self.text().is_word(preposition, "on");
        let medium = head.is(Class::MEDIUM) || outlet;
        // A day may stand in the same breath: "on X Monday".
        let day = phrase.tokens.clone().find(|&at| self.text().tokens[at].is(Class::DAY));
        let end = day.unwrap_or_else(|| self.end_of_medium(at + 1, phrase));
        (medium && end > phrase.tokens.start).then(|| self.span(preposition..end))
    }

    /// Where the words of a medium end: with "with the Gazette" behind an interview, "on Facebook" behind a post.
    fn end_of_medium(&self, at: usize, phrase: &Phrase) -> usize {
        let is = |words: &[&str]| words.iter().any(|word| self.text().is_word(phrase.head_token, word));
        let joins = match self.clause.chunks.get(at + 1) {
            Some(Chunk::Preposition(token)) if is(&["interview", "call"]) => {
                self.text().is_word(*token, "with")
            }
            Some(Chunk::Preposition(token)) if is(&["post", "message", "video"]) => {
                self.text().is_word(*token, "on")
            }
            _ => false,
        };
        let named = self.clause.phrase(at + 2).filter(|other| joins && matches!(other.head, Head::Name(_)));
        named.map_or(phrase.tokens.end, |other| other.tokens.end)
    }
}
