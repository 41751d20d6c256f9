//! Where, to whom and when something was said, from the words around its cue.

use std::ops::Range;

use crate::{
    attribution::Attribution,
    chunks::{Chunk, Head, Sentence},
    lexicon::Class,
    model::Span,
    names::Name,
    subjects::Clause,
    tokens::Text,
};

/// Where, to whom and when.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Circumstances {
    pub(crate) medium: Option<Span>,
    pub(crate) addressee: Option<Span>,
    /// The words that say when.
    pub(crate) when: Option<Span>,
}

/// Words that are a medium or an occasion when a preposition stands before them.
const MEDIA: [&str; 62] = [
    "tweet",
    "tweets",
    "statement",
    "interview",
    "post",
    "posts",
    "email",
    "e-mail",
    "letter",
    "speech",
    "rally",
    "conference",
    "briefing",
    "show",
    "podcast",
    "television",
    "media",
    "twitter",
    "facebook",
    "instagram",
    "telegram",
    "tiktok",
    "youtube",
    "snapchat",
    "whatsapp",
    "memo",
    "report",
    "book",
    "video",
    "radio",
    "hearing",
    "debate",
    "event",
    "article",
    "essay",
    "op-ed",
    "column",
    "editorial",
    "blog",
    "press",
    "message",
    "call",
    "testimony",
    "address",
    "remarks",
    "filing",
    "town-hall",
    "text",
    "documentary",
    "broadcast",
    "program",
    "programme",
    "newsletter",
    "transcript",
    "platform",
    "site",
    "website",
    "release",
    "appearance",
    "forum",
    "meeting",
    "x",
];

/// Nouns of people to whom the press is told things.
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
    let chunks =
        sentences.get(attribution.sentence).map(|sentence| sentence.chunks.as_slice()).unwrap_or_default();
    let Some(cue) = attribution.cue_chunk.filter(|cue| *cue < chunks.len()) else {
        return Circumstances::default();
    };
    let scene = Scene { clause: Clause { text, names, chunks }, cue, reported };
    let told = scene.addressee();
    let medium = scene.medium().or_else(|| {
        told.and_then(|(_, addressee, press)| press.then(|| scene.since_cue(addressee))).flatten()
    });
    Circumstances { medium, addressee: told.map(|(span, ..)| span), when: scene.when() }
}

