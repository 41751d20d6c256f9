//! What of a file is here, where not everything is.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use crate::lists::AHEAD;
use crate::sections::{SECTIONS, Section};

/// How many lists of an index that comes in pieces are left out one by one at most: where the others begin its head says.
pub(crate) const STRIDE: u32 = 4;

/// How many bytes of a section a piece holds; 0 for sections that are in the head. What every query reads much of, the
/// lengths and, for typos, the dictionary, comes in few; lists, of which a query reads some here and there, in small ones,
/// though each costs the two hundred bytes of its request.
pub(crate) const SIZES: [usize; SECTIONS] =
    [0, 65_536, 32_768, 32_768, 0, 0, 1024, 0, 4096, 32_768, 32_768, 32_768];

/// Which pieces of a file are here, and which were missed.
#[derive(Debug, Clone)]
pub(crate) struct Pieces {
    /// Whether some bytes of the file are here; those that are not, it notes. What opens a whole file never names it.
    have: fn(&Pieces, usize, Range<usize>) -> bool,
    /// The word, up to a given one, nearest to it of whose list it is known where it begins. What opens a whole file never
    /// names it.
    near: fn(&Pieces, u32, usize) -> (u32, usize),
    landmarks: Landmarks,
    /// For each section, where it lies and the number of its first piece.
    sections: Vec<(Range<usize>, u32)>,
    here: Vec<bool>,
    missed: RefCell<Vec<u32>>,
    /// How often something was missed.
    times: Cell<u32>,
}

/// What is known of where lists lie before any is here.
#[derive(Debug, Clone, Default)]
pub(crate) struct Landmarks {
    /// For every [`STRIDE`]th word, how many bits its list begins behind the first of its run.
    pub skips: Vec<u32>,
    /// The lists that are long, in order.
    pub long: Vec<Long>,
}

/// A long list.
#[derive(Debug, Clone)]
pub(crate) struct Long {
    pub word: u32,
    /// Its bits.
    pub list: Range<usize>,
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

    /// The last word, up to this one, of whose list it is known where it begins, and where, if its run begins at `start`.
    #[inline(always)]
    pub fn near(self, word: u32, start: usize) -> Option<(u32, usize)> {
        self.pieces.map(|pieces| (pieces.near)(pieces, word, start))
    }

    /// Whether these bits of the lists are here, of which the first is that of a list, but for what is behind the beginnings
    /// of long ones. What is not is noted.
    pub fn has_lists(self, bits: Range<usize>) -> bool {
        let long = self.pieces.map_or(&[][..], |pieces| &pieces.landmarks.long);
        let (mut start, mut all) = (bits.start, true);
        for Long { list, .. } in &long[long.partition_point(|long| long.list.start < start)..] {
            if list.start >= bits.end {
                break;
            }
            all &= self.has_bits(start..bits.end.min(list.start + AHEAD));
            start = list.end;
        }
        self.has_bits(start..bits.end.max(start)) && all
    }

    /// Whether the file was opened whole.
    #[inline(always)]
    pub fn is_whole(self) -> bool {
        self.pieces.is_none()
    }
}

impl Pieces {
    /// None of the pieces of the file whose sections lie there is here.
    pub fn new(ranges: impl Iterator<Item = Range<usize>>, landmarks: Landmarks) -> Pieces {
        let mut next = 0;
        let mut sections = Vec::new();
        for (range, size) in ranges.zip(SIZES) {
            sections.push((range.clone(), next));
            next += if size > 0 { range.len().div_ceil(size) as u32 } else { 0 };
        }
        Pieces {
            have,
            near,
            landmarks,
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

fn near(pieces: &Pieces, word: u32, start: usize) -> (u32, usize) {
    let Landmarks { skips, long } = &pieces.landmarks;
    let skip = skips.get((word / STRIDE) as usize).copied().unwrap_or(0);
    let near = (word / STRIDE * STRIDE, start + skip as usize);
    let behind = long.partition_point(|long| long.word <= word).checked_sub(1).map(|last| &long[last]);
    match behind {
        Some(Long { word: itself, list }) if *itself == word => (word, list.start),
        Some(Long { word: before, list }) if *before >= near.0 => (before + 1, list.end),
        _ => near,
    }
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
