//! How characters matched.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How characters matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum How {
    /// A word as it was typed, but for case, accents and the like.
    Exact,
    /// A word that was typed as two, or one of two that were typed as one.
    Compound,
    /// The beginning of a longer word.
    Prefix,
    /// Another form of the word: "sanctions" for "sanctioned".
    Stem,
    /// A word, or the beginning of one, with so many typos.
    Edits(u8),
    /// A name that sounds like it.
    Sound,
    /// The first letters of a name's words.
    Initials,
    /// Letters of a name, with others between them.
    Subsequence,
}

impl fmt::Display for How {
    /// In a word or two: "exact", "beginning", "2 edits".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            How::Exact => f.write_str("exact"),
            How::Compound => f.write_str("compound"),
            How::Prefix => f.write_str("beginning"),
            How::Stem => f.write_str("form"),
            How::Edits(1) => f.write_str("1 edit"),
            How::Edits(edits) => write!(f, "{edits} edits"),
            How::Sound => f.write_str("sound"),
            How::Initials => f.write_str("initials"),
            How::Subsequence => f.write_str("letters"),
        }
    }
}
