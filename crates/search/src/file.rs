//! The index's one file: a header, then sections that are read where they lie.
//!
//! The header says how large everything is and ends in the checksum of all the rest. Opening checks it and the
//! sizes; nothing is unpacked. Beyond that nothing in the file is trusted: every reader in this crate takes any
//! bytes at all and gives some answer, without a panic.

use std::ops::Range;

use crate::sections::{SECTIONS, Section};
use crate::sight::{Pieces, Sight};

/// The first bytes of every index: a name that no text begins with, and the format's version.
const MAGIC: &[u8; 8] = b"\0VBTS\0\0\x03";

/// The checksum follows the magic number; then the counts, then where each section ends.
const COUNTS: usize = 16;
const SECTIONS_AT: usize = COUNTS + 4 * 4;

/// The most fields that an index can have: a posting names its fields by a bit each.
pub(crate) const MOST_FIELDS: usize = 16;

pub(crate) const HEADER: usize = SECTIONS_AT + SECTIONS * 4;

/// Why bytes are not an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenError {
    /// They are something else, or an index of another version.
    NotAnIndex,
    /// They were cut or changed on the way.
    Damaged,
    /// They are an index of other fields than those asked for.
    OtherFields,
}

impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            OpenError::NotAnIndex => "this is not a search index of this version: build it again",
            OpenError::Damaged => "the search index was damaged on the way: load it again",
            OpenError::OtherFields => "the search index was made of other fields: build it again",
        })
    }
}

impl std::error::Error for OpenError {}

/// How large things are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub documents: u32,
    pub fields: u32,
    pub words: u32,
    pub prefixes: u32,
}

/// An opened file.
#[derive(Debug, Clone, Default)]
pub(crate) struct File {
    bytes: Vec<u8>,
    pub counts: Counts,
    ends: [u32; SECTIONS],
    /// Which parts of it are here, where not all of it is.
    pub pieces: Option<Box<Pieces>>,
}

impl File {
    /// Puts sections, in the order of [`Section`], into a file.
    ///
    /// # Panics
    /// When they hold 4 GiB or more together.
    pub fn write(counts: Counts, sections: &[Vec<u8>; SECTIONS]) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend([0; 8]);
        for count in [counts.documents, counts.fields, counts.words, counts.prefixes] {
            bytes.extend(count.to_le_bytes());
        }
        let mut end = HEADER;
        for section in sections {
            end += section.len();
            let end = u32::try_from(end).expect("an index is smaller than 4 GiB");
            bytes.extend(end.to_le_bytes());
        }
        bytes.reserve_exact(end - HEADER);
        sections.iter().for_each(|section| bytes.extend_from_slice(section));
        let checksum = checksum(&bytes[COUNTS..]);
        bytes[MAGIC.len()..COUNTS].copy_from_slice(&checksum.to_le_bytes());
        bytes
    }

    /// Opens what [`File::write`] wrote.
    pub fn open(bytes: Vec<u8>) -> Result<File, OpenError> {
        if !bytes.starts_with(MAGIC) {
            return Err(OpenError::NotAnIndex);
        }
        let sum = bytes.get(MAGIC.len()..COUNTS).and_then(|sum| sum.first_chunk());
        let rest = bytes.get(COUNTS..).ok_or(OpenError::Damaged)?;
        if sum.map(|sum| u64::from_le_bytes(*sum)) != Some(checksum(rest)) {
            return Err(OpenError::Damaged);
        }
        File::with(bytes)
    }

    /// What these bytes say of themselves in their header; nothing where that cannot be.
    pub fn with(bytes: Vec<u8>) -> Result<File, OpenError> {
        let count = |place: usize| number(&bytes, COUNTS + 4 * place);
        let counts = Counts { documents: count(0), fields: count(1), words: count(2), prefixes: count(3) };
        let ends = std::array::from_fn(|section| number(&bytes, SECTIONS_AT + 4 * section));
        let file = File { counts, ends, bytes, pieces: None };
        if file.is_sound() { Ok(file) } else { Err(OpenError::Damaged) }
    }

    /// Whether the sections lie within the file, in order, and are of the sizes that the counts say.
    fn is_sound(&self) -> bool {
        let size = |section| self.range(section).len();
        let cells = self.counts.fields as usize * self.counts.documents as usize;
        self.ends.is_sorted()
            && self.ends[0] as usize >= HEADER
            && self.ends[SECTIONS - 1] as usize == self.bytes.len()
            && self.counts.fields as usize <= MOST_FIELDS
            && size(Section::Totals) == self.counts.fields as usize * 8
            && size(Section::Lengths) == cells
            && size(Section::Shapes) == self.counts.words as usize
    }

    /// Where a section lies.
    pub fn range(&self, section: Section) -> Range<usize> {
        let before = (section as usize).checked_sub(1);
        let start = before.map_or(HEADER, |before| self.ends[before] as usize);
        start..self.ends[section as usize] as usize
    }

    /// The bytes of a section.
    #[inline]
    pub fn section(&self, section: Section) -> &[u8] {
        self.bytes.get(self.range(section)).unwrap_or(&[])
    }

    /// What of a section is here.
    #[inline]
    pub fn sight(&self, section: Section) -> Sight<'_> {
        Sight::new(self.pieces.as_deref(), section)
    }

    /// Whether everything that was looked for so far was here.
    #[inline]
    pub fn missed_nothing(&self) -> bool {
        self.pieces.as_deref().is_none_or(Pieces::missed_nothing)
    }

    /// How often something was looked for that was not here.
    #[inline]
    pub fn times_missed(&self) -> u32 {
        self.pieces.as_deref().map_or(0, Pieces::times_missed)
    }

    /// The checksum of all of it, by which parts of it are known.
    pub fn edition(&self) -> u64 {
        u64::from(number(&self.bytes, MAGIC.len())) | u64::from(number(&self.bytes, MAGIC.len() + 4)) << 32
    }

    /// All of it.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// All of it, to be filled in.
    pub fn bytes_mut(&mut self) -> &mut [u8] {
        &mut self.bytes
    }
}

