//! What is fetched of an index before anything is asked of it.

use super::none_of;
use crate::dictionary::{BLOCK, LONG};
use crate::field::Field;
use crate::file::{File, HEADER, OpenError, checksum, number};
use crate::index::Index;
use crate::lists::RUN;
use crate::sections::{SECTION, Section};
use crate::sight::{Landmarks, Long, SIZES, STRIDE};

/// The first bytes of every head: a name that no text begins with, and the format's version.
const MAGIC: &[u8; 8] = b"\0VBTH\0\0\x03";

/// What a head's checksum covers begins here.
const COVERED: usize = MAGIC.len() + 8;

impl Index {
    /// The head of this index, which [`Index::open_head`] opens.
    pub fn head(&self) -> Vec<u8> {
        let mut head = MAGIC.to_vec();
        head.extend([0; 8]);
        head.extend(&self.file.bytes()[..HEADER]);
        for (section, _) in SECTION.into_iter().zip(SIZES).filter(|(_, size)| *size == 0) {
            head.extend(self.file.section(section));
        }
        let dictionary = self.dictionary();
        for block in 0..dictionary.blocks() {
            let (shape, word) = dictionary.begun(block);
            head.push(shape);
            head.extend(word);
        }
        let landmarks = self.lists().landmarks(dictionary.len());
        for skips in landmarks.skips.chunks((RUN / STRIDE) as usize) {
            let mut before = 0;
            for skip in &skips[1..] {
                head.extend((skip - before).to_le_bytes());
                before = *skip;
            }
        }
        for Long { word, list } in landmarks.long {
            let [start, end] = [list.start, list.end].map(|bit| bit as u32);
            [word, start, end].into_iter().for_each(|number| head.extend(number.to_le_bytes()));
        }
        let sum = checksum(&head[COVERED..]);
        head[MAGIC.len()..COVERED].copy_from_slice(&sum.to_le_bytes());
        head
    }

    /// Opens what [`Index::head`] made, of an index with the same fields. What is asked of it is answered rightly as soon
    /// as [`Index::missed`] has nothing to tell any more.
    ///
    /// # Errors
    /// [`OpenError`] when the bytes are not the head of an index of this version, were damaged, or have other fields.
    pub fn open_head(head: &[u8], fields: &[Field]) -> Result<Index, OpenError> {
        if !head.starts_with(MAGIC) {
            return Err(OpenError::NotAnIndex);
        }
        let sum = head.get(MAGIC.len()..COVERED).and_then(|sum| sum.first_chunk());
        let rest = head.get(COVERED..).ok_or(OpenError::Damaged)?;
        if sum.map(|sum| u64::from_le_bytes(*sum)) != Some(checksum(rest)) {
            return Err(OpenError::Damaged);
        }
        let file = filled(rest).ok_or(OpenError::Damaged)?;
        if file.counts.fields as usize != fields.len() {
            return Err(OpenError::OtherFields);
        }
        Ok(Index::new(file, fields))
    }
}

/// The file that a head is of, with zeros where its pieces go. Nothing where the head says what cannot be.
fn filled(head: &[u8]) -> Option<File> {
    let (header, mut rest) = head.split_at_checked(HEADER)?;
    let length = number(header, HEADER - 4) as usize;
    let mut bytes = Vec::new();
    // Room that is not there is an error like any other.
    bytes.try_reserve_exact(length).ok()?;
    bytes.extend(header);
    bytes.resize(length.max(HEADER), 0);
    let mut file = File::with(bytes).ok()?;
    for (section, _) in SECTION.into_iter().zip(SIZES).filter(|(_, size)| *size == 0) {
        let range = file.range(section);
        let (section, behind) = rest.split_at_checked(range.len())?;
        file.bytes_mut()[range].copy_from_slice(section);
        rest = behind;
    }
    let starts = file.section(Section::Restarts).as_chunks().0.iter().map(|at| u32::from_le_bytes(*at));
    let starts: Vec<u32> = starts.collect();
    let (shapes, suffixes) = (file.range(Section::Shapes), file.range(Section::Suffixes));
    for (block, start) in starts.into_iter().enumerate() {
        let (shape, behind) = rest.split_first()?;
        let long = behind.get(1).map_or(0, |length| 2 + usize::from(*length));
        let length = if *shape == LONG { long } else { (*shape & 15).into() };
        let (word, behind) = behind.split_at_checked(length)?;
        let at = suffixes.start + start as usize;
        *file.bytes_mut()[shapes.clone()].get_mut(block * BLOCK as usize)? = *shape;
        file.bytes_mut()
            .get_mut(at..at + length)
            .filter(|_| at + length <= suffixes.end)?
            .copy_from_slice(word);
        rest = behind;
    }
    let skips = skips(&mut rest, file.counts.words)?;
    let landmarks = Landmarks { skips, long: long(rest)? };
    file.pieces = Some(Box::new(none_of(&file, landmarks)));
    Some(file)
}

/// The long lists that the rest of a head names, in order.
fn long(head: &[u8]) -> Option<Vec<Long>> {
    let (lists, rest) = head.as_chunks::<12>();
    let long = lists.iter().map(|list| {
        let [start, end] = [4, 8].map(|at| number(list, at) as usize);
        Long { word: number(list, 0), list: start..end }
    });
    let long: Vec<Long> = long.collect();
    let in_order = long.is_sorted_by(|one, next| one.word < next.word && one.list.end <= next.list.start);
    (rest.is_empty() && in_order && long.iter().all(|long| long.list.start < long.list.end)).then_some(long)
}

/// Where the lists of so many words begin behind the first of their run, of which a head says how far they are apart.
fn skips(head: &mut &[u8], words: u32) -> Option<Vec<u32>> {
    let mut skips: Vec<u32> = Vec::new();
    for word in (0..words).step_by(STRIDE as usize) {
        let mut skip = 0;
        if !word.is_multiple_of(RUN) {
            let (apart, behind) = head.split_first_chunk()?;
            skip = skips.last()?.saturating_add(u32::from_le_bytes(*apart));
            *head = behind;
        }
        skips.push(skip);
    }
    Some(skips)
}
