//! Clauses: where the main one begins, and which verb one that depends on it goes back to.

use super::Clause;
use crate::{
    chunks::{Chunk, Head, Phrase},
    lexicon::Class,
};

impl Clause<'_> {
    /// Where the main clause begins: behind "When Ann Doe spoke," and "Asked whether she would go,", else at 0.
    pub(crate) fn main_clause(&self) -> usize {
        let chunks = self.chunks;
        let dateline = self.behind_dateline();
        let lead = dateline
            + chunks[dateline..]
                .iter()
                .take_while(|chunk| matches!(chunk, Chunk::Adverb(_) | Chunk::Conjunction))
                .count();
        let opening = match chunks.get(lead) {
            Some(Chunk::Subordinator(_)) => true,
            // "In a statement announcing the ferry, Ann Doe called it ..."
            Some(Chunk::Preposition(token)) => {
                self.token_class(*token).any(Class::SUBORDINATOR) || self.announces(lead)
            }
            Some(Chunk::Cue(token) | Chunk::Verb(token)) => {
                self.token_class(*token).any(Class::GERUND.or(Class::PARTICIPLE))
            }
            _ => false,
        };
        let border = |at: &usize| match chunks[*at] {
            Chunk::Comma => true,
            Chunk::Quote(quoted) => self.ends_with_comma(quoted),
            _ => false,
        };
        let borders = (lead + 1..chunks.len()).filter(border);
        let found = borders.map(|at| at + 1).find(|&at| self.begins_clause(at)).filter(|_| opening);
        found.unwrap_or(dateline)
    }

    /// Whether what a preposition at `at` governs has a gerund of its own in front of the next comma.
    fn announces(&self, at: usize) -> bool {
        let segment =
            self.chunks[at + 1..].iter().take_while(|chunk| !matches!(chunk, Chunk::Comma | Chunk::Quote(_)));
        let mut verbs = segment.filter_map(|chunk| match chunk {
            Chunk::Cue(token) | Chunk::Verb(token) | Chunk::Auxiliary(token) => Some(*token),
            _ => None,
        });
        verbs.next().is_some_and(|verb| self.word(verb).ends_with("ing")) && verbs.next().is_none()
    }

    /// Whether a subject and its verb, or words in its place, stand at `at`.
    fn begins_clause(&self, at: usize) -> bool {
        let verb = |chunk: &Chunk| {
            matches!(chunk, Chunk::Cue(_) | Chunk::Verb(_) | Chunk::Auxiliary(_) | Chunk::Quote(_))
        };
        let speaks = |phrase: &Phrase| self.can_speak(phrase) && phrase.head != Head::Relative;
        // "the Guild of Ferrymen called"
        let of = self.is_preposition(at + 1, "of") && self.phrase(at + 2).is_some();
        let from = at + 1 + if of { 2 } else { 0 };
        let behind = || self.chunks[from..].iter().find(|chunk| !matches!(chunk, Chunk::Adverb(_)));
        self.phrase(at).is_some_and(speaks) && behind().is_some_and(verb)
    }

    /// The chunk behind "SANDVIK, Dec. 8 -" at the beginning of a sentence, else 0.
    pub(super) fn behind_dateline(&self) -> usize {
        /// A dateline has no more chunks: a town, a region, a day, and the marks between.
        const LONGEST: usize = 7;
        let town = self.phrase(0).is_some_and(|town| self.text.tokens[town.tokens.start].upper);
        let line = self.chunks.iter().take(LONGEST).take_while(|chunk| {
            matches!(chunk, Chunk::Phrase(_) | Chunk::Comma | Chunk::Other | Chunk::Stop)
        });
        let dash = line.count();
        if town && matches!(self.chunks.get(dash), Some(Chunk::Dash)) { dash + 1 } else { 0 }
    }

    /// The subject of the nearest verb before `at` that stands in no clause reported or introduced by another: what
    /// ", adding" and ", saying" go back to.
    pub(super) fn main_verb(&self, at: usize, depth: usize) -> Option<usize> {
        let verbs = (0..at).rev().filter(|&chunk| {
            matches!(self.chunks[chunk], Chunk::Cue(_) | Chunk::Verb(_) | Chunk::Auxiliary(_))
        });
        let mut nearest = None;
        for verb in verbs {
            let Some(subject) = self.subject_within(verb, depth).or_else(|| self.inverted(verb)) else {
                continue;
            };
            let describes = self.describes_object(subject, verb);
            if !describes && (!self.is_embedded(subject) || self.tells_when(subject, verb)) {
                return Some(subject);
            }
            nearest = nearest.or(Some(subject));
        }
        nearest.or_else(|| self.first_phrase(at))
    }

    /// Whether the subject at `subject` is that of a clause inside another: reported, introduced, or bare behind a
    /// noun as in "rumors he was planning".
    fn is_embedded(&self, subject: usize) -> bool {
        let Some(before) = subject.checked_sub(1) else { return false };
        let pronoun = self.phrase(subject).is_some_and(|phrase| phrase.head == Head::Pronoun);
        match self.chunks[before] {
            Chunk::Subordinator(_) | Chunk::Cue(_) | Chunk::Verb(_) | Chunk::Auxiliary(_) => true,
            Chunk::Preposition(token) => self.token_class(token).any(Class::SUBORDINATOR),
            Chunk::Phrase(_) if pronoun => true,
            Chunk::Phrase(_) | Chunk::Quote(_) => self.reports_at_once(before),
            _ => false,
        }
    }

    /// Whether a participle stands right behind the object of a preposition, which it describes: "against refugees coming
    /// from the south".
    fn describes_object(&self, noun: usize, verb: usize) -> bool {
        let gerund = matches!(self.chunks[verb], Chunk::Cue(token) | Chunk::Verb(token) if self.word(token).ends_with("ing"));
        let governed = noun > 0
            && matches!(self.chunks[noun - 1], Chunk::Preposition(token) if !self.text.is_word(token, "with"));
        gerund && noun + 1 == verb && governed
    }

    /// Whether the clause of a subject and a verb that can report says when something happened: "as Doe echoed him,
    /// saying ...".
    fn tells_when(&self, subject: usize, verb: usize) -> bool {
        let Some(before) = subject.checked_sub(1) else { return false };
        let when = matches!(self.chunks[before], Chunk::Subordinator(token) if ["as", "when", "while"].iter().any(|word| self.text.is_word(token, word)));
        when && matches!(self.chunks[verb], Chunk::Cue(_)) && self.is_somebody(subject)
    }

    /// Whether a verb of speech stands just before `at`, with only an addressee and a day between: "told ABC on
    /// Monday the tone was ...".
    fn reports_at_once(&self, at: usize) -> bool {
        /// Chunks between the verb and the clause that it reports.
        const REACH: usize = 5;
        let between = (0..=at).rev().take(REACH).find(|&chunk| {
            !matches!(self.chunks[chunk], Chunk::Phrase(_) | Chunk::Preposition(_) | Chunk::Quote(_))
        });
        between.is_some_and(|chunk| matches!(self.chunks[chunk], Chunk::Cue(token) if self.token_class(token).any(Class::SPEECH)))
    }

    /// Whether the comma behind a quotation stands inside its marks.
    pub(crate) fn ends_with_comma(&self, quoted: usize) -> bool {
        self.text.text[self.text.quoted[quoted].inside.clone()].trim_end().ends_with(',')
    }
}
