//! What is reported beyond the frames: behind any verb or noun, in front of one, under no cue at all.
//!
//! `openings` says how likely something begins at a place, `closings` how likely it ends at each place behind. What is
//! likely enough, and is apart from what the frames gave, is reported as what it is: less sure, and its source a guess.

use std::ops::Range;

use super::{
    Frame, Reader, Reported,
    closings::Opened,
    places::Places,
    proposals::{Proposal, Tie},
    traits::is_verb,
    weights::{SCALE, Sum},
};
use crate::{
    attribution::Construct,
    chunks::{Chunk, Head, Phrase},
};

/// What a place scores of which nothing is known: few begin something.
pub(super) const SELDOM: i32 = -60;

/// Places that score less at a glance, at a second one, and at first sight, are not looked at further: what is learnt
/// from is wider.
const GATES: [i32; 3] = [-57, -46, -40];

/// How likely something must promise to be to be reported. Less would still find more than it spoils, by the mean of
/// both, but two in three of that are wrong.
const LEAST: f32 = 0.3;

/// Where content ends is looked for until so little is left of how likely it goes on.
const LEFT: f32 = 0.12;

/// No guess at a source is surer.
const MOST: f32 = 79.0;

/// How much more of it is right than it promises, as the logarithm of odds: measured on articles that were not learnt
/// from.
const BETTER: f32 = 0.4;

/// Something that may be reported.
#[derive(Debug, Clone, Copy)]
pub(super) struct Further {
    /// The first chunk, and the one behind the last.
    chunks: (usize, usize),
    /// How likely it shares half of its words with what is reported.
    pub(super) likely: f32,
}

/// What is looked at to find more, kept from sentence to sentence.
#[derive(Debug, Default)]
pub(super) struct Finder {
    around: Places,
    ends: Vec<(usize, f32)>,
    found: Vec<Further>,
}

impl Finder {
    /// What a sentence reports beyond `kept`.
    pub(super) fn find(&mut self, reader: &Reader<'_>, kept: &[Reported]) -> &[Further] {
        self.found.clear();
        // Around a quotation what is left is mostly a part of its clause.
        if reader.quotes() {
            return &self.found;
        }
        let mut looked = false;
        for at in (0..reader.chunks().len()).filter(|&at| reader.may_open(at)) {
            let mut sum = Sum::of(reader.weights);
            if !reader.passes(at, &mut sum) || kept.iter().any(|kept| reader.holds(kept, at)) {
                continue;
            }
            if !looked {
                self.around.look(reader);
                looked = true;
            }
            let likely = reader.likely_to_open(at, &self.around, sum);
            if likely > LEAST {
                self.close(reader, reader.opened(at), likely);
            }
        }
        self.found.retain(|further| {
            let content = reader.tokens_of(further.chunks);
            kept.iter().flat_map(|kept| &kept.content).all(|kept| apart(kept, &content))
        });
        if self.found.len() > 1 {
            self.choose(reader.chunks().len());
        }
        &self.found
    }

    /// Adds what begins at `opened`, with the end that is nearest to all that are likely.
    fn close(&mut self, reader: &Reader<'_>, mut opened: Opened, likely: f32) {
        self.ends.clear();
        let (mut left, count) = (likely, reader.chunks().len());
        for at in opened.at + 1..count {
            if reader.may_close(at) {
                let mut sum = Sum::of(reader.weights);
                reader.closing_at(opened, at, &self.around, &mut sum);
                let ends = odds(sum.total);
                self.ends.push((at, left * ends));
                left *= 1.0 - ends;
            }
            if left < LEFT {
                break;
            }
            opened.verbs = (opened.verbs + reader.finite(at)).min(3);
        }
        if left >= LEFT {
            self.ends.push((count, left));
        }
        let length = |end: usize| reader.tokens_of((opened.at, end)).len() as f32;
        let (mut best, mut nearest) = (None, 0.0);
        for (end, _) in &self.ends {
            let (mut likely, mut near) = (0.0, 0.0);
            for (other, share) in &self.ends {
                // Of two with one beginning the longer holds the other: they share its length.
                let (a, b) = (length(*end), length(*other));
                let overlap = a.min(b) / a.max(b);
                if overlap >= 0.5 {
                    likely += share;
                    near += share * overlap;
                }
            }
            if near > nearest {
                (best, nearest) = (Some(Further { chunks: (opened.at, *end), likely }), near);
            }
        }
        self.found.extend(best.filter(|best| best.likely > LEAST));
    }

    /// Of those that overlap keeps the ones that together promise most beyond what each must.
    fn choose(&mut self, chunks: usize) {
        self.found.sort_by_key(|further| further.chunks.1);
        let mut best: Vec<(f32, Option<usize>)> = vec![(0.0, None); chunks + 1];
        let mut next = 0;
        for end in 1..=chunks {
            best[end] = (best[end - 1].0, None);
            while let Some(further) = self.found.get(next).filter(|further| further.chunks.1 == end) {
                let taken = best[further.chunks.0].0 + further.likely - LEAST;
                if taken > best[end].0 {
                    best[end] = (taken, Some(next));
                }
                next += 1;
            }
        }
        let (mut chosen, mut end) = (Vec::new(), chunks);
        while end > 0 {
            end = match best[end].1 {
                Some(index) => {
                    chosen.push(self.found[index]);
                    self.found[index].chunks.0
                }
                None => end - 1,
            };
        }
        chosen.reverse();
        self.found = chosen;
    }
}

fn apart(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.end <= b.start || b.end <= a.start
}

/// A score as how likely it is.
fn odds(score: i32) -> f32 {
    1.0 / (1.0 + (-score as f32 / SCALE).exp())
}

