//! The dictionary: every folded word of the index, in order.
//!
//! Words share what they begin with: each is written as how many bytes it takes over from the word before (its
//! *shape*, with how many are new) and the new ones. Every 64th word is whole, so that looking for a word is a
//! binary search among those and a walk over at most 63. A word's number is its place.

use std::ops::Range;

use crate::file::number;
use crate::sight::Sight;

/// How many words share a start. More would make the file smaller by a few bytes a block, and looking slower.
pub(crate) const BLOCK: u32 = 64;

/// Longer words are cut: no word of a language is this long, and shapes are bytes.
pub(crate) const LONGEST: usize = 200;

/// A word, without what is too long for the dictionary.
pub(crate) fn cut(word: &str) -> &str {
    &word[..word.floor_char_boundary(LONGEST)]
}

/// The shape of a word of which 15 bytes or more are shared or new: both numbers stand before its suffix.
pub(crate) const LONG: u8 = 0xff;

/// The dictionary as sections of the file.
#[derive(Debug, Default)]
pub(crate) struct DictionaryWriter {
    pub shapes: Vec<u8>,
    pub suffixes: Vec<u8>,
    pub restarts: Vec<u8>,
}

impl DictionaryWriter {
    /// Writes `words`, which are in order and each once.
    pub fn write<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut writer = DictionaryWriter::default();
        let mut before = "";
        for (place, word) in words.enumerate() {
            if (place as u32).is_multiple_of(BLOCK) {
                writer.restarts.extend((writer.suffixes.len() as u32).to_le_bytes());
                before = "";
            }
            let shared = shared(before, word);
            let new = &word.as_bytes()[shared..];
            if shared < 15 && new.len() < 15 {
                writer.shapes.push((shared << 4 | new.len()) as u8);
            } else {
                writer.shapes.push(LONG);
                writer.suffixes.extend([shared as u8, new.len() as u8]);
            }
            writer.suffixes.extend(new);
            before = word;
        }
        writer
    }
}

/// How many bytes two words begin with alike, up to the end of a letter.
fn shared(one: &str, other: &str) -> usize {
    let same = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    other.floor_char_boundary(same)
}

/// The dictionary in the file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dictionary<'a> {
    pub shapes: &'a [u8],
    pub suffixes: &'a [u8],
    pub restarts: &'a [u8],
    /// What of the shapes and of the suffixes is here. The first word of each block is.
    pub sights: [Sight<'a>; 2],
}

/// A walk over the words in order.
#[derive(Debug, Clone)]
pub(crate) struct Walk<'a> {
    dictionary: Dictionary<'a>,
    /// The number of the word to come.
    pub next: u32,
    at: usize,
    /// The word, with bytes left over from longer ones before it after its end.
    buffer: [u8; 256],
    length: usize,
}

impl<'a> Walk<'a> {
    /// Goes to the next word. Gives how many bytes it shares with the word before it, or nothing at the end.
    #[inline]
    pub fn advance(&mut self) -> Option<usize> {
        let shape = *self.dictionary.shapes.get(self.next as usize)?;
        let (mut shared, mut new) = ((shape >> 4) as usize, (shape & 15) as usize);
        if shape == LONG {
            let long = self.dictionary.suffixes.get(self.at..).and_then(|rest| rest.first_chunk());
            let [long_shared, long_new] = *long.unwrap_or(&[0, 0]);
            (shared, new) = (long_shared.into(), long_new.into());
            self.at += 2;
        }
        self.length = (shared + new).min(self.buffer.len());
        let suffix = self.dictionary.suffixes.get(self.at..self.at + new).unwrap_or(&[]);
        for (place, byte) in self.buffer.iter_mut().skip(shared).zip(suffix) {
            *place = *byte;
        }
        self.at += new;
        self.next += 1;
        Some(shared)
    }

    /// Leaves out the words before `end` that share `depth` bytes or more with the word that the walk is at.
    #[inline]
    pub fn leave_out(&mut self, depth: usize, end: u32) {
        let shapes = self.dictionary.shapes.get(self.next as usize..end as usize).unwrap_or(&[]);
        let short = shapes.iter().take_while(|shape| **shape != LONG && (**shape >> 4) as usize >= depth);
        let (mut count, mut bytes) = (0, 0);
        for shape in short {
            count += 1;
            bytes += (shape & 15) as usize;
        }
        self.next += count;
        self.at += bytes;
    }

