//! Pages drawn ahead of time: what can be read of them without a program, and what is said of them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use super::{Ran, article, folder, verbatim};

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
fn a_page_says_what_it_holds_as_data() {
    let (dist, _) =
        draw("ahead-data", &[("articles/ferry.md", FERRY)], &["--site", "https://quotes.example"]);
    let page = statement(&dist, "ana-brandt");
    let data = data(&page);
    assert_eq!(data["@type"], "Quotation");
    assert_eq!(data["text"], "The <b>ferry</b> will sail at noon every day,");
    assert_eq!(data["creator"]["name"], "Ana Brandt");
    assert_eq!(data["creator"]["jobTitle"], "Harbour master");
    assert_eq!(data["dateCreated"], "2026-03-16");
    assert_eq!(data["isPartOf"]["@type"], "NewsArticle");
    assert_eq!(data["isPartOf"]["headline"], "The \"ferry\" & the quay");
    assert_eq!(data["isPartOf"]["datePublished"], "2026-03-19");
    assert!(data["citation"].as_str().is_some_and(|citation| citation.contains("The Selmouth Post")));
    let address = data["url"].as_str().expect("an address");
    assert!(address.starts_with("https://quotes.example/s/ana-brandt-the-b-ferry-b-will"), "{address}");
    assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{page}");
    assert!(
        page.contains("property=\"og:description\" content=\"“The &lt;b&gt;ferry&lt;/b&gt; will"),
        "{page}"
    );
    let page = fs::read_to_string(dist.join("articles/ferry/index.html")).expect("a page");
    assert_eq!(self::data(&page)["hasPart"][0]["url"], address);
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
    assert!(statement(&dist, "北-京").contains("北京是一座城市"));
}

#[test]
fn a_statement_has_a_picture_that_is_drawn_once() {
    let chinese = article("beijing", "北京是一座城市,", "Olga Ivanova");
    let articles = [("articles/ferry.md", FERRY), ("articles/beijing.md", &chinese)];
    let (dist, ran) = draw("ahead-pictures", &articles, &["--site", "https://quotes.example"]);
    assert!(
        ran.said.contains("pictures: 1, drawn anew: 1, without all letters in the font: 1"),
        "{}",
        ran.said
    );
    let page = statement(&dist, "ana-brandt");
    let (_, rest) =
        page.split_once("property=\"og:image\" content=\"https://quotes.example/").expect("a picture");
    let file = dist.join(rest.split_once('"').expect("its address ends").0);
    let picture = fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    assert!(picture.starts_with(b"\x89PNG"));
    assert_eq!(
        (&picture[16..20], &picture[20..24]),
        (&1200_u32.to_be_bytes()[..], &630_u32.to_be_bytes()[..])
    );
    assert!(page.contains("summary_large_image") && !statement(&dist, "北").contains("og:image"));
    let again = ["prerender", "--archive", "a.vbt", "--site", "https://quotes.example"];
    let ran = verbatim(dist.parent().expect("a folder"), &again, "");
    assert!(ran.said.contains("pictures: 1, drawn anew: 0"), "{}", ran.said);
    let none = [&again[..], &["--no-images"]].concat();
    assert!(!verbatim(dist.parent().expect("a folder"), &none, "").said.contains("pictures"));
}

/// Publishes the ferry and two others, then mends one and strikes another.
fn published_before(name: &str, options: &[&str]) -> (PathBuf, Ran) {
    let said = |id: &str, words: &str| article(id, words, "Olaf Reed");
    let folder = folder(
        name,
        &[
            ("articles/ferry.md", FERRY),
            ("articles/row.md", &said("row", "Nobody has to row to the island again,")),
            ("articles/rain.md", &said("rain", "It rained on the parade all day,")),
        ],
    );
    assert_eq!(verbatim(&folder, &["publish"], "").code, Some(0));
    fs::write(folder.join("articles/row.md"), said("row", "Nobody has to sail to the island again,"))
        .expect("written");
    fs::remove_file(folder.join("articles/rain.md")).expect("removed");
    fs::create_dir_all(folder.join("dist")).expect("a folder can be made");
    fs::write(folder.join("dist/404.html"), SHELL).expect("a shell can be written");
    let baked = verbatim(&folder, &["bake", "--out", "a.vbt"], "");
    assert_eq!(baked.code, Some(0), "{}", baked.said);
    let ran = verbatim(&folder, &[&["prerender", "--archive", "a.vbt"], options].concat(), "");
    assert_eq!(ran.code, Some(0), "{}", ran.said);
    (folder.join("dist"), ran)
}

#[test]
fn an_address_whose_words_changed_has_a_page_that_says_so() {
    let (dist, _) = published_before("ahead-reworded", &["--site", "https://quotes.example"]);
    let then = statement(&dist, "olaf-reed-nobody-has-to-row");
    assert!(then.contains("data-page=\"reworded\"") && then.contains("<del>row "), "{then}");
    assert!(then.contains("<title>The words have changed since the link was made"), "{then}");
    let canonical = "<link rel=\"canonical\" href=\"https://quotes.example/s/olaf-reed-nobody-has-to-sail";
    assert!(then.contains(canonical) && !then.contains("noindex"), "{then}");
    let map = fs::read_to_string(dist.join("sitemap.xml")).expect("a map");
    assert!(map.contains("nobody-has-to-sail") && !map.contains("nobody-has-to-row"), "{map}");
}

