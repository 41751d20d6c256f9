//! Article text to statements: who said what, word for word.

mod attribution;
mod candidates;
mod chunks;
mod circumstances;
mod confidence;
mod dates;
mod indirect;
mod lexicon;
mod marks;
mod model;
mod names;
mod paragraphs;
mod people;
mod pronouns;
mod roles;
mod speakers;
mod spoken;
mod statements;
mod subjects;
mod tokens;

pub use model::{
    Candidate, Day, Extraction, Kind, Lost, Quotation, Receipt, SaidOn, Span, Speaker, SpeakerKind, Statement,
};

/// An article as the extractor sees it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Document<'a> {
    /// The text as printed.
    pub text: &'a str,
    /// The day it was printed, where known: turns "on Monday" into a date.
    pub day: Option<Day>,
}

/// Finds every statement of `document` and the people it speaks of. Total: any text gives an extraction.
pub fn extract(document: &Document<'_>) -> Extraction {
    statements::statements(document)
}
