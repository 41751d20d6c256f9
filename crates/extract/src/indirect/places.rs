//! What stands around each place of a sentence where something reported may begin or end: verbs, nouns, marks, tags.

use super::{
    Reader,
    traits::{NOTHING, both},
    words::Seen,
};
use crate::{chunks::Chunk, lexicon::Class};

/// What stands around a chunk. Verbs are indices into those of the sentence, the first of which is none.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// The chunks between the last verb in front of it and it, as one number.
    pub(super) path: u32,
    /// The last verb in front of it.
    governor: u16,
    /// The verb in front of that one.
    earlier: u16,
    /// The first verb behind its first chunk.
    ahead: u16,
    /// How many chunks behind.
    pub(super) ahead_distance: u16,
    /// How many chunks stand between the governor and it, adverbs not counted.
    pub(super) distance: u16,
    /// The chunk of the last noun phrase in front of it, counted from one: nought is none.
    noun: u16,
    /// Which marks and quotations stand in front.
    pub(super) marks: u32,
    /// The tag that opens at it or behind it, and the one that opened in front: noughts are none.
    pub(super) tags: [u32; 2],
}

/// A verb with what belongs to it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Verb {
    /// Its chunk, counted from one: nought is none.
    pub(super) chunk: u32,
    pub(super) stem: u32,
    pub(super) class: u32,
    /// Its form, and the auxiliary or "to" in front.
    pub(super) group: u32,
    /// What stands in front of its group: the subject, mostly.
    pub(super) subject: u32,
}

/// A noun phrase, and how many chunks away it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Noun {
    pub(super) class: u32,
    pub(super) distance: u32,
}

/// What stands around the chunks of one sentence. Its lists are filled anew for each.
#[derive(Debug, Default)]
pub(super) struct Places {
    places: Vec<Place>,
    verbs: Vec<Verb>,
    /// The chunks as the weights see them, with a sign of its own for a comma that opens a tag.
    seen: Vec<Seen>,
    /// How the sentence ends: its last three chunks as one number.
    pub(super) tail: u32,
    /// Which tags and quotations stand in it.
    pub(super) attributes: u32,
}

/// The signs of commas that open a tag, by the sort of tag, begin here.
const TAGS: u32 = 60_000;

impl Places {
    pub(super) fn at(&self, at: usize) -> &Place {
        &self.places[at]
    }

    /// The chunk so many places away from `at`.
    pub(super) fn seen(&self, at: usize, away: isize) -> Seen {
        at.checked_add_signed(away).and_then(|at| self.seen.get(at)).copied().unwrap_or(NOTHING)
    }

    /// The last verb in front of a place.
    pub(super) fn governor(&self, place: &Place) -> &Verb {
        &self.verbs[place.governor as usize]
    }

    /// The verb in front of that one.
    pub(super) fn earlier(&self, place: &Place) -> &Verb {
        &self.verbs[place.earlier as usize]
    }

    /// The first verb behind a place.
    pub(super) fn ahead(&self, place: &Place) -> &Verb {
        &self.verbs[place.ahead as usize]
    }

    /// The last noun phrase in front of the chunk at `at`.
    pub(super) fn noun_before(&self, at: usize) -> Noun {
        match (self.places[at].noun as usize).checked_sub(1) {
            Some(noun) => Noun { class: self.seen[noun].class, distance: (at - noun - 1) as u32 },
            None => Noun { class: 0, distance: at as u32 },
        }
    }

    /// Looks around in the sentence of `reader`.
    pub(super) fn look(&mut self, reader: &Reader<'_>) {
        self.places.clear();
        self.verbs.clear();
        self.seen.clear();
        self.verbs.push(Verb::default());
        self.seen.extend(reader.seen.iter().enumerate().map(|(at, seen)| reader.classed(at, *seen)));
        self.mark_tags(reader);
        let mut place = Place::default();
        for at in 0..self.seen.len() {
            let tags = [self.places[at].tags[0], place.tags[1]];
            self.places[at] = Place { tags, ..place };
            self.pass(reader, at, &mut place);
        }
        self.look_ahead(reader.chunks());
        let last = reader.chunks().iter().rposition(|chunk| !matches!(chunk, Chunk::Stop)).unwrap_or(0);
        let (a, b, c) = (self.seen(last, 0), self.seen(last, -1), self.seen(last, -2));
        self.tail = both(both(a.class, a.sign), both(both(b.class, b.sign), c.sign));
    }

    /// Gives the commas that open tags their signs, and places the tags that open behind them.
    fn mark_tags(&mut self, reader: &Reader<'_>) {
        self.places.resize(self.seen.len(), Place::default());
        let (mut next, mut sorts) = (0, 0);
        for at in (0..self.seen.len()).rev() {
            let tag = reader.opens_tag(at);
            if tag > 0 {
                next = tag;
                sorts = sorts.max(tag);
                (self.seen[at].sign, self.seen[at].stem) = (TAGS + tag, TAGS + tag);
            }
            self.places[at].tags[0] = next;
        }
        let quotes = reader.chunks().iter().any(|chunk| matches!(chunk, Chunk::Quote(_)));
        self.attributes = sorts | u32::from(quotes) << 4;
    }

