//! Articles and what was extracted from each, put together as one archive.

use std::collections::{HashMap, HashSet};

use verbatim_extract::{Extraction, SpeakerKind, Statement as Said};

use crate::{
    Archive, Article, Passage, Speaker, Statement,
    id::{Names, slug, statement_id, statement_slug},
};

/// Puts an edition together: sorts the articles, joins speakers of one full name across articles, and gives
/// every statement its address. The same articles in any order give the same archive.
pub fn assemble(mut extracted: Vec<(Article, Extraction)>) -> Archive {
    extracted.sort_by(|(a, _), (b, _)| (day(a), &a.id).cmp(&(day(b), &b.id)));
    let mut edition = Edition::default();
    for (article, extraction) in extracted {
        edition.add(article, extraction);
    }
    edition.finish()
}

/// Articles without a day come last.
fn day(article: &Article) -> (bool, Option<verbatim_extract::Day>) {
    (article.published.is_none(), article.published.map(|published| published.day))
}

#[derive(Default)]
struct Edition {
    archive: Archive,
    articles: Names,
    by_name: HashMap<(SpeakerKind, String, Option<u32>), u32>,
    ids: HashSet<String>,
}

impl Edition {
    fn add(&mut self, mut article: Article, extraction: Extraction) {
        let index = self.archive.articles.len() as u32;
        article.slug = self.articles.claim(slug(&article.id), "article");
        let speakers = self.join(index, &extraction);
        for said in extraction.statements {
            let said = Said { speaker: said.speaker.map(|local| speakers[local as usize]), ..said };
            let statement = self.address(index, &article, said);
            self.archive.statements.push(statement);
        }
        self.archive.articles.push(article);
    }

    /// Joins an article's speakers to the edition's; gives the edition's index of each.
    fn join(&mut self, article: u32, extraction: &Extraction) -> Vec<u32> {
        let mut joined: Vec<Option<u32>> = vec![None; extraction.speakers.len()];
        for local in 0..extraction.speakers.len() {
            self.join_one(article, extraction, local, &mut joined);
        }
        joined.into_iter().flatten().collect()
    }

    fn join_one(
        &mut self,
        article: u32,
        extraction: &Extraction,
        local: usize,
        joined: &mut Vec<Option<u32>>,
    ) -> u32 {
        if let Some(known) = joined[local] {
            return known;
        }
        let found = &extraction.speakers[local];
        // A tie that leads back to itself is no tie.
        let tied_to = found
            .tied_to
            .filter(|&tied| tied as usize != local && extraction.speakers[tied as usize].tied_to.is_none());
        let tied_to = tied_to.map(|tied| self.join_one(article, extraction, tied as usize, joined));
        let passages = |spans: &[verbatim_extract::Span]| {
            spans.iter().map(|&span| Passage { article, span }).collect::<Vec<_>>()
        };
        let fresh = self.archive.speakers.len() as u32;
        let index = match joins_across_articles(found) {
            true => *self.by_name.entry((found.kind, slug(&found.name), tied_to)).or_insert(fresh),
            false => fresh,
        };
        if index == fresh {
            self.archive.speakers.push(Speaker {
                slug: String::new(),
                name: found.name.clone(),
                kind: found.kind,
                mentions: Vec::new(),
                roles: Vec::new(),
                tied_to,
            });
        }
        let speaker = &mut self.archive.speakers[index as usize];
        speaker.mentions.extend(passages(&found.mentions));
        speaker.roles.extend(passages(&found.roles));
        joined[local] = Some(index);
        index
    }

    fn address(&mut self, index: u32, article: &Article, said: Said) -> Statement {
        let words: Vec<_> =
            said.quotations.iter().map(|quotation| quotation.span.of(&article.text)).collect();
        let words = words.join(" ");
        let id = (0..)
            .map(|attempt| statement_id(&article.id, &words, attempt))
            .find(|id| !self.ids.contains(id))
            .expect("attempts do not run out");
        self.ids.insert(id.clone());
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

/// Whether a name says enough to be the same speaker in another article: a person's needs two words, and one who
/// is not named ("a senior official") is somebody else in each article.
fn joins_across_articles(speaker: &verbatim_extract::Speaker) -> bool {
    match speaker.kind {
        SpeakerKind::Person => speaker.name.split_whitespace().nth(1).is_some(),
        SpeakerKind::Body => true,
        SpeakerKind::Unnamed => false,
    }
}
