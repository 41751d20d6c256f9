//! From a query to what the explorer lists: which statements, in what order, and how many of each choice.

use std::rc::Rc;

use verbatim_search::{Results, count};

use crate::{
    dates,
    edition::{Choice, Edition, Marks},
    order::{by_rank, descending},
    query::{Facet, Group, Query, Sort},
    telling::Told,
};

/// What a query finds. Made once; equal only to itself.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// What was sought; none until anything was.
    pub query: Option<Query>,
    /// How many statements the words sought find, before the filters.
    pub by_words: usize,
    /// These, best first; none where another thread sought.
    pub sought: Vec<u32>,
    /// The statements found, in the order asked for.
    pub statements: Vec<u32>,
    /// For each facet, the choices that would list something or are chosen.
    pub choices: [Vec<Counted>; Facet::ALL.len()],
    /// The words sought, as typed, that not all statements have that the words find.
    pub dropped: Vec<String>,
    /// Whether not all that was typed was looked for.
    pub cut: bool,
    /// What another thread told beside it, where that one sought.
    pub told: Option<Box<Told>>,
    /// Where not all of the edition is here, what is to be shown of it.
    pub excerpt: Option<Rc<Edition>>,
}

/// The place of a choice among [`Edition::choices`], and how many statements choosing it would list, given the words
/// sought and the other facets.
pub type Counted = [u32; 2];

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Found {
    /// How many statements there are.
    pub fn len(&self) -> usize {
        self.statements.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.statements.is_empty()
    }

    /// The place of a statement in the list.
    pub fn place(&self, statement: u32) -> Option<usize> {
        self.statements.iter().position(|found| *found == statement)
    }

    /// The choices of a facet that would list something, and those that are chosen, in their order.
    pub fn choices(&self, facet: Facet) -> &[Counted] {
        &self.choices[facet as usize]
    }

    /// Where what was sought stands in the statement at a place of the list. Of one that another thread found and has
    /// not told about, nothing is known yet.
    pub fn marks(&self, edition: &Edition, place: usize) -> Marks {
        match (&self.told, &self.query) {
            (Some(told), _) => {
                let marks = told.marks.iter().find(|(told, _)| *told == place);
                marks.map(|(_, marks)| marks.clone()).unwrap_or_default()
            }
            (None, Some(query)) => edition.marks(&query.q, self.statements[place]),
            (None, None) => Marks::default(),
        }
    }
}

/// Narrows `results` by the filters of `query`, counts the choices of every facet, and puts what is left in order.
pub fn find(edition: &Edition, results: &Results, query: &Query) -> Found {
    let sought: Vec<u32> = results.hits.iter().map(|hit| hit.document).collect();
    let documents = sought.iter().copied();
    let documents: Vec<u32> = documents.filter(|document| within(edition, *document, query)).collect();
    let facets = Facet::ALL.map(|facet| verbatim_search::Facet {
        values: edition.choices(facet).len(),
        chosen: chosen(edition, query, facet),
    });
    let value = |facet: usize, document| edition.value(document, Facet::ALL[facet]);
    let counted = count(&facets, documents.iter().copied(), value);
    let left = counted.left.into_iter().map(|left| documents[left as usize]).collect();
    let mut choices: [Vec<Counted>; Facet::ALL.len()] = Default::default();
    for ((choices, facet), counts) in choices.iter_mut().zip(&facets).zip(counted.counts) {
        let is_chosen = |place: u32| facet.chosen.as_ref().is_some_and(|chosen| chosen[place as usize]);
        let counted = (0..).zip(counts).filter(|(place, count)| *count > 0 || is_chosen(*place));
        choices.extend(counted.map(|(place, count)| [place, count]));
    }
    let found_any = !results.hits.is_empty();
    Found {
        query: Some(query.clone()),
        by_words: sought.len(),
        sought,
        statements: grouped(edition, query.group, sorted(edition, query.sort, left)),
        choices,
        dropped: results.dropped.iter().filter(|_| found_any).cloned().collect(),
        cut: results.cut,
        told: None,
        excerpt: None,
    }
}

/// Whether each value of a facet is chosen; None when none is, and everything passes.
fn chosen(edition: &Edition, query: &Query, facet: Facet) -> Option<Vec<bool>> {
    query.chosen(facet).next()?;
    let is_chosen = |choice: &Choice| query.chosen(facet).any(|value| *value == choice.value);
    Some(edition.choices(facet).iter().map(is_chosen).collect())
}

/// What a query finds on whatever day: all that its words and its other filters leave.
pub fn all_days(edition: &Edition, found: &Found, query: &Query) -> Vec<u32> {
    if query.from.is_none() && query.to.is_none() {
        return found.statements.clone();
    }
    let facets = Facet::ALL.map(|facet| (facet, chosen(edition, query, facet)));
    let passes = |statement: &u32| {
        facets.iter().all(|(facet, chosen)| {
            let has =
                |chosen: &Vec<bool>| edition.value(*statement, *facet).is_some_and(|at| chosen[at as usize]);
            chosen.as_ref().is_none_or(has)
        })
    };
    found.sought.iter().copied().filter(passes).collect()
}

fn within(edition: &Edition, statement: u32, query: &Query) -> bool {
    if query.from.is_none() && query.to.is_none() {
        return true;
    }
    let moment = edition.moment(edition.statement(statement));
    moment.is_some_and(|moment| moment.is_within(query.from, query.to))
}

/// Sorts by day where asked to; what has no day comes last either way.
fn sorted(edition: &Edition, sort: Sort, statements: Vec<u32>) -> Vec<u32> {
    if sort == Sort::Relevance {
        return statements;
    }
    let rank = |statement: &u32| {
        let day = edition.day(edition.statement(*statement));
        match (day.map(dates::number), sort) {
            // The archive holds the statements of each article in the order of its text.
            (_, Sort::Place) => u64::from(*statement),
            (None, _) => u64::MAX,
            (Some(day), Sort::Newest) => descending(day),
            (Some(day), _) => day,
        }
    };
    let ranked = by_rank(statements.iter().map(rank)).into_iter();
    ranked.map(|place| statements[place as usize]).collect()
}

/// Brings together what is of one group. The groups stand in the order of their first statements.
fn grouped(edition: &Edition, group: Group, statements: Vec<u32>) -> Vec<u32> {
    if group == Group::None {
        return statements;
    }
    let keys: Vec<u64> = statements.iter().map(|statement| key(edition, *statement, group)).collect();
    let mut firsts = vec![0; keys.len()];
    let mut first = None;
    for place in by_rank(keys.iter().copied()) {
        let leader =
            first.filter(|first: &u32| keys[*first as usize] == keys[place as usize]).unwrap_or(place);
        firsts[place as usize] = u64::from(leader);
        first = Some(leader);
    }
    by_rank(firsts.into_iter()).into_iter().map(|place| statements[place as usize]).collect()
}

/// A number for each group; what belongs to none has one as well.
pub fn key(edition: &Edition, statement: u32, group: Group) -> u64 {
    let value = |facet| edition.value(statement, facet).map_or(u64::MAX, u64::from);
    match group {
        Group::None => 0,
        Group::Article => value(Facet::Article),
        Group::Speaker => value(Facet::Speaker),
        Group::Day => edition.day(edition.statement(statement)).map_or(u64::MAX, dates::number),
    }
}
