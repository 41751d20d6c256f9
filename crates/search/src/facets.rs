//! What choosing each value of a facet would leave, given the query and what is chosen in the other facets.

/// A facet: how many values it has, and which of them are chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// How many values it has; they are numbered from 0.
    pub values: usize,
    /// For each value whether it is chosen. Nothing where none is, and every document passes.
    pub chosen: Option<Vec<bool>>,
}

impl Facet {
    /// Whether a document with that value, or with none, passes.
    fn passes(&self, value: Option<u32>) -> bool {
        let is_chosen =
            |chosen: &Vec<bool>| value.is_some_and(|value| chosen.get(value as usize) == Some(&true));
        self.chosen.as_ref().is_none_or(is_chosen)
    }
}

/// What is left, and what each choice would leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The places, among the documents given, of those that pass every facet.
    pub left: Vec<u32>,
    /// For each facet, for each of its values: how many documents have it and pass every other facet.
    pub counts: Vec<Vec<u32>>,
}

/// Counts `documents` by `facets`; `value` says which value of a facet a document has. No text is looked at: it takes
/// a few steps a document and facet.
///
/// ```
/// use verbatim_search::{Facet, count};
///
/// let kinds = [Some(0), Some(1), Some(1), None];
/// let kind = Facet { values: 2, chosen: Some(vec![true, false]) };
/// let counted = count(&[kind], 0..4, |_, document| kinds[document as usize]);
/// assert_eq!((counted.left, counted.counts), (vec![0], vec![vec![1, 2]]));
/// ```
pub fn count(
    facets: &[Facet],
    documents: impl Iterator<Item = u32>,
    value: impl Fn(usize, u32) -> Option<u32>,
) -> Counted {
    let counts = facets.iter().map(|facet| vec![0; facet.values]).collect();
    let mut counted = Counted { left: Vec::new(), counts };
    let mut values = vec![None; facets.len()];
    for (document, place) in documents.zip(0..) {
        let (mut failed, mut failures) = (0, 0);
        for (at, facet) in facets.iter().enumerate() {
            values[at] = value(at, document);
            if !facet.passes(values[at]) {
                (failed, failures) = (at, failures + 1);
            }
        }
        if failures == 0 {
            counted.left.push(place);
        }
        // One facet alone keeps it out: it would be left if its value there were chosen.
        for (at, value) in values.iter().enumerate() {
            if let (true, Some(value)) = (failures == 0 || failures == 1 && failed == at, value)
                && let Some(count) = counted.counts[at].get_mut(*value as usize)
            {
                *count += 1;
            }
        }
    }
    counted
}
