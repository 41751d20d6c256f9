//! How much a page fetches that begins with parts of a large edition:
//! `cargo run --profile host -p verbatim-archive --example transfer -- 100000`.
//!
//! The edition is made up, the same each time: words as often used as words of a language are (the nth 1/n as often as
//! the first), 37 times the square root of the running text of them, eight statements an article. A query is two or three
//! words that stand together in a statement, every other one with a letter changed, or its speaker's name. What is counted
//! is each file as it lies compressed on the host, and two hundred bytes of headers.

use std::io::Write;

use flate2::{Compression, write::DeflateEncoder};
use verbatim_archive::{
    Archive, Article, Basis, Published, Speaker, Statement,
    parts::{HEAD, Parts, cut},
    write,
};
use verbatim_extract::{Day, Kind, Quotation, Receipt, Span, SpeakerKind};

const SYLLABLES: [&str; 32] = [
    "ta", "ke", "mo", "ri", "sun", "pel", "dor", "vin", "ash", "ber", "con", "dis", "ex", "fa", "gra", "hol",
    "in", "ju", "lan", "ment", "ness", "or", "pro", "re", "ster", "tion", "un", "ver", "wil", "ya", "za",
    "ing",
];
const ROLES: [&str; 8] =
    ["Mayor", "Senator", "Professor", "the harbour minister", "Governor", "Judge", "Captain", "Deputy"];

/// How many statements an article has, and how many a reader is shown at first.
const EACH: usize = 8;
const SHOWN: usize = 8;

/// What a request costs beside what it brings, in bytes.
const HEADERS: usize = 200;

/// Numbers that look drawn by chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) as usize % end
    }

    /// A word, the first ones most often.
    fn word(&mut self, words: usize) -> String {
        let share = self.below(1 << 30) as f64 / f64::from(1 << 30);
        word((words as f64).powf(share) as usize)
    }

    fn text(&mut self, length: usize, words: usize) -> String {
        let text = (0..length).map(|_| self.word(words)).collect::<Vec<_>>().join(" ");
        text[..1].to_uppercase() + &text[1..]
    }
}

/// The word of that number.
fn word(number: usize) -> String {
    let mut seed = number * 2_654_435_761 % (1 << 22);
    let length = 2 + seed % 3;
    (0..length)
        .map(|_| {
            let syllable = SYLLABLES[seed % 32];
            seed /= 32;
            syllable
        })
        .collect()
}

fn edition(count: usize, chance: &mut Chance) -> Archive {
    let words = (37.0 * ((count * 25) as f64).sqrt()) as usize;
    let mut archive = Archive::default();
    for number in 0..count / 4 {
        let name = format!("{} {}", capital(&word(number % 900)), capital(&word(number * 3 + 40)));
        archive.speakers.push(speaker(format!("{}-{number}", name.to_lowercase().replace(' ', "-")), name));
    }
    for article in 0..count / EACH {
        let mut text = String::new();
        for _ in 0..EACH {
            let often = chance.below(2) == 0;
            let speaker = chance.below(if often { count / 40 + 1 } else { count / 4 });
            let statement = statement(&mut text, article as u32, speaker, &archive, chance, words);
            archive.statements.push(statement);
        }
        let title = chance.text(7, words);
        let day = Day { year: 2031, month: 1 + (article % 12) as u8, day: 1 + (article % 28) as u8 };
        let published = Some(Published { day, basis: Basis::Printed });
        let id = format!("article-{article}");
        archive.articles.push(Article { slug: id.clone(), id, title, published, text, ..Article::default() });
    }
    archive
}

fn statement(
    text: &mut String,
    article: u32,
    speaker: usize,
    archive: &Archive,
    chance: &mut Chance,
    words: usize,
) -> Statement {
    let length = 5 + chance.below(40);
    let said = chance.text(length, words);
    let start = text.len() + "“".len();
    let span = Span::from(start..start + said.len());
    let role = ROLES[speaker % ROLES.len()];
    *text +=
        &format!("“{said},” said {role} {}. {}.\n\n", archive.speakers[speaker].name, chance.text(12, words));
    let role_at = start + said.len() + ",” said ".len();
    let said = verbatim_extract::Statement {
        kind: Kind::Direct,
        quotations: vec![Quotation { span, source: None, cue: None }],
        insertions: Vec::new(),
        speaker: Some(speaker as u32),
        role: Some(Span::from(role_at..role_at + role.len())),
        medium: None,
        addressee: None,
        place: None,
        said_on: None,
        receipt: Receipt { construct: String::new(), chain: vec![], candidates: vec![], confidence: 90 },
    };
    let id = format!("{:010}", archive.statements.len());
    Statement { slug: format!("said-{id}"), id, article, said }
}

