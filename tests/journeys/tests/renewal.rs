//! A newer edition: it is offered to who comes back to the page, and never put in the place of what is being read.

use std::{fs, path::Path};

use tempfile::TempDir;
use verbatim_journeys::{Browser, Server, copied, folder};

/// What happens when a reader comes back to the page.
const BACK: &str = "window.dispatchEvent(new Event('focus'))";

/// Where the archive is that the page shows.
const ARCHIVE: &str = "document.querySelector('#archive').href";

#[tokio::test]
async fn a_newer_edition_is_offered_and_comes_when_it_is_asked_for() {
    let (site, _server, reader) = opened().await;
    let archive = reader.says(ARCHIVE).await;
    publish(site.path());
    reader.says(BACK).await;
    reader.reads(".tidings .tiding:last-child span", "A newer edition has been published.").await;
    reader.can_be_used_by_everybody("a newer edition").await;
    reader.reads("#count", "3 statements").await;
    reader.clicks(".tidings .tiding:last-child button:not(.plain)").await;
    reader
        .until(
            "the newer edition to be there",
            &format!("document.querySelector('#count') && {ARCHIVE} !== {archive}"),
        )
        .await;
    assert!(reader.address().await.ends_with("?q=peace"), "the search is kept");
    reader.has_nothing_to_hide().await;
}

#[tokio::test]
async fn a_newer_edition_that_is_declined_is_not_offered_again_and_the_same_one_never() {
    let (site, _server, reader) = opened().await;
    let asked = "performance.getEntriesByType('resource').some(one => one.name.includes('?asked='))";
    reader.says(BACK).await;
    reader.until("the host to be asked", asked).await;
    reader.until("nothing to be offered", "!document.querySelector('.tidings button')").await;
    opens(&reader).await;
    publish(site.path());
    reader.says(BACK).await;
    reader.clicks(".tidings .tiding:last-child .plain").await;
    reader.until("it to be offered no longer", "!document.querySelector('.tidings button')").await;
    reader.reads("#count", "3 statements").await;
    reader.has_nothing_to_hide().await;
}

/// A site of its own, its host, and a reader who has opened it.
async fn opened() -> (TempDir, Server, Browser) {
    let site = copied("plain", |_, file| Some(file));
    let server = Server::start(site.path().to_path_buf(), "/").await;
    let reader = Browser::start(&server).await;
    opens(&reader).await;
    (site, server, reader)
}

/// Opens a list, with all of the program.
async fn opens(reader: &Browser) {
    reader.open("?q=peace").await;
    reader.reads("#count", "3 statements").await;
    reader.presses(['j']).await;
    reader.sees("#results > li[aria-current]").await;
    reader.until("all of the program to be there", "document.querySelector('.tidings') !== null").await;
}

/// Puts another edition in the place of the one that is served.
fn publish(site: &Path) {
    for entry in fs::read_dir(folder("theirs")).expect("another edition") {
        let file = entry.expect("a file");
        if file.path().is_file() {
            fs::copy(file.path(), site.join(file.file_name())).expect("a copy");
        }
    }
}
