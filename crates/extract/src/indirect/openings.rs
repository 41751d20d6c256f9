//! Where something reported may begin, whatever opens it: what speaks for and against each place of a sentence, in
//! stages, of which each is asked only where those before rule nothing out.

use super::{
    Reader,
    places::Places,
    traits::{Traits, both, known},
    words::Seen,
};
use crate::chunks::Chunk;

impl Reader<'_> {
    /// Whether a chunk can be the first of something reported.
    pub(super) fn may_open(&self, at: usize) -> bool {
        !matches!(
            self.chunks()[at],
            Chunk::Comma | Chunk::Colon | Chunk::Dash | Chunk::Stop | Chunk::Other | Chunk::Quote(_)
        )
    }

    /// What is seen of a place at a glance: the chunks on both sides.
    pub(super) fn glance_traits(&self, at: usize, traits: &mut impl Traits) {
        traits.take(known(100, self.seen[at].sign, self.seen_from(at, -1).sign));
    }

    /// What is seen of it at a second glance: their words, and what stands around them.
    pub(super) fn word_traits(&self, at: usize, traits: &mut impl Traits) {
        let (second, before) = (self.seen_from(at, -2), self.seen_from(at, -1));
        let (here, next) = (self.seen[at], self.seen_from(at, 1));
        traits.take(known(101, before.stem, here.sign));
        traits.take(known(102, here.stem, before.sign));
        traits.take(known(103, before.stem, second.stem));
        traits.take(known(125, before.sign, both(here.sign, next.sign)));
    }

    /// What tells most of it where those do not rule it out: the verb in front, and a tag behind.
    pub(super) fn first_opening_traits(&self, at: usize, around: &Places, traits: &mut impl Traits) {
        let here = around.seen(at, 0);
        let place = around.at(at);
        let governor = around.governor(place);
        traits.take(known(104, governor.stem, both(place.path, here.sign)));
        traits.take(known(105, governor.stem, governor.group));
        traits.take(known(106, governor.group, place.path));
        traits.take(known(145, around.tail, both(at.min(3) as u32, u32::from(governor.chunk == 0))));
        traits.take(known(200, place.tags[0], both(here.sign, at.min(2) as u32)));
    }

    /// What else does.
    pub(super) fn opening_traits(&self, at: usize, around: &Places, traits: &mut impl Traits) {
        self.neighbour_traits(at, around, traits);
        self.governor_traits(at, around, traits);
        self.further_traits(at, around, traits);
    }

    /// What its neighbours say of it.
    fn neighbour_traits(&self, at: usize, around: &Places, traits: &mut impl Traits) {
        let (second, before, here) = (around.seen(at, -2), around.seen(at, -1), around.seen(at, 0));
        let near = both(before.sign, here.sign);
        traits.take(known(127, here.stem, 0));
        traits.take(known(142, before.class, near));
        traits.take(known(156, second.class, near));
        traits.take(known(161, here.sign, self.clauses(at)));
    }

    /// What the verbs in front say of it.
    fn governor_traits(&self, at: usize, around: &Places, traits: &mut impl Traits) {
        let (before, here, next) = (around.seen(at, -1), around.seen(at, 0), around.seen(at, 1));
        let place = around.at(at);
        let (governor, earlier, path) = (around.governor(place), around.earlier(place), place.path);
        let distance = u32::from(place.distance.min(6));
        traits.take(known(111, both(governor.stem, governor.group), path));
        traits.take(known(112, governor.stem, both(distance, here.sign)));
        traits.take(known(119, governor.subject, both(governor.group, path)));
        traits.take(known(120, earlier.stem, governor.stem));
        traits.take(known(121, here.stem, governor.stem));
        traits.take(known(122, next.stem, governor.stem));
        traits.take(known(124, earlier.stem, both(earlier.group, distance)));
        traits.take(known(140, governor.class, both(path, here.sign)));
        traits.take(known(144, governor.class, both(governor.subject, path)));
        traits.take(known(147, place.marks, governor.stem));
        traits.take(known(151, both(earlier.class, governor.class), both(governor.group, here.sign)));
        traits.take(known(155, both(governor.stem, before.sign), both(here.sign, next.sign)));
    }

    /// What the noun in front, the verb behind, marks and tags say of it.
    fn further_traits(&self, at: usize, around: &Places, traits: &mut impl Traits) {
        let here = around.seen(at, 0);
        let place = around.at(at);
        let (governor, ahead, noun) = (around.governor(place), around.ahead(place), around.noun_before(at));
        let [behind, passed] = place.tags;
        traits.take(known(143, noun.class, both(noun.distance, here.sign)));
        traits.take(known(129, ahead.stem, ahead.group));
        traits.take(known(146, place.marks, here.sign));
        traits.take(known(150, both(governor.class, ahead.group), both(here.sign, place.path)));
        traits.take(known(201, behind, both(passed, around.seen(0, 0).sign)));
        traits.take(known(202, both(behind, passed), governor.class));
        traits.take(known(203, around.attributes, governor.class));
        traits.take(known(204, both(behind, around.attributes >> 4), both(passed, here.sign)));
    }

    /// Whether a clause opens at a place, or at one of the two behind it.
    fn clauses(&self, at: usize) -> u32 {
        (0..3).map(|behind| u32::from(self.opens_clause(at + behind)) << behind).sum()
    }

    /// What sort of content begins at a place: a clause behind its word, an infinitive, the sentence, a clause, a phrase.
    pub(super) fn sort_of_opening(&self, at: usize, here: Seen) -> u32 {
        let introduced = matches!(self.chunks()[at], Chunk::Subordinator(_))
            || self.introduces(at, &["that", "which", "who", "what", "when", "where"]);
        match () {
            () if introduced => 0,
            () if self.clause.is_preposition(at, "to") => 1,
            () if here.first == self.tokens.start || at <= 1 => 2,
            () if self.opens_clause(at) => 3,
            () => 4,
        }
    }
}
