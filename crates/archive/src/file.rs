//! The file: a magic number with the version of the format, the checksum and the length of the archive, the archive
//! in postcard's encoding, and then its index, which has a checksum of its own.

use serde::de::DeserializeOwned;
use verbatim_search::{Checksum, Index, checksum};

use crate::{Archive, documents};

/// The first bytes of every archive: a name that no text begins with, and the format's version.
const MAGIC: &[u8; 8] = b"\0VBTM\0\0\x09";

/// Why bytes are not an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenError {
    /// They are something else, or an archive of another version.
    NotAnArchive,
    /// They were cut or changed on the way.
    Damaged,
}

impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            OpenError::NotAnArchive => "this is not an archive of this version: build the page again",
            OpenError::Damaged => "the archive was damaged on the way: load the page again",
        })
    }
}

impl std::error::Error for OpenError {}

/// The archive as bytes, ready to be searched. The same archive gives the same bytes.
///
/// # Panics
/// When it takes 4 GiB or more.
pub fn write(archive: &Archive) -> Vec<u8> {
    let body = postcard::to_stdvec(archive).expect("an archive in memory can be encoded");
    let length = u32::try_from(body.len()).expect("an archive is smaller than 4 GiB");
    let (checksum, length) = (checksum(&body).to_le_bytes(), length.to_le_bytes());
    [&MAGIC[..], &checksum, &length, &body, &documents::bake(archive)].concat()
}

/// Opens what [`write()`] wrote.
///
/// # Errors
/// [`OpenError`] when the bytes are not an archive of this version, or were damaged.
pub fn open(bytes: &[u8]) -> Result<Archive, OpenError> {
    open_to_search(bytes).map(|(archive, _)| archive)
}

/// Opens what [`write()`] wrote, with its index, in which document `i` is statement `i`.
///
/// # Errors
/// As [`open`].
pub fn open_to_search(bytes: &[u8]) -> Result<(Archive, Index), OpenError> {
    let mut opening = Opening::default();
    opening.take(bytes)?;
    opening.finish()
}

/// How many bytes stand before the archive: the magic number, the checksum and the length.
const HEAD: usize = MAGIC.len() + 8 + 4;

/// An archive being opened: takes the bytes of its file piece by piece, as they come or as there is time for them. What
/// it gives must not be used before [`Opening::finish`] has said that they are right.
///
/// ```
/// use verbatim_archive::{Archive, Opening, write};
///
/// let mut opening = Opening::default();
/// for piece in write(&Archive::default()).chunks(7) {
///     opening.take(piece)?;
/// }
/// assert_eq!(opening.finish()?.0, Archive::default());
/// # Ok::<(), verbatim_archive::OpenError>(())
/// ```
#[derive(Debug, Default)]
pub struct Opening {
    head: Vec<u8>,
    /// How many bytes of the archive are still to come.
    left: usize,
    sum: Checksum,
    /// What has come of the archive and is not decoded yet.
    waiting: Vec<u8>,
    archive: Archive,
    /// Which of the archive's lists is being decoded, and how many of it are still to come, once that is known.
    list: usize,
    items: Option<u32>,
    index: Vec<u8>,
}

impl Opening {
    /// Takes the bytes that follow those taken before.
    ///
    /// # Errors
    /// As [`open`].
    pub fn take(&mut self, bytes: &[u8]) -> Result<(), OpenError> {
        let (head, rest) = bytes.split_at(bytes.len().min(HEAD - self.head.len()));
        self.begin(head)?;
        let (body, index) = rest.split_at(rest.len().min(self.left));
        self.left -= body.len();
        self.sum.add(body);
        self.waiting.extend_from_slice(body);
        self.index.extend_from_slice(index);
        self.decode()
    }

    fn begin(&mut self, head: &[u8]) -> Result<(), OpenError> {
        self.head.extend_from_slice(head);
        let begun = self.head.len().min(MAGIC.len());
        if self.head[..begun] != MAGIC[..begun] {
            return Err(OpenError::NotAnArchive);
        }
        if let (false, Some((_, length))) = (head.is_empty(), self.sum_and_length()) {
            self.left = length;
        }
        Ok(())
    }

    /// The checksum and the length that the head tells, once all of it is there.
    fn sum_and_length(&self) -> Option<(u64, usize)> {
        let (sum, rest) = self.head.get(MAGIC.len()..)?.split_first_chunk()?;
        Some((u64::from_le_bytes(*sum), u32::from_le_bytes(*rest.first_chunk()?) as usize))
    }

    /// Decodes what has come whole.
    fn decode(&mut self) -> Result<(), OpenError> {
        let waiting = std::mem::take(&mut self.waiting);
        let mut rest = &waiting[..];
        while let Some(behind) = self.one(rest)? {
            rest = behind;
        }
        self.waiting = rest.to_vec();
        Ok(())
    }

    /// Decodes the next length of a list, or the next of its items, and returns what stands behind it; nothing where it
    /// has not come whole.
    fn one<'a>(&mut self, bytes: &'a [u8]) -> Result<Option<&'a [u8]>, OpenError> {
        let Some(items) = self.items else {
            // As the archive's lists follow one another, so do they in its encoding.
            let length = if self.list < 4 { part(bytes)? } else { None };
            return Ok(length.map(|(length, rest)| {
                self.items = Some(length);
                rest
            }));
        };
        if items == 0 {
            (self.list, self.items) = (self.list + 1, None);
            return Ok(Some(bytes));
        }
        let rest = match self.list {
            0 => add(&mut self.archive.articles, bytes),
            1 => add(&mut self.archive.speakers, bytes),
            2 => add(&mut self.archive.statements, bytes),
            _ => add(&mut self.archive.trails, bytes),
        }?;
        self.items = Some(items - u32::from(rest.is_some()));
        Ok(rest)
    }

    /// The checksum that the file tells of its archive, by which two editions can be told apart; 0 before it has come.
    pub fn fingerprint(&self) -> u64 {
        self.sum_and_length().map_or(0, |(sum, _)| sum)
    }

    /// What was in the file: as [`open_to_search`].
    ///
    /// # Errors
    /// As [`open`].
    pub fn finish(self) -> Result<(Archive, Index), OpenError> {
        if self.head.len() < MAGIC.len() {
            return Err(OpenError::NotAnArchive);
        }
        let sum = self.sum_and_length().map(|(sum, _)| sum);
        if sum != Some(self.sum.end()) || self.left > 0 || !self.waiting.is_empty() || self.list < 4 {
            return Err(OpenError::Damaged);
        }
        let index = documents::open(self.index).ok();
        let index = index.filter(|index| index.len() == self.archive.statements.len());
        Ok((self.archive, index.ok_or(OpenError::Damaged)?))
    }
}

/// What `bytes` begin with, and the rest; nothing where it goes on behind them.
fn part<T: DeserializeOwned>(bytes: &[u8]) -> Result<Option<(T, &[u8])>, OpenError> {
    match postcard::take_from_bytes(bytes) {
        Ok(part) => Ok(Some(part)),
        Err(postcard::Error::DeserializeUnexpectedEnd) => Ok(None),
        Err(_) => Err(OpenError::Damaged),
    }
}

fn add<'a, T: DeserializeOwned>(list: &mut Vec<T>, bytes: &'a [u8]) -> Result<Option<&'a [u8]>, OpenError> {
    Ok(part(bytes)?.map(|(item, rest)| {
        list.push(item);
        rest
    }))
}
