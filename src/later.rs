//! What is seldom used. These functions are the only ways to it, and none is made part of its callers: a release
//! build parts the program at them, and what nothing else needs comes when it is used ([`crate::web::program`]).
//! They are to be called only when all of the program is here.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{Shell, ShellProps},
    edition::Edition,
    finding::Found,
    hooks::{self, AppState, follow},
    messages,
    pages::{self, Page},
    query::Query,
    route::Route,
    speaking::voices,
    state::Action,
    times::bars,
    views::{self, text::all},
    web::{Element, EventListener},
};

/// Goes on with a page that was drawn ahead: the list never is.
#[inline(never)]
pub fn take_over(drawn: Element, props: ShellProps) {
    yew::Renderer::<Shell>::with_root_and_props(drawn, props).hydrate();
}

/// The pages beside the list.
#[inline(never)]
pub fn page(edition: &Rc<Edition>, app: &AppState) -> Page {
    let place = &app.state.place;
    match &place.route {
        Route::Statement { address } => pages::statement(edition, address, app),
        Route::Embed { address } => pages::embed(edition, address),
        Route::Speaker { slug } => pages::speaker(edition, slug),
        Route::Role { slug } => pages::role(edition, slug),
        Route::Article { slug } => pages::article(edition, slug, &place.fragment),
        Route::About => pages::about(&edition.archive),
        _ => pages::nowhere(messages::NO_PAGE, messages::NO_PAGE_LEAD),
    }
}

/// What else may have been meant by what is sought.
#[inline(never)]
pub fn meant(edition: &Edition, query: &Query) -> Html {
    pages::meant(edition, query)
}

/// How what is being typed may go on.
#[inline(never)]
pub fn completions(edition: &Edition, query: &Query) -> Html {
    views::completions::completions(edition, query)
}

/// Why nothing was found, and ways out.
#[inline(never)]
pub fn nothing(edition: &Edition, query: &Query, ask: &Callback<Query>) -> Html {
    views::nothing::nothing(edition, query, ask)
}

/// Tells of the words that the reader selects of the statement shown, until it is dropped.
#[inline(never)]
pub fn selected_words(tell: Callback<Action>) -> EventListener {
    follow(tell)
}

/// Has the part of a long list drawn that the reader scrolls to, until it is dropped.
#[inline(never)]
pub fn follow_list(app: &AppState, count: usize) -> Vec<EventListener> {
    hooks::follow_list(app, count)
}

/// When things were said against when they were printed.
#[inline(never)]
pub fn timeline(edition: &Edition, found: &Found, query: &Query, ask: &Callback<Query>) -> Html {
    views::timeline::timeline(&bars(edition, found), query, ask)
}

/// Who speaks of whom.
#[inline(never)]
pub fn people(edition: &Edition, found: &Found, query: &Query) -> Html {
    let (voices, left_out) = voices(edition, found);
    views::people::people(edition, &voices, left_out, query)
}

/// The articles with what was found in them marked, and how many more there are.
#[inline(never)]
pub fn stories(edition: &Edition, found: &Found, shown: usize) -> (Html, usize) {
    views::stories::stories(edition, found, shown)
}

/// The dialogs, which lie closed behind every page.
#[inline(never)]
pub fn dialogs(edition: &Edition, app: &AppState) -> Html {
    all([views::palette::palette(edition, app), views::keys::keys()])
}
