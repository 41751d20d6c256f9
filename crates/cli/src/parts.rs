//! The parts of a large archive, as small files beside it, each compressed: any static host serves them, whether it
//! sends ranges of files or not, and compresses them or not.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result, anyhow};
use flate2::{Compression, write::DeflateEncoder};
use verbatim_archive::parts::cut;

/// From how many bytes of an archive on a page begins with parts of it: as many as a worker seeks in, and some three
/// seconds of a slow line.
const LARGE: usize = 2_000_000;

/// Writes the parts of an archive that is large into a folder of `dist` named as the archive's file is, without its
/// ending. Returns the folder's name, which ends with a slash. None where the archive is small.
///
/// # Errors
/// When the bytes are no archive, or a part cannot be written.
pub fn write(dist: &Path, file: &str, archive: &[u8]) -> Result<Option<String>> {
    if archive.len() <= LARGE {
        return Ok(None);
    }
    let parts = cut(archive).map_err(|error| anyhow!("{error}"))?;
    let folder = file.trim_end_matches(".vbt");
    let at = dist.join(folder);
    fs::create_dir_all(&at).with_context(|| format!("cannot make the folder {}", at.display()))?;
    for (name, part) in &parts {
        fs::write(at.join(name), packed(part)?)
            .with_context(|| format!("{folder}/{name} cannot be written"))?;
    }
    eprintln!("verbatim: the archive is large: pages begin with some of its {} parts", parts.len());
    Ok(Some(folder.to_owned() + "/"))
}

fn packed(part: &[u8]) -> Result<Vec<u8>> {
    let mut packing = DeflateEncoder::new(Vec::new(), Compression::best());
    packing.write_all(part)?;
    Ok(packing.finish()?)
}
