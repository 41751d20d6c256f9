//! The formats in which `extract` writes what it finds. Each article is written by itself, so that any number of
//! them can be written in bounded memory.

mod annotation;
mod csv;
mod eval;
mod json;

use super::result::Found;

/// What `extract` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// JSON Lines: one statement a line
    Jsonl,
    /// One JSON document: every article with its text, its statements and the people it speaks of
    Json,
    /// A table for a spreadsheet: one statement a row
    Csv,
    /// W3C Web Annotations as JSON Lines: one statement a line
    Annotation,
    /// Predictions for an evaluator: JSON Lines, one article a line, spans in code points
    Eval,
}

impl Format {
    /// What comes before the first article.
    pub fn opening(self) -> Vec<u8> {
        match self {
            Format::Json => b"{\"articles\": [\n".to_vec(),
            Format::Csv => csv::header(),
            Format::Jsonl | Format::Annotation | Format::Eval => Vec::new(),
        }
    }

    /// What stands between two articles.
    pub fn between(self) -> &'static [u8] {
        if self == Format::Json { b",\n" } else { b"" }
    }

    /// What comes after the last article.
    pub fn closing(self) -> &'static [u8] {
        if self == Format::Json { b"\n]}\n" } else { b"" }
    }

    /// One article and its statements.
    pub fn article(self, found: &Found<'_>) -> Vec<u8> {
        match self {
            Format::Jsonl => json::statements(found),
            Format::Json => json::article(found),
            Format::Csv => csv::rows(found),
            Format::Annotation => annotation::statements(found),
            Format::Eval => eval::predictions(found),
        }
    }
}

/// Adds one line of JSON.
fn line(out: &mut Vec<u8>, value: &impl serde::Serialize) {
    serde_json::to_writer(&mut *out, value).expect("what is found can be written as JSON");
    out.push(b'\n');
}
