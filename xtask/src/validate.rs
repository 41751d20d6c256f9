//! Built pages, with their data, feeds and sitemaps, held to their standards by validators from npm.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use crate::{
    npm,
    run::{command, on_path, root, run},
};

/// What `tests/pages` holds: the validators' versions, their settings, what asks them, and schemas of ours.
const LOCK: &str = "package-lock.json";
const FILES: &[&str] =
    &["package.json", LOCK, ".htmlvalidate.json", "validate.mjs", "feed.rng", "opensearch.rng"];

/// Validates everything that was drawn ahead in each of `dists`.
///
/// # Errors
/// When npm is missing, the validators cannot be had, or something is not valid.
pub fn validate(dists: &[PathBuf]) -> Result<()> {
    ensure!(on_path(&["npm"]).is_some(), "npm is missing: install Node (https://nodejs.org)");
    let dists = dists.iter().map(|dist| {
        fs::canonicalize(dist).with_context(|| format!("{} is not there: build it first", dist.display()))
    });
    let dists = dists.collect::<Result<Vec<_>>>()?;
    let stage = root().join("target/validate");
    equip(&stage)?;
    let node = npm::node()?;
    let valid = command(&node).current_dir(&stage).arg("validate.mjs").args(dists).status();
    ensure!(valid.context("node cannot be run")?.success(), "not everything is valid");
    Ok(())
}

/// Makes `stage` a folder with the validators in the versions that are locked.
fn equip(stage: &Path) -> Result<()> {
    fs::create_dir_all(stage)?;
    let from = root().join("tests/pages");
    let (wanted, installed) = (fs::read(from.join(LOCK))?, stage.join("node_modules/.locked"));
    for name in FILES {
        fs::copy(from.join(name), stage.join(name)).with_context(|| format!("no {name}"))?;
    }
    if fs::read(&installed).is_ok_and(|locked| locked == wanted) {
        return Ok(());
    }
    run(command("npm").current_dir(stage).args(["ci", "--silent", "--no-audit", "--no-fund"]))
        .context("the validators cannot be had from npm: is there a network?")?;
    fs::write(installed, wanted).context("what is installed cannot be noted")
}
