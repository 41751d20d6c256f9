//! Predictions for an evaluator of quotations, one article a line, with spans in code points.
//!
//! Beside what such an evaluator reads, each prediction says by which construct it was made and how sure the
//! extractor is, and what is reported without quotation marks stands under `indirect`.

use serde::Serialize;
use verbatim_extract::{Kind, Quotation, Statement};

use super::line;
use crate::extract::result::Found;

#[derive(Serialize)]
struct Predictions<'a> {
    article: &'a str,
    statements: Vec<Prediction<'a>>,
    indirect: Vec<Prediction<'a>>,
}

#[derive(Serialize)]
struct Prediction<'a> {
    quote_spans: Vec<[u32; 2]>,
    speaker_span: Option<[u32; 2]>,
    speaker: Option<&'a str>,
    role: &'a str,
    construct: &'a str,
    confidence: u8,
}

/// The predictions of one article.
pub fn predictions(found: &Found<'_>) -> Vec<u8> {
    let all = |indirect: bool| {
        let those = found.extraction.statements.iter();
        let those = those.filter(|statement| (statement.kind == Kind::Indirect) == indirect);
        let those = those.filter(|statement| indirect || is_marked(&found.article.text, statement));
        those.flat_map(|statement| predict(found, statement)).collect()
    };
    let predictions = Predictions { article: &found.article.id, statements: all(false), indirect: all(true) };
    let mut out = Vec::new();
    line(&mut out, &predictions);
    out
}

/// Whether quotation marks stand around the words: such an evaluator knows no turns of a transcript without them.
fn is_marked(text: &str, statement: &Statement) -> bool {
    let before = |quotation: &Quotation| text[..quotation.span.start as usize].trim_end();
    // "DOE:", "A."
    let label = |c: char| c.is_alphanumeric() || ":.".contains(c);
    statement.quotations.iter().all(|quotation| !before(quotation).ends_with(label))
}

/// A prediction has one mention: quotations beside different mentions are predictions of their own.
fn predict<'a>(found: &Found<'a>, statement: &'a Statement) -> Vec<Prediction<'a>> {
    let alike = statement.quotations.chunk_by(|a: &Quotation, b| a.source == b.source);
    let predictions = alike.map(|quotations| Prediction {
        quote_spans: quotations.iter().map(|quotation| found.points.span(quotation.span)).collect(),
        speaker_span: quotations[0].source.map(|source| found.points.span(source)),
        speaker: found.speaker(statement).map(|speaker| speaker.name()),
        role: found.printed(statement.role).unwrap_or_default(),
        construct: &statement.receipt.construct,
        confidence: statement.receipt.confidence,
    });
    predictions.collect()
}
