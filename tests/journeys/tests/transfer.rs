//! An edition that comes in parts, on a host that knows nothing of ranges: a reader sees what was sought long before all of
//! it could have come.

use std::{fs, io::Write, sync::LazyLock};

use flate2::{Compression, write::DeflateEncoder};
use verbatim_archive::{Archive, parts::cut};
use verbatim_journeys::{Browser, Server, copied, large, large_file};

/// How many articles there are: some three megabytes of archive.
const ARTICLES: u64 = 700;

/// What the parts for a first query may weigh, and those for another. Of a hundred thousand statements, by
/// `crates/archive/examples/transfer.rs`, they are to be 400 and 60 kB; this is a twentieth of that many.
const FIRST: usize = 130_000;
const NEXT: usize = 60_000;

static EDITION: LazyLock<(Archive, Vec<u8>)> = LazyLock::new(|| {
    let archive = large(ARTICLES);
    let file = large_file(&archive);
    (archive, file)
});

/// The plain site with this edition in the place of its own, cut as `verbatim page` cuts it.
fn site() -> tempfile::TempDir {
    let parts = r#"<meta id="parts" name="parts" content="/parts/">"#;
    let of_text = |name: &str, text: String| match name {
        "index.html" => {
            let later = text.replace("id=archive rel=preload", "id=archive rel=alternate");
            let (head, rest) = later.split_once('>').expect("a page begins with its type");
            [head, ">", parts, rest].concat()
        }
        _ => {
            let archive = text.split('"').find(|name| name.ends_with(".vbt")).expect("it is kept");
            let kept = ["\"", archive, "\","].concat();
            text.replacen(&kept, "", 1).replace("PARTS = PREFIX + \"\"", "PARTS = PREFIX + \"parts/\"")
        }
    };
    let site = copied("plain", |name, file| match name {
        "index.html" | "sw.js" => Some(of_text(name, String::from_utf8(file).expect("text")).into_bytes()),
        _ if name.ends_with(".vbt") => Some(EDITION.1.clone()),
        _ => Some(file),
    });
    let folder = site.path().join("parts");
    fs::create_dir(&folder).expect("a folder");
    for (name, part) in cut(&EDITION.1).expect("an archive") {
        let mut packing = DeflateEncoder::new(Vec::new(), Compression::best());
        packing.write_all(&part).expect("memory takes bytes");
        fs::write(folder.join(name), packing.finish().expect("memory takes bytes")).expect("a part");
    }
    site
}

/// The words of a statement of `article`, the first with a letter wrong.
fn sought(article: usize) -> (String, String) {
    let archive = &EDITION.0;
    let statement =
        archive.statements.iter().find(|one| one.article as usize == article).expect("a statement");
    let words = archive.quotations(statement).next().expect("a quotation");
    let typed: Vec<&str> = words.split(' ').take(4).collect();
    (typed.join(" ").to_lowercase().replacen("or", "ro", 1), words.trim_end_matches(',').to_owned())
}

fn first_reads(words: &str) -> String {
    format!("document.querySelector('#results > li:first-child a.words')?.textContent.includes({words:?})")
}

/// How many bytes of the edition were sent since this was last asked, in how many files; of the whole, if it was.
fn sent(server: &Server) -> (usize, usize, bool) {
    let sent = server.sent();
    let parts: Vec<usize> =
        sent.iter().filter(|(path, _)| path.starts_with("/parts/")).map(|(_, length)| *length).collect();
    (parts.iter().sum(), parts.len(), sent.iter().any(|(path, _)| path.ends_with(".vbt")))
}

#[tokio::test]
async fn what_is_sought_first_is_shown_before_the_edition_has_come() {
    let site = site();
    let server = Server::start(site.path().to_path_buf(), "/").await;
    let reader = Browser::start(&server).await;
    let (typed, words) = sought(300);
    reader.open(&format!("?q={}", typed.replace(' ', "+"))).await;
    reader.until("the statement to be found", &first_reads(&words)).await;
    let first = sent(&server);
    let (typed, words) = sought(500);
    reader.says("document.querySelector('#q').select()").await;
    reader.types("input#q", &typed).await;
    reader.until("another to be found", &first_reads(&words)).await;
    let next = sent(&server);
    println!(
        "of {} bytes: {first:?} for the first query, {next:?} for the next, letter by letter",
        EDITION.1.len()
    );
    assert!(!first.2 && !next.2, "the whole was fetched");
    assert!(first.0 > 0 && first.0 < FIRST, "{first:?}");
    assert!(next.0 > 0 && next.0 < NEXT * typed.len() / 4, "{next:?}");

    // Whatever parts do not tell brings the whole.
    reader.clicks("#results > li:first-child a.words").await;
    reader.is_on("statement").await;
    assert!(sent(&server).2, "the page of a statement needs the edition");
    reader.back().await;
    reader.until("the list to be as it was", &first_reads(&words)).await;
    reader.sees(".facet .count").await;
    reader.has_nothing_to_hide().await;
}

#[tokio::test]
async fn what_was_found_once_is_found_without_a_network() {
    let site = site();
    let server = Server::start(site.path().to_path_buf(), "/").await;
    let reader = Browser::start(&server).await;
    let (typed, words) = sought(200);
    let address = format!("?q={}", typed.replace(' ', "+"));
    reader.open(&address).await;
    reader.until("the statement to be found", &first_reads(&words)).await;
    let kept = "navigator.serviceWorker.ready.then(worker => worker.active?.state === 'activated')";
    reader.until("the page to be kept", kept).await;
    drop(server);
    reader.open(&address).await;
    reader.until("the statement to be found again", &first_reads(&words)).await;
}

#[tokio::test]
async fn where_a_part_is_not_there_the_whole_is_asked() {
    let site = site();
    fs::remove_file(site.path().join("parts/head")).expect("a head");
    let server = Server::start(site.path().to_path_buf(), "/").await;
    let reader = Browser::start(&server).await;
    let (typed, words) = sought(100);
    reader.open(&format!("?q={}", typed.replace(' ', "+"))).await;
    reader.until("the statement to be found", &first_reads(&words)).await;
    assert!(sent(&server).2, "the whole answers");
}
