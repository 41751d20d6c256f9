//! How soon the page answers in a list of many statements, and whether it keeps up with scrolling: `pace SITE COUNT`.
//! With Lighthouse's script behind them, that judges the site as it is before: `pace SITE COUNT LIGHTHOUSE`.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Stdio,
};

use serde_json::Value;
use tokio::process::Command;
use verbatim_journeys::{Browser, Server, invented};

/// How many frames are scrolled through in each way.
const FRAMES: usize = 240;

/// How far one scrolls in a frame, in CSS pixels: reading on, with a wheel, and pulling the scroll bar.
const STEPS: [(&str, &str); 3] = [
    ("reading on", "12"),
    ("with a wheel", "120"),
    ("with the scroll bar", "40000 * (frame % 2 ? 1 : -0.4)"),
];

#[tokio::main]
async fn main() {
    let mut arguments = env::args().skip(1);
    let (Some(site), Some(count)) = (arguments.next(), arguments.next()) else {
        panic!("usage: pace SITE COUNT [LIGHTHOUSE]");
    };
    let site = PathBuf::from(site);
    let count = count.parse().expect("a number of statements");
    if let Some(program) = arguments.next() {
        let server = Server::start(site.clone(), "/").await;
        judge(&program, &server.home()).await;
        for sort in SORTS {
            judge(&program, &[&server.home(), &*first(&site, sort)].concat()).await;
        }
    }
    let long = with_edition(&site, count);
    let server = Server::start(long.path().to_path_buf(), "/").await;
    let reader = Browser::start(&server).await;
    reader.before_every_page(LISTENING).await;
    reader.open("").await;
    reader.sees("#results + .gap").await;
    println!("{count} statements, in milliseconds");
    answers(&reader).await;
    for (what, step) in STEPS {
        frames(&reader, what, step).await;
    }
}

/// The sorts of pages that are judged beside the list: one of each.
const SORTS: [&str; 5] = ["about", "articles", "people", "roles", "s"];

/// The address of the first page of a sort, as the site has them.
fn first(site: &Path, sort: &str) -> String {
    let folder = site.join(sort);
    let names = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let names = names.map(|entry| entry.expect("a page").file_name().to_string_lossy().into_owned());
    // A sort of which there is one page only lies there itself.
    let first = names.filter(|name| folder.join(name).is_dir()).min();
    first.map_or_else(|| format!("{sort}/"), |name| format!("{sort}/{name}/"))
}

/// The site with an invented edition in the place of its own.
fn with_edition(site: &Path, count: usize) -> tempfile::TempDir {
    let copy = tempfile::tempdir().expect("a folder");
    let edition = invented::edition(count);
    for entry in fs::read_dir(site).expect("the site") {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if name.contains(".vbt") {
            fs::write(copy.path().join(name.trim_end_matches(".br")), &edition).expect("a copy");
        } else if path.is_file() {
            fs::copy(&path, copy.path().join(name)).expect("a copy");
        }
    }
    copy
}

/// Notes how long each key and click takes until what follows from it is painted.
const LISTENING: &str = "window.paints = []; new PerformanceObserver(list => { for (const one of list.getEntries()) \
     if (one.interactionId) paints.push(one.duration) }).observe({ type: 'event', durationThreshold: 16, buffered: true })";

/// Types, chooses filters and moves, and tells how long it was until the next paint.
async fn answers(reader: &Browser) {
    for (what, keys) in
        [("moving down with j", "jjjjjjjjjjjjjjjjjjjjjjjj"), ("typing a search", "/harbour patience")]
    {
        reader.says("paints.length = 0").await;
        for key in keys.chars() {
            reader.presses([key]).await;
            settled(reader).await;
        }
        paints(reader, what, keys.len()).await;
    }
    reader.open("").await;
    reader.says("paints.length = 0").await;
    let boxes = 6;
    for place in 1..=boxes {
        reader.clicks(&format!("fieldset[data-facet=speaker] label:nth-of-type({place}) input")).await;
        settled(reader).await;
    }
    paints(reader, "choosing speakers", boxes).await;
    reader.open("").await;
    reader.sees("#results + .gap").await;
}

