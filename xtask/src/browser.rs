//! Chromium and its driver: found, installed, and made to take pictures.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail};

use crate::{
    page,
    run::{cargo, command, on_path, printed, root, run},
    tools::{Tools, step},
};

/// What Chromium may be called.
pub const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome"];
const PACKAGES: &[&str] = &["chromium", "chromium-driver"];

/// Chromium's driver, installed with Chromium where it is missing and may be.
///
/// # Errors
/// When it is missing and this is not Debian, or not root.
pub fn find_or_install() -> Result<PathBuf> {
    if let Some(driver) = find() {
        return Ok(driver);
    }
    install("Chromium with ChromeDriver, of one version,", PACKAGES)?;
    find().context("Chromium was installed and is not on PATH")
}

/// Installs Debian's packages where that may be done.
///
/// # Errors
/// When this is not Debian, or not root; the message says what to do.
pub fn install(what: &str, packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    if !is_debian() {
        bail!("{what} must be on PATH: install it");
    }
    if printed(command("id").arg("-u")).as_deref() != Some("0") {
        bail!("{what} must be on PATH: run `sudo apt-get install {names}`");
    }
    step(&format!("{names}: installing with apt-get"), || {
        run(command("apt-get").args(["-qq", "update"]))?;
        run(command("apt-get")
            .args(["-qq", "install", "--yes", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"))
    })
    .with_context(|| format!("{what} must be on PATH: run `apt-get install {names}` and see why it fails"))
}

fn find() -> Option<PathBuf> {
    on_path(BROWSERS)?;
    on_path(&["chromedriver"])
}

fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

/// Takes the pictures that README.md shows, of the release build.
///
/// # Errors
/// When the page cannot be built or the browser cannot be run.
pub fn picture(tools: &Tools) -> Result<()> {
    let out = root().join("target/picture");
    page::build(tools, &page::Site { base: "/", articles: None, address: None, out: &out })?;
    run(tools
        .equip(&mut cargo())
        .args(["run", "--quiet", "--package", "verbatim-journeys", "--bin", "picture"])
        .arg(&out)
        .arg(root().join("docs")))
}
