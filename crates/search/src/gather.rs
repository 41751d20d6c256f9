//! Adding up, for every document, what the words found in it are worth.

use std::rc::Rc;

use crate::expand::{Meant, Source, expand};
use crate::index::Index;
use crate::postings::List;
use crate::query::Wanted;
use crate::search::{ascending, in_order};

/// How many documents of a list are read in the time that one is looked up: below that share of a list, the documents
/// that can still be found are looked up in it one by one. A block of the list holds 128, and several can lie in one.
const LOOKED_UP: usize = 64;

/// How many words of past queries stay expanded. A keystroke changes one word; the others are as they were.
const REMEMBERED: usize = 16;

/// What is kept from one query to the next: room for the sums, and what words stood for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scratch {
    /// What the words of the query are worth in each document, together.
    pub worth: Vec<f32>,
    /// Which words of the query each document has, a bit each.
    pub has: Vec<u32>,
    /// What the word being looked at is worth in each document, at its best place.
    current: Vec<f32>,
    /// The documents that have that word.
    touched: Vec<u32>,
    /// The documents that have the words before it, where those are few.
    few: Vec<u32>,
    /// The documents that have any word.
    seen: Vec<u32>,
    meant: Vec<(Wanted, Rc<Meant>)>,
}

/// In which documents a word is counted.
#[derive(Debug, Clone, Copy)]
enum Among {
    /// In all.
    All,
    /// In those that have exactly these words so far, a bit each.
    With(u32),
    /// In those that have any word so far.
    Seen,
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

    /// Finds the documents, of those that are `allowed`, that miss fewest words, and says which words any of them
    /// misses, a bit each; the documents are [`Scratch::found`]. Those that have all are looked for first, from the
    /// rarest word to the commonest: each word need only be weighed in documents that have those before it.
    pub fn gather(&mut self, index: &Index, meant: &[Rc<Meant>], allowed: Option<&[bool]>) -> u32 {
        self.clear(index.len());
        let order: Vec<usize> = in_order(meant.iter().map(|meant| meant.volume))
            .into_iter()
            .filter(|word| !meant[*word].is_nothing())
            .collect();
        let mut had = 0;
        for (place, word) in order.iter().enumerate() {
            self.count(index, &meant[*word], 1 << word, if had == 0 { Among::All } else { Among::With(had) });
            had |= 1 << word;
            if let Some(allowed) = allowed {
                self.touched.retain(|document| allowed[*document as usize]);
            }
            if self.touched.is_empty() {
                return self.gather_most(index, meant, &order, place, allowed);
            }
        }
        !had
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
    ) -> u32 {
        self.clear(index.len());
        for (place, word) in order.iter().enumerate() {
            let among = if order.len() - place < least { Among::Seen } else { Among::All };
            self.count(index, &meant[*word], 1 << word, among);
        }
        let count = |document: &u32| match allowed {
            Some(allowed) if !allowed[*document as usize] => 0,
            _ => self.has[*document as usize].count_ones(),
        };
        let most = self.seen.iter().map(count).max().unwrap_or(0);
        self.touched.clear();
        self.touched.extend(self.seen.iter().filter(|document| most > 0 && count(document) == most));
        let missed = self.found().iter().map(|document| !self.has[*document as usize]);
        missed.reduce(|one, other| one | other).unwrap_or(!0)
    }

    /// The documents that were found, in no order.
    pub fn found(&self) -> &[u32] {
        &self.touched
    }

    fn clear(&mut self, documents: usize) {
        if self.worth.len() != documents {
            self.worth = vec![0.0; documents];
            self.has = vec![0; documents];
            self.current = vec![0.0; documents];
        }
        for document in self.seen.drain(..) {
            self.worth[document as usize] = 0.0;
            self.has[document as usize] = 0;
        }
        self.touched.clear();
    }

    /// Counts one word of the query in some of the documents.
    fn count(&mut self, index: &Index, meant: &Meant, bit: u32, among: Among) {
        let before: &[u32] = match among {
            Among::All => &[],
            Among::With(_) => &self.touched,
            Among::Seen => &self.seen,
        };
        let few = before.len() * LOOKED_UP < meant.volume as usize;
        self.few = if few { ascending(before.iter().copied()) } else { Vec::new() };
        self.touched.clear();
        for source in &meant.sources {
            self.count_source(index, source, among);
        }
        for line in &meant.lines {
            let line = index.names().line(*line);
            let field = usize::from(line.field);
            for document in &line.documents {
                self.add(*document, among, || {
                    meant.line_weight * index.gains.get(field, index.frame().length(field, *document), 1)
                });
            }
        }
        for document in &self.touched {
            let has = &mut self.has[*document as usize];
            if *has == 0 {
                self.seen.push(*document);
            }
            *has |= bit;
            self.worth[*document as usize] += std::mem::take(&mut self.current[*document as usize]);
        }
    }

    fn count_source(&mut self, index: &Index, source: &Source, among: Among) {
        let (frame, gains, few) = (index.frame(), &index.gains, std::mem::take(&mut self.few));
        let mut add = |field: usize, document: u32, times: u32| {
            self.add(document, among, || {
                source.weight * gains.get(field, frame.length(field, document), times)
            });
        };
        let mut read = |list: List<'_>| match few.is_empty() {
            true => list.documents(&mut add),
            false => list.documents_among(&few, &mut add),
        };
        match source.heavy {
            Some(prefix) => read(index.prefixes().list(prefix)),
            None => index.lists().of(source.words.clone()).for_each(read),
        }
        self.few = few;
    }

    #[inline]
    fn add(&mut self, document: u32, among: Among, value: impl FnOnce() -> f32) {
        let at = document as usize;
        let counts = match among {
            Among::All => at < self.has.len(),
            Among::With(had) => self.has.get(at) == Some(&had),
            Among::Seen => self.has.get(at).is_some_and(|has| *has != 0),
        };
        if !counts {
            return;
        }
        let value = value().max(f32::MIN_POSITIVE);
        let current = &mut self.current[at];
        if *current == 0.0 {
            self.touched.push(document);
        }
        if value > *current {
            *current = value;
        }
    }
}
