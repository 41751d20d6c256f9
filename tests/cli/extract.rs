//! `verbatim extract`: inputs, order, what is skipped, and the exit code.

use std::{
    io::Read,
    process::{Command, Stdio},
};

use super::{article, folder, verbatim};

/// The article and the speaker of every statement.
fn told(ran: &super::Ran) -> Vec<(String, String)> {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or("-").to_owned();
    ran.lines().iter().map(|line| (text(&line["article"]), text(&line["speaker"]["name"]))).collect()
}

#[test]
fn every_form_is_read() {
    let page = "<!doctype html><html><head><title>A page</title></head><body><article><p>“The lock is mended and \
                the water is back, whatever they say,” said Tove Lindgren, the keeper of the lock, to everybody who \
                had come to see it, and there were many of them on the day.</p></article></body></html>";
    let lines = "{\"id\": \"x/1\", \"text\": \"“We are glad of it,” said Omar Reyes.\"}\n\n\
                 {\"id\": \"x/2\", \"title\": \"T\", \"published\": \"2026-01-02T10:00:00Z\", \
                 \"text\": \"“We were glad of it,” said Jon Pell on Thursday.\"}\n";
    let folder = folder(
        "forms",
        &[
            ("a.md", &article("first", "It was time,", "Ada Birch")),
            ("b.txt", "“There is a foot of it,” said Ida Marsh."),
            ("c.html", page),
            ("d.jsonl", lines),
            ("people.toml", ""),
            ("notes.pdf", "not read"),
        ],
    );
    let ran = verbatim(&folder, &["extract", "."], "");
    assert_eq!((ran.code, ran.said.as_str()), (Some(0), ""));
    let expected = [
        ("first", "Ada Birch"),
        ("b", "Ida Marsh"),
        ("c", "Tove Lindgren"),
        ("x/1", "Omar Reyes"),
        ("x/2", "Jon Pell"),
    ];
    assert_eq!(told(&ran), expected.map(|(article, speaker)| (article.into(), speaker.into())));
    assert_eq!(ran.lines()[0]["day"], "2026-03-18");
    assert_eq!(ran.lines()[4]["day"], "2026-01-01");
}

#[test]
fn standard_input_is_read_in_whatever_form_it_comes() {
    let folder = folder("stdin", &[("a.txt", "“One of them,” said Ada Birch.")]);
    let text = "“There is a foot of it,” said Ida Marsh.";
    let read = |arguments: &[&str], input: &str| told(&verbatim(&folder, arguments, input));
    let marsh = |article: &str| (article.to_owned(), "Ida Marsh".to_owned());
    assert_eq!(read(&["extract"], text), [marsh("standard input")]);
    let line = serde_json::json!({"id": "n", "text": text}).to_string();
    assert_eq!(read(&["extract", "-"], &line), [marsh("n")]);
    assert_eq!(read(&["extract"], &article("m", "It was time,", "Ida Marsh")), [marsh("m")]);
    assert_eq!(read(&["extract", "--read-as", "text"], &format!("{{ {text}")), [marsh("standard input")]);
    assert_eq!(read(&["extract", "a.txt", "-"], text)[1], marsh("standard input"));
}

#[test]
fn a_bad_article_is_named_and_skipped() {
    let lines = "{\"id\": \"one\", \"text\": \"“We are glad of it,” said Omar Reyes.\"}\n{\"id\": 7}\nnot JSON\n\
                 {\"id\": \"four\", \"text\": \"“We are glad of it,” said Jon Pell.\"}\n";
    let folder = folder(
        "bad",
        &[
            ("a.md", "No front matter."),
            ("b.jsonl", lines),
            ("c.md", &article("c", "It was time,", "Ada Birch")),
        ],
    );
    let ran = verbatim(&folder, &["extract", "a.md", "b.jsonl", "c.md"], "");
    assert_eq!(ran.code, Some(1));
    assert_eq!(told(&ran).len(), 3, "{}", ran.out);
    let said: Vec<_> = ran.said.lines().collect();
    assert!(said[0].starts_with("a.md:1: no front matter"), "{}", ran.said);
    assert!(said[1].starts_with("b.jsonl:2: this is no article"), "{}", ran.said);
    assert!(said[2].starts_with("b.jsonl:3: this is no article"), "{}", ran.said);
    assert_eq!(said[3], "verbatim: articles skipped: 3");
}

#[test]
fn arguments_that_cannot_be_used_are_another_exit_code() {
    let folder = folder(
        "arguments",
        &[("empty/x.pdf", ""), ("wrong/people.toml", "[[person]]\n"), ("wrong/a.txt", "x")],
    );
    let code = |arguments: &[&str]| {
        let ran = verbatim(&folder, arguments, "");
        assert!(ran.out.is_empty() && !ran.said.is_empty());
        ran.code
    };
    assert_eq!(code(&["extract", "nowhere.md"]), Some(2));
    assert_eq!(code(&["extract", "empty"]), Some(2));
    assert_eq!(code(&["extract", "wrong"]), Some(2));
    assert_eq!(code(&["extract", "--format", "xml", "empty"]), Some(2));
}

#[test]
fn results_come_in_the_order_of_the_input() {
    let line = |number: usize| {
        let long = "It went on and on. ".repeat(number % 13 * 50);
        let text = format!("{long}“We are glad of it,” said Omar Reyes.");
        serde_json::json!({"id": number.to_string(), "text": text}).to_string()
    };
    let input: Vec<_> = (0..300).map(line).collect();
    let folder = folder("order", &[("empty.txt", "")]);
    let ran = verbatim(&folder, &["extract", "--threads", "4"], &input.join("\n"));
    let order: Vec<_> = told(&ran).into_iter().map(|(article, _)| article).collect();
    assert_eq!(order, (0..300).map(|number| number.to_string()).collect::<Vec<_>>());
}

#[test]
fn a_closed_pipe_is_no_error() {
    let line = serde_json::json!({"id": "a", "text": "“We are glad of it,” said Omar Reyes."}).to_string();
    let input = format!("{line}\n").repeat(20_000);
    let folder = folder("pipe", &[("a.jsonl", &input)]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_verbatim"))
        .args(["extract", "a.jsonl"])
        .current_dir(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("verbatim runs");
    let mut first = [0];
    let mut out = child.stdout.take().expect("it prints");
    out.read_exact(&mut first).expect("it prints something");
    drop(out);
    let ended = child.wait_with_output().expect("verbatim ends");
    assert_eq!((ended.status.code(), String::from_utf8_lossy(&ended.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn hostile_articles_are_read_in_time() {
    let long = "“Hope is a thing with feathers,” said Ana Brandt, the mayor.\n\n".repeat(40_000);
    let unclosed = "“Hello there, my friend ".repeat(10_000);
    let reopened = "“Hello there, my friend.\n\n".repeat(10_000);
    let folder = folder(
        "hostile",
        &[
            ("long.txt", &long),
            ("unclosed.txt", &unclosed),
            ("reopened.txt", &reopened),
            ("only.txt", &"“".repeat(10_000)),
        ],
    );
    let begun = std::time::Instant::now();
    let ran = verbatim(&folder, &["extract", ".", "--format", "csv"], "");
    assert_eq!((ran.code, ran.said.as_str()), (Some(0), ""));
    // Far more than it takes on a quiet machine, far less than anything quadratic would.
    assert!(begun.elapsed().as_secs() < 120, "it took {:?}", begun.elapsed());
    assert!(ran.out.lines().count() > 40_000);
}
