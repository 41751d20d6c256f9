//! What stands around a tag: `..., Ann Doe said`, `according to Ann Doe, ...`.

use super::{Frame, Proposal, Reader, Tie, traits::is_verb};
use crate::{
    chunks::{Chunk, Head},
    lexicon::Class,
};

impl Reader<'_> {
    /// `..., Ann Doe said on Monday.` and `The plan, Ann Doe said, is ...`.
    #[inline(never)]
    pub(super) fn tag(&self, at: usize) -> Option<Proposal> {
        let Chunk::Cue(cue) = self.chunks()[at] else { return None };
        let class = self.clause.token_class(cue);
        if !class.any(Class::SPEECH) || !class.any(Class::FINITE) {
            return None;
        }
        let comma_before = at.checked_sub(1).is_some_and(|before| self.is_border(before));
        let source = match self.clause.inverted(at).filter(|_| comma_before) {
            Some(source) => source,
            None => self.clause.subject(at)?,
        };
        let (first, last) = (source.min(at), source.max(at));
        first.checked_sub(1).filter(|&comma| self.is_border(comma))?;
        let begins = self.behind_lead_in(first);
        let before = self.seen[begins].first..self.seen[first].first;
        let border = self.behind_tag(last + 1)?;
        // Between the tag and the rest of the clause stands nothing but the comma.
        if border == last + 1 && self.goes_on(border) {
            let proposal = self.tagged(Frame::TagBetween, cue, at, source, border + 1)?;
            return Some(Proposal { lead: Some(before), ..proposal });
        }
        if !self.chunks()[..first].iter().any(is_verb) {
            return None;
        }
        let proposal = self.tagged(Frame::TagBehind, cue, at, source, begins)?;
        Some(Proposal { content: before, ..proposal })
    }

    fn tagged(
        &self,
        frame: Frame,
        cue: usize,
        chunk: usize,
        source: usize,
        begins: usize,
    ) -> Option<Proposal> {
        let tie = Tie { frame, cue, chunk, begins, rivals: 0 };
        self.proposal(tie, self.cue_score(&tie)?, source)
    }

    fn is_border(&self, at: usize) -> bool {
        matches!(self.chunks()[at], Chunk::Comma | Chunk::Dash)
    }

    /// The chunk where the words begin: "But, Ann Doe said, ..." leads in with none of them.
    fn behind_lead_in(&self, tag: usize) -> usize {
        let leads_in = |chunk: &Chunk| {
            matches!(chunk, Chunk::Adverb(_) | Chunk::Conjunction | Chunk::Comma | Chunk::Subordinator(_))
        };
        if self.chunks()[..tag].iter().all(leads_in) { tag } else { 0 }
    }

    /// Whether the clause goes on behind the comma at `border`.
    fn goes_on(&self, border: usize) -> bool {
        let begins = match self.chunks().get(border + 1) {
            Some(Chunk::Verb(token) | Chunk::Cue(token)) => {
                !self.clause.token_class(*token).any(Class::GERUND)
            }
            Some(Chunk::Phrase(phrase)) => phrase.head != Head::Relative,
            chunk => matches!(
                chunk,
                Some(Chunk::Auxiliary(_) | Chunk::Conjunction | Chunk::Preposition(_) | Chunk::Adverb(_))
            ),
        };
        begins && self.chunks()[border..].iter().any(is_verb)
    }

    /// The comma or stop that closes a tag, a day and an occasion passed over; None where a clause follows.
    fn behind_tag(&self, from: usize) -> Option<usize> {
        let circumstance =
            |chunk: &Chunk| matches!(chunk, Chunk::Phrase(_) | Chunk::Preposition(_) | Chunk::Adverb(_));
        let passed = self.chunks()[from..].iter().take_while(|chunk| circumstance(chunk)).count();
        let closes =
            matches!(self.chunks().get(from + passed), None | Some(Chunk::Comma | Chunk::Stop | Chunk::Dash));
        closes.then_some(from + passed)
    }

    /// `According to Ann Doe, ...` and `..., according to Ann Doe`.
    #[inline(never)]
    pub(super) fn according(&self, at: usize) -> Option<Proposal> {
        let source = at + 2;
        self.clause.phrase(source)?;
        let cue = self.seen[at].first;
        if at > 0 {
            let proposal = self.tagged(Frame::According, cue, at, source, 0)?;
            return Some(Proposal { content: self.tokens.start..cue, ..proposal });
        }
        let behind = &self.chunks()[source..];
        let comma = source + behind.iter().position(|chunk| matches!(chunk, Chunk::Comma))?;
        self.tagged(Frame::AccordingFirst, cue, at, source, comma + 1)
    }
}
