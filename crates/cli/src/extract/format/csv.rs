//! A table for a spreadsheet. No cell of it is ever run as a formula.

use std::borrow::Cow;

use csv::{Terminator, Writer, WriterBuilder};

use crate::extract::result::{Found, kind, said_on};

/// The columns. `start` and `end` are code points of the article's text: where the first quotation begins and the
/// last one ends.
const COLUMNS: [&str; 24] = [
    "id",
    "article",
    "title",
    "url",
    "source",
    "published",
    "words",
    "speaker",
    "speaker_kind",
    "wikidata",
    "tied_to",
    "role",
    "kind",
    "cue",
    "medium",
    "addressee",
    "place",
    "said_on",
    "day",
    "start",
    "end",
    "quotations",
    "confidence",
    "construct",
];

/// The names of the columns.
pub fn header() -> Vec<u8> {
    written(|table| table.write_record(COLUMNS))
}

/// One statement a row.
pub fn rows(found: &Found<'_>) -> Vec<u8> {
    written(|table| {
        for (id, statement) in found.statements() {
            let row = row(found, id, statement);
            table.write_record(row.iter().map(|cell| defused(cell).into_owned()))?;
        }
        Ok(())
    })
}

fn row(found: &Found<'_>, id: String, statement: &verbatim_extract::Statement) -> [String; COLUMNS.len()] {
    let article = found.article;
    let given = |value: Option<&str>| value.unwrap_or_default().to_owned();
    let printed = |span| given(found.printed(span));
    let speaker = found.speaker(statement);
    let points = |at: usize| found.points.span(statement.quotations[at].span);
    let last = statement.quotations.len() - 1;
    [
        id,
        article.id.clone(),
        article.title.clone(),
        given(article.url.as_deref()),
        given(article.source.as_deref()),
        found.published().unwrap_or_default(),
        found.words(statement),
        given(speaker.map(|speaker| speaker.name())),
        given(speaker.map(|speaker| speaker.kind())),
        given(speaker.and_then(|speaker| speaker.wikidata())),
        given(speaker.and_then(|speaker| found.tied_to(speaker))),
        printed(statement.role),
        kind(statement.kind).to_owned(),
        printed(statement.quotations.iter().find_map(|quotation| quotation.cue)),
        printed(statement.medium),
        printed(statement.addressee),
        printed(statement.place),
        printed(statement.said_on.map(|on| on.words)),
        said_on(statement).unwrap_or_default(),
        points(0)[0].to_string(),
        points(last)[1].to_string(),
        statement.quotations.len().to_string(),
        statement.receipt.confidence.to_string(),
        statement.receipt.construct.clone(),
    ]
}

/// A cell that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe in front,
/// which spreadsheets read as "this is text".
fn defused(cell: &str) -> Cow<'_, str> {
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => {
            format!("'{cell}").into()
        }
        _ => cell.into(),
    }
}

/// What a table holds, in the line ends of RFC 4180.
fn written(fill: impl FnOnce(&mut Writer<Vec<u8>>) -> csv::Result<()>) -> Vec<u8> {
    let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    fill(&mut table).expect("rows of one length go into memory");
    table.into_inner().expect("memory takes what is flushed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_begin_like_formulas_are_defused() {
        for cell in ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1"] {
            assert_eq!(defused(cell), format!("'{cell}"));
        }
        for cell in ["", "said = done", "’tis", "\"=1\"", "1-2"] {
            assert_eq!(defused(cell), cell);
        }
    }
}
