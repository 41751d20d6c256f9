//! Whole articles, from their files to the archive, through the same command that makes the page.
//!
//! Each article has an expectation in `tests/golden/`: a line for each statement and each person, as it should be.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use verbatim_archive::{Archive, Passage, Speaker, Statement, open};
use verbatim_extract::Span;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The archive that `verbatim bake` makes of a folder of the project.
fn bake(folder: &str) -> Archive {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}.vbt", folder.replace('/', "-")));
    let done = Command::new(env!("CARGO_BIN_EXE_verbatim"))
        .args(["bake", "--articles"])
        .arg(root().join(folder))
        .arg("--out")
        .arg(&out)
        .output()
        .expect("verbatim runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    open(&fs::read(out).expect("bake wrote the archive")).expect("the archive opens")
}

/// An article as its expectation writes it.
fn described(archive: &Archive, article: usize) -> String {
    let mut described = String::new();
    for statement in archive.statements.iter().filter(|statement| statement.article as usize == article) {
        describe_statement(archive, statement, &mut described);
    }
    let mentioned = |passage: &Passage| passage.article as usize == article;
    for speaker in archive.speakers.iter().filter(|speaker| speaker.mentions.iter().any(mentioned)) {
        describe_speaker(archive, speaker, &mut described);
    }
    described
}

fn describe_statement(archive: &Archive, statement: &Statement, out: &mut String) {
    let text = &archive.article(statement).text;
    let said = &statement.said;
    let words = |span: Option<Span>| span.map_or("-", |span| span.of(text));
    let kind = format!("{:?}", said.kind).to_lowercase();
    let speaker = archive.speaker(statement).map_or("-", |speaker| &speaker.name);
    writeln!(out, "{kind}: {speaker} | {}", words(said.role)).expect("strings take writes");
    for quotation in &said.quotations {
        writeln!(out, "  {} {} | {}", words(quotation.source), words(quotation.cue), quotation.span.of(text))
            .expect("strings take writes");
    }
    let day = said.said_on.and_then(|on| on.day);
    let day = day.map_or(String::new(), |day| format!(" = {}-{:02}-{:02}", day.year, day.month, day.day));
    let when = words(said.said_on.map(|on| on.words));
    writeln!(out, "  where: {} | when: {when}{day}", words(said.medium)).expect("strings take writes");
    for insertion in &said.insertions {
        writeln!(out, "  editor's: {}", insertion.of(text)).expect("strings take writes");
    }
}

fn describe_speaker(archive: &Archive, speaker: &Speaker, out: &mut String) {
    let all = |passages: &[Passage]| {
        let mut printed: Vec<_> = passages.iter().map(|passage| archive.words(*passage)).collect();
        printed.dedup();
        printed.join(", ")
    };
    let tied = speaker
        .tied_to
        .map_or(String::new(), |tied| format!(" | of {}", archive.speakers[tied as usize].name));
    let kind = format!("{:?}", speaker.kind).to_lowercase();
    let (mentions, roles) = (all(&speaker.mentions), all(&speaker.roles));
    writeln!(out, "{kind} {}: {mentions} | {roles}{tied}", speaker.name).expect("strings take writes");
}

/// Holds every article of a folder to its expectation.
fn check(folder: &str) {
    let archive = bake(folder);
    for (index, article) in archive.articles.iter().enumerate() {
        let file = root().join("tests/golden").join(format!("{}.txt", article.id));
        let expected = fs::read_to_string(&file).unwrap_or_default();
        let found = described(&archive, index);
        assert!(found == expected, "{} differs from what was found:\n{found}", file.display());
    }
}

#[test]
fn the_first_article_gives_its_statements_and_people() {
    check("articles");
}

#[test]
fn articles_about_invented_people_pass_through_the_same_path() {
    check("tests/articles");
}
