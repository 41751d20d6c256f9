//! Indirect statements: what somebody is reported to have said, thought or wanted, without quotation marks.
//!
//! `frames`, `nouns` and `tags` propose: a cue, its source, and where the words begin that it may report. `ends` says
//! where they end, and `traits` what speaks for and against each proposal; both are sums of `weights`, which were
//! learnt from articles in which people marked what is reported. Of proposals that overlap the surest stays.
//!
//! `further` looks at what is left for content that no frame proposes: by what `places` stand around, `openings` says
//! where it may begin, and `closings` where it may end. It is less sure.

mod closings;
mod ends;
mod frames;
mod further;
#[cfg(feature = "learning")]
pub mod learning;
mod nouns;
mod openings;
mod places;
mod proposals;
mod tags;
mod traits;
mod weights;
mod words;

use std::ops::Range;

use crate::{
    attribution::{Attribution, Construct},
    chunks::{Chunk, Head, Phrase, Sentence},
    lexicon::Class,
    names::Name,
    subjects::Clause,
    tokens::{Shape, Text},
};
use further::Finder;
use proposals::{Frame, Proposal, Tie};
use weights::{LEAST, Sum, Weights};
use words::Seen;

/// Proposals that score less at a stage (by the cue alone, by what stands around it, by its source) are not followed:
/// what is known later seldom makes up for it. Stricter stages were measured to lose some.
const HOPELESS: [i32; 3] = [-6, -16, -16];

/// What is reported, and what attributes it.
#[derive(Debug, Clone)]
pub(crate) struct Reported {
    pub(crate) construct: Construct,
    /// The token of the cue.
    pub(crate) cue: usize,
    /// The chunk of the cue.
    pub(crate) chunk: usize,
    pub(crate) sentence: usize,
    /// None where the text does not say whose words, or thoughts, they are.
    pub(crate) source: Option<Phrase>,
    /// The tokens of what is reported, in one piece or, around the cue, in two.
    pub(crate) content: Vec<Range<usize>>,
    /// How sure this is, in percent.
    pub(crate) confidence: u8,
}

/// Finds what is reported in a text. Whatever is attributed to a quotation of the same sentence is left to it.
pub(crate) fn reported(
    text: &Text<'_>,
    names: &[Name],
    sentences: &[Sentence],
    attributions: &[Attribution],
) -> Vec<Reported> {
    let (mut found, mut finder) = (Vec::new(), Finder::default());
    each_sentence(text, names, sentences, attributions, Weights::learnt(), |reader, proposals| {
        found.extend(reader.found(proposals, &mut finder));
    });
    found
}

/// Reads each sentence, and passes it on with what it may report by frames.
fn each_sentence(
    text: &Text<'_>,
    names: &[Name],
    sentences: &[Sentence],
    attributions: &[Attribution],
    weights: &Weights,
    mut each: impl FnMut(&Reader<'_>, &mut Vec<Proposal>),
) {
    let quoting = attributions.iter().filter(|attribution| {
        !matches!(attribution.construct, Construct::Introduced | Construct::Continued | Construct::Carried)
    });
    let mut cues: Vec<usize> = quoting.filter_map(|attribution| attribution.cue).collect();
    cues.sort_unstable();
    let (mut proposals, mut seen) = (Vec::new(), Vec::new());
    for (index, sentence) in sentences.iter().enumerate() {
        let clause = Clause::of(sentence, text, names);
        let mut reader = Reader { clause, sentence: index, tokens: sentence.tokens.clone(), weights, seen };
        reader.see();
        for at in 0..sentence.chunks.len() {
            reader.propose(at, &mut proposals);
        }
        proposals.retain(|proposal: &Proposal| cues.binary_search(&proposal.tie.cue).is_err());
        each(&reader, &mut proposals);
        proposals.clear();
        seen = reader.seen;
    }
}

/// One sentence, read for what it reports.
struct Reader<'a> {
    clause: Clause<'a>,
    sentence: usize,
    /// The tokens of the sentence, its stop included.
    tokens: Range<usize>,
    weights: &'a Weights,
    /// Its chunks as the weights see them.
    seen: Vec<Seen>,
}

