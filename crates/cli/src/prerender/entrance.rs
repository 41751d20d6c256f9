//! The first page: the list as it is when nothing is asked. What it lists follows from its address, which no file's
//! name can hold, so its program draws it anew.

use std::rc::Rc;

use anyhow::Result;
use quick_xml::escape::escape;
use verbatim::{ABOUT, edition::Edition, heads::head, route::Route, shell as words};

use super::{
    Work, described, shell,
    template::{Filling, Place, Template},
};

/// To how many articles it leads a reader without JavaScript.
const NEWEST: usize = 100;

/// Draws it and writes it.
///
/// # Errors
/// When the shell has no place for it, or it cannot be written.
pub fn draw(work: &Work<'_>, page: &str, edition: &Rc<Edition>) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    // Its program is the first part only.
    let list = shell(edition, &Route::Explorer, false).hydratable(false);
    let list = tokio::task::LocalSet::new().block_on(&runtime, list.render());
    // No program takes over what is known by nothing.
    let body = format!("<div data-drawn>{list}</div>{}", articles(edition));
    let head = head(edition, &Route::Explorer);
    let described = described::tags(&Route::Explorer, &head, work.site, None);
    let filling =
        Filling { title: &head.title, description: &head.description, head: &described, body: &body };
    work.write(&Route::Explorer, &Template::new(page, Place::Entrance)?.fill(&filling))
}

/// A way to the newest articles for readers whose list shows its first statements only, and cannot be searched.
fn articles(edition: &Edition) -> String {
    let newest = edition.archive.articles.iter().rev().take(NEWEST);
    let links = newest.map(|article| (Route::Article { slug: article.slug.clone() }, article.title.as_str()));
    let links = links.chain([(Route::About, ABOUT)]);
    let items = links
        .map(|(route, name)| format!(r#"<li><a href="{}">{}</a></li>"#, escape(route.href()), escape(name)));
    let items: String = items.collect();
    let title = words::ARTICLES_TO_READ;
    format!(r#"<noscript><nav class="notice"><h2>{title}</h2><ul>{items}</ul></nav></noscript>"#)
}
