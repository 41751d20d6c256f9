//! The documents that come first for the beginnings that most documents have, found beforehand.
//!
//! Of what a letter or two begin, only the first few hits are looked at, and they are always the same: in each field the
//! shortest texts, since a beginning is worth the less the longer the text is. So the file holds these, and how many
//! documents there are in all.

use crate::bits::BitWriter;
use crate::postings::{Frame, Place, Writer};

/// How many documents of each field are kept: as many as a list shows before it is scrolled. A hundred thousand
/// statements take 13 kB for them.
pub(crate) const KEPT: usize = 20;

/// How long the lists below a beginning are together, in documents, for its first ones to be kept: reading that many takes
/// a tenth of a millisecond.
pub(crate) const MANY: u32 = 8192;

/// Writes how many documents there are, and of each field those with the shortest texts, of equals the first.
pub(crate) fn write(out: &mut BitWriter, frame: Frame<'_>, fields: &[Vec<Place>]) {
    let mut has = vec![false; frame.documents as usize];
    fields.iter().flatten().for_each(|place| has[place.document as usize] = true);
    out.gamma(1 + has.iter().filter(|has| **has).count() as u32);
    let kept: Vec<Vec<Place>> =
        fields.iter().enumerate().map(|(field, places)| shortest(frame.lengths_of(field), places)).collect();
    Writer::default().write(out, frame, &kept, false);
}

fn shortest(lengths: &[u8], places: &[Place]) -> Vec<Place> {
    let length = |place: &Place| usize::from(lengths[place.document as usize]);
    let mut counts = [0; 256];
    places.iter().for_each(|place| counts[length(place)] += 1);
    // How many of each length there is room for.
    let mut room = KEPT;
    for count in &mut counts {
        *count = room.min(*count);
        room -= *count;
    }
    let mut kept = Vec::new();
    for place in places {
        let count = &mut counts[length(place)];
        if *count > 0 {
            *count -= 1;
            kept.push(*place);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use crate::field::Field;
    use crate::index::Index;
    use crate::postings::List;
    use crate::sections::Section;

    /// An index of so many documents of two words each, which begin with the same five letters.
    fn index(documents: usize) -> Index {
        let texts = (0..documents).map(|_| vec!["quaked quaker".to_owned()]);
        Index::build(&[Field { name: "words", weight: 1.0, names: false }], texts)
    }

    fn beginnings(index: &Index) -> [usize; 2] {
        [Section::Prefixes, Section::Firsts].map(|section| index.file.section(section).len() / 16)
    }

    #[test]
    fn beginnings_of_four_letters_have_lists_over_32768_documents_and_first_ones_over_8192() {
        assert_eq!(beginnings(&index(4096)), [0, 0]);
        assert_eq!(beginnings(&index(4097)), [0, 4]);
        assert_eq!(beginnings(&index(16_384)), [0, 4]);
        assert_eq!(beginnings(&index(16_385)), [4, 4]);
    }

    #[test]
    fn twenty_documents_are_kept_of_a_field() {
        let index = index(4097);
        let firsts = index.firsts();
        let mut codes = crate::bits::Codes::new(firsts.at(0));
        assert_eq!(codes.gamma(), 4098);
        assert_eq!(List::new(index.frame(), firsts.sight, codes.bits()).count, 20);
    }
}