/// How likely something is that promises so much.
fn borne_out(promised: f32) -> f32 {
    let odds = promised * BETTER.exp();
    odds / (odds + 1.0 - promised)
}

impl Reader<'_> {
    fn quotes(&self) -> bool {
        self.chunks().iter().any(|chunk| matches!(chunk, Chunk::Quote(_)))
    }

    /// Whether a place passes both glances, which count towards `sum`.
    fn passes(&self, at: usize, sum: &mut Sum<'_>) -> bool {
        self.glance_traits(at, sum);
        if SELDOM + sum.total < GATES[0] {
            return false;
        }
        self.word_traits(at, sum);
        SELDOM + sum.total >= GATES[1]
    }

    /// How likely something begins at a chunk that passed both glances; nought where it is hopeless.
    fn likely_to_open(&self, at: usize, around: &Places, mut sum: Sum<'_>) -> f32 {
        self.first_opening_traits(at, around, &mut sum);
        if SELDOM + sum.total < GATES[2] {
            return 0.0;
        }
        self.opening_traits(at, around, &mut sum);
        odds(SELDOM + sum.total)
    }

    /// Whether a chunk stands in what is already reported.
    fn holds(&self, kept: &Reported, at: usize) -> bool {
        let chunk = self.tokens_of((at, at + 1));
        kept.content.iter().any(|content| !apart(content, &chunk))
    }

    /// The tokens of some chunks.
    fn tokens_of(&self, (first, end): (usize, usize)) -> Range<usize> {
        self.seen[first].first..self.seen.get(end).map_or(self.tokens.end, |seen| seen.first)
    }

    /// What was found, with the source that the frames or the verb beside it give it; None where nothing is left of it.
    pub(super) fn attributed(&self, further: &Further) -> Option<Reported> {
        // "a plan to bundle the nets": the infinitive is whole.
        let begins = match further.chunks.0.checked_sub(1) {
            Some(to) if self.is_infinitive(to) => to,
            _ => further.chunks.0,
        };
        let content = self.trimmed(self.tokens_of((begins, further.chunks.1)));
        let ends = |phrase: &Phrase| phrase.tokens.end == content.end;
        let name = self.is_speaker(begins) && self.clause.phrase(begins).is_some_and(ends);
        if self.says_nothing(&content) || name {
            return None;
        }
        let (chunk, cue, source) =
            self.by_frame(begins, &content).or_else(|| self.by_verb(begins, &content))?;
        let confidence = (100.0 * borne_out(further.likely)).round().min(MOST) as u8;
        let construct = if source.is_some() { Construct::ReportedNear } else { Construct::ReportedAlone };
        Some(Reported {
            construct,
            cue,
            chunk,
            sentence: self.sentence,
            source,
            content: vec![content],
            confidence,
        })
    }

    /// The cue and the source of the frame that reports the same, or begins with it.
    fn by_frame(&self, begins: usize, content: &Range<usize>) -> Option<(usize, usize, Option<Phrase>)> {
        let mut proposals = Vec::new();
        for at in 0..self.chunks().len() {
            self.propose(at, &mut proposals);
        }
        let same = |Proposal { tie, source, content: other, .. }: &Proposal| {
            (tie.frame.is_open() && (tie.begins == begins || tie.begins == begins + 1) || other == content)
                && !matches!(tie.frame, Frame::TagBetween)
                && apart(&source.tokens, content)
        };
        let best = proposals.into_iter().filter(same).max_by_key(|proposal| proposal.score)?;
        let Tie { chunk, cue, .. } = best.tie;
        Some((chunk, cue, Some(best.source)))
    }

    /// The verb in front, or behind what begins the sentence, with its subject: "a ban was criticized by Ann Doe".
    fn by_verb(&self, begins: usize, content: &Range<usize>) -> Option<(usize, usize, Option<Phrase>)> {
        let chunks = self.chunks();
        let verbal = |at: &usize| matches!(chunks[*at], Chunk::Cue(_) | Chunk::Verb(_) | Chunk::Auxiliary(_));
        let behind = || (begins..chunks.len()).find(|at| verbal(at) && self.seen[*at].first >= content.end);
        let verb = (0..begins).rev().find(verbal).or_else(behind);
        let Some(verb) = verb else { return Some((begins, self.seen[begins].first, None)) };
        let (Chunk::Cue(cue) | Chunk::Verb(cue) | Chunk::Auxiliary(cue)) = chunks[verb] else { return None };
        if verb < begins && !self.tells(cue) && !self.has_verb(begins, content) {
            return None;
        }
        let source = match self.is_passive(verb, cue) || verb > begins {
            true => self.agent(verb),
            false => self.clause.subject(verb),
        };
        let source = source.and_then(|source| self.clause.whole(self.clause.named_apposition(source)));
        Some((verb, cue, source.filter(|source| apart(&source.tokens, content))))
    }

    /// Whether a verb stands in the content that begins at a chunk. "Opened the garden" reports nothing.
    fn has_verb(&self, begins: usize, content: &Range<usize>) -> bool {
        let inside = (begins..self.chunks().len()).take_while(|&at| self.seen[at].first < content.end);
        inside.into_iter().any(|at| is_verb(&self.chunks()[at]))
    }

    /// Who does what a passive says: the phrase behind "by", nothing but phrases between.
    fn agent(&self, verb: usize) -> Option<usize> {
        let mut passed = (verb + 1..self.chunks().len()).take_while(|at| {
            matches!(self.chunks()[*at], Chunk::Phrase(_) | Chunk::Preposition(_) | Chunk::Adverb(_))
        });
        let by = passed.find(|at| self.clause.is_preposition(*at, "by"))?;
        self.clause.phrase(by + 1).filter(|phrase| phrase.head != Head::Relative).map(|_| by + 1)
    }
}
