//! Writing the list of a word.

use super::{BLOCK, Frame, ONCE_WIDTH, Place};
use crate::bits::{BitWriter, width_below};

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
        let times: Vec<u32> = documents(places).map(|places| places.len() as u32).collect();
        for (at, places) in documents(places).enumerate() {
            if at > 0 && at % BLOCK == 0 {
                table.push([next, gaps.len() as u32, own.len() as u32]);
            }
            let document = places[0].document;
            gaps.rice(document - next, gap_width);
            next = document + 1;
            if repeats {
                write_times(&mut gaps, at, &times);
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
        let limit = self.frame.positions(self.field, places[0].document);
        places.iter().for_each(|place| out.below(place.position.min(limit - 1), limit));
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

/// Writes how often the word stands in the document `at`. Most have it once: told is, at the start of a block and
/// after each that has it more often, how many that have it once follow.
fn write_times(out: &mut BitWriter, at: usize, times: &[u32]) {
    let rest = |from: usize| &times[from..times.len().min((from / BLOCK + 1) * BLOCK)];
    let once = |times: &[u32]| times.iter().take_while(|times| **times == 1).count() as u32;
    if at.is_multiple_of(BLOCK) {
        out.rice(once(rest(at)), ONCE_WIDTH);
    }
    if times[at] > 1 {
        out.gamma(times[at] - 1);
        if !(at + 1).is_multiple_of(BLOCK) {
            out.rice(once(rest(at + 1)), ONCE_WIDTH);
        }
    }
}
