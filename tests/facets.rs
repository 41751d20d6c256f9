//! What the explorer lists and counts, given the words sought and the filters.

mod sample;

use verbatim::{
    edition::Edition,
    finding::{Found, find},
    query::{Facet, Group, Query, Sort},
};

#[test]
fn without_a_query_everything_is_listed_in_order() {
    assert_eq!(listed(""), [0, 1, 2]);
}

#[test]
fn several_values_of_one_facet_widen_and_several_facets_narrow() {
    assert_eq!(listed("speaker=odile-quarrie"), [0, 2]);
    assert_eq!(listed("speaker=odile-quarrie&speaker=tam-brill"), [0, 1, 2]);
    assert_eq!(listed("speaker=odile-quarrie&kind=partial"), [2]);
    assert_eq!(listed("kind=partial&article=bridge&medium=on-x"), [1]);
}

#[test]
fn counts_follow_the_words_and_the_other_facets_but_not_their_own() {
    assert_eq!(counts("", Facet::Kind), [("partial", 2), ("direct", 1)]);
    assert_eq!(counts("kind=direct", Facet::Kind), [("partial", 2), ("direct", 1)]);
    assert_eq!(counts("speaker=odile-quarrie", Facet::Kind), [("partial", 1), ("direct", 1)]);
    assert_eq!(counts("kind=direct", Facet::Speaker), [("odile-quarrie", 1), ("tam-brill", 0)]);
    assert_eq!(counts("q=winters", Facet::Speaker), [("odile-quarrie", 1), ("tam-brill", 0)]);
    // A statement that two facets keep out is counted in neither.
    assert_eq!(
        counts("speaker=tam-brill&kind=direct", Facet::Role),
        [("the-harbour-minister", 0), ("mayor", 0)]
    );
}

#[test]
fn a_value_that_nobody_has_finds_nothing() {
    assert!(listed("speaker=nobody").is_empty());
    assert_eq!(counts("speaker=nobody", Facet::Speaker), [("odile-quarrie", 2), ("tam-brill", 1)]);
}

#[test]
fn days_are_those_of_speech_else_those_of_print() {
    assert_eq!(listed("from=2031-06-04"), [2]);
    assert_eq!(listed("to=2031-06-03"), [0, 1]);
    assert_eq!(listed("from=2031-06-04&to=2031-06-04"), [0; 0]);
}

#[test]
fn a_group_stands_where_its_first_statement_does() {
    assert_eq!(listed("group=speaker"), [0, 2, 1]);
    assert_eq!(listed("group=speaker&sort=newest"), [2, 0, 1]);
    assert_eq!(listed("group=day&sort=newest"), listed("sort=newest"));
    assert_eq!(listed("group=none"), [0, 1, 2]);
    let edition = sample::edition();
    assert_eq!(edition.group(1, Group::Speaker), "Tam Brill");
    assert_eq!(edition.group(2, Group::Day), "5 June 2031");
}

#[test]
fn days_put_statements_in_order() {
    assert_eq!(listed("sort=newest"), [2, 0, 1]);
    assert_eq!(listed("sort=oldest"), [0, 1, 2]);
    assert_eq!(query("sort=newest").sort, Sort::Newest);
}

#[test]
fn what_is_sought_can_be_listed_as_it_is_printed() {
    let best = listed("q=said+quarrie+ferry+winters&sort=relevance");
    let mut printed = best.clone();
    printed.sort_unstable();
    assert_eq!(listed("q=said+quarrie+ferry+winters&sort=place"), printed);
    assert_eq!(listed("sort=place"), listed(""));
}

#[test]
fn statements_speakers_and_articles_are_found_by_their_addresses() {
    let edition = sample::edition();
    assert_eq!(edition.find("bbbbbbbbbb"), Some(1));
    assert_eq!(edition.find("dddddddddd"), None);
    assert_eq!(edition.speaker("tam-brill").map(|(index, _)| index), Some(1));
    assert_eq!(edition.article("ferry").map(|(index, _)| index), Some(1));
    assert_eq!(edition.statements_in(0).len(), 2);
    assert_eq!(edition.statements_in(1).len(), 1);
    assert!(edition.statements_in(2).is_empty());
}

fn query(address: &str) -> Query {
    Query::read(address)
}

fn found(edition: &Edition, address: &str) -> Found {
    let query = query(address);
    find(edition, &edition.search(&query.q), &query)
}

fn listed(address: &str) -> Vec<u32> {
    found(&sample::edition(), address).statements
}

fn counts(address: &str, facet: Facet) -> Vec<(&'static str, u32)> {
    let edition = sample::edition();
    let found = found(&edition, address);
    let named = |value: &str| {
        let names = ["partial", "direct", "odile-quarrie", "tam-brill", "the-harbour-minister", "mayor"];
        names.into_iter().find(|name| *name == value).expect("a value of the sample")
    };
    let counted = found.choices(facet);
    let count =
        |place: u32| counted.iter().find(|counted| counted[0] == place).map_or(0, |counted| counted[1]);
    let choices = edition.choices(facet).iter();
    choices.zip(0..).map(|(choice, place)| (named(&choice.value), count(place))).collect()
}
