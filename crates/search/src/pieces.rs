//! An index of which not everything is here yet: what was looked for in vain is remembered, fetched, and asked anew.
//!
//! A file is cut by the sections that it is made of. The *head* holds what every query needs: how large everything is,
//! where words and lists begin, and the first word of every block of the dictionary. The rest is *pieces*, each of one
//! section only and numbered through, so that their borders follow from the head alone. An index that was opened from
//! its head reads zeros where a piece is missing. Readers take any bytes without harm, so a query may run on them; each
//! says afterwards what it has read, and where that was not here the piece is noted and what was found is worth nothing.
//!
//! Each piece bears a checksum of itself, its number and the checksum of the file it was cut from: one of another
//! edition, or in another's place, is refused.

mod head;

use std::cell::{Cell, RefCell};
use std::ops::Range;

use crate::file::{Checksum, File, OpenError, SECTIONS, Section};
use crate::index::Index;
use crate::lists::STRIDE;

/// How many bytes of a section a piece holds; 0 for sections that are in the head. What every query reads much of, the
/// lengths and, for typos, the dictionary, comes in few; lists, of which a query reads some here and there, in small ones,
/// though each costs the two hundred bytes of its request.
const SIZES: [usize; SECTIONS] = [0, 65_536, 32_768, 32_768, 0, 0, 1024, 0, 4096, 32_768];

/// The sections in the order of the file.
const SECTION: [Section; SECTIONS] = [
    Section::Totals,
    Section::Lengths,
    Section::Shapes,
    Section::Suffixes,
    Section::Restarts,
    Section::Runs,
    Section::Lists,
    Section::Prefixes,
    Section::PrefixLists,
    Section::Names,
];

/// Which pieces of a file are here, and which were missed.
#[derive(Debug, Clone)]
pub(crate) struct Pieces {
    /// Whether some bytes of the file are here; those that are not, it notes. What opens a whole file never names it.
    have: fn(&Pieces, usize, Range<usize>) -> bool,
    /// Where the list of some words begins behind the first of its run, in bits. What opens a whole file never names it.
    skip: fn(&Pieces, u32) -> u32,
    skips: Vec<u32>,
    /// For each section, where it lies and the number of its first piece.
    sections: Vec<(Range<usize>, u32)>,
    here: Vec<bool>,
    missed: RefCell<Vec<u32>>,
    /// How often something was missed.
    times: Cell<u32>,
}

/// What of a section is here.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sight<'a> {
    pieces: Option<&'a Pieces>,
    section: Section,
}

impl<'a> Sight<'a> {
    /// Everything is here.
    pub const WHOLE: Sight<'static> = Sight { pieces: None, section: Section::Totals };

    /// What of this section is here, of a file of which these pieces are.
    pub fn new(pieces: Option<&'a Pieces>, section: Section) -> Self {
        Sight { pieces, section }
    }

    /// Whether these bytes of the section are here. What is not is noted.
    #[inline(always)]
    pub fn has(self, bytes: Range<usize>) -> bool {
        match self.pieces {
            None => true,
            Some(pieces) => (pieces.have)(pieces, self.section as usize, bytes),
        }
    }

    /// Whether these bits of the section are here. What is not is noted.
    #[inline(always)]
    pub fn has_bits(self, bits: Range<usize>) -> bool {
        self.pieces.is_none() || self.has(bits.start / 8..bits.end.div_ceil(8))
    }

    /// Where the list of the last word begins of which that is known, up to this one, behind the first of its run.
    #[inline(always)]
    pub fn skip(self, word: u32) -> Option<u32> {
        self.pieces.map(|pieces| (pieces.skip)(pieces, word))
    }

    /// Whether the file was opened whole.
    #[inline(always)]
    pub fn is_whole(self) -> bool {
        self.pieces.is_none()
    }
}

impl Pieces {
    fn new(file: &File, skips: Vec<u32>) -> Pieces {
        let mut next = 0;
        let mut sections = Vec::new();
        for (section, size) in SECTION.into_iter().zip(SIZES) {
            let range = file.range(section);
            sections.push((range.clone(), next));
            next += if size > 0 { range.len().div_ceil(size) as u32 } else { 0 };
        }
        Pieces {
            have,
            skip,
            skips,
            sections,
            here: vec![false; next as usize],
            missed: RefCell::default(),
            times: Cell::default(),
        }
    }

