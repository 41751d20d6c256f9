//! `cargo xtask size`: what the first load costs, beside what a bare Yew page costs.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::{
    page::{self, Site},
    run::root,
    tools::Tools,
};

/// The most that the first load may take, brotli, in bytes: less than a second on a line of a megabit and a half.
const TARGET: usize = 150_000;

/// What no first visit loads: index.html again, what keeps the page for when there is no network, and what sizes a frame
/// of it in somebody else's.
const LATER: &[&str] = &["404.html", "sw.js", "embed.js"];

/// How the name of the script begins that seeks in an archive larger than the one that is weighed here.
const WORKER: &str = "worker-";

/// How the names of the program's second part and its stylesheet begin, which come when they are used.
const SECOND: &str = "later-";

/// The rows of the table: what is shown and the extension of its files.
const KINDS: &[(&str, &str)] =
    &[("HTML", ".html"), ("CSS", ".css"), ("JS", ".js"), ("wasm", ".wasm"), ("archive", ".vbt")];

/// How many bytes something is, as it is and compressed.
#[derive(Debug, Clone, Copy, Default)]
struct Size {
    raw: usize,
    brotli: usize,
}

/// Builds the release page and a bare Yew page, and prints what each costs.
///
/// # Errors
/// When a build fails.
pub fn size(tools: &Tools) -> Result<()> {
    let folder = root().join("target/size");
    let (ours, bare) = (folder.join("page"), folder.join("bare"));
    page::build(tools, &site(&ours))?;
    page::build_example(tools, &site(&bare), "bare")?;
    println!("{:<22}{:>12}{:>12}", "first load", "raw", "brotli");
    let mut total = Size::default();
    for (name, extension) in KINDS {
        let of_first_visit =
            |name: &str| !LATER.contains(&name) && !name.starts_with(SECOND) && !name.starts_with(WORKER);
        let size = weigh(&ours, |name| name.ends_with(extension) && of_first_visit(name))?;
        total.raw += size.raw;
        total.brotli += size.brotli;
        row(name, size);
    }
    row("all", total);
    row("loaded when used", weigh(&ours, |name| name.starts_with(SECOND))?);
    row("a bare Yew page", weigh(&bare, |name| name.ends_with(".js") || name.ends_with(".wasm"))?);
    let verdict = if total.brotli <= TARGET { "within" } else { "OVER" };
    println!("{verdict} the target of {:.1} kB brotli", kilo(TARGET));
    Ok(())
}

fn site(out: &Path) -> Site<'_> {
    Site { base: "/", articles: None, address: None, out }
}

fn row(name: &str, size: Size) {
    println!("{name:<22}{:>9.1} kB{:>9.1} kB", kilo(size.raw), kilo(size.brotli));
}

fn kilo(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

/// The files in `folder` whose names are `wanted`.
fn weigh(folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<Size> {
    let mut size = Size::default();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        if path.is_file() && path.file_name().and_then(|name| name.to_str()).is_some_and(&wanted) {
            let bytes = fs::read(&path)?;
            size.raw += bytes.len();
            size.brotli += brotli(&bytes)?;
        }
    }
    Ok(size)
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    compressed(bytes).map(|compressed| compressed.len())
}

/// A file as hosts send it.
///
/// # Errors
/// When it cannot be compressed.
pub fn compressed(bytes: &[u8]) -> Result<Vec<u8>> {
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &settings)?;
    Ok(compressed)
}