    /// What stands in front of the chunk behind `at`, by what stands in front of `at`.
    fn pass(&mut self, reader: &Reader<'_>, at: usize, place: &mut Place) {
        let chunks = reader.chunks();
        if is_verbal(&chunks[at]) {
            let verb = self.verb(reader, at);
            let governor = (self.governor(place).chunk as usize).checked_sub(1);
            if !(place.distance == 0
                && governor.is_some_and(|governor| is_auxiliary_of(chunks, governor, at)))
            {
                place.earlier = place.governor;
            }
            place.governor = self.verbs.len() as u16;
            self.verbs.push(verb);
            (place.path, place.distance) = (0, 0);
        } else {
            place.path = place.path.wrapping_mul(0x01F3).wrapping_add(self.seen[at].sign).wrapping_add(1);
            place.distance += u16::from(!matches!(chunks[at], Chunk::Adverb(_)));
        }
        match &chunks[at] {
            Chunk::Phrase(_) => place.noun = at as u16 + 1,
            Chunk::Quote(_) => place.marks |= 1,
            Chunk::Comma => place.marks = place.marks & !6 | ((place.marks >> 1 & 3) + 1).min(3) << 1,
            Chunk::Colon => place.marks |= 8,
            Chunk::Dash => place.marks |= 16,
            _ => {}
        }
        if self.seen[at].sign > TAGS && self.seen[at].sign < TAGS + 10 {
            place.tags[1] = self.seen[at].sign - TAGS;
        }
    }

    fn look_ahead(&mut self, chunks: &[Chunk]) {
        let (mut ahead, mut distance, mut verb) = (0, 0, self.verbs.len());
        for at in (0..chunks.len()).rev() {
            (self.places[at].ahead, self.places[at].ahead_distance) = (ahead as u16, distance);
            distance += 1;
            if is_verbal(&chunks[at]) {
                verb -= 1;
                // "was hotly criticized": the verb counts, not its auxiliary.
                let of = (self.verbs[ahead].chunk as usize).checked_sub(1);
                if !of.is_some_and(|of| is_auxiliary_of(chunks, at, of)) {
                    ahead = verb;
                }
                distance = 0;
            }
        }
    }

    fn verb(&self, reader: &Reader<'_>, at: usize) -> Verb {
        let (seen, chunks) = (self.seen[at], reader.chunks());
        let (mut first, mut auxiliary) = (at, 0);
        while first > 0 && matches!(chunks[first - 1], Chunk::Auxiliary(_) | Chunk::Adverb(_)) {
            first -= 1;
            if auxiliary == 0 && matches!(chunks[first], Chunk::Auxiliary(_)) {
                auxiliary = self.seen[first].sign;
            }
        }
        let to = auxiliary == 0 && first > 0 && reader.clause.is_preposition(first - 1, "to");
        Verb {
            chunk: at as u32 + 1,
            stem: seen.stem,
            class: seen.class,
            group: both(seen.sign, auxiliary).wrapping_add(u32::from(to)),
            subject: self.seen(first, -1).sign,
        }
    }
}

fn is_verbal(chunk: &Chunk) -> bool {
    matches!(chunk, Chunk::Cue(_) | Chunk::Verb(_) | Chunk::Auxiliary(_))
}

/// Whether an auxiliary stands at `at` and belongs to the verb at `verb` behind it.
fn is_auxiliary_of(chunks: &[Chunk], at: usize, verb: usize) -> bool {
    let between = |chunk: &Chunk| matches!(chunk, Chunk::Adverb(_) | Chunk::Auxiliary(_));
    matches!(chunks[at], Chunk::Auxiliary(_)) && at < verb && chunks[at + 1..verb].iter().all(between)
}

impl Reader<'_> {
    /// The chunk at `at` with what its word does, by the lists.
    fn classed(&self, at: usize, seen: Seen) -> Seen {
        const TELLING: Class = Class::CUE
            .or(Class::THINKS)
            .or(Class::WANTS)
            .or(Class::JUDGES)
            .or(Class::SPEAKS_OF)
            .or(Class::ROLE)
            .or(Class::PLURAL_PERSON)
            .or(Class::SPEECH_NOUN)
            .or(Class::DOCUMENT)
            .or(Class::COLLECTIVE)
            .or(Class::ORGANISATION)
            .or(Class::MEDIUM);
        let class = match &self.chunks()[at] {
            Chunk::Phrase(phrase) => 1 + self.clause.token_class(phrase.head_token).among(TELLING),
            Chunk::Cue(token) | Chunk::Verb(token) => 1 + self.clause.token_class(*token).among(TELLING),
            _ => 0,
        };
        Seen { class, ..seen }
    }

    /// Which sort of tag opens with the comma at `at`: `, Ann Doe said.`, `, said Ann Doe,`, `, according to Ann Doe`;
    /// nought where none does.
    fn opens_tag(&self, at: usize) -> u32 {
        /// So many chunks may stand in a tag.
        const REACH: usize = 9;
        let chunks = self.chunks();
        if !matches!(chunks[at], Chunk::Comma | Chunk::Dash) {
            return 0;
        }
        let (mut phrases, mut tag) = (0, 0);
        for chunk in &chunks[at + 1..chunks.len().min(at + 1 + REACH)] {
            match chunk {
                Chunk::Phrase(_) => phrases += 1,
                Chunk::Cue(token) if tag == 0 && self.clause.token_class(*token).any(Class::SPEECH) => {
                    tag = if phrases > 0 { 1 } else { 2 };
                }
                Chunk::Auxiliary(_) | Chunk::Adverb(_) => {}
                Chunk::Preposition(token) if self.clause.text.is_word(*token, "according") => return 3,
                Chunk::Preposition(_) => {}
                Chunk::Stop if tag > 0 => return tag + 3,
                Chunk::Comma | Chunk::Dash => return tag,
                _ => return 0,
            }
        }
        if tag > 0 && chunks.len() <= at + 1 + REACH { tag + 3 } else { 0 }
    }
}
