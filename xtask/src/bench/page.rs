//! How soon the page answers: in a list of many statements, and as Lighthouse judges it on a telephone.

use std::{ffi::OsStr, fs, path::Path};

use anyhow::{Context, Result};

use crate::{
    npm,
    page::{self, Site},
    run::{cargo, root, run},
    size::compressed,
    tools::Tools,
};

/// Builds the release page, and prints how soon it answers with so many invented statements, and what Lighthouse says.
///
/// # Errors
/// When the page cannot be built, or the browser or Lighthouse cannot be run.
pub fn page(tools: &Tools, statements: usize) -> Result<()> {
    let out = root().join("target/bench/release");
    page::build(tools, &Site { base: "/", articles: None, address: None, out: &out })?;
    compress(&out)?;
    let lighthouse = npm::lighthouse()?;
    eprintln!("bench: measuring; keep the machine quiet");
    run(tools
        .equip(&mut cargo())
        .args(["run", "--quiet", "--profile", "host", "--package", "verbatim-journeys", "--bin", "pace"])
        .arg(&out)
        .arg(statements.to_string())
        .arg(lighthouse))
}

/// Puts beside every file what hosts send of it.
fn compress(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            compress(&path)?;
        } else if path.extension() != Some(OsStr::new("br")) {
            let mut name = path.clone().into_os_string();
            name.push(".br");
            fs::write(name, compressed(&fs::read(&path)?)?)?;
        }
    }
    Ok(())
}
