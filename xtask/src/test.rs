//! `cargo xtask test`: every check there is, one after the other, and how many tests ran in all.

use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    page::{self, Site},
    run::{cargo, root, run, spell},
    tools::Tools,
    validate::validate,
};

/// The sites that the journeys visit: name, base path, folder of articles.
const SITES: &[(&str, &str, Option<&str>)] = &[
    ("plain", "/", None),
    ("based", "/news/quotes/", None),
    ("theirs", "/", Some("tests/articles")),
    ("markup", "/", Some("tests/journeys/articles")),
    ("edited", "/news/quotes/", Some("tests/journeys/published")),
];

/// One more, whose address is known, so that it has a feed and a sitemap.
const KNOWN: (&str, &str) = ("known", "https://quotes.example/news/quotes/");

/// The libraries, which know nothing of files, clocks and browsers and so run anywhere.
const LIBRARIES: &[&str] =
    &["verbatim-align", "verbatim-archive", "verbatim-extract", "verbatim-search", "verbatim-words"];

const WASM: &[&str] = &["--target", "wasm32-unknown-unknown"];

/// How many tests passed, failed, and were left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Tally {
    passed: u32,
    failed: u32,
    skipped: u32,
}

impl Tally {
    fn add(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// Runs everything, or only the checks that are named, and ends with one line: "N passed, M failed".
///
/// # Errors
/// When any check or test fails, or a journey did not run, or there is no check of a name.
pub fn test(tools: &Tools, only: &[String]) -> Result<()> {
    if let Some(name) = only.iter().find(|name| checks().iter().all(|(what, _)| what != name)) {
        bail!("there is no check “{name}”; these are: {}", checks().map(|(what, _)| what).join(", "));
    }
    let wanted = |what: &str| only.is_empty() || only.iter().any(|name| name == what);
    let mut tally = Tally::default();
    for (what, check) in checks().into_iter().filter(|(what, _)| wanted(what)) {
        tally.add(report(what, || check(tools)));
    }
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    ensure!(tally.failed == 0, "not everything is as it should be");
    Ok(())
}

type Check = fn(&Tools) -> Result<Tally>;

fn checks() -> [(&'static str, Check); 9] {
    [
        ("format", |_| passes(cargo().args(["fmt", "--all", "--check"]))),
        ("clippy", |_| {
            let journeys = ["--features", "verbatim-journeys/journeys"];
            clippy(&[&["--workspace", "--all-targets"], &journeys[..]].concat())
        }),
        ("clippy in wasm", |_| clippy(&[&["--package", "verbatim", "--bins", "--examples"], WASM].concat())),
        ("tests", |_| tests(cargo().args(["test", "--workspace", "--no-fail-fast"]))),
        ("libraries in wasm", |_| {
            let mut build = cargo();
            build.arg("build").args(WASM);
            passes(build.args(LIBRARIES.iter().flat_map(|library| ["--package", library])))
        }),
        ("tests in wasm", tests_in_wasm),
        ("release build", release_build),
        ("pages", pages),
        ("journeys", journeys),
    ]
}

/// Does one check, says how it went, and counts a check that could not be made as one failure.
fn report(what: &str, check: impl FnOnce() -> Result<Tally>) -> Tally {
    let begun = Instant::now();
    println!("\n== {what}");
    let tally = check().unwrap_or_else(|error| {
        println!("{what}: {error:#}");
        Tally { failed: 1, ..Tally::default() }
    });
    println!("== {what}: {}", spell(begun.elapsed()));
    tally
}

fn passes(command: &mut Command) -> Result<Tally> {
    run(command).map(|()| Tally::default())
}

fn clippy(options: &[&str]) -> Result<Tally> {
    let mut clippy = cargo();
    passes(clippy.arg("clippy").args(options).args(["--", "--deny", "warnings"]))
}

fn tests_in_wasm(tools: &Tools) -> Result<Tally> {
    let driver = tools.chromedriver.as_ref().context("no ChromeDriver")?;
    let mut test = cargo();
    tools
        .equip(&mut test)
        .arg("test")
        .args(WASM)
        .args(["--package", "verbatim", "--test", "wasm", "--test", "wasm_views"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", driver);
    ran(tests(&mut test)?)
}

fn release_build(tools: &Tools) -> Result<Tally> {
    let (known, address) = KNOWN;
    let known = (known, "/news/quotes/", Some("tests/articles"));
    for (name, base, articles) in SITES.iter().chain([&known]) {
        let articles = articles.map(|folder| root().join(folder));
        let address = (*name == known.0).then_some(address);
        page::build(tools, &Site { base, articles: articles.as_deref(), address, out: &site(name) })?;
    }
    Ok(Tally::default())
}

/// Where a site of this name is built.
fn site(name: &str) -> PathBuf {
    root().join("target/sites").join(name)
}

fn pages(_: &Tools) -> Result<Tally> {
    let names = SITES.iter().map(|(name, ..)| name).chain([&KNOWN.0]);
    validate(&names.map(|name| site(name)).collect::<Vec<_>>()).map(|()| Tally::default())
}

fn journeys(tools: &Tools) -> Result<Tally> {
    let driver = tools.chromedriver.as_ref().context("no ChromeDriver")?;
    let mut test = cargo();
    test.args(["test", "--package", "verbatim-journeys", "--features", "journeys"])
        .env("CHROMEDRIVER", driver)
        .env("VERBATIM_AXE", tools.axe.as_ref().context("no axe-core")?)
        .env("VERBATIM_FONTS", tools.fonts.as_ref().context("no fonts")?)
        .env("VERBATIM_SITES", root().join("target/sites"));
    ran(tests(&mut test)?)
}

/// Fails where tests that must run did not.
fn ran(tally: Tally) -> Result<Tally> {
    ensure!(tally.skipped == 0, "{} were skipped: every one must run", tally.skipped);
    ensure!(tally.passed + tally.failed > 0, "none ran");
    Ok(tally)
}

/// Runs tests, shows what they print, and counts them.
fn tests(command: &mut Command) -> Result<Tally> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let mut tally = Tally::default();
    let output = child.stdout.take().context("nothing to read from")?;
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        tally.add(result(&line).unwrap_or_default());
    }
    let status = child.wait()?;
    if !status.success() && tally.failed == 0 {
        bail!("ended with {status} after {} tests", tally.passed);
    }
    Ok(tally)
}

/// Reads "test result: ok. 7 passed; 0 failed; 0 ignored; ...".
fn result(line: &str) -> Option<Tally> {
    let counts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    let count = |what: &str| {
        counts.split("; ").find_map(|count| count.trim().strip_suffix(what)?.trim().parse().ok())
    };
    Some(Tally {
        passed: count("passed")?,
        failed: count("failed")?,
        skipped: count("ignored")? + count("filtered out").unwrap_or(0),
    })
}

#[cfg(test)]
mod tests {
    use super::{Tally, result};

    #[test]
    fn results_are_read_from_what_cargo_prints() {
        let line = "test result: FAILED. 7 passed; 2 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.00s";
        let tally = Tally { passed: 7, failed: 2, skipped: 4 };
        assert_eq!(result(line), Some(tally));
        assert_eq!(result("running 7 tests"), None);
    }
}
