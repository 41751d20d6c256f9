//! From a query to ranked hits.

use crate::expand::{Meant, expand};
use crate::index::Index;
use crate::marks::{self, Mark};
use crate::query::{Wanted, read};
use crate::score::with_closeness;
use crate::weigh::{Weights, closeness_in, weigh};

/// Among how many of the best documents the closeness of the words is looked at. Each costs about as much as
/// reading it, and one that is not among the first thousand by its words will not be read for their order.
const CLOSELY: usize = 1000;

/// How many of the best hits come with their marks: more than a screen shows at once. For others there is
/// [`Index::marks`].
pub const MARKED: usize = 200;

/// What a query found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Results {
    /// Every document found, best first; those as good as each other in the documents' order.
    pub hits: Vec<Hit>,
    /// The words of the query, as typed, that not all hits have: no document has them all, and the hits are
    /// those that miss fewest.
    pub dropped: Vec<String>,
    /// Whether the query was over [`MAX_WORDS`](crate::MAX_WORDS) or [`MAX_BYTES`](crate::MAX_BYTES), so that
    /// only its beginning was looked for.
    pub cut: bool,
}

/// One document found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The number of the document: the first that was given is 0.
    pub document: u32,
    /// How well it fits, for comparing hits of one query.
    pub score: f32,
    /// What to mark in it, in order; none overlap. Empty after the first [`MARKED`] hits.
    pub marks: Vec<Mark>,
}

impl Index {
    /// Finds `query`. Anything is a query; one without a letter or a digit finds every document.
    pub fn search(&self, query: &str) -> Results {
        let (wanted, cut) = read(query);
        if wanted.is_empty() {
            return Results {
                hits: (0..self.documents).map(|document| hit(0.0, document)).collect(),
                dropped: Vec::new(),
                cut,
            };
        }
        let meant: Vec<Meant> = wanted.iter().map(|word| expand(self, word)).collect();
        let weights = weigh(self, &meant);
        let (mut ranked, missed) = self.rank(&weights);
        if wanted.len() > 1 {
            self.rank_closely(&meant, &mut ranked);
        }
        let mut hits: Vec<Hit> = ranked.iter().map(|at| hit(at.0, at.1)).collect();
        for hit in hits.iter_mut().take(MARKED) {
            hit.marks = marks::marks(self, &wanted, &meant, hit.document);
        }
        Results { hits, dropped: dropped(query, &wanted, missed), cut }
    }

    /// What `query` marks in one document; the same as [`Hit::marks`], for any document.
    ///
    /// # Panics
    /// When there is no such document.
    pub fn marks(&self, query: &str, document: u32) -> Vec<Mark> {
        let (wanted, _) = read(query);
        let meant: Vec<Meant> = wanted.iter().map(|word| expand(self, word)).collect();
        marks::marks(self, &wanted, &meant, document)
    }

    /// The documents that miss fewest words, best first, with their scores; and which words any of them misses.
    fn rank(&self, weights: &Weights) -> (Vec<(f32, u32)>, u32) {
        let most = weights.has.iter().map(|has| has.count_ones()).max().unwrap_or(0);
        let best = |has: &u32| most > 0 && has.count_ones() == most;
        let documents = (0..self.documents).filter(|document| best(&weights.has[*document as usize]));
        let mut missed = 0;
        let mut ranked: Vec<(f32, u32)> = documents
            .map(|document| {
                missed |= !weights.has[document as usize];
                (weights.worth[document as usize], document)
            })
            .collect();
        sort(&mut ranked);
        let missed = if ranked.is_empty() { !0 } else { missed };
        (ranked, missed)
    }

    /// Adds closeness to the score of the first of `ranked`, and puts them in order again.
    fn rank_closely(&self, meant: &[Meant], ranked: &mut [(f32, u32)]) {
        let mut words_of = vec![0; self.dictionary.len() as usize];
        for (bit, meant) in meant.iter().enumerate() {
            for word in &meant.words {
                words_of[*word as usize] |= 1 << bit;
            }
        }
        let closely = ranked.len().min(CLOSELY);
        for (score, document) in &mut ranked[..closely] {
            let closeness = closeness_in(self, *document, &words_of, meant.len());
            *score = with_closeness(*score, closeness);
        }
        sort(&mut ranked[..closely]);
    }
}

fn hit(score: f32, document: u32) -> Hit {
    Hit { document, score, marks: Vec::new() }
}

/// Best first; equal ones in the documents' order. Scores are not negative, so their bits are in their order.
fn sort(ranked: &mut [(f32, u32)]) {
    let key = |&(score, document): &(f32, u32)| u64::from(!score.to_bits()) << 32 | u64::from(document);
    let mut keys: Vec<u64> = ranked.iter().map(key).collect();
    keys.sort_unstable();
    for (place, key) in ranked.iter_mut().zip(keys) {
        *place = (f32::from_bits(!((key >> 32) as u32)), key as u32);
    }
}

/// The words of the query whose bits are set in `missed`, as typed.
fn dropped(query: &str, wanted: &[Wanted], missed: u32) -> Vec<String> {
    let is_missed = |bit: &usize| missed >> bit & 1 == 1;
    let words = (0..wanted.len()).filter(is_missed);
    words.map(|bit| query[wanted[bit].span.clone()].into()).collect()
}
