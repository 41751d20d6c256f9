//! An edition of ten thousand articles: it is sought in a worker, and the page stays smooth.

use std::sync::LazyLock;

use verbatim_archive::Archive;
use verbatim_journeys::{Browser, Server, copied, large, large_file};

/// How many articles there are.
const ARTICLES: u64 = 10_000;

/// What the page may have to do for a letter that is typed, in milliseconds of the processor: a third of what browsers
/// call a long task. It takes 5, and 35 where the page seeks by itself.
const MOST: f64 = 15.0;

/// Keeps what the page asks its workers, and the tasks of its own that take long.
const WATCH: &str = "
    window.asked = 0;
    window.tasks = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (...what) { window.asked += 1; return post.apply(this, what); };
    new PerformanceObserver(list => window.tasks.push(...list.getEntries().map(task => task.duration)))
        .observe({ type: 'longtask' });";

static EDITION: LazyLock<(Archive, Vec<u8>)> = LazyLock::new(|| {
    let archive = large(ARTICLES);
    let file = large_file(&archive);
    (archive, file)
});

/// The plain site with the large edition in the place of its own.
fn site(leaves_out: &str) -> tempfile::TempDir {
    let change = |name: &str, file: Vec<u8>| {
        let kept = leaves_out.is_empty() || !name.starts_with(leaves_out);
        kept.then(|| if name.ends_with(".vbt") { EDITION.1.clone() } else { file })
    };
    copied("plain", change)
}

/// The words of a statement of a few, typed with a letter wrong in the second.
fn sought() -> (String, String) {
    let archive = &EDITION.0;
    let statement = &archive.statements[archive.statements.len() / 2];
    let words = archive.quotations(statement).next().expect("a quotation");
    let typed: Vec<&str> = words.split(' ').take(5).collect();
    (typed.join(" ").to_lowercase().replacen("ter", "tre", 1), words.trim_end_matches(',').to_owned())
}

#[tokio::test]
async fn typing_at_speed_leaves_the_page_smooth() {
    let site = site("");
    let server = Server::start(site.path().to_path_buf(), "/").await;
    let reader = Browser::start(&server).await;
    reader.before_every_page(WATCH).await;
    reader.counts_work().await;
    reader.open("").await;
    let count = EDITION.0.statements.len();
    let all = format!("{},{:03} statements", count / 1000, count % 1000);
    reader.reads("#count", &all).await;
    let opening = longest(&reader).await;
    let (typed, words) = sought();
    let before = reader.worked().await;
    reader.says("window.asked = 0").await;
    for letter in typed.chars() {
        // One by one: letters that come together are drawn together.
        reader.types("input#q", &letter.to_string()).await;
    }
    reader.until("the statement to be found", &first_reads(&words)).await;
    let asked = reader.says("window.asked").await.as_u64().expect("a number");
    assert!(asked > 1, "the worker was asked {asked} times while {typed:?} was typed");
    let worked = (reader.worked().await - before) / typed.len() as f64;
    let longest = longest(&reader).await;
    println!(
        "a letter cost the page {worked:.1} ms; the longest task took {longest} ms, and {opening} ms while it opened"
    );
    assert!(worked < MOST, "the page worked {worked} ms for each letter of {typed:?}");
    let followed = format!("new URLSearchParams(location.search).get('q') === '{typed}'");
    reader.until("the address to follow", &followed).await;
    reader.reload().await;
    reader.until("the statement to be found again", &first_reads(&words)).await;
    reader.clicks("#results > li:first-child a.words").await;
    reader.is_on("statement").await;
    reader.back().await;
    reader.until("the list to be as it was", &first_reads(&words)).await;
    reader.has_nothing_to_hide().await;
}

#[tokio::test]
async fn without_its_worker_the_page_seeks_by_itself() {
    let site = site("worker-");
    let server = Server::start(site.path().to_path_buf(), "/").await;
    let reader = Browser::start(&server).await;
    let (typed, words) = sought();
    reader.open("").await;
    reader.types("input#q", &typed).await;
    reader.until("the statement to be found", &first_reads(&words)).await;
    reader.sees(".facet .count").await;
}

#[tokio::test]
async fn a_worker_that_says_nothing_is_not_waited_for() {
    let site = site("");
    let server = Server::start(site.path().to_path_buf(), "/").await;
    let reader = Browser::start(&server).await;
    // The file arrives, and nothing that is asked then.
    let deaf = "const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (...what) { Array.isArray(what[0]) && post.apply(this, what); };";
    reader.before_every_page(deaf).await;
    let (typed, words) = sought();
    reader.open("").await;
    reader.types("input#q", &typed).await;
    reader.until("the statement to be found", &first_reads(&words)).await;
    reader.has_nothing_to_hide().await;
}

fn first_reads(words: &str) -> String {
    format!("document.querySelector('#results > li:first-child a.words')?.textContent.includes({words:?})")
}

/// The longest task since this was last asked, in milliseconds.
async fn longest(reader: &Browser) -> f64 {
    let longest = reader.says("window.tasks.splice(0).reduce((one, other) => Math.max(one, other), 0)").await;
    longest.as_f64().expect("a number")
}
