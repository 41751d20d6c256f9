//! What a reader can ask of statements beside words.

use verbatim_archive::documents::{Completions, ask, complete, index, understood, words_asked};
use verbatim_archive::{Archive, Article, Basis, People, Published, assemble};
use verbatim_extract::{Day, Document, extract};

const ARTICLES: [(&str, &str, Day); 2] = [
    (
        "Crossing over",
        "Mayor Ada Birch spoke on the radio. “We will build the harbour bridge,” Birch said on the radio.",
        Day { year: 2025, month: 11, day: 30 },
    ),
    (
        "Lake levels",
        "“The lake has never been so low,” the hydrologist Tom Reed told reporters. He called it “a warning”.",
        Day { year: 2026, month: 1, day: 2 },
    ),
];

fn archive() -> Archive {
    archive_of(&ARTICLES)
}

fn archive_of(articles: &[(&str, &str, Day)]) -> Archive {
    let extracted = articles.iter().map(|&(title, text, day)| {
        let article = Article {
            id: title.to_lowercase().replace(' ', "-"),
            slug: String::new(),
            title: title.into(),
            title_is_ours: false,
            source: None,
            url: None,
            author: None,
            author_is_body: false,
            published: Some(Published { day, basis: Basis::Printed }),
            minute: None,
            language: None,
            photo: None,
            licence: None,
            text: text.into(),
        };
        (article, extract(&Document { text, ..Document::default() }))
    });
    assemble(extracted.collect(), &People::default())
}

/// Checks which statements are found, by the first word of each.
#[track_caller]
fn check(typed: &str, expected: &[&str]) {
    let archive = archive();
    let results = ask(&archive, &index(&archive), typed);
    let first = |document: u32| {
        let statement = &archive.statements[document as usize];
        archive
            .quotations(statement)
            .next()
            .unwrap_or_default()
            .split(' ')
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let found: Vec<String> = results.hits.iter().map(|hit| first(hit.document)).collect();
    assert_eq!(found, expected, "{typed}");
}

#[test]
fn nothing_asked_is_everything() {
    check("", &["We", "The", "a"]);
}

#[test]
fn speakers_and_roles_are_asked_for_by_their_words() {
    check("speaker:birch", &["We"]);
    check("speaker:\"tom reed\"", &["The", "a"]);
    check("speaker:\"reed tom\"", &[]);
    check("speaker:ree", &["The", "a"]);
    check("role:mayor", &["We"]);
    check("role:mayor role:hydrologist", &["We", "The", "a"]);
    check("role:mayor speaker:reed", &[]);
}

#[test]
fn so_are_media_kinds_and_articles() {
    check("on:reporters", &["The"]);
    check("kind:Partial", &["a"]);
    check("article:lake-levels kind:direct", &["The"]);
    check("article:\"crossing over\"", &["We"]);
}

#[test]
fn days_are_asked_for_as_exactly_as_they_are_given() {
    check("before:2026", &["We"]);
    check("after:2025", &["The", "a"]);
    check("after:2025-11", &["The", "a"]);
    check("before:2025-11-30", &[]);
    check("after:2025-11-29 before:2026-01", &["We"]);
    check("before:lunch low", &["The"]);
}

#[test]
fn words_phrases_and_fields_go_together() {
    check("low speaker:reed", &["The"]);
    check("\"never been so low\"", &["The"]);
    check("-low speaker:reed", &["a"]);
    check("speaker:reed harbour", &[]);
    assert_eq!(words_asked("lake speaker:reed \"so low\" -war"), "lake so low");
}

#[test]
fn what_was_understood_can_be_shown() {
    for (typed, shown) in [
        ("lake  SPEAKER:reed “so low”", "lake speaker:reed \"so low\""),
        ("before:2026 -war colour:red", "before:2026 -war colour:red"),
        ("before:lunch", "before:lunch"),
    ] {
        let query = understood(typed);
        assert_eq!(query.to_string(), shown);
        assert_eq!(understood(shown), query);
    }
    assert_ne!(understood("before:2026").parts, understood("before:lunch").parts);
}

#[test]
fn what_is_typed_goes_on_as_a_word_a_name_or_a_role() {
    let archive = archive();
    let index = index(&archive);
    let go_on = |typed: &str| {
        let Completions { words, speakers, roles } = complete(&archive, &index, typed, 3);
        let names: Vec<_> = speakers.iter().map(|at| archive.speakers[*at as usize].name.as_str()).collect();
        (words.join(" "), names.join(", "), roles.join(", "))
    };
    assert_eq!(go_on("ree"), ("reed".into(), "Tom Reed".into(), String::new()));
    assert_eq!(go_on("the lake tom re"), ("reed reporters".into(), "Tom Reed".into(), String::new()));
    assert_eq!(go_on("hyd"), ("hydrologist".into(), String::new(), "hydrologist".into()));
    assert_eq!(go_on("tom "), Default::default());
    assert_eq!(go_on(""), Default::default());
}

#[test]
fn more_than_can_be_asked_at_once_is_cut_and_said_to_be() {
    let (archive, asked) = (archive(), "speaker:reed ".repeat(100_000));
    let results = ask(&archive, &index(&archive), &asked);
    assert_eq!((results.total, results.cut), (2, true));
    assert_eq!(complete(&archive, &index(&archive), &format!("{asked}re"), 3), Completions::default());
}

#[test]
fn a_role_is_found_however_it_is_printed() {
    let day = Day { year: 2026, month: 1, day: 2 };
    let text = "Norland’s former Minister of Defense Ada Birch spoke first. “We will build the bridge,” Birch said. \
        “A ferry is enough,” said Transport Minister Tom Reed.";
    let archive = archive_of(&[("Crossing over", text, day)]);
    let index = index(&archive);
    for asked in [
        "role:\"defence minister\"",
        "role:\"Defense Minister\"",
        "role:\"minister of defense\"",
        "\"defence minister\"",
    ] {
        let found: Vec<u32> = ask(&archive, &index, asked).hits.iter().map(|hit| hit.document).collect();
        assert_eq!(found, [0], "{asked}");
    }
    assert_eq!(ask(&archive, &index, "role:minister").hits.len(), 2);
}
