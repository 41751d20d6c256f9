//! The slow way of telling how much two texts share, for the fast ways to be held to.

/// The length of a longest common subsequence, by the whole table.
pub fn common<T: PartialEq>(one: &[T], other: &[T]) -> usize {
    let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
    for (i, a) in one.iter().enumerate() {
        for (j, b) in other.iter().enumerate() {
            let passed = table[i][j + 1].max(table[i + 1][j]);
            table[i + 1][j + 1] = if a == b { table[i][j] + 1 } else { passed };
        }
    }
    table[one.len()][other.len()]
}
