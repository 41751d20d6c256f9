//! Addresses that were published: what keeps them, and what becomes of them.

use verbatim_archive::{Archive, Article, Fate, People, assemble_with, links::Register};
use verbatim_extract::{Document, extract};

mod links {
    mod fates;
    mod published;
}

/// An article with its id and text.
type Printed<'a> = (&'a str, &'a str);

fn article(id: &str, text: &str) -> Article {
    Article { id: id.into(), text: text.into(), ..Article::default() }
}

fn edition(articles: &[Printed<'_>], register: &Register) -> Archive {
    let extracted = |(id, text): &Printed<'_>| (article(id, text), extract(&Document { text, day: None }));
    assemble_with(articles.iter().map(extracted).collect(), &People::default(), register)
}

/// A register of an edition that was published.
fn published(articles: &[Printed<'_>]) -> Register {
    let mut register = Register::default();
    register.publish(&edition(articles, &Register::default()));
    register
}

/// The id of the statement with these words.
fn id(archive: &Archive, words: &str) -> String {
    let mut found = archive.statements.iter().filter(|one| archive.quotations(one).next() == Some(words));
    let statement = found.next().unwrap_or_else(|| panic!("“{words}” is no statement"));
    assert!(found.next().is_none(), "“{words}” is said twice");
    statement.id.clone()
}

/// What became of the statement with these words when `then` became `now`, as one reads it.
fn fate(words: &str, then: &[Printed<'_>], now: &[Printed<'_>]) -> String {
    let register = published(then);
    let id = id(&edition(then, &Register::default()), words);
    told(&edition(now, &register), &id)
}

fn told(archive: &Archive, id: &str) -> String {
    if archive.statements.iter().any(|statement| statement.id == id) {
        return "same".into();
    }
    let words = |index: &u32| archive.quotations(&archive.statements[*index as usize]).collect::<String>();
    let trail = archive.trails.iter().find(|trail| trail.id == id).expect("the address has a trail");
    match &trail.fate {
        Fate::Moved(now) => format!("moved: {}", archive.article(&archive.statements[*now as usize]).id),
        Fate::Reworded(now, _) => format!("reworded: {}", words(now)),
        Fate::Ambiguous(several, _) => {
            format!("ambiguous: {}", several.iter().map(words).collect::<Vec<_>>().join(" | "))
        }
        Fate::Gone(then) => format!("gone: {}", then.as_ref().map_or("withdrawn", |then| &then.words)),
    }
}

const FERRY: &str =
    "“The ferry will sail at noon every day,” said Ana Brandt.\n\n“Nobody has to row again,” said Olaf Reed.";
