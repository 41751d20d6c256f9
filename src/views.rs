//! Pure functions from data to Html.

pub mod alike;
pub mod chips;
pub mod completions;
pub mod context;
pub mod day;
pub mod facets;
pub mod facts;
pub mod keys;
pub mod line;
pub mod link;
pub mod marked;
pub mod nothing;
pub mod palette;
pub mod people;
pub mod period;
pub mod receipt;
pub mod share;
pub mod shelf;
pub mod sift;
pub mod stories;
pub mod text;
pub mod tidings;
pub mod timeline;
pub mod words;
