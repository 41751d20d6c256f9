//! Sorting by rank. Each kind of thing that is sorted on its own costs the page two kilobytes; ranks are numbers,
//! whatever they rank, so that everything here is sorted by one piece of code.

/// The places of `ranks` in ascending order; those of one rank stay in the order they had.
pub fn by_rank(ranks: impl Iterator<Item = u64>) -> Vec<u32> {
    let mut ranked: Vec<(u64, u32)> = ranks.zip(0..).collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, place)| place).collect()
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
