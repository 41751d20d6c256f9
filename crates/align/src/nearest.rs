//! Which texts are likest to a few words.

use std::collections::HashMap;

use verbatim_words::words;

/// How many wanted words are compared; the rest are not looked at.
pub const MAX_WORDS: usize = 64;

/// A text that is like what was wanted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    /// Its place among the texts; the first is 0.
    pub index: usize,
    /// How like it is: over 0, and 1 if all wanted words stand in it in their order.
    pub score: f32,
}

/// The texts likest to `wanted`, best first, at most `limit` of them. Texts that have none of the words are left
/// out.
pub fn nearest<'a>(wanted: &str, texts: impl Iterator<Item = &'a str>, limit: usize) -> Vec<Near> {
    let wanted = Wanted::new(wanted);
    let mut near: Vec<(Near, usize)> = texts
        .enumerate()
        .map(|(index, text)| {
            let (score, others) = wanted.compare(text);
            (Near { index, score }, others)
        })
        .filter(|(near, _)| near.score > 0.0)
        .collect();
    // Picked one by one, not sorted: few are wanted, and sorting would cost the page a kilobyte and a half.
    let rank = |(near, others): &(Near, usize)| (!near.score.to_bits(), *others, near.index);
    let mut best = Vec::new();
    while best.len() < limit
        && let Some(at) = (0..near.len()).min_by_key(|at| rank(&near[*at]))
    {
        best.push(near.swap_remove(at).0);
    }
    best
}

/// The wanted words, each with a bit for every place that it stands at.
struct Wanted {
    places: HashMap<String, u64>,
    count: u32,
}

impl Wanted {
    fn new(text: &str) -> Wanted {
        let mut wanted = Wanted { places: HashMap::new(), count: 0 };
        for word in words(text).take(MAX_WORDS) {
            *wanted.places.entry(word.folded).or_default() |= 1 << wanted.count;
            wanted.count += 1;
        }
        wanted
    }

    /// How like `text` is, from 0 to 1, and how many words it has beside.
    fn compare(&self, text: &str) -> (f32, usize) {
        let mut found = 0_u64;
        // Zero where a longest common subsequence of the words so far grows (Hyyrö's bit-vector form).
        let mut rows = !0_u64;
        let mut others = 0;
        for word in words(text) {
            let Some(places) = self.places.get(&word.folded) else {
                others += 1;
                continue;
            };
            let unused = places & !found;
            found |= unused & unused.wrapping_neg();
            others += usize::from(unused == 0);
            let grown = rows & places;
            rows = rows.wrapping_add(grown) | (rows - grown);
        }
        let in_order = (!rows).count_ones();
        let shares = (found.count_ones() + in_order) as f32;
        (shares / (2 * self.count.max(1)) as f32, others)
    }
}
