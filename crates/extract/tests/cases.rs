//! Every construct is a Markdown case: the text of an article, and the statements that stand in it.
//!
//! Each file under `tests/cases/` is a family of constructs. A heading of the second level opens a case; the block
//! marked `text` is the article, with its day where that matters (`text 2025-12-01`), and the block marked
//! `statements` is what must be found. The expected statements are written by hand:
//!
//! ```text
//! Direct: Ines Duarte | harbour master
//!   "We open at noon." (she, told)
//!   to: reporters
//! ```
//!
//! First the kind, the speaker and the role; then each quotation, with its source and its cue ("-" where it has
//! none). "unknown" is a speaker that the text does not tell; "(body)" and "(unnamed)" are said of speakers that
//! are no named person, with whose they are. Then what there is of: where (the medium or occasion), to, place,
//! when (with the calendar day) and editor, the words in square brackets.
//!
//! `cargo test --test cases -- inverted` runs the cases whose file or heading says so.

use std::{fmt::Write as _, fs, path::Path};

use libtest_mimic::{Arguments, Failed, Trial};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};
use similar::{ChangeTag, TextDiff};
use verbatim_extract::{Day, Document, Extraction, Span, SpeakerKind, Statement, extract};

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("the folder of cases can be read")
        .map(|entry| entry.expect("a case can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    files.sort();
    let mut trials = Vec::new();
    for file in files {
        let markdown = fs::read_to_string(&file).expect("a case is text");
        let family = file.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        for case in cases(&family, &markdown) {
            trials.push(Trial::test(format!("{family}: {}", case.heading), move || case.check()));
        }
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit()
}

/// One case: a heading, an article, and what must be found in it.
#[derive(Default)]
struct Case {
    heading: String,
    text: Option<String>,
    day: Option<Day>,
    statements: Option<String>,
}

impl Case {
    fn check(&self) -> Result<(), Failed> {
        let text = self.text.as_deref().expect("every case has an article");
        let expected = self.statements.as_deref().expect("every case says what is found");
        let found = shown(text, &extract(&Document { text, day: self.day }));
        if expected.trim_end() == found.trim_end() { Ok(()) } else { Err(differ(expected, &found).into()) }
    }
}

/// The cases of a file, each with both its blocks.
fn cases(family: &str, markdown: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut events = Parser::new(markdown);
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => {
                let is_end = |event: &Event<'_>| matches!(event, Event::End(TagEnd::Heading(_)));
                let heading = words(&mut events, is_end);
                cases.push(Case { heading, ..Case::default() });
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                let body = words(&mut events, |event| matches!(event, Event::End(TagEnd::CodeBlock)));
                let case = cases.last_mut().unwrap_or_else(|| panic!("{family}: a block before any heading"));
                let (language, day) = language.split_once(' ').unwrap_or((&language, ""));
                let place = match language {
                    "text" => &mut case.text,
                    "statements" => &mut case.statements,
                    other => panic!("{family}: {}: a block of {other:?}", case.heading),
                };
                assert!(place.is_none(), "{family}: {}: two blocks of {language}", case.heading);
                *place = Some(body);
                case.day = case.day.or_else(|| calendar_day(day));
            }
            _ => {}
        }
    }
    for case in &cases {
        assert!(case.text.is_some() && case.statements.is_some(), "{family}: {}: no blocks", case.heading);
    }
    cases
}

/// The words up to the event that ends them.
fn words<'a>(events: &mut impl Iterator<Item = Event<'a>>, is_end: impl Fn(&Event<'a>) -> bool) -> String {
    let inside = events.take_while(|event| !is_end(event));
    let pieces = inside.filter_map(|event| match event {
        Event::Text(words) | Event::Code(words) => Some(words),
        _ => None,
    });
    pieces.fold(String::new(), |words, piece| words + &piece)
}

/// A day as front matter writes it: 2025-12-01.
fn calendar_day(day: &str) -> Option<Day> {
    let mut parts = day.split('-');
    let mut number = || parts.next()?.parse::<i16>().ok();
    let (year, month, day) = (number()?, number()?, number()?);
    Some(Day { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
}

/// The statements of an extraction, as cases write them.
fn shown(text: &str, extraction: &Extraction) -> String {
    let each: Vec<String> =
        extraction.statements.iter().map(|statement| one(text, extraction, statement)).collect();
    each.join("\n")
}

fn one(text: &str, extraction: &Extraction, statement: &Statement) -> String {
    let folded = |span: Span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let or_none = |span: Option<Span>| span.map_or_else(|| "-".to_owned(), folded);
    let mut shown = format!("{:?}: {}", statement.kind, speaker(extraction, statement));
    if let Some(role) = statement.role {
        let _ = write!(shown, " | {}", folded(role));
    }
    for quotation in &statement.quotations {
        let (source, cue) = (or_none(quotation.source), or_none(quotation.cue));
        let _ = write!(shown, "\n  \"{}\" ({source}, {cue})", folded(quotation.span));
    }
    let mut circumstance = |name: &str, words: String| {
        let _ = write!(shown, "\n  {name}: {words}");
    };
    if let Some(medium) = statement.medium {
        circumstance("where", folded(medium));
    }
    if let Some(addressee) = statement.addressee {
        circumstance("to", folded(addressee));
    }
    if let Some(place) = statement.place {
        circumstance("place", folded(place));
    }
    if let Some(said_on) = statement.said_on {
        let day = said_on.day.map(|day| format!(" = {}-{:02}-{:02}", day.year, day.month, day.day));
        circumstance("when", folded(said_on.words) + &day.unwrap_or_default());
    }
    for insertion in &statement.insertions {
        circumstance("editor", folded(*insertion));
    }
    shown + "\n"
}

fn speaker(extraction: &Extraction, statement: &Statement) -> String {
    let of = |index: u32| &extraction.speakers[index as usize];
    let Some(speaker) = statement.speaker.map(of) else { return "unknown".to_owned() };
    let kind = match speaker.kind {
        SpeakerKind::Person => "",
        SpeakerKind::Body => " (body)",
        SpeakerKind::Unnamed => " (unnamed)",
    };
    let tied = speaker.tied_to.map(|tied| format!(", of {}", of(tied).name)).unwrap_or_default();
    format!("{}{kind}{tied}", speaker.name)
}

/// The lines that were expected and not found, and those that were found and not expected.
fn differ(expected: &str, found: &str) -> String {
    let mut message = String::from("- expected, + found:\n");
    for change in TextDiff::from_lines(expected, found).iter_all_changes() {
        let sign = match change.tag() {
            ChangeTag::Delete => '-',
            ChangeTag::Insert => '+',
            ChangeTag::Equal => ' ',
        };
        let _ = writeln!(message, "{sign} {}", change.value().trim_end());
    }
    message
}
