//! The archive as search sees it: one document a statement, in the archive's order.
//!
//! Search knows nothing of quotes; this is where statements become fields, and where the marks that search gives
//! become spans of an article again. Of a speaker, every name and role is searched, and those that the page shows
//! are marked.

mod asking;
mod days;
mod explaining;
mod suggesting;

pub use asking::{ask, understood, words_asked};
pub use days::{Days, day};
pub use explaining::{Explanation, explain, field_name};
pub use suggesting::{Completions, complete};

use std::collections::HashMap;

use verbatim_extract::Span;
use verbatim_search::{Field, Index, Mark, OpenError};

use crate::{Archive, Passage, Statement};

/// What was said: every quotation on a line of its own.
pub const FIELD_WORDS: usize = 0;

/// Who said it: the speaker's name; searched with it are every other printing of it and the names of the one it
/// is tied to, one a line.
pub const FIELD_SPEAKER: usize = 1;

/// The role printed with the statement; searched with it are the others printed for its speaker and for the one
/// it is tied to, and what offices they name ("Minister of Defense": defence minister), one a line.
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

/// Makes every statement of the archive ready for searching: the bytes that [`open`] opens, in which document `i`
/// is statement `i`. The same archive gives the same bytes, on every machine.
///
/// # Panics
/// When they would be 4 GiB or more: some five million statements.
pub fn bake(archive: &Archive) -> Vec<u8> {
    let mut speakers = HashMap::new();
    let documents = archive.statements.iter().map(|statement| {
        let speaker = statement.said.speaker;
        let printed =
            speaker.map(|speaker| &*speakers.entry(speaker).or_insert_with(|| Printed::of(archive, speaker)));
        document(archive, statement, printed)
    });
    let documents: Vec<_> = documents.collect();
    Index::write(&FIELDS, documents.iter().map(|fields| fields.iter().map(String::as_str)))
}

/// The index of an archive that is in no file.
///
/// # Panics
/// As [`bake`] does, when the archive is too large for an index.
pub fn index(archive: &Archive) -> Index {
    open(bake(archive)).expect("what was just baked can be opened")
}

/// Opens what [`bake`] made.
///
/// # Errors
/// When the bytes are of another version, or damaged.
pub fn open(bytes: Vec<u8>) -> Result<Index, OpenError> {
    Index::open(bytes, &FIELDS)
}

/// Opens the head of an index that [`bake`] made, whose pieces come as they are missed.
///
/// # Errors
/// As [`open`].
pub fn open_head(head: &[u8]) -> Result<Index, OpenError> {
    Index::open_head(head, &FIELDS)
}

/// What `typed` marks in a statement, as the page shows it: its words, the speaker's name, the role printed with
/// it, the medium and the title.
pub fn marks(archive: &Archive, index: &Index, typed: &str, statement: &Statement) -> Vec<Mark> {
    index.marks(&words_asked(typed), &shown(archive, statement))
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
        for speaker in [Some(speaker), tied].into_iter().flatten() {
            speaker.offices.iter().for_each(|office| add(&mut roles, office));
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

/// What the page shows of a statement, field by field.
fn shown(archive: &Archive, statement: &Statement) -> [String; FIELDS.len()] {
    let article = archive.article(statement);
    let of = |span: Option<Span>| span.map_or(String::new(), |span| span.of(&article.text).into());
    let mut fields = [const { String::new() }; FIELDS.len()];
    for quotation in archive.quotations(statement) {
        fields[FIELD_WORDS] += quotation;
        fields[FIELD_WORDS] += "\n";
    }
    fields[FIELD_SPEAKER] = archive.speaker(statement).map_or(String::new(), |speaker| speaker.name.clone());
    fields[FIELD_ROLE] = of(statement.said.role);
    fields[FIELD_MEDIUM] = of(statement.said.medium);
    fields[FIELD_TITLE] = article.title.clone();
    fields
}

/// What is searched of a statement: what the page shows, and what else is printed of its speaker.
fn document(archive: &Archive, statement: &Statement, printed: Option<&Printed>) -> [String; FIELDS.len()] {
    let mut fields = shown(archive, statement);
    let mut roles = Vec::new();
    let others = printed.into_iter().flat_map(|printed| &printed.roles);
    let own = Some(&fields[FIELD_ROLE]).filter(|role| !role.is_empty());
    own.into_iter().chain(others).for_each(|role| add(&mut roles, role));
    fields[FIELD_ROLE] = roles.join("\n");
    fields[FIELD_SPEAKER] = printed.map_or(String::new(), |printed| printed.names.join("\n"));
    fields
}
