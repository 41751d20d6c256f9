//! What is published, measured: what addresses open when articles are edited, and how fast pages are drawn ahead.

use anyhow::Result;

use crate::{
    page::{self, Site},
    run::{cargo, root, run},
    tools::Tools,
};

/// Edits articles that are made up, and prints what every published address opens, beside what is right.
///
/// # Errors
/// When a goal is missed: every address opens, none shows another statement in silence, 99 in 100 verdicts are right.
pub fn links(edits: usize, together: usize, seed: u64) -> Result<()> {
    bench(&["--edits", &edits.to_string(), "--together", &together.to_string(), "--seed", &seed.to_string()])
}

/// Builds a release of the page, draws the pages of that many articles that are made up into it, and prints how fast and
/// how large.
///
/// # Errors
/// When the page cannot be built or drawn.
pub fn pages(tools: &Tools, articles: usize) -> Result<()> {
    let out = root().join("target/bench/pages");
    page::build(tools, &Site { base: "/", articles: None, address: None, out: &out })?;
    bench(&["--dist", &out.display().to_string(), "--articles", &articles.to_string()])
}

/// The profile is the one in which Trunk's hooks run the command.
fn bench(arguments: &[&str]) -> Result<()> {
    run(cargo()
        .args([
            "bench",
            "--quiet",
            "--profile",
            "dev",
            "--package",
            "verbatim-cli",
            "--bench",
            "published",
            "--",
        ])
        .args(arguments))
}
