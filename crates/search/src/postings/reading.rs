//! Reading the list of a word.

mod among;

use super::{BLOCK, Frame, ONCE_WIDTH, SIZE_WIDTH, each_position, positions};
use crate::bits::{BitReader, Codes, width_below};
use crate::sight::Sight;

/// Of an index that comes in pieces, a list of so many bits is asked for at once; of a longer one, what is to be read.
const SHORT: usize = 1 << 16;

/// One field of a list.
#[derive(Debug, Clone, Copy)]
struct Head {
    field: usize,
    count: u32,
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

impl Head {
    /// How many bits so many of its documents take at least.
    fn least(&self, documents: u32) -> usize {
        documents as usize * (self.gap_width as usize + 1)
    }
}

/// Whom the documents of a list are told.
pub(crate) trait Visitor {
    /// The documents that follow have the word in this field.
    fn field(&mut self, field: usize);
    /// A document, and how often the word stands in it there.
    fn document(&mut self, document: u32, times: u32);
}

/// A list in the file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct List<'a> {
    frame: Frame<'a>,
    sight: Sight<'a>,
    fields: u32,
    /// In how many documents the word stands, counted once for each field.
    pub count: u32,
    /// At the counts of the fields.
    counts: BitReader<'a>,
    /// At the first field.
    body: BitReader<'a>,
    /// How many bits the fields take; 0 where that is not written.
    size: usize,
}

impl<'a> List<'a> {
    /// The list that begins at `bits`; one of nothing where that is not here.
    #[inline]
    pub fn new(frame: Frame<'a>, sight: Sight<'a>, bits: BitReader<'a>) -> Self {
        let mut codes = Codes::new(bits);
        let fields = if codes.read(1) == 0 { 1 } else { codes.read(frame.fields as u32) };
        let counts = codes.bits();
        let all = (0..fields.count_ones()).map(|_| codes.gamma().min(frame.documents));
        let count = all.fold(0, u32::saturating_add);
        let size = if count > 1 { codes.golomb(SIZE_WIDTH) as usize } else { 0 };
        let body = codes.bits();
        if !sight.has_bits(bits.at()..body.at()) {
            return List { frame, sight, fields: 0, count: 0, counts: bits, body: bits, size: 0 };
        }
        List { frame, sight, fields, count, counts, body, size }
    }

    /// Whether what is to be read of the list is here, as far as can be told before. Of a short one that is all.
    #[inline(always)]
    fn is_here(&self) -> bool {
        let short = self.sight.is_whole() || self.size > SHORT;
        short || self.sight.has_bits(self.body.at()..self.body.at() + self.size)
    }

    /// The bit after the list. That of a word that stands in one text only does not say, and is read.
    #[inline]
    pub fn end(&self) -> usize {
        if self.size > 0 {
            return self.body.at().saturating_add(self.size);
        }
        if self.fields == 0 {
            return self.body.at();
        }
        let mut codes = Codes::new(self.body);
        let repeats = codes.read(1) == 1;
        let document = codes.below(self.frame.documents);
        let times = if repeats { codes.gamma() } else { 1 };
        let limit = positions(self.frame.lengths_of(self.fields.trailing_zeros() as usize), document);
        each_position(limit, times, |bound| codes.below(bound), |_| {});
        self.sight.has_bits(self.body.at()..codes.bits().at());
        codes.bits().at()
    }

    /// Goes through the fields; `read` must read all documents of each, and say where they end.
    #[inline]
    fn heads(&self, mut read: impl FnMut(Head) -> BitReader<'a>) -> BitReader<'a> {
        let (mut counts, mut bits) = (Codes::new(self.counts), self.body);
        let mut rest = self.fields;
        while rest != 0 {
            let field = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            let count = counts.gamma().min(self.frame.documents);
            let head = self.head(field, count, bits);
            if !self.sight.has_bits(bits.at()..head.start) {
                break;
            }
            bits = read(head);
        }
        bits
    }

    #[inline]
    fn head(&self, field: usize, count: u32, mut bits: BitReader<'a>) -> Head {
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
    pub fn documents(&self, visitor: &mut impl Visitor) {
        if !self.is_here() {
            return;
        }
        self.heads(|head| {
            visitor.field(head.field);
            let (start, end) = (head.start, self.end_of(&head, usize::MAX));
            let least = end.unwrap_or(start + head.least(head.count));
            if !self.sight.has_bits(start..least) {
                return self.body.moved(least);
            }
            let (mut codes, mut next) = (Codes::new(self.body.moved(start)), 0);
            for block in (0..head.count).step_by(BLOCK) {
                let count = (head.count - block).min(BLOCK as u32);
                next = self.block(&head, &mut codes, next, count, |document, times| {
                    visitor.document(document, times);
                });
            }
            self.sight.has_bits(start..end.unwrap_or(codes.bits().at()));
            codes.bits()
        });
    }

    /// Where the documents of a block end, or of the last one, as the table tells it. What is not here reads as zeros, and
    /// those as far more bits than there are.
    fn end_of(&self, head: &Head, block: usize) -> Option<usize> {
        let table = head.table?;
        let is_last = block >= (head.count as usize).div_ceil(BLOCK) - 1;
        let gaps = if is_last { table.gaps } else { self.entry(head, block + 1)[1] as usize };
        Some(head.start.saturating_add(gaps))
    }

    /// Tells `count` documents, the first of which is not before `next`; gives the one after the last.
    #[inline]
    fn block(
        &self,
        head: &Head,
        codes: &mut Codes<'a>,
        mut next: u32,
        count: u32,
        mut found: impl FnMut(u32, u32),
    ) -> u32 {
        if head.count == 1 {
            let document = codes.below(self.frame.documents);
            found(document, if head.repeats { codes.gamma() } else { 1 });
            return next;
        }
        // One more than how many follow that have the word once.
        let mut once = if head.repeats { 0 } else { u32::MAX };
        for _ in 0..count {
            if once == 0 {
                once = codes.rice(ONCE_WIDTH).saturating_add(1);
            }
            let document = next.saturating_add(codes.rice(head.gap_width));
            next = document.saturating_add(1);
            once -= 1;
            found(document, if once > 0 { 1 } else { codes.gamma() + 1 });
        }
        next
    }

    /// Tells the documents of the block with that number; gives where they end.
    #[inline]
    fn block_at(&self, head: &Head, block: usize, found: &mut dyn FnMut(u32, u32)) -> BitReader<'a> {
        let [next, gaps, _] = self.entry(head, block);
        let start = self.body.moved(head.start.saturating_add(gaps as usize));
        let mut codes = Codes::new(start);
        let count = (head.count as usize - block * BLOCK).min(BLOCK) as u32;
        let end = self.end_of(head, block);
        if self.sight.has_bits(start.at()..end.unwrap_or(start.at() + head.least(count))) {
            self.block(head, &mut codes, next, count, found);
            self.sight.has_bits(start.at()..end.unwrap_or(codes.bits().at()));
        }
        codes.bits()
    }

    /// The table's entry for a block: the first document it can hold, and where its documents and places begin.
    fn entry(&self, head: &Head, block: usize) -> [u32; 3] {
        let (Some(table), Some(before)) = (head.table, block.checked_sub(1)) else {
            return [0; 3];
        };
        let size = table.widths.iter().sum::<u32>() as usize;
        let mut bits = self.body.moved(table.at + before * size);
        table.widths.map(|width| bits.read(width))
    }
}
