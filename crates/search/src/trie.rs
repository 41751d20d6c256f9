//! The dictionary: every folded word of the index in a tree of letters, laid flat.
//!
//! The nodes stand in the order in which a depth-first walk meets them, and each knows where its own branch
//! ends: going down is the next node, leaving a branch out is one jump. A word's number is its place among all
//! the words in order, so that the words below a node are one range of numbers.

use std::ops::Range;

#[derive(Debug, Clone)]
pub(crate) struct Trie {
    nodes: Vec<Node>,
    words: u32,
}

#[derive(Debug, Clone)]
pub(crate) struct Node {
    /// The letter that leads here.
    pub letter: char,
    /// The first node after this one's branch.
    pub end: u32,
    /// The first word at or below this node.
    first: u32,
}

impl Trie {
    /// The tree of `words`, which are sorted, distinct and not empty.
    pub fn new<'a>(words: impl Iterator<Item = &'a str>) -> Trie {
        let mut trie = Trie { nodes: Vec::new(), words: 0 };
        let mut path: Vec<u32> = Vec::new();
        for word in words {
            let shared = path
                .iter()
                .zip(word.chars())
                .take_while(|(node, letter)| trie.nodes[**node as usize].letter == *letter)
                .count();
            trie.close(&mut path, shared);
            for letter in word.chars().skip(shared) {
                path.push(trie.nodes.len() as u32);
                trie.nodes.push(Node { letter, end: 0, first: trie.words });
            }
            trie.words += 1;
        }
        trie.close(&mut path, 0);
        trie
    }

    /// Ends the branches on `path` that are deeper than `depth`.
    fn close(&mut self, path: &mut Vec<u32>, depth: usize) {
        let end = self.nodes.len() as u32;
        for node in path.drain(depth..) {
            self.nodes[node as usize].end = end;
        }
    }

    /// How many words there are.
    pub fn len(&self) -> u32 {
        self.words
    }

    /// The node with the number `at`, or none after the last.
    pub fn node(&self, at: u32) -> Option<&Node> {
        self.nodes.get(at as usize)
    }

    /// The words at and below a node.
    pub fn below(&self, node: &Node) -> Range<u32> {
        node.first..self.first_from(node.end)
    }

    /// The word that ends at the node with the number `at`.
    pub fn word_at(&self, at: u32) -> Option<u32> {
        let node = self.node(at)?;
        let is_leaf = node.end == at + 1;
        (is_leaf || self.first_from(at + 1) > node.first).then_some(node.first)
    }

    fn first_from(&self, at: u32) -> u32 {
        self.node(at).map_or(self.words, |node| node.first)
    }

    /// The number of the node that `letters` lead to.
    pub fn find(&self, letters: &[char]) -> Option<u32> {
        let (mut at, mut end) = (0, self.nodes.len() as u32);
        let mut found = None;
        for letter in letters {
            let node = loop {
                let node = self.node(at).filter(|_| at < end)?;
                if node.letter == *letter {
                    break node;
                }
                at = node.end;
            };
            found = Some(at);
            (at, end) = (at + 1, node.end);
        }
        found
    }
}
