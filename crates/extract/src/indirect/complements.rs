//! What stands behind a verb that reports: `Ann Doe said (that) ...`, `wants to ...`, `supports ...`.

use super::{Reader, Reported, Tie};
use crate::{
    attribution::Construct,
    chunks::{Chunk, Head},
    lexicon::Class,
};

/// Words that open a reported question.
const QUESTIONS: [&str; 9] = ["if", "whether", "how", "why", "what", "who", "which", "where", "when"];

impl Reader<'_> {
    /// `Ann Doe said (that) ...`: what stands behind the verb at `at`, an addressee and a day passed over.
    pub(super) fn complement(&self, at: usize) -> Option<Reported> {
        let (Chunk::Cue(cue) | Chunk::Verb(cue)) = self.chunks()[at] else { return None };
        let reports = Class::SPEECH.or(Class::THINKS).or(Class::WANTS).or(Class::JUDGES).or(Class::SPEAKS_OF);
        if !self.clause.token_class(cue).any(reports) {
            return None;
        }
        let next = self.behind_circumstances(at)?;
        let (construct, begins) = self.kind(at, next)?;
        let purpose = at > 0 && self.clause.is_preposition(at - 1, "to");
        if !self.takes(cue, construct)
            || self.is_passive(at)
            || purpose && construct == Construct::ReportedObject
        {
            return None;
        }
        let source = self.clause.subject(at).filter(|&source| source < at)?;
        let first = self.first_token(begins)?;
        let content = first..self.end(begins, construct);
        self.reported(Tie { construct, cue, chunk: at }, source, std::slice::from_ref(&content))
    }

    /// Whether a verb that takes such a complement reports.
    fn takes(&self, cue: usize, construct: Construct) -> bool {
        let kinds = match construct {
            Construct::ReportedInfinitive => Class::WANTS,
            Construct::ReportedObject => Class::JUDGES,
            Construct::ReportedAbout => Class::SPEAKS_OF,
            _ => Class::SPEECH.or(Class::THINKS),
        };
        self.clause.token_class(cue).any(kinds)
    }

    /// "is expected to": whether a form of "be" governs the participle at `at`.
    fn is_passive(&self, at: usize) -> bool {
        let Chunk::Cue(token) = self.chunks()[at] else { return false };
        let group = (0..at)
            .rev()
            .take_while(|&chunk| matches!(self.chunks()[chunk], Chunk::Adverb(_) | Chunk::Auxiliary(_)));
        let be = |chunk: usize| match self.chunks()[chunk] {
            Chunk::Auxiliary(aux) => ["is", "was", "are", "were", "be", "been", "being"]
                .iter()
                .any(|be| self.clause.text.is_word(aux, be)),
            _ => false,
        };
        self.clause.token_class(token).any(Class::PARTICIPLE) && group.into_iter().any(be)
    }

    /// What sort of complement begins at `next`, and the chunk where its words begin.
    fn kind(&self, verb: usize, next: usize) -> Option<(Construct, usize)> {
        if self.introduces(next, &["that"]) {
            return Some((Construct::Reported, next + 1));
        }
        if self.introduces(next, &QUESTIONS) {
            return Some((Construct::ReportedQuestion, next));
        }
        if self.opens_clause(next) {
            return Some((Construct::Reported, next));
        }
        if self.is_infinitive(next) {
            // "asked not to be named"
            let not = matches!(self.chunks()[next - 1], Chunk::Adverb(token) if self.clause.text.is_word(token, "not"));
            return Some((Construct::ReportedInfinitive, next - usize::from(not)));
        }
        match self.chunks().get(next)? {
            Chunk::Phrase(phrase) if phrase.head != Head::Relative && next == verb + 1 => {
                Some((Construct::ReportedObject, next))
            }
            Chunk::Verb(token) | Chunk::Cue(token) if self.clause.token_class(*token).any(Class::GERUND) => {
                Some((Construct::ReportedObject, next))
            }
            Chunk::Preposition(_) => Some((Construct::ReportedAbout, next)),
            _ => None,
        }
    }

    /// The chunk behind an addressee, a particle, a day, an occasion: "told reporters on Monday that".
    fn behind_circumstances(&self, verb: usize) -> Option<usize> {
        /// So many chunks may stand between.
        const REACH: usize = 8;
        let that = |at: usize| self.introduces(at, &["that", "if", "whether", "how", "why", "what"]);
        let mut at = verb + 1;
        while matches!(self.chunks().get(at), Some(Chunk::Adverb(_))) {
            at += 1;
        }
        // Up to a "that" anything but a verb may stand.
        let passed = (at..self.chunks().len().min(at + REACH)).take_while(|&chunk| {
            matches!(self.chunks()[chunk], Chunk::Phrase(_) | Chunk::Preposition(_) | Chunk::Adverb(_))
                || that(chunk)
        });
        if let Some(found) = passed.into_iter().find(|&chunk| that(chunk) && !self.relates(chunk)) {
            return (!self.names_words(found - 1)).then_some(found);
        }
        // "told reporters he would", "asked them to go".
        let addressed = self.clause.phrase(at).is_some_and(|phrase| phrase.head != Head::Relative)
            && (self.opens_clause(at + 1) || self.is_infinitive(at + 1));
        if addressed && !self.opens_clause(at) {
            return Some(at + 1);
        }
        let day = |chunk: usize| {
            self.clause.phrase(chunk).is_some_and(|phrase| {
                self.clause.token_class(phrase.head_token).any(Class::DAY.or(Class::MONTH).or(Class::TIME))
            })
        };
        if day(at) && self.opens_clause(at + 1) {
            return Some(at + 1);
        }
        let preposition = matches!(self.chunks().get(at), Some(Chunk::Preposition(_)));
        if preposition && self.clause.phrase(at + 1).is_some() && self.opens_clause(at + 2) {
            return Some(at + 2);
        }
        Some(at)
    }

    /// Whether the phrase at `at` names words, whose own clause follows: "doubted the claim that".
    fn names_words(&self, at: usize) -> bool {
        self.clause.phrase(at).is_some_and(|phrase| {
            phrase.head == Head::Noun && self.clause.token_class(phrase.head_token).any(Class::SPEECH_NOUN)
        })
    }

    /// Whether "that" or "what" at `at` belongs to the noun before it, not to the verb.
    fn relates(&self, at: usize) -> bool {
        matches!(self.chunks().get(at), Some(Chunk::Phrase(phrase)) if self.clause.text.is_word(phrase.head_token, "that"))
    }

    /// Whether a clause begins at `at`: a subject, and its verb in the same breath.
    pub(super) fn opens_clause(&self, at: usize) -> bool {
        let there = matches!(self.chunks().get(at), Some(Chunk::Adverb(token)) if self.clause.text.is_word(*token, "there"));
        let mut verb = at + 1;
        while match self.chunks().get(verb) {
            Some(Chunk::Phrase(phrase)) => phrase.head != Head::Relative,
            Some(Chunk::Conjunction) => self.clause.phrase(verb + 1).is_some(),
            chunk => matches!(chunk, Some(Chunk::Adverb(_) | Chunk::Preposition(_))),
        } {
            verb += 1;
        }
        let finite = |chunk: Option<&Chunk>| match chunk {
            Some(Chunk::Auxiliary(_)) => true,
            Some(Chunk::Cue(token) | Chunk::Verb(token)) => {
                !self.clause.token_class(*token).any(Class::GERUND)
            }
            _ => false,
        };
        let subject = self.clause.phrase(at).is_some_and(|phrase| phrase.head != Head::Relative);
        let infinitive = verb > 0 && self.clause.is_preposition(verb - 1, "to");
        (subject || there) && !infinitive && finite(self.chunks().get(verb))
    }

    /// "promised to ...": whether an infinitive begins at `at`.
    pub(super) fn is_infinitive(&self, at: usize) -> bool {
        let behind = at + 1 + usize::from(matches!(self.chunks().get(at + 1), Some(Chunk::Adverb(_))));
        let verb =
            matches!(self.chunks().get(behind), Some(Chunk::Verb(_) | Chunk::Cue(_) | Chunk::Auxiliary(_)));
        self.clause.is_preposition(at, "to") && verb
    }

    /// `Ann Doe's claim that ...`, `her plan to ...`: what stands behind a noun of words or of will.
    pub(super) fn noun(&self, at: usize) -> Option<Reported> {
        let phrase = self.clause.phrase(at)?;
        let class = self.clause.token_class(phrase.head_token);
        if phrase.head != Head::Noun || !class.any(Class::SPEECH_NOUN) {
            return None;
        }
        let begins = match at + 1 {
            next if self.introduces(next, &["that"]) => next + 1,
            next if self.introduces(next, &["whether"]) || self.is_infinitive(next) => next,
            _ => return None,
        };
        let source = match self.clause.owner(phrase) {
            Some(owner) => owner,
            None => {
                let verb = at.checked_sub(1)?;
                let source = self.clause.subject(verb).filter(|&source| source < at)?;
                self.clause.whole(source)?
            }
        };
        let content = self.first_token(begins)?..self.end(begins, Construct::ReportedNoun);
        let tie = Tie { construct: Construct::ReportedNoun, cue: phrase.head_token, chunk: at };
        self.reported_by(tie, source, std::slice::from_ref(&content))
    }
}
