//! What pages say of themselves to programs, and how style guides cite them.

use serde_json::json;

use super::*;

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
            && one.contains("<a href=\"{address}\">{address}</a>")
            && !one.contains("style")),
        "{html:?}"
    );
}

/// The data of an article's one statement, with more lines in its front matter.
fn with(name: &str, lines: &str) -> Value {
    let ferry = FERRY.replace("language: en\n", &format!("language: en\n{lines}"));
    let (dist, ran) = draw(name, &[("articles/ferry.md", &ferry)], &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.said);
    data(&statement(&dist, "ana-brandt"))
}

#[test]
fn a_title_of_ours_stands_in_brackets_where_it_is_cited() {
    let cited = with("ahead-title", "title_basis: ours\n");
    let source = "[The \"ferry\" & the quay], The Selmouth Post, https://example.org/ferry";
    assert_eq!(cited["citation"], source);
    assert_eq!(cited["isPartOf"]["name"], "The \"ferry\" & the quay", "it is called so, by us");
}

#[test]
fn who_wrote_an_article_is_a_person_unless_it_says_otherwise() {
    let author = |name: &str, lines: &str| with(name, lines)["isPartOf"]["author"].clone();
    let of = |sort: &str, name: &str| json!({ "@type": sort, "name": name });
    assert_eq!(author("ahead-person", "author: Ida Falk\n"), of("Person", "Ida Falk"));
    let agency = "author: Coast News Agency\nauthor_kind: body\n";
    assert_eq!(author("ahead-agency", agency), of("Organization", "Coast News Agency"));
    assert_eq!(
        author("ahead-itself", "author: The Selmouth Post\n"),
        of("Organization", "The Selmouth Post")
    );
}

#[test]
fn terms_are_an_address_or_a_work() {
    let licence = |name: &str, lines: &str| with(name, lines)["isPartOf"]["license"].clone();
    assert_eq!(
        licence("ahead-known", "licence: CC BY 4.0\n"),
        "https://creativecommons.org/licenses/by/4.0/"
    );
    let work = json!({ "@type": "CreativeWork", "name": "All rights reserved" });
    assert_eq!(licence("ahead-terms", "licence: All rights reserved\n"), work);
}
