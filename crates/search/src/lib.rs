//! Text to an index, a query to ranked hits.
//!
//! ```
//! use verbatim_search::{Field, How, Index};
//!
//! let fields = [
//!     Field { name: "words", weight: 1.0, names: false },
//!     Field { name: "speaker", weight: 2.0, names: true },
//! ];
//! let documents = [
//!     ["We have achieved tangible progress", "Rustem Umerov"],
//!     ["very constructive", "Volodymyr Zelensky"],
//! ];
//! let index = Index::build(&fields, documents.map(|texts| texts.map(String::from).to_vec()));
//!
//! let results = index.search("tangable progr");
//! assert_eq!(results.hits.len(), 1);
//! let marks = &results.hits[0].marks;
//! assert_eq!((&documents[0][0][marks[0].span.clone()], marks[0].how), ("tangible", How::Edits(1)));
//! assert_eq!((&documents[0][0][marks[1].span.clone()], marks[1].how), ("progr", How::Prefix));
//!
//! // No document has both words: the hits have one of them, and the other is named.
//! let results = index.search("constructive xylophone");
//! assert_eq!((results.hits.len(), results.dropped), (1, vec!["xylophone".to_string()]));
//! ```
//!
//! # What a query finds
//! Every word of the query is wanted, in any field. A word finds itself, folded as `verbatim_words` folds; words
//! with up to one edit from four letters and two from eight (a letter inserted, deleted, replaced or swapped with
//! its neighbour, the first letter too); and words that go on after it, if it is the last word of the query or
//! has four letters. A last word that the index does not know may also be the beginning of a word with edits, so
//! that what is found does not come and go while a misspelt word is typed. In fields that hold names, a word that
//! is unknown may be initials or leave letters out ("mcrn" is Macron): there fuzzy-matcher decides, line by line.
//!
//! Where no document has all the words, the hits are the documents that miss fewest, and the words that are
//! missing are told. Scripts without spaces are found by pairs of neighbouring characters.
//!
//! # What comes first
//! BM25F over the fields; a word counts by its rarity, its field's weight and its fit, and documents in which the
//! words stand close and in order are lifted. The constants are all in `score.rs`, each with its reason. The same
//! documents and query give the same hits in the same order; those that score alike stand in the documents'
//! order.
//!
//! # How
//! The dictionary is one tree of letters, laid flat in the order of a depth-first walk. Looking for a word with
//! edits walks it with one row of the distance table a letter, and jumps over every branch that is too far
//! already. Each word lists the cells (one field of one document) that it stands in, each cell its words in
//! order. Marks are made for the first hits only, by cutting their texts into words again.
//!
//! # Limits
//! - A query is read up to [`MAX_WORDS`] different words and [`MAX_BYTES`] bytes; [`Results::cut`] tells.
//! - The index lives in memory: about 8 bytes a word, and the texts. Under 4 GiB of text.
//! - Words are not stemmed and compounds not split: "co-operation" is two words, and "cooperation" another.
//! - Closeness is looked at in the thousand documents that are best by their words alone.
//! - A word that the index knows is never taken for initials, whatever it may also stand for.
//! - Time grows with the documents that a keystroke finds, so that the first letters cost most. On two shared
//!   cores, with the size-optimised release profile, 10,000 documents of 25 words take 1.5 ms a keystroke at p50
//!   and 6 at p99, and 100,000 take 5 and 32; they are indexed in 0.2 and 1.1 s. Measured by
//!   `cargo run --release -p verbatim-search --example keystrokes -- 100000`.

mod edits;
mod expand;
mod index;
mod marks;
mod names;
mod query;
mod runs;
mod score;
mod search;
mod tokens;
mod trie;
mod weigh;

pub use index::{Field, Index};
pub use marks::{How, Mark};
pub use query::{MAX_BYTES, MAX_WORDS};
pub use search::{Hit, MARKED, Results};
