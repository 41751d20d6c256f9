//! Where something reported may end, whatever opened it: what speaks for and against each place behind.

use super::{
    Reader,
    places::{Place, Places},
    traits::{Traits, both, is_verb, known, rounded},
};
use crate::{
    chunks::{Chunk, Head},
    lexicon::Class,
};

/// Where something begins, and what the places behind it have in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opened {
    /// The chunk.
    pub(super) at: usize,
    /// What sort of content begins there.
    pub(super) sort: u32,
    /// Verbs of the content so far, but for gerunds; at most three.
    pub(super) verbs: u32,
}

/// What stands at a border and on both its sides.
struct Sides {
    /// What begins behind it, and the verbs so far.
    clause: u32,
    /// The sign with the sort of content that it would end.
    kind: u32,
    /// The sort of chunk, and the verbs so far.
    sort: u32,
}

impl Reader<'_> {
    /// What begins at a chunk, with nothing behind it yet.
    pub(super) fn opened(&self, at: usize) -> Opened {
        Opened { at, sort: self.sort_of_opening(at, self.seen[at]), verbs: self.finite(at) }
    }

    /// One where the chunk is a verb, and no gerund.
    pub(super) fn finite(&self, at: usize) -> u32 {
        match &self.chunks()[at] {
            Chunk::Auxiliary(token) | Chunk::Cue(token) | Chunk::Verb(token) => {
                u32::from(!self.clause.token_class(*token).any(Class::GERUND))
            }
            _ => 0,
        }
    }

    /// Whether content can end in front of the chunk at `at`.
    pub(super) fn may_close(&self, at: usize) -> bool {
        let behind_phrase = matches!(self.chunks()[at - 1], Chunk::Phrase(_));
        match &self.chunks()[at] {
            Chunk::Comma
            | Chunk::Dash
            | Chunk::Colon
            | Chunk::Conjunction
            | Chunk::Subordinator(_)
            | Chunk::Preposition(_)
            | Chunk::Cue(_) => true,
            Chunk::Phrase(phrase) => phrase.head == Head::Relative || behind_phrase,
            Chunk::Adverb(_) | Chunk::Verb(_) | Chunk::Auxiliary(_) => behind_phrase,
            _ => false,
        }
    }

    /// What speaks for and against an end in front of the chunk at `at`.
    pub(super) fn closing_at(&self, opened: Opened, at: usize, around: &Places, traits: &mut impl Traits) {
        let (before, here, next, after) =
            (around.seen(at, -1), around.seen(at, 0), around.seen(at, 1), around.seen(at, 2));
        let sides = self.sides(opened, at, around);
        let Sides { clause, kind, sort } = sides;
        let length = rounded(here.first - self.seen[opened.at].first);
        traits.take(known(261, here.sign, clause));
        traits.take(known(262, kind, clause));
        traits.take(known(263, kind, next.sign));
        traits.take(known(264, here.sign, both(next.sign, after.sign)));
        traits.take(known(265, before.sign, both(here.sign, opened.sort)));
        traits.take(known(266, length, kind));
        traits.take(known(267, both(here.sign, next.sign), clause));
        traits.take(known(269, here.sign, next.stem));
        traits.take(known(270, here.sign, before.stem));
        traits.take(known(272, here.stem, clause));
        traits.take(known(277, kind, sort));
        traits.take(known(281, next.stem, both(here.sign, opened.verbs)));
        traits.take(known(282, both(here.sign, next.sign), both(after.sign, opened.verbs)));
        traits.take(known(288, length, both(opened.sort, opened.verbs)));
        self.closing_by_opening(opened, at, around, &sides, traits);
    }

    fn sides(&self, opened: Opened, at: usize, around: &Places) -> Sides {
        let here = around.seen(at, 0);
        let joins = matches!(
            self.chunks().get(at + 1),
            Some(Chunk::Conjunction | Chunk::Adverb(_) | Chunk::Subordinator(_))
        );
        let clause = u32::from(self.opens_clause(at + 1 + usize::from(joins)))
            | u32::from(self.opens_clause(at)) << 1
            | u32::from(opened.verbs > 0) << 2;
        let sort = match &self.chunks()[at] {
            Chunk::Phrase(phrase) => phrase.head.sort(),
            chunk if is_verb(chunk) => 5,
            Chunk::Comma => 6,
            Chunk::Conjunction => 7,
            Chunk::Preposition(_) => 8,
            Chunk::Subordinator(_) => 9,
            Chunk::Adverb(_) => 10,
            _ => 11,
        };
        Sides { clause, kind: both(here.sign, opened.sort), sort: both(sort, opened.verbs) }
    }

    /// What the opening, the verbs on both sides and a tag behind say of an end.
    fn closing_by_opening(
        &self,
        opened: Opened,
        at: usize,
        around: &Places,
        &Sides { kind, sort, .. }: &Sides,
        traits: &mut impl Traits,
    ) {
        let (here, next, after) = (around.seen(at, 0), around.seen(at, 1), around.seen(at, 2));
        let (begins, lead) = (around.seen(opened.at, 0), around.seen(opened.at, -1));
        let (place, there): (&Place, &Place) = (around.at(opened.at), around.at(at));
        let (governor, last, ahead) = (around.governor(place), around.governor(there), around.ahead(there));
        // "that ..., and that ...", "to ... or to ...": what begins behind the border begins like the content.
        let behind = if matches!(self.chunks().get(at + 1), Some(Chunk::Conjunction)) { after } else { next };
        let parallel = u32::from(behind.sign == begins.sign) | u32::from(behind.sign == lead.sign) << 1;
        traits.take(known(271, kind, begins.sign));
        traits.take(known(273, governor.stem, sort));
        traits.take(known(274, both(governor.class, opened.sort), sort));
        traits.take(known(275, governor.subject, sort));
        traits.take(known(276, both(here.sign, parallel), sort));
        traits.take(known(279, both(lead.sign, begins.sign), sort));
        traits.take(known(280, both(place.path, here.sign), sort));
        traits.take(known(283, both(last.class, there.path), sort));
        traits.take(known(284, both(last.stem, there.path), here.sign));
        traits.take(known(285, both(ahead.group, u32::from(there.ahead_distance.min(4))), sort));
        traits.take(known(286, lead.stem, sort));
        traits.take(known(287, there.tags[0], both(here.sign, opened.sort)));
    }
}

impl Head {
    fn sort(self) -> u32 {
        match self {
            Head::Name(_) => 1,
            Head::Pronoun => 2,
            Head::Relative => 3,
            Head::Noun => 4,
        }
    }
}
