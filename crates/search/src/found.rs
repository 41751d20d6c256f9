//! The documents in which words of a query were found.

use crate::set;

/// Documents, and what the words found in each are worth together.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// A bit a document.
    pub documents: Vec<u64>,
    /// How many there are.
    pub count: usize,
    /// What each is worth, in their order; behind that is nothing.
    pub worth: Vec<f32>,
    /// The words that not all of them have, a bit each.
    pub missed: u32,
}

impl Found {
    /// Nothing, which misses every word.
    pub fn nothing() -> Found {
        Found { missed: !0, ..Found::default() }
    }

    /// Tells every document with what it is worth, ascending.
    pub fn each(&self, mut found: impl FnMut(u32, f32)) {
        let mut worth = self.worth.iter();
        set::documents(&self.documents)
            .for_each(|document| found(document, worth.next().copied().unwrap_or(0.0)));
    }

    /// Keeps the documents of which `current` says that they have one more word, and adds what that is worth there.
    pub fn keep(&mut self, current: &mut [f32]) {
        let (mut at, mut kept) = (0, 0);
        for (place, documents) in self.documents.iter_mut().enumerate().filter(|(_, bits)| **bits != 0) {
            let (start, mut left) = (place << 6, 0);
            for bit in set::each(*documents) {
                let more = std::mem::take(&mut current[start | bit as usize]);
                // Without a branch: which have it cannot be guessed.
                self.worth[kept] = self.worth[at] + more;
                let has = more > 0.0;
                left |= u64::from(has) << bit;
                kept += usize::from(has);
                at += 1;
            }
            *documents = left;
        }
        self.count = kept;
    }
}

/// Documents of which some have more of the words than others.
#[derive(Debug)]
pub(crate) struct Most {
    /// Those that have any.
    pub any: Vec<u64>,
    /// What each of them is worth, in their order.
    worth: Vec<f32>,
    /// The words, a bit each, and of each the documents that have it, one after the other.
    words: Vec<u32>,
    having: Vec<u64>,
}

/// How many words each document of 64 has, as numbers written across: the first holds the lowest bit of all of them. A
/// query has 32 words at most.
type Counts = [u64; 6];

impl Most {
    /// None of so many documents has anything yet, of so many words.
    pub fn of(documents: usize, words: usize) -> Most {
        let size = set::words(documents);
        // Room for all at once: what is worth something is then the last thing in the memory, and grows where it lies.
        let having = Vec::with_capacity(size * words);
        Most { any: vec![0; size], worth: Vec::new(), words: Vec::with_capacity(words), having }
    }

    /// Takes up the word whose bit is `bit`: what it is worth in which documents of those that are marked and `allowed`.
    pub fn add(&mut self, bit: u32, current: &[f32], marked: &[u64], allowed: Option<&[u64]>) {
        let start = self.having.len();
        for (place, marked) in marked.iter().enumerate() {
            let mut having = marked & allowed.map_or(!0, |allowed| allowed[place]);
            for document in set::each(having) {
                having ^= u64::from(current[place << 6 | document as usize] == 0.0) << document;
            }
            self.having.push(having);
        }
        self.words.push(bit);
        let having = &self.having[start..];
        let before = self.worth.len();
        let new =
            having.iter().zip(&self.any).map(|(having, any)| (having & !any).count_ones() as usize).sum();
        self.worth.reserve_exact(new);
        self.worth.resize(before + new, 0.0);
        // From the last to the first, so that none is written over before it was read.
        let (mut from, mut to) = (before, before + new);
        for (place, any) in self.any.iter_mut().enumerate().rev() {
            let (old, having) = (*any, having[place]);
            *any |= having;
            let mut rest = *any;
            while rest != 0 {
                let document = rest.ilog2();
                rest ^= 1 << document;
                to -= 1;
                let mut worth = 0.0;
                if old >> document & 1 == 1 {
                    from -= 1;
                    worth = self.worth[from];
                }
                let more =
                    if having >> document & 1 == 1 { current[place << 6 | document as usize] } else { 0.0 };
                self.worth[to] = worth + more;
            }
        }
    }

    /// Those that have most words.
    pub fn finish(mut self) -> Found {
        let most = (0..self.any.len()).map(|place| most(&self.counts(place), self.any[place])).max();
        let (most, size) = (most.unwrap_or(0), self.any.len());
        let known = self.words.iter().fold(0, |known, bit| known | bit);
        let (mut missed, mut at, mut kept) = (!known, 0, 0);
        for place in 0..size {
            let any = self.any[place];
            let counts = (0..).zip(self.counts(place));
            let is_most = counts
                .fold(any, |same, (bit, counts)| same & if most >> bit & 1 == 1 { counts } else { !counts });
            for document in set::each(any) {
                self.worth[kept] = self.worth[at];
                kept += (is_most >> document & 1) as usize;
                at += 1;
            }
            for (word, bit) in self.words.iter().enumerate() {
                missed |= if is_most & !self.having[word * size + place] != 0 { *bit } else { 0 };
            }
            self.any[place] = is_most;
        }
        Found {
            documents: self.any,
            count: kept,
            worth: self.worth,
            missed: if kept > 0 { missed } else { !0 },
        }
    }

    fn counts(&self, place: usize) -> Counts {
        let mut counts = Counts::default();
        for word in 0..self.words.len() {
            let mut carried = self.having[word * self.any.len() + place];
            for count in &mut counts {
                (*count, carried) = (*count ^ carried, *count & carried);
            }
        }
        counts
    }
}

/// The largest of these counts among some documents.
fn most(counts: &Counts, mut among: u64) -> u32 {
    let mut most = 0;
    for (bit, count) in counts.iter().enumerate().rev() {
        if among & count != 0 {
            among &= count;
            most |= 1 << bit;
        }
    }
    most
}
