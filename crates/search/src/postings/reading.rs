//! Reading the list of a word.

use super::times::Times;
use super::{BLOCK, Frame, Place};
use crate::bits::{BitReader, width_below};
use crate::lengths;

/// One field of a list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Head {
    pub field: usize,
    pub count: u32,
    gap_width: u32,
    repeats: bool,
    /// The bit where the documents begin.
    start: usize,
    table: Option<Table>,
}

#[derive(Debug, Clone, Copy)]
struct Table {
    at: usize,
    widths: [u32; 3],
    gaps: usize,
    positions: usize,
}

/// A list in the file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct List<'a> {
    pub frame: Frame<'a>,
    bits: BitReader<'a>,
    fields: u32,
}

impl<'a> List<'a> {
    /// The list that begins at `bits`.
    #[inline]
    pub fn new(frame: Frame<'a>, mut bits: BitReader<'a>) -> Self {
        let fields = if bits.read(1) == 0 { 1 } else { bits.read(frame.fields as u32) };
        List { frame, bits, fields }
    }

    /// In how many documents the word stands, counted once for each field.
    #[inline]
    pub fn count(&self) -> u32 {
        let mut bits = self.bits;
        let counts = (0..self.fields.count_ones()).map(|_| bits.gamma().min(self.frame.documents));
        counts.fold(0, u32::saturating_add)
    }

