//! Articles and what was extracted from each, put together as one archive.

use std::collections::BTreeSet;

use verbatim_extract::{Extraction, Kind, SpeakerKind, Statement as Said};

use crate::{
    Archive, Article, People, Statement,
    id::{Names, slug, statement_slug},
    joining::join,
    links::{Kept, Register, trails},
};

/// Puts an edition together: sorts the articles, joins speakers across them (as `people` says, and otherwise where
/// names and roles agree), and gives every statement its address. The same articles in any order give the same
/// archive.
pub fn assemble(extracted: Vec<(Article, Extraction)>, people: &People) -> Archive {
    assemble_with(extracted, people, &Register::default())
}

/// Puts an edition together as [`assemble`] does, of which addresses were published before: a statement keeps the
/// address that was published for it, and each address that none keeps gets a trail to what became of it.
pub fn assemble_with(
    mut extracted: Vec<(Article, Extraction)>,
    people: &People,
    register: &Register,
) -> Archive {
    extracted.sort_by(|(a, _), (b, _)| (day(a), &a.id).cmp(&(day(b), &b.id)));
    let joined = join(&extracted, people);
    let archive = Archive { speakers: joined.speakers, ..Archive::default() };
    let mut edition =
        Edition { archive, articles: Names::default(), ids: Kept::new(register), unsure: BTreeSet::new() };
    for ((article, extraction), speakers) in extracted.into_iter().zip(&joined.places) {
        edition.add(article, extraction, speakers);
    }
    let mut archive = edition.finish();
    archive.trails = trails(&archive, register);
    archive
}

/// Articles without a day come last.
fn day(article: &Article) -> (bool, Option<verbatim_extract::Day>) {
    (article.published.is_none(), article.published.map(|published| published.day))
}

/// How sure it must be that something is reported speech, in percent, to be published, unless a whole clause or question
/// is reported. Of what is as sure as that, nine in ten are right on real news; of the rest half, and a reader who meets
/// "his cybersecurity plan" as somebody's statement trusts none. What stands in quotation marks is there whoever said it.
const LEAST: u8 = 80;

/// A whole clause or question is published where it is likelier than not that it is reported.
const LEAST_WHOLE: u8 = 50;

fn is_sure_enough(said: &Said) -> bool {
    let receipt = &said.receipt;
    let is_whole =
        ["reported clause", "reported question"].iter().any(|part| receipt.construct.contains(part));
    said.kind != Kind::Indirect || receipt.confidence >= if is_whole { LEAST_WHOLE } else { LEAST }
}

struct Edition<'a> {
    archive: Archive,
    articles: Names,
    ids: Kept<'a>,
    /// The speakers of what is not sure enough to be published.
    unsure: BTreeSet<u32>,
}

