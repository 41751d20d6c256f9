//! What tells others of the pages: a sitemap, a feed of the newest statements, search from the address bar, and
//! what robots may read.

use std::io;

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};
use verbatim::{dates, edition::Edition, heads::head, route::Route};
use verbatim_extract::Day;

use super::site::Site;

/// How many statements the feed tells of: readers ask for it several times a day.
const NEWEST: usize = 50;

/// What search engines take in one sitemap.
const LARGEST_SITEMAP: usize = 50_000;

/// The names of the files beside the pages.
pub const SITEMAP: &str = "sitemap.xml";
/// The feed.
pub const FEED: &str = "feed.atom";
/// The description of the search.
pub const SEARCH: &str = "opensearch.xml";

type Xml = Writer<Vec<u8>>;

/// What robots may read: all of it.
pub fn robots(site: Option<&Site>) -> String {
    let map = site.map_or(String::new(), |site| format!("Sitemap: {}\n", site.file(SITEMAP)));
    format!("User-agent: *\nAllow: /\n{map}")
}

/// The addresses of all pages.
pub fn sitemap(routes: &[Route], site: &Site) -> io::Result<Vec<u8>> {
    document("urlset", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")], |xml| {
        for route in std::iter::once(&Route::Explorer).chain(routes).take(LARGEST_SITEMAP) {
            xml.create_element("url").write_inner_content(|xml| text(xml, "loc", &site.absolute(route)))?;
        }
        Ok(())
    })
}

/// How a browser searches from its address bar.
pub fn opensearch(site: &Site) -> io::Result<Vec<u8>> {
    document("OpenSearchDescription", &[("xmlns", "http://a9.com/-/spec/opensearch/1.1/")], |xml| {
        text(xml, "ShortName", "Verbatim")?;
        text(xml, "Description", "Who said what, word for word")?;
        text(xml, "InputEncoding", "UTF-8")?;
        let template = format!("{}?q={{searchTerms}}", site.absolute(&Route::Explorer));
        empty(xml, "Url", &[("type", "text/html"), ("template", &template)])
    })
}

/// The newest statements, those whose day is known; None where no day is.
pub fn feed(edition: &Edition, site: &Site) -> io::Result<Option<Vec<u8>>> {
    let mut newest: Vec<(Day, usize)> = Vec::new();
    for (index, statement) in edition.archive.statements.iter().enumerate() {
        newest.extend(edition.day(statement).map(|day| (day, index)));
    }
    newest.sort_by_key(|(day, index)| (std::cmp::Reverse(*day), *index));
    newest.truncate(NEWEST);
    let Some((updated, _)) = newest.first().copied() else {
        return Ok(None);
    };
    let home = site.absolute(&Route::Explorer);
    let feed = document("feed", &[("xmlns", "http://www.w3.org/2005/Atom")], |xml| {
        text(xml, "id", &home)?;
        text(xml, "title", &head(edition, &Route::Explorer).title)?;
        text(xml, "updated", &midnight(updated))?;
        empty(xml, "link", &[("rel", "self"), ("href", &site.file(FEED))])?;
        empty(xml, "link", &[("href", &home)])?;
        newest.iter().try_for_each(|(day, index)| entry(xml, edition, *index, *day, site))
    })?;
    Ok(Some(feed))
}

fn entry(xml: &mut Xml, edition: &Edition, index: usize, day: Day, site: &Site) -> io::Result<()> {
    let archive = &edition.archive;
    let statement = &archive.statements[index];
    let route = Route::statement(statement);
    let head = head(edition, &route);
    let speaker = archive.speaker(statement).map_or("not named", |speaker| &speaker.name);
    xml.create_element("entry").write_inner_content(|xml| {
        text(xml, "id", &site.absolute(&route))?;
        text(xml, "title", &head.title)?;
        text(xml, "updated", &midnight(day))?;
        empty(xml, "link", &[("href", &site.absolute(&route))])?;
        xml.create_element("author").write_inner_content(|xml| text(xml, "name", speaker))?;
        text(xml, "summary", &head.description)
    })?;
    Ok(())
}

/// A day as feeds write it: they ask for a time of day, which nobody knows.
fn midnight(day: Day) -> String {
    dates::iso(day) + "T00:00:00Z"
}

fn document(
    root: &str,
    attributes: &[(&str, &str)],
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = xml.create_element(root).with_attributes(attributes.iter().copied());
    root.write_inner_content(content)?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn text(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(text)).map(drop)
}

fn empty(xml: &mut Xml, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    xml.create_element(name).with_attributes(attributes.iter().copied()).write_empty().map(drop)
}
