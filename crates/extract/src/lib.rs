//! Article text to statements: who said what, word for word.

mod model;

pub use model::{
    Day, Extraction, Kind, Quotation, Receipt, SaidOn, Span, Speaker, SpeakerKind, Statement,
};

/// An article as the extractor sees it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Document<'a> {
    /// The text as printed.
    pub text: &'a str,
    /// The day it was printed, where known: turns "on Monday" into a date.
    pub day: Option<Day>,
    /// Where a photo's caption stands in the text: it names people, but nothing in it is the story.
    pub caption: Option<Span>,
}

/// Finds every statement of `document` and the people it speaks of. Total: any text gives an extraction.
pub fn extract(document: &Document<'_>) -> Extraction {
    let mut extraction = Extraction::default();
    let mut open = None;
    for (at, mark) in document.text.match_indices(['“', '”']) {
        match (mark, open.take()) {
            ("”", Some(start)) => extraction.statements.push(Statement {
                kind: Kind::Direct,
                quotations: vec![Quotation {
                    span: Span::from(start..at),
                    source: None,
                    cue: None,
                }],
                insertions: Vec::new(),
                speaker: None,
                role: None,
                medium: None,
                addressee: None,
                said_on: None,
                receipt: Receipt {
                    construct: "quotation alone".into(),
                    chain: Vec::new(),
                    confidence: 0,
                },
            }),
            ("“", _) => open = Some(at + mark.len()),
            _ => {}
        }
    }
    extraction
}
