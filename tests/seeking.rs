//! What a worker answers is what the page would have found by itself.

#![cfg(not(target_arch = "wasm32"))]

mod sample;

use verbatim_archive::{
    parts::{HEAD, Parts, cut},
    write,
};

use verbatim::{
    finding::{Found, find},
    query::Query,
    seeking::{Answering, PartsAnswering, Tried, Wish, ask, heard},
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

/// What parts answer to an address, and how many of them came for it. None where they do not tell.
fn answered_from_parts(
    answering: &mut PartsAnswering,
    parts: &[(String, Vec<u8>)],
    address: &str,
) -> Option<(Found, usize)> {
    let wish = wish(address);
    let mut came = 0;
    loop {
        match answering.answer(&ask(&wish)) {
            Tried::Answer(bytes) => {
                return Some((heard(&bytes, wish.query).expect("an answer that can be read"), came));
            }
            Tried::Beyond => return None,
            Tried::Lacks(names) => {
                for name in names {
                    let part = parts.iter().find(|(other, _)| *other == name).expect("a part of that name");
                    assert!(answering.give(&name, &part.1), "{name}");
                    came += 1;
                }
            }
        }
    }
}

#[test]
fn parts_answer_what_the_page_would_as_far_as_they_tell() {
    let edition = sample::edition();
    let parts = cut(&write(&edition.archive)).expect("an archive");
    let head = &parts.iter().find(|(name, _)| name == HEAD).expect("a head").1;
    let mut answering = PartsAnswering::from(Parts::open(head).expect("it opens"));
    for address in ["", "q=wintres+xylophone", "q=%22row+again%22", "q=quarrie+-ferry", "q=zzzzzz"] {
        let query = Query::read(address);
        let (found, _) = answered_from_parts(&mut answering, &parts, address).expect("words");
        let here = find(&edition, &edition.search(&query.q), &query);
        assert_eq!(found.statements, here.statements, "{address}");
        assert_eq!((found.by_words, &found.dropped, found.cut), (here.by_words, &here.dropped, here.cut));
        let told = found.told.as_ref().expect("what is told beside it");
        assert_eq!(told.meant, edition.meant(&query.q), "{address}");
        let excerpt = found.excerpt.as_ref().expect("what is to be shown");
        let drawn = (0..here.len()).filter(|place| *place < 2 || here.statements[*place] == 2);
        for place in drawn {
            let number = here.statements[place];
            assert!(excerpt.holds(number), "{address}, at {place}");
            assert_eq!(excerpt.statement(number).id, edition.statement(number).id);
            assert_eq!(found.marks(excerpt, place), here.marks(&edition, place), "{address}, at {place}");
        }
        let again = answered_from_parts(&mut answering, &parts, address).expect("words");
        assert_eq!(again.1, 0, "{address}: everything is here");
    }
    for address in
        ["speaker=tam-brill", "q=speaker:brill", "sort=newest", "group=day", "view=people", "from=2031-06-01"]
    {
        assert!(answered_from_parts(&mut answering, &parts, address).is_none(), "{address}");
    }
}
