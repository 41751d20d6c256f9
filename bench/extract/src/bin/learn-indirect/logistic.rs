//! Logistic regression on sparse cases, the same for the same cases.

use std::collections::{HashMap, HashSet};

use verbatim_extract::learning::place;

/// Something known, and what speaks for it.
pub struct Case {
    /// The numbers of its traits.
    pub traits: Vec<u32>,
    /// What is known of it already, as the logarithm of odds.
    pub offset: f32,
    /// Whether it is so.
    pub is: bool,
}

/// How weights are fitted.
#[derive(Clone, Copy)]
pub struct Way {
    /// How strongly they are drawn to nothing.
    pub draw: f32,
    /// How far one case moves them at first.
    pub rate: f32,
    /// How often every case is seen: more passes learn the cases by heart.
    pub passes: usize,
    /// Traits of fewer cases say nothing of others.
    pub seldom: u32,
    /// The share of a case's traits that is left out each time it is seen, so that none leans on the others.
    pub blind: f32,
    /// Whether the weights are the mean of what they were after each pass but the first.
    pub mean: bool,
}

/// The weights with which the sum over a case's traits and its offset is the logarithm of its odds. Places that weights
/// of `taken` have are left alone.
pub fn fit(cases: &[Case], way: Way, taken: &HashMap<u32, f32>) -> HashMap<u32, f32> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for known in cases.iter().flat_map(|case| &case.traits) {
        *counts.entry(*known).or_default() += 1;
    }
    counts.retain(|_, count| *count >= way.seldom);
    let known = alone(counts, taken);
    let place: HashMap<u32, usize> = known.iter().enumerate().map(|(place, known)| (*known, place)).collect();
    let places = |case: &Case| case.traits.iter().filter_map(|known| place.get(known).copied()).collect();
    let cases: Vec<Placed> = cases
        .iter()
        .map(|case| Placed { traits: places(case), offset: case.offset, is: f32::from(u8::from(case.is)) })
        .collect();
    let weights = descend(&cases, known.len(), way);
    known.into_iter().zip(weights).collect()
}

/// A case with the places of its weights.
struct Placed {
    traits: Vec<usize>,
    offset: f32,
    is: f32,
}

/// Of the traits in one place the commonest.
fn alone(counts: HashMap<u32, u32>, taken: &HashMap<u32, f32>) -> Vec<u32> {
    let mut often: Vec<(u32, u32)> = counts.into_iter().collect();
    often.sort_unstable_by_key(|(known, count)| (u32::MAX - count, *known));
    let mut places: HashSet<usize> = taken.keys().map(|known| place(*known)).collect();
    often.retain(|(known, _)| places.insert(place(*known)));
    often.into_iter().map(|(known, _)| known).collect()
}

/// Gradient descent with a rate for each weight that falls with what it has been moved (AdaGrad).
fn descend(cases: &[Placed], count: usize, way: Way) -> Vec<f32> {
    let (mut weights, mut moved) = (vec![0.0_f32; count], vec![1e-3_f32; count]);
    let mut mean = vec![0.0_f32; count];
    let mut order: Vec<usize> = (0..cases.len()).collect();
    let mut chance = Chance(12_345);
    let mut traits: Vec<usize> = Vec::new();
    for pass in 0..way.passes {
        chance.shuffle(&mut order);
        let rate = way.rate * (1.0 - 0.9 * pass as f32 / way.passes as f32);
        for at in &order {
            let case = &cases[*at];
            traits.clear();
            traits.extend(
                case.traits.iter().copied().filter(|_| way.blind == 0.0 || chance.share() >= way.blind),
            );
            let sum: f32 = traits.iter().map(|place| weights[*place]).sum();
            let off = 1.0 / (1.0 + (-case.offset - sum / (1.0 - way.blind)).exp()) - case.is;
            for place in &traits {
                let slope = off + way.draw * weights[*place];
                moved[*place] += slope * slope;
                weights[*place] -= rate * slope / moved[*place].sqrt();
            }
        }
        if pass > 0 {
            let share = 1.0 / pass as f32;
            mean.iter_mut().zip(&weights).for_each(|(mean, weight)| *mean += (weight - *mean) * share);
        }
    }
    if way.mean { mean } else { weights }
}

/// Knuth's linear congruential generator.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// A number from nought to one.
    fn share(&mut self) -> f32 {
        (self.next() & 0xFFFF) as f32 / 65_536.0
    }

    /// Fisher and Yates's shuffle.
    fn shuffle(&mut self, order: &mut [usize]) {
        for last in (1..order.len()).rev() {
            order.swap(last, self.next() as usize % (last + 1));
        }
    }
}
