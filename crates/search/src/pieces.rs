//! An index of which not everything is here yet: what was looked for in vain is remembered, fetched, and asked anew.
//!
//! A file is cut by the sections that it is made of. The *head* holds what every query needs: how large everything is,
//! where words and lists begin, and the first word of every block of the dictionary. The rest is *pieces*, each of one
//! section only and numbered through, so that their borders follow from the head alone. An index that was opened from
//! its head reads zeros where a piece is missing. Readers take any bytes without harm, so a query may run on them; each
//! says afterwards what it has read, and where that was not here the piece is noted and what was found is worth nothing.
//!
//! Each piece bears a checksum of itself, its number and the checksum of the file it was cut from: one of another
//! edition, or in another's place, is refused.

mod head;

use crate::file::{Checksum, File, OpenError};
use crate::index::Index;
use crate::sections::SECTION;
use crate::sight::{Landmarks, Pieces};

impl Index {
    /// The pieces of this index, in the order of their numbers, each as [`Index::give`] takes it.
    pub fn pieces(&self) -> impl Iterator<Item = Vec<u8>> {
        let pieces = none_of(&self.file, Landmarks::default());
        let edition = self.file.edition();
        (0..pieces.len()).map(move |piece| {
            let range = pieces.range(piece).unwrap_or_default();
            let bytes = &self.file.bytes()[range];
            [&sum(edition, piece, bytes).to_le_bytes(), bytes].concat()
        })
    }

    /// The numbers of the pieces that were missed since this was last asked, ascending. What was found meanwhile is
    /// worth nothing unless there are none: it is to be asked again when they were [given](Index::give).
    pub fn missed(&self) -> Vec<u32> {
        self.file.pieces.as_deref().map(Pieces::take_missed).unwrap_or_default()
    }

    /// Takes the piece with that number.
    ///
    /// # Errors
    /// [`OpenError::Damaged`] when the bytes are not that piece of this index.
    pub fn give(&mut self, piece: u32, bytes: &[u8]) -> Result<(), OpenError> {
        self.forget();
        let edition = self.file.edition();
        let range = self.file.pieces.as_ref().and_then(|pieces| pieces.range(piece));
        let (range, (told, bytes)) = range.zip(bytes.split_first_chunk()).ok_or(OpenError::Damaged)?;
        if u64::from_le_bytes(*told) != sum(edition, piece, bytes) || bytes.len() != range.len() {
            return Err(OpenError::Damaged);
        }
        self.file.bytes_mut()[range].copy_from_slice(bytes);
        if let Some(pieces) = &mut self.file.pieces {
            pieces.put(piece);
        }
        Ok(())
    }
}

/// The pieces of a file, of which none is here yet.
fn none_of(file: &File, landmarks: Landmarks) -> Pieces {
    Pieces::new(SECTION.into_iter().map(|section| file.range(section)), landmarks)
}

/// The checksum of a piece.
fn sum(edition: u64, piece: u32, bytes: &[u8]) -> u64 {
    let mut sum = Checksum::default();
    sum.add(&edition.to_le_bytes());
    sum.add(&piece.to_le_bytes());
    sum.add(bytes);
    sum.end()
}
