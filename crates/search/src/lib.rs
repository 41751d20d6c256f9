//! x
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
