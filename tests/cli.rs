//! The command line from outside: what it reads, what it prints, and what it says of what it cannot read.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value;

#[path = "cli/check.rs"]
mod check;
#[path = "cli/extract.rs"]
mod extract;
#[path = "cli/formats.rs"]
mod formats;
#[path = "cli/links.rs"]
mod links;
#[path = "cli/prerender.rs"]
mod prerender;

/// A folder of its own for a test, with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the last run's folder can go");
    }
    for (file, text) in files {
        let file = folder.join(file);
        fs::create_dir_all(file.parent().expect("it is in the folder")).expect("a folder can be made");
        fs::write(file, text).expect("a file can be written");
    }
    folder
}

/// What `verbatim` printed, said and returned.
struct Ran {
    code: Option<i32>,
    out: String,
    said: String,
}

impl Ran {
    fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
    }
}

/// Runs `verbatim` in a folder.
fn verbatim(folder: &Path, arguments: &[&str], input: &str) -> Ran {
    verbatim_where(folder, &[], arguments, input)
}

/// As [`verbatim`], with these variables in its environment.
fn verbatim_where(folder: &Path, variables: &[(&str, &str)], arguments: &[&str], input: &str) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
    command.current_dir(folder).args(arguments).envs(variables.iter().copied());
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("verbatim runs");
    let mut stdin = child.stdin.take().expect("it has an input");
    let input = input.to_owned();
    // Written beside the reading: a full pipe on one side must not stop the other. It may not want all of it.
    let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let Output { status, stdout, stderr } = child.wait_with_output().expect("verbatim ends");
    writer.join().expect("the input is written");
    let text = |bytes| String::from_utf8(bytes).expect("it prints UTF-8");
    Ran { code: status.code(), out: text(stdout), said: text(stderr) }
}

/// An article of one statement.
fn article(id: &str, said: &str, by: &str) -> String {
    format!(
        "---\nid: {id}\ntitle: About {id}\npublished: 2026-03-19\n---\n\n“{said}” said {by} on Wednesday.\n"
    )
}
