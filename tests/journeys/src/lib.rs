//! What the journeys stand on: a plain static server ([`Server`]) and a real browser ([`Browser`]).
//!
//! A journey is a test that goes through the built page as a reader does, and knows of it only what a reader
//! can see. Whatever goes wrong in here is a panic that says what was looked for and what was there instead.

mod access;
mod browser;
mod console;
mod driver;
pub mod invented;
mod large;
pub mod looks;
mod pointer;
mod server;

pub use browser::{Browser, Key};
pub use large::{large, large_file};
pub use pointer::Pointer;
pub use server::Server;

use std::{env, fs, path::PathBuf};

/// Serves the site `name` as its host would, visits it in a browser of its own, and ends by making sure that
/// the visit has left no error in the console and asked nothing of any other origin.
///
/// # Panics
/// When the journey does, and when the visit has left something.
pub async fn visit(name: &str, journey: impl AsyncFnOnce(&Browser)) {
    let server = serve(name).await;
    let browser = Browser::start(&server).await;
    journey(&browser).await;
    browser.has_nothing_to_hide().await;
}

/// Serves the site `name`, one of those that `cargo xtask test` builds.
///
/// # Panics
/// When the site has not been built.
pub async fn serve(name: &str) -> Server {
    let base = if ["based", "edited"].contains(&name) { "/news/quotes/" } else { "/" };
    Server::start(folder(name), base).await
}

/// The folder of the site `name`.
///
/// # Panics
/// When nobody has said where the sites are.
pub fn folder(name: &str) -> PathBuf {
    env::var_os("VERBATIM_SITES")
        .map(PathBuf::from)
        .expect("no sites to visit: run `cargo xtask test`")
        .join(name)
}

/// A copy of the files that every page of the site `name` needs, each as `change` makes it, or left out.
///
/// # Panics
/// When the site has not been built.
pub fn copied(name: &str, change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) -> tempfile::TempDir {
    let copy = tempfile::tempdir().expect("a folder");
    for entry in fs::read_dir(folder(name)).expect("the site") {
        let entry = entry.expect("a file");
        let name = entry.file_name();
        if entry.path().is_file() {
            let file = change(&name.to_string_lossy(), fs::read(entry.path()).expect("a file"));
            if let Some(file) = file {
                fs::write(copy.path().join(name), file).expect("a copy");
            }
        }
    }
    copy
}

/// As [`visit`], to the site "plain" with another edition in the place of its own: the bytes of its file.
///
/// # Panics
/// As [`visit`] does.
pub async fn visit_with(edition: &[u8], journey: impl AsyncFnOnce(&Browser)) {
    let other = |name: &str, file| Some(if name.ends_with(".vbt") { edition.to_vec() } else { file });
    let site = copied("plain", other);
    let server = Server::start(site.path().to_path_buf(), "/").await;
    let browser = Browser::start(&server).await;
    journey(&browser).await;
    browser.has_nothing_to_hide().await;
}
