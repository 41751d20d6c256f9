//! From a query to what the explorer lists: which statements, in what order, and how many of each choice.

use std::rc::Rc;

use verbatim_search::{Hit, Results, count};

use crate::{
    dates,
    edition::{Choice, Edition},
    order::{by_rank, descending},
    query::{Facet, Group, Query, Sort},
};

/// What a query finds.
#[derive(Debug, Clone, Default)]
pub struct Found {
    results: Rc<Results>,
    order: Vec<u32>,
    counts: Vec<Vec<u32>>,
}

impl Found {
    /// How many statements there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The statements, in the order asked for.
    pub fn hits(&self) -> impl Iterator<Item = &Hit> {
        self.order.iter().map(|place| &self.results.hits[*place as usize])
    }

    /// The statement at a place of the list.
    pub fn hit(&self, place: usize) -> &Hit {
        &self.results.hits[self.order[place] as usize]
    }

    /// The place of a statement in the list.
    pub fn place(&self, statement: u32) -> Option<usize> {
        self.hits().position(|hit| hit.document == statement)
    }

    /// Everything that the words sought find, before the filters.
    pub fn results(&self) -> &Results {
        &self.results
    }

    /// For each of [`Edition::choices`]: how many statements choosing it would list, given the words sought
    /// and the other facets.
    pub fn counts(&self, facet: Facet) -> &[u32] {
        &self.counts[facet as usize]
    }
}

/// Narrows `results` by the filters of `query`, counts the choices of every facet, and puts what is left in order.
pub fn find(edition: &Edition, results: Rc<Results>, query: &Query) -> Found {
    let in_time = |(_, hit): &(u32, &Hit)| within(edition, hit.document, query);
    let (places, documents): (Vec<u32>, Vec<u32>) =
        (0..).zip(&results.hits).filter(in_time).map(|(place, hit)| (place, hit.document)).unzip();
    let facets = Facet::ALL.map(|facet| verbatim_search::Facet {
        values: edition.choices(facet).len(),
        chosen: chosen(edition, query, facet),
    });
    let value = |facet: usize, document| edition.value(document, Facet::ALL[facet]);
    let counted = count(&facets, documents.into_iter(), value);
    let order = counted.left.into_iter().map(|left| places[left as usize]).collect();
    let order = sorted(edition, &results, query.sort, order);
    let order = grouped(edition, &results, query.group, order);
    Found { results, order, counts: counted.counts }
}

/// Whether each value of a facet is chosen; None when none is, and everything passes.
fn chosen(edition: &Edition, query: &Query, facet: Facet) -> Option<Vec<bool>> {
    query.chosen(facet).next()?;
    let is_chosen = |choice: &Choice| query.chosen(facet).any(|value| *value == choice.value);
    Some(edition.choices(facet).iter().map(is_chosen).collect())
}

fn within(edition: &Edition, statement: u32, query: &Query) -> bool {
    if query.from.is_none() && query.to.is_none() {
        return true;
    }
    edition
        .day(edition.statement(statement))
        .is_some_and(|day| query.from.is_none_or(|from| from <= day) && query.to.is_none_or(|to| day <= to))
}

/// Sorts by day where asked to; what has no day comes last either way.
fn sorted(edition: &Edition, results: &Results, sort: Sort, order: Vec<u32>) -> Vec<u32> {
    if sort == Sort::Relevance {
        return order;
    }
    let rank = |place: &u32| {
        let day = edition.day(edition.statement(results.hits[*place as usize].document));
        match (day.map(dates::number), sort) {
            (None, _) => u64::MAX,
            (Some(day), Sort::Newest) => descending(day),
            (Some(day), _) => day,
        }
    };
    let ranked = by_rank(order.iter().map(rank)).into_iter();
    ranked.map(|place| order[place as usize]).collect()
}

/// Brings together what is of one group. The groups stand in the order of their first statements.
fn grouped(edition: &Edition, results: &Results, group: Group, order: Vec<u32>) -> Vec<u32> {
    if group == Group::None {
        return order;
    }
    let keys: Vec<u64> =
        order.iter().map(|place| key(edition, results.hits[*place as usize].document, group)).collect();
    let mut firsts = vec![0; keys.len()];
    let mut first = None;
    for place in by_rank(keys.iter().copied()) {
        let leader =
            first.filter(|first: &u32| keys[*first as usize] == keys[place as usize]).unwrap_or(place);
        firsts[place as usize] = u64::from(leader);
        first = Some(leader);
    }
    by_rank(firsts.into_iter()).into_iter().map(|place| order[place as usize]).collect()
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
