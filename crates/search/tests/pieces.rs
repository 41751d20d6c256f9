//! An index that comes in pieces: what is found is what the whole finds, and what does not belong to it is refused.

use std::sync::LazyLock;

use proptest::prelude::*;
use verbatim_search::{Field, Index, OpenError, Query, Results};

const FIELDS: [Field; 2] =
    [Field { name: "words", weight: 1.0, names: false }, Field { name: "speaker", weight: 2.0, names: true }];

/// Documents enough for lists of several blocks, runs of several lists, and beginnings that have lists of their own.
fn documents(count: usize, seed: u64) -> Vec<Vec<String>> {
    let mut state = seed;
    let mut chance = move |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) as usize % limit
    };
    let mut word = move || match chance(4) {
        0 => ["peace", "plan", "the", "of", "ceasefire", "cease", "fire", "président", "北京"][chance(9)]
            .to_owned(),
        1 => format!("w{}", chance(40)),
        _ => {
            ["ka", "lo", "min", "ter", "va", "dor", "es", "pru"][chance(8)].repeat(1 + chance(2))
                + &chance(3000).to_string()
        }
    };
    let mut text = move |length: usize| (0..length).map(|_| word()).collect::<Vec<_>>().join(" ");
    (0..count).map(|place| vec![text(6 + place % 30), text(2)]).collect()
}

const QUERIES: [&str; 12] = [
    "peace plan",
    "w1 w2 of the",
    "k",
    "ka1",
    "lolo29 pe",
    "presidnet peace",
    "ceasefire",
    "cease fire",
    "minmin2999 dordor12",
    "prlan xylophone the",
    "北京",
    "ppc",
];

/// Asks for as long as pieces are missing. Gives what was found, and which pieces were wanted, round by round.
fn ask<T>(index: &mut Index, pieces: &[Vec<u8>], ask: impl Fn(&Index) -> T) -> (T, Vec<Vec<u32>>) {
    let mut rounds = Vec::new();
    loop {
        let found = ask(index);
        let missed = index.missed();
        if missed.is_empty() {
            return (found, rounds);
        }
        assert!(rounds.len() < 50, "it goes on for ever: {missed:?}");
        for piece in &missed {
            index.give(*piece, &pieces[*piece as usize]).expect("a piece of this index");
        }
        rounds.push(missed);
    }
}

fn hits(results: &Results) -> (Vec<(u32, f32)>, usize, Vec<String>) {
    let hits = results.hits.iter().map(|hit| (hit.document, hit.score));
    (hits.collect(), results.total, results.dropped.clone())
}

#[test]
fn pieces_that_come_as_they_are_missed_find_what_the_whole_finds() {
    let documents = documents(4000, 1);
    let whole = Index::build(&FIELDS, documents.clone());
    let (head, pieces) = (whole.head(), whole.pieces().collect::<Vec<_>>());
    let mut kept = Index::open_head(&head, &FIELDS).expect("a head");
    for query in QUERIES {
        let found = hits(&whole.search(query));
        let mut new = Index::open_head(&head, &FIELDS).expect("a head");
        let (first, rounds) = ask(&mut new, &pieces, |index| hits(&index.search(query)));
        assert_eq!(first, found, "{query}");
        let wanted: usize = rounds.iter().map(Vec::len).sum();
        assert!(wanted > 0 && wanted < pieces.len(), "{query}: {wanted} of {} pieces", pieces.len());
        let (next, rounds) = ask(&mut kept, &pieces, |index| hits(&index.search(query)));
        assert_eq!(next, found, "{query}");
        assert!(rounds.iter().map(Vec::len).sum::<usize>() <= wanted, "{query}");
        let again = ask(&mut kept, &pieces, |index| hits(&index.search(query)));
        assert!(again.1.is_empty(), "{query} asks for what is here");
        let document = found.0.first().map_or(&documents[0], |hit| &documents[hit.0 as usize]);
        let (marks, _) = ask(&mut new, &pieces, |index| index.marks(query, document));
        assert_eq!(marks, whole.marks(query, document), "{query}");
        let (meant, _) = ask(&mut new, &pieces, |index| index.did_you_mean(query));
        assert_eq!(meant, whole.did_you_mean(query), "{query}");
        let phrase = Query::parse(&format!("\"{query}\" -plan"), &[]);
        let (asked, _) =
            ask(&mut new, &pieces, |index| hits(&index.ask(&phrase, |document| document % 3 > 0)));
        assert_eq!(asked, hits(&whole.ask(&phrase, |document| document % 3 > 0)), "{query}");
    }
}

