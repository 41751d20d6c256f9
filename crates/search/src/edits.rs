//! Words of the dictionary within a few edits of a given one.
//!
//! An edit is a letter inserted, deleted or replaced, or two neighbours swapped (optimal string alignment). One
//! row of the distance table is kept for each letter on the way down the tree, and only the cells that can stay
//! within the limit are filled; a branch whose whole row is over it is jumped over.

use crate::trie::Trie;

/// More than any limit.
const FAR: u8 = u8::MAX / 2;

/// The words within `limit` edits of `letters`, each with how many. A word may come more than once.
///
/// With `prefix`, words that go on after such a match are found too, and said to be incomplete.
pub(crate) fn within(
    trie: &Trie,
    letters: &[char],
    limit: u8,
    prefix: bool,
    mut found: impl FnMut(std::ops::Range<u32>, u8, Complete),
) {
    let mut rows = Rows::new(letters, limit);
    let mut at = 0;
    while let Some(node) = trie.node(at) {
        rows.leave(at);
        rows.enter(node.letter, node.end);
        let edits = rows.edits();
        if edits <= limit {
            if prefix {
                found(trie.below(node), edits, Complete(false));
            }
            if let Some(word) = trie.word_at(at) {
                found(word..word + 1, edits, Complete(true));
            }
        }
        at = if rows.least() <= limit { at + 1 } else { node.end };
    }
}

/// Whether the word ends where the match does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Complete(pub bool);

/// The rows of the distance table on the way from the root to a node.
struct Rows<'a> {
    letters: &'a [char],
    limit: usize,
    /// Row after row, each one cell longer than `letters`; the first is the root's.
    cells: Vec<u8>,
    /// The letters on the way, each with the end of its branch.
    path: Vec<(char, u32)>,
}

impl<'a> Rows<'a> {
    fn new(letters: &'a [char], limit: u8) -> Self {
        Rows {
            letters,
            limit: limit.into(),
            cells: (0..=letters.len()).map(|place| place.min(FAR.into()) as u8).collect(),
            path: Vec::new(),
        }
    }

    fn width(&self) -> usize {
        self.letters.len() + 1
    }

    /// Goes back up to the branch that the node `at` is on.
    fn leave(&mut self, at: u32) {
        while self.path.last().is_some_and(|(_, end)| *end <= at) {
            self.path.pop();
        }
        self.cells.truncate((self.path.len() + 1) * self.width());
    }

    /// Adds the row for `letter`, whose branch ends at `end`.
    fn enter(&mut self, letter: char, end: u32) {
        let before = self.path.last().map(|(before, _)| *before);
        let depth = self.path.len() + 1;
        let row = depth * self.width();
        self.cells.resize(row + self.width(), FAR);
        let low = depth.saturating_sub(self.limit);
        for place in low..=self.letters.len().min(depth + self.limit) {
            self.cells[row + place] = self.cell(depth, place, letter, before);
        }
        self.path.push((letter, end));
    }

    /// The least number of edits between the first `place` letters wanted and the `depth` letters on the way, of
    /// which `letter` is the last and `before` the one before.
    fn cell(&self, depth: usize, place: usize, letter: char, before: Option<char>) -> u8 {
        let at = |up: usize, left: usize| self.cells[(depth - up) * self.width() + place - left];
        let dropped = at(1, 0) + 1;
        if place == 0 {
            return dropped.min(FAR);
        }
        let wanted = self.letters[place - 1];
        let mut least = dropped.min(at(0, 1) + 1).min(at(1, 1) + u8::from(wanted != letter));
        if place > 1 && before == Some(wanted) && self.letters[place - 2] == letter {
            least = least.min(at(2, 2) + 1);
        }
        least.min(FAR)
    }

    /// The edits between all letters wanted and those on the way.
    fn edits(&self) -> u8 {
        self.cells[self.cells.len() - 1]
    }

    /// The fewest edits that any word below can have.
    fn least(&self) -> u8 {
        let row = self.path.len() * self.width();
        self.cells[row..].iter().copied().min().unwrap_or(FAR)
    }
}
