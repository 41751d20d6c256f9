//! Pages drawn ahead of time: what can be read of them without a program, and what is said of them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use super::{Ran, article, folder, verbatim, verbatim_where};

#[path = "prerender/data.rs"]
mod data;
#[path = "prerender/former.rs"]
mod former;
#[path = "prerender/frames.rs"]
mod frames;
#[path = "prerender/pictures.rs"]
mod pictures;

const SHELL: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>Verbatim</title>\
                     <meta name=description content=none><base href=/></head><body><div id=app></div>\
                     <noscript><main>Needs a program</main></noscript></body></html>";

/// Bakes and draws the articles of a folder.
fn draw(name: &str, articles: &[(&str, &str)], options: &[&str]) -> (PathBuf, Ran) {
    let folder = folder(name, articles);
    fs::create_dir_all(folder.join("dist")).expect("a folder can be made");
    fs::write(folder.join("dist/404.html"), SHELL).expect("a shell can be written");
    let baked = verbatim(&folder, &["bake", "--out", "a.vbt"], "");
    assert_eq!(baked.code, Some(0), "{}", baked.said);
    let ran = verbatim(&folder, &[&["prerender", "--archive", "a.vbt"], options].concat(), "");
    (folder.join("dist"), ran)
}

/// The page of the one statement whose address has `part` in it.
fn statement(dist: &Path, part: &str) -> String {
    let pages = fs::read_dir(dist.join("s")).expect("statements").map(|entry| entry.expect("a page").path());
    let page = pages.filter(|page| page.to_string_lossy().contains(part)).collect::<Vec<_>>();
    assert_eq!(page.len(), 1, "{page:?}");
    fs::read_to_string(page[0].join("index.html")).expect("a page")
}

/// The data that a page holds.
fn data(page: &str) -> Value {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("data");
    serde_json::from_str(rest.split_once("</script>").expect("its end").0).expect("it is JSON")
}

const FERRY: &str = "---\nid: ferry\ntitle: The \"ferry\" & the quay\nsource: The Selmouth Post\nlanguage: en\n\
                     url: https://example.org/ferry\npublished: 2026-03-19\n---\n\n\
                     Harbour master Ana Brandt was relieved. “The <b>ferry</b> will sail at noon every day,” she said \
                     on X on Monday.\n";

#[test]
fn a_statement_can_be_read_without_a_program() {
    let (dist, ran) = draw("ahead-words", &[("articles/ferry.md", FERRY)], &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.said);
    let page = statement(&dist, "ana-brandt-the-b-ferry");
    for expected in [
        "The &lt;b&gt;ferry&lt;/b&gt; will sail at noon every day,",
        ">Ana Brandt</a>",
        "Harbour master",
        "href=\"articles/ferry\"",
        "<title>Ana Brandt: “The &lt;b&gt;ferry&lt;/b&gt; will sail at noon every day,” · Verbatim</title>",
        "The Selmouth Post",
    ] {
        assert!(page.contains(expected), "{expected} is not in {page}");
    }
    assert!(!page.contains("Needs a program") && !page.contains("<b>ferry"), "{page}");
    let page = fs::read_to_string(dist.join("index.html")).expect("a page");
    for expected in ["<div id=app><div data-drawn>", "<ol id=\"results\"", "<a href=\"articles/ferry\">The"] {
        assert!(page.contains(expected), "{expected} is not in {page}");
    }
    for file in ["about/index.html", "people/ana-brandt/index.html", "articles/ferry/index.html"] {
        let page = fs::read_to_string(dist.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert!(page.contains("<main"), "{page}");
        let (_, rest) = page.split_once("<div data-drawn=\"").unwrap_or_else(|| panic!("{page}"));
        let (known_as, body) = rest.split_once("\">").expect("the end of its tag");
        // What stands around the page ends after it: its own end, and the shell's.
        let body = body.split_once("</div></div></body>").map_or(body, |(body, _)| body);
        let opened =
            body.matches("</").count() - body.matches("<!--</").count() + body.matches("<input").count();
        let href = file.trim_end_matches("/index.html");
        assert!(known_as.ends_with(&format!(" {href}")), "{known_as}");
        assert!(known_as.starts_with(&format!("{opened} ")), "{known_as}: {opened} elements in {body}");
    }
}

#[test]
fn a_known_site_has_a_map_a_feed_and_a_search() {
    let articles = [("articles/ferry.md", FERRY)];
    let (dist, ran) =
        draw("ahead-site", &articles, &["--site", "https://quotes.example/a/", "--public-url", "/a/"]);
    assert_eq!(ran.code, Some(0), "{}", ran.said);
    let read =
        |name: &str| fs::read_to_string(dist.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let map = read("sitemap.xml");
    assert_eq!(map.matches("<loc>https://quotes.example/a/").count(), 6, "{map}");
    assert!(read("robots.txt").ends_with("Sitemap: https://quotes.example/a/sitemap.xml\n"));
    assert!(read("opensearch.xml").contains("template=\"https://quotes.example/a/?q={searchTerms}\""));
    let feed = read("feed.atom");
    assert!(feed.contains("<updated>2026-03-16T00:00:00Z</updated>"), "{feed}");
    assert!(feed.contains("Ana Brandt: “The &lt;b&gt;ferry"), "{feed}");
}

#[test]
fn what_would_need_the_site_s_address_is_left_out_where_it_is_not_known() {
    let (dist, ran) = draw("ahead-nowhere", &[("articles/ferry.md", FERRY)], &[]);
    assert!(ran.said.contains("no --site"), "{}", ran.said);
    let page = statement(&dist, "ana-brandt");
    assert!(!page.contains("canonical") && !page.contains("og:url"), "{page}");
    assert_eq!(data(&page).get("url"), None);
    assert!(dist.join("robots.txt").exists() && !dist.join("sitemap.xml").exists());
}

#[test]
fn a_site_that_leads_elsewhere_is_refused() {
    let articles = [("articles/ferry.md", FERRY)];
    let (_, ran) = draw("ahead-elsewhere", &articles, &["--site", "https://quotes.example/b/"]);
    assert!(ran.code == Some(1) && ran.said.contains("make the two agree"), "{}", ran.said);
}

#[test]
fn above_the_limit_pages_are_left_to_the_program_and_it_says_so() {
    let row = article("row", "Nobody has to row to the island again,", "Olaf Reed");
    let articles = [("articles/ferry.md", FERRY), ("articles/row.md", &row)];
    let (dist, ran) = draw("ahead-limit", &articles, &["--prerender-limit", "6"]);
    assert!(ran.said.contains("of 8 pages, 2 are drawn when they are opened"), "{}", ran.said);
    assert!(dist.join("people/olaf-reed/index.html").exists() && !dist.join("s").exists());
}

#[test]
fn pages_of_other_scripts_lie_where_a_host_looks_for_them() {
    let text = "---\nid: a\ntitle: t\n---\n\n“北京是一座城市,” said Ольга Иванова on Wednesday.\n";
    let articles = [("articles/a.md", text)];
    let (dist, ran) = draw("ahead-scripts", &articles, &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.said);
    assert!(statement(&dist, "ольга-иванова-北京是").contains("北京是一座城市"));
}
