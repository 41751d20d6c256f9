//! Where what is reported ends: the first border that more speaks for than against.

use super::{
    Frame, Proposal, Reader,
    traits::{Traits, is_verb, known, rounded},
    weights::Sum,
    words::Seen,
};
use crate::chunks::Chunk;

/// A place where content may end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Border {
    /// The chunk behind it.
    pub(super) chunk: usize,
    /// Whether a verb of the content stands before.
    pub(super) verb: bool,
}

impl Reader<'_> {
    /// The token behind the last one of the content of a proposal.
    pub(super) fn end(&self, proposal: &Proposal) -> usize {
        /// What speaks so much against a border at first sight is not made up for.
        const HOPELESS: i32 = -36;
        let mut best = (HOPELESS, None);
        self.borders(proposal, |border| {
            let mut sum = Sum::of(self.weights);
            self.first_border_traits(proposal, border, &mut sum);
            if sum.total < HOPELESS {
                return true;
            }
            self.border_traits(proposal, border, &mut sum);
            if sum.total > best.0 {
                best = (sum.total, Some(border.chunk));
            }
            sum.total <= 0
        });
        let quotes =
            self.chunks()[proposal.tie.begins..].iter().any(|chunk| matches!(chunk, Chunk::Quote(_)));
        match best {
            // Where a quotation follows, content ends in front of it or is none.
            (score, Some(chunk)) if score > 0 || quotes => self.seen[chunk].first,
            _ => self.tokens.end,
        }
    }

    /// Passes every place where the content of a proposal may end, until told to stop.
    pub(super) fn borders(&self, proposal: &Proposal, mut each: impl FnMut(Border) -> bool) {
        let chunks = self.chunks();
        let phrase =
            matches!(proposal.tie.frame, Frame::Object | Frame::About | Frame::FarAbout | Frame::NounAbout);
        let mut verb = is_verb(&chunks[proposal.tie.begins]);
        for (at, chunk) in chunks.iter().enumerate().skip(proposal.tie.begins + 1) {
            let goes_on = !phrase && matches!(chunk, Chunk::Verb(_) | Chunk::Auxiliary(_));
            let may_end = self.may_close(at) && !goes_on;
            if matches!(chunk, Chunk::Quote(_)) || may_end && !each(Border { chunk: at, verb }) {
                return;
            }
            verb |= is_verb(chunk);
        }
    }

    /// What speaks for and against a border at first sight: the chunks around it.
    pub(super) fn first_border_traits(&self, proposal: &Proposal, border: Border, traits: &mut impl Traits) {
        let at = border.chunk;
        let (before, here, next) = (self.seen_from(at, -1), self.seen[at], self.seen_from(at, 1));
        traits.take(known(63, kind(proposal, here), next.sign));
        traits.take(known(65, before.sign, here.sign));
        traits.take(known(68, here.sign, self.seen[proposal.tie.chunk].stem));
        traits.take(known(69, here.sign, next.stem));
        traits.take(known(70, here.sign, before.stem));
    }

    /// What else does: whether a clause begins there, and how long the content is by then.
    pub(super) fn border_traits(&self, proposal: &Proposal, border: Border, traits: &mut impl Traits) {
        let at = border.chunk;
        let (here, next, third) = (self.seen[at], self.seen_from(at, 1), self.seen_from(at, 2));
        let begins = self.seen[proposal.tie.begins];
        // "but he ...", "and now he ...": a clause may open behind the word that joins it on.
        let joined = matches!(
            self.chunks().get(at + 1),
            Some(Chunk::Conjunction | Chunk::Adverb(_) | Chunk::Subordinator(_))
        );
        let clause = u32::from(self.opens_clause(at + 1 + usize::from(joined))) << 1
            | u32::from(self.opens_clause(at)) << 2
            | u32::from(border.verb);
        let kind = kind(proposal, here);
        traits.take(known(60, proposal.tie.frame as u32, clause));
        traits.take(known(61, here.sign, clause));
        traits.take(known(62, kind, clause));
        traits.take(known(64, here.sign, next.sign.wrapping_mul(31).wrapping_add(third.sign)));
        traits.take(known(66, rounded(here.first - begins.first), kind));
        traits.take(known(67, here.sign.wrapping_add(next.sign.wrapping_mul(7)), clause));
        traits.take(known(71, kind, begins.sign));
        traits.take(known(72, here.stem, clause));
    }
}

/// What a border is in such a frame.
fn kind(proposal: &Proposal, border: Seen) -> u32 {
    border.sign.wrapping_add((proposal.tie.frame as u32).wrapping_mul(0x9E37))
}
