//! What an address leads to: by its id, then by what the link register says, then by the words of its slug.

use verbatim_align::{FLOOR, MARGIN, Near, an_edit_apart, nearest};
use verbatim_archive::{Edit, Fate, Then};

use crate::{
    edition::Edition,
    route::{slug_and_id, slug_words},
};

/// How many statements are offered in place of one that is not there.
const OFFERED: usize = 5;

/// From how many bytes on a word of an unknown address names anything. Of Latin letters, fewer are "a" or "of", which
/// stand in any statement; a sign of Chinese, which may be a word, has as many.
const FEWEST: usize = 3;

/// What an address leads to. Numbers are those of statements. What is offered is the likest first, and none of it
/// is chosen for the reader.
#[derive(Debug, Clone, PartialEq)]
pub enum Resolution<'a> {
    /// The statement that it was published for.
    Same(u32),
    /// The same words, which have another address now.
    Moved(u32),
    /// The statement with other words now, and how they changed.
    Reworded(u32, &'a [Edit]),
    /// Statements that could be it, and what it was.
    Ambiguous(&'a [u32], &'a Then),
    /// None: what it was, unless that was withdrawn, and the nearest.
    Gone(Option<&'a Then>, Vec<u32>),
    /// It was never published here: what bears its id but for one letter, and then the one whose words it bears, where
    /// there is no doubt, else the nearest.
    Unknown(Vec<u32>),
}

/// Resolves the address of a statement, `{slug}-{id}`.
pub fn resolve<'a>(edition: &'a Edition, address: &str) -> Resolution<'a> {
    let id = slug_and_id(address).1;
    if let Some(index) = edition.find(&id) {
        return Resolution::Same(index);
    }
    match edition.archive.trails.iter().find(|trail| trail.id == id).map(|trail| &trail.fate) {
        Some(Fate::Moved(now)) => Resolution::Moved(*now),
        Some(Fate::Reworded(now, edits)) => Resolution::Reworded(*now, edits),
        Some(Fate::Ambiguous(several, then)) => Resolution::Ambiguous(several, then),
        Some(Fate::Gone(then)) => {
            let then = then.as_ref();
            // As slugs are made: what else the same speaker says is nearer than nothing.
            let words = then.map_or_else(
                || slug_words(address),
                |then| [then.speaker.as_deref().unwrap_or_default(), " ", &then.words].concat(),
            );
            Resolution::Gone(then, or_sought(places(&near(edition, &words)), edition, &words))
        }
        None => {
            let words = slug_words(address);
            let naming: Vec<&str> = words.split(' ').filter(|word| word.len() >= FEWEST).collect();
            let mut near = near(edition, &words);
            near.retain(|near| shares(&edition.statement(near.index as u32).slug, &naming));
            let sought = or_sought(likely(&near), edition, &naming.join(" "));
            Resolution::Unknown(once(misread(edition, &id).into_iter().chain(sought)))
        }
    }
}

/// What an address leads to, or may lead to, whose id is this one but for one letter. Ids are so far apart that hardly
/// any other is; still it is only offered, for whoever misread a letter may have misread the address.
fn misread(edition: &Edition, id: &str) -> Vec<u32> {
    let archive = &edition.archive;
    let statements = archive.statements.iter().zip(0..);
    let statements =
        statements.filter(|(statement, _)| an_edit_apart(&statement.id, id)).map(|(_, index)| index);
    let trails = archive.trails.iter().filter(|trail| an_edit_apart(&trail.id, id));
    let led = trails.flat_map(|trail| match &trail.fate {
        Fate::Moved(now) | Fate::Reworded(now, _) => std::slice::from_ref(now),
        Fate::Ambiguous(several, _) => several,
        Fate::Gone(_) => &[],
    });
    statements.chain(led.copied()).collect()
}

/// Each once, and no more than are offered.
fn once(statements: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut all = Vec::new();
    for statement in statements {
        if all.len() < OFFERED && !all.contains(&statement) {
            all.push(statement);
        }
    }
    all
}

/// The statements whose slugs are nearest to `words`.
fn near(edition: &Edition, words: &str) -> Vec<Near> {
    let slugs = edition.archive.statements.iter().map(|statement| statement.slug.replace('-', " "));
    let slugs: Vec<String> = slugs.collect();
    nearest(words, slugs.iter().map(String::as_str), OFFERED)
}

/// What is near, or where nothing is, what a reader would find who typed these words, misspelt as they are.
fn or_sought(near: Vec<u32>, edition: &Edition, words: &str) -> Vec<u32> {
    if near.is_empty() && verbatim_words::words(words).next().is_some() {
        edition.search(words).hits.iter().take(OFFERED).map(|hit| hit.document).collect()
    } else {
        near
    }
}

/// Whether any of the words stands in a slug.
fn shares(slug: &str, words: &[&str]) -> bool {
    slug.split('-').any(|word| words.contains(&word))
}

/// The first alone, where its words are enough and the next is well behind.
fn likely(near: &[Near]) -> Vec<u32> {
    let clear = match near {
        [first, second, ..] => first.score >= FLOOR && first.score - second.score >= MARGIN,
        _ => true,
    };
    places(if clear { &near[..near.len().min(1)] } else { near })
}

fn places(near: &[Near]) -> Vec<u32> {
    near.iter().map(|near| near.index as u32).collect()
}

