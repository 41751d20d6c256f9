//! Links to pages. The shell follows them without loading the page anew; they hold without it, too.

use verbatim_archive::{Article, Speaker};
use yew::prelude::*;

use super::{
    marked::marked_whole,
    text::{link, text},
};
use crate::route::Route;

/// A link to the page of a speaker, by name.
pub fn to_speaker(class: &'static str, speaker: &Speaker) -> Html {
    link(class, speaker_href(speaker), text(speaker.name.clone()))
}

/// A link to the page of an article, by title.
pub fn to_article(class: &'static str, article: &Article) -> Html {
    link(class, article_href(article), text(article.title.clone()))
}

/// A link to the page of a speaker, with what was sought marked in the name.
pub fn to_marked_speaker(speaker: &Speaker, marks: &[verbatim_extract::Span]) -> Html {
    link("speaker", speaker_href(speaker), marked_whole(&speaker.name, marks))
}

/// A link to the page of an article, with what was sought marked in the title.
pub fn to_marked_article(article: &Article, marks: &[verbatim_extract::Span]) -> Html {
    link("title", article_href(article), marked_whole(&article.title, marks))
}

/// The address of a statement's place in its article.
pub fn article_place(article: &Article, id: &str) -> String {
    [&article_href(article), "#", id].concat()
}

fn speaker_href(speaker: &Speaker) -> String {
    Route::Speaker { slug: speaker.slug.clone() }.href()
}

fn article_href(article: &Article) -> String {
    Route::Article { slug: article.slug.clone() }.href()
}
