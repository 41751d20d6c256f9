//! Which letters of a word that was found are others than those typed.

use verbatim_words::words;

/// The most letters that may be other ones where a word is found all the same.
const MOST: usize = 2;

/// Some letters as printed, and those that were typed in their place; either may be none.
pub type Letters = (String, String);

/// Where `found` differs from the word of `typed` that is nearest to it, from its beginning on. Nothing where no word is
/// near.
pub fn letters(typed: &str, found: &str) -> Vec<Letters> {
    let found: Vec<char> = words(found).flat_map(|word| word.folded.chars().collect::<Vec<_>>()).collect();
    let typed = words(typed).map(|word| word.folded.chars().collect::<Vec<char>>());
    let differing = typed.map(|typed| differences(&typed, &found));
    let near = differing.filter(|letters| !letters.is_empty() && letters.len() <= MOST);
    near.min_by_key(Vec::len).unwrap_or_default()
}

/// The fewest letters that make `found` of `typed`: some more, some fewer, some others, or two that change places.
fn differences(typed: &[char], found: &[char]) -> Vec<Letters> {
    let costs = costs(typed, found);
    let (mut i, mut j) = (typed.len(), found.len());
    let mut differing = Vec::new();
    while i + j > 0 {
        let cost = costs[i][j];
        let (from, to) = if i > 0 && j > 0 && typed[i - 1] == found[j - 1] && costs[i - 1][j - 1] == cost {
            (i, j)
        } else if swapped(typed, found, i, j) && costs[i - 2][j - 2] + 1 == cost {
            (i - 2, j - 2)
        } else if i > 0 && j > 0 && costs[i - 1][j - 1] + 1 == cost {
            (i - 1, j - 1)
        } else if j > 0 && costs[i][j - 1] + 1 == cost {
            (i, j - 1)
        } else {
            (i - 1, j)
        };
        if (from, to) == (i, j) {
            (i, j) = (i - 1, j - 1);
            continue;
        }
        differing.push((found[to..j].iter().collect(), typed[from..i].iter().collect()));
        (i, j) = (from, to);
    }
    differing.reverse();
    differing
}

fn swapped(typed: &[char], found: &[char], i: usize, j: usize) -> bool {
    i > 1 && j > 1 && typed[i - 1] == found[j - 2] && typed[i - 2] == found[j - 1]
}

/// How many letters differ at least between so many of the first letters of both.
fn costs(typed: &[char], found: &[char]) -> Vec<Vec<usize>> {
    let mut costs = vec![vec![0; found.len() + 1]; typed.len() + 1];
    for i in 0..=typed.len() {
        for j in 0..=found.len() {
            costs[i][j] = match (i, j) {
                (0, rest) | (rest, 0) => rest,
                _ => {
                    let other = usize::from(typed[i - 1] != found[j - 1]);
                    let one = (costs[i - 1][j].min(costs[i][j - 1]) + 1).min(costs[i - 1][j - 1] + other);
                    if swapped(typed, found, i, j) { one.min(costs[i - 2][j - 2] + 1) } else { one }
                }
            };
        }
    }
    costs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(typed: &str, found: &str) -> Vec<String> {
        letters(typed, found).into_iter().map(|(found, typed)| format!("{typed}>{found}")).collect()
    }

    #[test]
    fn letters_are_other_ones_more_fewer_or_swapped() {
        assert_eq!(told("tangable", "tangible"), ["a>i"]);
        assert_eq!(told("progres", "progress"), [">s"]);
        assert_eq!(told("progresss", "progress"), ["s>"]);
        assert_eq!(told("minsiter", "Minister"), ["si>is"]);
        assert_eq!(told("Zelenskii", "Zelenskyy"), ["i>y", "i>y"]);
    }

    #[test]
    fn the_nearest_word_is_meant_and_a_far_one_never() {
        assert_eq!(told("progrss tangblee tangiblee", "tangible"), ["e>"]);
        assert_eq!(told("speaker:umerof", "Umerov"), ["f>v"]);
        assert!(told("peace", "progress").is_empty());
        assert!(told("", "peace").is_empty() && told("peace", "").is_empty());
        assert!(told("tangible", "Tangible").is_empty(), "it is the word itself");
    }
}
