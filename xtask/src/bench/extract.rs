//! Extraction measured: how often it is right, how fast it is, and how much memory it takes.

use std::{
    fs,
    io::{self, BufRead, BufReader, BufWriter, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Instant,
};

use anyhow::{Context, Result, ensure};

use super::said;
use crate::{
    browser,
    run::{cargo, command, on_path, root, run, spell},
};

const SPLITS: &[&str] = &["train", "dev"];

/// What speed and memory are measured on.
const SPEED: &str = "dev";

const MODULE: &str = "wasm32-unknown-unknown/release/extract_bench.wasm";

/// Measures and prints everything, where there is something to measure it with.
///
/// # Errors
/// When Python or Chromium is missing, or something cannot be built or run.
pub fn extract(eval: Option<&Path>, articles: usize) -> Result<()> {
    let Some(eval) = eval.map(Path::to_owned).or_else(beside) else {
        println!(
            "bench: nothing was measured: there is no evaluator here. Pass --eval DIR or set VERBATIM_EVAL; \
             `cargo xtask bench extract --help` says what DIR holds"
        );
        return Ok(());
    };
    // As the caller meant it: what runs below runs in the project's folder.
    let eval = std::env::current_dir()?.join(eval);
    ensure!(eval.join("evaluate.py").is_file(), "{} holds no evaluate.py", eval.display());
    let python = on_path(&["python3"]).context("python3 is missing: the evaluator runs on it")?;
    let stage = root().join("target/bench/extract");
    fs::create_dir_all(&stage)?;
    run(cargo().args(["build", "--quiet", "--profile", "host", "--package", "verbatim-cli"]))?;
    let bench = Bench { eval, python, stage, verbatim: built("host/verbatim") };
    for split in SPLITS {
        bench.accuracy(split)?;
    }
    println!("\n== speed, one core, extraction alone, on {SPEED}");
    println!("on this machine {:>8} MB/s", bench.on_the_host()?);
    println!("in Chromium     {:>8} MB/s", bench.in_chromium()?);
    bench.memory(articles)
}

/// A folder `eval` with an evaluator, in the folder that the checkout lies in or in one beside the checkout.
fn beside() -> Option<PathBuf> {
    let around = root().parent()?;
    let neighbours = fs::read_dir(around).ok()?.flatten().map(|entry| entry.path());
    let mut folders = std::iter::once(around.to_owned()).chain(neighbours).map(|folder| folder.join("eval"));
    folders.find(|folder| folder.join("evaluate.py").is_file())
}

/// A program of the workspace.
fn built(name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join(name)
}

struct Bench {
    eval: PathBuf,
    python: PathBuf,
    stage: PathBuf,
    verbatim: PathBuf,
}

impl Bench {
    fn articles(&self, split: &str) -> PathBuf {
        self.stage.join(format!("{split}.jsonl"))
    }

    fn script(&self, script: &Path, split: &str) -> Command {
        let mut python = command(&self.python);
        python.env("PYTHONDONTWRITEBYTECODE", "1").arg(script).args(["--split", split]);
        python
    }

    /// The evaluator's table, and ours.
    fn accuracy(&self, split: &str) -> Result<()> {
        println!("\n== accuracy on {split}");
        let (articles, predictions) = (self.articles(split), self.stage.join(format!("{split}.pred.jsonl")));
        run(self.script(&self.eval.join("articles.py"), split).arg("--jsonl").arg(&articles))?;
        let out = fs::File::create(&predictions)?;
        run(command(&self.verbatim).args(["extract", "--format", "eval"]).arg(&articles).stdout(out))?;
        run(self.script(&self.eval.join("evaluate.py"), split).arg("--pred").arg(&predictions))?;
        println!();
        let ours = root().join("bench/extract/accuracy.py");
        run(self.script(&ours, split).arg("--eval").arg(&self.eval).arg("--pred").arg(&predictions))
    }

    /// MB of text a second, extraction alone in a loop.
    fn on_the_host(&self) -> Result<String> {
        self.build(&["--bin", "extract-bench"])?;
        let program = self.target().join("release/extract-bench");
        let speed = said(command(program).arg(self.articles(SPEED)).arg(self.stage.join("articles.txt")))?;
        Ok(speed.trim().to_owned())
    }

    /// The same in a page, which reads its input from scripts: pages from files may not fetch.
    fn in_chromium(&self) -> Result<String> {
        self.build(&["--lib", "--target", "wasm32-unknown-unknown"])?;
        let page = self.stage.join("page");
        fs::create_dir_all(&page)?;
        for file in ["index.html", "page.js"] {
            fs::copy(root().join("bench/extract/page").join(file), page.join(file))?;
        }
        bytes_as_script(&self.target().join(MODULE), "MODULE", &page.join("module.js"))?;
        bytes_as_script(&self.stage.join("articles.txt"), "ARTICLES", &page.join("articles.js"))?;
        browser::find_or_install()?;
        let chromium = on_path(browser::BROWSERS).context("Chromium is not on PATH")?;
        let profile = self.stage.join("profile");
        let shown = command(chromium)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--dump-dom"])
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg(format!("file://{}", page.join("index.html").display()))
            .output()
            .context("Chromium cannot be run")?;
        let shown = String::from_utf8_lossy(&shown.stdout);
        let speed = shown.split_once("<output>").and_then(|(_, rest)| rest.split_once("</output>"));
        let speed = speed.map(|(speed, _)| speed.to_owned()).filter(|speed| !speed.is_empty());
        speed.context("the page shows no result: open it in a browser and see its console")
    }

    fn target(&self) -> PathBuf {
        self.stage.join("module")
    }

    fn build(&self, what: &[&str]) -> Result<()> {
        run(cargo()
            .current_dir(root().join("bench/extract"))
            .args(["build", "--quiet", "--release", "--locked"])
            .args(what)
            .env("CARGO_TARGET_DIR", self.target()))
    }

    /// The most memory that a stream of articles takes: the split, again and again, each with an id of its own.
    fn memory(&self, articles: usize) -> Result<()> {
        println!("\n== memory, {articles} articles streamed");
        let begun = Instant::now();
        let mut verbatim = command(&self.verbatim)
            .args(["extract", "--format", "jsonl"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .context("verbatim cannot be run")?;
        let (bytes, peak) = feed(&mut verbatim, &self.articles(SPEED), articles)?;
        ensure!(verbatim.wait()?.success(), "verbatim failed");
        let took = begun.elapsed();
        let speed = bytes as f64 / 1e6 / took.as_secs_f64();
        let peak =
            peak.map_or("unknown: only Linux tells".into(), |kilobytes| format!("{} MB", kilobytes / 1024));
        println!(
            "peak memory {peak}; {:.0} MB in {}, {speed:.1} MB/s on all cores",
            bytes as f64 / 1e6,
            spell(took)
        );
        Ok(())
    }
}

/// Writes articles into a program and watches its memory. Gives how many bytes were written, and the peak in KB.
fn feed(program: &mut Child, file: &Path, articles: usize) -> Result<(u64, Option<u64>)> {
    let lines: Vec<String> = BufReader::new(fs::File::open(file)?).lines().collect::<io::Result<_>>()?;
    ensure!(!lines.is_empty(), "{} holds no articles", file.display());
    let mut input = BufWriter::new(program.stdin.take().context("it takes no input")?);
    let (mut bytes, mut peak) = (0, None);
    for (number, line) in lines.iter().cycle().take(articles).enumerate() {
        // The first key of each line is its id.
        let line = line.replacen("\"id\": \"", &format!("\"id\": \"{number}-"), 1);
        writeln!(input, "{line}")?;
        bytes += line.len() as u64 + 1;
        if number % 1000 == 0 || number + 1 == articles {
            input.flush()?;
            peak = peak.max(peak_memory(program.id()));
        }
    }
    Ok((bytes, peak))
}

/// The most memory that a running program has held, in KB.
fn peak_memory(id: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

fn bytes_as_script(file: &Path, name: &str, script: &Path) -> Result<()> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut out = BufWriter::new(fs::File::create(script)?);
    write!(out, "const {name} = [")?;
    for byte in bytes {
        write!(out, "{byte},")?;
    }
    writeln!(out, "];")?;
    Ok(out.flush()?)
}
