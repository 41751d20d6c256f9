//! Sorting by rank. Ranks are numbers, whatever they rank, so that everything is sorted by one piece of code.

use verbatim_search::sort;

/// The places of `ranks` in ascending order; those of one rank stay in the order they had.
pub fn by_rank(ranks: impl Iterator<Item = u64>) -> Vec<u32> {
    let ranks: Vec<u64> = ranks.collect();
    let mut sorted = ranks.clone();
    sort(&mut sorted);
    let (mut order, mut taken) = (vec![0; ranks.len()], vec![0; ranks.len()]);
    for (rank, place) in ranks.iter().zip(0..) {
        let first = sorted.partition_point(|other| other < rank);
        order[first + taken[first]] = place;
        taken[first] += 1;
    }
    order
}

/// The rank of what is to come in descending order of `number`.
pub fn descending(number: u64) -> u64 {
    u64::MAX - number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ranks_keep_their_order() {
        assert_eq!(by_rank([3, 1, 3, 0].into_iter()), [3, 1, 0, 2]);
        assert_eq!(by_rank([3, 1, 3, 0].into_iter().map(descending)), [0, 2, 1, 3]);
    }
}
