//! Where each word stands: for each field the documents, and in each the places.
//!
//! A list is bits: which fields have the word, in how many documents each; then field by field the documents, as
//! the gaps between them (Rice-coded to the mean gap, which is what chance would have them be) with how often
//! the word stands there; then field by field the places, each in as many bits as the length of that text needs.
//! Looking for documents never reads places. A field with more than [`BLOCK`] documents begins with a table of
//! its blocks, so that the places in a few documents are found without reading the others.

use crate::bits::{BitReader, BitWriter, width_below};
use crate::lengths;

/// How many documents share an entry of the table: at this size the table takes a third of a bit a document.
pub(crate) const BLOCK: usize = 128;

/// A word in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub document: u32,
    pub position: u32,
}

/// What must be known beside a list to write or read it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame<'a> {
    pub documents: u32,
    pub fields: usize,
    /// For each field and document, its length as [`lengths`] writes it.
    pub lengths: &'a [u8],
}

impl Frame<'_> {
    /// The length of a text, as [`lengths`] writes it.
    #[inline]
    pub fn length(&self, field: usize, document: u32) -> u8 {
        let at = field * self.documents as usize + document as usize;
        self.lengths.get(at).copied().unwrap_or(0)
    }

    fn position_width(&self, field: usize, document: u32) -> u32 {
        lengths::position_width(self.length(field, document))
    }

    /// The Rice parameter for `count` documents: the mean gap times ln 2, as a power of two.
    fn gap_width(&self, count: u32) -> u32 {
        (u64::from(self.documents) * 11 / (u64::from(count.max(1)) * 16)).max(1).ilog2()
    }
}

/// Writes a list: for each field, the places in order. Without `positions` only the documents are kept.
pub(crate) fn write(out: &mut BitWriter, frame: Frame<'_>, fields: &[Vec<Place>], positions: bool) {
    let counts: Vec<u32> = fields.iter().map(|places| documents(places).count() as u32).collect();
    let is_plain = counts.iter().enumerate().all(|(field, count)| (field == 0) == (*count > 0));
    out.push(u32::from(!is_plain), 1);
    if !is_plain {
        counts.iter().for_each(|count| out.push(u32::from(*count > 0), 1));
    }
    counts.iter().filter(|count| **count > 0).for_each(|count| out.gamma(*count));
    let mut all_positions = BitWriter::default();
    for (field, count) in counts.into_iter().enumerate().filter(|(_, count)| *count > 0) {
        let part = Part { frame, field, count, positions };
        part.write(&fields[field], out, &mut all_positions);
    }
    out.append(all_positions);
}

/// The places, document by document.
fn documents(places: &[Place]) -> impl Iterator<Item = &[Place]> {
    places.chunk_by(|one, other| one.document == other.document)
}

/// One field of a list being written.
struct Part<'a> {
    frame: Frame<'a>,
    field: usize,
    count: u32,
    positions: bool,
}