/// The four bytes at `at` as a number; 0 past the end.
#[inline]
pub(crate) fn number(bytes: &[u8], at: usize) -> u32 {
    let bytes = bytes.get(at..).and_then(|rest| rest.first_chunk());
    bytes.map_or(0, |bytes| u32::from_le_bytes(*bytes))
}

/// The checksum that the file ends its header with, for whoever keeps an index in a file of their own.
pub fn checksum(bytes: &[u8]) -> u64 {
    let mut checksum = Checksum::default();
    checksum.add(bytes);
    checksum.end()
}

/// A [`checksum`] of bytes that come in pieces: it is that of all of them, wherever they were cut. No single changed
/// word leaves it alike: each step can be undone, so two different words at one place never lead to the same end. Four
/// lanes, so that four words are multiplied at once.
///
/// ```
/// use verbatim_search::{Checksum, checksum};
///
/// let mut pieces = Checksum::default();
/// pieces.add(b"very ");
/// pieces.add(b"constructive");
/// assert_eq!(pieces.end(), checksum(b"very constructive"));
/// ```
#[derive(Debug, Clone)]
pub struct Checksum {
    lanes: [u64; 4],
    length: u64,
    /// The bytes behind the last whole block.
    rest: [u8; BLOCK],
}

/// How many bytes go into the lanes together.
const BLOCK: usize = 32;

impl Default for Checksum {
    fn default() -> Self {
        Checksum { lanes: [1, 2, 3, 4], length: 0, rest: [0; BLOCK] }
    }
}

impl Checksum {
    /// Goes on with these bytes.
    pub fn add(&mut self, mut bytes: &[u8]) {
        let begun = self.length as usize % BLOCK;
        self.length += bytes.len() as u64;
        if begun > 0 {
            let (head, behind) = bytes.split_at(bytes.len().min(BLOCK - begun));
            self.rest[begun..begun + head.len()].copy_from_slice(head);
            if begun + head.len() < BLOCK {
                return;
            }
            self.blocks(&[self.rest]);
            bytes = behind;
        }
        let (blocks, behind) = bytes.as_chunks();
        self.blocks(blocks);
        self.rest[..behind.len()].copy_from_slice(behind);
    }

    fn blocks(&mut self, blocks: &[[u8; BLOCK]]) {
        let mut lanes = self.lanes;
        for block in blocks {
            for (lane, word) in lanes.iter_mut().zip(block.as_chunks().0) {
                *lane = absorb(*lane, u64::from_le_bytes(*word));
            }
        }
        self.lanes = lanes;
    }

    /// The checksum of what was added.
    pub fn end(&self) -> u64 {
        let rest = self.rest[..self.length as usize % BLOCK].iter().map(|byte| u64::from(*byte));
        self.lanes.into_iter().chain(rest).chain([self.length]).fold(0, absorb)
    }
}

#[inline]
fn absorb(state: u64, word: u64) -> u64 {
    const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
    (state ^ word).wrapping_mul(STEP).rotate_left(29)
}
