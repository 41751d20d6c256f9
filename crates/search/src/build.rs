//! From texts to the index's file.
//!
//! What is done for each document or word is a function of its own that is never put into its caller: a browser begins
//! with a quick translation of a function and makes a better one between two calls, not while it runs.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::dictionary::{DictionaryWriter, cut};
use crate::field::Field;
use crate::file::{Counts, File};
use crate::firsts;
use crate::lengths;
use crate::lists::ListsWriter;
use crate::names::NamesWriter;
use crate::postings::{Frame, Place, Writer};
use crate::prefixes::{self, PrefixesWriter};
use crate::sight::Sight;
use crate::tokens::each_token;

/// Gathers the words of documents, text by text.
#[derive(Default)]
pub(crate) struct Builder {
    fields: Vec<Field>,
    documents: u32,
    /// Words by the number of their first appearance.
    known: HashMap<String, u32, BuildHasherDefault<Mixer>>,
    /// The words of all texts, one after the other.
    tokens: Vec<u32>,
    /// How many words each text has, document by document.
    lengths: Vec<u32>,
    names: NamesWriter,
}

impl Builder {
    pub fn new(fields: &[Field]) -> Self {
        Builder { fields: fields.to_vec(), ..Builder::default() }
    }

    /// Adds a document, which has a text for each field.
    #[inline(never)]
    pub fn add<'a>(&mut self, texts: impl Iterator<Item = &'a str>) {
        for (field, text) in texts.enumerate() {
            if self.fields[field].names {
                self.names.add(self.documents, field as u8, text);
            }
            let before = self.tokens.len();
            each_token(text, |word| {
                let next = self.known.len() as u32;
                let number = match self.known.get(cut(word)) {
                    Some(number) => *number,
                    None => *self.known.entry(cut(word).to_owned()).or_insert(next),
                };
                self.tokens.push(number);
            });
            self.lengths.push((self.tokens.len() - before) as u32);
        }
        self.documents += 1;
    }

    /// The file.
    ///
    /// # Panics
    /// When it would be too large: 4 GiB, or 512 MiB of lists.
    pub fn finish(mut self) -> Vec<u8> {
        let known = std::mem::take(&mut self.known);
        let mut words: Vec<(&str, u32)> =
            known.iter().map(|(word, number)| (word.as_str(), *number)).collect();
        words.sort_unstable();
        let numbers: Vec<u32> = words.iter().map(|(_, number)| *number).collect();
        let words: Vec<&str> = words.into_iter().map(|(word, _)| word).collect();
        let fields = self.fields.len();
        let lengths = self.lengths_by_field();
        let frame = Frame { documents: self.documents, fields, lengths: &lengths, sight: Sight::WHOLE };
        let placed = Placed::new(&self, &numbers);
        let (mut lists, mut writer) = (ListsWriter::default(), Writer::default());
        let mut by_field = vec![Vec::new(); fields];
        for word in 0..words.len() {
            placed.by_field(word, &mut by_field);
            lists.push(|out| writer.write(out, frame, &by_field, true));
        }
        let mut prefixes = PrefixesWriter::default();
        let (mut firsts, counts) = (PrefixesWriter::default(), placed.counts());
        for (beginning, range) in prefixes::begun(&words, &counts, firsts::MANY) {
            let long = counts[range.clone()].iter().fold(0, |sum: u32, count| sum.saturating_add(*count));
            let documents = placed.documents(range, frame.documents);
            firsts.push(beginning, |out| firsts::write(out, frame, &documents));
            if long > prefixes::HEAVY {
                prefixes.push(beginning, |out| _ = writer.write(out, frame, &documents, false));
            }
        }
        let counts = Counts {
            documents: self.documents,
            fields: fields as u32,
            words: words.len() as u32,
            prefixes: prefixes.count,
        };
        let dictionary = DictionaryWriter::write(words.iter().copied());
        let (runs, lists) = lists.finish();
        let (prefixes, prefix_lists) = prefixes.finish();
        let (firsts, first_lists) = firsts.finish();
        let DictionaryWriter { shapes, suffixes, restarts } = dictionary;
        let totals = self.totals();
        let names = self.names.finish();
        let sections = [
            totals,
            lengths,
            shapes,
            suffixes,
            restarts,
            runs,
            lists,
            prefixes,
            prefix_lists,
            firsts,
            first_lists,
            names,
        ];
        File::write(counts, &sections)
    }

    /// How many words each field has, in bytes of the file.
    fn totals(&self) -> Vec<u8> {
        let mut totals = vec![0_u64; self.fields.len()];
        for (cell, length) in self.lengths.iter().enumerate() {
            totals[cell % self.fields.len()] += u64::from(*length);
        }
        totals.into_iter().flat_map(u64::to_le_bytes).collect()
    }

    /// The lengths of all texts, in bytes of the file.
    fn lengths_by_field(&self) -> Vec<u8> {
        let fields = self.fields.len();
        let of = |field| self.lengths.iter().skip(field).step_by(fields.max(1));
        (0..fields).flat_map(|field| of(field).map(|length| lengths::byte(*length as usize))).collect()
    }
}

