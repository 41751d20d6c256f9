//! The file: the same bytes for the same documents, and no bytes that do harm.

use proptest::prelude::*;
use verbatim_search::{Field, Index, OpenError, checksum};

const FIELDS: [Field; 2] =
    [Field { name: "words", weight: 1.0, names: false }, Field { name: "speaker", weight: 2.0, names: true }];

const WORDS: [&str; 16] = [
    "peace",
    "plan",
    "place",
    "talks",
    "progress",
    "tangible",
    "tangle",
    "the",
    "a",
    "of",
    "Élysée",
    "北京",
    "constructive",
    "presidents",
    "president",
    "war",
];

/// Documents enough for every part of the file: lists of several blocks, words in both fields, words twice.
fn documents(count: usize) -> Vec<[String; 2]> {
    let mut state = 1_u64;
    let mut chance = move |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) as usize % limit
    };
    let mut text = |longest: usize| {
        let length = chance(longest);
        let words: Vec<String> = (0..length)
            .map(|_| match chance(4) {
                0 => format!("word{}", chance(300)),
                _ => WORDS[chance(WORDS.len())].to_owned(),
            })
            .collect();
        words.join(" ")
    };
    (0..count).map(|_| [text(40), text(3)]).collect()
}

fn write(documents: &[[String; 2]]) -> Vec<u8> {
    Index::write(&FIELDS, documents.iter().map(|texts| texts.iter().map(String::as_str)))
}

/// Everything that can be asked of an index.
fn ask(index: &Index) -> Vec<Vec<(u32, f32)>> {
    let queries =
        ["peace plan", "tangabl", "t", "the progres of a", "mcrn", "constructiv war 北京", "ply peace zzz"];
    let mut all = Vec::new();
    for query in queries {
        let hits = index.best(query, 300).hits;
        all.push(hits.iter().map(|hit| (hit.document, hit.score)).collect());
        std::hint::black_box(index.marks(query, &["a peace plan", "Élysée"]));
        std::hint::black_box((index.complete(query, 9), index.did_you_mean(query), index.holding(query)));
    }
    all
}

#[test]
fn what_is_opened_is_what_was_built() {
    let documents = documents(700);
    let built = Index::build(&FIELDS, documents.iter().map(|texts| texts.to_vec()));
    let bytes = write(&documents);
    assert_eq!(built.bytes(), bytes);
    let opened = Index::open(bytes.clone(), &FIELDS).expect("what was written is an index");
    assert_eq!(ask(&built), ask(&opened));
    assert_eq!(bytes, write(&documents));
}

#[test]
fn other_bytes_are_refused_with_a_reason() {
    let bytes = write(&documents(20));
    let open = |bytes: &[u8], fields| Index::open(bytes.to_vec(), fields).err();
    assert_eq!(open(b"", &FIELDS), Some(OpenError::NotAnIndex));
    assert_eq!(open(b"# An article of some length", &FIELDS), Some(OpenError::NotAnIndex));
    assert_eq!(open(&bytes, &FIELDS[..1]), Some(OpenError::OtherFields));
    assert_eq!(open(&bytes, &FIELDS), None);
    let mut newer = bytes.clone();
    newer[7] += 1;
    assert_eq!(open(&newer, &FIELDS), Some(OpenError::NotAnIndex));
    assert!(OpenError::Damaged.to_string().contains("load it again"));
}

#[test]
fn every_cut_and_every_flipped_bit_is_noticed() {
    let bytes = write(&documents(12));
    for length in 0..bytes.len() {
        assert!(Index::open(bytes[..length].to_vec(), &FIELDS).is_err(), "cut at {length}");
    }
    for bit in 0..bytes.len() * 8 {
        let mut damaged = bytes.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        assert!(Index::open(damaged, &FIELDS).is_err(), "bit {bit}");
    }
}

/// Hides damage from the checksum.
fn hide(bytes: &mut [u8]) {
    let sum = checksum(&bytes[16..]);
    bytes[8..16].copy_from_slice(&sum.to_le_bytes());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn damage_that_the_checksum_does_not_show_does_no_harm(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        large in any::<bool>(),
    ) {
        let mut bytes = write(&documents(if large { 300 } else { 8 }));
        for (at, byte) in changes {
            let at = 16 + at.index(bytes.len() - 16);
            bytes[at] = byte;
        }
        hide(&mut bytes);
        if let Ok(index) = Index::open(bytes, &FIELDS) {
            std::hint::black_box(ask(&index));
        }
    }
}

#[test]
fn every_byte_can_be_any_byte() {
    let bytes = write(&documents(6));
    for at in 16..bytes.len() {
        for byte in [0, 1, 0x7f, 0x80, 0xff] {
            let mut damaged = bytes.clone();
            damaged[at] = byte;
            hide(&mut damaged);
            if let Ok(index) = Index::open(damaged, &FIELDS) {
                std::hint::black_box(ask(&index));
            }
        }
    }
}