async fn settled(reader: &Browser) {
    reader.says_later("requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))").await;
}

/// Prints how long it was until the next paint; what took less than the 16 ms that browsers tell of counts as 16.
async fn paints(reader: &Browser, what: &str, times: usize) {
    let told = reader.says("paints").await;
    let mut told: Vec<f64> = told.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    told.resize(told.len().max(times), 16.0);
    told.sort_by(f64::total_cmp);
    let (middle, worst) = (told[told.len() / 2], told[told.len() - 1]);
    println!("{what:<24} next paint: median {middle:>5.0}, longest {worst:>5.0}");
}

/// Scrolls by `step` in each frame, and prints how many came late.
async fn frames(reader: &Browser, what: &str, step: &str) {
    let script = format!(
        "let frame = 0, last, late = 0, longest = 0, blank = 0;\
         const next = now => {{\
             if (last) {{ const took = now - last; longest = Math.max(longest, took); if (took > 25) late += 1; }}\
             last = now;\
             if (!document.elementFromPoint(innerWidth * 0.6, innerHeight / 2)?.closest('.line')) blank += 1;\
             if (frame++ === {FRAMES}) return done([late, longest, blank]);\
             scrollBy(0, {step});\
             requestAnimationFrame(next);\
         }};\
         scrollTo(0, 2000); requestAnimationFrame(() => requestAnimationFrame(next));"
    );
    let told = reader.says_later(&script).await;
    let number = |place: usize| told[place].as_f64().unwrap_or(f64::NAN);
    println!(
        "scrolling {what:<20} {FRAMES} frames: {} late, longest {:.0}, {} begun without statements",
        number(0),
        number(1),
        number(2)
    );
}

/// How often Lighthouse judges a page: as often as its own advice on variability asks, by which the run in the middle is
/// twice as steady as any.
const RUNS: usize = 5;

/// Prints what Lighthouse says of a page, on a telephone as it pretends to have: of as many runs the one in the middle, by
/// how long it blocked.
async fn judge(program: &str, address: &str) {
    let mut reports = Vec::new();
    for _ in 0..RUNS {
        reports.push(judged(program, address).await);
    }
    let blocked = |report: &Value| report["audits"]["total-blocking-time"]["numericValue"].as_f64();
    reports.sort_by(|one, other| blocked(one).partial_cmp(&blocked(other)).expect("a time is a number"));
    let report = &reports[RUNS / 2];
    println!("{address}");
    for (name, category) in report["categories"].as_object().into_iter().flatten() {
        println!("  {name:<16}{:>5.0}", category["score"].as_f64().unwrap_or(f64::NAN) * 100.0);
    }
    for name in [
        "first-contentful-paint",
        "largest-contentful-paint",
        "total-blocking-time",
        "cumulative-layout-shift",
        "speed-index",
    ] {
        println!("  {name:<26}{}", report["audits"][name]["displayValue"].as_str().unwrap_or("not told"));
    }
    for (name, audit) in report["audits"].as_object().into_iter().flatten() {
        let binary = audit["scoreDisplayMode"] == "binary";
        if binary && audit["score"].as_f64().is_some_and(|score| score < 1.0) {
            println!("  to mend: {name}: {}", audit["title"].as_str().unwrap_or_default());
        }
    }
}

async fn judged(program: &str, address: &str) -> Value {
    let flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu";
    let output = Command::new("node")
        .arg(program)
        .args([address, "--quiet", "--output=json", "--output-path=stdout", flags])
        .stderr(Stdio::inherit())
        .output()
        .await
        .expect("Lighthouse to run");
    serde_json::from_slice(&output.stdout).expect("Lighthouse's report")
}
