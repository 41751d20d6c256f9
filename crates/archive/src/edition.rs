//! Articles and what was extracted from each, put together as one archive.

use verbatim_extract::{Extraction, Statement as Said};

use crate::{
    Archive, Article, People, Statement,
    id::{Ids, Names, slug, statement_slug},
    joining::join,
};

/// Puts an edition together: sorts the articles, joins speakers across them (as `people` says, and otherwise where
/// names and roles agree), and gives every statement its address. The same articles in any order give the same
/// archive.
pub fn assemble(mut extracted: Vec<(Article, Extraction)>, people: &People) -> Archive {
    extracted.sort_by(|(a, _), (b, _)| (day(a), &a.id).cmp(&(day(b), &b.id)));
    let joined = join(&extracted, people);
    let archive = Archive { speakers: joined.speakers, ..Archive::default() };
    let mut edition = Edition { archive, articles: Names::default(), ids: Ids::default() };
    for ((article, extraction), speakers) in extracted.into_iter().zip(&joined.places) {
        edition.add(article, extraction, speakers);
    }
    edition.finish()
}

/// Articles without a day come last.
fn day(article: &Article) -> (bool, Option<verbatim_extract::Day>) {
    (article.published.is_none(), article.published.map(|published| published.day))
}

struct Edition {
    archive: Archive,
    articles: Names,
    ids: Ids,
}

impl Edition {
    fn add(&mut self, mut article: Article, extraction: Extraction, speakers: &[u32]) {
        let index = self.archive.articles.len() as u32;
        article.slug = self.articles.claim(slug(&article.id), "article");
        for said in extraction.statements {
            let said = Said { speaker: said.speaker.map(|local| speakers[local as usize]), ..said };
            let statement = self.address(index, &article, said);
            self.archive.statements.push(statement);
        }
        self.archive.articles.push(article);
    }

    fn address(&mut self, index: u32, article: &Article, said: Said) -> Statement {
        let words: Vec<_> =
            said.quotations.iter().map(|quotation| quotation.span.of(&article.text)).collect();
        let words = words.join(" ");
        let id = self.ids.claim(&article.id, &words);
        let speaker = said.speaker.map(|speaker| self.archive.speakers[speaker as usize].name.as_str());
        Statement { slug: statement_slug(speaker, &words), id, article: index, said }
    }

    fn finish(mut self) -> Archive {
        let mut said = vec![0u32; self.archive.speakers.len()];
        for speaker in self.archive.statements.iter().filter_map(|statement| statement.said.speaker) {
            said[speaker as usize] += 1;
        }
        let mut order: Vec<_> = (0..said.len()).collect();
        order.sort_by_key(|&index| std::cmp::Reverse(said[index]));
        self.reorder(&order);
        let mut names = Names::default();
        for speaker in &mut self.archive.speakers {
            speaker.slug = names.claim(slug(&speaker.name), "speaker");
        }
        self.archive
    }

    fn reorder(&mut self, order: &[usize]) {
        let mut place = vec![0u32; order.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = new as u32;
        }
        let moved = |index: &mut Option<u32>| *index = index.map(|old| place[old as usize]);
        self.archive.speakers = order.iter().map(|&old| self.archive.speakers[old].clone()).collect();
        self.archive.speakers.iter_mut().for_each(|speaker| moved(&mut speaker.tied_to));
        self.archive.statements.iter_mut().for_each(|statement| moved(&mut statement.said.speaker));
    }
}
