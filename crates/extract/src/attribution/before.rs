//! Source and cue in front of the quotation: `Ann Doe said: "..."`, `Ann Doe said that it was "..."`.

use super::{Attribution, Construct, fitness::weight, reading::Reading};
use crate::{
    chunks::{Chunk, Head},
    lexicon::{Class, classes},
};

/// Shares of those who were asked.
const SHARES: [&str; 12] = [
    "percent", "half", "majority", "third", "quarter", "some", "others", "many", "most", "several", "few",
    "both",
];

impl Reading<'_> {
    /// `Ann Doe said: "..."`: a verb of speech right in front of the quotation.
    pub(super) fn speech_before(&self) -> Option<Attribution> {
        let speech = |at: &usize| matches!(self.chunks()[*at], Chunk::Cue(token) if self.class(token).any(Class::SPEECH));
        let cue = (0..self.chunk)
            .rev()
            .filter(speech)
            .find(|&at| self.is_direct(at) && self.source_of(at).is_some())?;
        // "When it closed, said Ann Doe, ..."
        if let Some(source) = self.inverted_between(cue) {
            return self.attribution(Construct::SourceCueQuotation, source, Some(cue));
        }
        if let Some(source) = self.inserted(cue) {
            return self.attribution_as_is(Construct::SourceCueQuotation, source, Some(cue));
        }
        let (cue, source) = self.outermost(cue, self.source_of(cue)?);
        self.attribution(Construct::SourceCueQuotation, self.speaking(source, cue), Some(cue))
    }

    /// `The mayor, an aide said, "is very confident"`: the source between commas, where the quotation goes on with the
    /// verb of what stands before them.
    fn inserted(&self, cue: usize) -> Option<usize> {
        let source = cue.checked_sub(1)?;
        let opened = source > 1 && matches!(self.chunks()[source - 1], Chunk::Comma);
        let topic = opened && self.clause.phrase(source - 2).is_some();
        let closed = matches!(self.chunks()[cue + 1..self.chunk], [Chunk::Comma]);
        let first = self.inside().split_whitespace().next()?;
        let verb = classes(first).any(Class::AUXILIARY) && first.starts_with(char::is_lowercase);
        let speaks = self.clause.phrase(source).is_some_and(|phrase| self.clause.can_speak(phrase));
        (topic && closed && verb && speaks).then_some(source)
    }

    /// The verb in front of the quotation, with any clause between, that fits best as its cue.
    pub(super) fn verb_before(&self) -> Option<Attribution> {
        let main_clause = self.clause.main_clause();
        let main_clause = if main_clause < self.chunk { main_clause } else { 0 };
        let from = self.clause_with_when().unwrap_or(main_clause);
        let verbs = (from..self.chunk)
            .rev()
            .filter(|&at| matches!(self.chunks()[at], Chunk::Cue(_) | Chunk::Verb(_)));
        let mut best: Option<(f32, usize, usize)> = None;
        for (between, at) in verbs.enumerate() {
            let Some(source) = self.source_of(at) else { continue };
            let (cue, source) = self.outermost(at, source);
            let score = self.fitness(at, source, between);
            if best.is_none_or(|(highest, ..)| score > highest) {
                best = Some((score, cue, source));
            }
        }
        let (_, cue, source) = best?;
        let construct = match self.chunks()[cue] {
            Chunk::Cue(token) if self.class(token).any(Class::SPEECH) => Construct::SourceCueClause,
            Chunk::Cue(_) => Construct::Naming,
            _ => Construct::Subject,
        };
        let source = self.speaking(source, cue);
        // The subject of any verb is a source only where it can say things.
        if construct == Construct::Subject && self.plausibility(source) <= weight::NOUN {
            return None;
        }
        self.attribution(construct, source, Some(cue))
    }

    /// Where the clause begins that tells when something happened, and has the words: `Ann Doe left when her mayor called
    /// it "..."`.
    fn clause_with_when(&self) -> Option<usize> {
        let is = |at: usize, words: &[&str]| matches!(self.chunks()[at], Chunk::Subordinator(token) if words.iter().any(|word| self.clause.text.is_word(token, word)));
        let opens = (1..self.chunk).rev().find(|&at| matches!(self.chunks()[at], Chunk::Subordinator(_)))?;
        let told = is(opens, &["when", "while"])
            || is(opens, &["as"]) && matches!(self.chunks()[opens - 1], Chunk::Comma);
        let when = opens + 1;
        let speaks = self.plausibility(when) > weight::NOUN;
        let cue = (when + 1..self.chunk).find(|&at| matches!(self.chunks()[at], Chunk::Cue(_)));
        let governs = cue.is_some_and(|cue| self.clause.subject(cue) == Some(when));
        let open = !self.chunks()[when..self.chunk]
            .iter()
            .any(|chunk| matches!(chunk, Chunk::Comma | Chunk::Dash | Chunk::Quote(_)));
        (told && speaks && governs && open).then_some(when)
    }

    /// `source`, or where it is a thing, the first subject of the sentence that speaks: "Doe turned the interruptions
    /// to her advantage, shouting ...".
    fn speaking(&self, source: usize, cue: usize) -> usize {
        if let Some(author) = self.put_out_by(source, cue) {
            return author;
        }
        // "with her fans chanting": an absolute clause has a subject of its own.
        let absolute = source > 0 && self.clause.is_preposition(source - 1, "with") && source + 1 == cue;
        if absolute
            || self.plausibility(source) > weight::NOUN
            || self.bears_words(source, cue)
            || self.speak_together(source, cue)
            || self.is_share(source)
        {
            return source;
        }
        let verbs = (0..source)
            .filter(|&at| matches!(self.chunks()[at], Chunk::Cue(_) | Chunk::Verb(_) | Chunk::Auxiliary(_)));
        let mut subjects = verbs.filter_map(|verb| self.clause.subject(verb));
        subjects
            .find(|&subject| subject < source && self.plausibility(subject) > weight::NOUN)
            .unwrap_or(source)
    }

    /// "the attendees chanted": whether a plural stands right in front of a finite verb of speech.
    fn speak_together(&self, source: usize, cue: usize) -> bool {
        let Chunk::Cue(token) = self.chunks()[cue] else { return false };
        let finite = self.class(token).any(Class::SPEECH) && self.class(token).any(Class::FINITE);
        let plural = self.clause.phrase(source).is_some_and(|phrase| {
            phrase.head == Head::Noun && self.clause.text.word(phrase.head_token).ends_with('s')
        });
        finite && plural && source + 1 == cue
    }

    /// "a hat that says", "a cake reading": whether the words stand on a thing.
    fn bears_words(&self, source: usize, cue: usize) -> bool {
        let Chunk::Cue(token) = self.chunks()[cue] else { return false };
        let stands = ["say", "says", "said", "saying", "read", "reads", "reading"]
            .iter()
            .any(|word| self.clause.text.is_word(token, word));
        let relative =
            cue > 0 && self.clause.phrase(cue - 1).is_some_and(|phrase| phrase.head == Head::Relative);
        stands && (relative || source + 1 == cue)
    }

    /// "21 percent said": whether a phrase is a share of people.
    fn is_share(&self, source: usize) -> bool {
        self.clause
            .phrase(source)
            .is_some_and(|phrase| SHARES.iter().any(|word| self.clause.text.is_word(phrase.head_token, word)))
    }

    /// The source of a cue before the quotation: its subject, or what stands behind "by" in the passive.
    fn source_of(&self, cue: usize) -> Option<usize> {
        let (Chunk::Cue(token) | Chunk::Verb(token)) = self.chunks()[cue] else { return None };
        let passive = self.class(token).any(Class::PARTICIPLE)
            && (0..cue)
                .rev()
                .take_while(|&at| matches!(self.chunks()[at], Chunk::Adverb(_) | Chunk::Auxiliary(_)))
                .any(|at| match self.chunks()[at] {
                    Chunk::Auxiliary(aux) => ["is", "was", "are", "were", "be", "been", "being"]
                        .iter()
                        .any(|be| self.clause.text.is_word(aux, be)),
                    _ => false,
                });
        // "seen by some as", "labeled as ... by some"
        let naming = self.class(token).any(Class::PARTICIPLE)
            && matches!(self.chunks().get(cue + 1), Some(Chunk::Subordinator(next) | Chunk::Preposition(next)) if self.clause.text.is_word(*next, "as"))
            && self.clause.is_preposition(self.chunk + 1, "by");
        let passive = passive
            || naming
            || self.class(token).any(Class::PARTICIPLE)
                && self.clause.is_preposition(cue + 1, "by")
                && (self.is_behind_as() || self.class(token).any(Class::SPEECH));
        if passive {
            let by = (cue + 1..self.chunks().len()).find(|&at| self.clause.is_preposition(at, "by"));
            return by.and_then(|by| self.clause.phrase(by + 1).map(|_| by + 1));
        }
        let opens = self.opens(cue);
        if self.class(token).any(Class::GERUND) && (opens || self.opens_clause_with_gerund(cue)) {
            return self.behind_opening();
        }
        // "Said Ann Doe: ...", and between two halves: `"...," said Ann Doe, "..."`.
        self.clause.subject(cue).or_else(|| self.clause.inverted(cue).filter(|_| opens))
    }

    /// Whether only "that", marks, adverbs, an addressee and prepositional phrases stand between cue and quotation.
    pub(super) fn is_direct(&self, cue: usize) -> bool {
        let mut at = cue + 1;
        let mut phrases = 0;
        while at < self.chunk {
            match &self.chunks()[at] {
                Chunk::Comma
                | Chunk::Colon
                | Chunk::Dash
                | Chunk::Adverb(_)
                | Chunk::Subordinator(_)
                | Chunk::Other
                | Chunk::Quote(_) => {}
                Chunk::Preposition(_) => phrases = 0,
                Chunk::Phrase(phrase) => {
                    phrases += usize::from(self.clause.can_speak(phrase));
                    if phrases > 1 {
                        return false;
                    }
                }
                _ => return false,
            }
            at += 1;
        }
        true
    }
}
