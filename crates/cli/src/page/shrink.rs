//! Makes the page's WebAssembly smaller with Binaryen's `wasm-opt`, where that is installed.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

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
];

/// Shrinks every `.wasm` file in `dist`. Goes on without, and says so, where no fit wasm-opt is on PATH.
///
/// # Errors
/// When wasm-opt is there and fails.
pub fn shrink(dist: &Path) -> Result<()> {
    match version() {
        Some(version) if version >= OLDEST => {}
        Some(version) => {
            eprintln!("verbatim: wasm-opt {version} is too old (need {OLDEST}): the page stays larger");
            return Ok(());
        }
        None => {
            eprintln!(
                "verbatim: no wasm-opt on PATH: the page stays larger (npm's package `binaryen` has it)"
            );
            return Ok(());
        }
    }
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "wasm") {
            shrink_file(&path)?;
        }
    }
    Ok(())
}

fn shrink_file(path: &Path) -> Result<()> {
    let smaller = PathBuf::from(path).with_extension("smaller");
    let status = Command::new("wasm-opt")
        .args(OPTIONS)
        .arg(path)
        .arg("--output")
        .arg(&smaller)
        .status()
        .context("wasm-opt cannot be run")?;
    ensure!(status.success(), "wasm-opt failed on {}", path.display());
    fs::rename(&smaller, path).with_context(|| format!("{} cannot be replaced", path.display()))
}

/// The version of the wasm-opt on PATH, from "wasm-opt version 132 (...)".
fn version() -> Option<u32> {
    let output = Command::new("wasm-opt").arg("--version").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.split_whitespace().nth(2)?.parse().ok()
}
