//! Links to pages. The shell follows them without loading the page anew; they hold without it, too.

use yew::prelude::*;

use crate::route::Route;

/// A link to `route`.
pub fn link(class: &'static str, route: &Route, content: impl Into<Html>) -> Html {
    html! { <a {class} href={route.href()}>{content.into()}</a> }
}

/// A link to the page of a speaker.
pub fn to_speaker(class: &'static str, slug: &str, content: impl Into<Html>) -> Html {
    link(class, &Route::Speaker { slug: slug.to_owned() }, content)
}

/// A link to the page of an article.
pub fn to_article(class: &'static str, slug: &str, content: impl Into<Html>) -> Html {
    link(class, &Route::Article { slug: slug.to_owned() }, content)
}

/// The address of a statement's place in its article.
pub fn article_place(slug: &str, id: &str) -> String {
    [&Route::Article { slug: slug.to_owned() }.href(), "#", id].concat()
}
