//! Editions of any size, of invented people who say invented things: the same number gives the same edition.

use std::fmt::Write;

use verbatim_archive::{Article, Basis, People, Published, assemble, write};
use verbatim_extract::{Day, Document, extract};

/// How many statements an article has.
const IN_ARTICLE: usize = 20;

const FIRST: [&str; 12] =
    ["Ada", "Bo", "Cleo", "Dag", "Edda", "Finn", "Greta", "Hugo", "Ines", "Jon", "Kaya", "Leif"];
const LAST: [&str; 12] = [
    "Quarrie", "Brill", "Sandoval", "Ketter", "Moss", "Tarn", "Ulvik", "Varga", "Wren", "Yarrow", "Zell",
    "Orme",
];
const ROLES: [&str; 5] =
    ["harbour minister", "mayor", "chief engineer", "ferry captain", "head of the museum"];
const SUBJECTS: [&str; 8] = [
    "the bridge",
    "the ferry",
    "our harbour",
    "the lighthouse",
    "this winter",
    "the old mill",
    "the new quay",
    "the museum",
];
const VERBS: [&str; 6] = ["will need", "has never had", "can do without", "deserves", "asks for", "is worth"];
const OBJECTS: [&str; 8] = [
    "more patience than money",
    "nine good carpenters",
    "a plan that anybody can read",
    "everything that we have put into it, and the better part of another year on top of that",
    "paint",
    "no more promises from people who have never rowed across",
    "an honest answer",
    "friends on the other shore, whatever the almanac may say about the tides",
];

/// The file of an edition of so many statements.
///
/// # Panics
/// When extraction finds another number of statements than were put in.
pub fn edition(statements: usize) -> Vec<u8> {
    let mut dice = Dice(1);
    let articles = (0..statements.div_ceil(IN_ARTICLE)).map(|number| {
        let text = text(&mut dice, IN_ARTICLE.min(statements - number * IN_ARTICLE));
        let article = article(number, text);
        let extraction = extract(&Document { text: &article.text, ..Document::default() });
        (article, extraction)
    });
    let archive = assemble(articles.collect(), &People::default());
    assert_eq!(archive.statements.len(), statements, "every statement is found");
    write(&archive)
}

/// The file of an edition of one article in this language.
pub fn of(text: &str, language: &str) -> Vec<u8> {
    let article = Article { language: Some(language.into()), ..article(0, text.into()) };
    let extraction = extract(&Document { text, ..Document::default() });
    write(&assemble(vec![(article, extraction)], &People::default()))
}

/// The file of an edition of two articles that tell at what time of the day they were printed.
///
/// # Panics
/// When extraction does not find the three statements.
pub fn by_the_hour() -> Vec<u8> {
    let texts = [
        (9 * 60 + 5, "“The quay is open,” said Ada Quarrie, the mayor."),
        (
            14 * 60 + 40,
            "“The ferry was late,” said Bo Brill, the ferry captain.\n“The bridge is closed,” said Cleo Moss on Tuesday.",
        ),
    ];
    let articles = texts.into_iter().enumerate().map(|(number, (minute, text))| {
        let article = Article { minute: Some(minute), ..article(number, text.into()) };
        let day = article.published.map(|published| published.day);
        let extraction = extract(&Document { text: &article.text, day });
        (article, extraction)
    });
    let archive = assemble(articles.collect(), &People::default());
    assert_eq!(archive.statements.len(), 3, "every statement is found");
    write(&archive)
}

fn article(number: usize, text: String) -> Article {
    let day = Day { year: 2031, month: (number / 28 % 12) as u8 + 1, day: (number % 28) as u8 + 1 };
    Article {
        id: format!("news-{number}"),
        slug: format!("news-{number}"),
        title: format!("News of the shore, number {number}"),
        source: Some("The Shore".into()),
        published: Some(Published { day, basis: Basis::Printed }),
        language: Some("en".into()),
        text,
        ..Article::default()
    }
}

/// An article in which every paragraph says one thing.
fn text(dice: &mut Dice, statements: usize) -> String {
    let mut text = String::new();
    for _ in 0..statements {
        let (first, last) = (dice.one_of(&FIRST), dice.one_of(&LAST));
        let (role, subject) = (dice.one_of(&ROLES), dice.one_of(&SUBJECTS));
        let (verb, object) = (dice.one_of(&VERBS), dice.one_of(&OBJECTS));
        let mut begun = subject.chars();
        let subject = begun.next().into_iter().flat_map(char::to_uppercase).chain(begun).collect::<String>();
        writeln!(text, "“{subject} {verb} {object},” said {first} {last}, the {role}.")
            .expect("a text grows");
    }
    text
}

/// Numbers that look like chance and are the same each time: Knuth's linear congruential generator, of which the upper
/// bits are used.
struct Dice(u64);

impl Dice {
    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        all[(self.0 >> 33) as usize % all.len()]
    }
}
