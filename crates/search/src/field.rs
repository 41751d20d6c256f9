//! The fields of documents.

/// One field that every document has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Field {
    /// What it is called, for people.
    pub name: &'static str,
    /// What a word found here counts for, beside 1 for an ordinary field.
    pub weight: f32,
    /// Whether it holds names or roles, one a line: then initials and letters left out are forgiven too.
    pub names: bool,
}
