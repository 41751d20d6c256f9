//! `verbatim extract`: articles of any form to statements, as a stream.

mod form;
mod format;
mod html;
mod inputs;
mod points;
mod pool;
mod progress;
mod reading;
mod result;

use std::{
    io::{self, Write},
    num::NonZero,
    path::{Path, PathBuf},
    process::ExitCode,
    thread,
};

use self::{
    form::Form,
    format::Format,
    inputs::{Found, Input, Source},
    progress::Progress,
};
use crate::{article, desk, folder, problem::Complaint};

/// Extract the statements of articles and print them
///
/// One bad article is named on standard error and skipped. The exit code is 0 when every article was read, 1 when
/// some were skipped, and 2 when nothing could be done.
///
/// Spans are half-open and count code points (and, in JSON, bytes of UTF-8) of the article's text: what is below
/// the front matter, with line ends as \n; "text" of JSON Lines; a plain text file as it is; the main text of a
/// page, which `--format json` gives.
#[derive(clap::Args)]
pub struct Extract {
    /// Files and folders of articles (.md, .txt, .html, .jsonl); `-`, or none, for standard input
    inputs: Vec<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
    /// How to read the input; otherwise the name of a file or its beginning tells
    #[arg(long, value_enum)]
    read_as: Option<Form>,
    /// How many threads to use [default: one for each core]
    #[arg(long)]
    threads: Option<NonZero<usize>>,
}

/// What came of one article: what to print, and what to say about it.
struct Outcome {
    printed: Result<Vec<u8>, Complaint>,
    doubts: Vec<Complaint>,
}

/// How far the run has got.
struct Run<'a> {
    out: &'a mut dyn Write,
    progress: Progress,
    format: Format,
    printed: u64,
    skipped: u64,
}

/// Extracts, and gives the exit code. Whoever closes the pipe has seen enough: that is no error.
///
/// # Errors
/// When an input is not there, or the output cannot be written.
pub fn run(arguments: &Extract, out: &mut dyn Write) -> anyhow::Result<ExitCode> {
    let named = match arguments.inputs.as_slice() {
        [] => &[PathBuf::from("-")],
        named => named,
    };
    let inputs = inputs::list(named, arguments.read_as)?;
    let bytes = inputs.iter().map(|input| input.size).sum();
    let progress = Progress::new(bytes);
    let mut run = Run { out, progress, format: arguments.format, printed: 0, skipped: 0 };
    let threads = arguments.threads.or(thread::available_parallelism().ok()).unwrap_or(NonZero::<usize>::MIN);
    let ended = run.all(inputs, threads);
    run.progress.done();
    match ended {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(anyhow::Error::new(error).context("cannot write what was found"))
        }
        _ if run.skipped > 0 => {
            eprintln!("verbatim: articles skipped: {}", run.skipped);
            Ok(ExitCode::FAILURE)
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

impl Run<'_> {
    fn all(&mut self, inputs: Vec<Input>, threads: NonZero<usize>) -> io::Result<()> {
        let format = self.format;
        self.out.write_all(&format.opening())?;
        let produce = |hand: &mut dyn FnMut((Source, u64), (Source, Found)) -> bool| {
            let mut take = |source: Source, found: Found| {
                let size = found.as_ref().map_or(0, |raw| raw.bytes.len() as u64);
                hand((source.clone(), size), (source, found))
            };
            inputs.into_iter().all(|input| input.read(&mut take));
        };
        let work = move |(source, found): (Source, Found)| outcome(format, &source, found);
        pool::in_order(threads, produce, work, |(source, size), outcome| {
            self.progress.article(size);
            self.take(&source, outcome)
        })?;
        self.out.write_all(format.closing())?;
        self.out.flush()
    }

    fn take(&mut self, source: &Source, outcome: Option<Outcome>) -> io::Result<()> {
        let what = "this article cannot be read because of a fault in verbatim: report it with the article";
        let outcome = outcome.unwrap_or_else(|| Outcome {
            printed: Err(source.complaint(crate::problem::Problem::whole(what))),
            doubts: Vec::new(),
        });
        outcome.doubts.iter().for_each(|doubt| self.progress.say(doubt));
        match outcome.printed {
            Ok(bytes) => {
                if self.printed > 0 {
                    self.out.write_all(self.format.between())?;
                }
                self.printed += 1;
                self.out.write_all(&bytes)
            }
            Err(complaint) => {
                self.skipped += 1;
                self.progress.say(&complaint);
                Ok(())
            }
        }
    }
}

fn outcome(format: Format, source: &Source, found: Found) -> Outcome {
    match printed(format, source, found) {
        Ok((bytes, doubts)) => Outcome { printed: Ok(bytes), doubts },
        Err(complaint) => Outcome { printed: Err(complaint), doubts: Vec::new() },
    }
}

fn printed(format: Format, source: &Source, found: Found) -> Result<(Vec<u8>, Vec<Complaint>), Complaint> {
    let complaint = |problem| source.complaint(problem);
    let raw = found.map_err(complaint)?;
    let article = reading::read(source, &raw).map_err(complaint)?;
    // An id of somebody else's data could lead to any file.
    let folder = source.folder.as_deref().filter(|_| article::is_plain(&article.id));
    let corrections = folder.map(|folder: &Path| desk::corrections(folder, &article.id)).transpose()?;
    let (extraction, doubts) = folder::extracted(&article, corrections.as_ref(), &source.people);
    let found = result::Found::new(&article, &extraction, &source.people);
    Ok((format.article(&found), doubts))
}
