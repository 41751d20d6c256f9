//! Pages beside the list.

use verbatim::{edition::Edition, pages};
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::{attribute, drawn, sample, statement_page, texts};

#[test]
async fn an_article_has_every_statement_marked_and_everybody_named() {
    let edition: Edition = sample::edition();
    let root = drawn(pages::article(&edition, "bridge", "bbbbbbbbbb").body).await;
    assert_eq!(texts(&root, "mark[data-id]").len(), 3);
    assert_eq!(texts(&root, "mark#aaaaaaaaaa").len(), 1);
    assert_eq!(texts(&root, "mark[aria-current]"), ["a start"]);
    assert_eq!(texts(&root, ".people .name"), ["Odile Quarrie", "Tam Brill"]);
    let root = drawn(pages::article(&edition, "ferry", "").body).await;
    assert!(texts(&root, ".facts dd").contains(&"5 June 2031 (inferred)".to_owned()));
    assert!(texts(&root, ".facts dd").contains(&"unknown".to_owned()));
}

#[test]
async fn a_statement_is_known_by_its_id_whatever_its_slug() {
    let root = statement_page("anything-at-all-AAAAAAAAAA").await;
    assert!(attribute(&root, "main", "data-page").is_some_and(|page| page == "statement"));
    assert_eq!(texts(&root, ".context mark").len(), 2);
    assert!(texts(&root, ".kind")[0].starts_with("Direct"));
}

#[test]
async fn an_unknown_address_says_so_and_offers_the_nearest() {
    let root = statement_page("tam-brill-a-start-dddddddddd").await;
    assert!(attribute(&root, "main", "data-page").is_some_and(|page| page == "unknown"));
    assert_eq!(attribute(&root, ".nearest a", "href").as_deref(), Some("s/tam-brill-a-start-bbbbbbbbbb"));
    assert_eq!(texts(&root, ".nearest [aria-current]").len(), 0);
}

#[test]
async fn a_statement_says_why_it_is_the_speakers_and_what_else_that_one_said() {
    let root = statement_page("aaaaaaaaaa").await;
    let facts = texts(&root, ".receipt dt");
    assert!(facts.contains(&"Construct".to_owned()) && facts.contains(&"How sure".to_owned()));
    assert!(texts(&root, "a.role").iter().all(|role| role == "the harbour minister"));
    assert_eq!(texts(&root, ".others a.words"), ["“<b>finished</b> & done.”"]);
}

#[test]
async fn a_role_has_those_who_hold_it_and_what_they_said_in_it() {
    let edition = sample::edition();
    let root = drawn(pages::role(&edition, "mayor").body).await;
    assert_eq!(texts(&root, "h1"), ["Mayor"]);
    assert_eq!(texts(&root, ".facts li"), ["Tam Brill"]);
    assert_eq!(texts(&root, ".lines a.words"), ["“a start”"]);
    let root = drawn(pages::role(&edition, "archduke").body).await;
    assert!(attribute(&root, "main", "data-page").is_some_and(|page| page == "unknown"));
}
