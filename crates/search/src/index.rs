//! Building the index.
//!
//! A *cell* is one field of one document; cells are numbered document by document. For every word the index
//! holds its postings (the cells it stands in, once for each time), and for every cell the words in it in order,
//! which are the positions: closeness and marks are only asked of documents that were found, so going by
//! document costs less than positions in each posting would.

use std::collections::HashMap;

use crate::names::{Names, NamesBuilder};
use crate::runs::Runs;
use crate::score;
use crate::tokens::tokens;
use crate::trie::Trie;

/// One field that every document has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Field {
    /// What it is called, for people.
    pub name: &'static str,
    /// What a word found here counts for, beside 1 for an ordinary field.
    pub weight: f32,
    /// Whether it holds names or roles, one a line: then initials and letters left out are forgiven too.
    pub names: bool,
}

/// Documents made ready for searching. It holds their texts, so that marks can be told.
#[derive(Debug, Clone)]
pub struct Index {
    pub(crate) fields: Vec<Field>,
    pub(crate) documents: u32,
    pub(crate) dictionary: Trie,
    /// For each word, the cells it stands in, ascending.
    pub(crate) postings: Vec<u32>,
    pub(crate) postings_of: Runs,
    /// For each cell, its words in order.
    pub(crate) tokens: Vec<u32>,
    pub(crate) tokens_of: Runs,
    /// For each cell, what one word in it counts for.
    pub(crate) worth: Vec<f32>,
    pub(crate) names: Names,
    text: String,
    text_of: Runs,
}

impl Index {
    /// Makes an index of `documents`, each of which has one text a field, in the order of `fields`. Texts that
    /// are missing are empty, and texts without a field are left out.
    ///
    /// # Panics
    /// When the texts hold 4 GiB or more in all.
    pub fn build(fields: &[Field], documents: impl IntoIterator<Item = Vec<String>>) -> Index {
        let mut builder = Builder::default();
        for mut document in documents {
            document.resize(fields.len(), String::new());
            for (field, text) in fields.iter().zip(&document) {
                builder.add(field, text);
            }
            builder.documents += 1;
        }
        builder.finish(fields)
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.documents as usize
    }

    /// Whether there is no document.
    pub fn is_empty(&self) -> bool {
        self.documents == 0
    }

    /// The cells of a document.
    pub(crate) fn cells(&self, document: u32) -> std::ops::Range<usize> {
        let start = document as usize * self.fields.len();
        start..start + self.fields.len()
    }

    /// The document that a cell belongs to.
    pub(crate) fn document_of(&self, cell: u32) -> u32 {
        cell / self.fields.len() as u32
    }

    /// The text of a cell.
    pub(crate) fn text(&self, cell: usize) -> &str {
        &self.text[self.text_of.range(cell)]
    }
}

#[derive(Default)]
struct Builder {
    documents: u32,
    /// Words by the number of their first appearance.
    known: HashMap<String, u32>,
    tokens: Vec<u32>,
    tokens_of: Runs,
    text: String,
    text_of: Runs,
    names: NamesBuilder,
}

impl Builder {
    fn add(&mut self, field: &Field, text: &str) {
        if field.names {
            self.names.add(self.text_of.len() as u32, text);
        }
        for token in tokens(text) {
            let next = self.known.len() as u32;
            let word = *self.known.entry(token.folded).or_insert(next);
            self.tokens.push(word);
        }
        self.tokens_of.push(self.tokens.len());
        self.text.push_str(text);
        self.text_of.push(self.text.len());
    }

    fn finish(mut self, fields: &[Field]) -> Index {
        let dictionary = self.number_in_order();
        let (postings, postings_of) = self.postings(dictionary.len());
        Index {
            worth: score::worths(fields, &self.tokens_of),
            fields: fields.to_vec(),
            documents: self.documents,
            dictionary,
            postings,
            postings_of,
            tokens: self.tokens,
            tokens_of: self.tokens_of,
            names: self.names.finish(),
            text: self.text,
            text_of: self.text_of,
        }
    }

    /// Gives every word its place among all words in order for a number.
    fn number_in_order(&mut self) -> Trie {
        let mut words: Vec<(String, u32)> = self.known.drain().collect();
        words.sort_unstable();
        let mut place = vec![0; words.len()];
        for (number, (_, first)) in words.iter().enumerate() {
            place[*first as usize] = number as u32;
        }
        for token in &mut self.tokens {
            *token = place[*token as usize];
        }
        Trie::new(words.iter().map(|(word, _)| word.as_str()))
    }

    /// Turns the words of each cell into the cells of each word.
    fn postings(&self, words: u32) -> (Vec<u32>, Runs) {
        let mut counts = vec![0; words as usize];
        for token in &self.tokens {
            counts[*token as usize] += 1;
        }
        let mut runs = Runs::default();
        let mut end = 0;
        for count in &mut counts {
            let start = end;
            end += *count;
            *count = start;
            runs.push(end);
        }
        let mut postings = vec![0; self.tokens.len()];
        for cell in 0..self.tokens_of.len() {
            for token in &self.tokens[self.tokens_of.range(cell)] {
                let next = &mut counts[*token as usize];
                postings[*next] = cell as u32;
                *next += 1;
            }
        }
        (postings, runs)
    }
}
