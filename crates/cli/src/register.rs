//! The link register as a file, `links.lock`: an address a line, in JSON, so that merges and reviews see addresses.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context;
use serde::{Deserialize, Serialize};
use verbatim_archive::links::{Address, Became, Register, Stood};

use crate::problem::{Complaint, Problem, utf8};

/// The name of the register, at the top of a folder of articles.
pub const LOCK: &str = "links.lock";

const HEAD: &str = "\
# Every address that was ever published, with the words it stood for. `verbatim publish` writes this file; keep it
# with the articles. After a merge keep the lines of both sides: each is an address that somebody may have linked to.
";

/// How lines begin that a merge leaves where it could not decide.
const MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// An address as a line has it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: String,
    article: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    speaker: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    words: Vec<String>,
    /// The hash of words that were withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    forgotten: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    became: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    perhaps: Vec<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    gone: bool,
    /// Other names of the speaker under which it was published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    formerly: Vec<String>,
}

/// A register that was read, and what is wrong with its file.
#[derive(Default)]
pub struct Filed {
    /// What could be read.
    pub register: Register,
    /// What is wrong with the rest.
    pub complaints: Vec<Complaint>,
    file: PathBuf,
    lines: HashMap<String, u64>,
}

impl Filed {
    /// A problem with an address of the register.
    pub fn complaint(&self, address: &Address, what: String) -> Complaint {
        Problem { line: self.lines.get(&address.id).copied(), what }.of(self.file.display())
    }

    /// Writes the register back to where it was read, whole or not at all.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write(&self) -> anyhow::Result<()> {
        let half_way = self.file.with_extension("lock.part");
        fs::write(&half_way, print(&self.register))
            .and_then(|()| fs::rename(&half_way, &self.file))
            .with_context(|| format!("cannot write {}", self.file.display()))
    }

    /// Where it was read.
    pub fn file(&self) -> &Path {
        &self.file
    }
}

/// Reads the register of a folder of articles. One that is not there is empty.
pub fn read(folder: &Path) -> Filed {
    let file = folder.join(LOCK);
    let (lines, problems) = match fs::read(&file) {
        Ok(bytes) => parse(&bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Default::default(),
        Err(error) => (Vec::new(), vec![Problem::unread(&error)]),
    };
    let complaints = problems.into_iter().map(|problem| problem.of(file.display())).collect();
    let numbers = lines.iter().map(|(line, address)| (address.id.clone(), *line)).collect();
    let register = Register::new(lines.into_iter().map(|(_, address)| address));
    Filed { register, complaints, file, lines: numbers }
}

/// The register as its file has it: the same register gives the same text.
pub fn print(register: &Register) -> String {
    let line = |address: &Address| {
        let line = serde_json::to_string(&written(address)).expect("an address can be written as JSON");
        line + "\n"
    };
    HEAD.to_owned() + &register.addresses().iter().map(line).collect::<String>()
}

fn written(address: &Address) -> Line {
    let (speaker, words, forgotten) = match address.stood.clone() {
        Stood::For { speaker, words } => (speaker, words, None),
        Stood::Forgotten(hash) => (None, Vec::new(), Some(hash)),
    };
    let (became, perhaps) = match address.became.clone() {
        Became::Another(other) => (Some(other), Vec::new()),
        Became::OneOf(others) => (None, others),
        Became::Itself | Became::Nothing => (None, Vec::new()),
    };
    let gone = address.became == Became::Nothing && forgotten.is_none();
    let (id, article, formerly) = (address.id.clone(), address.article.clone(), address.formerly.clone());
    Line { id, article, speaker, words, forgotten, became, perhaps, gone, formerly }
}

/// The addresses of a file with their lines, and what is wrong with it.
fn parse(bytes: &[u8]) -> (Vec<(u64, Address)>, Vec<Problem>) {
    let text = match utf8(bytes) {
        Ok(text) => text,
        Err(problem) => return (Vec::new(), vec![problem]),
    };
    let (mut read, mut problems): (Vec<(u64, Address)>, _) = (Vec::new(), Vec::new());
    let mut owners: HashMap<String, u64> = HashMap::new();
    for (line, number) in text.lines().zip(1..) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match parse_line(line) {
            Err(what) => problems.push(Problem::at(number, what)),
            Ok(address) => match owners.get(&address.id) {
                Some(owner) => problems.push(Problem::at(number, repeated(&read, &address, *owner))),
                None => {
                    owners.insert(address.id.clone(), number);
                    read.push((number, address));
                }
            },
        }
    }
    for (number, address) in &read {
        for other in address.became.others().iter().filter(|other| !owners.contains_key(*other)) {
            let what = format!("it leads to {other}, which has no line here: put that line back");
            problems.push(Problem::at(*number, what));
        }
    }
    (read, problems)
}

fn repeated(read: &[(u64, Address)], address: &Address, owner: u64) -> String {
    let same = read.iter().any(|(_, other)| other == address);
    match same {
        true => format!("this repeats line {owner}: delete one of the two"),
        false => format!(
            "the id {} has line {owner} already, which says something else: keep the one that is right",
            address.id
        ),
    }
}

