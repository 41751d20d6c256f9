//! Set-up: finds each tool that a command needs, and installs the ones that are missing.
//!
//! What is on `PATH` in the right version is used as it is; the rest goes into a folder of its own under
//! `~/.cache/verbatim/tools`, and nothing else on the machine is touched, but for rustup's components and,
//! on Debian as root, Chromium.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    browser, npm,
    run::{cargo, command, printed, run, spell, table},
};

const WASM: &str = "wasm32-unknown-unknown";

/// What a command is going to do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Serve the page while it is worked on.
    Serve,
    /// Build the page as it is published.
    Build,
    /// Test everything.
    Test,
}

/// What set-up has found or installed.
pub struct Tools {
    path: OsString,
    /// Chromium's driver, where the browser is needed.
    pub chromedriver: Option<PathBuf>,
    /// The script of axe-core, where pages are tested.
    pub axe: Option<PathBuf>,
    /// The folders of the fonts that pages wear in pictures.
    pub fonts: Option<OsString>,
}

impl Tools {
    /// A command that finds the tools before anything else of the same name.
    pub fn equip<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env("PATH", &self.path)
    }
}

/// Finds or installs everything that `need` needs.
///
/// # Errors
/// When something is missing and cannot be had; the message says what to do.
pub fn set_up(need: Need) -> Result<Tools> {
    let begun = Instant::now();
    component("rust-std for wasm32", wasm_is_there, &["target", "add", WASM])?;
    if need >= Need::Test {
        component("rustfmt", || speaks("fmt"), &["component", "add", "rustfmt"])?;
        component("clippy", || speaks("clippy"), &["component", "add", "clippy"])?;
    }
    let (trunk, wasm_bindgen) = (asked_for("trunk-version")?, locked("wasm-bindgen")?);
    let mut folders = vec![
        crate_tool(&CrateTool {
            name: "trunk",
            package: "trunk",
            version: &trunk,
            programs: &["trunk"],
            // Its TLS is for downloads that this set-up makes needless.
            options: &["--locked", "--no-default-features"],
            optimise: 0,
        })?,
        crate_tool(&CrateTool {
            name: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: &wasm_bindgen,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            options: &["--no-default-features"],
            optimise: 1,
        })?,
    ];
    if need >= Need::Build {
        folders.extend(npm::smaller()?);
    }
    let chromedriver = (need >= Need::Test).then(browser::find_or_install).transpose()?;
    let axe = (need >= Need::Test).then(npm::axe).transpose()?;
    let fonts = (need >= Need::Test).then(npm::fonts).transpose()?;
    eprintln!("set-up: ready in {}", spell(begun.elapsed()));
    let old = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(folders.into_iter().flatten().chain(env::split_paths(&old)))?;
    Ok(Tools { path, chromedriver, axe, fonts })
}

/// Makes sure of a part of the toolchain that rustup installs.
fn component(what: &str, is_there: impl Fn() -> bool, rustup: &[&str]) -> Result<()> {
    if is_there() {
        return Ok(());
    }
    step(&format!("{what}: installing with rustup"), || {
        run(command("rustup").args(rustup)).with_context(|| {
            format!(
                "{what} is missing: install rustup (https://rustup.rs) or run `rustup {}`",
                rustup.join(" ")
            )
        })
    })
}

fn wasm_is_there() -> bool {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    printed(command(rustc).args(["--print", "target-libdir", "--target", WASM]))
        .is_some_and(|folder| Path::new(&folder).is_dir())
}

fn speaks(subcommand: &str) -> bool {
    printed(cargo().args([subcommand, "--version"])).is_some()
}

/// A tool that is a crate.
struct CrateTool<'a> {
    name: &'a str,
    /// The crate's name on crates.io.
    package: &'a str,
    version: &'a str,
    programs: &'a [&'a str],
    options: &'a [&'a str],
    /// The optimisation level at which building and running it together take least time.
    optimise: u8,
}

/// The folder of a tool's programs, or nothing where the ones on `PATH` are right.
fn crate_tool(tool: &CrateTool<'_>) -> Result<Option<PathBuf>> {
    let label = format!("{} {}", tool.name, tool.version);
    if tool.is_in(None) {
        eprintln!("set-up: {label}: on PATH");
        return Ok(None);
    }
    let home = cache()?.join(format!("{}-{}", tool.name, tool.version));
    let programs = home.join("bin");
    if !tool.is_in(Some(&programs)) {
        if speaks("binstall") && tool.fetch(&home).is_ok() && tool.is_in(Some(&programs)) {
            eprintln!("set-up: {label}: prebuilt");
            return Ok(Some(programs));
        }
        step(&format!("{label}: building, a minute or two"), || tool.build(&home)).with_context(|| {
            format!("{label} is missing: it is built from crates.io; or put that version on PATH yourself")
        })?;
        ensure!(tool.is_in(Some(&programs)), "{label} was built and does not run");
    }
    Ok(Some(programs))
}

impl CrateTool<'_> {
    fn is_in(&self, folder: Option<&Path>) -> bool {
        self.programs.iter().all(|program| {
            let program = folder.map_or(PathBuf::from(program), |folder| folder.join(program));
            printed(command(program).arg("--version"))
                .is_some_and(|text| text.split_whitespace().nth(1) == Some(self.version))
        })
    }

    fn fetch(&self, home: &Path) -> Result<()> {
        run(cargo()
            .args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"])
            .arg(home)
            .arg(format!("{}@{}", self.package, self.version)))
    }

    fn build(&self, home: &Path) -> Result<()> {
        run(cargo()
            .args(["install", self.package, "--version", self.version, "--force", "--root"])
            .arg(home)
            .args(self.options)
            .env_remove("CARGO_TARGET_DIR")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.optimise.to_string()))
    }
}

/// The exact version that a key of `Trunk.toml` asks for.
fn asked_for(key: &str) -> Result<String> {
    let settings = table("Trunk.toml")?;
    let version = settings.get(key).and_then(toml::Value::as_str);
    version
        .and_then(|version| version.strip_prefix('='))
        .map(str::to_string)
        .with_context(|| format!("Trunk.toml has no {key} of the form \"=1.2.3\""))
}

/// The version of a package in `Cargo.lock`.
fn locked(package: &str) -> Result<String> {
    let lock = table("Cargo.lock")?;
    let packages = lock.get("package").and_then(toml::Value::as_array);
    packages
        .into_iter()
        .flatten()
        .find(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))
        .and_then(|entry| entry.get("version")?.as_str())
        .map(str::to_string)
        .with_context(|| format!("Cargo.lock does not name {package}"))
}

/// The folder that tools are kept in.
pub fn cache() -> Result<PathBuf> {
    let cache = env::var_os("XDG_CACHE_HOME")
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cache")));
    match cache {
        Some(cache) => Ok(cache.join("verbatim/tools")),
        None => bail!("there is no home folder to keep tools in: set XDG_CACHE_HOME"),
    }
}

/// Does one step of the set-up, says so, and says how long it took.
pub fn step<T>(what: &str, perform: impl FnOnce() -> Result<T>) -> Result<T> {
    let begun = Instant::now();
    eprintln!("set-up: {what} ...");
    let result = perform()?;
    eprintln!("set-up: {what}: {}", spell(begun.elapsed()));
    Ok(result)
}
