//! Indirect statements: what somebody is reported to have said, without quotation marks.

use std::ops::Range;

use crate::{
    attribution::Attribution,
    chunks::{Chunk, Head, Phrase, Sentence},
    lexicon::Class,
    names::Name,
    subjects::Clause,
    tokens::{Shape, Text},
};

/// A reported clause and what attributes it.
#[derive(Debug, Clone)]
pub(crate) struct Reported {
    pub(crate) sentence: usize,
    pub(crate) source: Phrase,
    /// The token and the chunk of the cue.
    pub(crate) cue: usize,
    pub(crate) cue_chunk: usize,
    /// The tokens of what is reported.
    pub(crate) content: Range<usize>,
}

/// A clause of fewer tokens reports nothing that can be checked: "he said so".
const SHORTEST: usize = 4;

/// Finds the reported clauses of a text. Sentences that quote are left to their quotations.
pub(crate) fn reported(
    text: &Text<'_>,
    names: &[Name],
    sentences: &[Sentence],
    attributions: &[Attribution],
) -> Vec<Reported> {
    let mut cues: Vec<usize> = attributions.iter().filter_map(|attribution| attribution.cue).collect();
    cues.sort_unstable();
    let mut found = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let clause = Clause { text, names, chunks: &sentence.chunks };
        let reader = Reader { clause, sentence: index, tokens: sentence.tokens.clone() };
        let mut end_of_last = 0;
        for at in 0..sentence.chunks.len() {
            let reported = reader.cue(at).or_else(|| reader.according(at));
            if let Some(reported) = reported
                && reported.content.start >= end_of_last
                && cues.binary_search(&reported.cue).is_err()
                && text.tokens[reported.content.clone()].iter().all(|token| token.quoted.is_none())
            {
                end_of_last = reported.content.end;
                found.push(reported);
            }
        }
    }
    found
}

struct Reader<'a> {
    clause: Clause<'a>,
    sentence: usize,
    /// The tokens of the sentence, its stop included.
    tokens: Range<usize>,
}

