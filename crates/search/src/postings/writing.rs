//! Writing the list of a word.

use super::{BLOCK, Frame, ONCE_WIDTH, Place, SIZE_WIDTH, each_position, positions};
use crate::bits::{BitWriter, width_below};

/// Writes a list: for each field, the places in order. Without `positions` only the documents are kept. Gives how many
/// it tells, counted once for each field.
pub(crate) fn write(out: &mut BitWriter, frame: Frame<'_>, fields: &[Vec<Place>], positions: bool) -> u32 {
    let counts: Vec<u32> = fields.iter().map(|places| documents(places).count() as u32).collect();
    let is_plain = counts.iter().enumerate().all(|(field, count)| (field == 0) == (*count > 0));
    out.push(u32::from(!is_plain), 1);
    if !is_plain {
        counts.iter().for_each(|count| out.push(u32::from(*count > 0), 1));
    }
    counts.iter().filter(|count| **count > 0).for_each(|count| out.gamma(*count));
    let all: u32 = counts.iter().sum();
    let (mut body, mut all_positions) = (BitWriter::default(), BitWriter::default());
    for (field, count) in counts.into_iter().enumerate().filter(|(_, count)| *count > 0) {
        let part = Part { frame, field, count, positions };
        part.write(&fields[field], &mut body, &mut all_positions);
    }
    if all > 1 {
        out.golomb((body.len() + all_positions.len()) as u32, SIZE_WIDTH);
    }
    out.append(body);
    out.append(all_positions);
    all
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
        let times: Vec<u32> = documents(places).map(|places| places.len() as u32).collect();
        if let [times] = times[..] {
            out.below(places[0].document, self.frame.documents);
            if repeats {
                out.gamma(times);
            }
            return self.write_positions(places, positions);
        }
        let gap_width = self.frame.gap_width(self.count);
        let (mut gaps, mut own) = (BitWriter::default(), BitWriter::default());
        let (mut table, mut next) = (Vec::new(), 0);
        for (at, places) in documents(places).enumerate() {
            if at > 0 && at % BLOCK == 0 {
                table.push([next, gaps.len() as u32, own.len() as u32]);
            }
            if repeats && (at % BLOCK == 0 || times[at - 1] > 1) {
                gaps.rice(once(at, &times), ONCE_WIDTH);
            }
            let document = places[0].document;
            gaps.rice(document - next, gap_width);
            next = document + 1;
            if times[at] > 1 && repeats {
                gaps.gamma(times[at] - 1);
            }
            self.write_positions(places, &mut own);
        }
        if !table.is_empty() {
            self.write_table(&table, gaps.len() as u32, own.len() as u32, out);
        }
        out.append(gaps);
        positions.append(own);
    }

    fn write_positions(&self, places: &[Place], out: &mut BitWriter) {
        if !self.positions {
            return;
        }
        let limit = positions(self.frame.lengths_of(self.field), places[0].document);
        let (mut next, mut rest) = (0, places.iter());
        let number = |possible: u32| {
            let position = rest.next().map_or(0, |place| place.position);
            let number = position.saturating_sub(next).min(possible - 1);
            next += number + 1;
            out.below(number, possible);
            number
        };
        each_position(limit, places.len() as u32, number, |_| {});
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

/// How many documents from the one `at` on, up to the end of its block, have the word once.
fn once(at: usize, times: &[u32]) -> u32 {
    let rest = &times[at..times.len().min((at / BLOCK + 1) * BLOCK)];
    rest.iter().take_while(|times| **times == 1).count() as u32
}
