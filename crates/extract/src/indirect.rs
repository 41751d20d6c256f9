//! Indirect statements: what somebody is reported to have said, thought or wanted, without quotation marks.

mod complements;
mod ends;
mod tags;

use std::ops::Range;

use crate::{
    attribution::{Attribution, Construct},
    chunks::{Chunk, Phrase, Sentence},
    names::Name,
    subjects::Clause,
    tokens::{Shape, Text},
};

/// What is reported, and what attributes it.
#[derive(Debug, Clone)]
pub(crate) struct Reported {
    pub(crate) tie: Tie,
    pub(crate) sentence: usize,
    pub(crate) source: Phrase,
    /// The tokens of what is reported, in one piece or, around the cue, in two.
    pub(crate) content: Vec<Range<usize>>,
}

/// What ties words to their source.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tie {
    pub(crate) construct: Construct,
    /// The token of the cue.
    pub(crate) cue: usize,
    /// The chunk of the cue.
    pub(crate) chunk: usize,
}

/// A clause of fewer tokens reports nothing that can be checked: "he said so".
const SHORTEST: usize = 3;

/// Finds what is reported in a text. Whatever is attributed to a quotation of the same sentence is left to it.
pub(crate) fn reported(
    text: &Text<'_>,
    names: &[Name],
    sentences: &[Sentence],
    attributions: &[Attribution],
) -> Vec<Reported> {
    let quoting = attributions.iter().filter(|attribution| {
        !matches!(attribution.construct, Construct::Introduced | Construct::Continued | Construct::Carried)
    });
    let mut cues: Vec<usize> = quoting.filter_map(|attribution| attribution.cue).collect();
    cues.sort_unstable();
    let unquoted =
        |content: &Range<usize>| text.tokens[content.clone()].iter().all(|token| token.quoted.is_none());
    let mut found = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let clause = Clause { text, names, chunks: &sentence.chunks };
        let reader = Reader { clause, sentence: index, tokens: sentence.tokens.clone() };
        let mut end_of_last = 0;
        for at in 0..sentence.chunks.len() {
            if let Some(reported) = reader.at(at)
                && reported.content[0].start >= end_of_last
                && cues.binary_search(&reported.tie.cue).is_err()
                && reported.content.iter().all(unquoted)
            {
                end_of_last = reported.content.last().map_or(0, |last| last.end);
                found.push(reported);
            }
        }
    }
    found
}

/// One sentence, read for what it reports.
struct Reader<'a> {
    clause: Clause<'a>,
    sentence: usize,
    /// The tokens of the sentence, its stop included.
    tokens: Range<usize>,
}

impl<'a> Reader<'a> {
    fn chunks(&self) -> &'a [Chunk] {
        self.clause.chunks
    }

    /// What the cue at a chunk reports.
    fn at(&self, at: usize) -> Option<Reported> {
        match self.chunks()[at] {
            Chunk::Preposition(_) => self.according(at),
            Chunk::Cue(_) | Chunk::Verb(_) => self.complement(at).or_else(|| self.tag(at)),
            Chunk::Phrase(_) => self.noun(at),
            _ => None,
        }
    }

    /// What the cue of `tie` reports, by the phrase at the chunk `source`.
    fn reported(&self, tie: Tie, source: usize, content: &[Range<usize>]) -> Option<Reported> {
        let source = self.clause.whole(self.clause.named_apposition(source))?;
        self.reported_by(tie, source, content)
    }

    /// What the cue of `tie` reports, where it is long enough and holds nothing of its own source.
    fn reported_by(&self, tie: Tie, source: Phrase, content: &[Range<usize>]) -> Option<Reported> {
        let pieces = content.iter().map(|piece| self.trimmed(piece.clone()));
        let content: Vec<Range<usize>> = pieces.filter(|piece| !piece.is_empty()).collect();
        let outside =
            |piece: &Range<usize>| source.tokens.end <= piece.start || piece.end <= source.tokens.start;
        let long = content.iter().map(ExactSizeIterator::len).sum::<usize>() >= SHORTEST;
        (long && content.iter().all(outside)).then_some(Reported {
            tie,
            sentence: self.sentence,
            source,
            content,
        })
    }

    /// The content without the marks at its ends.
    fn trimmed(&self, content: Range<usize>) -> Range<usize> {
        let mark = |at: usize| {
            matches!(
                self.clause.text.tokens[at].shape,
                Shape::Comma | Shape::Stop | Shape::Dash | Shape::Semicolon | Shape::Colon | Shape::Close
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
            Chunk::Quote(quoted) => {
                let start = self.clause.text.quoted[*quoted].outside.start;
                Some(self.clause.text.tokens.partition_point(|token| (token.start as usize) < start))
            }
            _ => None,
        })
    }

    /// Whether a chunk is one of these words that introduce a clause.
    fn introduces(&self, chunk: usize, words: &[&str]) -> bool {
        let token = match self.chunks().get(chunk) {
            Some(Chunk::Subordinator(token)) => *token,
            Some(Chunk::Phrase(phrase)) if phrase.tokens.len() == 1 => phrase.head_token,
            _ => return false,
        };
        words.iter().any(|word| self.clause.text.is_word(token, word))
    }
}
