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
    let packages = PACKAGES.join(" ");
    if !is_debian() {
        bail!("Chromium and ChromeDriver are missing: install both, of one version, on PATH");
    }
    if printed(command("id").arg("-u")).as_deref() != Some("0") {
        bail!("Chromium is missing: run `sudo apt-get install {packages}`");
    }
    step(&format!("{packages}: installing with apt-get"), || {
        run(command("apt-get").args(["-qq", "update"]))?;
        run(command("apt-get")
            .args(["-qq", "install", "--yes", "--no-install-recommends"])
            .args(PACKAGES)
            .env("DEBIAN_FRONTEND", "noninteractive"))
    })
    .with_context(|| format!("Chromium is missing: run `apt-get install {packages}` and see why it fails"))?;
    find().context("Chromium was installed and is not on PATH")
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
    page::build(tools, &page::Site { base: "/", articles: None, out: &out })?;
    run(tools
        .equip(&mut cargo())
        .args(["run", "--quiet", "--package", "verbatim-journeys", "--bin", "picture"])
        .arg(&out)
        .arg(root().join("docs")))
}
