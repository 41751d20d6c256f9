//! Why a statement was found, in words.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use verbatim_search::{How, Index};

use super::{FIELDS, marks, shown};
use crate::{Archive, Statement};

/// One match, as it can be shown to a reader: "Macron, in speaker: initials".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// The field, as [`field_name`] names it by number.
    pub field: usize,
    /// Which bytes of the field as the page shows it: the same as those of the mark.
    pub span: Range<usize>,
    /// The characters that matched, as printed.
    pub words: String,
    /// How they matched. It prints itself in a word or two: "exact", "beginning", "form", "2 edits", "compound",
    /// "sound", "initials", "letters".
    pub how: How,
}

/// What a field is called: "words", "speaker", "role", "medium", "title".
///
/// # Panics
/// When there is no such field.
pub fn field_name(field: usize) -> &'static str {
    FIELDS[field].name
}

/// Why `typed` finds a statement: every match in what the page shows of it, in the order of the fields and of their
/// text. Nothing where only what else is printed of its speaker matched.
pub fn explain(archive: &Archive, index: &Index, typed: &str, statement: &Statement) -> Vec<Explanation> {
    let texts = shown(archive, statement);
    let marks = marks(archive, index, typed, statement).into_iter();
    let explain = |mark: verbatim_search::Mark| Explanation {
        words: texts[mark.field][mark.span.clone()].to_owned(),
        field: mark.field,
        span: mark.span,
        how: mark.how,
    };
    marks.map(explain).collect()
}