impl<'a> Reader<'a> {
    fn chunks(&self) -> &'a [Chunk] {
        self.clause.chunks
    }

    /// What the cue at a chunk may report. Most chunks are none: what is asked of the others is kept out of the loop.
    #[inline]
    fn propose(&self, at: usize, proposals: &mut Vec<Proposal>) {
        match self.chunks()[at] {
            Chunk::Preposition(token) if self.clause.text.is_word(token, "according") => {
                proposals.extend(self.according(at));
            }
            Chunk::Cue(_) | Chunk::Verb(_) => {
                self.complements(at, proposals);
                proposals.extend(self.tag(at));
            }
            Chunk::Phrase(Phrase { head: Head::Noun, .. }) => proposals.extend(self.noun(at)),
            _ => {}
        }
    }

    /// What the sentence reports, in the order of the text.
    fn found(&self, proposals: &mut Vec<Proposal>, finder: &mut Finder) -> Vec<Reported> {
        let mut found = self.surest(proposals);
        let further = finder.find(self, &found);
        found.extend(further.iter().filter_map(|further| self.attributed(further)));
        found.sort_by_key(|found| found.content[0].start);
        found
    }

    /// The surest of proposals that overlap.
    fn surest(&self, proposals: &mut Vec<Proposal>) -> Vec<Reported> {
        let mut kept: Vec<Reported> = Vec::new();
        for (score, proposal) in self.ranked(proposals, LEAST) {
            let Proposal { tie: Tie { frame, cue, chunk, .. }, source, lead, content, .. } = proposal;
            kept.push(Reported {
                construct: frame.construct(),
                cue,
                chunk,
                sentence: self.sentence,
                source: Some(source),
                content: lead.into_iter().chain([content]).collect(),
                confidence: weights::percent(score),
            });
        }
        kept
    }

    /// The proposals that score more than `least` and stay, with their scores.
    fn ranked(&self, proposals: &mut Vec<Proposal>, least: i32) -> Vec<(i32, Proposal)> {
        /// What so many tokens count in favour of the longer of two that overlap: it often holds the other.
        const OUTER: (i32, usize) = (8, 10);
        /// Longer content is no better for it.
        const LONGEST: usize = 30;
        let mut scored = Vec::new();
        for mut proposal in proposals.drain(..) {
            if let Some(score) = self.score(&mut proposal).filter(|score| *score > least) {
                let length = proposal.content.len().min(LONGEST);
                scored.push((-(score + OUTER.0 * length as i32 / OUTER.1 as i32), score, proposal));
            }
        }
        scored.sort_by_key(|(rank, ..)| *rank);
        let mut kept: Vec<(i32, Proposal)> = Vec::new();
        for (_, score, proposal) in scored {
            if kept.iter().all(|(_, kept)| proposal.is_apart_from(kept)) {
                kept.push((score, proposal));
            }
        }
        kept
    }

    /// How much speaks for a proposal, whose end is found where it may be worth it.
    fn score(&self, proposal: &mut Proposal) -> Option<i32> {
        let mut sum = Sum::of(self.weights);
        self.source_traits(proposal, &mut sum);
        if proposal.score + sum.total < HOPELESS[2] || !self.close(proposal) {
            return None;
        }
        self.closing_traits(proposal, &mut sum);
        Some(proposal.score + sum.total)
    }

    /// Finds where the content ends. Gives whether it then can be content.
    fn close(&self, proposal: &mut Proposal) -> bool {
        if proposal.tie.frame.is_open() {
            proposal.content.end = self.end(proposal);
        }
        let content = self.trimmed(proposal.content.clone());
        proposal.content = content.clone();
        proposal.lead = proposal.lead.take().map(|lead| self.trimmed(lead));
        let tokens = &self.clause.text.tokens;
        let source = &proposal.source.tokens;
        let mut pieces = proposal.lead.iter().chain([&content]);
        !self.says_nothing(&content)
            && pieces.all(|piece| {
                !piece.is_empty()
                    && (source.end <= piece.start || piece.end <= source.start)
                    && tokens[piece.clone()].iter().all(|token| token.quoted.is_none())
            })
    }

    /// Whether content is no more than "it" or "that".
    fn says_nothing(&self, content: &Range<usize>) -> bool {
        let grammar = Class::PRONOUN.or(Class::RELATIVE).or(Class::DETERMINER);
        content.len() < 2 && content.clone().all(|at| self.clause.text.tokens[at].is(grammar))
    }

    /// How much speaks for a cue; None where no source could make up for it.
    fn cue_score(&self, tie: &Tie) -> Option<i32> {
        let mut sum = Sum::of(self.weights);
        self.first_traits(tie, &mut sum);
        if sum.total < HOPELESS[0] {
            return None;
        }
        self.cue_traits(tie, &mut sum);
        (sum.total >= HOPELESS[1]).then_some(sum.total)
    }

    /// A proposal by the phrase at the chunk `source`, or by the name in apposition to it.
    fn proposal(&self, tie: Tie, score: i32, source: usize) -> Option<Proposal> {
        let subject = self.clause.named_apposition(source);
        let content = self.seen.get(tie.begins)?.first..self.tokens.end;
        let source = self.clause.whole(subject)?;
        Some(Proposal { tie, subject: Some(subject), source, lead: None, content, score })
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
