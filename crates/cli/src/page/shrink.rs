//! Makes the page's WebAssembly smaller with Binaryen's `wasm-opt`, where that is installed.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use super::files;

/// Older ones do not know instructions that rustc emits today.
const OLDEST: u32 = 120;

/// What rustc's baseline for wasm32 may use, which wasm-opt must be told, and what to make small.
const OPTIONS: &[&str] = &[
    "-Oz",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    // Rust's stack lies below its data, and grows into the lowest kilobyte only when it is about to overflow.
    "--low-memory-unused",
    "--zero-filled-memory",
];

/// Shrinks every `.wasm` file in `dist`, and keeps what came out in `kept`, since the same program is built
/// again and again with other articles. Goes on without, and says so, where no fit wasm-opt is on PATH.
///
/// # Errors
/// When wasm-opt is there and fails.
pub fn shrink(dist: &Path, kept: &Path) -> Result<()> {
    let Some(version) = version() else {
        eprintln!("verbatim: no wasm-opt on PATH: the page stays larger (npm's package `binaryen` has it)");
        return Ok(());
    };
    if version < OLDEST {
        eprintln!("verbatim: wasm-opt {version} is too old (need {OLDEST}): the page stays larger");
        return Ok(());
    }
    fs::create_dir_all(kept).with_context(|| format!("{} cannot be made", kept.display()))?;
    for path in files(dist, "wasm")? {
        let shrunk = kept.join(key(version, &fs::read(&path)?));
        if !shrunk.exists() {
            run(&path, &shrunk)?;
        }
        fs::copy(&shrunk, &path).with_context(|| format!("{} cannot be replaced", path.display()))?;
    }
    Ok(())
}

/// The name under which the outcome is kept: all that it depends on, hashed.
fn key(version: u32, program: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(version.to_le_bytes());
    hash.update(OPTIONS.concat());
    hash.update(program);
    super::hex(&hash.finalize()) + ".wasm"
}

fn run(from: &Path, to: &Path) -> Result<()> {
    let half_way = to.with_extension("part");
    let status = Command::new("wasm-opt")
        .args(OPTIONS)
        .arg(from)
        .arg("--output")
        .arg(&half_way)
        .status()
        .context("wasm-opt cannot be run")?;
    ensure!(status.success(), "wasm-opt failed on {}", from.display());
    fs::rename(&half_way, to).with_context(|| format!("{} cannot be kept", to.display()))
}

/// The version of the wasm-opt on PATH, from "wasm-opt version 132 (...)".
fn version() -> Option<u32> {
    let output = Command::new("wasm-opt").arg("--version").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.split_whitespace().nth(2)?.parse().ok()
}
