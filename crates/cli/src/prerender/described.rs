//! What a page's head says to those who show links to it.

use quick_xml::escape::escape;
use verbatim::{
    heads::{Head, Listed},
    route::Route,
    sharing::card::SIZE,
};

use super::{feeds, pictures::Picture, site::Site};

/// The elements of a page's head. What needs the site's address is left out where that is not known.
pub fn tags(route: &Route, head: &Head, site: Option<&Site>, picture: Option<&Picture>) -> String {
    let kind = if matches!(route, Route::Explorer | Route::About) { "website" } else { "article" };
    let card = if picture.is_some() { "summary_large_image" } else { "summary" };
    let mut tags = vec![
        property("og:site_name", "Verbatim"),
        property("og:type", kind),
        property("og:title", &head.title),
        property("og:description", &head.description),
        format!(r#"<meta name="twitter:card" content="{card}">"#),
    ];
    if let Some(picture) = picture {
        tags.push(property("og:image", &picture.address));
        tags.push(property("og:image:width", &SIZE.0.to_string()));
        tags.push(property("og:image:height", &SIZE.1.to_string()));
        tags.push(property("og:image:alt", &head.description));
    }
    let listed = match &head.listed {
        Listed::Here => Some(route),
        Listed::At(other) => Some(other),
        Listed::Nowhere => None,
    };
    if listed.is_none() {
        tags.push(r#"<meta name="robots" content="noindex">"#.to_owned());
    }
    if let Some(site) = site {
        if let Some(address) = listed.map(|route| site.absolute(route)) {
            tags.push(property("og:url", &address));
            tags.push(format!(r#"<link rel="canonical" href="{}">"#, escape(&address)));
        }
        let feed = escape(site.file(feeds::FEED)).into_owned();
        tags.push(format!(r#"<link rel="alternate" type="application/atom+xml" href="{feed}">"#));
        let search = escape(site.file(feeds::SEARCH)).into_owned();
        tags.push(format!(
            r#"<link rel="search" type="application/opensearchdescription+xml" title="Verbatim" href="{search}">"#
        ));
    }
    tags.concat()
}

fn property(name: &str, content: &str) -> String {
    format!(r#"<meta property="{name}" content="{}">"#, escape(content))
}
