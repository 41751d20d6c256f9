//! How fast extraction is on one core of this machine: reads articles (JSON Lines with a "text" each) and extracts
//! them all, again and again for some seconds, the median of which counts.
//!
//!     extract-bench FILE.jsonl ARTICLES
//!
//! writes the articles to ARTICLES, as the wasm module takes them, and prints MB of UTF-8 a second.

use std::{
    env, fs,
    time::{Duration, Instant},
};

use extract_bench::{SEPARATOR, statements};

/// The allocator that `verbatim extract` has.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Long enough for two dozen rounds, short enough to be run often.
const LASTS: Duration = Duration::from_secs(6);

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [file, out] = arguments.as_slice() else { panic!("usage: extract-bench FILE.jsonl ARTICLES") };
    let lines = fs::read_to_string(file).expect("the file can be read");
    let texts = lines.lines().map(|line| {
        let article: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
        article["text"].as_str().expect("a text").to_owned()
    });
    let articles = texts.collect::<Vec<_>>().join(&SEPARATOR.to_string());
    fs::write(out, &articles).expect("the articles can be written");
    let mut rounds = Vec::new();
    let begun = Instant::now();
    while begun.elapsed() < LASTS || rounds.len() < 3 {
        let round = Instant::now();
        std::hint::black_box(statements(std::hint::black_box(&articles)));
        rounds.push(round.elapsed());
    }
    rounds.sort_unstable();
    let median = rounds[rounds.len() / 2].as_secs_f64();
    println!("{:.1}", articles.len() as f64 / 1e6 / median);
}
