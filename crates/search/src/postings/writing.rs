//! Writing the list of a word.

use super::{BLOCK, Frame, ONCE_WIDTH, Place, SIZE_WIDTH, each_position, positions};
use crate::bits::{BitWriter, width_below};
use crate::file::MOST_FIELDS;

/// Writes lists, in room that is used again for each.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    body: BitWriter,
    positions: BitWriter,
    times: Vec<u32>,
}

impl Writer {
    /// Writes a list: for each field, the places in order. Without `positions` only the documents are kept. Gives how
    /// many it tells, counted once for each field.
    #[inline(never)]
    pub fn write(
        &mut self,
        out: &mut BitWriter,
        frame: Frame<'_>,
        fields: &[Vec<Place>],
        positions: bool,
    ) -> u32 {
        let mut counts = [0; MOST_FIELDS];
        for (count, places) in counts.iter_mut().zip(fields) {
            *count = documents(places).count() as u32;
        }
        let counts = &counts[..fields.len()];
        let is_plain = counts.iter().enumerate().all(|(field, count)| (field == 0) == (*count > 0));
        out.push(u32::from(!is_plain), 1);
        if !is_plain {
            counts.iter().for_each(|count| out.push(u32::from(*count > 0), 1));
        }
        counts.iter().filter(|count| **count > 0).for_each(|count| out.gamma(*count));
        for (field, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            Part { frame, field, count: *count, positions }.write(&fields[field], self);
        }
        let all = counts.iter().sum();
        if all > 1 {
            out.golomb((self.body.len() + self.positions.len()) as u32, SIZE_WIDTH);
        }
        out.take(&mut self.body);
        out.take(&mut self.positions);
        all
    }
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
    fn write(&self, places: &[Place], writer: &mut Writer) {
        let repeats = self.positions && documents(places).any(|places| places.len() > 1);
        writer.body.push(u32::from(repeats), 1);
        if self.count == 1 {
            writer.body.below(places[0].document, self.frame.documents);
            if repeats {
                writer.body.gamma(places.len() as u32);
            }
            return self.write_positions(places, &mut writer.positions);
        }
        writer.times.clear();
        writer.times.extend(documents(places).map(|places| places.len() as u32));
        if self.count as usize <= BLOCK {
            let Writer { body, positions, times } = writer;
            return self.write_documents(places, repeats.then_some(&*times), body, positions, &mut |_| {});
        }
        let (mut gaps, mut own, mut table) = (BitWriter::default(), BitWriter::default(), Vec::new());
        let times = repeats.then_some(&*writer.times);
        self.write_documents(places, times, &mut gaps, &mut own, &mut |entry| table.push(entry));
        self.write_table(&table, gaps.len() as u32, own.len() as u32, &mut writer.body);
        writer.body.take(&mut gaps);
        writer.positions.take(&mut own);
    }

    /// Writes the gaps between the documents, with how often the word stands in each where `times` says so, and the
    /// positions. Each block but the first is told as an entry of the table.
    #[inline(never)]
    fn write_documents(
        &self,
        places: &[Place],
        times: Option<&[u32]>,
        gaps: &mut BitWriter,
        positions: &mut BitWriter,
        block: &mut dyn FnMut([u32; 3]),
    ) {
        let gap_width = self.frame.gap_width(self.count);
        let mut next = 0;
        for (at, places) in documents(places).enumerate() {
            if at > 0 && at % BLOCK == 0 {
                block([next, gaps.len() as u32, positions.len() as u32]);
            }
            if let Some(times) = times
                && (at % BLOCK == 0 || times[at - 1] > 1)
            {
                gaps.rice(once(at, times), ONCE_WIDTH);
            }
            let document = places[0].document;
            gaps.rice(document - next, gap_width);
            next = document + 1;
            if let Some(times) = times
                && times[at] > 1
            {
                gaps.gamma(times[at] - 1);
            }
            self.write_positions(places, positions);
        }
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
