//! How long each keystroke takes: `cargo run --release -p verbatim-search --example keystrokes -- 100000`.
//!
//! The corpus is made up, the same each time: words of two to four syllables, as often used as words of a
//! language are (the nth word 1/n as often as the first), 25 a document. Each query is two words of a document,
//! one of them with a letter changed, typed letter by letter.

mod chance;

use std::time::Instant;

use chance::Chance;
use verbatim_search::{Field, Index};

const FIELDS: [Field; 2] =
    [Field { name: "words", weight: 1.0, names: false }, Field { name: "speaker", weight: 2.0, names: true }];

const SYLLABLES: [&str; 32] = [
    "ta", "ke", "mo", "ri", "sun", "pel", "dor", "vin", "ash", "ber", "con", "dis", "ex", "fa", "gra", "hol",
    "in", "ju", "lan", "ment", "ness", "or", "pro", "re", "ster", "tion", "un", "ver", "wil", "ya", "za",
    "ing",
];

/// How many words there are for so many documents: news has about 37 times the square root of its length.
fn vocabulary(documents: usize) -> usize {
    37 * ((documents * 25) as f64).sqrt() as usize
}

/// A word, the first ones most often.
fn word(chance: &mut Chance, words: usize) -> String {
    let share = chance.below(1 << 30) as f64 / f64::from(1 << 30);
    let mut seed = (words as f64).powf(share) as usize * 2_654_435_761 % (1 << 20);
    let mut word = String::new();
    for _ in 0..2 + seed % 3 {
        word += SYLLABLES[seed % SYLLABLES.len()];
        seed /= SYLLABLES.len();
    }
    word
}

fn text(chance: &mut Chance, length: usize, words: usize) -> String {
    (0..length).map(|_| word(chance, words)).collect::<Vec<_>>().join(" ")
}

fn main() {
    let count = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(10_000);
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let words = vocabulary(count);
    let documents: Vec<Vec<String>> =
        (0..count).map(|_| vec![text(&mut chance, 25, words), text(&mut chance, 2, words)]).collect();
    let queries: Vec<String> = (0..200).map(|_| query(&mut chance, &documents)).collect();
    let start = Instant::now();
    let index = Index::build(&FIELDS, documents);
    println!("{count} documents, built in {:.0} ms", milliseconds(start));
    let mut times = Vec::new();
    for query in &queries {
        for end in 1..=query.len() {
            let start = Instant::now();
            std::hint::black_box(index.best(&query[..end], 20));
            times.push(milliseconds(start));
        }
    }
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times[(times.len() - 1) * share / 1000];
    println!("{} keystrokes: p50 {:.2}, p95 {:.2}, p99 {:.2} ms", times.len(), at(500), at(950), at(990));
}

fn query(chance: &mut Chance, documents: &[Vec<String>]) -> String {
    let text = &documents[chance.below(documents.len())][0];
    let words: Vec<&str> = text.split(' ').collect();
    let (one, other) = (words[chance.below(words.len())], words[chance.below(words.len())]);
    let changed = chance.below(other.len());
    format!("{one} {}e{}", &other[..changed], &other[changed + 1..])
}

fn milliseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}
