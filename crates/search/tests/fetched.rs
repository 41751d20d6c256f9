//! How much of an index that comes in pieces is fetched on either side of each limit: what is found is the same.

use verbatim_search::{Field, Index};

const WORDS: Field = Field { name: "words", weight: 1.0, names: false };

/// How many bytes of lists and tables a query fetches, beside one that finds nothing else of note.
#[track_caller]
fn fetched(fields: &[Field], texts: impl Iterator<Item = Vec<String>>, query: &str) -> usize {
    let whole = Index::build(fields, texts);
    let pieces: Vec<Vec<u8>> = whole.pieces().collect();
    let mut index = Index::open_head(&whole.head(), fields).expect("a head");
    let mut bytes = 0;
    loop {
        let total = index.search(query).total;
        let missed = index.missed();
        if missed.is_empty() {
            assert_eq!(total, whole.search(query).total);
            return bytes - whole.len() * fields.len();
        }
        for piece in missed {
            bytes += pieces[piece as usize].len();
            index.give(piece, &pieces[piece as usize]).expect("a piece of this index");
        }
    }
}

#[test]
fn lists_of_eight_kilobytes_come_whole_and_longer_ones_as_they_are_read() {
    // A bit for the document and six for the place.
    let of = |documents: usize| {
        let text = |at: usize| "so ".repeat(at * 37 % 64) + "peace" + &" so".repeat(63 - at * 37 % 64);
        fetched(&[WORDS], (0..documents).map(|at| vec![text(at)]), "peace ")
    };
    let (short, long) = (of(8500), of(9500));
    assert!(short > 6000 && long < 5000, "{short} and {long}");
}

#[test]
fn documents_are_looked_up_in_lists_of_more_than_64_times_as_many() {
    let of = |rare: usize| {
        let text = |at: usize| if at < rare { "peace plan" } else { ["plan", "of"][at % 3 % 2] };
        fetched(&[WORDS], (0..96_000).map(|at| vec![text(at).to_owned()]), "peace plan ")
    };
    let (few, many) = (of(980), of(1020));
    assert!(few + 4000 < many, "{few} and {many}");
}

#[test]
fn documents_are_looked_up_where_they_are_fewer_than_one_in_eight() {
    let of = |rare: usize| {
        let text = |at: usize| match at < rare {
            true => [vec!["peace plan".to_owned()], vec!["plan".to_owned(); 9]].concat(),
            false => vec!["plan".to_owned(); 10],
        };
        fetched(&[WORDS; 10], (0..16_000).map(text), "peace plan ")
    };
    let (few, many) = (of(1990), of(2010));
    assert!(few + 4000 < many, "{few} and {many}");
}

#[test]
fn a_list_made_beforehand_is_read_for_more_than_64_words() {
    let of = |words: usize| {
        let word = |number: usize| {
            [26, 1]
                .map(|place| char::from(b'a' + (number % words / place % 26) as u8))
                .iter()
                .collect::<String>()
        };
        let text = |at: usize| format!("ness{} ness{}", word(at), word(at * 7 + 1));
        fetched(&[WORDS], (0..33_000).map(|at| vec![text(at)]), "mess")
    };
    let (each, all) = (of(64), of(65));
    assert!(all + 20_000 < each, "{each} and {all}");
}
