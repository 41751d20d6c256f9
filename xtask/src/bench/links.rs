//! Addresses measured: what each opens when articles are edited.

use anyhow::Result;

use crate::run::{cargo, run};

/// Edits articles that are made up, and prints what every published address opens, beside what is right.
///
/// # Errors
/// When a goal is missed: every address opens, none shows another statement in silence, 99 in 100 verdicts are right.
pub fn links(edits: usize, together: usize, seed: u64) -> Result<()> {
    let arguments =
        ["--edits", &edits.to_string(), "--together", &together.to_string(), "--seed", &seed.to_string()]
            .map(str::to_owned);
    run(cargo()
        .args(["bench", "--quiet", "--profile", "dev", "--package", "verbatim-cli", "--bench", "links", "--"])
        .args(arguments))
}