fn speaker(slug: String, name: String) -> Speaker {
    Speaker {
        slug,
        name,
        kind: SpeakerKind::Person,
        mentions: Vec::new(),
        roles: Vec::new(),
        offices: Vec::new(),
        tied_to: None,
        wikidata: None,
    }
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

fn query(archive: &Archive, number: usize, chance: &mut Chance) -> String {
    let statement = &archive.statements[chance.below(archive.statements.len())];
    if number % 5 == 4 {
        return archive.speaker(statement).map_or(String::new(), |speaker| speaker.name.to_lowercase());
    }
    let words = archive.quotations(statement).next().unwrap_or_default().to_lowercase();
    let long: Vec<&str> = words.split(' ').filter(|word| word.len() > 4).collect();
    let start = chance.below(long.len().saturating_sub(2).max(1));
    let mut typed: Vec<String> =
        long.iter().skip(start).take(2 + number % 2).map(|word| (*word).to_owned()).collect();
    if let Some(word) = typed.first_mut().filter(|_| number % 2 == 1) {
        word.replace_range(2..3, "q");
    }
    typed.join(" ")
}

/// What a file costs: as it is compressed, and its headers.
fn cost(part: &[u8]) -> usize {
    let mut packing = DeflateEncoder::new(Vec::new(), Compression::best());
    packing.write_all(part).expect("memory takes bytes");
    packing.finish().expect("memory takes bytes").len() + HEADERS
}

/// Asks a query and for what is shown of it. Gives how many bytes came, in how many files and rounds.
fn ask(opened: &mut Parts, parts: &std::collections::HashMap<String, Vec<u8>>, typed: &str) -> [usize; 3] {
    let mut spent = [0; 3];
    loop {
        let found = opened.ask(typed).map(|results| results.hits).unwrap_or_default();
        let mut missed = opened.missed();
        if missed.is_empty() {
            opened.excerpt(found.iter().take(SHOWN).map(|hit| hit.document));
            missed = opened.missed();
        }
        if missed.is_empty() {
            return spent;
        }
        spent[2] += 1;
        for name in missed {
            opened.give(&name, &parts[&name]).expect("a part of this edition");
            spent[0] += cost(&parts[&name]);
            spent[1] += 1;
        }
    }
}

fn main() {
    let count = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(100_000);
    let mut chance = Chance(1);
    let archive = edition(count, &mut chance);
    let file = write(&archive);
    let parts: std::collections::HashMap<_, _> = cut(&file).expect("an archive").into_iter().collect();
    let head = cost(&parts[HEAD]);
    println!("{count} statements: {} bytes, {} parts, the head {head}", file.len(), parts.len());
    let mut spent: Vec<Vec<[usize; 3]>> = vec![Vec::new(); 6];
    for _ in 0..40 {
        let mut opened = Parts::open(&parts[HEAD]).expect("a head");
        for (place, spent) in spent.iter_mut().enumerate() {
            let query = query(&archive, chance.below(100), &mut chance);
            let mut now = ask(&mut opened, &parts, &query);
            now[0] += if place == 0 { head } else { 0 };
            spent.push(now);
        }
    }
    for (place, spent) in spent.iter_mut().enumerate() {
        spent.sort_unstable();
        let of = |which: usize, at: usize| {
            let mut all: Vec<usize> = spent.iter().map(|spent| spent[which]).collect();
            all.sort_unstable();
            all[(all.len() - 1) * at / 100]
        };
        println!(
            "query {}: {} kB at p50, {} at p90, {} at most; {} files in {} rounds at p50",
            place + 1,
            of(0, 50) / 1000,
            of(0, 90) / 1000,
            of(0, 100) / 1000,
            of(1, 50),
            of(2, 50)
        );
    }
}
