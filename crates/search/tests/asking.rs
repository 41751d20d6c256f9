//! The query language: what is understood, what is printed, and what is found.

use proptest::prelude::*;
use verbatim_search::{Field, Index, Part, Query};

const NAMES: [&str; 3] = ["speaker", "on", "before"];

const WORDS: Field = Field { name: "words", weight: 1.0, names: false };

#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    let query = Query::parse(text, &NAMES);
    let parts = query.parts.iter().map(|part| match part {
        Part::Word(word) => ("", word.as_str()),
        Part::Phrase(phrase) => ("\"", phrase.as_str()),
        Part::Without(unwanted) => ("-", unwanted.as_str()),
        Part::Field { name, value } => (name.as_str(), value.as_str()),
    });
    assert_eq!(parts.collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn words_phrases_and_fields_are_told_apart() {
    check("just  peace", &[("", "just"), ("", "peace")]);
    check(r#""a just peace" now"#, &[("\"", "a just peace"), ("", "now")]);
    check("“a just peace” «la paix»", &[("\"", "a just peace"), ("\"", "la paix")]);
    check("-war -\"cold war\"", &[("-", "war"), ("-", "cold war")]);
    check("SPEAKER:kallas on:\"social media\"", &[("speaker", "kallas"), ("on", "social media")]);
    check("before:2025-12-03", &[("before", "2025-12-03")]);
}

#[test]
fn what_is_not_finished_is_understood_as_far_as_it_goes() {
    check("\"a just", &[("\"", "a just")]);
    check("\"", &[]);
    check("\"…\" peace", &[("", "peace")]);
    check("-", &[("", "-")]);
    check("-… -\" \" speaker:\"\" peace", &[("", "peace")]);
    check("- war", &[("", "-"), ("", "war")]);
    check("speaker:", &[("", "speaker:")]);
    check("speaker: kallas", &[("", "speaker:"), ("", "kallas")]);
    check("on:\"social", &[("on", "social")]);
    check("colour:red http://a.example", &[("", "colour:red"), ("", "http://a.example")]);
}

fn documents(index: &Index, query: &str) -> Vec<u32> {
    let results = index.ask(&Query::parse(query, &NAMES), |_| true);
    assert_eq!(results.total, results.hits.len());
    results.hits.iter().map(|hit| hit.document).collect()
}

#[test]
fn phrases_hold_and_unwanted_words_are_left_out() {
    let texts =
        ["a just and durable peace", "peace, durable and just", "a just war", "Peace. 大統領は北京で"];
    let index = Index::build(&[WORDS], texts.map(|text| vec![text.to_owned()]));
    assert_eq!(documents(&index, "\"just and durable\""), [0]);
    assert_eq!(documents(&index, "\"durable and just\" peace"), [1]);
    assert_eq!(documents(&index, "\"just durable\""), [0; 0]);
    assert_eq!(documents(&index, "just -war -\"durable and\""), [0]);
    assert_eq!(documents(&index, "just -war"), [1, 0]);
    assert_eq!(documents(&index, "-just"), [3]);
    assert_eq!(documents(&index, "\"大統領\""), [3]);
    assert_eq!(documents(&index, "\"大北\""), [0; 0]);
    assert_eq!(documents(&index, "\"peace\""), [1, 0, 3]);
}

#[test]
fn words_are_dropped_only_where_what_is_allowed_has_none_of_them_together() {
    let texts = ["just peace", "just", "peace"];
    let index = Index::build(&[WORDS], texts.map(|text| vec![text.to_owned()]));
    let query = Query::parse("just peace", &[]);
    let all = index.ask(&query, |_| true);
    assert_eq!((all.total, all.dropped.len()), (1, 0));
    let some = index.ask(&query, |document| document > 0);
    assert_eq!((some.total, some.dropped.len()), (2, 2));
    let none = index.ask(&Query::parse("", &[]), |document| document > 0);
    assert_eq!(none.hits.iter().map(|hit| hit.document).collect::<Vec<_>>(), [1, 2]);
}

/// Everything that the language looks at, next to everything else.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("speaker:".to_owned()),
        Just("on:".to_owned()),
        "[-\"“”«: \u{3000}]{1,3}",
        "[a-zé北…]{1,5}",
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn a_query_printed_is_read_as_the_same_query(text in typed()) {
        let query = Query::parse(&text, &NAMES);
        let printed = query.to_string();
        prop_assert_eq!(Query::parse(&printed, &NAMES).parts, query.parts, "{}", printed);
    }

    #[test]
    fn phrases_are_found_where_looking_finds_them(
        texts in prop::collection::vec("[ab]( [abc]){0,9}", 1..200),
        phrase in "[abc]( [abc]){0,3}",
    ) {
        let index = Index::build(&[WORDS], texts.iter().map(|text| vec![text.clone()]));
        let holds = |text: &String| format!(" {text} ").contains(&format!(" {phrase} "));
        let slow: Vec<u32> =
            (0..).zip(&texts).filter(|(_, text)| holds(text)).map(|(document, _)| document).collect();
        prop_assert_eq!(index.holding(&phrase), slow);
    }
}
