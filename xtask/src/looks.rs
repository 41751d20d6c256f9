//! `cargo xtask looks`: how every page looks, held to the pictures in tests/visual.

use anyhow::{Context, Result};

use crate::{
    page::{self, Site},
    run::{cargo, root, run},
    tools::Tools,
};

/// Holds every page to the pictures that are kept; or keeps pictures of how they look now.
///
/// # Errors
/// When the page cannot be built, or looks otherwise.
pub fn looks(tools: &Tools, accept: bool) -> Result<()> {
    let sites = root().join("target/sites");
    let articles = root().join("tests/articles");
    let site = Site { base: "/", articles: Some(&articles), address: None, out: &sites.join("theirs") };
    page::build(tools, &site)?;
    let mut journeys = cargo();
    journeys
        .args(["test", "--quiet", "--package", "verbatim-journeys", "--features", "journeys", "looks"])
        .env("CHROMEDRIVER", tools.chromedriver.as_ref().context("no ChromeDriver")?)
        .env("VERBATIM_FONTS", tools.fonts.as_ref().context("no fonts")?)
        .env("VERBATIM_SITES", &sites);
    if accept {
        journeys.env("VERBATIM_ACCEPT", "1");
    }
    run(&mut journeys)
}
