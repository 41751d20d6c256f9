//! The file: a magic number, the version of the format, a checksum, and the archive in postcard's encoding.

use sha2::{Digest, Sha256};

use crate::Archive;

/// The first bytes of every archive: a name that no text begins with, and the format's version.
const MAGIC: &[u8; 8] = b"\0VBTM\0\0\x02";

/// How many bytes of SHA-256 stand in the header: enough to notice any damage, which is all it is for.
const CHECKSUM: usize = 8;

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

/// The archive as bytes. The same archive gives the same bytes.
pub fn write(archive: &Archive) -> Vec<u8> {
    let body = postcard::to_stdvec(archive).expect("an archive in memory can be encoded");
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&Sha256::digest(&body)[..CHECKSUM]);
    bytes.extend_from_slice(&body);
    bytes
}

/// Opens what [`write()`] wrote.
///
/// # Errors
/// [`OpenError`] when the bytes are not an archive of this version, or were damaged.
pub fn open(bytes: &[u8]) -> Result<Archive, OpenError> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(OpenError::NotAnArchive)?;
    let (checksum, body) = rest.split_at_checked(CHECKSUM).ok_or(OpenError::Damaged)?;
    if Sha256::digest(body)[..CHECKSUM] != *checksum {
        return Err(OpenError::Damaged);
    }
    postcard::from_bytes(body).map_err(|_| OpenError::Damaged)
}