#[cfg(test)]
mod tests {
    use verbatim_archive::{
        Article, People, assemble_with,
        links::{Address, Became, Register, Stood},
    };
    use verbatim_extract::{Document, extract};

    use super::*;

    const TEXT: &str = "“The ferry will sail at noon every day,” said Ana Brandt.\n\n\
                        “Nobody has to row again,” said Olaf Reed.\n\n“The ferry is done,” said Ana Brandt.";

    /// The edition of [`TEXT`], of which some addresses of other words were published.
    fn edition(published: &[(&str, &str, &str, Became)]) -> Edition {
        let address = |(id, article, words, became): &(&str, &str, &str, Became)| Address {
            id: (*id).into(),
            article: (*article).into(),
            stood: Stood::For { speaker: Some("Ana Brandt".into()), words: vec![(*words).into()] },
            became: became.clone(),
            formerly: Vec::new(),
        };
        let article = Article { id: "a".into(), text: TEXT.into(), ..Article::default() };
        let found = extract(&Document { text: TEXT, day: None });
        let register = Register::new(published.iter().map(address));
        Edition::new(assemble_with(vec![(article, found)], &People::default(), &register))
    }

    #[test]
    fn an_id_leads_to_its_statement_whatever_the_slug() {
        let edition = edition(&[]);
        let id = &edition.archive.statements[1].id;
        for address in [id.clone(), format!("some-other-words-{id}"), id.to_uppercase()] {
            assert_eq!(resolve(&edition, &address), Resolution::Same(1), "{address}");
        }
    }

    #[test]
    fn the_register_tells_what_became_of_the_rest() {
        let noon = "The ferry will sail at one every day,";
        let edition = edition(&[
            ("0000000000", "a", noon, Became::Itself),
            ("0000000001", "a", "The bridge is red", Became::Itself),
            ("0000000004", "a", "Splendid", Became::Itself),
            ("0000000002", "a", "The ferry", Became::OneOf(vec!["0000000000".into(), "0000000001".into()])),
            ("0000000003", "b", "The ferry will sail at noon every day,", Became::Itself),
        ]);
        let Resolution::Reworded(0, edits) = resolve(&edition, "x-0000000000") else {
            panic!("its words changed");
        };
        assert_eq!(edits[1], Edit::Removed("one ".into()));
        let Resolution::Gone(Some(then), offered) = resolve(&edition, "x-0000000001") else {
            panic!("no statement is like it");
        };
        assert_eq!((then.words.as_str(), offered[0]), ("The bridge is red", 2));
        let Resolution::Gone(_, offered) = resolve(&edition, "x-0000000004") else {
            panic!("no statement is like it");
        };
        assert_eq!(offered, [2, 0], "what else she said");
        assert!(matches!(resolve(&edition, "x-0000000002"), Resolution::Ambiguous([0], _)));
        assert_eq!(resolve(&edition, "x-OOOOOOOOO3"), Resolution::Moved(0), "letters read as digits");
    }

    #[test]
    fn an_address_that_was_never_published_offers_what_its_words_say() {
        let edition = edition(&[]);
        assert_eq!(resolve(&edition, "olaf-reed-nobody-has-to-row-zzzzzzzzzz"), Resolution::Unknown(vec![1]));
        let Resolution::Unknown(nearest) = resolve(&edition, "ana-brandt-the-ferry-zzzzzzzzzz") else {
            panic!("it was never published");
        };
        assert_eq!(nearest.len(), 2, "two statements begin with these words");
        assert_eq!(resolve(&edition, "nobdoy-wroks-zzzzzzzzzz"), Resolution::Unknown(vec![1]), "misspelt");
        assert_eq!(resolve(&edition, "ana-zzzzzzzzzz"), Resolution::Unknown(vec![2, 0]), "a word of hers");
        for address in ["", "-", "zzzzzzzzzz", "🚢-%%%", "0a1", "a", "at", "a-zzzzzzzzzz", "to-a-of"] {
            assert_eq!(resolve(&edition, address), Resolution::Unknown(vec![]), "{address}");
        }
        assert_eq!(
            resolve(&edition, "to-harbour-zzzzzzzzzz"),
            Resolution::Unknown(vec![]),
            "only \"to\" is there"
        );
    }

    #[test]
    fn an_id_with_one_wrong_letter_is_offered_and_never_opened() {
        let edition = edition(&[
            ("00000000zz", "a", "The ferry will sail at one every day,", Became::Itself),
            ("11111111zz", "a", "The bridge is red", Became::Itself),
        ]);
        let id = edition.archive.statements[1].id.clone();
        let wrong = |at: usize| {
            let other = if &id[at..=at] == "7" { "8" } else { "7" };
            [&id[..at], other, &id[at + 1..]].concat()
        };
        for address in
            [wrong(0), wrong(4), wrong(9), id[1..].to_owned(), id[..9].to_owned(), format!("{id}x")]
        {
            assert_eq!(resolve(&edition, &address), Resolution::Unknown(vec![1]), "{address}");
        }
        let ferry = format!("ana-brandt-the-ferry-will-sail-at-noon-every-{}", wrong(3));
        assert_eq!(resolve(&edition, &ferry), Resolution::Unknown(vec![1, 0]), "its words say another");
        assert_eq!(resolve(&edition, "00000000zy"), Resolution::Unknown(vec![0]), "what the other became");
        for address in ["11111111zy", "00000000yy", &id[2..]] {
            assert_eq!(resolve(&edition, address), Resolution::Unknown(vec![]), "{address}");
        }
    }
}
