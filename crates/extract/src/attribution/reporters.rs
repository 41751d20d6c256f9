//! Whose words they are in the end: "Doe said her aide told her that ...", "Doe denounced what she called ...".

use super::reading::Reading;
use crate::{
    chunks::{Chunk, Head},
    lexicon::Class,
    pronouns::gender_of_pronoun,
};

impl Reading<'_> {
    /// The outermost of the cues that report each other: in "Doe said her aide told her that it was ..." the words
    /// are Doe's. Gives the cue and its source.
    pub(super) fn outermost(&self, cue: usize, source: usize) -> (usize, usize) {
        let (mut cue, mut source) = (cue, source);
        if let Some(speaker) = self.names_in_passing(source) {
            source = speaker;
        }
        while let Some((outer, speaker)) = self.reporter(source) {
            (cue, source) = (outer, speaker);
        }
        (cue, source)
    }

    /// "Doe denounced what she called ...": the name in front of the pronoun.
    fn names_in_passing(&self, source: usize) -> Option<usize> {
        let what = source.checked_sub(1)?;
        let is_what = self
            .clause
            .phrase(what)
            .is_some_and(|phrase| self.clause.text.is_word(phrase.head_token, "what"));
        let pronoun = self.clause.phrase(source).is_some_and(|phrase| phrase.head == Head::Pronoun);
        let verb = (0..what).rev().find(|&at| matches!(self.chunks()[at], Chunk::Cue(_) | Chunk::Verb(_)));
        // "used it in the land of what she called ...": what stands further back may be about anybody.
        let verb = verb.filter(|verb| {
            let between = &self.chunks()[verb + 1..what];
            between.len() < 3 && !between.iter().any(|chunk| matches!(chunk, Chunk::Comma | Chunk::Dash))
        });
        let subject = verb.filter(|_| is_what && pronoun).and_then(|verb| self.clause.subject(verb))?;
        self.agrees(subject, source).then_some(subject)
    }

    /// Whether the pronoun at `pronoun` can mean the subject: "it" no person, "he" and "she" nobody else.
    fn agrees(&self, subject: usize, pronoun: usize) -> bool {
        let (Some(subject), Some(pronoun)) = (self.clause.phrase(subject), self.clause.phrase(pronoun))
        else {
            return false;
        };
        let personal = gender_of_pronoun(self.clause.text, pronoun.head_token).is_some();
        let person = self.clause.is_person(subject)
            || subject.head == Head::Pronoun
            || self.class(subject.head_token).any(Class::ROLE);
        person == personal
    }

    /// The speech verb whose reported clause begins with the phrase at `source`, and its own source.
    pub(super) fn reporter(&self, source: usize) -> Option<(usize, usize)> {
        let mut at = source.checked_sub(1)?;
        // "said that, at the request of Doe, it ...": what stands between commas is passed over.
        if matches!(self.chunks()[at], Chunk::Comma) {
            at = self.before_condition(at)?;
        }
        while self.introduces_report(at) {
            at = at.checked_sub(1)?;
        }
        // "told reporters that" and "said on Monday": an addressee or a day between.
        let mut skipped = 0;
        while skipped < 3 && self.is_addressed(at) {
            at = at.checked_sub(1)?;
            skipped += 1;
        }
        let Chunk::Cue(token) = self.chunks()[at] else { return None };
        let speech = self.class(token).any(Class::SPEECH);
        let speaker = self.clause.subject(at).filter(|&speaker| speaker < at && speech)?;
        Some((at, speaker))
    }

    /// Whether the chunk at `at` can stand between a verb of speech and what it reports: "that", "whether", an adverb,
    /// but no "when" or "as".
    fn introduces_report(&self, at: usize) -> bool {
        match self.chunks()[at] {
            Chunk::Adverb(_) => true,
            Chunk::Subordinator(token) => {
                !["when", "as", "while", "after", "before", "since", "because", "until", "although"]
                    .iter()
                    .any(|word| self.clause.text.is_word(token, word))
            }
            _ => false,
        }
    }

    /// What stands before "that, at the request of Doe," or ", if elected," whose last comma stands at `comma`.
    fn before_condition(&self, comma: usize) -> Option<usize> {
        let start = self.clause.segment_start(comma);
        let opening = start.checked_sub(1)?;
        let condition = match self.chunks()[start] {
            Chunk::Subordinator(token) => {
                ["if", "although", "though", "because", "when", "while", "unless", "as"]
                    .iter()
                    .any(|word| self.clause.text.is_word(token, word))
            }
            _ => false,
        };
        match &self.chunks()[opening] {
            Chunk::Comma if condition => opening.checked_sub(1),
            _ => start.checked_sub(2).filter(|&at| matches!(self.chunks()[at], Chunk::Subordinator(_))),
        }
    }

    /// Whether the chunk at `at` can be part of an addressee or a day: a relative pronoun ("Doe, whom he called") cannot.
    fn is_addressed(&self, at: usize) -> bool {
        match &self.chunks()[at] {
            Chunk::Phrase(phrase) => phrase.head != Head::Relative,
            chunk => matches!(chunk, Chunk::Preposition(_)),
        }
    }
}
