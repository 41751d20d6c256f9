//! `cargo xtask`: the developer's commands. Each does all the set-up it needs.

mod bench;
mod browser;
mod fonts;
mod looks;
mod npm;
mod page;
mod run;
mod size;
mod test;
mod tools;
mod validate;

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::tools::Need;

/// The developer's commands. Each does all the set-up it needs.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the explorer on this machine, and rebuild it whenever something changes
    Serve {
        /// A folder of articles to serve instead of the project's own
        #[arg(long, value_name = "DIR")]
        articles: Option<PathBuf>,
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Build the page for a static host
    Build {
        /// Where on its host the page will be: a path that begins and ends with a slash
        #[arg(long, default_value = "/", value_name = "PATH")]
        base: String,
        /// A folder of articles to build from instead of the project's own
        #[arg(long, value_name = "DIR")]
        articles: Option<PathBuf>,
        /// Where to put the page
        #[arg(long, default_value = "dist", value_name = "DIR")]
        out: PathBuf,
        /// The whole address at which it will be published: with it there are pictures, a sitemap, a feed and a search
        /// from the address bar
        #[arg(long, env = "VERBATIM_SITE", value_name = "URL")]
        site: Option<String>,
        /// How many pages to draw ahead; the rest are drawn when they are opened
        #[arg(long, value_name = "COUNT")]
        prerender_limit: Option<usize>,
        /// Draw no pictures of statements
        #[arg(long)]
        no_images: bool,
    },
    /// Run everything: format, lints, tests on this machine and in wasm, journeys in a real browser
    Test {
        /// Only these checks, by the names that a whole run prints, such as "release build"
        checks: Vec<String>,
    },
    /// Measure the first load of the release build
    Size,
    /// Measure a part of the project beside others of its kind, and write bench/RESULTS.md
    Bench {
        #[command(subcommand)]
        what: Bench,
    },
    /// Take the pictures that README.md shows
    Picture,
    /// Hold how every page looks to the pictures in tests/visual
    Looks {
        /// Keep pictures of how they look now
        #[arg(long)]
        accept: bool,
    },
    /// Hold the pages, feeds and sitemaps of a build to their standards
    Validate {
        /// The folder of the build
        #[arg(default_value = "dist", value_name = "DIR")]
        dist: PathBuf,
    },
    /// Install what the other commands need, and say how long it took
    Setup,
}

#[derive(Subcommand)]
enum Bench {
    /// The search engine beside MiniSearch, FlexSearch and uFuzzy, in one page
    Search {
        /// How many statements
        #[arg(long, default_value = "1000,10000", value_name = "LIST")]
        sizes: String,
        /// The seeds of the corpora
        #[arg(long, default_value = "1,2,3", value_name = "LIST")]
        seeds: String,
        /// A folder with a harness of its own to run as well, on a copy
        #[arg(long, value_name = "DIR")]
        harness: Option<PathBuf>,
    },
    /// Extraction: accuracy on marked articles, speed on this machine and in Chromium, memory
    Extract {
        /// A folder with evaluate.py (evaluate.py --split S --pred FILE), articles.py (articles.py --split S
        /// --jsonl FILE) and gold/S.jsonl.gz, S being train and dev; otherwise a folder `eval` of one beside the
        /// checkout is taken
        #[arg(long, value_name = "DIR", env = "VERBATIM_EVAL")]
        eval: Option<PathBuf>,
        /// On how many articles to measure memory
        #[arg(long, default_value_t = 100_000, value_name = "COUNT")]
        articles: usize,
    },
    /// Addresses: what each opens after thousands of edits of invented articles
    Links {
        /// How many edits
        #[arg(long, default_value_t = 2_000, value_name = "COUNT")]
        edits: usize,
        /// How many edits are made before the next edition is published
        #[arg(long, default_value_t = 1, value_name = "COUNT")]
        together: usize,
        /// What the articles and edits are made up from: a seed gives the same
        #[arg(long, default_value_t = 1, value_name = "NUMBER")]
        seed: u64,
    },
    /// The page in a browser: how soon it answers in a long list, and what Lighthouse says of it on a telephone
    Page {
        /// How many statements are made up
        #[arg(long, default_value_t = 100_000, value_name = "COUNT")]
        statements: usize,
    },
    /// Pages drawn ahead: how many a second, and how many bytes each statement takes
    Pages {
        /// How many articles are made up
        #[arg(long, default_value_t = 400, value_name = "COUNT")]
        articles: usize,
    },
}

fn main() -> ExitCode {
    match perform(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(command: Command) -> Result<()> {
    match command {
        Command::Serve { articles, port } => {
            page::serve(&tools::set_up(Need::Serve)?, articles.as_deref(), port)
        }
        Command::Build { base, articles, out, site, prerender_limit, no_images } => page::build_with(
            &tools::set_up(Need::Build)?,
            &page::Site { base: &base, articles: articles.as_deref(), address: site.as_deref(), out: &out },
            &page::Ahead { limit: prerender_limit, no_images },
        ),
        Command::Test { checks } => test::test(&tools::set_up(Need::Test)?, &checks),
        Command::Bench { what: Bench::Search { sizes, seeds, harness } } => {
            bench::search(&bench::Plan { sizes: &sizes, seeds: &seeds, harness: harness.as_deref() })
        }
        Command::Bench { what: Bench::Extract { eval, articles } } => {
            bench::extract::extract(eval.as_deref(), articles)
        }
        Command::Bench { what: Bench::Links { edits, together, seed } } => {
            bench::published::links(edits, together, seed)
        }
        Command::Bench { what: Bench::Page { statements } } => {
            bench::page::page(&tools::set_up(Need::Test)?, statements)
        }
        Command::Bench { what: Bench::Pages { articles } } => {
            bench::published::pages(&tools::set_up(Need::Build)?, articles)
        }
        Command::Size => size::size(&tools::set_up(Need::Build)?),
        Command::Picture => browser::picture(&tools::set_up(Need::Test)?),
        Command::Looks { accept } => looks::looks(&tools::set_up(Need::Test)?, accept),
        Command::Validate { dist } => validate::validate(&[dist]),
        Command::Setup => tools::set_up(Need::Test).map(drop),
    }
}
