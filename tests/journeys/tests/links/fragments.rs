//! Links to exactly these words on the publisher's page, as a real browser follows them.

use std::fmt::Write as _;

use verbatim_journeys::{Browser, Server, serve};

/// The article as its publisher has it, whose words say most signs that such links have for themselves, and are said again
/// before and behind.
const ARTICLE: &str = include_str!("../../published/word-for-word.md");

/// Each of its statements by its id, with the paragraph in which it begins and what it begins with there.
const SAID: [(&str, usize, &str); 6] = [
    ("9gp19taaew", 1, "It was time,"),
    ("7422syytm1", 2, "So, well-known"),
    ("mfdwh0dcxc", 3, "We are going home,"),
    ("r40xynfq67", 4, "No – no,"),
    ("5jeb1azcan", 4, "no, no” in"),
    ("hwfnxdjfk5", 5, "We waited"),
];

/// The publisher's page: its headline, and its words one a line, so that where the browser has scrolled to tells which
/// words it has found; and as much above and below as would hide them.
fn page() -> String {
    let (head, text) = ARTICLE.trim_start_matches("---\n").split_once("---\n\n").expect("front matter");
    let title = head.lines().find_map(|line| line.strip_prefix("title: ")).expect("a title");
    let shown = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let mut page = format!(
        "<!doctype html><meta charset=utf-8><title>Word for word</title><link rel=icon href='data:,'>\
         <link rel=stylesheet href=page.css><h1>{}</h1>",
        shown(title)
    );
    for paragraph in text.trim().split("\n\n") {
        let _ = write!(page, "<p>{}</p>", shown(paragraph));
    }
    page
}

const STYLE: &str =
    "body { margin: 4000px 0; width: min-content } p, h1 { font: 12px/20px serif; margin: 400px 0 }";

/// How far the first line of the words is from the middle of the window, to which browsers scroll it, in lines.
const OFF: &str = "((paragraph, start) => {
    const { firstChild } = document.querySelectorAll('p')[paragraph];
    const words = document.createRange();
    words.setStart(firstChild, firstChild.data.indexOf(start));
    words.setEnd(firstChild, firstChild.data.indexOf(start) + 1);
    const { top, bottom } = words.getBoundingClientRect();
    return ((top + bottom) / 2 - innerHeight / 2) / 20;
})";

#[tokio::test]
async fn a_link_to_the_publisher_s_page_lands_on_its_words() {
    let ours = serve("edited").await;
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("index.html"), page()).expect("a page");
    std::fs::write(folder.path().join("page.css"), STYLE).expect("a style");
    let theirs = Server::start(folder.path().to_owned(), "/").await;
    let (reader, follower) = (Browser::start(&ours).await, Browser::start(&theirs).await);
    for (id, paragraph, start) in SAID {
        reader.open(&format!("s/{id}")).await;
        reader.clicks(".share summary").await;
        reader.sees("a.source").await;
        let link = reader.says("document.querySelector('a.source').getAttribute('href')").await;
        let link = link.as_str().expect("a link").to_owned();
        let (address, directive) = link.split_once('#').expect("a link to some words");
        assert_eq!(address, "https://courier.example/word-for-word");
        assert!(directive.starts_with(":~:text="), "{directive}");
        follower.goes_to(&format!("?{id}#{directive}")).await;
        let there = format!("Math.abs({OFF}({paragraph}, {start:?})) < 0.5");
        follower.until(&format!("{directive} to lead to “{start}”"), &there).await;
        assert_eq!(follower.says("location.hash").await, "", "the directive is the browser's own");
    }
}
