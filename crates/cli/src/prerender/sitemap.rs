//! The addresses of all pages, for those who list them (<https://www.sitemaps.org/protocol.html>).

use std::io;

use verbatim::route::Route;

use super::{
    site::Site,
    xml::{document, text},
};

/// The file that robots are told of.
pub const FILE: &str = "sitemap.xml";

/// The most addresses that one file may hold.
const MOST: usize = 50_000;

const NAMESPACE: &[(&str, &str)] = &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")];

/// The files of the sitemap, by name: one, or an index and as many as are needed.
///
/// # Errors
/// When they cannot be written.
pub fn files(routes: &[Route], site: &Site) -> io::Result<Vec<(String, Vec<u8>)>> {
    let all: Vec<&Route> = std::iter::once(&Route::Explorer).chain(routes).collect();
    if all.len() <= MOST {
        return Ok(vec![(FILE.to_owned(), map(&all, site)?)]);
    }
    let name = |part: usize| format!("sitemap-{}.xml", part + 1);
    let mut files = vec![(FILE.to_owned(), index(all.chunks(MOST).len(), name, site)?)];
    for (part, routes) in all.chunks(MOST).enumerate() {
        files.push((name(part), map(routes, site)?));
    }
    Ok(files)
}

fn map(routes: &[&Route], site: &Site) -> io::Result<Vec<u8>> {
    document("urlset", NAMESPACE, |xml| {
        routes.iter().try_for_each(|route| {
            let url = xml.create_element("url");
            url.write_inner_content(|xml| text(xml, "loc", &site.absolute(route))).map(drop)
        })
    })
}

fn index(parts: usize, name: impl Fn(usize) -> String, site: &Site) -> io::Result<Vec<u8>> {
    document("sitemapindex", NAMESPACE, |xml| {
        (0..parts).try_for_each(|part| {
            let sitemap = xml.create_element("sitemap");
            sitemap.write_inner_content(|xml| text(xml, "loc", &site.file(&name(part)))).map(drop)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_addresses_than_one_file_may_hold_are_in_several_that_an_index_names() {
        let site = Site::new("https://quotes.example/a/", "/a/").expect("a site");
        let routes: Vec<_> = (0..MOST).map(|place| Route::Speaker { slug: place.to_string() }).collect();
        let files = files(&routes, &site).expect("written");
        let count = |file: usize, what: &str| String::from_utf8_lossy(&files[file].1).matches(what).count();
        assert_eq!(
            files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
            ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
        );
        assert_eq!(
            [count(0, "<loc>https://quotes.example/a/sitemap-"), count(1, "<url>"), count(2, "<url>")],
            [2, MOST, 1]
        );
        assert_eq!(super::files(&routes[1..], &site).expect("written").len(), 1);
    }
}
