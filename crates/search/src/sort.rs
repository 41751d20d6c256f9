//! Sorting numbers. Whatever is ranked is ranked by numbers, so that one short piece of code sorts all of it: the
//! standard library's sorts weigh two kilobytes in the page, for each kind of thing that is sorted.

use std::ops::{BitOr, BitXor};

/// Up to how many numbers insertion beats counting, which goes through 256 counts for each byte.
const FEW: usize = 48;

/// Puts `numbers` in ascending order: by insertion where they are few, else byte by byte from the lowest, leaving out the
/// bytes that all of them have in common (Knuth, The Art of Computer Programming, volume 3, 5.2.1 and 5.2.5).
///
/// ```
/// let mut numbers = [3, 1, 2];
/// verbatim_search::sort(&mut numbers);
/// assert_eq!(numbers, [1, 2, 3]);
/// ```
pub fn sort(numbers: &mut [u64]) {
    put_in_order(numbers);
}

/// A number of so many bits that can be sorted.
pub(crate) trait Number: Copy + Ord + Default + BitXor<Output = Self> + BitOr<Output = Self> {
    const BITS: u32;
    /// Its byte that begins at the bit `shift`.
    fn byte(self, shift: u32) -> u8;
}

impl Number for u32 {
    const BITS: u32 = u32::BITS;
    #[inline]
    fn byte(self, shift: u32) -> u8 {
        (self >> shift) as u8
    }
}

impl Number for u64 {
    const BITS: u32 = u64::BITS;
    #[inline]
    fn byte(self, shift: u32) -> u8 {
        (self >> shift) as u8
    }
}

/// As [`sort`], of any size: half as large takes half the room.
pub(crate) fn put_in_order<N: Number>(numbers: &mut [N]) {
    if numbers.len() > FEW {
        return by_bytes(numbers);
    }
    for end in 1..numbers.len() {
        let number = numbers[end];
        let mut place = end;
        while place > 0 && numbers[place - 1] > number {
            numbers[place] = numbers[place - 1];
            place -= 1;
        }
        numbers[place] = number;
    }
}

/// Documents in order.
pub(crate) fn ascending(documents: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut documents: Vec<u64> = documents.map(u64::from).collect();
    sort(&mut documents);
    documents.into_iter().map(|document| document as u32).collect()
}

/// The numbers of things in the order of their keys; those alike as they stand.
pub(crate) fn in_order(keys: impl Iterator<Item = u32>) -> Vec<usize> {
    let mut keys: Vec<u64> = (0..).zip(keys).map(|(place, key)| u64::from(key) << 32 | place).collect();
    sort(&mut keys);
    keys.into_iter().map(|key| key as u32 as usize).collect()
}

fn by_bytes<N: Number>(numbers: &mut [N]) {
    let first = numbers[0];
    let varying = numbers.iter().fold(N::default(), |varying, number| varying | *number ^ first);
    let mut spare = numbers.to_vec();
    let (mut from, mut to) = (&mut *numbers, &mut spare[..]);
    let mut is_moved = false;
    for shift in (0..N::BITS).step_by(8).filter(|shift| varying.byte(*shift) > 0) {
        let byte = |number: N| usize::from(number.byte(shift));
        let mut places = [0_usize; 256];
        from.iter().for_each(|number| places[byte(*number)] += 1);
        let mut before = 0;
        for place in &mut places {
            (*place, before) = (before, before + *place);
        }
        for number in &*from {
            let place = &mut places[byte(*number)];
            to[*place] = *number;
            *place += 1;
        }
        (from, to) = (to, from);
        is_moved = !is_moved;
    }
    if is_moved {
        numbers.copy_from_slice(&spare);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_numbers_end_in_order(
            mut numbers in prop::collection::vec(any::<u64>(), 0..3 * FEW),
            width in 0_u32..64,
        ) {
            numbers.iter_mut().for_each(|number| *number >>= width);
            let mut wanted = numbers.clone();
            wanted.sort_unstable();
            sort(&mut numbers);
            prop_assert_eq!(numbers, wanted);
        }
    }
}
