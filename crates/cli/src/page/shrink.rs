//! Makes the page's WebAssembly smaller with Binaryen's `wasm-opt`, where that is installed.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use super::{files, order};

/// Which way of making it small and of putting its functions in order this is: another one makes another program.
const WAY: u32 = 2;

/// Older ones do not know instructions that rustc emits today.
const OLDEST: u32 = 120;

/// What rustc's baseline for wasm32 may use, which wasm-opt must be told.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What to make small.
const OPTIONS: &[&str] = &[
    "-Oz",
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
    hash.update([FEATURES, OPTIONS].concat().concat());
    hash.update(WAY.to_le_bytes());
    hash.update(program);
    super::hex(&hash.finalize()) + ".wasm"
}

/// Makes it small, puts its functions in order, and drops the names that told wasm-opt which.
fn run(from: &Path, to: &Path) -> Result<()> {
    let half_way = to.with_extension("part");
    optimise(from, &half_way, OPTIONS)?;
    // A second round finds what the first has opened up: one byte in a hundred.
    optimise(&half_way, &half_way, OPTIONS)?;
    let named =
        order::named_in_order(&fs::read(&half_way)?).with_context(|| format!("{}", from.display()))?;
    fs::write(&half_way, named).with_context(|| format!("{} cannot be written", half_way.display()))?;
    optimise(&half_way, &half_way, &["--debuginfo", "--reorder-functions-by-name"])?;
    optimise(&half_way, &half_way, &["--strip-debug"])?;
    fs::rename(&half_way, to).with_context(|| format!("{} cannot be kept", to.display()))
}

fn optimise(from: &Path, to: &Path, options: &[&str]) -> Result<()> {
    let mut command = Command::new("wasm-opt");
    let status = command.args(FEATURES).args(options).arg(from).arg("--output").arg(to).status();
    ensure!(status.context("wasm-opt cannot be run")?.success(), "wasm-opt failed on {}", from.display());
    Ok(())
}

/// The version of the wasm-opt on PATH, from "wasm-opt version 132 (...)".
fn version() -> Option<u32> {
    let output = Command::new("wasm-opt").arg("--version").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.split_whitespace().nth(2)?.parse().ok()
}
