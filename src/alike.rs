//! Statements that say nearly the same elsewhere: the same words in another report, or other words for them.

use verbatim_align::likeness;
use verbatim_archive::{Archive, Statement};
use verbatim_words::words;

use crate::{
    edition::Edition,
    order::{by_rank, descending},
};

/// How like two statements must be: where more than a third of the words differ, a diff is harder to read than both.
const ALIKE: f32 = 0.66;

/// How many words a statement must have: fewer are said alike by chance.
const FEWEST: usize = 4;

/// How many words are sought together, and how often others: one of the pairs outlasts two words put in place of others.
const SOUGHT: usize = 2;
const TIMES: usize = 3;

/// How many of what is found are compared.
const COMPARED: usize = 60;

/// How many statements are told of.
const TOLD: usize = 3;

/// The statements that say nearly the same as another, the likest first.
pub fn alike(edition: &Edition, index: u32) -> Vec<u32> {
    let own = said(&edition.archive, edition.statement(index));
    let mut rare: Vec<String> = Vec::new();
    for word in words(&own).map(|word| word.folded) {
        if !rare.contains(&word) {
            rare.push(word);
        }
    }
    if rare.len() < FEWEST {
        return Vec::new();
    }
    // Long words are the rarest.
    rare.sort_by_key(|word| descending(word.len() as u64));
    let mut near: Vec<(u32, f32)> = Vec::new();
    for together in rare.chunks(SOUGHT).take(TIMES) {
        for hit in edition.search(&together.join(" ")).hits.iter().take(COMPARED) {
            let other = hit.document;
            if other != index && near.iter().all(|(known, _)| *known != other) {
                near.push((other, likeness(&own, &said(&edition.archive, edition.statement(other)))));
            }
        }
    }
    near.retain(|(_, likeness)| *likeness >= ALIKE);
    let best = by_rank(near.iter().map(|(_, likeness)| descending(likeness.to_bits().into())));
    best.into_iter().take(TOLD).map(|place| near[place as usize].0).collect()
}

/// All that was said in a statement.
pub fn said(archive: &Archive, statement: &Statement) -> String {
    archive.quotations(statement).collect::<Vec<_>>().join(" … ")
}

#[cfg(test)]
mod tests {
    use verbatim_archive::{Article, People, assemble};
    use verbatim_extract::{Document, extract};

    use super::*;

    fn told(texts: &[&str]) -> Vec<u32> {
        let articles = texts.iter().enumerate().map(|(at, text)| {
            let id = format!("a{at}");
            let article = Article { id: id.clone(), slug: id, text: (*text).into(), ..Article::default() };
            (article, extract(&Document { text, day: None }))
        });
        alike(&Edition::new(assemble(articles.collect(), &People::default())), 0)
    }

    #[test]
    fn the_same_words_in_another_report_are_told_of_first_then_others_for_them() {
        let own = "“The ferry will sail at noon every single day,” said Ana Brandt.";
        let same = "Ana Brandt said: “The ferry will sail at noon every single day.”";
        let reworded = "“The ferry will sail at midnight every day,” said Ana Brandt.";
        let another = "“The bridge will be painted before every single winter,” said Olaf Reed.";
        assert_eq!(told(&[own, reworded, another, same]), [3, 1]);
    }

    #[test]
    fn few_words_are_said_alike_by_chance() {
        let own = "“It is done,” said Ana Brandt.";
        assert!(told(&[own, own]).is_empty());
    }
}
