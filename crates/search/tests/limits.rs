//! Where each limit lies: one step short of it and one step over.

use verbatim_search::{Field, How, Index};

const WORDS: Field = Field { name: "words", weight: 1.0, names: false };
const NAMES: Field = Field { name: "speaker", weight: 1.0, names: true };

fn index(field: Field, texts: impl IntoIterator<Item = String>) -> Index {
    Index::build(&[field], texts.into_iter().map(|text| vec![text]))
}

/// The document that comes first, and what it scores.
#[track_caller]
fn first(index: &Index, query: &str) -> (u32, f32) {
    let hit = index.search(query).hits.first().copied().expect("something is found");
    (hit.document, hit.score)
}

/// A word of four letters that the number stands for.
fn letters(number: usize) -> String {
    [17_576, 676, 26, 1].map(|place| char::from(b'a' + (number / place % 26) as u8)).iter().collect()
}

#[test]
fn a_word_counts_up_to_four_times() {
    let texts = ["no no no so so", "no no no no so", "no no no no no"].map(String::from);
    let index = index(WORDS, texts);
    let scores: Vec<f32> = index.search("no ").hits.iter().map(|hit| hit.score).collect();
    assert!(scores[0] == scores[1] && scores[1] > scores[2], "{scores:?}");
}

#[test]
fn closeness_is_looked_at_in_the_256_best() {
    let apart = "peace a b c d e f g h i j plan".to_owned();
    let close = "peace plan a b c d e f g h i j k l m n o p".to_owned();
    let of = |better: usize| index(WORDS, std::iter::repeat_n(apart.clone(), better).chain([close.clone()]));
    assert_eq!(first(&of(255), "peace plan ").0, 255);
    assert_eq!(first(&of(256), "peace plan ").0, 0);
}

#[test]
fn forms_of_a_word_are_looked_for_among_4096_words_that_begin_alike() {
    let how = |words: usize| {
        let others = (0..words - 1).map(|number| format!("sanction{}", letters(number)));
        let index = index(WORDS, others.chain(["sanctioning".to_owned()]));
        let marks = index.marks("sanctions ", &["sanctioning"]);
        marks.iter().any(|mark| mark.how == How::Stem)
    };
    assert_eq!((how(4096), how(4097)), (true, false));
}

#[test]
fn the_beginnings_of_256_words_say_where_they_stand() {
    let of = |words: usize| {
        let apart = |number: usize| format!("tall a b c d e f g h i pre{}", letters(number));
        let texts = (0..words - 1).map(apart).chain(["tall prezzzz a b c d e f g h i".to_owned()]);
        // As many again, so that they stand in half of the documents at most.
        index(WORDS, texts.chain((0..words).map(|_| "tall".to_owned())))
    };
    assert_eq!(first(&of(256), "tall pre").0, 255);
    assert_eq!(first(&of(257), "tall pre").0, 0);
}

#[test]
fn beginnings_say_where_they_stand_that_half_of_the_documents_have_at_most() {
    let of = |others: usize| {
        let apart = (0..9).map(|number| format!("tall a b c d e f g h i pre{}", letters(number)));
        let close = "tall prezzzz a b c d e f g h i".to_owned();
        index(WORDS, apart.chain([close]).chain((0..others).map(|_| "tall".to_owned())))
    };
    assert_eq!(first(&of(10), "tall pre").0, 9);
    assert_eq!(first(&of(9), "tall pre").0, 0);
}

#[test]
fn words_are_close_up_to_the_32767th_place() {
    let text = |before: usize| {
        let mut words = vec!["of"; 33_000];
        (words[before], words[before + 1]) = ("peace", "plan");
        words.join(" ")
    };
    let score = |before: usize| first(&index(WORDS, [text(before)]), "peace plan ").1;
    assert!(score(32_766) > score(32_767));
}

#[test]
fn of_one_word_in_one_text_4096_places_are_told() {
    let holds = |times: usize| {
        let text = "so ".repeat(times) + "long";
        index(WORDS, [text]).ask(&verbatim_search::Query::parse("\"so long\"", &[]), |_| true).total
    };
    assert_eq!((holds(4096), holds(4097)), (1, 0));
}

#[test]
fn words_are_told_apart_by_200_bytes() {
    let finds = |alike: usize| {
        let [one, other] = ["a", "b"].map(|last| "x".repeat(alike) + last);
        index(WORDS, [one]).search(&other).total
    };
    assert_eq!((finds(199), finds(200)), (0, 1));
}

#[test]
fn an_index_has_sixteen_fields_at_most() {
    let found = |fields: usize| {
        let text = |field: usize| if field + 1 == fields { "peace plan" } else { "of" }.to_owned();
        let index = Index::build(&vec![WORDS; fields], [(0..fields).map(text).collect()]);
        let marks = index.marks("peace ", &(0..fields).map(text).collect::<Vec<_>>());
        (index.search("peace plan ").total, marks[0].field)
    };
    assert_eq!(found(16), (1, 15));
    let refused = std::panic::catch_unwind(|| found(17)).expect_err("an index of 17 fields");
    let why = refused.downcast_ref::<String>().map(String::as_str);
    assert_eq!(why, Some("an index has at most 16 fields"));
}

#[test]
fn words_of_sixty_letters_have_typos() {
    let finds = |length: usize| {
        let word = letters(5).repeat(16);
        index(WORDS, [word[..length].to_owned()]).search(&format!("b{} ", &word[1..length])).total
    };
    assert_eq!((finds(60), finds(61)), (1, 0));
}

#[test]
fn completions_are_looked_for_among_16384_words() {
    let best = |words: usize| {
        let others = (0..words - 1).map(|number| format!("q{}", letters(number)));
        let common = ["qzzzz", "qzzzz"].map(String::from);
        index(WORDS, others.chain(common)).complete("q", 1).pop()
    };
    assert_eq!(best(16_384).as_deref(), Some("qzzzz"));
    assert_eq!(best(16_385).as_deref(), Some("qaaaa"));
}

#[test]
fn a_line_of_128_letters_can_be_a_name() {
    let finds = |length: usize| {
        let line = "Xerxes Quorum Younger ".to_owned() + &"z".repeat(length - 22);
        index(NAMES, [line]).search("xqy").total
    };
    assert_eq!((finds(128), finds(129)), (1, 0));
}

#[test]
fn beginnings_with_a_typo_are_found_by_the_list_that_was_made_for_all_of_them() {
    let of = |number: usize| format!("ness{} ness{}", letters(number % 50), letters(50 + number % 50));
    let texts = (0..16_500).map(of).chain(["ness".to_owned()]);
    let index = index(WORDS, texts);
    let results = index.search("mess");
    assert_eq!((results.total, results.hits[0].document), (16_501, 16_500));
    let rest = &results.hits[1..];
    assert!(rest.iter().all(|hit| hit.score == rest[0].score && hit.score < results.hits[0].score));
}
