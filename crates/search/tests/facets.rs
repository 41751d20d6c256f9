//! Counts of facets, held to counting naively.

use proptest::prelude::*;
use verbatim_search::{Facet, count};

/// Documents with a value, or none, of each of three facets; and what is chosen in each.
fn cases() -> impl Strategy<Value = (Vec<[Option<u32>; 3]>, [Vec<bool>; 3])> {
    let value = || prop::option::of(0..4_u32);
    let chosen = || prop::collection::vec(any::<bool>(), 4);
    (prop::collection::vec([value(), value(), value()], 0..40), [chosen(), chosen(), chosen()])
}

proptest! {
    #[test]
    fn a_count_is_what_choosing_it_alone_would_list((documents, chosen) in cases(), open in [any::<bool>(); 3]) {
        let facets: Vec<Facet> = chosen
            .iter()
            .zip(open)
            .map(|(chosen, open)| Facet { values: 4, chosen: (!open).then(|| chosen.clone()) })
            .collect();
        let passes = |document: &[Option<u32>; 3], facet: usize| {
            open[facet] || document[facet].is_some_and(|value| chosen[facet][value as usize])
        };
        let counted = count(&facets, 0..documents.len() as u32, |facet, document| documents[document as usize][facet]);
        let left = (0..).zip(&documents).filter(|(_, document)| (0..3).all(|facet| passes(document, facet)));
        prop_assert_eq!(counted.left, left.map(|(place, _)| place).collect::<Vec<u32>>());
        for facet in 0..3 {
            for value in 0..4 {
                let others = |document: &&[Option<u32>; 3]| (0..3).all(|at| at == facet || passes(document, at));
                let having = documents.iter().filter(others).filter(|document| document[facet] == Some(value));
                prop_assert_eq!(counted.counts[facet][value as usize] as usize, having.count());
            }
        }
    }
}