impl Reader<'_> {
    fn chunks(&self) -> &[Chunk] {
        self.clause.chunks
    }

    fn reported(
        &self,
        source: usize,
        cue: usize,
        cue_chunk: usize,
        content: Range<usize>,
    ) -> Option<Reported> {
        let content = self.trimmed(content);
        let source = self.clause.phrase(source)?.clone();
        let outside = source.tokens.end <= content.start || content.end <= source.tokens.start;
        let long = content.len() >= SHORTEST;
        (long && outside).then_some(Reported { sentence: self.sentence, source, cue, cue_chunk, content })
    }

    /// The content without the marks at its ends.
    fn trimmed(&self, content: Range<usize>) -> Range<usize> {
        let mark = |at: usize| {
            matches!(
                self.clause.text.tokens[at].shape,
                Shape::Comma | Shape::Stop | Shape::Dash | Shape::Semicolon | Shape::Colon
            )
        };
        let (mut start, mut end) = (content.start, content.end);
        while start < end && mark(start) {
            start += 1;
        }
        while end > start && mark(end - 1) {
            end -= 1;
        }
        start..end
    }

    /// `Ann Doe said (that) ...` and `..., Ann Doe said`.
    fn cue(&self, at: usize) -> Option<Reported> {
        let Chunk::Cue(cue) = self.chunks()[at] else { return None };
        let class = self.clause.token_class(cue);
        let that = matches!(self.chunks().get(at + 1), Some(Chunk::Subordinator(token)) if self.clause.text.is_word(*token, "that"));
        if !class.any(Class::SPEECH) && !that {
            return None;
        }
        let inverted = matches!(at.checked_sub(1).map(|before| &self.chunks()[before]), Some(Chunk::Comma));
        let source = match self.clause.inverted(at).filter(|_| inverted) {
            Some(source) => source,
            None => self.clause.subject(at)?,
        };
        self.behind(at, cue, source).or_else(|| self.before(at, cue, source))
    }

    /// What stands behind the cue, an addressee and a day passed over.
    fn behind(&self, at: usize, cue: usize, source: usize) -> Option<Reported> {
        let mut next = at + 1;
        let mut clause = false;
        if source < at && self.addressee(next) {
            next += 1;
        }
        if let Some(Chunk::Subordinator(token)) = self.chunks().get(next) {
            let introduces = ["that", "if", "whether", "how", "why", "what"]
                .iter()
                .any(|word| self.clause.text.is_word(*token, word));
            if !introduces {
                return None;
            }
            clause = true;
        }
        let first = self.first_token(next)?;
        if source >= at || !(clause || self.opens_clause(next) || self.is_infinitive(next)) {
            return None;
        }
        let that = clause && self.clause.text.is_word(first, "that");
        self.reported(source, cue, at, first + usize::from(that)..self.clause_end(next))
    }

    /// Whether a clause begins at `at`: a subject, and its verb in the same breath.
    fn opens_clause(&self, at: usize) -> bool {
        let mut verb = at + 1;
        while matches!(
            self.chunks().get(verb),
            Some(Chunk::Adverb(_) | Chunk::Preposition(_) | Chunk::Phrase(_))
        ) {
            verb += 1;
        }
        let finite = |chunk: Option<&Chunk>| match chunk {
            Some(Chunk::Auxiliary(_)) => true,
            Some(Chunk::Cue(token) | Chunk::Verb(token)) => {
                !self.clause.token_class(*token).any(Class::GERUND)
            }
            _ => false,
        };
        self.clause.phrase(at).is_some() && finite(self.chunks().get(verb))
    }

    /// "promised to ...": whether an infinitive begins at `at`.
    fn is_infinitive(&self, at: usize) -> bool {
        let verb =
            matches!(self.chunks().get(at + 1), Some(Chunk::Verb(_) | Chunk::Cue(_) | Chunk::Auxiliary(_)));
        self.clause.is_preposition(at, "to") && verb
    }

    /// Where what is reported ends: with the sentence, or where the source goes on with another verb of speech.
    fn clause_end(&self, from: usize) -> usize {
        for at in from..self.chunks().len() {
            if !matches!(self.chunks()[at], Chunk::Conjunction) {
                continue;
            }
            let next = at + 1 + usize::from(matches!(self.chunks().get(at + 1), Some(Chunk::Adverb(_))));
            let says = |chunk: Option<&Chunk>| matches!(chunk, Some(Chunk::Cue(token)) if self.clause.token_class(*token).any(Class::SPEECH) && self.clause.token_class(*token).any(Class::FINITE));
            if says(self.chunks().get(next)) || says(self.chunks().get(next + 1)) {
                return self.first_token(at + 1).map_or(self.tokens.end, |token| token - 1);
            }
        }
        self.tokens.end
    }

    /// "told reporters that": whether the phrase at `at` is whom it was told.
    fn addressee(&self, at: usize) -> bool {
        let phrase = self.clause.phrase(at).is_some_and(|phrase| phrase.head != Head::Relative);
        let clause = matches!(self.chunks().get(at + 1), Some(Chunk::Subordinator(_) | Chunk::Phrase(_)));
        phrase && clause
    }

    /// What stands in front of ", Ann Doe said".
    fn before(&self, at: usize, cue: usize, source: usize) -> Option<Reported> {
        let first = source.min(at);
        let comma = first.checked_sub(1).filter(|&comma| matches!(self.chunks()[comma], Chunk::Comma))?;
        let end = self.first_token(first)?;
        let verb = |chunk: &Chunk| matches!(chunk, Chunk::Verb(_) | Chunk::Auxiliary(_) | Chunk::Cue(_));
        let has_verb = self.chunks()[..comma].iter().any(verb);
        // A tag stands alone: no clause of its own follows it.
        let tag = !self.chunks()[at.max(source) + 1..].iter().any(verb);
        let finite = self.clause.token_class(cue).any(Class::FINITE);
        (has_verb && tag && finite).then(|| self.reported(source, cue, at, self.tokens.start..end)).flatten()
    }

    /// `According to Ann Doe, ...` and `..., according to Ann Doe`.
    fn according(&self, at: usize) -> Option<Reported> {
        if !self.clause.is_preposition(at, "according") {
            return None;
        }
        let source = at + 2;
        self.clause.phrase(source)?;
        let cue = self.first_token(at)?;
        if at == 0 {
            let comma =
                (source..self.chunks().len()).find(|&comma| matches!(self.chunks()[comma], Chunk::Comma))?;
            let start = self.first_token(comma + 1)?;
            return self.reported(source, cue, at, start..self.tokens.end);
        }
        self.reported(source, cue, at, self.tokens.start..cue)
    }

    /// The first token of a chunk, or of the first one behind it that has tokens.
    fn first_token(&self, chunk: usize) -> Option<usize> {
        self.chunks().get(chunk..)?.iter().find_map(|chunk| match chunk {
            Chunk::Phrase(phrase) => Some(phrase.tokens.start),
            Chunk::Cue(token)
            | Chunk::Verb(token)
            | Chunk::Auxiliary(token)
            | Chunk::Adverb(token)
            | Chunk::Preposition(token)
            | Chunk::Subordinator(token) => Some(*token),
            _ => None,
        })
    }
}
