//! Reading of a list what a few documents ask for.

use super::super::{BLOCK, each_position, positions};
use super::{Head, List, Visitor};
use crate::bits::{BitReader, Codes};

impl<'a> List<'a> {
    /// Tells those of `wanted`, which ascend, that have the word, and how often it stands there, field by field. Of a
    /// field with a table, only the blocks are read that they can be in.
    pub fn documents_among(&self, wanted: &[u32], visitor: &mut dyn Visitor) {
        if !self.is_here() {
            return;
        }
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
        if !self.is_here() {
            return;
        }
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
        let (start, mut codes) = (places.at(), Codes::new(*places));
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
        self.sight.has_bits(start..places.at());
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
