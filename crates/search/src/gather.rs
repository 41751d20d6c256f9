//! Adding up, for every document, what the words found in it are worth.

use std::rc::Rc;

use crate::found::{Found, Most};
use crate::index::Index;
use crate::meant::{Meant, Source};
use crate::postings::{List, Visitor};
use crate::score::{FieldGains, Fit};
use crate::scratch::Scratch;
use crate::set;
use crate::sort::in_order;

/// How many documents of a list are read in the time that one is looked up: below that share of a list, the documents
/// that can still be found are looked up in it one by one. A block of the list holds 128, and several can lie in one.
const LOOKED_UP: usize = 64;

/// Where one document in so many can still be found, or more, a word is counted in all: which of them are meant could
/// not be guessed, and asking takes longer than counting.
const SOME: usize = 8;

/// In which documents a word is counted.
#[derive(Debug, Clone, Copy)]
struct Among<'a> {
    /// In all of them; else only in those that are marked.
    is_all: bool,
    /// Those that are marked, ascending, where they are few enough to be looked up.
    few: Option<&'a [u32]>,
}

impl Scratch {
    /// Finds the documents, ascending, of those that are `allowed`, that miss fewest words. Those that have all are looked
    /// for first, from the rarest word to the commonest: each word need only be weighed in documents that have those
    /// before it.
    pub fn gather(&mut self, index: &Index, meant: &[Rc<Meant>], allowed: Option<&[u64]>) -> Found {
        self.current.resize(index.len(), 0.0);
        self.bits.resize(set::words(index.len()), 0);
        let order: Vec<usize> = in_order(meant.iter().map(|meant| meant.volume))
            .into_iter()
            .filter(|word| !meant[*word].is_nothing())
            .collect();
        let mut found = Found::nothing();
        for (place, word) in order.iter().enumerate() {
            if place == 0 {
                self.count(index, &meant[*word], None);
                found = self.taken(allowed, order.len() == 1);
            } else {
                let is_among = found.count * SOME < index.len();
                self.count(index, &meant[*word], is_among.then_some(&found.documents));
                found.keep(&mut self.current);
                self.clear();
            }
            if !index.file.missed_nothing() {
                break;
            }
            if found.count == 0 {
                self.take_back(found);
                return self.gather_most(index, meant, &order, place, allowed);
            }
            found.missed &= !(1 << word);
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
        allowed: Option<&[u64]>,
    ) -> Found {
        let mut found = Most::of(index.len(), order.len());
        for (place, word) in order.iter().enumerate() {
            let is_among = order.len() - place < least;
            self.count(index, &meant[*word], is_among.then_some(&found.any));
            found.add(1 << word, &self.current, &self.bits, allowed);
            self.clear();
            if !index.file.missed_nothing() {
                break;
            }
        }
        found.finish()
    }

    /// Finds the first documents that a word begins of which those were found beforehand, and no others, but all that have
    /// it as it is.
    pub fn gather_first(&mut self, index: &Index, meant: &Meant, firsts: List<'_>) -> Found {
        self.current.resize(index.len(), 0.0);
        self.bits.resize(set::words(index.len()), 0);
        for source in &meant.sources {
            match source.fit {
                Fit::Word { goes_on: true, .. } => {
                    firsts.documents(&mut self.sums(index, source.weight, true))
                }
                _ => self.count_source(index, source, Among { is_all: true, few: None }),
            }
        }
        self.taken(None, true)
    }

    /// The documents, of those that are `allowed`, that have the word counted last. Where it is the only one, they are lent
    /// the room of the sums until that is [taken back](Scratch::take_back).
    fn taken(&mut self, allowed: Option<&[u64]>, is_only: bool) -> Found {
        let mut documents = self.bits.clone();
        for (documents, allowed) in documents.iter_mut().zip(allowed.unwrap_or(&[])) {
            *documents &= allowed;
        }
        let count = set::count(&documents);
        if is_only {
            let mut kept = 0;
            set::documents(&self.bits).for_each(|document| {
                let worth = std::mem::take(&mut self.current[document as usize]);
                if set::contains(&documents, document) {
                    self.current[kept] = worth;
                    kept += 1;
                }
            });
            self.bits.fill(0);
            return Found { documents, count, worth: std::mem::take(&mut self.current), missed: !0 };
        }
        // Room for all at once: growing would leave holes in the memory, which a page never gives back.
        let mut worth = Vec::with_capacity(count);
        set::documents(&documents).for_each(|document| worth.push(self.current[document as usize]));
        self.clear();
        Found { documents, count, worth, missed: !0 }
    }

    /// Takes back the room that was lent to `found`.
    pub fn take_back(&mut self, mut found: Found) {
        if self.current.is_empty() {
            found.worth[..found.count].fill(0.0);
            self.current = found.worth;
        }
    }

    /// Forgets the documents that are marked.
    fn clear(&mut self) {
        for (place, bits) in self.bits.iter_mut().enumerate().filter(|(_, bits)| **bits != 0) {
            let start = place << 6;
            let end = (start + 64).min(self.current.len());
            self.current[start..end].fill(0.0);
            *bits = 0;
        }
    }

    /// Counts one word of the query in all documents, or `among` some. The documents are marked.
    fn count(&mut self, index: &Index, meant: &Meant, among: Option<&Vec<u64>>) {
        let mut few = None;
        if let Some(among) = among {
            self.bits.copy_from_slice(among);
            // Where no list is that long, none of them is looked up.
            let is_looked_up = set::count(among) * LOOKED_UP < meant.volume as usize;
            few = is_looked_up.then(|| set::documents(among).collect::<Vec<u32>>());
        }
        for source in &meant.sources {
            self.count_source(index, source, Among { is_all: among.is_none(), few: few.as_deref() });
        }
        for line in &meant.lines {
            let line = index.names().line(*line);
            let mut sums = self.sums(index, meant.line_weight, among.is_none());
            sums.field(line.field.into());
            line.documents.iter().for_each(|document| sums.document(*document, 1));
        }
    }

    fn count_source(&mut self, index: &Index, source: &Source, among: Among<'_>) {
        let mut sums = self.sums(index, source.weight, among.is_all);
        sums.most = source.fit.most_times();
        let mut read = |list: List<'_>| match among.few {
            Some(few) if few.len() * LOOKED_UP < list.count as usize => {
                list.documents_among(few, &mut sums);
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
        let (current, bits) = (&mut self.current[..], &mut self.bits[..]);
        Sums { index, weight, gains, lengths, most: u32::MAX, is_new, current, bits }
    }
}

/// Adds up what one source is worth in the documents it is told.
struct Sums<'a> {
    index: &'a Index,
    weight: f32,
    gains: FieldGains<'a>,
    lengths: &'a [u8],
    /// How often a word counts at most.
    most: u32,
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
        let gain = self.lengths.get(at).map_or(0.0, |length| self.gains.get(*length, times.min(self.most)));
        // The larger of two numbers, as that of their bits, which are in the same order: browsers do that without a
        // branch, and which of the two it is cannot be guessed.
        let value = (self.weight * gain).to_bits().max(f32::MIN_POSITIVE.to_bits());
        *current = f32::from_bits(value.max(current.to_bits()));
    }
}
