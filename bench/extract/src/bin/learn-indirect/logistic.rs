//! Logistic regression on sparse cases, the same for the same cases.

use std::collections::{HashMap, HashSet};

use verbatim_extract::learning::place;

/// Something known, and what speaks for it.
pub struct Case {
    /// The numbers of its traits.
    pub traits: Vec<u32>,
    /// Whether it is so.
    pub is: bool,
}

/// Traits of fewer cases say nothing of others.
const SELDOM: u32 = 10;

/// More passes learn the cases by heart.
const PASSES: usize = 5;

const RATE: f32 = 0.08;

/// The weights with which the sum over a case's traits is the logarithm of its odds. `draw` draws them to nothing. Places
/// that weights of `taken` have are left alone.
pub fn fit(cases: &[Case], draw: f32, taken: &HashMap<u32, f32>) -> HashMap<u32, f32> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for known in cases.iter().flat_map(|case| &case.traits) {
        *counts.entry(*known).or_default() += 1;
    }
    let known = alone(counts, taken);
    let place: HashMap<u32, usize> = known.iter().enumerate().map(|(place, known)| (*known, place)).collect();
    let places = |case: &Case| case.traits.iter().filter_map(|known| place.get(known).copied()).collect();
    let cases: Vec<(Vec<usize>, f32)> =
        cases.iter().map(|case| (places(case), f32::from(u8::from(case.is)))).collect();
    let weights = descend(&cases, known.len(), draw);
    known.into_iter().zip(weights).collect()
}

/// The traits that are not seldom: of those in one place the commonest.
fn alone(counts: HashMap<u32, u32>, taken: &HashMap<u32, f32>) -> Vec<u32> {
    let mut often: Vec<(u32, u32)> = counts.into_iter().filter(|(_, count)| *count >= SELDOM).collect();
    often.sort_unstable_by_key(|(known, count)| (u32::MAX - count, *known));
    let mut places: HashSet<usize> = taken.keys().map(|known| place(*known)).collect();
    often.retain(|(known, _)| places.insert(place(*known)));
    often.into_iter().map(|(known, _)| known).collect()
}

/// Gradient descent with a rate for each weight that falls with what it has been moved (AdaGrad).
fn descend(cases: &[(Vec<usize>, f32)], count: usize, draw: f32) -> Vec<f32> {
    let (mut weights, mut moved) = (vec![0.0_f32; count], vec![1e-3_f32; count]);
    let mut order: Vec<usize> = (0..cases.len()).collect();
    let mut seed = 12_345_u64;
    for pass in 0..PASSES {
        shuffle(&mut order, &mut seed);
        let rate = RATE * (1.0 - 0.9 * pass as f32 / PASSES as f32);
        for at in &order {
            let (traits, is) = &cases[*at];
            let sum: f32 = traits.iter().map(|place| weights[*place]).sum();
            let off = 1.0 / (1.0 + (-sum).exp()) - is;
            for place in traits {
                let slope = off + draw * weights[*place];
                moved[*place] += slope * slope;
                weights[*place] -= rate * slope / moved[*place].sqrt();
            }
        }
    }
    weights
}

/// Fisher and Yates's shuffle with Knuth's linear congruential generator.
fn shuffle(order: &mut [usize], seed: &mut u64) {
    for last in (1..order.len()).rev() {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(last, (*seed >> 33) as usize % (last + 1));
    }
}
