//! Statements as others show them within their own pages: a bare page without a program, the script that sizes its frame,
//! and what oEmbed asks for.

use quick_xml::escape::escape;
use serde_json::json;
use verbatim::{
    edition::Edition,
    heads::Head,
    resolution::{Resolution, resolve},
    route::{Route, slug_and_id},
    sharing::{Shared, card::SIZE, embed},
};

use super::{picking, pictures::Picture, site::Site};

/// What sizes frames.
pub const SIZING: &[u8] = include_bytes!("embed.js");

/// The file that oEmbed asks for, in the folder of a statement's page.
pub const OEMBED: &str = "oembed.json";

/// What stands in the head of a bare page: it is for frames, not to be found by itself. Words can be picked out of the
/// statement that it shows.
pub fn head(edition: &Edition, route: &Route, address: &str, site: Option<&Site>) -> String {
    let unlisted = r#"<meta name="robots" content="noindex">"#.to_owned();
    let canonical =
        site.map(|site| format!(r#"<link rel="canonical" href="{}">"#, escape(site.absolute(route))));
    let shown = match resolve(edition, address) {
        Resolution::Same(index) | Resolution::Moved(index) => Some(edition.statement(index)),
        _ => None,
    };
    let picking = shown.map(|statement| picking::script(&edition.archive, statement));
    [Some(unlisted), canonical, picking].into_iter().flatten().collect()
}

/// What leads programs that show links from a page to its oEmbed.
pub fn discovery(route: &Route, head: &Head, site: &Site) -> String {
    let (address, title) = (site.absolute(route) + OEMBED, escape(&head.title));
    format!(
        r#"<link rel="alternate" type="application/json+oembed" title="{title}" href="{}">"#,
        escape(&address)
    )
}

/// What oEmbed answers for the statement of a page (version 1.0, type "rich"). None where the page shows none.
pub fn oembed(
    edition: &Edition,
    route: &Route,
    head: &Head,
    site: &Site,
    picture: Option<&Picture>,
) -> Option<Vec<u8>> {
    let Route::Statement { address } = route else {
        return None;
    };
    let index = edition.find(&slug_and_id(address).1)?;
    let (archive, statement) = (&edition.archive, edition.statement(index));
    let shared = Shared { archive, statement, address: &site.absolute(route), selection: None };
    let home = site.absolute(&Route::Explorer);
    let mut answer = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Verbatim",
        "provider_url": home,
        "title": head.title,
        "html": embed::snippet(&shared, &home),
        "width": embed::WIDTH,
        "height": embed::height(&shared),
    });
    if let Some(speaker) = archive.speaker(statement) {
        answer["author_name"] = speaker.name.clone().into();
        answer["author_url"] = site.absolute(&Route::Speaker { slug: speaker.slug.clone() }).into();
    }
    if let Some(picture) = picture {
        answer["thumbnail_url"] = picture.address.clone().into();
        answer["thumbnail_width"] = SIZE.0.into();
        answer["thumbnail_height"] = SIZE.1.into();
    }
    Some(answer.to_string().into_bytes())
}
