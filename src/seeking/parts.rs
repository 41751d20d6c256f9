//! Answering from an edition of which parts are here: what is missing is named, and it is tried again once that came.

use std::{cell::RefCell, collections::BTreeSet, rc::Rc};

use verbatim_archive::parts::{Excerpt, Parts};

use super::{Answer, Asked};
use crate::{
    edition::{Marks, marks},
    query::{Facet, Group, Query, Sort, View},
    telling::Told,
    web::parts::Folder,
};

/// How many leaves are fetched for what a query finds, until its reader goes on in the list: at six statements or so to a
/// window, more than are seen at first.
const LEAVES: usize = 8;

/// The thread that answers from parts.
#[derive(Debug)]
pub struct PartsAnswering {
    parts: Parts,
    sought: Option<Sought>,
}

/// What became of trying to answer.
#[derive(Debug, PartialEq, Eq)]
pub enum Tried {
    /// The answer.
    Answer(Vec<u8>),
    /// These parts are missing.
    Lacks(Vec<String>),
    /// Parts do not tell.
    Beyond,
}

/// What the words sought last found.
#[derive(Debug)]
struct Sought {
    query: Query,
    statements: Vec<u32>,
    dropped: Vec<String>,
    cut: bool,
    meant: Option<String>,
    /// The places of the list that were drawn when it was sought.
    first: std::ops::Range<usize>,
}

impl PartsAnswering {
    /// Answers from these parts.
    pub fn from(parts: Parts) -> Self {
        PartsAnswering { parts, sought: None }
    }

    /// Takes a part. False where it is not of this edition.
    pub fn give(&mut self, name: &str, bytes: &[u8]) -> bool {
        self.parts.give(name, bytes).is_ok()
    }

    /// Tries to answer what [`super::ask`] wrote, for [`super::heard`].
    pub fn answer(&mut self, wish: &[u8]) -> Tried {
        match postcard::from_bytes(wish) {
            Ok(asked) => self.tried(&asked).unwrap_or_else(|missed| match missed.is_empty() {
                true => Tried::Beyond,
                false => Tried::Lacks(missed),
            }),
            Err(_) => Tried::Beyond,
        }
    }

    /// Else the names of the parts that are missing; none where parts do not tell.
    fn tried(&mut self, asked: &Asked) -> Result<Tried, Vec<String>> {
        let query = Query::read(&asked.query);
        if !is_told(&query) {
            return Err(Vec::new());
        }
        let sought = match self.sought.take().filter(|sought| sought.query == query) {
            Some(sought) => sought,
            None => self.seek(query, asked)?,
        };
        let rows = self.rows(&sought, asked);
        self.sought = Some(sought);
        let excerpt = self.parts.excerpt(rows.iter().map(|(_, statement)| *statement));
        let marks = self.whole(|parts| {
            let marks = |statement| {
                let statement = excerpt.statement(statement)?;
                Some(marks(&excerpt.archive, parts.index(), &query_of(asked), statement))
            };
            let marks = rows.iter().filter_map(|(place, statement)| Some((*place, marks(*statement)?)));
            marks.collect::<Vec<(usize, Marks)>>()
        })?;
        Ok(Tried::Answer(self.written(excerpt, marks)))
    }

    fn seek(&mut self, query: Query, asked: &Asked) -> Result<Sought, Vec<String>> {
        let results = self.whole(|parts| parts.ask(&query.q))?.ok_or_else(Vec::new)?;
        let meant = self.whole(|parts| parts.index().did_you_mean(&query.q))?;
        let found_any = !results.hits.is_empty();
        Ok(Sought {
            query,
            statements: results.hits.iter().map(|hit| hit.document).collect(),
            dropped: results.dropped.into_iter().filter(|_| found_any).collect(),
            cut: results.cut,
            meant,
            first: asked.drawn.clone(),
        })
    }

    /// What `look` sees, unless something was missed.
    fn whole<T>(&mut self, look: impl FnOnce(&Parts) -> T) -> Result<T, Vec<String>> {
        let seen = look(&self.parts);
        let missed = self.parts.missed();
        if missed.is_empty() { Ok(seen) } else { Err(missed) }
    }

    /// The places of the list, and their statements, that are to be shown.
    fn rows(&self, sought: &Sought, asked: &Asked) -> Vec<(usize, u32)> {
        let statements = &sought.statements;
        let limit = if asked.drawn == sought.first { LEAVES } else { usize::MAX };
        let mut leaves = BTreeSet::new();
        let drawn = asked.drawn.clone().take_while(|place| *place < statements.len());
        let fits = |place: &usize| {
            leaves.insert(self.parts.leaf_of(statements[*place]));
            leaves.len() <= limit
        };
        let mut rows: Vec<usize> = drawn.take_while(fits).collect();
        let selected = asked.selected.and_then(|one| statements.iter().position(|other| *other == one));
        rows.extend(selected.filter(|place| !rows.contains(place)));
        rows.into_iter().map(|place| (place, statements[place])).collect()
    }

    fn written(&self, excerpt: Excerpt, marks: Vec<(usize, Marks)>) -> Vec<u8> {
        let Some(sought) = &self.sought else { return Vec::new() };
        let answer = Answer {
            by_words: sought.statements.len(),
            statements: sought.statements.len(),
            choices: [0; Facet::ALL.len()],
            dropped: sought.dropped.clone(),
            cut: sought.cut,
            told: Told { meant: sought.meant.clone(), marks, ..Told::default() },
            excerpt: Some(excerpt),
        };
        answer.written([&sought.statements[..]].into_iter())
    }
}

fn query_of(asked: &Asked) -> String {
    Query::read(&asked.query).q.to_string()
}

/// Whether parts tell what a query finds: what it counts or sorts statements by stands in all of them.
fn is_told(query: &Query) -> bool {
    let is_plain = (query.view, query.group, query.sort) == (View::List, Group::None, Sort::Relevance);
    is_plain && !query.is_filtered()
}

/// Parts are asked for and come at most so often for one answer: it takes some four times, and a dozen where words stand
/// in most statements.
const ROUNDS: usize = 64;

/// Answers from the parts in `folder`, which are fetched as they are missed. None where one of them does not come, or is
/// of another edition.
pub async fn answered(
    answering: Rc<RefCell<PartsAnswering>>,
    folder: Rc<Folder>,
    wish: Vec<u8>,
) -> Option<Vec<u8>> {
    for _ in 0..ROUNDS {
        let tried = answering.borrow_mut().answer(&wish);
        let names = match tried {
            Tried::Answer(answer) => return Some(answer),
            Tried::Beyond => return Some(Vec::new()),
            Tried::Lacks(names) => names,
        };
        for (name, part) in names.iter().zip(folder.fetch(&names).await?) {
            if !answering.borrow_mut().give(name, &part) {
                return None;
            }
        }
    }
    None
}