    /// Which bytes of the file a piece is.
    fn range(&self, piece: u32) -> Option<Range<usize>> {
        let at = self.sections.iter().zip(SIZES).rfind(|((_, first), size)| *size > 0 && *first <= piece);
        let ((section, first), size) = at.filter(|_| (piece as usize) < self.here.len())?;
        let start = section.start + (piece - first) as usize * size;
        Some(start..(start + size).min(section.end))
    }
}

fn skip(pieces: &Pieces, word: u32) -> u32 {
    pieces.skips.get((word / STRIDE) as usize).copied().unwrap_or(0)
}

fn have(pieces: &Pieces, section: usize, bytes: Range<usize>) -> bool {
    let ((section, first), size) = (&pieces.sections[section], SIZES[section]);
    let end = bytes.end.min(section.len());
    if size == 0 || bytes.start >= end {
        return true;
    }
    let mut all = true;
    for piece in bytes.start / size..=(end - 1) / size {
        let piece = first + piece as u32;
        if !pieces.here[piece as usize] {
            all = false;
            pieces.times.set(pieces.times.get().wrapping_add(1));
            let mut missed = pieces.missed.borrow_mut();
            if let Err(place) = missed.binary_search(&piece) {
                missed.insert(place, piece);
            }
        }
    }
    all
}

impl File {
    /// Whether everything that was looked for so far was here.
    #[inline]
    pub fn missed_nothing(&self) -> bool {
        self.pieces.as_ref().is_none_or(|pieces| pieces.missed.borrow().is_empty())
    }

    /// How often something was looked for that was not here.
    #[inline]
    pub fn times_missed(&self) -> u32 {
        self.pieces.as_ref().map_or(0, |pieces| pieces.times.get())
    }
}

impl Index {
    /// The pieces of this index, in the order of their numbers, each as [`Index::give`] takes it.
    pub fn pieces(&self) -> impl Iterator<Item = Vec<u8>> {
        let pieces = Pieces::new(&self.file, Vec::new());
        let edition = self.file.edition();
        (0..pieces.here.len() as u32).map(move |piece| {
            let range = pieces.range(piece).unwrap_or_default();
            let bytes = &self.file.bytes()[range];
            [&sum(edition, piece, bytes).to_le_bytes(), bytes].concat()
        })
    }

    /// The numbers of the pieces that were missed since this was last asked, ascending. What was found meanwhile is
    /// worth nothing unless there are none: it is to be asked again when they were [given](Index::give).
    pub fn missed(&self) -> Vec<u32> {
        self.file.pieces.as_ref().map(|pieces| pieces.missed.take()).unwrap_or_default()
    }

    /// Takes the piece with that number.
    ///
    /// # Errors
    /// [`OpenError::Damaged`] when the bytes are not that piece of this index.
    pub fn give(&mut self, piece: u32, bytes: &[u8]) -> Result<(), OpenError> {
        self.forget();
        let edition = self.file.edition();
        let range = self.file.pieces.as_ref().and_then(|pieces| pieces.range(piece));
        let (range, (told, bytes)) = range.zip(bytes.split_first_chunk()).ok_or(OpenError::Damaged)?;
        if u64::from_le_bytes(*told) != sum(edition, piece, bytes) || bytes.len() != range.len() {
            return Err(OpenError::Damaged);
        }
        self.file.bytes_mut()[range].copy_from_slice(bytes);
        if let Some(pieces) = &mut self.file.pieces {
            pieces.here[piece as usize] = true;
        }
        Ok(())
    }
}

/// The checksum of a piece.
fn sum(edition: u64, piece: u32, bytes: &[u8]) -> u64 {
    let mut sum = Checksum::default();
    sum.add(&edition.to_le_bytes());
    sum.add(&piece.to_le_bytes());
    sum.add(bytes);
    sum.end()
}
