//! Adding up, for every document, what the words found in it are worth.

use std::rc::Rc;

use crate::expand::{Meant, Source, expand};
use crate::index::Index;
use crate::postings::{List, Visitor};
use crate::query::Wanted;
use crate::score::FieldGains;
use crate::search::in_order;

/// How many documents of a list are read in the time that one is looked up: below that share of a list, the documents
/// that can still be found are looked up in it one by one. A block of the list holds 128, and several can lie in one.
const LOOKED_UP: usize = 64;

/// Where one document in so many can still be found, or more, a word is counted in all: which of them are meant could
/// not be guessed, and asking takes longer than counting.
const SOME: usize = 8;

/// How many words of past queries stay expanded. A keystroke changes one word; the others are as they were.
const REMEMBERED: usize = 16;

/// What is kept from one query to the next: room for the sums, and what words stood for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scratch {
    /// What the word being looked at is worth in each document, at its best place; 0 between two words.
    current: Vec<f32>,
    /// A bit a document: those that have that word or, where only some can be found, those.
    bits: Vec<u64>,
    meant: Vec<(Wanted, Rc<Meant>)>,
}

/// Documents that were found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Found {
    /// Which, ascending.
    pub documents: Vec<u32>,
    /// What the words of the query are worth in each, together.
    pub worth: Vec<f32>,
    /// Which words of the query none of them has, or some have not, a bit each.
    pub missed: u32,
}

impl Scratch {
    /// What each word of a query stands for.
    pub fn meant(&mut self, index: &Index, wanted: &[Wanted]) -> Vec<Rc<Meant>> {
        wanted.iter().map(|word| self.remember(index, word)).collect()
    }

    fn remember(&mut self, index: &Index, wanted: &Wanted) -> Rc<Meant> {
        let same = |(other, _): &(Wanted, _)| {
            (&other.letters, other.is_open, &other.as_one)
                == (&wanted.letters, wanted.is_open, &wanted.as_one)
        };
        if let Some(place) = self.meant.iter().position(same) {
            self.meant[..=place].rotate_right(1);
        } else {
            self.meant.truncate(REMEMBERED - 1);
            self.meant.insert(0, (wanted.clone(), Rc::new(expand(index, wanted))));
        }
        self.meant[0].1.clone()
    }

    /// Finds the documents, of those that are `allowed`, that miss fewest words. Those that have all are looked for
    /// first, from the rarest word to the commonest: each word need only be weighed in documents that have those
    /// before it.
    pub fn gather(&mut self, index: &Index, meant: &[Rc<Meant>], allowed: Option<&[bool]>) -> Found {
        self.current.resize(index.len(), 0.0);
        self.bits.resize(index.len().div_ceil(64), 0);
        let order: Vec<usize> = in_order(meant.iter().map(|meant| meant.volume))
            .into_iter()
            .filter(|word| !meant[*word].is_nothing())
            .collect();
        let mut found = Found { missed: !0, ..Found::default() };
        for (place, word) in order.iter().enumerate() {
            if place == 0 {
                self.count(index, &meant[*word], None);
                self.take_all(allowed, |document, worth| {
                    found.documents.push(document);
                    found.worth.push(worth);
                });
            } else {
                let is_among = found.documents.len() * SOME < index.len();
                self.count(index, &meant[*word], is_among.then_some(&found.documents));
                if is_among {
                    self.unmark(&found.documents);
                }
                self.keep(&mut found);
                if !is_among {
                    self.take_all(None, |_, _| {});
                }
            }
            found.missed ^= 1 << word;
            if found.documents.is_empty() {
                return self.gather_most(index, meant, &order, place, allowed);
            }
        }
        found
    }

    /// Finds the documents that have most words, when none has all, and some may have `least`. Once fewer words than
    /// that are left, a document that has none of those before them is none of the best.
    fn gather_most(
        &mut self,
        index: &Index,
        meant: &[Rc<Meant>],
        order: &[usize],
        least: usize,
        allowed: Option<&[bool]>,
    ) -> Found {
        let mut seen = Seen::default();
        for (place, word) in order.iter().enumerate() {
            let is_late = order.len() - place < least;
            self.count(index, &meant[*word], is_late.then_some(&seen.documents));
            if is_late {
                seen.add_among(1 << word, &mut self.current);
                self.unmark(&seen.documents);
            } else {
                seen = seen.joined(1 << word, |tell| self.take_all(allowed, tell));
            }
        }
        seen.with_most()
    }

    /// Takes what the word counted last is worth in each document, ascending, of those that are `allowed`.
    fn take_all(&mut self, allowed: Option<&[bool]>, mut tell: impl FnMut(u32, f32)) {
        for (place, bits) in self.bits.iter_mut().enumerate() {
            let mut rest = std::mem::take(bits);
            while rest != 0 {
                let document = place << 6 | rest.trailing_zeros() as usize;
                rest &= rest - 1;
                let worth = std::mem::take(&mut self.current[document]);
                if allowed.is_none_or(|allowed| allowed[document]) {
                    tell(document as u32, worth);
                }
            }
        }
    }

    /// Leaves of `found` the documents that have the word counted last.
    fn keep(&mut self, found: &mut Found) {
        let mut kept = 0;
        for place in 0..found.documents.len() {
            let document = found.documents[place];
            let worth = std::mem::take(&mut self.current[document as usize]);
            found.documents[kept] = document;
            found.worth[kept] = found.worth[place] + worth;
            kept += usize::from(worth > 0.0);
        }
        found.documents.truncate(kept);
        found.worth.truncate(kept);
    }

