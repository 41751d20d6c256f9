//! Reading the list of a word.

use super::{BLOCK, Frame, ONCE_WIDTH, SIZE_WIDTH, each_position, positions};
use crate::bits::{BitReader, Codes, width_below};

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
    /// The list that begins at `bits`.
    #[inline]
    pub fn new(frame: Frame<'a>, bits: BitReader<'a>) -> Self {
        let mut codes = Codes::new(bits);
        let fields = if codes.read(1) == 0 { 1 } else { codes.read(frame.fields as u32) };
        let counts = codes.bits();
        let all = (0..fields.count_ones()).map(|_| codes.gamma().min(frame.documents));
        let count = all.fold(0, u32::saturating_add);
        let size = if count > 1 { codes.golomb(SIZE_WIDTH) as usize } else { 0 };
        List { frame, fields, count, counts, body: codes.bits(), size }
    }

    /// The bit after the list. That of a word that stands in one text only does not say, and is read.
    #[inline]
    pub fn end(&self) -> usize {
        if self.size > 0 {
            return self.body.at().saturating_add(self.size);
        }
        let mut codes = Codes::new(self.body);
        let repeats = codes.read(1) == 1;
        let document = codes.below(self.frame.documents);
        let times = if repeats { codes.gamma() } else { 1 };
        let limit = positions(self.frame.lengths_of(self.fields.trailing_zeros() as usize), document);
        each_position(limit, times, |bound| codes.below(bound), |_| {});
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
            bits = read(self.head(field, count, bits));
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
        self.heads(|head| {
            visitor.field(head.field);
            let (mut codes, mut next) = (Codes::new(self.body.moved(head.start)), 0);
            for block in (0..head.count).step_by(BLOCK) {
                let count = (head.count - block).min(BLOCK as u32);
                next = self.block(&head, &mut codes, next, count, |document, times| {
                    visitor.document(document, times);
                });
            }
            codes.bits()
        });
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
        let mut codes = Codes::new(self.body.moved(head.start.saturating_add(gaps as usize)));
        let count = (head.count as usize - block * BLOCK).min(BLOCK) as u32;
        self.block(head, &mut codes, next, count, found);
        codes.bits()
    }

    /// Tells those of `wanted`, which ascend, that have the word, and how often it stands there, field by field. Of a
    /// field with a table, only the blocks are read that they can be in.
    pub fn documents_among(&self, wanted: &[u32], visitor: &mut dyn Visitor) {
        self.heads(|head| {
            visitor.field(head.field);
            let mut read = |block, mut at: usize| {
                self.block_at(&head, block, &mut |document, times| {
                    if is_next(wanted, &mut at, document) {
                        visitor.document(document, times);
                    }
                })
            };
            match head.table {
                Some(table) => {
                    self.blocks_among(&head, wanted, &mut |block, at| _ = read(block, at));
                    self.body.moved(head.start.saturating_add(table.gaps))
                }
                None => read(0, 0),
            }
        });
    }

    /// Tells every place in the documents that `wanted` names, ascending, each with which of them it is in.
    pub fn places(&self, wanted: &[u32], found: &mut dyn FnMut(usize, usize, u32)) {
        let mut any = false;
        let mut places = self.heads(|head| match head.table {
            Some(table) => {
                any = true;
                self.body.moved(head.start.saturating_add(table.gaps))
            }
            None => {
                let mut at = 0;
                self.block_at(&head, 0, &mut |document, _| any |= is_next(wanted, &mut at, document))
            }
        });
        if !any {
            return;
        }
        self.heads(|head| match head.table {
            Some(table) => {
                let start = places.at();
                self.blocks_among(&head, wanted, &mut |block, at| {
                    let start = start.saturating_add(self.entry(&head, block)[2] as usize);
                    self.tell(&head, block, &mut places.moved(start), wanted, at, found);
                });
                places = places.moved(start.saturating_add(table.positions));
                self.body.moved(head.start.saturating_add(table.gaps))
            }
            None => self.tell(&head, 0, &mut places, wanted, 0, found),
        });
    }

    /// Tells the places, which begin at `places`, in those documents of a block that are wanted, from the one with the
    /// number `at` on; gives where its documents end.
    fn tell(
        &self,
        head: &Head,
        block: usize,
        places: &mut BitReader<'a>,
        wanted: &[u32],
        mut at: usize,
        found: &mut dyn FnMut(usize, usize, u32),
    ) -> BitReader<'a> {
        let mut codes = Codes::new(*places);
        let lengths = self.frame.lengths_of(head.field);
        let documents = self.block_at(head, block, &mut |document, times| {
            let limit = positions(lengths, document);
            let is_wanted = is_next(wanted, &mut at, document);
            each_position(
                limit,
                times,
                |bound| codes.below(bound),
                |position| {
                    if is_wanted {
                        found(head.field, at, position);
                    }
                },
            );
        });
        *places = codes.bits();
        documents
    }

    /// Goes through the blocks that any of `wanted` can be in, each with the number of the first of those.
    fn blocks_among(&self, head: &Head, wanted: &[u32], found: &mut dyn FnMut(usize, usize)) {
        let blocks = (head.count as usize).div_ceil(BLOCK);
        let (mut block, mut at) = (0, 0);
        while let Some(first) = wanted.get(at) {
            // The last block that begins no later than the first document wanted.
            let mut end = blocks;
            while block + 1 < end {
                let middle = block.midpoint(end);
                if self.entry(head, middle)[0] <= *first { block = middle } else { end = middle }
            }
            found(block, at);
            let next = if block + 1 < blocks { self.entry(head, block + 1)[0] } else { u32::MAX };
            at += wanted[at..].partition_point(|document| *document < next).max(1);
        }
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

/// Whether `document` is the first of `wanted`, from the one with the number `at` on, that is not before it; `at` is
/// moved to that one.
#[inline]
fn is_next(wanted: &[u32], at: &mut usize, document: u32) -> bool {
    while wanted.get(*at).is_some_and(|wanted| *wanted < document) {
        *at += 1;
    }
    wanted.get(*at) == Some(&document)
}
