//! The search engine measured beside other libraries, in one page of a real browser.

pub mod extract;
pub mod page;
pub mod published;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::{
    browser,
    run::{cargo, command, on_path, printed, root, run},
};

const RESULTS: &str = "bench/RESULTS.md";
const MODULE: &str = "wasm32-unknown-unknown/release/verbatim_search_adapter.wasm";

/// What is measured.
pub struct Plan<'a> {
    /// How many statements, as the scripts write it, with commas between.
    pub sizes: &'a str,
    /// The seeds of the corpora, with commas between.
    pub seeds: &'a str,
    /// A folder with a harness of its own, whose corpora and libraries are measured as well.
    pub harness: Option<&'a Path>,
}

/// Measures, and writes what was measured to `bench/RESULTS.md`.
///
/// # Errors
/// When Node, npm or Chromium is missing, or something cannot be built or run.
pub fn search(plan: &Plan<'_>) -> Result<()> {
    ensure!(on_path(&["npm"]).is_some(), "npm is missing: install Node 20 or newer (https://nodejs.org)");
    browser::find_or_install()?;
    let chromium = on_path(browser::BROWSERS).context("Chromium is not on PATH")?;
    let module = module()?;
    let stage = root().join("target/bench/page");
    lay_out(&stage, &module)?;
    let node = |script: &str| {
        let mut node = command("node");
        node.current_dir(&stage).arg(script);
        node
    };
    eprintln!("bench: measuring; keep the machine quiet");
    let mut tables = said(
        node("run.mjs").arg("--chromium").arg(&chromium).args(["--sizes", plan.sizes, "--seeds", plan.seeds]),
    )?;
    if let Some(harness) = plan.harness {
        for seed in plan.seeds.split(',') {
            tables += &beside(harness, &module, seed, &short(plan.sizes))?;
        }
    }
    let text = format!("{}\n{tables}", head(plan, &chromium));
    fs::write(root().join(RESULTS), text).with_context(|| format!("{RESULTS} cannot be written"))?;
    println!("{tables}\nbench: written to {RESULTS}");
    Ok(())
}

/// Builds the engine as a module of its own.
fn module() -> Result<PathBuf> {
    let target = root().join("target/bench/module");
    run(cargo()
        .current_dir(root().join("bench/adapter"))
        .args(["build", "--quiet", "--release", "--locked", "--target", "wasm32-unknown-unknown"])
        .env("CARGO_TARGET_DIR", &target))?;
    Ok(target.join(MODULE))
}

/// Puts the page, the module and the libraries into `stage`.
fn lay_out(stage: &Path, module: &Path) -> Result<()> {
    fs::create_dir_all(stage.join("engine"))?;
    for entry in fs::read_dir(root().join("bench"))? {
        let path = entry?.path();
        if let (true, Some(name)) = (path.is_file(), path.file_name()) {
            fs::copy(&path, stage.join(name))?;
        }
    }
    fs::copy(module, stage.join("engine/verbatim.wasm"))?;
    install(stage, "ci")
}

fn install(folder: &Path, how: &str) -> Result<()> {
    run(command("npm").current_dir(folder).args([how, "--silent", "--no-audit", "--no-fund"]))
        .with_context(|| "the libraries to measure beside cannot be had from npm: is there a network?")
}

/// Sizes as a harness names them: 10000 is `10k`, 1000000 is `1m`.
fn short(sizes: &str) -> String {
    let short = |size: &str| match (size.strip_suffix("000000"), size.strip_suffix("000")) {
        (Some(millions), _) => format!("{millions}m"),
        (_, Some(thousands)) => format!("{thousands}k"),
        _ => size.to_owned(),
    };
    sizes.split(',').map(short).collect::<Vec<_>>().join(",")
}

/// Runs a harness's own comparison on a copy of it, with ours among its adapters.
fn beside(harness: &Path, module: &Path, seed: &str, sizes: &str) -> Result<String> {
    let copy = root().join("target/bench/harness");
    fs::create_dir_all(&copy)?;
    run(command("cp").args(["-r", "--no-preserve=mode"]).arg(harness.join(".")).arg(&copy))?;
    fs::create_dir_all(copy.join("engine"))?;
    fs::copy(module, copy.join("engine/verbatim.wasm"))?;
    fs::copy(root().join("bench/ours.mjs"), copy.join("adapters/ours.mjs"))?;
    install(&copy, "install")?;
    let peers = "minisearch,flexsearch,ufuzzy,ours";
    let text = said(
        command("node")
            .current_dir(&copy)
            .args(["run.mjs", "--seed", seed, "--sizes", sizes, "--peers", peers]),
    )?;
    let tables = text.find("\n## ").map_or("", |at| &text[at..]);
    Ok(format!("\n# With the harness's corpora, seed {seed}\n{tables}"))
}

/// What a command prints; what it says on the way is passed on.
fn said(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.stderr(std::process::Stdio::inherit()).output();
    let output = output.with_context(|| format!("{name} cannot be run"))?;
    ensure!(output.status.success(), "{name} ended with {}", output.status);
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn head(plan: &Plan<'_>, chromium: &Path) -> String {
    let say = |program: &str, arguments: &[&str]| {
        printed(command(program).args(arguments)).unwrap_or_else(|| "unknown".into())
    };
    let (date, browser) = (say("date", &["+%F"]), say(&chromium.to_string_lossy(), &["--version"]));
    let machine = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = machine.lines().find_map(|line| line.strip_prefix("model name")?.split(": ").nth(1));
    let (model, cores) =
        (model.unwrap_or("unknown"), std::thread::available_parallelism().map_or(1, usize::from));
    let harness = if plan.harness.is_some() { " --harness DIR" } else { "" };
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or("unknown");
    format!(
        "# Search, side by side\n\nMeasured on {date} by `cargo xtask bench search --sizes {} --seeds {}{harness}`: \
         {browser}, {model}, {cores} cores, load average {load}.\nEach library in its own worker of one page, taking \
         turns query by query; a time is one keystroke. The statements are made up by bench/corpus.mjs: a seed gives the same.\n",
        plan.sizes, plan.seeds,
    )
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn sizes_are_named_by_their_thousands_and_millions() {
        assert_eq!(short("1000,10000,100000,1000000,1500"), "1k,10k,100k,1m,1500");
    }
}