struct Scene<'a> {
    clause: Clause<'a>,
    cue: usize,
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

    /// "told reporters": the addressee, its chunk, and whether it is the press.
    fn addressee(&self) -> Option<(Span, usize, bool)> {
        let cue = self.cue_token()?;
        let takes = ADDRESSEE_CUES.iter().any(|word| self.text().is_word(cue, word));
        let at = self.cue + 1;
        let phrase = self.clause.phrase(at).filter(|_| takes)?;
        let last = self.clause.phrase(at).filter(|phrase| phrase.head != Head::Relative)?;
        let press = ["reporters", "journalists", "reporter"]
            .iter()
            .any(|word| self.text().is_word(phrase.head_token, word))
            || self.text().tokens[phrase.head_token].is(Class::ORGANISATION);
        Some((self.span(phrase.tokens.start..last.tokens.end), at, press))
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
        let behind = behind.filter(|&at| !self.is_reported(at));
        let before = (0..self.cue)
            .rev()
            .skip_while(|&at| !matches!(chunks[at], Chunk::Comma))
            .filter(|&at| self.opens_with_medium() && !self.is_reported(at));
        behind.chain(before).find_map(|at| self.medium_at(at))
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
        let word = self.text().word(phrase.head_token);
        let outlet = matches!(phrase.head, Head::Name(_))
            && head.is(Class::ORGANISATION)
            && self.text().is_word(preposition, "on");
        let medium = MEDIA.iter().any(|medium| word.eq_ignore_ascii_case(medium)) || outlet;
        // A day may stand in the same breath: "on X Monday".
        let end = phrase
            .tokens
            .clone()
            .find(|&at| self.text().tokens[at].is(Class::DAY))
            .unwrap_or(phrase.tokens.end);
        (medium && end > phrase.tokens.start).then(|| self.span(preposition..end))
    }

    /// When it was said: a day or a "last week" behind the cue, or what opens the clause of the cue.
    fn when(&self) -> Option<Span> {
        self.time_behind().or_else(|| self.time_before())
    }

    fn time_behind(&self) -> Option<Span> {
        let chunks = self.clause.chunks;
        let region = (self.cue + 1..chunks.len()).take_while(|&at| {
            !matches!(chunks[at], Chunk::Stop | Chunk::Cue(_) | Chunk::Quote(_) | Chunk::Subordinator(_))
        });
        for at in region.filter(|&at| !self.is_reported(at)) {
            match &chunks[at] {
                Chunk::Phrase(phrase) => {
                    if let Some(span) = self.time_in(at, phrase.tokens.clone()) {
                        return Some(span);
                    }
                }
                Chunk::Adverb(token) if is_day_adverb(self.text().word(*token)) => {
                    return Some(self.span(*token..token + 1));
                }
                _ => {}
            }
        }
        None
    }

    /// The words of a phrase that tell a time: "Monday morning", "last week".
    fn time_in(&self, chunk: usize, tokens: Range<usize>) -> Option<Span> {
        let text = self.text();
        let day = tokens.clone().find(|&at| {
            text.tokens[at].is(Class::DAY)
                || text.tokens[at].is(Class::MONTH)
                    && text.tokens[at].capital
                    && !text.tokens[at].is(Class::AUXILIARY)
        });
        let relative = ["last", "this", "earlier"].iter().any(|word| text.is_word(tokens.start, word))
            && is_period(text.word(tokens.end - 1));
        let start = match (day, relative) {
            (Some(day), _) => day,
            (None, true) => tokens.start,
            _ => return None,
        };
        let preposition = chunk.checked_sub(1).and_then(|before| match self.clause.chunks[before] {
            Chunk::Preposition(token) if start == tokens.start => Some(token),
            _ => None,
        });
        Some(self.span(preposition.unwrap_or(start)..tokens.end))
    }

    /// "Last week, ..." or "After the talks, ..." right before the subject of the cue.
    fn time_before(&self) -> Option<Span> {
        let chunks = self.clause.chunks;
        let subject = self.clause.subject(self.cue)?;
        let comma = subject.checked_sub(1).filter(|&at| matches!(chunks[at], Chunk::Comma))?;
        let start = (0..comma)
            .rev()
            .take_while(|&at| {
                matches!(chunks[at], Chunk::Phrase(_) | Chunk::Preposition(_) | Chunk::Subordinator(_))
            })
            .last()?;
        if start > 0 && !matches!(chunks[start - 1], Chunk::Comma | Chunk::Conjunction) {
            return None;
        }
        let last = self.clause.phrase(comma - 1)?;
        match &chunks[start] {
            Chunk::Phrase(phrase) => self.time_in(start, phrase.tokens.clone()),
            Chunk::Preposition(token) | Chunk::Subordinator(token) => {
                let occasion = ["after", "before", "during", "following", "since"]
                    .iter()
                    .any(|word| self.text().is_word(*token, word));
                let day = (start + 1..comma)
                    .find_map(|at| self.time_in(at, self.clause.phrase(at)?.tokens.clone()));
                let whole = occasion.then(|| self.span(*token..last.tokens.end));
                day.or(whole)
            }
            _ => None,
        }
    }
}

fn is_day_adverb(word: &str) -> bool {
    ["today", "yesterday", "tonight", "earlier"].iter().any(|day| word.eq_ignore_ascii_case(day))
}

fn is_period(word: &str) -> bool {
    ["week", "month", "year", "night", "weekend", "summer", "fall", "winter", "spring"].contains(&word)
        || crate::lexicon::classes(word).any(Class::DAY.or(Class::MONTH))
}