#[test]
fn a_better_name_leaves_the_old_address_its_page() {
    let folder = folder("ahead-renamed", &[("articles/ferry.md", FERRY)]);
    assert_eq!(verbatim(&folder, &["publish"], "").code, Some(0));
    fs::write(folder.join("articles/ferry.md"), FERRY.replace("Ana Brandt", "Ana Brandt-Hale"))
        .expect("written");
    fs::create_dir_all(folder.join("dist")).expect("a folder can be made");
    fs::write(folder.join("dist/404.html"), SHELL).expect("a shell can be written");
    for publishes in [false, true] {
        assert!(!publishes || verbatim(&folder, &["publish"], "").code == Some(0));
        assert_eq!(verbatim(&folder, &["bake", "--out", "a.vbt"], "").code, Some(0));
        let site = ["prerender", "--archive", "a.vbt", "--site", "https://quotes.example", "--no-images"];
        assert_eq!(verbatim(&folder, &site, "").code, Some(0));
        let then = statement(&folder.join("dist"), "ana-brandt-the-b-ferry");
        let now = "<link rel=\"canonical\" href=\"https://quotes.example/s/ana-brandt-hale-the-b-ferry";
        assert!(then.contains(now) && then.contains("data-page=\"statement\""), "{then}");
        assert_eq!(data(&then)["creator"]["name"], "Ana Brandt-Hale");
        fs::remove_dir_all(folder.join("dist/s")).expect("removed");
    }
}

#[test]
fn an_address_whose_statement_is_gone_has_a_page_that_nobody_lists() {
    let (dist, _) = published_before("ahead-gone", &["--site", "https://quotes.example"]);
    let gone = statement(&dist, "it-rained-on-the-parade");
    assert!(
        gone.contains("data-page=\"gone\"") && gone.contains("It rained on the parade all day,"),
        "{gone}"
    );
    assert!(
        gone.contains("<meta name=\"robots\" content=\"noindex\">") && !gone.contains("canonical"),
        "{gone}"
    );
}

#[test]
fn a_statement_has_a_bare_page_for_frames_and_an_oembed_that_shows_it() {
    let (dist, ran) =
        draw("ahead-embed", &[("articles/ferry.md", FERRY)], &["--site", "https://quotes.example"]);
    assert_eq!(ran.code, Some(0), "{}", ran.said);
    let folder = fs::read_dir(dist.join("s")).expect("statements").next().expect("one").expect("one").path();
    let bare = fs::read_to_string(folder.join("embed/index.html")).expect("a bare page");
    for expected in
        ["data-page=\"embed\"", "will sail at noon every day,", "Ana Brandt", "noindex", "target=\"_blank\""]
    {
        assert!(bare.contains(expected), "{expected} is not in {bare}");
    }
    assert!(!bare.contains("masthead") && !bare.contains("<dialog"), "{bare}");
    assert!(bare.contains("Ana Brandt</span> <span class=\"role\">Harbour master</span>"), "{bare}");
    let oembed = fs::read_to_string(folder.join("oembed.json")).expect("an answer");
    let oembed: Value = serde_json::from_str(&oembed).expect("it is JSON");
    assert_eq!((&oembed["version"], &oembed["type"]), (&"1.0".into(), &"rich".into()));
    assert_eq!(oembed["author_name"], "Ana Brandt");
    assert!(oembed["width"].is_u64() && oembed["height"].is_u64(), "{oembed}");
    let html = oembed["html"].as_str().expect("a snippet");
    let name = folder.file_name().expect("a name").to_str().expect("text");
    assert!(html.contains(&format!("src=\"https://quotes.example/s/{name}/embed/\"")), "{html}");
    assert!(html.contains("<script async src=\"https://quotes.example/embed.js\">"), "{html}");
    assert!(dist.join("embed.js").exists());
    let page = statement(&dist, "ana-brandt");
    let (_, rest) = page.split_once("type=\"application/json+oembed\"").expect("the way to it");
    assert!(rest.contains(&format!("href=\"https://quotes.example/s/{name}/oembed.json\"")), "{rest}");
}

#[test]
fn an_article_has_its_citations_as_style_guides_write_them() {
    let (dist, ran) = draw("ahead-citations", &[("articles/ferry.md", FERRY)], &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.said);
    let citations = fs::read_to_string(dist.join("articles/ferry/citations.tsv")).expect("citations");
    let lines: Vec<Vec<&str>> = citations.lines().map(|line| line.split('\t').collect()).collect();
    let plain: Vec<_> = lines.iter().map(|line| (line[0], line[1])).collect();
    let title = ["The \"ferry\" & the quay", "The \"Ferry\" & the Quay"];
    assert_eq!(
        plain,
        [
            (
                "APA",
                &*format!(
                    "{}. (2026, March 19). The Selmouth Post. Retrieved {{day-long}}, from {{address}}",
                    title[0]
                )
            ),
            (
                "MLA",
                &*format!(
                    "“{}.” The Selmouth Post, 19 Mar. 2026, {{address}}. Accessed {{day-short}}.",
                    title[1]
                )
            ),
            (
                "Chicago",
                &*format!(
                    "The Selmouth Post. {}. March 19, 2026. Accessed {{day-long}}. {{address}}.",
                    title[1]
                )
            ),
        ]
    );
    let html: Vec<&str> = lines.iter().map(|line| line[2]).collect();
    assert!(
        html.iter().all(|one| one.contains("erry\" &amp; the ")
            && one.contains("<i>The Selmouth Post</i>")
            && !one.contains("style")),
        "{html:?}"
    );
}
