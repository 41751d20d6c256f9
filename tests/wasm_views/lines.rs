//! Statements in a list, and what narrows it.

use verbatim::{
    edition::Marks,
    finding::find,
    query::{Facet, Query},
    state::Sieve,
    views::{chips::chips, facets::facet, line::line, words::words},
};
use verbatim_extract::Span;
use wasm_bindgen_test::wasm_bindgen_test as test;
use yew::prelude::*;

use crate::{attribute, drawn, sample, texts};

#[test]
async fn a_line_gives_the_words_then_who_where_and_when() {
    let edition = sample::edition();
    let root = drawn(line(&edition, 1, &Marks::default(), false, None)).await;
    assert_eq!(texts(&root, "a.words"), ["“a start”"]);
    assert_eq!(texts(&root, ".sentence"), ["Mayor Tam Brill called it “a start” on X."]);
    assert_eq!(texts(&root, ".speaker"), ["Tam Brill"]);
    assert_eq!(texts(&root, ".role"), ["Mayor"]);
    assert_eq!(texts(&root, ".medium"), ["on X"]);
    assert_eq!(texts(&root, ".day"), ["printed 3 June 2031"]);
    assert_eq!(attribute(&root, "a.words", "href").as_deref(), Some("s/tam-brill-a-start-bbbbbbbbbb"));
    assert_eq!(attribute(&root, "li", "aria-current"), None);
}

#[test]
async fn the_line_that_the_keyboard_is_at_says_so() {
    let root = drawn(line(&sample::edition(), 0, &Marks::default(), true, None)).await;
    assert_eq!(attribute(&root, "li", "aria-current").as_deref(), Some("true"));
}

#[test]
async fn what_was_sought_is_marked_in_words_names_and_roles() {
    let edition = sample::edition();
    for (sought, marked) in [("winters", "winters"), ("odile", "Odile"), ("harbour", "harbour")] {
        let results = edition.search(sought);
        let hit = &results.hits[0];
        let root =
            drawn(line(&edition, hit.document, &edition.marks(sought, hit.document), false, None)).await;
        assert!(texts(&root, "mark").contains(&marked.to_owned()), "{sought}");
    }
}

#[test]
async fn a_cut_and_an_insertion_are_shown_for_what_they_are() {
    let edition = sample::edition();
    let root = drawn(words(&edition.archive, edition.statement(0), &[])).await;
    assert_eq!(texts(&root, ".cut").len(), 1);
    assert_eq!(texts(&root, ".inserted"), ["[in Selmouth]"]);
    assert_eq!(texts(&root, ".opening"), ["“", "“"]);
}

#[test]
async fn markup_in_an_article_is_text() {
    let edition = sample::edition();
    let whole = [Span { start: 0, end: 99 }];
    for marks in [&[][..], &whole[..]] {
        let root = drawn(words(&edition.archive, edition.statement(2), marks)).await;
        assert!(root.text_content().expect("text").contains("<b>finished</b> & done."));
        assert!(texts(&root, "b").is_empty());
    }
}

#[test]
async fn filters_have_boxes_with_counts_and_chips_take_them_away() {
    let edition = sample::edition();
    let query = Query::read("kind=partial&speaker=nobody");
    let found = find(&edition, &edition.search(""), &query);
    let sieve = Sieve { facet: Facet::Speaker, text: AttrValue::default(), shown: 8 };
    let root =
        drawn(facet(&edition, &found, &query, &sieve, (Html::default(), &|_| true), &Callback::noop())).await;
    assert_eq!(texts(&root, "label .name"), ["Odile Quarrie", "Tam Brill"]);
    assert_eq!(texts(&root, "label .count"), ["1", "1"]);
    let root = drawn(chips(&edition, &query, &Callback::noop())).await;
    assert_eq!(texts(&root, ".chip").len(), 2);
    assert_eq!(attribute(&root, ".chip button", "aria-label").as_deref(), Some("Remove the filter nobody"));
}