impl Part<'_> {
    fn write(&self, places: &[Place], out: &mut BitWriter, positions: &mut BitWriter) {
        let repeats = self.positions && documents(places).any(|places| places.len() > 1);
        out.push(u32::from(repeats), 1);
        let gap_width = self.frame.gap_width(self.count);
        let (mut gaps, mut own) = (BitWriter::default(), BitWriter::default());
        let (mut table, mut next) = (Vec::new(), 0);
        for (at, places) in documents(places).enumerate() {
            if at > 0 && at % BLOCK == 0 {
                table.push([next, gaps.len() as u32, own.len() as u32]);
            }
            let document = places[0].document;
            gaps.rice(document - next, gap_width);
            next = document + 1;
            if repeats {
                gaps.gamma(places.len() as u32);
            }
            if self.positions {
                self.write_positions(places, &mut own);
            }
        }
        if !table.is_empty() {
            self.write_table(&table, gaps.len() as u32, own.len() as u32, out);
        }
        out.append(gaps);
        positions.append(own);
    }

    fn write_positions(&self, places: &[Place], out: &mut BitWriter) {
        let width = self.frame.position_width(self.field, places[0].document);
        let most = (1 << width) - 1;
        places.iter().for_each(|place| out.push(place.position.min(most), width));
    }

    fn write_table(&self, table: &[[u32; 3]], gaps: u32, positions: u32, out: &mut BitWriter) {
        let widths =
            [self.frame.documents, gaps, positions].map(|limit| width_below(limit.saturating_add(1)));
        out.push(gaps, 32);
        out.push(positions, 32);
        for entry in table {
            entry.iter().zip(widths).for_each(|(number, width)| out.push(*number, width));
        }
    }
}

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
            let mut next = 0_u32;
            for _ in 0..head.count {
                let document = next.saturating_add(bits.rice(head.gap_width));
                let times = if head.repeats { bits.gamma() } else { 1 };
                if document >= self.frame.documents {
                    break;
                }
                next = document + 1;
                found(head.field, document, times);
            }
        });
    }

    /// Tells every place in the documents that `wanted` names, ascending.
    pub fn places(&self, wanted: &[u32], mut found: impl FnMut(usize, Place)) {
        let mut heads = Vec::new();
        let mut after = self.heads(|head, bits| {
            let end = self.end(&head);
            *bits = BitReader::new_from(bits, end.0);
            heads.push((head, end.1));
        });
        for (head, positions) in heads {
            self.places_in(&head, after, wanted, &mut found);
            after.skip(positions);
        }
    }

    /// Where the documents of a field end, and how many bits its places take.
    fn end(&self, head: &Head) -> (usize, usize) {
        match head.table {
            Some(table) => (head.start.saturating_add(table.gaps), table.positions),
            None => {
                let mut block = Block::new(self, head, 0);
                block.by_ref().for_each(drop);
                (block.bits.at(), block.offset)
            }
        }
    }

    fn places_in(
        &self,
        head: &Head,
        positions: BitReader<'a>,
        wanted: &[u32],
        found: &mut impl FnMut(usize, Place),
    ) {
        let blocks = (head.count as usize).div_ceil(BLOCK);
        let mut wanted = wanted;
        for at in 0..blocks {
            let end = if at + 1 < blocks { self.entry(head, at + 1)[0] } else { u32::MAX };
            let here = wanted.partition_point(|document| *document < end);
            if here > 0 {
                let block = Block::new(self, head, at);
                tell(block, positions, &wanted[..here], head.field, found);
            }
            wanted = &wanted[here..];
        }
    }

    /// The table's entry for a block: the first document it can hold, and where its documents and places begin.
    fn entry(&self, head: &Head, block: usize) -> [u32; 3] {
        let (Some(table), Some(before)) = (head.table, block.checked_sub(1)) else {
            return [0; 3];
        };
        let size = table.widths.iter().sum::<u32>() as usize;
        let mut bits = BitReader::new_from(&self.bits, table.at + before * size);
        table.widths.map(|width| bits.read(width))
    }
}

/// Tells the places of those documents of a block that are wanted.
fn tell<'a>(
    block: Block<'_, 'a>,
    positions: BitReader<'a>,
    mut wanted: &[u32],
    field: usize,
    found: &mut impl FnMut(usize, Place),
) {
    for posting in block {
        while wanted.first().is_some_and(|document| *document < posting.document) {
            wanted = &wanted[1..];
        }
        match wanted.first() {
            None => return,
            Some(document) if *document == posting.document => {
                let mut bits = positions;
                bits.skip(posting.offset);
                for _ in 0..posting.times.min(lengths::MOST_TIMES) {
                    found(field, Place { document: *document, position: bits.read(posting.width) });
                }
            }
            Some(_) => {}
        }
    }
}

/// One document of a list.
struct Posting {
    document: u32,
    times: u32,
    /// Where its places begin among those of its field, and how many bits each takes.
    offset: usize,
    width: u32,
}

/// The documents of a block, one by one.
struct Block<'b, 'a> {
    list: &'b List<'a>,
    field: usize,
    gap_width: u32,
    repeats: bool,
    bits: BitReader<'a>,
    left: usize,
    next: u32,
    offset: usize,
}

impl<'b, 'a> Block<'b, 'a> {
    fn new(list: &'b List<'a>, head: &Head, block: usize) -> Self {
        let [next, gaps, positions] = list.entry(head, block);
        Block {
            list,
            field: head.field,
            gap_width: head.gap_width,
            repeats: head.repeats,
            bits: BitReader::new_from(&list.bits, head.start + gaps as usize),
            left: (head.count as usize - block * BLOCK).min(BLOCK),
            next,
            offset: positions as usize,
        }
    }
}

impl Iterator for Block<'_, '_> {
    type Item = Posting;

    fn next(&mut self) -> Option<Posting> {
        self.left = self.left.checked_sub(1)?;
        let document = self.next.saturating_add(self.bits.rice(self.gap_width));
        let times = if self.repeats { self.bits.gamma() } else { 1 };
        self.next = document.saturating_add(1);
        let width = self.list.frame.position_width(self.field, document);
        let offset = self.offset;
        self.offset = offset.saturating_add(times as usize * width as usize);
        Some(Posting { document, times, offset, width })
    }
}