/// The places of all words, word by word.
struct Placed {
    fields: usize,
    ends: Vec<u32>,
    /// Where each stands: document times fields plus field.
    cells: Vec<u32>,
    positions: Vec<u32>,
}

impl Placed {
    /// Sorts the words of `builder` by the order that `numbers` has them in.
    fn new(builder: &Builder, numbers: &[u32]) -> Placed {
        let mut starts = vec![0_u32; numbers.len() + 1];
        let mut order = vec![0; numbers.len()];
        for (place, number) in numbers.iter().enumerate() {
            order[*number as usize] = place;
        }
        for token in &builder.tokens {
            starts[order[*token as usize] + 1] += 1;
        }
        for place in 1..starts.len() {
            starts[place] += starts[place - 1];
        }
        let (cells, positions) = (vec![0; builder.tokens.len()], vec![0; builder.tokens.len()]);
        let (fields, mut start) = (builder.fields.len(), 0);
        let mut placed = Placed { fields, ends: starts, cells, positions };
        for (cell, length) in builder.lengths.iter().enumerate() {
            let end = start + *length as usize;
            placed.place(cell as u32, &builder.tokens[start..end], &order);
            start = end;
        }
        placed.ends.pop();
        placed
    }

    /// Places the words of one text; the ends are where each word's next place goes.
    #[inline(never)]
    fn place(&mut self, cell: u32, tokens: &[u32], order: &[usize]) {
        for (position, token) in (0..).zip(tokens) {
            let next = &mut self.ends[order[*token as usize]];
            self.cells[*next as usize] = cell;
            self.positions[*next as usize] = position;
            *next += 1;
        }
    }

    fn range(&self, word: usize) -> std::ops::Range<usize> {
        let start = word.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[word] as usize
    }

    /// How often each word stands anywhere.
    fn counts(&self) -> Vec<u32> {
        (0..self.ends.len()).map(|word| self.range(word).len() as u32).collect()
    }

    /// Puts the places of a word, field by field, in the room for them.
    #[inline(never)]
    fn by_field(&self, word: usize, fields: &mut [Vec<Place>]) {
        fields.iter_mut().for_each(Vec::clear);
        for at in self.range(word) {
            let cell = self.cells[at] as usize;
            let document = (cell / self.fields) as u32;
            fields[cell % self.fields].push(Place { document, position: self.positions[at] });
        }
    }

    /// The documents of many words, field by field.
    fn documents(&self, words: std::ops::Range<usize>, documents: u32) -> Vec<Vec<Place>> {
        let range = self.range(words.start).start..self.range(words.end - 1).end;
        let mut has = vec![false; documents as usize * self.fields];
        self.cells[range].iter().for_each(|cell| has[*cell as usize] = true);
        let mut fields = vec![Vec::new(); self.fields];
        for (document, has) in (0..).zip(has.chunks(self.fields)) {
            for (field, _) in has.iter().enumerate().filter(|(_, has)| **has) {
                fields[field].push(Place { document, position: 0 });
            }
        }
        fields
    }
}

/// A hash for words: nobody gains by words that collide in an index of their own, so it need only be quick.
#[derive(Default)]
struct Mixer(u64);

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
        let (words, rest) = bytes.as_chunks();
        let rest = rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
        for word in words.iter().map(|word| u64::from_le_bytes(*word)).chain([rest]) {
            self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(STEP);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}
