//! The JavaScript that ties the program to its browser, as wasm-bindgen writes it, made smaller.

use std::{path::Path, process::Command};

use anyhow::{Context, Result, ensure};

use super::files;

/// Minifies every script in `dist` with esbuild. Goes on without, and says so, where it is not on PATH.
///
/// # Errors
/// When esbuild is there and fails.
pub fn minify(dist: &Path) -> Result<()> {
    if Command::new("esbuild").arg("--version").output().is_err() {
        eprintln!("verbatim: no esbuild on PATH: the page stays larger (npm's package `esbuild` has it)");
        return Ok(());
    }
    for script in files(dist, "js")? {
        let status = Command::new("esbuild")
            .args(["--minify", "--format=esm", "--log-level=warning", "--allow-overwrite"])
            .arg(format!("--outfile={}", script.display()))
            .arg(&script)
            .status()
            .context("esbuild cannot be run")?;
        ensure!(status.success(), "esbuild failed on {}", script.display());
    }
    Ok(())
}
