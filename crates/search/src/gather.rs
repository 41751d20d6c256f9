//! Adding up, for every document, what the words found in it are worth.

use std::rc::Rc;

use crate::expand::{expand, finished};
use crate::index::Index;
use crate::meant::{Meant, Source};
use crate::postings::{List, Visitor};
use crate::query::Wanted;
use crate::score::{FieldGains, Fit, may_go_on};
use crate::scratch::Scratch;
use crate::sort::in_order;

/// How many documents of a list are read in the time that one is looked up: below that share of a list, the documents
/// that can still be found are looked up in it one by one. A block of the list holds 128, and several can lie in one.
const LOOKED_UP: usize = 64;

/// Where one document in so many can still be found, or more, a word is counted in all: which of them are meant could
/// not be guessed, and asking takes longer than counting.
const SOME: usize = 8;

/// How many words of past queries stay expanded. A keystroke changes one word; the others are as they were.
const REMEMBERED: usize = 16;

/// A document in which words of the query were found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    pub document: u32,
    /// What they are worth there, together.
    pub worth: f32,
    /// Which they are, a bit each.
    pub has: u32,
}

impl Scratch {
    /// What each word of a query stands for.
    pub fn meant(&mut self, index: &Index, wanted: &[Wanted]) -> Vec<Rc<Meant>> {
        wanted.iter().map(|word| self.remember(index, word)).collect()
    }

    fn remember(&mut self, index: &Index, wanted: &Wanted) -> Rc<Meant> {
        let same = |other: &Wanted| (&other.letters, &other.as_one) == (&wanted.letters, &wanted.as_one);
        let serves = |(other, meant): &(Wanted, Rc<Meant>)| {
            same(other) && (other.is_open == wanted.is_open || meant.is_settled)
        };
        let entry = match self.meant.iter().position(serves) {
            Some(place) => self.meant.remove(place),
            None => {
                let is_open = |(other, _): &(Wanted, _)| {
                    same(other) && !wanted.is_open && may_go_on(other.letters.len(), false)
                };
                let open = self.meant.iter().position(is_open).map(|place| self.meant.remove(place).1);
                let meant = match open.and_then(Rc::into_inner) {
                    Some(open) => finished(index, wanted, open),
                    None => expand(index, wanted),
                };
                (wanted.clone(), Rc::new(meant))
            }
        };
        let meant = entry.1.clone();
        self.meant.truncate(REMEMBERED - 1);
        self.meant.insert(0, entry);
        meant
    }

    /// Finds the documents, ascending, of those that are `allowed`, that miss fewest words. Those that have all are looked
    /// for first, from the rarest word to the commonest: each word need only be weighed in documents that have those
    /// before it.
    pub fn gather(&mut self, index: &Index, meant: &[Rc<Meant>], allowed: Option<&[bool]>) -> Vec<Found> {
        self.current.resize(index.len(), 0.0);
        self.bits.resize(index.len().div_ceil(64), 0);
        let order: Vec<usize> = in_order(meant.iter().map(|meant| meant.volume))
            .into_iter()
            .filter(|word| !meant[*word].is_nothing())
            .collect();
        let mut found = Vec::new();
        for (place, word) in order.iter().enumerate() {
            if place == 0 {
                self.count(index, &meant[*word], None);
                found = self.joined(&[], 1 << word, allowed);
            } else {
                let is_among = found.len() * SOME < index.len();
                self.count(index, &meant[*word], is_among.then_some(&found));
                self.add_to(&mut found, 1 << word);
                keep(&mut found, |found| found.has >> word & 1 == 1);
                self.clear();
            }
            if !index.file.missed_nothing() {
                break;
            }
            if found.is_empty() {
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
    ) -> Vec<Found> {
        let mut found = Vec::new();
        for (place, word) in order.iter().enumerate() {
            if order.len() - place < least {
                self.count(index, &meant[*word], Some(&found));
                self.add_to(&mut found, 1 << word);
                self.clear();
            } else {
                self.count(index, &meant[*word], None);
                found = self.joined(&found, 1 << word, allowed);
            }
            if !index.file.missed_nothing() {
                break;
            }
        }
        let most = found.iter().map(|found| found.has.count_ones()).max();
        keep(&mut found, |found| Some(found.has.count_ones()) == most);
        found
    }

    /// Finds the first documents that a word begins of which those were found beforehand, and no others, but all that have
    /// it as it is.
    pub fn gather_first(&mut self, index: &Index, meant: &Meant, firsts: List<'_>) -> Vec<Found> {
        self.current.resize(index.len(), 0.0);
        self.bits.resize(index.len().div_ceil(64), 0);
        for source in &meant.sources {
            match source.fit {
                Fit::Word { goes_on: true, .. } => {
                    firsts.documents(&mut self.sums(index, source.weight, true))
                }
                _ => self.count_source(index, source, None),
            }
        }
        self.joined(&[], 1, None)
    }

    /// Adds what the word counted last, whose bit is `bit`, is worth to the documents that have it.
    fn add_to(&mut self, found: &mut [Found], bit: u32) {
        for found in found {
            let worth = std::mem::take(&mut self.current[found.document as usize]);
            found.worth += worth;
            found.has |= if worth > 0.0 { bit } else { 0 };
        }
    }

    /// What was `found` before, and the documents, of those that are `allowed`, that have the word counted last.
    fn joined(&mut self, found: &[Found], bit: u32, allowed: Option<&[bool]>) -> Vec<Found> {
        // Room for all at once: growing would leave holes in the memory, which a page never gives back.
        let marked: u32 = self.bits.iter().map(|bits| bits.count_ones()).sum();
        let mut joined = Vec::with_capacity(found.len() + marked as usize);
        let mut rest = found.iter().peekable();
        for (place, bits) in self.bits.iter_mut().enumerate() {
            let mut bits = std::mem::take(bits);
            while bits != 0 {
                let document = (place << 6) as u32 | bits.trailing_zeros();
                bits &= bits - 1;
                let worth = std::mem::take(&mut self.current[document as usize]);
                if allowed.is_some_and(|allowed| !allowed[document as usize]) {
                    continue;
                }
                while let Some(before) = rest.next_if(|before| before.document < document) {
                    joined.push(*before);
                }
                let same = rest.next_if(|same| same.document == document);
                let (before, has) = same.map_or((0.0, 0), |same| (same.worth, same.has));
                joined.push(Found { document, worth: before + worth, has: has | bit });
            }
        }
        joined.extend(rest);
        joined
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
    fn count(&mut self, index: &Index, meant: &Meant, among: Option<&Vec<Found>>) {
        for found in among.into_iter().flatten() {
            self.bits[found.document as usize >> 6] |= 1 << (found.document & 63);
        }
        let documents = among.map(|found| found.iter().map(|found| found.document).collect::<Vec<_>>());
        for source in &meant.sources {
            self.count_source(index, source, documents.as_deref());
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
        sums.most = source.fit.most_times();
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

/// Keeps those that `is_kept` says, in order. Without a branch: which they are cannot be guessed.
fn keep(found: &mut Vec<Found>, is_kept: impl Fn(&Found) -> bool) {
    let mut kept = 0;
    for place in 0..found.len() {
        found[kept] = found[place];
        kept += usize::from(is_kept(&found[kept]));
    }
    found.truncate(kept);
}
