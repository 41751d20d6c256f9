//! What tells others of the pages: a feed of the newest statements, search from the address bar, and what robots may
//! read.

use std::io;

use verbatim::{NAME, TAGLINE, dates, edition::Edition, heads::head, route::Route, shell};
use verbatim_extract::Day;

use super::{
    site::Site,
    sitemap,
    xml::{Xml, document, empty, text},
};

/// How many statements the feed tells of: readers ask for it several times a day.
const NEWEST: usize = 50;

/// The file of the feed.
pub const FEED: &str = "feed.atom";
/// The file of the description of the search.
pub const SEARCH: &str = "opensearch.xml";

/// What robots may read: all of it.
pub fn robots(site: Option<&Site>) -> String {
    let map = site.map_or(String::new(), |site| format!("Sitemap: {}\n", site.file(sitemap::FILE)));
    format!("User-agent: *\nAllow: /\n{map}")
}

/// How a browser searches from its address bar.
pub fn opensearch(site: &Site) -> io::Result<Vec<u8>> {
    document("OpenSearchDescription", &[("xmlns", "http://a9.com/-/spec/opensearch/1.1/")], |xml| {
        text(xml, "ShortName", NAME)?;
        text(xml, "Description", TAGLINE)?;
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
    let speaker = archive.speaker(statement).map_or(shell::NOT_NAMED, |speaker| &speaker.name);
    xml.create_element("entry").write_inner_content(|xml| {
        // A better name of the speaker makes it no other entry.
        text(xml, "id", &site.file(&format!("s/{}", statement.id)))?;
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
