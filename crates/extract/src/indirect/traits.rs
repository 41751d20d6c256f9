//! What speaks for or against a proposal, as numbers that weights are looked up by.

use super::{Proposal, Reader, Tie, words::Seen};
use crate::{
    chunks::{Chunk, Head},
    lexicon::Class,
};

/// What takes traits: a sum of their weights, or a list of them to learn from.
pub(crate) trait Traits {
    /// Takes a trait by its number.
    fn take(&mut self, known: u32);
}

impl Traits for Vec<u32> {
    fn take(&mut self, known: u32) {
        self.push(known);
    }
}

/// The number of a trait: which one it is, and the two things that it says.
pub(super) fn known(which: u32, a: u32, b: u32) -> u32 {
    let mixed = (a.wrapping_mul(0x9E37_79B1) ^ b.rotate_left(15).wrapping_mul(0x85EB_CA77))
        .wrapping_add(which.wrapping_mul(0xC2B2_AE3D));
    let mixed = (mixed ^ mixed >> 15).wrapping_mul(0x2C1B_3C6D);
    mixed ^ mixed >> 13
}

/// Two numbers as one.
pub(super) fn both(a: u32, b: u32) -> u32 {
    a.wrapping_mul(0x9E37_79B1).rotate_left(13) ^ b.wrapping_mul(0x85EB_CA77)
}

/// Lengths that make no difference are one.
pub(super) fn rounded(length: usize) -> u32 {
    match length {
        0..=5 => length as u32,
        6..=8 => 6,
        9..=12 => 7,
        13..=20 => 8,
        21..=30 => 9,
        _ => 10,
    }
}

/// Behind the last chunk, and in front of the first.
pub(super) const NOTHING: Seen = Seen { first: 0, sign: 36, stem: 36, class: 0 };

impl Reader<'_> {
    /// The chunk so many places away from `at`, as the weights see it.
    pub(super) fn seen_from(&self, at: usize, away: isize) -> Seen {
        at.checked_add_signed(away).and_then(|at| self.seen.get(at)).copied().unwrap_or(NOTHING)
    }

    /// What tells most of a cue: its word, its frame, and what the content begins with.
    pub(super) fn first_traits(&self, tie: &Tie, traits: &mut impl Traits) {
        let (stem, frame) = (self.seen[tie.chunk].stem, tie.frame as u32);
        let first = self.seen_from(tie.begins, 0);
        traits.take(known(1, frame, 0));
        traits.take(known(2, stem, 0));
        traits.take(known(3, stem, frame));
        traits.take(known(4, stem, self.form_of(tie)));
        traits.take(known(10, frame, first.sign));
        traits.take(known(11, stem, first.sign));
    }

    /// What stands around a cue, whoever its source is.
    pub(super) fn cue_traits(&self, tie: &Tie, traits: &mut impl Traits) {
        let at = tie.chunk;
        let (stem, frame, form) = (self.seen[at].stem, tie.frame as u32, self.form_of(tie));
        let (before, second, after) = (self.seen_from(at, -1), self.seen_from(at, -2), self.seen_from(at, 1));
        let (first, next) = (self.seen_from(tie.begins, 0), self.seen_from(tie.begins, 1));
        traits.take(known(8, form, before.sign));
        traits.take(known(9, before.sign, second.sign));
        traits.take(known(12, stem, after.sign));
        traits.take(known(14, first.sign, next.sign));
        traits.take(known(15, stem, before.sign));
        traits.take(known(17, first.stem, frame));
        traits.take(known(18, first.stem, stem));
        traits.take(known(19, next.stem, frame));
        traits.take(known(20, after.sign, frame));
        traits.take(known(22, before.stem, stem));
        traits.take(known(23, before.stem, frame));
        traits.take(known(24, second.stem, frame));
        traits.take(known(25, frame, tie.rivals));
        traits.take(known(26, stem, frame + 16 * tie.rivals));
        traits.take(known(27, self.seen[0].sign, frame));
    }

    /// What is known of a source and its cue.
    pub(super) fn source_traits(&self, proposal: &Proposal, traits: &mut impl Traits) {
        let tie = &proposal.tie;
        let (stem, frame) = (self.seen[tie.chunk].stem, tie.frame as u32);
        let source = self.phrase_sign(&proposal.source);
        let source_stem = match proposal.source.head {
            Head::Noun => self.stem(proposal.source.head_token),
            _ => source,
        };
        let distance = proposal.subject.map_or(9, |subject| tie.chunk.abs_diff(subject).min(8)) as u32;
        traits.take(known(5, frame, source));
        traits.take(known(6, source_stem, stem));
        traits.take(known(7, stem, source));
        traits.take(known(13, frame, distance));
        traits.take(known(16, self.form_of(tie), source));
        traits.take(known(21, source_stem, frame));
        traits.take(known(28, frame, self.surroundings(tie.chunk)));
    }

    /// The frame with the form of the verb, where the cue is one.
    fn form_of(&self, tie: &Tie) -> u32 {
        let form = match self.chunks()[tie.chunk] {
            Chunk::Cue(_) | Chunk::Verb(_) => self.form(tie.cue),
            _ => 9,
        };
        tie.frame as u32 * 16 + form
    }

    /// Whether it stands in a headline, in a sentence with a quotation, behind another cue of speech.
    fn surroundings(&self, at: usize) -> u32 {
        let speech = |chunk: &Chunk| matches!(chunk, Chunk::Cue(token) if self.clause.token_class(*token).any(Class::SPEECH));
        let quote = self.chunks().iter().any(|chunk| matches!(chunk, Chunk::Quote(_)));
        let behind = self.chunks()[..at].iter().any(speech);
        u32::from(self.tokens.start == 0) | u32::from(quote) << 1 | u32::from(behind) << 2
    }

    /// What is known of it once its end is.
    pub(super) fn closing_traits(&self, proposal: &Proposal, traits: &mut impl Traits) {
        let tokens = &self.clause.text.tokens;
        let (frame, stem) = (proposal.tie.frame as u32, self.seen[proposal.tie.chunk].stem);
        let last = proposal.content.end;
        let length =
            rounded(proposal.content.len() + proposal.lead.as_ref().map_or(0, ExactSizeIterator::len));
        let behind = match tokens.get(last).filter(|_| last < self.tokens.end) {
            Some(token) if token.is_word() => 20 + u32::from(token.is(Class::FUNCTION)),
            Some(token) => token.shape as u32,
            None => 30,
        };
        let inside = self.seen[proposal.tie.begins..].iter().take_while(|seen| seen.first < last).count();
        let verb = self.chunks()[proposal.tie.begins..proposal.tie.begins + inside].iter().any(is_verb);
        traits.take(known(40, frame, length));
        traits.take(known(41, frame, behind));
        traits.take(known(42, frame, u32::from(verb)));
        traits.take(known(43, stem, length.min(3)));
        let end = self.seen_from(proposal.tie.begins, inside as isize);
        traits.take(known(44, frame, end.sign));
    }
}

pub(super) fn is_verb(chunk: &Chunk) -> bool {
    matches!(chunk, Chunk::Verb(_) | Chunk::Auxiliary(_) | Chunk::Cue(_))
}
