//! Extracts statements from texts and writes them in the format that is asked for.

use std::{
    fs::File,
    io::{BufRead, BufReader, Write},
    path::Path,
};

use anyhow::Context;
use serde::{Deserialize, Serialize};
use verbatim_extract::{Document, Extraction, Quotation, Span, extract};

/// One line of a JSON Lines file of articles.
#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
}

/// One article's predictions, with spans in Unicode code points.
#[derive(Serialize)]
struct Predictions<'a> {
    article: &'a str,
    statements: Vec<Prediction<'a>>,
}

#[derive(Serialize)]
struct Prediction<'a> {
    quote_spans: Vec<[usize; 2]>,
    speaker_span: Option<[usize; 2]>,
    speaker: Option<&'a str>,
    construct: &'a str,
}

/// Reads a JSON Lines file of articles and writes the predictions that an evaluator reads.
///
/// # Errors
/// When the file cannot be read, a line of it is no article, or the output cannot be written.
pub fn predictions(file: &Path, out: &mut impl Write) -> anyhow::Result<()> {
    let lines = BufReader::new(File::open(file).with_context(|| format!("cannot open {}", file.display()))?);
    for (number, line) in lines.lines().enumerate() {
        let line = line.with_context(|| format!("cannot read {}", file.display()))?;
        let article: Line = serde_json::from_str(&line)
            .with_context(|| format!("{}:{} is no article", file.display(), number + 1))?;
        let extraction = extract(&Document { text: &article.text, day: None });
        serde_json::to_writer(&mut *out, &predict(&article, &extraction))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn predict<'a>(article: &'a Line, extraction: &'a Extraction) -> Predictions<'a> {
    let points = CodePoints::new(&article.text);
    let mut statements = Vec::new();
    for statement in &extraction.statements {
        let speaker = statement.speaker.map(|speaker| extraction.speakers[speaker as usize].name.as_str());
        // A prediction has one mention: quotations beside different mentions are predictions of their own.
        for quotations in statement.quotations.chunk_by(|a: &Quotation, b| a.source == b.source) {
            statements.push(Prediction {
                quote_spans: quotations.iter().map(|quotation| points.span(quotation.span)).collect(),
                speaker_span: quotations[0].source.map(|source| points.span(source)),
                speaker,
                construct: &statement.receipt.construct,
            });
        }
    }
    Predictions { article: &article.id, statements }
}

/// Turns byte offsets into counts of code points.
struct CodePoints(Vec<u32>);

impl CodePoints {
    fn new(text: &str) -> Self {
        let mut count = 0;
        let mut points = Vec::with_capacity(text.len() + 1);
        for (at, _) in text.char_indices() {
            points.resize(at, count);
            points.push(count);
            count += 1;
        }
        points.resize(text.len() + 1, count);
        CodePoints(points)
    }

    fn span(&self, span: Span) -> [usize; 2] {
        [self.0[span.start as usize] as usize, self.0[span.end as usize] as usize]
    }
}
