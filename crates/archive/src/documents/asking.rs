//! What a reader can ask of statements beside words: `speaker:`, `role:`, `on:`, `kind:`, `article:`, `before:` and
//! `after:`.

use verbatim_extract::{Day, Kind};
use verbatim_search::{Index, Part, Query, Results};
use verbatim_words::words;

use super::{Printed, day};
use crate::{Archive, Statement};

/// The names that may stand before a colon.
const NAMES: [&str; 7] = ["speaker", "role", "on", "kind", "article", "before", "after"];

/// Finds what a reader typed among the statements, of which `index` was made. Values of one name are choices,
/// and what different names ask for must all be so. `before:` and `after:` take a year, a month or a day
/// ("2025-12") and leave it out; with anything else they are words.
pub fn ask(archive: &Archive, index: &Index, typed: &str) -> Results {
    let query = understood(typed);
    let asked: Vec<Asked<'_>> = NAMES.iter().filter_map(|name| Asked::new(archive, &query, name)).collect();
    index.ask(&query, |document| {
        let statement = &archive.statements[document as usize];
        asked.iter().all(|asked| asked.is_met(archive, statement))
    })
}

/// The words of what a reader typed, without what [`ask`] reads otherwise: for the marks.
pub fn words_asked(typed: &str) -> String {
    understood(typed).words()
}

/// What a reader typed, part by part, as [`ask`] understands it.
pub fn understood(typed: &str) -> Query {
    let mut query = Query::parse(typed, &NAMES);
    for part in &mut query.parts {
        if let Part::Field { name, value } = part
            && matches!(name.as_str(), "before" | "after")
            && !is_date(value)
        {
            *part = Part::Word(format!("{name}:{value}"));
        }
    }
    query
}

/// What one name asks for.
struct Asked<'a> {
    name: &'a str,
    values: Vec<&'a str>,
    /// For `speaker` and `role`: whether each speaker is what is asked for.
    speakers: Vec<bool>,
}

impl<'a> Asked<'a> {
    fn new(archive: &Archive, query: &'a Query, wanted: &'a str) -> Option<Self> {
        let values: Vec<&str> = query.parts.iter().filter_map(|part| value(part, wanted)).collect();
        let is_meant = |speaker| {
            let printed = Printed::of(archive, speaker);
            let lines = if wanted == "speaker" { printed.names } else { printed.roles };
            lines.iter().any(|line| values.iter().any(|value| has(line, value)))
        };
        let by_speaker = !values.is_empty() && matches!(wanted, "speaker" | "role");
        let speakers = if by_speaker { archive.speakers.len() as u32 } else { 0 };
        (!values.is_empty()).then(|| Asked {
            name: wanted,
            speakers: (0..speakers).map(is_meant).collect(),
            values: values.clone(),
        })
    }

    fn is_met(&self, archive: &Archive, statement: &Statement) -> bool {
        let article = archive.article(statement);
        let any = |test: &dyn Fn(&str) -> bool| self.values.iter().any(|value| test(value));
        let printed = |span: verbatim_extract::Span, value: &str| has(span.of(&article.text), value);
        let speaker = statement
            .said
            .speaker
            .is_some_and(|speaker| self.speakers.get(speaker as usize).copied().unwrap_or(false));
        match self.name {
            "speaker" => speaker,
            "role" => speaker || any(&|value| statement.said.role.is_some_and(|role| printed(role, value))),
            "on" => any(&|value| statement.said.medium.is_some_and(|medium| printed(medium, value))),
            "kind" => any(&|value| kind(statement.said.kind).eq_ignore_ascii_case(value)),
            "article" => any(&|value| article.id == value || has(&article.title, value)),
            "before" => {
                written_day(archive, statement).is_some_and(|day| any(&|value| cut(&day, value) < value))
            }
            _ => written_day(archive, statement).is_some_and(|day| any(&|value| cut(&day, value) > value)),
        }
    }
}

fn value<'a>(part: &'a Part, wanted: &str) -> Option<&'a str> {
    match part {
        Part::Field { name, value } if name == wanted => Some(value),
        _ => None,
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "direct",
        Kind::Partial => "partial",
        Kind::Indirect => "indirect",
    }
}

/// Whether the words of `value` follow each other in `text`; of the last, the beginning is enough.
pub(super) fn has(text: &str, value: &str) -> bool {
    let fold = |text: &str| words(text).map(|word| word.folded).collect::<Vec<String>>();
    let (text, value) = (fold(text), fold(value));
    let Some((last, first)) = value.split_last() else {
        return false;
    };
    text.windows(value.len()).any(|some| some.starts_with(first) && some[first.len()].starts_with(&**last))
}

/// The day of a statement: "2025-12-01".
fn written_day(archive: &Archive, statement: &Statement) -> Option<String> {
    let Day { year, month, day } = day(archive, statement)?;
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// As much of a day as `value` says.
fn cut<'a>(day: &'a str, value: &str) -> &'a str {
    day.get(..value.len()).unwrap_or(day)
}

/// Whether it is a year, a month or a day: "2025", "2025-12", "2025-12-01".
fn is_date(value: &str) -> bool {
    let form = "0000-00-00".get(..value.len());
    let same = |(form, byte): (u8, u8)| if form == b'-' { byte == b'-' } else { byte.is_ascii_digit() };
    matches!(value.len(), 4 | 7 | 10) && form.is_some_and(|form| form.bytes().zip(value.bytes()).all(same))
}
