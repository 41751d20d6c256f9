//! The archive's file: it opens as it was written, in whatever pieces it comes, and is refused when anything is changed.

use verbatim_archive::{Archive, Article, OpenError, Opening, People, assemble, open, write};
use verbatim_extract::{Document, extract};

const TEXT: &str = "Odile Quarrie, the harbour minister of Selmouth, opened its new bridge on Tuesday.\n\n\
    “We have waited nine winters for this crossing,” Quarrie told reporters. “Nobody will have to row again.”";

fn archive() -> Archive {
    let article = |id: &str| Article { id: id.into(), text: TEXT.into(), ..Article::default() };
    let articles = ["bridge", "ferry"].map(article);
    let found = articles.map(|article| {
        let extraction = extract(&Document { text: &article.text, day: None });
        (article, extraction)
    });
    assemble(found.into(), &People::default())
}

fn in_pieces(bytes: &[u8], length: usize) -> Result<Archive, OpenError> {
    let mut opening = Opening::default();
    for piece in bytes.chunks(length) {
        opening.take(piece)?;
    }
    opening.finish().map(|(archive, _)| archive)
}

#[test]
fn an_archive_opens_in_pieces_of_any_length() {
    let archive = archive();
    let bytes = write(&archive);
    for length in [1, 2, 7, 19, 20, 21, 100, 1000, bytes.len()] {
        assert_eq!(in_pieces(&bytes, length).as_ref(), Ok(&archive), "in pieces of {length}");
    }
}

#[test]
fn a_file_that_was_changed_anywhere_is_refused_in_pieces_too() {
    let bytes = write(&archive());
    for at in 0..bytes.len() {
        for bit in [0, 3, 7] {
            let mut changed = bytes.clone();
            changed[at] ^= 1 << bit;
            assert!(open(&changed).is_err(), "bit {bit} of byte {at}");
            assert!(in_pieces(&changed, 64).is_err(), "bit {bit} of byte {at}, in pieces");
        }
    }
}

#[test]
fn a_file_that_was_cut_is_refused() {
    let bytes = write(&archive());
    for length in 0..bytes.len() {
        let wanted = if length < 8 { OpenError::NotAnArchive } else { OpenError::Damaged };
        assert_eq!(open(&bytes[..length]), Err(wanted), "{length} bytes");
    }
    assert!(open(&[&bytes[..], &[0]].concat()).is_err(), "one byte more");
}
