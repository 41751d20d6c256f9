//! From a query to ranked hits.

use std::rc::Rc;

use crate::bits::Codes;
use crate::firsts::KEPT;
use crate::found::Found;
use crate::index::Index;
use crate::language::{Part, Query};
use crate::meant::Meant;
use crate::near::closenesses;
use crate::postings::List;
use crate::query::{Wanted, read};
use crate::score::with_closeness;
use crate::scratch::Scratch;
use crate::set;
use crate::sort::{ascending, sort};

/// Among how many of the best documents the closeness of the words is looked at. One that is not among the first
/// few hundred by its words will not be read for their order.
const CLOSELY: usize = 256;

// As many as a byte tells apart, which a place has for its document.
const _: () = assert!(CLOSELY <= 1 << 8);

/// What a query found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Results {
    /// The documents found, best first; those as good as each other in the documents' order.
    pub hits: Vec<Hit>,
    /// How many were found, of which `hits` may be the first.
    pub total: usize,
    /// The words of the query, as typed, that not all hits have: no document has them all, and the hits are
    /// those that miss fewest.
    pub dropped: Vec<String>,
    /// Whether the query was over [`MAX_WORDS`](crate::MAX_WORDS) or [`MAX_BYTES`](crate::MAX_BYTES), so that not
    /// all of it was looked for.
    pub cut: bool,
}

/// One document found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The number of the document: the first that was given is 0.
    pub document: u32,
    /// How well it fits, for comparing hits of one query.
    pub score: f32,
}

impl Index {
    /// Finds `query`. Anything is a query; one without a letter or a digit finds every document.
    pub fn search(&self, query: &str) -> Results {
        self.best(query, usize::MAX)
    }

    /// The first `limit` hits of [`Index::search`], for less work.
    pub fn best(&self, query: &str, limit: usize) -> Results {
        self.first(query, limit).unwrap_or_else(|| self.find(query, limit, None))
    }

    /// The first `limit` hits of a query that is a beginning of which they were found beforehand.
    fn first(&self, query: &str, limit: usize) -> Option<Results> {
        let (wanted, cut) = read(query);
        let [word] = &wanted[..] else { return None };
        let firsts = self.firsts();
        // A field that is worth nothing has no first documents.
        let is_kept = limit <= KEPT && self.fields.iter().all(|field| field.weight > 0.0);
        let beginning = firsts.find(&word.folded()).filter(|_| is_kept)?;
        let mut codes = Codes::new(firsts.at(beginning));
        let total = codes.gamma() as usize - 1;
        let list = List::new(self.frame(), firsts.sight, codes.bits());
        let mut scratch = self.scratch.borrow_mut();
        let meant = scratch.meant(self, &wanted);
        let found = scratch.gather_first(self, &meant[0], list);
        if !self.file.missed_nothing() {
            return Some(Results::default());
        }
        let hits = self.rank(&mut scratch, found, &meant, limit);
        Some(Results { hits, total, dropped: Vec::new(), cut })
    }

    /// Finds a parsed query among the documents that are `wanted`: its words as [`Index::search`] does, where all
    /// its phrases are and nothing is that it is without. What its fields ask for is for `wanted` to say.
    pub fn ask(&self, query: &Query, wanted: impl Fn(u32) -> bool) -> Results {
        let mut allowed = set::of(self.len(), wanted);
        for part in &query.parts {
            let (text, has) = match part {
                Part::Phrase(phrase) => (phrase, true),
                Part::Without(unwanted) => (unwanted, false),
                Part::Word(_) | Part::Field { .. } => continue,
            };
            let mut holding = vec![0; allowed.len()];
            self.holding(text).into_iter().for_each(|document| set::insert(&mut holding, document));
            for (allowed, holding) in allowed.iter_mut().zip(holding) {
                *allowed &= if has { holding } else { !holding };
            }
        }
        let mut results = self.find(&query.words(), usize::MAX, Some(&allowed));
        results.cut |= query.cut;
        results
    }

    fn find(&self, query: &str, limit: usize, allowed: Option<&[u64]>) -> Results {
        let (wanted, cut) = read(query);
        let wanted = self.compounds(wanted);
        if wanted.is_empty() {
            let all = set::of(self.len(), |_| allowed.is_none());
            let documents = allowed.unwrap_or(&all);
            let hit = |document| Hit { document, score: 0.0 };
            let hits = set::documents(documents).take(limit).map(hit).collect();
            return Results { hits, total: set::count(documents), dropped: Vec::new(), cut };
        }
        let mut scratch = self.scratch.borrow_mut();
        let meant = scratch.meant(self, &wanted);
        if !self.file.missed_nothing() {
            return Results::default();
        }
        let found = scratch.gather(self, &meant, allowed);
        let (total, dropped) = (found.count, dropped(query, &wanted, found.missed));
        let hits = self.rank(&mut scratch, found, &meant, limit);
        Results { hits, total, dropped, cut }
    }

    /// The best of the documents found, with their scores: by their words, and then the first [`CLOSELY`] of them by
    /// how close those stand too.
    fn rank(&self, scratch: &mut Scratch, found: Found, meant: &[Rc<Meant>], limit: usize) -> Vec<Hit> {
        let kept = limit.max(CLOSELY);
        let (mut keys, mut last) = (Vec::new(), u64::MAX);
        found.each(|document, worth| {
            let key = key(worth, document);
            if key < last {
                keys.push(key);
                if keys.len() == kept.saturating_mul(2) {
                    sort(&mut keys);
                    keys.truncate(kept);
                    last = keys[kept - 1];
                }
            }
        });
        // Places take room too.
        scratch.take_back(found);
        sort(&mut keys);
        keys.truncate(kept);
        if meant.len() > 1 {
            let closely = keys.len().min(CLOSELY);
            self.rank_closely(meant, &mut keys[..closely]);
        }
        keys.truncate(limit);
        let hit = |(score, document)| Hit { document, score };
        keys.into_iter().map(unkey).map(hit).collect()
    }

    /// Adds closeness to the scores, and puts them in order again.
    fn rank_closely(&self, meant: &[Rc<Meant>], keys: &mut [u64]) {
        let documents = ascending(keys.iter().map(|key| unkey(*key).1));
        let closenesses = closenesses(self, meant, &documents);
        for key in &mut *keys {
            let (score, document) = unkey(*key);
            let place = documents.partition_point(|other| *other < document);
            *key = self::key(with_closeness(score, closenesses[place]), document);
        }
        sort(keys);
    }
}

/// A number that is less for what comes first: the better score, and of equals the first document. Scores are
/// not negative, so their bits are in their order.
fn key(score: f32, document: u32) -> u64 {
    u64::from(!score.to_bits()) << 32 | u64::from(document)
}

fn unkey(key: u64) -> (f32, u32) {
    (f32::from_bits(!((key >> 32) as u32)), key as u32)
}

/// The words of the query whose bits are set in `missed`, as typed.
fn dropped(query: &str, wanted: &[Wanted], missed: u32) -> Vec<String> {
    let is_missed = |bit: &usize| missed >> bit & 1 == 1;
    let mut spans: Vec<_> = (0..wanted.len()).filter(is_missed).map(|bit| &wanted[bit].span).collect();
    // The halves of one word stand at one place.
    spans.dedup();
    spans.into_iter().map(|span| query[span.clone()].into()).collect()
}
