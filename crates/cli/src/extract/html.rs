//! The main text of a web page, and what the page says of itself.

use dom_smoothie::{Config, Readability, TextMode};
use encoding_rs::Encoding;
use verbatim_archive::Article;

use super::{
    inputs::Source,
    reading::{bare, published_on},
};
use crate::problem::Problem;

/// How far into a page its encoding may be declared: what browsers look through.
const DECLARED_WITHIN: usize = 1024;

/// The most elements that a page is read with: a hundred times a long article's, and few enough that none of them
/// takes minutes.
const MOST_ELEMENTS: usize = 200_000;

/// How deep its elements may stand in one another: browsers stop at 512, and beyond this the time that a page
/// takes grows with the square of it.
const DEEPEST: usize = 4096;

/// Elements that hold nothing, or that people leave open.
const OPEN: &[&str] = &[
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option",
    "p", "param", "source", "td", "th", "tr", "track", "wbr",
];

/// Reads the article of a page.
///
/// # Errors
/// [`Problem`] when no main text is found, or the page is too large or in no known encoding.
pub fn read(source: &Source, bytes: &[u8]) -> Result<Article, Problem> {
    let config =
        Config { text_mode: TextMode::Formatted, max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
    let nothing = |why: &dyn std::fmt::Display| {
        Problem::whole(format!("no article is found in this page ({why}): save its text as .txt"))
    };
    let html = decode(bytes)?;
    if depth(&html) > DEEPEST {
        return Err(nothing(&"its elements stand too deep in one another"));
    }
    let mut page = Readability::new(html.as_str(), None, Some(config)).map_err(|error| nothing(&error))?;
    // Read before the page is taken apart.
    let url = address(&page);
    let page = page.parse().map_err(|error| nothing(&error))?;
    let text = page.text_content.trim().to_owned();
    if text.is_empty() {
        return Err(nothing(&"it has no text"));
    }
    let given =
        |value: Option<String>| value.map(|value| value.trim().to_owned()).filter(|it| !it.is_empty());
    let title = page.title.trim();
    let mut article = bare(source.stem(), text);
    if !title.is_empty() {
        article.title = title.to_owned();
        article.title_is_ours = false;
    }
    article.author = given(page.byline);
    article.source = given(page.site_name);
    article.language = given(page.lang);
    article.url = url;
    // A page's date can be in any words; one that is not understood is not known.
    article.published = page.published_time.as_deref().and_then(published_on);
    Ok(article)
}

/// How deep elements stand in one another, by their tags alone.
fn depth(html: &str) -> usize {
    let (mut now, mut deepest) = (0_usize, 0);
    for (at, _) in html.match_indices('<') {
        let tag = &html[at + 1..];
        let (closes, name) = tag.strip_prefix('/').map_or((false, tag), |name| (true, name));
        let end = name.bytes().take(16).position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(0);
        let name = name[..end].to_ascii_lowercase();
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) && !OPEN.contains(&name.as_str()) {
            now = if closes { now.saturating_sub(1) } else { now + 1 };
            deepest = deepest.max(now);
        }
    }
    deepest
}

/// The address that the page gives as its own.
fn address(page: &Readability) -> Option<String> {
    let given = |place: &str, attribute: &str| page.doc.select(place).attr(attribute);
    let address =
        given("link[rel=canonical]", "href").or_else(|| given("meta[property='og:url']", "content"))?;
    let address = address.trim();
    let web = address.starts_with("https://") || address.starts_with("http://");
    web.then(|| address.to_owned())
}

/// The page as text: UTF-8, or what the page declares.
fn decode(bytes: &[u8]) -> Result<String, Problem> {
    let declared = declared(&bytes[..bytes.len().min(DECLARED_WITHIN)]);
    match (std::str::from_utf8(bytes), declared) {
        (Ok(text), _) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()),
        (Err(_), Some(encoding)) if encoding != encoding_rs::UTF_8 => {
            Ok(encoding.decode(bytes).0.into_owned())
        }
        _ => Err(Problem::whole(
            "this is not UTF-8, and the page declares no other encoding: save it as UTF-8",
        )),
    }
}

/// The encoding behind the first `charset=`.
fn declared(start: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let behind = &start[start.find("charset=")? + "charset=".len()..];
    let label = behind.trim_start_matches(['"', '\'']);
    let end = label.find(['"', '\'', ' ', ';', '>', '/']).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn source() -> Source {
        Source { name: "a/page.html".into(), line: None, folder: None, people: Arc::default() }
    }

    const PAGE: &str = "<!doctype html><html lang=en><head><title>The bridge is open</title>\
        <meta name=author content=\"Ines Calloway\"><meta property=\"article:published_time\" \
        content=\"2026-05-12T08:00:00+02:00\"><meta property=\"og:url\" content=\"https://example.org/bridge\">\
        <meta property=\"og:site_name\" content=\"The Observer\"></head><body><nav><a href=/>Home</a> \
        <a href=/news>“News,” said nobody</a></nav><article><h1>The bridge is open</h1>\
        <p>“Nobody will have to row again, caf\u{e9} or not,” harbour master Odile Quarrie told reporters on \
        Tuesday, and she went on to thank, one after the other, everybody who had worked on it.</p>\
        <p>The bridge, which cost less than was feared and more than was hoped, took eleven years.</p>\
        <script>alert(“said no script”)</script></article></body></html>";

    #[test]
    fn a_page_gives_its_main_text_and_what_it_says_of_itself() {
        let article = read(&source(), PAGE.as_bytes()).expect("the page has an article");
        assert_eq!((article.id.as_str(), article.title.as_str()), ("page", "The bridge is open"));
        assert_eq!(article.author.as_deref(), Some("Ines Calloway"));
        assert_eq!(article.source.as_deref(), Some("The Observer"));
        assert_eq!(article.url.as_deref(), Some("https://example.org/bridge"));
        assert_eq!(article.language.as_deref(), Some("en"));
        assert_eq!(article.published.map(|published| published.day.day), Some(12));
        assert!(article.text.contains("“Nobody will have to row again"), "{}", article.text);
        assert!(
            article.text.contains("everybody who had worked on it.\n"),
            "paragraphs stay apart: {}",
            article.text
        );
        assert!(
            !article.text.contains("said nobody") && !article.text.contains("no script"),
            "{}",
            article.text
        );
    }

    #[test]
    fn a_page_in_an_older_encoding_is_read_as_it_declares() {
        let declared = PAGE.replace("<head>", "<head><meta charset=\"windows-1252\">");
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&declared);
        let article = read(&source(), &bytes).expect("the page has an article");
        assert!(article.text.contains("café or not,”"), "{}", article.text);
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(PAGE);
        assert!(read(&source(), &bytes).expect_err("it declares nothing").what.contains("UTF-8"));
    }

    #[test]
    fn a_page_that_is_too_deep_is_refused_at_once() {
        let deep = PAGE.replace("<p>", &"<div>".repeat(100_000));
        assert!(read(&source(), deep.as_bytes()).expect_err("it is deep").what.contains("deep"));
        let long = PAGE.replace("<p>", &"<div>x<br><b>y</b></div><p>".repeat(5_000));
        assert!(read(&source(), long.as_bytes()).is_ok());
    }

    #[test]
    fn a_page_without_an_article_is_refused() {
        assert!(
            read(&source(), b"<html><body></body></html>").expect_err("it is empty").what.contains(".txt")
        );
    }
}
