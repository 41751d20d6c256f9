//! Verbs to subjects: which noun phrase of a sentence a verb belongs to.

mod asked;
mod clauses;
mod modifiers;
mod parentheses;
mod sources;

use crate::{
    chunks::{Chunk, Head, Phrase, Sentence},
    lexicon::Class,
    names::{Name, Sort},
    tokens::Text,
};
pub(crate) use asked::Subjects;

/// The chunks of one sentence with what is needed to read them.
#[derive(Clone, Copy)]
pub(crate) struct Clause<'a> {
    pub(crate) text: &'a Text<'a>,
    pub(crate) names: &'a [Name],
    pub(crate) chunks: &'a [Chunk],
    pub(crate) subjects: &'a Subjects,
}

/// How far back a chain of verbs is followed: "he rose, turned, and said".
const DEPTH: usize = 6;

impl<'a> Clause<'a> {
    pub(crate) fn of(sentence: &'a Sentence, text: &'a Text<'a>, names: &'a [Name]) -> Self {
        Clause { text, names, chunks: &sentence.chunks, subjects: &sentence.subjects }
    }

    pub(crate) fn phrase(&self, chunk: usize) -> Option<&'a Phrase> {
        match self.chunks.get(chunk)? {
            Chunk::Phrase(phrase) => Some(phrase),
            _ => None,
        }
    }

    pub(crate) fn token_class(&self, token: usize) -> Class {
        self.text.tokens[token].class
    }

    fn word(&self, token: usize) -> &'a str {
        self.text.word(token)
    }

    pub(crate) fn is_preposition(&self, chunk: usize, word: &str) -> bool {
        matches!(self.chunks.get(chunk), Some(Chunk::Preposition(token)) if self.text.is_word(*token, word))
    }

    /// Whether a phrase can speak: a person, a body, a pronoun in the nominative, or a noun that is no time or place.
    pub(crate) fn can_speak(&self, phrase: &Phrase) -> bool {
        let head = &self.text.tokens[phrase.head_token];
        match phrase.head {
            Head::Name(name) => !(head.is(Class::DAY.or(Class::MONTH)) || self.names[name].tokens.is_empty()),
            Head::Pronoun => {
                let object = ["him", "them", "us", "me", "himself", "herself", "themselves", "itself", "you"];
                !object.iter().any(|word| self.text.is_word(phrase.head_token, word))
            }
            Head::Relative => true,
            Head::Noun => head.is_word() && !head.is(Class::DAY.or(Class::MONTH).or(Class::TIME)),
        }
    }

    pub(crate) fn is_person(&self, phrase: &Phrase) -> bool {
        matches!(phrase.head, Head::Name(name) if self.names[name].sort == Sort::Person)
    }

    /// Whether a phrase is headed by the name of something that can speak: no place.
    fn is_named(&self, phrase: &Phrase) -> bool {
        matches!(phrase.head, Head::Name(name) if self.names[name].sort != Sort::Place)
    }

    /// The chunk that is the subject of the verb at `verb`.
    pub(crate) fn subject(&self, verb: usize) -> Option<usize> {
        self.subjects.of(verb, self.chunks.len(), || self.subject_within(verb, DEPTH))
    }

    fn subject_within(&self, verb: usize, depth: usize) -> Option<usize> {
        let depth = depth.checked_sub(1)?;
        let before = self.before_verb(verb)?;
        let gerund = matches!(self.chunks[verb], Chunk::Cue(token) | Chunk::Verb(token) if self.word(token).ends_with("ing"));
        if gerund && let Some(subject) = self.subject_of_gerund(verb, before, depth) {
            return Some(subject);
        }
        match &self.chunks[before] {
            Chunk::Phrase(phrase) if phrase.head == Head::Relative => self.antecedent(before),
            Chunk::Phrase(phrase) if self.can_speak(phrase) => {
                let subject = self.described(self.chain_start(self.behind_region(before)));
                let behind = self.behind_open_clause(subject).or_else(|| self.behind_modifier(subject, verb));
                Some(behind.or_else(|| self.first_of_joined(subject)).unwrap_or(subject))
            }
            Chunk::Comma | Chunk::Dash => {
                let described = self.behind_parenthesis(before);
                // "Ann Doe and Bill Roe, both of Lima, said"
                let joined = described.and_then(|subject| self.first_of_joined(subject)).or(described);
                joined.or_else(|| self.earlier_verb(before, depth))
            }
            Chunk::Conjunction => self.joined_to_clause(before).or_else(|| self.main_verb(before, depth)),
            Chunk::Cue(_) | Chunk::Verb(_) => self.subject_within(before, depth),
            _ => self.earlier_verb(before, depth),
        }
    }

    /// The subject of a gerund that has none of its own in front of it at `before`.
    fn subject_of_gerund(&self, verb: usize, before: usize, depth: usize) -> Option<usize> {
        let governor = before.checked_sub(1);
        let adjacent = before + 1 == verb;
        match &self.chunks[before] {
            Chunk::Phrase(phrase) if phrase.head == Head::Relative => None,
            // "held up a sign saying": what is written on a thing, the thing says.
            Chunk::Phrase(thing) if self.bears_writing(thing) => Some(self.chain_start(before)),
            // "wrote a letter saying": what words say, their writer says.
            Chunk::Phrase(_) if self.names_words(before) || self.names_words(self.chain_start(before)) => {
                self.main_verb(before, depth).or(Some(self.chain_start(before)))
            }
            // "emailed supporters saying": who writes says it.
            Chunk::Phrase(_) => {
                governor.filter(|&at| self.addresses(at)).and_then(|at| self.subject_within(at, depth))
            }
            Chunk::Quote(quoted) if adjacent && self.ends_with_comma(*quoted) => {
                self.main_verb(before, depth)
            }
            Chunk::Comma | Chunk::Dash if adjacent => self.main_verb(before, depth),
            Chunk::Preposition(_) => match governor {
                // "called for ending": what the verb before takes.
                Some(at) if matches!(self.chunks[at], Chunk::Cue(_) | Chunk::Verb(_)) => {
                    self.subject_within(at, depth)
                }
                _ => self.main_verb(before, depth),
            },
            // "before saying", "while adding", "and said".
            Chunk::Conjunction | Chunk::Subordinator(_) => self.main_verb(before, depth),
            _ => None,
        }
    }

    /// The chunk in front of a verb group: adverbs and auxiliaries passed over.
    pub(crate) fn before_verb(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        loop {
            at = at.checked_sub(1)?;
            match self.chunks[at] {
                Chunk::Adverb(_) | Chunk::Auxiliary(_) => {}
                // "Ann Doe on Monday said", "who has in the past said".
                Chunk::Phrase(ref phrase)
                    if at > 0 && phrase.head == Head::Noun && !self.can_speak(phrase) =>
                {
                    at -= usize::from(matches!(self.chunks[at - 1], Chunk::Preposition(_)));
                }
                Chunk::Phrase(ref phrase) if !self.is_person(phrase) && self.between(at).is_some() => {
                    at = self.between(at)? + 1;
                }
                Chunk::Comma if at > 0 && self.between_commas(at).is_some() => {
                    at = self.between_commas(at)? + 1;
                }
                // ", however," and ", in turn," stand inside the verb group.
                Chunk::Comma
                    if at >= 2
                        && matches!(self.chunks[at - 1], Chunk::Adverb(_))
                        && matches!(self.chunks[at - 2], Chunk::Comma) =>
                {
                    at -= 2
                }
                _ => return Some(at),
            }
        }
    }

    /// The subject of the nearest verb before `at`.
    fn earlier_verb(&self, at: usize, depth: usize) -> Option<usize> {
        let verb = (0..at).rev().find(|&chunk| {
            matches!(self.chunks[chunk], Chunk::Cue(_) | Chunk::Verb(_) | Chunk::Auxiliary(_))
        });
        match verb {
            Some(verb) => self.subject_within(verb, depth).or_else(|| self.inverted(verb)),
            None => self.first_phrase(at),
        }
    }

    /// Whether a phrase is one thing to be read: a sign, a shirt. With several, who holds them speaks.
    fn bears_writing(&self, phrase: &Phrase) -> bool {
        let things = [
            "sign",
            "banner",
            "poster",
            "placard",
            "shirt",
            "t-shirt",
            "hat",
            "button",
            "sticker",
            "billboard",
            "plaque",
        ];
        phrase.head == Head::Noun && things.iter().any(|thing| self.text.is_word(phrase.head_token, thing))
    }

    /// Whether the phrase at `at` is words put out: a statement, a letter, a tweet.
    fn names_words(&self, at: usize) -> bool {
        self.phrase(at).is_some_and(|phrase| {
            phrase.head == Head::Noun
                && self.token_class(phrase.head_token).any(Class::SPEECH_NOUN.or(Class::DOCUMENT))
        })
    }

    /// The first phrase before `end` that no preposition governs.
    pub(crate) fn first_phrase(&self, end: usize) -> Option<usize> {
        (self.behind_dateline()..end).find(|&chunk| {
            let free = chunk == 0 || !matches!(self.chunks[chunk - 1], Chunk::Preposition(_));
            free && self
                .phrase(chunk)
                .is_some_and(|phrase| self.can_speak(phrase) && phrase.head != Head::Relative)
        })
    }

    /// The phrase behind an inverted verb: "said Ann Doe".
    pub(crate) fn inverted(&self, verb: usize) -> Option<usize> {
        let mut at = verb + 1;
        while matches!(self.chunks.get(at), Some(Chunk::Adverb(_))) {
            at += 1;
        }
        let phrase = self.phrase(at)?;
        (self.can_speak(phrase) && phrase.head != Head::Relative).then_some(at)
    }

    /// From the last phrase of "a spokesman for the group" back to the first; an opening "In Paris" is no part of it.
    fn chain_start(&self, last: usize) -> usize {
        let mut at = last;
        while at >= 2 && matches!(self.chunks[at - 1], Chunk::Preposition(_)) && self.phrase(at - 2).is_some()
        {
            // "a fine after the man had posted": these open the clause of the phrase behind them.
            let opens_clause = matches!(self.chunks[at - 1], Chunk::Preposition(token) if self.token_class(token).any(Class::SUBORDINATOR));
            if opens_clause {
                return at;
            }
            let governs = self.phrase(at - 2).is_some_and(|phrase| {
                self.can_speak(phrase) && (phrase.head != Head::Pronoun || is_indefinite(self.text, phrase))
            });
            if !governs {
                return last;
            }
            at -= 2;
        }
        let opening = at >= 1 && matches!(self.chunks[at - 1], Chunk::Preposition(_));
        let alone = at == last;
        // "At a rally in Iowa Ms. Doe said": all of the chain but its end is where it was said.
        match opening && !alone && self.phrase(last).is_some_and(|phrase| self.is_person(phrase)) {
            true => last,
            false => at,
        }
    }

    /// The noun that a relative pronoun at `at` stands for.
    fn antecedent(&self, at: usize) -> Option<usize> {
        let mut before = at.checked_sub(1)?;
        if matches!(self.chunks[before], Chunk::Comma | Chunk::Dash | Chunk::Preposition(_)) {
            before = before.checked_sub(1)?;
        }
        let phrase = self.phrase(before)?;
        let who = self.phrase(at).is_some_and(|who| self.text.is_word(who.head_token, "who"));
        let unknown = matches!(phrase.head, Head::Name(name) if self.names[name].sort == Sort::Unknown);
        match self.is_person(phrase) || who && unknown {
            true => Some(before),
            false => {
                let start = self.chain_start(before);
                let person_noun = |chunk: usize| {
                    self.phrase(chunk).is_some_and(|phrase| {
                        self.token_class(phrase.head_token).any(Class::ROLE.or(Class::PLURAL_PERSON))
                    })
                };
                Some(if person_noun(before) { before } else { start })
            }
        }
    }
}

/// Whether a pronoun means anybody: it has a place or a group behind it, and no name in front that it takes up.
pub(crate) fn is_indefinite(text: &Text<'_>, phrase: &Phrase) -> bool {
    let words = ["someone", "somebody", "anyone", "anybody", "everyone", "everybody"];
    phrase.head == Head::Pronoun && words.iter().any(|word| text.is_word(phrase.head_token, word))
}
