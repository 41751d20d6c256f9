//! The archive as search sees it: one document a statement, in the archive's order.
//!
//! Search knows nothing of quotes; this is where statements become fields, and where the marks that search gives
//! become spans of an article again. The fields are made so that what the page shows comes first in each: a mark
//! that ends within the first line of [`FIELD_SPEAKER`] or [`FIELD_ROLE`] is a mark in the name or the role
//! shown, with the same bytes.

mod asking;

pub use asking::{ask, words_asked};

use std::collections::HashMap;

use verbatim_extract::Span;
use verbatim_search::{Field, Index, Mark};

use crate::{Archive, Passage, Statement};

/// What was said: every quotation on a line of its own.
pub const FIELD_WORDS: usize = 0;

/// Who said it: the speaker's name, every other printing of it, and the names of the one it is tied to; one a
/// line.
pub const FIELD_SPEAKER: usize = 1;

/// The role printed with the statement, then the others printed for its speaker and for the one it is tied to;
/// one a line.
pub const FIELD_ROLE: usize = 2;

/// Where it was said, as printed.
pub const FIELD_MEDIUM: usize = 3;

/// The title of the article.
pub const FIELD_TITLE: usize = 4;

/// The fields, each with what a word in it counts for. A name typed is looked for as a speaker's more often than
/// as somebody spoken of, so speakers count twice as much as words, and roles, which stand for speakers, nearly
/// as much. A title speaks of all statements of its article alike, and a medium of hundreds.
const FIELDS: [Field; 5] = [
    field("words", 1.0, false),
    field("speaker", 2.0, true),
    field("role", 1.5, true),
    field("medium", 0.5, false),
    field("title", 0.7, false),
];

const fn field(name: &'static str, weight: f32, names: bool) -> Field {
    Field { name, weight, names }
}

/// Makes every statement of the archive ready for searching: document `i` is statement `i`.
pub fn index(archive: &Archive) -> Index {
    let mut speakers = HashMap::new();
    let documents = archive.statements.iter().map(|statement| {
        let speaker = statement.said.speaker;
        let printed =
            speaker.map(|speaker| speakers.entry(speaker).or_insert_with(|| Printed::of(archive, speaker)));
        document(archive, statement, printed.as_deref())
    });
    Index::build(&FIELDS, documents)
}

/// Where marks in a statement's words stand in its article. Marks in other fields are left out.
pub fn marks_in_article(archive: &Archive, statement: &Statement, marks: &[Mark]) -> Vec<Span> {
    let in_words = marks.iter().filter(|mark| mark.field == FIELD_WORDS);
    in_words.filter_map(|mark| in_quotation(archive, statement, mark)).collect()
}

/// Finds the quotation, and so the line of the field, that `mark` lies in.
fn in_quotation(archive: &Archive, statement: &Statement, mark: &Mark) -> Option<Span> {
    let length = archive.article(statement).text.len();
    let mut line = 0;
    for quotation in &statement.said.quotations {
        let quoted = quotation.span.range();
        let end = line + quoted.len();
        if mark.span.start >= line && mark.span.end <= end {
            let start = quoted.start + mark.span.start - line;
            let span = start..start + mark.span.len();
            return (span.end <= length).then(|| span.into());
        }
        line = end + "\n".len();
    }
    None
}

/// The names and roles of a speaker, and of the one it is tied to, each once.
struct Printed {
    names: Vec<String>,
    roles: Vec<String>,
}

impl Printed {
    fn of(archive: &Archive, speaker: u32) -> Printed {
        let speaker = &archive.speakers[speaker as usize];
        let tied = speaker.tied_to.map(|tied| &archive.speakers[tied as usize]);
        let (mut names, mut roles) = (Vec::new(), Vec::new());
        for speaker in [Some(speaker), tied].into_iter().flatten() {
            add(&mut names, &speaker.name);
            let words = |passage: &Passage| archive.words(*passage);
            speaker.mentions.iter().map(words).for_each(|name| add(&mut names, name));
            speaker.roles.iter().map(words).for_each(|role| add(&mut roles, role));
        }
        Printed { names, roles }
    }
}

/// Adds a line, unless it is there already.
fn add(lines: &mut Vec<String>, line: &str) {
    if !lines.iter().any(|other| other == line) {
        lines.push(line.into());
    }
}

fn document(archive: &Archive, statement: &Statement, printed: Option<&Printed>) -> Vec<String> {
    let article = archive.article(statement);
    let of = |span: Option<Span>| span.map(|span| span.of(&article.text));
    let words: Vec<_> = archive.quotations(statement).collect();
    let mut roles = Vec::new();
    let others = printed.iter().flat_map(|printed| &printed.roles);
    of(statement.said.role)
        .into_iter()
        .chain(others.map(String::as_str))
        .for_each(|role| add(&mut roles, role));
    let mut fields = vec![String::new(); FIELDS.len()];
    fields[FIELD_WORDS] = words.join("\n");
    fields[FIELD_SPEAKER] = printed.map_or(String::new(), |printed| printed.names.join("\n"));
    fields[FIELD_ROLE] = roles.join("\n");
    fields[FIELD_MEDIUM] = of(statement.said.medium).unwrap_or_default().into();
    fields[FIELD_TITLE] = article.title.clone();
    fields
}
