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
//! let marks = index.marks("tangable progr", &documents[0]);
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
//! that what is found does not come and go while a misspelt word is typed. Other forms of an English word are found
//! too ("sanctioned" by "sanctions"). A word that the index does not know may be two that stand next to each other
//! ("ceasefire" is "cease-fire"), or all the same a misspelt one ("tosay" is "to say", or "today"), and two
//! that it has as one word are that one. In fields that hold names, a word that fits nothing may be a name as
//! it sounds ("Selenskij" is Zelensky), or initials, or leave letters out ("mcrn" is Macron), which is
//! decided line by line.
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
//! An index is one file that is used where it lies: [`Index::write`] makes it, on the machine that builds the
//! page or in the page, with the same bytes, and [`Index::open`] checks it and unpacks nothing. It holds a
//! dictionary, in which words share what they begin with, and for each word a list of bits: the documents as
//! Rice-coded gaps, then the places in them. The lists of the commonest beginnings are made beforehand, and of others that
//! are common the documents that come first. Every 32 lists say together how many documents they tell, so that a beginning
//! of thousands of words is weighed without reading them.
//!
//! A word of the query becomes ranges of the dictionary, each with a fit; looking for typos runs a bit-parallel
//! automaton over the dictionary, block by block, and leaves out the blocks that cannot fit. The lists are read
//! from the rarest word to the commonest, and each is weighed only in documents that have the words before it;
//! where nothing is left, all are weighed and those that miss fewest are kept. Places are read for the best few
//! hundred documents only. What a word stood for is remembered from one keystroke to the next.
//!
//! Not all of the file need be here: [`Index::open_head`] opens what every query needs, and of the rest the pieces that a
//! query misses are fetched and given, and it is asked again (`pieces.rs`). Where long lists lie the head says, so that what
//! stands beside them is had without them. Of a hundred thousand made-up statements, with the texts that are shown, a first
//! query takes 215 kB at p50 and 370 at p90, and those that follow 40 to 45 and 100 to 220: most where words stand in most
//! documents, for all that have them are counted, and the places in the best are looked at
//! (`cargo run --profile host -p verbatim-archive --example transfer -- 100000`).
//!
//! # Limits
//! - A query is read up to [`MAX_WORDS`] different words and [`MAX_BYTES`] bytes; [`Results::cut`] tells.
//! - Words are cut at 200 bytes, and have no typos from 61 letters. At most 16 fields.
//! - Of English, the endings of number and tense are known, and no irregular forms: "said" does not find "says". Two
//!   words typed as one are looked for as two only where the index does not know them as one.
//! - Closeness is looked at in the 256 documents that are best by their words alone, and not for the first letters of
//!   more words than 256, or than stand in half of the documents.
//! - A word that fits anything is never taken for initials, whatever it may also stand for.
//! - A file that was forged with a right checksum does no harm, but can make a query slow.
//! - Every document that has all words is counted, so that the number found is exact: a keystroke's time at p50 grows
//!   as the documents do to the power of 0.5 between ten and a hundred thousand, and of 0.8 up to a million.
//! - On news quotations (a harness with known answers, 700 queries of seed 1): of 10,000 the right one is among the
//!   first ten for .99 and MRR is .97; of 100,000 .99 and .92; of a million .92 and .86. Beside other libraries:
//!   `cargo xtask bench search`, and bench/RESULTS.md.
//! - Ten thousand statements take 0.55 MB (0.50 gzipped) and open in 0.6 ms in a browser; a hundred thousand take 6.3 MB.
//!   With all that searching needs, after 700 queries typed letter by letter, memory is 1.26 times that of ten thousand and
//!   1.13 of a hundred thousand (a page of memory, 64 KB, is a ninth of ten thousand's; asked four times over, they may
//!   take one more).
//! - SIMD would not help: of ten thousand statements' keystrokes, by instructions, 41 of 100 go into the automaton and the
//!   words that it reads, each of which begins as the one before ended, and 41 into codes of unequal length; what goes in
//!   step through arrays is 7. Compiled with simd128, a keystroke took 0.31 to 0.37 ms of a hundred thousand on average, and
//!   0.33 to 0.35 without.
//! - Ten million damaged files (seed 1), of which 5.4 million opened, did no harm.
//! - On two shared and busy cores of an AMD EPYC, optimised for speed: 0.06 ms a keystroke at p50 and 0.3 at p99 of 10,000
//!   in WebAssembly, and of a million 1.7 at p50 and 16 at p99, which take 81 MB and 22 s to index there; on the host 0.14
//!   and 1.2 of 100,000. Made-up words:
//!   `cargo run --release -p verbatim-search --example keystrokes`.

mod bits;
mod build;
mod compounds;
mod dictionary;
mod edits;
mod expand;
mod facets;
mod field;
mod file;
mod firsts;
mod found;
mod gather;
mod how;
mod index;
mod language;
mod lengths;
mod lists;
mod marks;
mod meant;
mod names;
mod near;
mod phrase;
mod pieces;
mod postings;
mod prefixes;
mod query;
mod score;
mod scratch;
mod search;
mod sections;
mod set;
mod sight;
mod sort;
mod sounds;
mod stems;
mod subsequence;
mod suggest;
mod tokens;

pub use facets::{Counted, Facet, count};
pub use field::Field;
pub use file::{Checksum, OpenError, checksum};
pub use how::How;
pub use index::Index;
pub use language::{Part, Query};
pub use marks::Mark;
pub use query::{MAX_BYTES, MAX_WORDS};
pub use search::{Hit, Results};
pub use sort::sort;