fn parse_line(line: &str) -> Result<Address, String> {
    if MARKS.iter().any(|mark| line.starts_with(mark)) {
        return Err(
            "a merge left this mark: keep the lines of both sides, delete the marks and lines that are \
                    there twice, and run `verbatim publish`"
                .into(),
        );
    }
    let line: Line = serde_json::from_str(line)
        .map_err(|error| format!("this line does not parse: {error}; take it from an earlier version"))?;
    if !verbatim_archive::is_id(&line.id) {
        return Err(format!("“{}” is no id: ids have ten digits and letters without i, l, o and u", line.id));
    }
    let stood = match (line.words.is_empty(), line.forgotten) {
        (false, None) => Stood::For { speaker: line.speaker, words: line.words },
        (true, Some(hash)) => Stood::Forgotten(hash),
        _ => return Err("an address has `words`, or `forgotten` when they were withdrawn: give one".into()),
    };
    let withdrawn = matches!(stood, Stood::Forgotten(_));
    let became = match (line.became, line.perhaps.is_empty(), line.gone) {
        (None, true, false) if !withdrawn => Became::Itself,
        (None, true, _) => Became::Nothing,
        (Some(other), true, false) if !withdrawn => Became::Another(other),
        (None, false, false) if !withdrawn => Became::OneOf(line.perhaps),
        _ => return Err("of `became`, `perhaps`, `gone` and `forgotten`, an address has one at most".into()),
    };
    let address = Address { id: line.id, article: line.article, stood, became, formerly: line.formerly };
    match address.is_of_its_words() {
        true => Ok(address),
        false => Err(format!(
            "{} is not the id of these words in the article “{}”: one of the three was changed by hand; take the line \
             from an earlier version",
            address.id, address.article
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = r#"{"id":"35txpe8twz","article":"a","speaker":"Ana","words":["So.","It goes."]}"#;
    const GONE: &str = r#"{"id":"djmqp27xpk","article":"a","words":["No."],"gone":true}"#;
    const LED: &str = r#"{"id":"h0psxemebc","article":"b","words":["Yes."],"became":"35txpe8twz"}"#;
    const CHOICE: &str =
        r#"{"id":"4thz4hjtt5","article":"b","words":["Yes"],"perhaps":["35txpe8twz","djmqp27xpk"]}"#;
    const WITHDRAWN: &str = r#"{"id":"0a1b2c3d4j","article":"b","forgotten":"abc"}"#;

    const RENAMED: &str =
        r#"{"id":"b1w6kf55h2","article":"c","speaker":"Ana B","words":["Yes."],"formerly":["Ana",""]}"#;

    fn problems(lines: &[&str]) -> Vec<(u64, String)> {
        let (_, problems) = parse(lines.join("\n").as_bytes());
        problems.into_iter().map(|problem| (problem.line.unwrap_or(0), problem.what)).collect()
    }

    #[test]
    fn what_is_written_is_what_was_read_in_order() {
        let lines = [FIRST, GONE, WITHDRAWN, CHOICE, LED, RENAMED];
        let (read, problems) =
            parse([RENAMED, CHOICE, WITHDRAWN, "", "# by hand", LED, GONE, FIRST].join("\n").as_bytes());
        assert_eq!(problems, []);
        let register = Register::new(read.into_iter().map(|(_, address)| address));
        assert_eq!(print(&register), format!("{HEAD}{}\n", lines.join("\n")));
    }

    #[test]
    fn after_a_merge_the_lines_of_both_sides_are_kept_and_every_mark_is_named() {
        let text = ["<<<<<<< HEAD", FIRST, "=======", GONE, ">>>>>>> branch"].join("\n");
        let (read, problems) = parse(text.as_bytes());
        assert_eq!(read.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 4]);
        assert_eq!(
            problems.iter().map(|problem| problem.line).collect::<Vec<_>>(),
            [Some(1), Some(3), Some(5)]
        );
        assert!(problems[0].what.contains("both sides"));
    }

    #[test]
    fn lines_that_are_there_twice_are_named() {
        assert_eq!(
            problems(&[FIRST, GONE, FIRST]),
            [(3, "this repeats line 1: delete one of the two".into())]
        );
        let (line, what) = &problems(&[FIRST, &FIRST.replace("Ana", "Bo")])[0];
        assert!(*line == 2 && what.contains("says something else"), "{what}");
    }

    #[test]
    fn lines_that_were_spoilt_by_hand_are_named() {
        for (line, says) in [
            ("{", "does not parse"),
            (r#"{"id":"0a1b2c3d4e","article":"a","words":["a"],"speker":"b"}"#, "speker"),
            (r#"{"id":"0a1b2c3d4i","article":"a","words":["a"]}"#, "is no id"),
            (r#"{"id":"3qhf3nswsh","article":"a","words":["b"]}"#, "not the id of these words"),
            (r#"{"id":"3qhf3nswsh","article":"b","words":["a"]}"#, "not the id of these words"),
            (r#"{"id":"0a1b2c3d4e","article":"a"}"#, "`words`"),
            (r#"{"id":"0a1b2c3d4e","article":"a","words":["a"],"forgotten":"b"}"#, "give one"),
            (
                r#"{"id":"0a1b2c3d4e","article":"a","words":["a"],"became":"0a1b2c3d4f","gone":true}"#,
                "at most",
            ),
            (r#"{"id":"3qhf3nswsh","article":"a","words":["a"],"became":"0a1b2c3d4f"}"#, "has no line here"),
        ] {
            let found = problems(&["# head", line]);
            assert!(found.len() == 1 && found[0].0 == 2 && found[0].1.contains(says), "{line}: {found:?}");
        }
        assert_eq!(parse(b"# head\n\xff").1[0].line, Some(2));
    }
}
