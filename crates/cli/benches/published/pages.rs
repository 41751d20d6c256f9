//! Pages drawn ahead of time, by the command that does it when a page is published.

use std::{
    fs, io,
    path::Path,
    process::{Command, ExitCode},
    time::Instant,
};

use fastrand::Rng;

use super::articles::{Numbers, stories};

/// Each time is measured this often, and the least is told: what else a machine does only adds to it.
const TIMES: usize = 3;

/// Bakes `articles` invented articles, draws their pages into `dist`, the folder of a finished page, and prints how
/// many there were in a second and how many bytes each statement takes. No goal is set: it tells.
pub fn draw(dist: &Path, articles: usize, seed: u64) -> ExitCode {
    let folder = dist.with_extension("articles");
    let statements = write(&folder, articles, seed);
    let archive = dist.with_extension("vbt");
    verbatim(&["bake".as_ref(), "--articles".as_ref(), folder.as_ref(), "--out".as_ref(), archive.as_ref()]);
    let empty = size(dist).expect("the page is there");
    let options =
        ["prerender".as_ref(), "--dist".as_ref(), dist.as_os_str(), "--archive".as_ref(), archive.as_ref()];
    let seconds = (0..TIMES).map(|_| {
        let begun = Instant::now();
        verbatim(&options);
        begun.elapsed().as_secs_f64()
    });
    let seconds = seconds.fold(f64::INFINITY, f64::min);
    let full = size(dist).expect("the page is there");
    let (pages, bytes) = (full.pages - empty.pages, full.bytes - empty.bytes);
    println!(
        "{articles} articles, {statements} statements: {pages} pages in {seconds:.2} s, {:.0} a second, reading the archive included",
        pages as f64 / seconds
    );
    println!(
        "{:.1} kB of the published folder a statement, beside {:.1} kB of the page itself",
        bytes as f64 / 1e3 / statements as f64,
        empty.bytes as f64 / 1e3
    );
    ExitCode::SUCCESS
}

/// Writes that many articles, and counts what is said in them.
fn write(folder: &Path, articles: usize, seed: u64) -> usize {
    // What an earlier run left would be read as well.
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).expect("a folder can be made");
    let (mut rng, mut numbers) = (Rng::with_seed(seed), Numbers::default());
    let all = std::iter::repeat_with(|| stories(&mut rng, &mut numbers)).flatten().take(articles).enumerate();
    all.map(|(place, story)| {
        let front = format!("---\nid: story-{place}\ntitle: Story {place}\nlanguage: en\n---\n\n");
        let path = folder.join(format!("story-{place}.md"));
        fs::write(path, [front, story.text()].concat()).expect("an article can be written");
        story.said().count()
    })
    .sum()
}

fn verbatim(arguments: &[&std::ffi::OsStr]) {
    let ran = Command::new(env!("CARGO_BIN_EXE_verbatim")).args(arguments).output().expect("verbatim runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

/// How many pages a folder holds, and how many bytes in all.
#[derive(Default)]
struct Size {
    pages: usize,
    bytes: u64,
}

fn size(folder: &Path) -> io::Result<Size> {
    let mut all = Size::default();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            let within = size(&entry.path())?;
            all.pages += within.pages;
            all.bytes += within.bytes;
        } else {
            all.pages += usize::from(entry.file_name() == "index.html");
            all.bytes += entry.metadata()?.len();
        }
    }
    Ok(all)
}