    fn unmark(&mut self, documents: &[u32]) {
        documents.iter().for_each(|document| self.bits[*document as usize >> 6] = 0);
    }

    /// Counts one word of the query in all documents, or `among` some.
    fn count(&mut self, index: &Index, meant: &Meant, among: Option<&[u32]>) {
        for document in among.unwrap_or_default() {
            self.bits[*document as usize >> 6] |= 1 << (document & 63);
        }
        for source in &meant.sources {
            self.count_source(index, source, among);
        }
        for line in &meant.lines {
            let line = index.names().line(*line);
            let mut sums = self.sums(index, meant.line_weight, among.is_none());
            sums.field(line.field.into());
            line.documents.iter().for_each(|document| sums.document(*document, 1));
        }
    }

    fn count_source(&mut self, index: &Index, source: &Source, among: Option<&[u32]>) {
        let mut sums = self.sums(index, source.weight, among.is_none());
        let mut read = |list: List<'_>| match among {
            Some(among) if among.len() * LOOKED_UP < list.count as usize => {
                list.documents_among(among, &mut sums);
            }
            _ => list.documents(&mut sums),
        };
        match source.heavy {
            Some(prefix) => read(index.prefixes().list(prefix)),
            None => index.lists().of(source).for_each(read),
        }
    }

    fn sums<'a>(&'a mut self, index: &'a Index, weight: f32, is_new: bool) -> Sums<'a> {
        let (gains, lengths) = (index.gains.of(0), index.frame().lengths_of(0));
        Sums { index, weight, gains, lengths, is_new, current: &mut self.current, bits: &mut self.bits }
    }
}

/// Adds up what one source is worth in the documents it is told.
struct Sums<'a> {
    index: &'a Index,
    weight: f32,
    gains: FieldGains<'a>,
    lengths: &'a [u8],
    /// Whether documents are marked, and not only those counted that are.
    is_new: bool,
    current: &'a mut [f32],
    bits: &'a mut [u64],
}

impl Visitor for Sums<'_> {
    fn field(&mut self, field: usize) {
        (self.gains, self.lengths) = (self.index.gains.of(field), self.index.frame().lengths_of(field));
    }

    #[inline]
    fn document(&mut self, document: u32, times: u32) {
        let at = document as usize;
        let (Some(current), Some(bits)) = (self.current.get_mut(at), self.bits.get_mut(at >> 6)) else {
            return;
        };
        let bit = 1 << (at & 63);
        if self.is_new {
            *bits |= bit;
        } else if *bits & bit == 0 {
            return;
        }
        let gain = self.lengths.get(at).map_or(0.0, |length| self.gains.get(*length, times));
        // The larger of two numbers, as that of their bits, which are in the same order: browsers do that without a
        // branch, and which of the two it is cannot be guessed.
        let value = (self.weight * gain).to_bits().max(f32::MIN_POSITIVE.to_bits());
        *current = f32::from_bits(value.max(current.to_bits()));
    }
}

/// Documents that have any of the words so far.
#[derive(Default)]
struct Seen {
    documents: Vec<u32>,
    worth: Vec<f32>,
    /// Which words each has, a bit each.
    has: Vec<u32>,
}

impl Seen {
    fn push(&mut self, document: u32, worth: f32, has: u32) {
        self.documents.push(document);
        self.worth.push(worth);
        self.has.push(has);
    }

    /// Adds a word that is worth what `current` says.
    fn add_among(&mut self, bit: u32, current: &mut [f32]) {
        for (place, document) in self.documents.iter().enumerate() {
            let worth = std::mem::take(&mut current[*document as usize]);
            self.worth[place] += worth;
            self.has[place] |= if worth > 0.0 { bit } else { 0 };
        }
    }

    /// With a word that `documents` tells in which documents it is, ascending, and what it is worth there.
    fn joined(&self, bit: u32, documents: impl FnOnce(&mut dyn FnMut(u32, f32))) -> Seen {
        let (mut joined, mut at) = (Seen::default(), 0);
        documents(&mut |document, worth| {
            let rest = &self.documents[at..];
            let before = rest.iter().take_while(|before| **before < document).count();
            for place in at..at + before {
                joined.push(self.documents[place], self.worth[place], self.has[place]);
            }
            at += before;
            if self.documents.get(at) == Some(&document) {
                joined.push(document, self.worth[at] + worth, self.has[at] | bit);
                at += 1;
            } else {
                joined.push(document, worth, bit);
            }
        });
        for place in at..self.documents.len() {
            joined.push(self.documents[place], self.worth[place], self.has[place]);
        }
        joined
    }

    /// Those that have most words.
    fn with_most(&self) -> Found {
        let most = self.has.iter().map(|has| has.count_ones()).max().unwrap_or(0);
        let mut found = Found::default();
        for place in (0..self.documents.len()).filter(|place| self.has[*place].count_ones() == most) {
            found.documents.push(self.documents[place]);
            found.worth.push(self.worth[place]);
            found.missed |= !self.has[place];
        }
        found.missed |= if found.documents.is_empty() { !0 } else { 0 };
        found
    }
}
