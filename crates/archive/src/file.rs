//! The file: a magic number with the version of the format, the checksum and the length of the archive, the archive
//! in postcard's encoding, and then its index, which has a checksum of its own.

use verbatim_search::{Index, checksum};

use crate::{Archive, documents};

/// The first bytes of every archive: a name that no text begins with, and the format's version.
const MAGIC: &[u8; 8] = b"\0VBTM\0\0\x07";

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
    let rest = bytes.strip_prefix(MAGIC).ok_or(OpenError::NotAnArchive)?;
    let damaged = || OpenError::Damaged;
    let (sum, rest) = rest.split_first_chunk().ok_or_else(damaged)?;
    let (length, rest) = rest.split_first_chunk().ok_or_else(damaged)?;
    let (body, index) = rest.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or_else(damaged)?;
    if checksum(body) != u64::from_le_bytes(*sum) {
        return Err(OpenError::Damaged);
    }
    let archive: Archive = postcard::from_bytes(body).map_err(|_| damaged())?;
    let index = documents::open(index.to_vec()).ok().filter(|index| index.len() == archive.statements.len());
    Ok((archive, index.ok_or_else(damaged)?))
}
