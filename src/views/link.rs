//! Links to pages. The shell follows them without loading the page anew; they hold without it, too.

use verbatim_archive::{Article, Speaker};
use verbatim_extract::Span;
use yew::prelude::*;

use super::{
    marked::{marked, marked_whole},
    text::{link, text},
};
use crate::{edition::slug, route::Route};

/// A link to the page of a speaker, by name.
pub fn to_speaker(class: &'static str, speaker: &Speaker) -> Html {
    link(class, speaker_href(speaker), text(speaker.name.clone()))
}

/// A link to the page of an article, by title.
pub fn to_article(class: &'static str, article: &Article) -> Html {
    link(class, article_href(article), text(article.title.clone()))
}

/// A link to the page of a speaker, with what was sought marked in the name.
pub fn to_marked_speaker(speaker: &Speaker, marks: &[Span]) -> Html {
    link("speaker", speaker_href(speaker), marked_whole(&speaker.name, marks))
}

/// A link to the page of a role, with what was sought marked in it. `role` is where `article` prints it.
pub fn to_marked_role(article: &str, role: Span, marks: &[Span]) -> Html {
    let href = Route::Role { slug: slug(role.of(article)).to_string() }.href();
    link("role", href, marked(article, role, marks, &[]))
}

/// A link to the page of an article, with what was sought marked in the title.
pub fn to_marked_article(article: &Article, marks: &[Span]) -> Html {
    link("title", article_href(article), marked_whole(&article.title, marks))
}

/// The address of a statement's place in its article.
pub fn article_place(article: &Article, id: &str) -> String {
    [&article_href(article), "#", id].concat()
}

/// The address of a speaker's page.
pub fn speaker_href(speaker: &Speaker) -> String {
    Route::Speaker { slug: speaker.slug.clone() }.href()
}

fn article_href(article: &Article) -> String {
    Route::Article { slug: article.slug.clone() }.href()
}
