//! Damages an index so that its checksum does not show it, and asks everything of what is left: ten million times by
//! `cargo run --profile host -p verbatim-search --example damage -- 10000000`, with a seed after it for other ones.
//! It ends when it is done; a panic, a wrong read or an endless loop would be the fault that it looks for.

mod chance;

use std::hint::black_box;

use chance::Chance;
use verbatim_search::{Field, Index, Query, checksum};

const FIELDS: [Field; 2] =
    [Field { name: "words", weight: 1.0, names: false }, Field { name: "speaker", weight: 2.0, names: true }];

/// Where what the checksum covers begins, and the checksum before it.
const COVERED: usize = 16;

const QUERIES: [&str; 5] = ["\"a peace\" -war", "tangabl cons", "t", "mcrn selenskij", "peaceplan the"];

fn main() {
    let mut arguments = std::env::args().skip(1).filter_map(|number| number.parse().ok());
    let cases: u64 = arguments.next().unwrap_or(100_000);
    let mut chance = Chance(arguments.next().unwrap_or(1) | 1);
    let whole: Vec<Vec<u8>> = [3, 40, 300].map(|count| written(&mut chance, count)).to_vec();
    let mut opened = 0_u64;
    for case in 0..cases {
        // Mostly the small ones: they are quick to ask, and a change in them hits something that is read.
        let which = [0, 0, 0, 0, 0, 0, 0, 1, 1, if case % 64 == 0 { 2 } else { 0 }][chance.below(10)];
        let mut bytes = whole[which].clone();
        damage(&mut bytes, &mut chance);
        if let Ok(index) = Index::open(bytes, &FIELDS) {
            opened += 1;
            let query = QUERIES[chance.below(QUERIES.len())];
            black_box(index.ask(&Query::parse(query, &[]), |document| document % 3 > 0));
            black_box((index.best(query, 10), index.marks(query, &["a peace plan", "Macron"])));
            black_box((index.complete(query, 5), index.did_you_mean(query)));
        }
    }
    println!("{cases} cases, of which {opened} opened: none did harm");
}

fn written(chance: &mut Chance, count: usize) -> Vec<u8> {
    const WORDS: [&str; 12] = [
        "peace",
        "plan",
        "a",
        "war",
        "tangible",
        "constructive",
        "the",
        "progress",
        "Macron",
        "Zelensky",
        "北京",
        "é",
    ];
    let mut text = |longest: usize| {
        (0..chance.below(longest)).map(|_| WORDS[chance.below(WORDS.len())]).collect::<Vec<_>>().join(" ")
    };
    let texts: Vec<[String; 2]> = (0..count).map(|_| [text(30), text(4)]).collect();
    Index::write(&FIELDS, texts.iter().map(|texts| texts.iter().map(String::as_str)))
}

/// Changes a few bytes, or cuts the file short, and puts the checksum right.
fn damage(bytes: &mut Vec<u8>, chance: &mut Chance) {
    if chance.below(8) == 0 {
        bytes.truncate(COVERED + chance.below(bytes.len() - COVERED));
    }
    for _ in 0..1 + chance.below(6) {
        let at = COVERED + chance.below((bytes.len() - COVERED).max(1));
        if let Some(byte) = bytes.get_mut(at) {
            *byte = [0, 1, 0x7f, 0x80, 0xff, chance.below(256) as u8][chance.below(6)];
        }
    }
    let sum = checksum(&bytes[COVERED..]);
    bytes[8..COVERED].copy_from_slice(&sum.to_le_bytes());
}
