//! When something was said: a day or a "last week" beside the cue, or the occasion that opens its clause.

use std::ops::Range;

use super::Scene;
use crate::{
    chunks::{Chunk, Head, Phrase},
    lexicon::Class,
    model::Span,
    tokens::Shape,
};

impl Scene<'_> {
    /// When it was said: a day or a "last week" behind the cue, or what opens the clause of the cue.
    pub(super) fn when(&self) -> Option<Span> {
        self.time_behind().or_else(|| {
            let subject = self.clause.subject(self.cue)?;
            self.time_between(subject).or_else(|| self.time_before(subject))
        })
    }

    fn time_behind(&self) -> Option<Span> {
        let chunks = self.clause.chunks;
        // "said Ann Doe, who joined in 1995": what a clause tells of somebody is not when it was said.
        let describes =
            |at: usize| self.clause.phrase(at).is_some_and(|phrase| phrase.head == Head::Relative);
        let region = (self.cue + 1..chunks.len()).take_while(|&at| {
            !(matches!(chunks[at], Chunk::Stop | Chunk::Cue(_) | Chunk::Quote(_) | Chunk::Subordinator(_))
                || describes(at))
        });
        for at in region {
            match &chunks[at] {
                Chunk::Phrase(phrase) if !self.is_reported(at) => {
                    let time = self.time_in(at, phrase.tokens.clone());
                    if let Some(span) = time.or_else(|| self.year_or_occasion(at, phrase)) {
                        return Some(span);
                    }
                }
                Chunk::Adverb(token) if is_day_adverb(self.text().word(*token)) && !self.is_reported(at) => {
                    return Some(self.span(*token..token + 1));
                }
                _ => {}
            }
        }
        None
    }

    /// "Ann Doe on Thursday said": a time between the subject and the cue.
    fn time_between(&self, subject: usize) -> Option<Span> {
        (subject + 1..self.cue).find_map(|at| self.time_in(at, self.clause.phrase(at)?.tokens.clone()))
    }

    /// "in 2019", "before the launch": a year anywhere behind the cue, an occasion right behind it.
    fn year_or_occasion(&self, at: usize, phrase: &Phrase) -> Option<Span> {
        let Some(Chunk::Preposition(preposition)) =
            at.checked_sub(1).map(|before| &self.clause.chunks[before])
        else {
            return None;
        };
        let is = |words: &[&str]| words.iter().any(|word| self.text().is_word(*preposition, word));
        let number = self.text().word(phrase.tokens.start);
        let year = phrase.tokens.len() == 1
            && number.len() == 4
            && (number.starts_with("19") || number.starts_with("20"))
            && self.text().tokens[phrase.tokens.start].shape == Shape::Number;
        let occasion = at == self.cue + 2 && is(&["before", "after", "during", "following"]);
        let noun = phrase.head == Head::Noun
            && phrase.tokens.len() > 1
            && !self.clause.token_class(phrase.head_token).any(Class::MEDIUM);
        (year && is(&["in"]) || occasion && noun).then(|| self.span(*preposition..phrase.tokens.end))
    }

    /// The words of a phrase that tell a time: "Monday morning", "last week".
    fn time_in(&self, chunk: usize, tokens: Range<usize>) -> Option<Span> {
        let text = self.text();
        // "Jan Meer", "April Summers": who is called like a month is no time.
        if self.clause.phrase(chunk).is_some_and(|phrase| self.clause.is_person(phrase)) {
            return None;
        }
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
    fn time_before(&self, subject: usize) -> Option<Span> {
        let chunks = self.clause.chunks;
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