    /// Goes through the fields; `read` must read all documents of each, and leave the reader after them.
    #[inline]
    fn heads(&self, mut read: impl FnMut(Head, &mut BitReader<'a>)) -> BitReader<'a> {
        let mut counts = self.bits;
        let mut bits = self.bits;
        for _ in 0..self.fields.count_ones() {
            bits.gamma();
        }
        let mut rest = self.fields;
        while rest != 0 {
            let field = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            let count = counts.gamma().min(self.frame.documents);
            read(self.head(field, count, &mut bits), &mut bits);
        }
        bits
    }

    fn head(&self, field: usize, count: u32, bits: &mut BitReader<'a>) -> Head {
        let repeats = bits.read(1) == 1;
        let blocks = (count as usize).div_ceil(BLOCK);
        let table = (blocks > 1).then(|| {
            let (gaps, positions) = (bits.read(32), bits.read(32));
            let limits = [self.frame.documents, gaps, positions];
            let widths = limits.map(|limit| width_below(limit.saturating_add(1)));
            let at = bits.at();
            bits.skip((blocks - 1) * widths.iter().sum::<u32>() as usize);
            Table { at, widths, gaps: gaps as usize, positions: positions as usize }
        });
        let gap_width = self.frame.gap_width(count);
        Head { field, count, gap_width, repeats, start: bits.at(), table }
    }

    /// Tells every document and how often the word stands there, field by field.
    #[inline]
    pub fn documents(&self, mut found: impl FnMut(usize, u32, u32)) {
        self.heads(|head, bits| {
            let (mut next, mut times) = (0_u32, Times::new(head.repeats));
            for _ in 0..head.count {
                let document = next.saturating_add(bits.rice(head.gap_width));
                let times = times.next(bits);
                if document >= self.frame.documents {
                    break;
                }
                next = document + 1;
                found(head.field, document, times);
            }
        });
    }

    /// Tells those of `wanted`, which ascend, that have the word, and how often it stands there, field by field.
    /// Of a field with a table, only the blocks are read that they can be in.
    pub fn documents_among(&self, wanted: &[u32], found: &mut dyn FnMut(usize, u32, u32)) {
        self.heads(|head, bits| {
            let mut read = |at, mut wanted: &[u32]| {
                let mut block = Block::new(self, &head, at);
                for (document, times) in block.by_ref() {
                    if take(&mut wanted, document) {
                        found(head.field, document, times);
                    }
                }
                block.bits
            };
            *bits = match head.table {
                Some(table) => {
                    self.blocks_among(&head, wanted, &mut |at, wanted| _ = read(at, wanted));
                    bits.moved(head.start.saturating_add(table.gaps))
                }
                None => read(0, wanted),
            };
        });
    }

    /// Tells every place in the documents that `wanted` names, ascending.
    pub fn places(&self, wanted: &[u32], found: &mut dyn FnMut(usize, Place)) {
        let (mut heads, mut any) = (Vec::new(), false);
        let mut places = self.heads(|head, bits| {
            *bits = match head.table {
                Some(table) => {
                    any = true;
                    bits.moved(head.start.saturating_add(table.gaps))
                }
                None => {
                    let mut block = Block::new(self, &head, 0);
                    any |= block.has_any(wanted);
                    block.bits
                }
            };
            heads.push(head);
        });
        for head in heads.iter().take(if any { usize::MAX } else { 0 }) {
            places = match head.table {
                Some(table) => {
                    self.places_by_block(head, places, wanted, found);
                    places.moved(places.at().saturating_add(table.positions))
                }
                None => Block::new(self, head, 0).tell(places, wanted, found),
            };
        }
    }

    /// Tells the places in a field of several blocks, of which only those with documents that are wanted are read.
    fn places_by_block(
        &self,
        head: &Head,
        places: BitReader<'a>,
        wanted: &[u32],
        found: &mut dyn FnMut(usize, Place),
    ) {
        self.blocks_among(head, wanted, &mut |at, wanted| {
            let start = places.at().saturating_add(self.entry(head, at)[2] as usize);
            Block::new(self, head, at).tell(places.moved(start), wanted, found);
        });
    }

    /// Goes through the blocks that any of `wanted` can be in, with those that can.
    fn blocks_among(&self, head: &Head, mut wanted: &[u32], found: &mut dyn FnMut(usize, &[u32])) {
        let blocks = (head.count as usize).div_ceil(BLOCK);
        let mut at = 0;
        while let Some(first) = wanted.first() {
            // The last block that begins no later than the first document wanted.
            let mut end = blocks;
            while at + 1 < end {
                let middle = at.midpoint(end);
                if self.entry(head, middle)[0] <= *first { at = middle } else { end = middle }
            }
            let next = if at + 1 < blocks { self.entry(head, at + 1)[0] } else { u32::MAX };
            let here = wanted.partition_point(|document| *document < next).max(1);
            found(at, &wanted[..here]);
            wanted = &wanted[here..];
        }
    }

    /// The table's entry for a block: the first document it can hold, and where its documents and places begin.
    fn entry(&self, head: &Head, block: usize) -> [u32; 3] {
        let (Some(table), Some(before)) = (head.table, block.checked_sub(1)) else {
            return [0; 3];
        };
        let size = table.widths.iter().sum::<u32>() as usize;
        let mut bits = self.bits.moved(table.at + before * size);
        table.widths.map(|width| bits.read(width))
    }
}

/// The documents of a block, one by one.
struct Block<'b, 'a> {
    list: &'b List<'a>,
    field: usize,
    gap_width: u32,
    times: Times,
    bits: BitReader<'a>,
    left: usize,
    next: u32,
}

impl<'b, 'a> Block<'b, 'a> {
    fn new(list: &'b List<'a>, head: &Head, block: usize) -> Self {
        let [next, gaps, _] = list.entry(head, block);
        Block {
            list,
            field: head.field,
            gap_width: head.gap_width,
            times: Times::new(head.repeats),
            bits: list.bits.moved(head.start + gaps as usize),
            left: (head.count as usize - block * BLOCK).min(BLOCK),
            next,
        }
    }

    /// Whether any document is one of `wanted`, which ascend. All are read.
    fn has_any(&mut self, mut wanted: &[u32]) -> bool {
        self.by_ref().fold(false, |any, (document, _)| any | take(&mut wanted, document))
    }

    /// Tells the places, which begin at `places`, in those documents that are wanted; gives where they end.
    fn tell(
        self,
        mut places: BitReader<'a>,
        mut wanted: &[u32],
        found: &mut dyn FnMut(usize, Place),
    ) -> BitReader<'a> {
        let (frame, field) = (self.list.frame, self.field);
        for (document, times) in self {
            let limit = frame.positions(field, document);
            let is_wanted = take(&mut wanted, document);
            for _ in 0..times.min(lengths::MOST_TIMES) {
                let position = places.below(limit);
                if is_wanted {
                    found(field, Place { document, position });
                }
            }
        }
        places
    }
}

/// Whether `document` is the first of `wanted` that is not before it; those before are taken off.
fn take(wanted: &mut &[u32], document: u32) -> bool {
    while wanted.first().is_some_and(|first| *first < document) {
        *wanted = &wanted[1..];
    }
    wanted.first() == Some(&document)
}

impl Iterator for Block<'_, '_> {
    /// A document, and how often the word stands there.
    type Item = (u32, u32);

    fn next(&mut self) -> Option<(u32, u32)> {
        self.left = self.left.checked_sub(1)?;
        let document = self.next.saturating_add(self.bits.rice(self.gap_width));
        let times = self.times.next(&mut self.bits);
        self.next = document.saturating_add(1);
        Some((document, times))
    }
}
