//! An edition in parts: what is found and shown is what the whole finds and shows.

use verbatim_archive::{
    Archive, Article, People, Published, Statement, assemble, documents,
    parts::{HEAD, Parts, cut},
    write,
};
use verbatim_extract::{Day, Document, extract};

const PEOPLE: [&str; 6] =
    ["Odile Quarrie", "Tam Brill", "Ruth Vane", "Ivan Sorrel", "Ana Pell", "Clara Marsh"];
const SAID: [&str; 8] = [
    "We waited nine winters for the bridge",
    "Nobody will row across the harbour again",
    "The ferry is finished and the quay is closed",
    "There was no agreement on the new ferry",
    "I will not wait another winter",
    "The council has decided nothing about the bridge",
    "We were told that the harbour is safe",
    "It is a start and no more than that",
];

/// An edition of articles of several lengths.
fn edition(articles: usize) -> Archive {
    let made = (0..articles).map(|number| {
        let statements = (0..1 + number % 5).map(|place| {
            let (who, said) = (PEOPLE[(number * 7 + place) % 6], SAID[(number * 3 + place * 5) % 8]);
            format!("“{said}, number {number},” said Mayor {who}. {who}’s office said the quay was “open {place}”.")
        });
        let text = statements.collect::<Vec<_>>().join("\n\n") + &"\n\nThe harbour lay still.".repeat(number % 90);
        let day = Day { year: 2031, month: 1 + (number % 12) as u8, day: 1 + (number % 28) as u8 };
        let published = Some(Published { day, basis: verbatim_archive::Basis::Printed });
        let extraction = extract(&Document { text: &text, day: Some(day) });
        let (id, title) = (format!("article-{number:03}"), format!("The bridge, part {number}"));
        (Article { id, title, published, text, ..Article::default() }, extraction)
    });
    assemble(made.collect(), &People::default())
}

fn part<'a>(parts: &'a [(String, Vec<u8>)], name: &str) -> &'a [u8] {
    &parts.iter().find(|(other, _)| other == name).expect("a part of that name").1
}

/// Asks for as long as parts are missing. Gives how many came.
fn ask<T>(opened: &mut Parts, parts: &[(String, Vec<u8>)], ask: impl Fn(&mut Parts) -> T) -> (T, usize) {
    let mut came = 0;
    loop {
        let found = ask(opened);
        let missed = opened.missed();
        if missed.is_empty() {
            return (found, came);
        }
        for name in missed {
            opened.give(&name, part(parts, &name)).expect("a part of this edition");
            came += 1;
        }
    }
}

/// What a list shows of a statement.
fn shown(archive: &Archive, statement: &Statement) -> Vec<Option<String>> {
    let article = archive.article(statement);
    let of = |span: Option<verbatim_extract::Span>| span.map(|span| span.of(&article.text).to_owned());
    let speaker = archive.speaker(statement);
    let tied = speaker.and_then(|speaker| Some(&archive.speakers[speaker.tied_to? as usize]));
    let role = tied.and_then(|tied| tied.roles.first()).map(|role| archive.words(*role).to_owned());
    let mut shown = vec![
        Some(statement.id.clone()),
        Some(statement.slug.clone()),
        Some(article.title.clone()),
        Some(article.slug.clone()),
        Some(article.text.clone()),
        Some(format!("{:?}", documents::day(archive, statement))),
        speaker.map(|speaker| speaker.name.clone()),
        speaker.map(|speaker| speaker.slug.clone()),
        tied.map(|tied| tied.name.clone()),
        role,
        of(statement.said.role),
        of(statement.said.medium),
    ];
    shown.extend(archive.quotations(statement).map(|words| Some(words.to_owned())));
    shown
}

