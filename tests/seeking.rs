//! What a worker answers is what the page would have found by itself.

#![cfg(not(target_arch = "wasm32"))]

mod sample;

use verbatim::{
    finding::{Found, find},
    query::Query,
    seeking::{Answering, Wish, ask, heard},
    telling::{Told, Wanted, tell},
};

const QUERIES: &[&str] = &[
    "",
    "q=winters&view=article",
    "q=wintres+xylophone",
    "q=ferry+winters&speaker=tam-brill",
    "speaker=nobody&kind=direct&view=timeline",
    "group=speaker&sort=newest&view=people",
    "q=speaker%3Aodile+-ferry&from=2031-06-01",
];

fn wish(address: &str) -> Wish {
    Wish {
        query: Query::read(address),
        wanted: Wanted { typing: true, stories: 1 },
        drawn: 0..2,
        selected: Some(2),
    }
}

fn answered(answering: &mut Answering, wish: &Wish) -> (Found, Told) {
    let bytes = answering.answer(&ask(wish)).expect("an answer");
    let found = heard(&bytes, wish.query.clone()).expect("an answer that can be read");
    let told = Told::clone(found.told.as_ref().expect("what is told beside it"));
    (found, Told { marks: Vec::new(), ..told })
}

#[test]
fn a_worker_finds_and_tells_what_the_page_would() {
    let edition = sample::edition();
    let mut answering = Answering::from(sample::edition());
    for address in QUERIES {
        let wish = wish(address);
        let (found, told) = answered(&mut answering, &wish);
        let here = find(&edition, &edition.search(&wish.query.q), &wish.query);
        assert_eq!(told, tell(&edition, &here, &wish.query, &wish.wanted), "{address}");
        let drawn = (0..here.len()).filter(|place| *place < 2 || here.statements[*place] == 2);
        for place in drawn {
            assert_eq!(found.marks(&edition, place), here.marks(&edition, place), "{address}, at {place}");
        }
        assert_eq!(of_both(&found), of_both(&here), "{address}");
    }
}

/// What page and worker must find alike.
fn of_both(found: &Found) -> impl PartialEq + std::fmt::Debug {
    let Found { query, by_words, statements, choices, dropped, cut, .. } = found.clone();
    (query, by_words, statements, choices, dropped, cut)
}

#[test]
fn what_is_no_wish_has_no_answer_and_what_is_no_answer_is_not_heard() {
    let mut answering = Answering::from(sample::edition());
    assert!(answering.answer(&[7]).is_none());
    assert!(heard(&[255; 4], Query::default()).is_none());
}
