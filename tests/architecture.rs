//! Holds the house to what ARCHITECTURE.md says of it.

#![cfg(not(target_arch = "wasm32"))]

mod messages;

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The crates in the order in which data flows through them: each may depend on those of lower ranks only.
const RANKS: &[(&str, u8)] = &[
    ("verbatim-words", 0),
    ("verbatim-align", 1),
    ("verbatim-extract", 1),
    ("verbatim-search", 1),
    ("verbatim-archive", 2),
    ("verbatim", 3),
    ("verbatim-cli", 4),
];

/// What only the command line may use: files, clocks, the environment, other programs, the network.
const OUTSIDE: &[&str] = &[
    "std::fs",
    "fs::",
    "std::env",
    "env::",
    "std::time",
    "SystemTime",
    "Instant::",
    "std::net",
    "std::process",
];

const BROWSER: &[&str] = &["web_sys", "js_sys", "gloo"];

#[test]
fn every_path_that_the_architecture_names_is_there() {
    let text = read(&root().join("ARCHITECTURE.md"));
    let paths = paths(&text);
    assert!(paths.len() > 20, "only {} paths were found: {paths:?}", paths.len());
    let gone: Vec<_> = paths.iter().filter(|path| !root().join(path).exists()).collect();
    assert!(gone.is_empty(), "ARCHITECTURE.md names what is not there: {gone:?}");
}

#[test]
fn no_crate_depends_on_one_that_comes_after_it() {
    for manifest in manifests() {
        let manifest: toml::Table = read(&manifest).parse().expect("a manifest");
        let name = manifest["package"]["name"].as_str().expect("a name");
        let Some(own) = rank(name) else {
            panic!("{name} has no place in the order: give it one in tests/architecture.rs");
        };
        let dependencies = manifest.get("dependencies").and_then(toml::Value::as_table);
        for dependency in dependencies.into_iter().flat_map(toml::Table::keys) {
            if let Some(other) = rank(dependency) {
                assert!(other < own, "{name} depends on {dependency}, which comes after it");
            }
        }
    }
}

#[test]
fn only_the_command_line_touches_anything_outside() {
    for folder in crates().iter().filter(|folder| !folder.ends_with("cli")) {
        for file in sources(&folder.join("src")) {
            uses_none_of(&file, OUTSIDE);
            uses_none_of(&file, BROWSER);
        }
    }
}

#[test]
fn the_browser_is_called_in_one_place() {
    let web = root().join("src/web");
    let files = sources(&root().join("src"));
    assert!(!files.is_empty());
    for file in files {
        if !file.starts_with(&web) && file != web.with_extension("rs") {
            uses_none_of(&file, BROWSER);
        }
    }
}

#[test]
fn no_module_is_a_junk_drawer() {
    let junk = ["utils", "util", "helpers", "common", "misc"];
    let folders = crates().into_iter().map(|folder| folder.join("src"));
    for file in folders.chain([root().join("src")]).flat_map(|folder| sources(&folder)) {
        let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        assert!(!junk.contains(&stem), "{} says nothing of what is in it", file.display());
    }
}

fn uses_none_of(file: &Path, names: &[&str]) {
    for (number, line) in read(file).lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        for name in names {
            let found = code.match_indices(name).any(|(at, _)| {
                let before = code[..at].chars().next_back();
                !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
            });
            assert!(!found, "{}:{} uses {name}", file.display(), number + 1);
        }
    }
}

/// What a text names in backticks, or first in a line of a block of code, and looks like a path of the project.
fn paths(text: &str) -> Vec<&str> {
    let mut in_block = false;
    let mut found = Vec::new();
    for line in text.lines() {
        if line.starts_with("```") {
            in_block = !in_block;
        } else if in_block {
            found.extend(line.split_whitespace().next());
        } else {
            found.extend(line.split('`').skip(1).step_by(2));
        }
    }
    found.retain(|name| {
        let looks_like_one = name.contains('/') || Path::new(name).extension().is_some();
        looks_like_one && !name.starts_with(['/', '~', '.']) && !name.contains([' ', ':', '{', '*', '='])
    });
    found
}

fn rank(name: &str) -> Option<u8> {
    RANKS.iter().find(|(ranked, _)| *ranked == name).map(|(_, rank)| *rank)
}

fn manifests() -> impl Iterator<Item = PathBuf> {
    crates().into_iter().chain([root().to_path_buf()]).map(|folder| folder.join("Cargo.toml"))
}

fn crates() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("crates")).expect("the crates");
    entries.map(|entry| entry.expect("a crate").path()).collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
