//! What of a file is here, where not everything is.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use crate::sections::{SECTIONS, Section};

/// How many lists of an index that comes in pieces are left out one by one at most: where the others begin its head says.
pub(crate) const STRIDE: u32 = 8;

/// How many bytes of a section a piece holds; 0 for sections that are in the head. What every query reads much of, the
/// lengths and, for typos, the dictionary, comes in few; lists, of which a query reads some here and there, in small ones,
/// though each costs the two hundred bytes of its request.
pub(crate) const SIZES: [usize; SECTIONS] =
    [0, 65_536, 32_768, 32_768, 0, 0, 1536, 0, 4096, 32_768, 32_768, 32_768];

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
    /// None of the pieces of the file whose sections lie there is here; a list begins so far behind the first of its run,
    /// of every [`STRIDE`]th.
    pub fn new(ranges: impl Iterator<Item = Range<usize>>, skips: Vec<u32>) -> Pieces {
        let mut next = 0;
        let mut sections = Vec::new();
        for (range, size) in ranges.zip(SIZES) {
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

    /// How many there are.
    pub fn len(&self) -> u32 {
        self.here.len() as u32
    }

    /// Which bytes of the file a piece is.
    pub fn range(&self, piece: u32) -> Option<Range<usize>> {
        let at = self.sections.iter().zip(SIZES).rfind(|((_, first), size)| *size > 0 && *first <= piece);
        let ((section, first), size) = at.filter(|_| (piece as usize) < self.here.len())?;
        let start = section.start + (piece - first) as usize * size;
        Some(start..(start + size).min(section.end))
    }

    /// Says that a piece is here.
    pub fn put(&mut self, piece: u32) {
        self.here[piece as usize] = true;
    }

    /// Those that were missed since this was last asked, ascending.
    pub fn take_missed(&self) -> Vec<u32> {
        self.missed.take()
    }

    /// Whether none was missed since then.
    #[inline]
    pub fn missed_nothing(&self) -> bool {
        self.missed.borrow().is_empty()
    }

    /// How often one was missed.
    #[inline]
    pub fn times_missed(&self) -> u32 {
        self.times.get()
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