    /// Goes to where the first word of a block comes next.
    pub fn go_to(&mut self, block: u32) {
        self.next = block * BLOCK;
        self.at = self.dictionary.start(block);
    }

    /// The word that the walk is at, as bytes.
    #[inline]
    pub fn word(&self) -> &[u8] {
        &self.buffer[..self.length]
    }
}

impl<'a> Dictionary<'a> {
    /// How many words there are.
    pub fn len(&self) -> u32 {
        self.shapes.len() as u32
    }

    /// How many blocks there are.
    pub fn blocks(&self) -> u32 {
        self.len().div_ceil(BLOCK)
    }

    /// A walk that comes to the first word next.
    pub fn walk(&self) -> Walk<'a> {
        Walk { dictionary: *self, next: 0, at: 0, buffer: [0; 256], length: 0 }
    }

    /// The numbers of the words in a block.
    pub fn block(&self, block: u32) -> Range<u32> {
        block * BLOCK..((block + 1) * BLOCK).min(self.len())
    }

    /// Whether the words of a block are here. What is not is noted.
    #[inline(always)]
    pub fn has(&self, block: u32) -> bool {
        self.sights[0].is_whole() || {
            let words = self.block(block);
            let end = if words.end == self.len() { self.suffixes.len() } else { self.start(block + 1) };
            let shapes = self.sights[0].has(words.start as usize..words.end as usize);
            self.sights[1].has(self.start(block)..end) && shapes
        }
    }

    /// Where a block begins among the suffixes.
    pub fn start(&self, block: u32) -> usize {
        number(self.restarts, block as usize * 4) as usize
    }

    /// The first word of a block.
    pub fn first(&self, block: u32) -> &'a [u8] {
        let rest = self.suffixes.get(self.start(block)..).unwrap_or(&[]);
        match self.shapes.get((block * BLOCK) as usize) {
            Some(&LONG) => {
                let length = rest.get(1).copied().unwrap_or(0) as usize;
                rest.get(2..2 + length).unwrap_or(&[])
            }
            Some(shape) => rest.get(..(shape & 15) as usize).unwrap_or(&[]),
            None => &[],
        }
    }

    /// The shape of the first word of a block, and what is said of it among the suffixes.
    pub fn begun(&self, block: u32) -> (u8, &'a [u8]) {
        let shape = self.shapes.get((block * BLOCK) as usize).copied().unwrap_or(0);
        let length = self.first(block).len() + if shape == LONG { 2 } else { 0 };
        (shape, self.suffixes.get(self.start(block)..self.start(block) + length).unwrap_or(&[]))
    }

    /// Tells some neighbouring words, each with its number.
    pub fn each(&self, words: Range<u32>, found: &mut dyn FnMut(u32, &str)) {
        let mut walk = self.walk();
        walk.go_to(words.start / BLOCK);
        while walk.next < words.end.min(self.len()) {
            if walk.next.is_multiple_of(BLOCK) {
                walk.go_to(walk.next / BLOCK);
            }
            if !self.has(walk.next / BLOCK) {
                walk.go_to(walk.next / BLOCK + 1);
                continue;
            }
            walk.advance();
            let number = walk.next - 1;
            if let (true, Ok(word)) = (number >= words.start, str::from_utf8(walk.word())) {
                found(number, word);
            }
        }
    }

    /// The number of `word`.
    pub fn find(&self, word: &str) -> Option<u32> {
        let (at, is_there) = self.place(word.as_bytes());
        is_there.then_some(at)
    }

    /// The numbers of the words that begin with `prefix`.
    pub fn below(&self, prefix: &str) -> Range<u32> {
        let start = self.place(prefix.as_bytes()).0;
        let end = self.place(&[prefix.as_bytes(), &[0xff]].concat()).0;
        start..end.max(start)
    }

    /// The number of the first word that is not before `wanted`, and whether it is that.
    fn place(&self, wanted: &[u8]) -> (u32, bool) {
        let (mut low, mut high) = (0, self.blocks());
        while low < high {
            let middle = low.midpoint(high);
            if self.first(middle) <= wanted { low = middle + 1 } else { high = middle }
        }
        let block = low.saturating_sub(1);
        if !self.has(block) {
            return (self.block(block).start, false);
        }
        let mut walk = self.walk();
        walk.go_to(block);
        for word in self.block(block) {
            walk.advance();
            if walk.word() >= wanted {
                return (word, walk.word() == wanted);
            }
        }
        (self.block(block).end, false)
    }
}
