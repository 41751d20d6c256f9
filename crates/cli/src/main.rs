//! `verbatim`: reads articles, writes archives, checks both.

mod article;
mod extract;
mod folder;
mod page;

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, bail};
use clap::{Parser, Subcommand};

/// Who said what, word for word.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read a folder of articles and write the archive that the page opens.
    Bake {
        /// The folder of articles.
        #[arg(long, env = "VERBATIM_ARTICLES", default_value = "articles")]
        articles: PathBuf,
        /// Where to write the archive.
        #[arg(long)]
        out: PathBuf,
        /// Leave out the articles that cannot be read, each named, instead of writing nothing.
        #[arg(long, env = "VERBATIM_SKIP_BAD")]
        skip_bad: bool,
    },
    /// Say what is wrong with a folder of articles: file, line and what to do.
    Check {
        /// The folder of articles.
        #[arg(default_value = "articles")]
        articles: PathBuf,
    },
    /// Extract the statements of articles and print them.
    Extract {
        /// A JSON Lines file of articles: `{"id", "text"}` a line.
        file: PathBuf,
        /// What to print.
        #[arg(long, value_enum, default_value_t = Format::Eval)]
        format: Format,
    },
    /// Finish the page that Trunk has put together: run by Trunk itself.
    Page(page::Page),
}

/// What `extract` prints.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// Predictions for an evaluator: spans in code points, one article a line.
    Eval,
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Bake { articles, out, skip_bad } => bake(&articles, &out, skip_bad),
        Command::Check { articles } => check(&articles),
        Command::Extract { file, format: Format::Eval } => {
            extract::predictions(&file, &mut std::io::BufWriter::new(std::io::stdout().lock()))
        }
        Command::Page(page) => page::finish(&page),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("verbatim: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn bake(articles: &Path, out: &Path, skip_bad: bool) -> anyhow::Result<()> {
    let folder = complain(articles)?;
    let bad = folder.complaints.len();
    if bad > 0 && !skip_bad {
        bail!("{bad} of the articles cannot be read, so nothing was written: mend them, or pass --skip-bad");
    }
    if folder.articles.is_empty() {
        bail!("no article of {} can be read", articles.display());
    }
    let archive = folder::edition(folder.articles);
    if let Some(parent) = out.parent() {
        fs::create_dir_all(parent).with_context(|| format!("cannot make the folder {}", parent.display()))?;
    }
    fs::write(out, verbatim_archive::write(&archive))
        .with_context(|| format!("cannot write {}", out.display()))?;
    eprintln!("{}: {}", out.display(), summary(&archive));
    Ok(())
}

fn check(articles: &Path) -> anyhow::Result<()> {
    let folder = complain(articles)?;
    let bad = folder.complaints.len();
    println!("{}", summary(&folder::edition(folder.articles)));
    if bad > 0 {
        bail!("{bad} of the articles cannot be read");
    }
    Ok(())
}

/// Reads a folder and prints what is wrong with it.
fn complain(articles: &Path) -> anyhow::Result<folder::Folder> {
    let folder = folder::read(articles)?;
    for complaint in &folder.complaints {
        eprintln!("{complaint}");
    }
    Ok(folder)
}

fn summary(archive: &verbatim_archive::Archive) -> String {
    let (articles, statements) = (archive.articles.len(), archive.statements.len());
    format!(
        "articles: {articles}, statements: {statements}, people and bodies named: {}",
        archive.speakers.len()
    )
}
