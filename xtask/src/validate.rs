//! Built pages, held to the HTML standard by a validator from npm.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};

use crate::run::{command, on_path, root, run};

/// Validates every page that was drawn ahead in `dist`. The shell, which holds the same notice twice for readers with
/// and without JavaScript, is left out.
///
/// # Errors
/// When npm is missing, the validator cannot be had, or a page is not valid.
pub fn validate(dist: &Path) -> Result<()> {
    ensure!(on_path(&["npm"]).is_some(), "npm is missing: install Node 20 or newer (https://nodejs.org)");
    let dist =
        fs::canonicalize(dist).with_context(|| format!("{} is not there: build it first", dist.display()))?;
    let stage = root().join("target/validate");
    fs::create_dir_all(&stage)?;
    for name in ["package.json", "package-lock.json", ".htmlvalidate.json"] {
        fs::copy(root().join("tests/pages").join(name), stage.join(name))
            .with_context(|| format!("no {name}"))?;
    }
    run(command("npm").current_dir(&stage).args(["ci", "--silent", "--no-audit", "--no-fund"]))
        .context("the validator cannot be had from npm: is there a network?")?;
    let sorts = ["about", "articles", "people", "roles", "s"].map(|sort| dist.join(sort));
    let sorts: Vec<_> = sorts.iter().filter(|sort| sort.is_dir()).collect();
    ensure!(!sorts.is_empty(), "{} holds no page that was drawn ahead: build a release", dist.display());
    let config = stage.join(".htmlvalidate.json");
    let validator = command("node")
        .current_dir(&stage)
        .arg("node_modules/html-validate/bin/html-validate.mjs")
        .arg("--config")
        .arg(config)
        .args(sorts)
        .status();
    ensure!(validator.context("node cannot be run")?.success(), "pages are not valid");
    println!("xtask: every page drawn ahead in {} is valid HTML", dist.display());
    Ok(())
}
