//! The editor's files beside the articles: `people.toml`, and `<id>.corrections.toml` for an article.

use std::{
    fs,
    ops::Range,
    path::{Path, PathBuf},
};

use serde::{Deserialize, de::DeserializeOwned};
use toml::Spanned;
use verbatim_archive::{
    Article, Known, People,
    corrections::{Correction, correct},
};
use verbatim_extract::{Extraction, Kind, SpeakerKind};

use crate::problem::{Complaint, Problem, line_of, utf8};

/// The name of the file of people, at the top of a folder of articles.
pub const PEOPLE: &str = "people.toml";

/// How the name of a file of corrections ends, behind the article's id.
pub const CORRECTIONS: &str = ".corrections.toml";

/// `people.toml` as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeopleFile {
    #[serde(default)]
    person: Vec<Entry>,
    #[serde(default)]
    body: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: Spanned<String>,
    #[serde(default)]
    aliases: Vec<String>,
    wikidata: Option<Spanned<String>>,
}

/// A file of corrections as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CorrectionsFile {
    #[serde(default)]
    statement: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    words: Spanned<String>,
    occurrence: Option<usize>,
    speaker: Option<String>,
    speaker_kind: Option<WrittenSort>,
    role: Option<String>,
    kind: Option<WrittenKind>,
    #[serde(default)]
    quotations: Vec<String>,
    #[serde(default)]
    no_statement: bool,
    /// Why it is so: for the next editor, not for the program.
    #[serde(default, rename = "why")]
    _why: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WrittenKind {
    Direct,
    Partial,
    Indirect,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WrittenSort {
    Person,
    Body,
    Unnamed,
}

/// Reads the `people.toml` of a folder. A folder without one knows nobody.
pub fn people(folder: &Path) -> (People, Vec<Complaint>) {
    let file = folder.join(PEOPLE);
    match fs::read(&file) {
        Ok(bytes) => {
            let (people, problems) = read_people(&bytes);
            (people, problems.into_iter().map(|problem| problem.of(file.display())).collect())
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => (People::default(), Vec::new()),
        Err(error) => (People::default(), vec![Problem::unread(&error).of(file.display())]),
    }
}

fn read_people(bytes: &[u8]) -> (People, Vec<Problem>) {
    let file: PeopleFile = match parse(bytes) {
        Ok(file) => file,
        Err(problem) => return (People::default(), vec![problem]),
    };
    let persons = file.person.into_iter().map(|entry| (SpeakerKind::Person, entry));
    let entries: Vec<_> =
        persons.chain(file.body.into_iter().map(|entry| (SpeakerKind::Body, entry))).collect();
    let at = |span: Range<usize>, what: String| Problem::at(line_of(bytes, span.start), what);
    let mut problems = Vec::new();
    for (_, entry) in &entries {
        if verbatim_archive::slug(entry.name.as_ref()).is_empty() {
            problems.push(at(entry.name.span(), "the name is empty: give the one to show".into()));
        }
        if let Some(item) = entry.wikidata.as_ref().filter(|item| !is_item(item.as_ref())) {
            let what = format!("“{}” is no item of Wikidata: write it as Q42", item.as_ref());
            problems.push(at(item.span(), what));
        }
    }
    let spans: Vec<_> = entries.iter().map(|(_, entry)| entry.name.span()).collect();
    let (people, clashes) =
        People::new(entries.into_iter().map(|(kind, entry)| known(kind, entry)).collect());
    problems.extend(clashes.into_iter().map(|clash| {
        let owner = line_of(bytes, spans[clash.owner].start);
        let what = format!("“{}” is already a name of the entry in line {owner}: keep one", clash.name);
        at(spans[clash.entry].clone(), what)
    }));
    (people, problems)
}

fn known(kind: SpeakerKind, entry: Entry) -> Known {
    Known {
        name: entry.name.into_inner().trim().to_owned(),
        kind,
        aliases: entry.aliases,
        wikidata: entry.wikidata.map(Spanned::into_inner).filter(|item| is_item(item)),
    }
}

/// Whether this is the id of an item of Wikidata: Q and a number.
fn is_item(id: &str) -> bool {
    id.strip_prefix('Q').is_some_and(|number| {
        !number.starts_with('0') && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// What an editor corrects in one article, with the line of each correction.
pub struct Corrections {
    file: PathBuf,
    entries: Vec<Correction>,
    lines: Vec<u64>,
}

/// The file of corrections of the article `id` in `folder`.
pub fn corrections_file(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("{id}{CORRECTIONS}"))
}

/// Reads the corrections of an article; an article without any has none.
///
/// # Errors
/// When the file is there and cannot be read, or does not parse.
pub fn corrections(folder: &Path, id: &str) -> Result<Corrections, Complaint> {
    let file = corrections_file(folder, id);
    let none = |file| Corrections { file, entries: Vec::new(), lines: Vec::new() };
    let bytes = match fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(none(file)),
        Err(error) => return Err(Problem::unread(&error).of(file.display())),
    };
    let written = read_corrections(&bytes).map_err(|problem| problem.of(file.display()))?;
    let (lines, entries) = written.into_iter().unzip();
    Ok(Corrections { file, entries, lines })
}

fn read_corrections(bytes: &[u8]) -> Result<Vec<(u64, Correction)>, Problem> {
    let file: CorrectionsFile = parse(bytes)?;
    file.statement.into_iter().map(|written| entry(bytes, written)).collect()
}

fn entry(bytes: &[u8], written: Written) -> Result<(u64, Correction), Problem> {
    let line = line_of(bytes, written.words.span().start);
    let correction = Correction {
        words: written.words.into_inner(),
        occurrence: written.occurrence,
        speaker: written.speaker,
        speaker_kind: written.speaker_kind.map(sort),
        role: written.role,
        kind: written.kind.map(kind),
        quotations: written.quotations,
        no_statement: written.no_statement,
    };
    let nothing = Correction {
        words: correction.words.clone(),
        occurrence: correction.occurrence,
        ..Correction::default()
    };
    if correction == nothing {
        let what = "this corrects nothing: say what is wrong with `speaker`, `role`, `kind`, `quotations` or \
                    `no_statement = true`";
        return Err(Problem::at(line, what));
    }
    Ok((line, correction))
}

fn kind(written: WrittenKind) -> Kind {
    match written {
        WrittenKind::Direct => Kind::Direct,
        WrittenKind::Partial => Kind::Partial,
        WrittenKind::Indirect => Kind::Indirect,
    }
}

fn sort(written: WrittenSort) -> SpeakerKind {
    match written {
        WrittenSort::Person => SpeakerKind::Person,
        WrittenSort::Body => SpeakerKind::Body,
        WrittenSort::Unnamed => SpeakerKind::Unnamed,
    }
}

impl Corrections {
    /// Corrects an article's extraction, and says which corrections no longer apply.
    pub fn apply(&self, article: &Article, extraction: &mut Extraction, people: &People) -> Vec<Complaint> {
        let misfits = correct(&article.text, extraction, &self.entries, people);
        let complaint = |(place, misfit): (usize, verbatim_archive::corrections::Misfit)| {
            let what = format!("the correction no longer applies: {misfit}");
            Problem::at(self.lines[place], what).of(self.file.display())
        };
        misfits.into_iter().map(complaint).collect()
    }
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let text = utf8(bytes)?;
    toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| line_of(text.as_bytes(), span.start));
        Problem { line, what: format!("this does not parse: {}", error.message()) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people_problems(text: &str) -> Vec<(Option<u64>, String)> {
        read_people(text.as_bytes()).1.into_iter().map(|problem| (problem.line, problem.what)).collect()
    }

    #[test]
    fn people_are_read_with_their_aliases_and_items() {
        let (people, problems) = read_people(
            b"[[person]]\nname = \"Ana Brandt\"\naliases = [\"A. Brandt\"]\nwikidata = \"Q42\"\n\
              [[body]]\nname = \"The Fund\"\n",
        );
        assert_eq!(problems, []);
        let known = people.named("a. brandt").expect("she is known");
        assert_eq!((known.name.as_str(), known.wikidata.as_deref()), ("Ana Brandt", Some("Q42")));
        assert_eq!(people.named("fund").map(|fund| fund.kind), Some(SpeakerKind::Body));
    }

    #[test]
    fn what_is_wrong_with_people_is_said_with_its_line() {
        let text = "[[person]]\nname = \"Ana\"\n\n[[person]]\nname = \"Bo\"\naliases = [\"ANA\"]\nwikidata = \"42\"\n";
        let problems = people_problems(text);
        assert_eq!(problems[0], (Some(7), "“42” is no item of Wikidata: write it as Q42".into()));
        assert_eq!(problems[1], (Some(5), "“ANA” is already a name of the entry in line 2: keep one".into()));
        assert_eq!(people_problems("[[person]]\nname = \"…\"\n")[0].0, Some(2));
        let (line, what) = &people_problems("[[person]]\nname = \"Ana\"\nalias = \"B\"\n")[0];
        assert!(*line == Some(3) && what.contains("alias"), "{line:?} {what}");
        assert!(is_item("Q1") && !is_item("Q") && !is_item("Q01") && !is_item("q1") && !is_item("Q1a"));
    }

    #[test]
    fn what_is_wrong_with_a_correction_is_said_with_its_line() {
        let problem = |text: &str| read_corrections(text.as_bytes()).expect_err("this is wrong");
        assert_eq!(problem("[[statement]]\nwords = \"a\"\nwhy = \"so\"\n").line, Some(2));
        assert_eq!(problem("[[statement]]\nwords = \"a\"\nkind = \"loud\"\n").line, Some(3));
        assert!(problem("[[statement]]\nspeaker = \"a\"\n").what.contains("words"));
        assert!(problem("[[statment]]\n").what.contains("statment"));
    }

    #[test]
    fn a_correction_is_read_whole() {
        let text = "# Checked with the recording.\n[[statement]]\nwords = \"so it goes\"\noccurrence = 2\n\
                    speaker = \"\"\nspeaker_kind = \"body\"\nrole = \"mayor\"\nkind = \"partial\"\n\
                    quotations = [\"so it\", \"goes\"]\nwhy = \"It was her.\"\n";
        let correction = Correction {
            words: "so it goes".into(),
            occurrence: Some(2),
            speaker: Some(String::new()),
            speaker_kind: Some(SpeakerKind::Body),
            role: Some("mayor".into()),
            kind: Some(Kind::Partial),
            quotations: vec!["so it".into(), "goes".into()],
            no_statement: false,
        };
        assert_eq!(read_corrections(text.as_bytes()), Ok(vec![(3, correction)]));
    }
}