impl Edition<'_> {
    fn add(&mut self, mut article: Article, extraction: Extraction, speakers: &[u32]) {
        let index = self.archive.articles.len() as u32;
        article.slug = self.articles.claim(slug(&article.id), "article");
        let said = extraction.statements.into_iter();
        let said =
            said.map(|said| Said { speaker: said.speaker.map(|local| speakers[local as usize]), ..said });
        let (said, unsure): (Vec<Said>, Vec<Said>) = said.partition(is_sure_enough);
        self.unsure.extend(unsure.iter().filter_map(|said| said.speaker));
        let all = &self.archive.speakers;
        let name = |said: &Said| said.speaker.map(|speaker| all[speaker as usize].name.as_str());
        let printed: Vec<_> = said.iter().map(|said| (name(said), words(&article.text, said))).collect();
        let slugs: Vec<_> = printed.iter().map(|(speaker, words)| statement_slug(*speaker, words)).collect();
        let ids = self.ids.claim(&article.id, &printed);
        let statements = said.into_iter().zip(slugs).zip(ids);
        self.archive.statements.extend(statements.map(|((said, slug), id)| Statement {
            slug,
            id,
            article: index,
            said,
        }));
        self.archive.articles.push(article);
    }

    fn finish(mut self) -> Archive {
        let mut said = vec![0u32; self.archive.speakers.len()];
        for speaker in self.archive.statements.iter().filter_map(|statement| statement.said.speaker) {
            said[speaker as usize] += 1;
        }
        let tied: BTreeSet<_> = self.archive.speakers.iter().filter_map(|speaker| speaker.tied_to).collect();
        // What said nothing that is published, and is nobody's name, would be in the edition for nothing that it shows.
        let is_spoken_of = |index: &usize| {
            let (speaker, at) = (&self.archive.speakers[*index], *index as u32);
            said[*index] > 0
                || speaker.kind == SpeakerKind::Person
                || !self.unsure.contains(&at)
                || tied.contains(&at)
        };
        let mut order: Vec<_> = (0..said.len()).filter(is_spoken_of).collect();
        order.sort_by_key(|&index| std::cmp::Reverse(said[index]));
        self.reorder(&order);
        let mut names = Names::default();
        for speaker in &mut self.archive.speakers {
            speaker.slug = names.claim(slug(&speaker.name), "speaker");
        }
        self.archive
    }

    fn reorder(&mut self, order: &[usize]) {
        let mut place = vec![0u32; self.archive.speakers.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = new as u32;
        }
        let moved = |index: &mut Option<u32>| *index = index.map(|old| place[old as usize]);
        self.archive.speakers = order.iter().map(|&old| self.archive.speakers[old].clone()).collect();
        self.archive.speakers.iter_mut().for_each(|speaker| moved(&mut speaker.tied_to));
        self.archive.statements.iter_mut().for_each(|statement| moved(&mut statement.said.speaker));
    }
}

fn words(text: &str, said: &Said) -> String {
    let quotations: Vec<_> = said.quotations.iter().map(|quotation| quotation.span.of(text)).collect();
    quotations.join(" ")
}

#[cfg(test)]
mod tests {
    use verbatim_extract::{Document, extract};

    use super::*;

    #[test]
    fn what_is_hardly_a_report_is_not_published() {
        let text = "Ana Brandt said the ferry was done.";
        let published = |kind: Kind, construct: &str, confidence: u8| {
            let mut found = extract(&Document { text, day: None });
            let said = &mut found.statements[0];
            assert_eq!(said.kind, Kind::Indirect);
            said.kind = kind;
            said.receipt.construct = construct.to_owned();
            said.receipt.confidence = confidence;
            let article = Article { id: "a".into(), text: text.into(), ..Article::default() };
            assemble(vec![(article, found)], &People::default()).statements.len()
        };
        assert_eq!(published(Kind::Indirect, "source, cue, infinitive", LEAST - 1), 0);
        assert_eq!(published(Kind::Indirect, "source, cue, infinitive", LEAST), 1);
        assert_eq!(published(Kind::Indirect, "source, cue, reported clause", LEAST_WHOLE), 1);
        assert_eq!(published(Kind::Indirect, "source, cue, reported clause", LEAST_WHOLE - 1), 0);
        assert_eq!(published(Kind::Partial, "quotation alone", 0), 1);
    }

    #[test]
    fn whose_statements_are_not_published_is_not_told_of_without_a_name() {
        let text =
            "The figures said the ferry was done. Ana Brandt said it was late. Mayor Tom Reed was not there.";
        let told = |confidence: u8| {
            let mut found = extract(&Document { text, day: None });
            for said in &mut found.statements {
                (said.receipt.construct, said.receipt.confidence) =
                    ("source, cue, infinitive".into(), confidence);
            }
            let article = Article { id: "a".into(), text: text.into(), ..Article::default() };
            let archive = assemble(vec![(article, found)], &People::default());
            archive.speakers.into_iter().map(|speaker| speaker.name).collect::<Vec<_>>()
        };
        assert_eq!(told(LEAST), ["figures", "Ana Brandt", "Tom Reed"]);
        assert_eq!(told(LEAST - 1), ["Ana Brandt", "Tom Reed"]);
    }
}