#[test]
fn what_parts_find_and_show_is_what_the_whole_does() {
    let archive = edition(120);
    let file = write(&archive);
    let (_, index) = verbatim_archive::open_to_search(&file).expect("it opens");
    let parts = cut(&file).expect("an archive");
    assert_eq!(parts, cut(&file).expect("an archive"));
    assert!(archive.speakers.iter().any(|speaker| speaker.tied_to.is_some()), "somebody speaks for somebody");
    for typed in ["bridge winter", "harbuor", "\"nobody will row\" -ferry", "tam brill ferry", "zzz", ""] {
        let mut opened = Parts::open(part(&parts, HEAD)).expect("a head");
        let (found, _) = ask(&mut opened, &parts, |parts| parts.ask(typed));
        let found = found.expect("words, which parts tell of");
        let whole = documents::ask(&archive, &index, typed);
        assert_eq!(found, whole, "{typed}");
        let numbers: Vec<u32> = found.hits.iter().map(|hit| hit.document).take(9).collect();
        let (excerpt, came) = ask(&mut opened, &parts, |parts| parts.excerpt(numbers.iter().copied()));
        assert!(came <= numbers.len(), "{typed}: {came} leaves");
        for number in numbers {
            let here = excerpt.statement(number).expect("a statement that was asked for");
            let there = &archive.statements[number as usize];
            assert_eq!(shown(&excerpt.archive, here), shown(&archive, there), "{typed}, {number}");
            let marks = |archive: &Archive, statement| documents::marks(archive, &index, typed, statement);
            assert_eq!(marks(&excerpt.archive, here), marks(&archive, there), "{typed}, {number}");
        }
    }
}

#[test]
fn what_needs_all_statements_parts_do_not_tell() {
    let file = write(&edition(3));
    let parts = cut(&file).expect("an archive");
    let opened = Parts::open(part(&parts, HEAD)).expect("a head");
    assert!(opened.ask("bridge speaker:brill").is_none());
    assert!(opened.ask("after:2031-02").is_none());
    assert!(opened.ask("after:tomorrow").is_some(), "this is two words");
}

#[test]
fn every_statement_is_on_one_leaf() {
    let archive = edition(120);
    let parts = cut(&write(&archive)).expect("an archive");
    let mut opened = Parts::open(part(&parts, HEAD)).expect("a head");
    let all = 0..archive.statements.len() as u32;
    let (excerpt, came) = ask(&mut opened, &parts, |parts| parts.excerpt(all.clone()));
    assert_eq!(excerpt.numbers, all.collect::<Vec<_>>());
    assert!(came > 30 && came < 120, "{came} leaves: long articles have their own, short ones share");
}

#[test]
fn a_part_that_is_damaged_or_of_another_edition_is_refused() {
    let (one, other) = (edition(20), edition(21));
    let parts = cut(&write(&one)).expect("an archive");
    let others = cut(&write(&other)).expect("an archive");
    let mut opened = Parts::open(part(&parts, HEAD)).expect("a head");
    for (name, bytes) in &parts[1..] {
        assert!(opened.give(name, &bytes[..bytes.len() - 1]).is_err(), "{name} cut");
        for at in [0, 8, bytes.len() / 2, bytes.len() - 1] {
            let mut damaged = bytes.clone();
            damaged[at] ^= 4;
            assert!(opened.give(name, &damaged).is_err(), "{name} changed at {at}");
        }
    }
    for (name, bytes) in &others[1..] {
        assert!(opened.give(name, bytes).is_err(), "{name} of another edition");
    }
    assert!(opened.give("s0", part(&parts, "s1")).is_err());
    assert!(opened.give("x0", part(&parts, "s0")).is_err());
    assert!(opened.give("s999999", part(&parts, "s0")).is_err());
    let head = part(&parts, HEAD);
    for at in (0..head.len()).step_by(7) {
        let mut damaged = head.to_vec();
        damaged[at] ^= 1;
        assert!(Parts::open(&damaged).is_err(), "head changed at {at}");
        assert!(Parts::open(&head[..at]).is_err(), "head cut at {at}");
    }
}