/// What is written and what is fetched of it hangs on sizes that were measured: none changes but on purpose, and where what
/// is written can be read no more as it was, with the version of the format.
#[test]
fn the_bytes_of_an_index_and_what_is_fetched_of_it_are_known() {
    let whole = Index::build(&FIELDS, documents(16_000, 1));
    let (head, pieces) = (whole.head(), whole.pieces().collect::<Vec<_>>());
    assert_eq!(
        (whole.bytes().len(), verbatim_search::checksum(whole.bytes())),
        (1086985, 3647561719444396190)
    );
    assert_eq!(
        (head.len(), verbatim_search::checksum(&head), pieces.len()),
        (62662, 2453310390135285718, 684)
    );
    let fetched = QUERIES.map(|query| {
        let mut new = Index::open_head(&head, &FIELDS).expect("a head");
        let (_, rounds) = ask(&mut new, &pieces, |index| index.search(query).total);
        (rounds.iter().map(Vec::len).sum::<usize>(), rounds.len())
    });
    assert_eq!(
        fetched,
        [
            (25, 4),
            (34, 3),
            (62, 3),
            (15, 3),
            (36, 5),
            (25, 4),
            (11, 4),
            (34, 4),
            (66, 3),
            (27, 6),
            (8, 4),
            (11, 3)
        ]
    );
}

#[test]
fn a_word_is_had_without_the_long_lists_beside_it_and_those_without_more_than_they_take() {
    let texts = (0..30_000).map(|place| match place {
        0 => "mover moverlan moverlas",
        1 => "movie",
        place => ["mover", "mover of mover"][place % 2],
    });
    let whole = Index::build(&FIELDS, texts.map(|text| vec![text.to_owned()]));
    let (head, pieces) = (whole.head(), whole.pieces().collect::<Vec<_>>());
    let fetched = |query: &str| {
        let mut new = Index::open_head(&head, &FIELDS).expect("a head");
        let (total, rounds) = ask(&mut new, &pieces, |index| index.search(query).total);
        assert_eq!(total, whole.search(query).total, "{query}");
        rounds.concat().iter().map(|piece| pieces[*piece as usize].len()).sum::<usize>()
    };
    // Of what is fetched in both, the lengths of all texts are the most.
    let (rare, common) = (fetched("moverla"), fetched("mover "));
    assert!(rare < fetched("movie ") + 4096, "{rare}");
    assert!(common > rare && common < rare + 17_000, "{common} beside {rare}");
}

#[test]
fn a_piece_of_something_else_is_refused() {
    let whole = Index::build(&FIELDS, documents(300, 1));
    let other = Index::build(&FIELDS, documents(300, 2));
    let pieces: Vec<Vec<u8>> = whole.pieces().collect();
    let mut index = Index::open_head(&whole.head(), &FIELDS).expect("a head");
    let refused = |index: &mut Index, piece: u32, bytes: &[u8]| {
        assert_eq!(index.give(piece, bytes), Err(OpenError::Damaged), "piece {piece}");
    };
    for (number, piece) in (0..).zip(&pieces) {
        refused(&mut index, number, &piece[..piece.len() - 1]);
        refused(&mut index, number + 1, piece);
        for at in [0, 7, 8, piece.len() / 2, piece.len() - 1] {
            let mut damaged = piece.clone();
            damaged[at] ^= 0x20;
            refused(&mut index, number, &damaged);
        }
    }
    for (number, piece) in (0..pieces.len() as u32).zip(other.pieces()) {
        refused(&mut index, number, &piece);
    }
    refused(&mut index, 0, b"");
}

#[test]
fn a_head_with_any_bit_changed_or_cut_is_refused() {
    let head = Index::build(&FIELDS, documents(20, 1)).head();
    for length in 0..head.len() {
        assert!(Index::open_head(&head[..length], &FIELDS).is_err(), "cut at {length}");
    }
    for bit in 0..head.len() * 8 {
        let mut damaged = head.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        assert!(Index::open_head(&damaged, &FIELDS).is_err(), "bit {bit}");
    }
    assert_eq!(Index::open_head(&head, &FIELDS[..1]).err(), Some(OpenError::OtherFields));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_forged_head_does_no_harm(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        query in "[a-z]{1,9}( [a-z]{1,9})?",
    ) {
        static WHOLE: LazyLock<(Vec<u8>, Vec<Vec<u8>>)> = LazyLock::new(|| {
            let whole = Index::build(&FIELDS, documents(60, 1));
            (whole.head(), whole.pieces().collect())
        });
        let (mut head, pieces) = (WHOLE.0.clone(), &WHOLE.1);
        for (at, byte) in changes {
            let at = 16 + at.index(head.len() - 16);
            head[at] = byte;
        }
        let sum = verbatim_search::checksum(&head[16..]);
        head[8..16].copy_from_slice(&sum.to_le_bytes());
        if let Ok(mut index) = Index::open_head(&head, &FIELDS) {
            for _ in 0..4 {
                std::hint::black_box((index.search(&query), index.did_you_mean(&query)));
                for piece in index.missed() {
                    let _ = pieces.get(piece as usize).map(|bytes| index.give(piece, bytes));
                }
            }
        }
    }
}
