//! Adding up, for every document, what the words found in it are worth.

use crate::expand::Meant;
use crate::index::Index;
use crate::score::{Fit, closeness, rarity, saturated};

/// What was found, document by document.
pub(crate) struct Weights {
    /// What the words of the query are worth in each document, together.
    pub worth: Vec<f32>,
    /// Which words of the query each document has, a bit each.
    pub has: Vec<u32>,
}

/// Weighs every document by the words that `meant` lists.
pub(crate) fn weigh(index: &Index, meant: &[Meant]) -> Weights {
    let mut weights = Weights { worth: vec![0.0; index.len()], has: vec![0; index.len()] };
    let mut tally = Tally::new(index);
    for (bit, meant) in meant.iter().enumerate() {
        tally.count(meant);
        for document in tally.found.drain(..) {
            let best = &mut tally.best[document as usize];
            weights.worth[document as usize] += std::mem::take(best);
            weights.has[document as usize] |= 1 << bit;
        }
    }
    weights
}

/// The work for one word of the query.
struct Tally<'a> {
    index: &'a Index,
    /// How much of the word each document has under the fit being counted; 0 between two fits.
    amount: Vec<f32>,
    touched: Vec<u32>,
    /// What the word is worth in each document, by its best fit so far.
    best: Vec<f32>,
    /// The documents that have the word at all.
    found: Vec<u32>,
}

impl<'a> Tally<'a> {
    fn new(index: &'a Index) -> Self {
        Tally {
            index,
            amount: vec![0.0; index.len()],
            touched: Vec::new(),
            best: vec![0.0; index.len()],
            found: Vec::new(),
        }
    }

    /// Counts `meant` from its best fit to its worst. A fit is as rare as the documents that have it or a better
    /// one are few, so that a typo's common neighbour takes nothing from the word itself.
    fn count(&mut self, meant: &Meant) {
        let index = self.index;
        for fit in Fit::BEST_FIRST {
            for word in meant.words.iter().filter(|word| meant.fits[**word as usize] == Some(fit)) {
                self.add(&index.postings[index.postings_of.range(*word as usize)]);
            }
            self.close(fit);
        }
        for line in &meant.lines {
            self.add(index.names.cells(*line));
        }
        self.close(Fit::Subsequence);
    }

    fn add(&mut self, cells: &[u32]) {
        for cell in cells {
            let document = self.index.document_of(*cell);
            let amount = &mut self.amount[document as usize];
            if *amount == 0.0 {
                self.touched.push(document);
            }
            *amount += self.index.worth[*cell as usize];
        }
    }

    /// Turns the amounts counted under `fit` into worth.
    fn close(&mut self, fit: Fit) {
        let best = &self.best;
        let new = self.touched.iter().filter(|document| best[**document as usize] == 0.0);
        self.found.extend(new);
        let rarity = rarity(self.found.len() as u32, self.index.documents) * fit.worth();
        for document in self.touched.drain(..) {
            let amount = std::mem::take(&mut self.amount[document as usize]);
            let best = &mut self.best[document as usize];
            *best = best.max(rarity * saturated(amount));
        }
    }
}

/// How close the words of the query stand in a document: the mean over each two that follow each other in the
/// query, each at its best place. `words_of[word]` has a bit for each word of the query that it stands for.
pub(crate) fn closeness_in(index: &Index, document: u32, words_of: &[u32], wanted: usize) -> f32 {
    let mut pairs = vec![0.0_f32; wanted];
    for cell in index.cells(document) {
        let mut last = vec![None; wanted + 1];
        for (place, word) in index.tokens[index.tokens_of.range(cell)].iter().enumerate() {
            let bits = words_of[*word as usize];
            for bit in (0..wanted).filter(|bit| bits >> bit & 1 == 1) {
                if let Some(before) = bit.checked_sub(1).and_then(|before| last[before]) {
                    let pair = &mut pairs[bit - 1];
                    *pair = pair.max(closeness(place - before, true));
                }
                if let Some(after) = last[bit + 1] {
                    pairs[bit] = pairs[bit].max(closeness(place - after, false));
                }
            }
            for bit in (0..wanted).filter(|bit| bits >> bit & 1 == 1) {
                last[bit] = Some(place);
            }
        }
    }
    pairs.iter().sum::<f32>() / (wanted.max(2) - 1) as f32
}
