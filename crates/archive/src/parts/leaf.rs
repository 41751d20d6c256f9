//! Leaves: small archives of a few articles.

use std::{collections::BTreeMap, ops::Range};

use verbatim_extract::{Receipt, Span};

use crate::{Archive, Article, Passage, Speaker, Statement};

/// How much text a leaf has at least, in bytes: most articles are a leaf of their own, and short ones share one, since
/// each costs the two hundred bytes of its request.
const LEAST: usize = 2048;

/// The articles of each leaf.
pub fn leaves(archive: &Archive) -> Vec<Range<usize>> {
    let mut leaves: Vec<Range<usize>> = Vec::new();
    let mut length = LEAST;
    for (place, article) in archive.articles.iter().enumerate() {
        match leaves.last_mut() {
            Some(leaf) if length < LEAST => leaf.end = place + 1,
            _ => {
                leaves.push(place..place + 1);
                length = 0;
            }
        }
        length += article.text.len();
    }
    leaves
}

/// What a list shows of some articles: their statements without receipts, and of those who speak in them the name, and
/// the first role of whom they are tied to.
pub fn leaf(archive: &Archive, articles: Range<usize>) -> Archive {
    let first = articles.start as u32;
    let shown = |article: &Article| Article { photo: None, licence: None, ..article.clone() };
    let mut leaf = Archive {
        articles: archive.articles[articles.clone()].iter().map(shown).collect(),
        ..Archive::default()
    };
    let mut known = BTreeMap::new();
    let said_in = |article: usize| archive.statements.partition_point(|one| (one.article as usize) < article);
    for statement in &archive.statements[said_in(articles.start)..said_in(articles.end)] {
        let mut statement = Statement { article: statement.article - first, ..statement.clone() };
        let receipt = &statement.said.receipt;
        let confidence = receipt.confidence;
        statement.said.receipt =
            Receipt { construct: String::new(), chain: Vec::new(), candidates: Vec::new(), confidence };
        statement.said.speaker =
            statement.said.speaker.map(|speaker| add(&mut leaf, &mut known, archive, speaker, true));
        leaf.statements.push(statement);
    }
    leaf
}

/// The number in a leaf of a speaker of the archive, with whom it is tied to where that one `ties`.
fn add(
    leaf: &mut Archive,
    known: &mut BTreeMap<u32, u32>,
    archive: &Archive,
    number: u32,
    ties: bool,
) -> u32 {
    if let Some(known) = known.get(&number) {
        return *known;
    }
    let speaker = &archive.speakers[number as usize];
    let tied_to = speaker.tied_to.filter(|_| ties).map(|tied| add(leaf, known, archive, tied, false));
    let role = speaker.roles.first().map(|role| archive.words(*role).to_owned());
    let roles = role.into_iter().map(|role| noted(leaf, role)).collect();
    let (mentions, offices) = (Vec::new(), Vec::new());
    leaf.speakers.push(Speaker { mentions, roles, offices, tied_to, ..speaker.clone() });
    let place = leaf.speakers.len() as u32 - 1;
    // Whom a tied one is tied to is not told here, and may have to be elsewhere.
    if ties || speaker.tied_to.is_none() {
        known.insert(number, place);
    }
    place
}

/// Words that stand in another article, in one that holds nothing else.
fn noted(leaf: &mut Archive, words: String) -> Passage {
    let span = Span::from(0..words.len());
    leaf.articles.push(Article { text: words, ..Article::default() });
    Passage { article: leaf.articles.len() as u32 - 1, span }
}

/// Adds a leaf to an archive.
pub fn append(archive: &mut Archive, leaf: &Archive) {
    let (articles, speakers) = (archive.articles.len() as u32, archive.speakers.len() as u32);
    archive.articles.extend(leaf.articles.iter().cloned());
    archive.speakers.extend(leaf.speakers.iter().cloned().map(|mut speaker| {
        speaker.roles.iter_mut().for_each(|role| role.article += articles);
        speaker.tied_to = speaker.tied_to.map(|tied| tied + speakers);
        speaker
    }));
    archive.statements.extend(leaf.statements.iter().cloned().map(|mut statement| {
        statement.article += articles;
        statement.said.speaker = statement.said.speaker.map(|speaker| speaker + speakers);
        statement
    }));
}
