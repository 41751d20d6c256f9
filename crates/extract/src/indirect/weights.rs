//! Weights of traits, learnt from articles in which people marked what is reported.
//!
//! `learnt.bin` is written by the program that learns them: for each weight how far the upper three bytes of its
//! trait's number are from those before, seven bits a byte, the lowest first, and then the weight. Traits that are not
//! in it weigh nothing.

use std::sync::OnceLock;

use super::traits::Traits;

/// A score is the logarithm of the odds that people would call it reported, in these parts.
pub(crate) const SCALE: f32 = 24.0;

/// A proposal that scores less is not reported. Of those at the border two in five are right: a lower one would find
/// more still, by the mean of both, but most of that no reader would call reported.
pub(super) const LEAST: i32 = -8;

/// Places in the table: a power of two, several times as many as there are weights.
const PLACES: usize = 1 << 17;

/// What is in each place that a weight is in, above its bits; the rest of a trait's number is below.
const TAKEN: u16 = 0x8000;

static LEARNT: &[u8] = include_bytes!("learnt.bin");

/// A weight for each trait that was learnt. A trait has one place, and one trait has it: no look-up branches, which
/// is what makes thousands of them in an article cheap.
#[derive(Debug)]
pub(crate) struct Weights(Box<[u16; PLACES]>);

impl Weights {
    /// The weights that the crate comes with.
    pub(super) fn learnt() -> &'static Self {
        static WEIGHTS: OnceLock<Weights> = OnceLock::new();
        WEIGHTS.get_or_init(|| Weights::new(LEARNT))
    }

    /// Weights from the bytes of a file.
    pub(super) fn new(bytes: &[u8]) -> Self {
        let mut places = vec![0; PLACES];
        let (mut known, mut bytes) = (0, bytes.iter());
        while let Some(weight) = {
            known += distance(&mut bytes);
            bytes.next()
        } {
            places[place(known << 8)] = mark(known << 8) | u16::from(*weight);
        }
        Weights(places.into_boxed_slice().try_into().expect("the table has its places"))
    }

    /// What a trait weighs.
    fn of(&self, known: u32) -> i32 {
        let entry = self.0[place(known)];
        let weight = i32::from(entry as u8 as i8);
        if entry & 0xFF00 == mark(known) { weight } else { 0 }
    }
}

/// A number of seven bits a byte, the lowest first.
fn distance<'a>(bytes: &mut impl Iterator<Item = &'a u8>) -> u32 {
    let mut distance = 0;
    for (byte, shift) in bytes.zip((0..28).step_by(7)) {
        distance |= u32::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    distance
}

/// The place of a trait: the upper bits of its number.
pub(super) fn place(known: u32) -> usize {
    (known >> 15) as usize
}

/// What the place of a trait holds above its weight: seven more bits.
fn mark(known: u32) -> u16 {
    TAKEN | (known & 0x7F00) as u16
}

/// The sum of the weights of the traits that it takes.
pub(super) struct Sum<'a> {
    weights: &'a Weights,
    pub(super) total: i32,
}

impl<'a> Sum<'a> {
    pub(super) fn of(weights: &'a Weights) -> Self {
        Sum { weights, total: 0 }
    }
}

impl Traits for Sum<'_> {
    fn take(&mut self, known: u32) {
        self.total += self.weights.of(known);
    }
}

/// How sure a score is, in percent, as measured on articles that were not learnt from: high scores promise more than
/// they keep, and of the highest too one in ten was not marked.
pub(super) fn percent(score: i32) -> u8 {
    const KEPT: f32 = 0.85;
    const LESS: f32 = 0.1;
    const MOST: f32 = 91.0;
    (100.0 / (1.0 + (LESS - KEPT * score as f32 / SCALE).exp())).round().min(MOST) as u8
}
