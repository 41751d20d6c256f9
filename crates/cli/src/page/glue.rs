//! The JavaScript that ties the program to its browser, as wasm-bindgen writes it, made smaller.

use std::{collections::HashMap, fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};

/// How many digits a hash in a name has.
const DIGITS: usize = 16;

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

/// Gives the names by which script and program know each other short hashes: wasm-bindgen ends each with one of
/// sixteen random digits, in both, which no compression makes smaller. They are numbered instead, and stay as
/// long as they were, so that nothing moves.
///
/// # Errors
/// When a file cannot be read or written.
pub fn number_names(dist: &Path) -> Result<()> {
    let mut numbers = HashMap::new();
    for file in files(dist, "js")?.into_iter().chain(files(dist, "wasm")?) {
        let script = file.extension().is_some_and(|extension| extension == "js");
        let mut bytes = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        number(&mut bytes, &mut numbers, script);
        fs::write(&file, bytes).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    Ok(())
}

/// Replaces the hashes in `bytes` by their numbers; `learn` numbers those that are not known yet.
fn number(bytes: &mut [u8], numbers: &mut HashMap<Vec<u8>, usize>, learn: bool) {
    let digit = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let mut at = 1;
    while at + DIGITS <= bytes.len() {
        let run = bytes[at..].iter().take_while(|byte| digit(byte)).count();
        if run == DIGITS && matches!(bytes[at - 1], b'_' | b'h') {
            let hash = &bytes[at..at + DIGITS];
            if learn && !numbers.contains_key(hash) {
                numbers.insert(hash.to_vec(), numbers.len());
            }
            if let Some(number) = numbers.get(hash) {
                bytes[at..at + DIGITS].copy_from_slice(format!("{number:0DIGITS$x}").as_bytes());
            }
        }
        at += run.max(1);
    }
}

fn files(dist: &Path, extension: &str) -> Result<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(dist).with_context(|| format!("{} cannot be read", dist.display()))?;
    let paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    Ok(paths.into_iter().filter(|path| path.extension().is_some_and(|is| is == extension)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_has_one_number_in_script_and_program() {
        let mut numbers = HashMap::new();
        let mut script =
            *b"{__wbg_a_423da1d67b588078: 1, __wbg_b_f158b37d4bccf5ff: invoke__h423da1d67b588078, c0ffee}";
        number(&mut script, &mut numbers, true);
        let mut program = *b"\x19__wbg_b_f158b37d4bccf5ff\0__wbg_x_0123456789abcdef\0";
        number(&mut program, &mut numbers, false);
        assert_eq!(
            std::str::from_utf8(&script).unwrap(),
            "{__wbg_a_0000000000000000: 1, __wbg_b_0000000000000001: invoke__h0000000000000000, c0ffee}"
        );
        assert_eq!(&program, b"\x19__wbg_b_0000000000000001\0__wbg_x_0123456789abcdef\0");
    }
}
