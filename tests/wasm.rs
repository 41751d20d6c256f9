//! The libraries in the browser: they must find, keep and search there exactly what they do on a developer's
//! machine, since addresses made on the one are opened on the other. The same tests run in both places.

use verbatim_archive::{Archive, Article, OpenError, People, assemble, documents, open, write};
use verbatim_extract::{Document, extract};
use verbatim_search::{Field, Index, checksum};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "Odile Quarrie, the harbour minister of Selmouth, opened its new bridge on Tuesday.\n\
    “We have waited nine winters for this crossing,” Quarrie told reporters. “Nobody will have to row again.”";

#[test]
fn a_statement_is_found_with_its_speaker() {
    let edition = edition();
    assert_eq!(edition.statements.len(), 1);
    let statement = &edition.statements[0];
    let speaker = edition.speaker(statement).expect("a speaker");
    assert_eq!(speaker.name, "Odile Quarrie");
    assert_eq!(edition.quotations(statement).count(), 2);
}

#[test]
fn its_address_is_the_same_everywhere() {
    let edition = edition();
    assert_eq!(edition.statements[0].id, "fgjg1ww84h");
    assert_eq!(edition.statements[0].slug, "odile-quarrie-we-have-waited-nine-winters-for-this");
}

#[test]
fn an_archive_opens_as_it_was_written() {
    let edition = edition();
    assert_eq!(open(&write(&edition)), Ok(edition));
}

#[test]
fn a_damaged_archive_is_refused() {
    let mut bytes = write(&edition());
    *bytes.last_mut().expect("bytes") ^= 1;
    assert_eq!(open(&bytes), Err(OpenError::Damaged));
    assert_eq!(open(b"<!doctype html>"), Err(OpenError::NotAnArchive));
}

#[test]
fn a_search_with_typos_finds_words_speaker_and_role() {
    let edition = edition();
    let index = documents::index(&edition);
    for query in ["nine wintres", "quarie", "harbor minister", ""] {
        assert_eq!(index.search(query).hits.len(), 1, "{query:?}");
    }
    assert!(index.search("zeppelin").hits.is_empty());
}

#[test]
fn an_index_is_the_same_bytes_everywhere() {
    let fields = [false, true].map(|names| Field { name: "text", weight: 1.0, names });
    let texts = [[TEXT, "Odile Quarrie"], ["北京 Élysée ﬁnal", ""], ["nine winters, nine", "Mayor"]];
    let bytes = Index::write(&fields, texts.map(IntoIterator::into_iter));
    assert_eq!((bytes.len(), checksum(&bytes)), (393, 13_175_972_016_554_497_503));
}

fn edition() -> Archive {
    let article = Article {
        id: "bridge".into(),
        slug: "bridge".into(),
        title: "The bridge".into(),
        title_is_ours: false,
        source: None,
        url: None,
        author: None,
        author_is_body: false,
        published: None,
        minute: None,
        language: None,
        photo: None,
        licence: None,
        text: TEXT.into(),
    };
    let extraction = extract(&Document { text: TEXT, ..Document::default() });
    assemble(vec![(article, extraction)], &People::default())
}
