//! `verbatim`: reads articles, writes archives, checks both.

mod article;
mod cards;
mod desk;
mod extract;
mod folder;
mod links;
mod page;
mod parts;
mod prerender;
mod problem;
mod register;

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, bail};
use clap::{Parser, Subcommand};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

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
    Extract(extract::Extract),
    /// Enter every address of the articles into the link register, links.lock: commit it with them.
    Publish {
        /// The folder of articles.
        #[arg(default_value = "articles")]
        articles: PathBuf,
        /// Let published addresses go whose words no article says any more: they will open as gone.
        #[arg(long)]
        let_go: bool,
    },
    /// Keep the register of published addresses.
    #[command(subcommand)]
    Links(links::Links),
    /// Finish the page that Trunk has put together: run by Trunk itself.
    Page(page::Page),
    /// Draw the pages of a finished page again, and write its sitemap and feed.
    Prerender(prerender::Prerender),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Bake { articles, out, skip_bad } => bake(&articles, &out, skip_bad),
        Command::Check { articles } => check(&articles),
        Command::Extract(arguments) => {
            let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout());
            // What is left in the buffer when the pipe is closed goes nowhere: there is nobody to tell.
            return extract::run(&arguments, &mut out).unwrap_or_else(|error| fail(&error, 2));
        }
        Command::Publish { articles, let_go } => links::publish(&articles, let_go),
        Command::Links(links) => links::perform(&links),
        Command::Page(page) => page::finish(&page),
        Command::Prerender(arguments) => prerender::again(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error, 1),
    }
}

fn fail(error: &anyhow::Error, code: u8) -> ExitCode {
    eprintln!("verbatim: {error:#}");
    ExitCode::from(code)
}

fn bake(articles: &Path, out: &Path, skip_bad: bool) -> anyhow::Result<()> {
    let folder = complain(articles)?;
    let bad = folder.complaints.len();
    if bad > 0 && !skip_bad {
        bail!("files that cannot be used: {bad}; nothing was written: mend them, or pass --skip-bad");
    }
    if folder.articles.is_empty() {
        bail!("no article of {} can be read", articles.display());
    }
    let folder::Edition { archive, doubts, register } = folder::edition(folder);
    doubts.iter().for_each(|doubt| eprintln!("{doubt}"));
    if let Some(note) = links::unregistered(&register, &archive) {
        eprintln!("{note}");
    }
    if let Some(parent) = out.parent() {
        fs::create_dir_all(parent).with_context(|| format!("cannot make the folder {}", parent.display()))?;
    }
    write_whole(out, &verbatim_archive::write(&archive))?;
    eprintln!("{}: {}", out.display(), summary(&archive));
    Ok(())
}

/// Puts a file in place at once: whoever reads it meanwhile gets the old one or the new one, whole, however many write.
fn write_whole(out: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let half_way = out.with_extension(format!("{}.part", std::process::id()));
    fs::write(&half_way, bytes)
        .and_then(|()| fs::rename(&half_way, out))
        .with_context(|| format!("cannot write {}", out.display()))
}

fn check(articles: &Path) -> anyhow::Result<()> {
    let folder = complain(articles)?;
    let bad = folder.complaints.len();
    let folder::Edition { archive, doubts, register } = folder::edition(folder);
    doubts.iter().for_each(|doubt| eprintln!("{doubt}"));
    if let Some(note) = links::unregistered(&register, &archive) {
        eprintln!("{note}");
    }
    // Whoever has closed the pipe does not want to know.
    let _ = writeln!(io::stdout(), "{}", summary(&archive));
    if bad + doubts.len() > 0 {
        bail!("things to mend: {}", bad + doubts.len());
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
