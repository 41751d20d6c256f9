//! A large edition: thousands of articles about people who do not exist, made up from a seed; and what it costs a page.

use serde_json::json;
use verbatim_archive::{Archive, Article, People, Published, assemble, write};
use verbatim_extract::{Day, Document, extract};

use crate::Browser;

impl Browser {
    /// Has the browser count what [`Browser::worked`] tells.
    pub async fn counts_work(&self) {
        // Time of the processor, not of the clock: whatever else the machine does is not counted.
        self.command("Performance.enable", json!({ "timeDomain": "threadTicks" })).await;
    }

    /// How long the page's own thread has run its program so far, in milliseconds of the processor.
    pub async fn worked(&self) -> f64 {
        let answer = self.command("Performance.getMetrics", json!({})).await;
        let metrics = answer["metrics"].as_array().into_iter().flatten();
        let mut script = metrics.filter(|metric| metric["name"] == "ScriptDuration");
        script.next().and_then(|metric| metric["value"].as_f64()).expect("what scripts took") * 1000.0
    }
}

/// How many words the articles are made of, how many people speak in them, and how much each says.
const WORDS: u64 = 20_000;
const PEOPLE: u64 = 3_000;
const STATEMENTS: u64 = 8;
const LENGTH: u64 = 14;

const SYLLABLES: [&str; 16] =
    ["ka", "lo", "min", "ter", "va", "dor", "es", "pru", "no", "gal", "ith", "ra", "sel", "mo", "un", "bri"];
const GIVEN: [&str; 8] = ["Ana", "Odile", "Tam", "Ruth", "Ivan", "Maria", "Peter", "Clara"];
const ROLES: [&str; 6] = ["Mayor", "Harbour minister", "Governor", "Senator", "Professor", "Spokesman"];

/// Numbers that look random and are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        (self.0 >> 33) % end
    }

    /// A number of which small ones are drawn far more often, as words of a language are.
    fn seldom(&mut self, end: u64) -> u64 {
        let among = self.below(end) + 1;
        self.below(among)
    }
}

/// The archive of `articles` articles.
pub fn large(articles: u64) -> Archive {
    let mut numbers = Numbers(1);
    let made = (0..articles).map(|number| {
        let article = article(&mut numbers, number);
        let day = article.published.map(|published| published.day);
        let extraction = extract(&Document { text: &article.text, day });
        (article, extraction)
    });
    assemble(made.collect(), &People::default())
}

/// The archive as the file that a page opens.
pub fn large_file(archive: &Archive) -> Vec<u8> {
    write(archive)
}

fn article(numbers: &mut Numbers, number: u64) -> Article {
    let day = Day {
        year: 2021 + (number % 5) as i16,
        month: 1 + (number % 12) as u8,
        day: 1 + (number % 28) as u8,
    };
    let paragraphs: Vec<String> = (0..STATEMENTS).map(|_| paragraph(numbers)).collect();
    Article {
        id: format!("article-{number}"),
        title: capital(&sentence(numbers, 6)),
        source: Some("The Selmouth Courier".into()),
        published: Some(Published { day, basis: verbatim_archive::Basis::Printed }),
        text: paragraphs.join("\n\n"),
        ..Article::default()
    }
}

/// Something said, with who said it, and a sentence of the reporter's.
fn paragraph(numbers: &mut Numbers) -> String {
    let who = numbers.seldom(PEOPLE);
    let name = format!("{} {}", GIVEN[(who % 8) as usize], capital(&word(who * 7 + 3)));
    let role = ROLES[(who % 6) as usize];
    let said = capital(&sentence(numbers, LENGTH));
    format!("“{said},” said {role} {name}. {}.", capital(&sentence(numbers, LENGTH)))
}

fn sentence(numbers: &mut Numbers, length: u64) -> String {
    let words: Vec<String> = (0..length).map(|_| word(numbers.seldom(WORDS))).collect();
    words.join(" ")
}

/// The word of that number: each has its own.
fn word(number: u64) -> String {
    let (mut rest, mut word) = (number + SYLLABLES.len() as u64, String::new());
    while rest > 0 {
        word += SYLLABLES[(rest % 16) as usize];
        rest /= 16;
    }
    word
}

fn capital(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    first.to_uppercase() + rest
}
