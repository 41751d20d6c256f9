//! From a query to what the explorer lists: which statements, in what order, and how many of each choice.

use std::rc::Rc;

use verbatim_search::{Hit, Results};

use crate::{
    dates,
    edition::Edition,
    order::{by_rank, descending},
    query::{Facet, Query, Sort},
};

/// What a query finds.
#[derive(Debug, Clone)]
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
    let mut counts: Vec<Vec<u32>> =
        Facet::ALL.iter().map(|facet| vec![0; edition.choices(*facet).len()]).collect();
    let mut order = Vec::new();
    let allowed: Vec<Option<Vec<u32>>> =
        Facet::ALL.iter().map(|facet| allowed(edition, query, *facet)).collect();
    // The facets that keep a statement out: none lists it, one alone would list it if chosen there.
    let mut failed = Vec::new();
    for (hit, place) in results.hits.iter().zip(0..) {
        if !within(edition, hit.document, query) {
            continue;
        }
        failed.clear();
        for (facet, allowed) in Facet::ALL.into_iter().zip(&allowed) {
            let value = edition.value(hit.document, facet);
            if allowed.as_ref().is_some_and(|allowed| value.is_none_or(|value| !allowed.contains(&value))) {
                failed.push(facet);
            }
        }
        for facet in Facet::ALL {
            let others_pass = failed.iter().all(|failed| *failed == facet);
            if let (true, Some(value)) = (others_pass, edition.value(hit.document, facet)) {
                counts[facet as usize][value as usize] += 1;
            }
        }
        if failed.is_empty() {
            order.push(place);
        }
    }
    let order = sorted(edition, &results, query.sort, order);
    Found { results, order, counts }
}

/// The places of a facet's chosen values; None when nothing is chosen, and everything passes.
fn allowed(edition: &Edition, query: &Query, facet: Facet) -> Option<Vec<u32>> {
    query.chosen(facet).next()?;
    let places = edition.choices(facet).iter().zip(0..);
    let chosen = places.filter(|(choice, _)| query.chosen(facet).any(|value| *value == choice.value));
    Some(chosen.map(|(_, place)| place).collect())
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
