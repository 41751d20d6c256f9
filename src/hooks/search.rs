use std::rc::Rc;

use verbatim_search::Results;
use yew::prelude::*;

use super::AppState;
use crate::{
    edition::Edition,
    query::Query,
    route::Route,
    state::{Action, Typed},
    web::{elements, history, later},
};

/// How long after the last key the address follows what is typed, in milliseconds. Browsers refuse a page
/// that changes its address more than about a hundred times in ten seconds.
const ADDRESS_DELAY: u32 = 150;

/// The search box, and the way to ask for something else.
pub struct Search {
    /// What the box holds.
    pub text: AttrValue,
    /// What is asked for now: the address's query, with what is being typed.
    pub query: Query,
    /// Hears what is typed.
    pub oninput: Callback<InputEvent>,
    /// Asks for something else, in a new step of the browser's history.
    pub ask: Callback<Query>,
}

/// Ties the search box to the address. The first key begins a new step of the browser's history and those
/// that follow rewrite it, until the reader does something else: so Back leads to the search before, not to
/// the letter before.
#[hook]
pub fn use_search(app: &AppState) -> Search {
    let asked = &app.state.place.query;
    let typed =
        app.state.typed.clone().filter(|typed| !typed.settled || typed.text.trim() == asked.q.as_str());
    let text = typed.as_ref().map_or(&asked.q, |typed| &typed.text).clone();
    let query = asked.seeking(&text.trim().to_owned().into());
    {
        let (app, query) = (app.clone(), query.clone());
        use_effect_with(typed, move |typed| {
            let typed = typed.clone().filter(|typed| !typed.settled);
            let later = typed.map(|typed| {
                later::after(ADDRESS_DELAY, move || {
                    settle(&query, &typed);
                    app.tell(Action::Settled);
                })
            });
            move || drop(later)
        });
    }
    Search {
        text,
        query,
        oninput: app.callback().reform(|event: InputEvent| Action::Typed(elements::value_of(&event).into())),
        ask: Callback::from(|query: Query| history::open(&query.href())),
    }
}

/// What the words sought find, where the page is the list of it.
#[hook]
pub fn use_results(edition: Option<&Rc<Edition>>, search: &Search, app: &AppState) -> Rc<Results> {
    let edition = edition.filter(|_| app.state.place.route == Route::Explorer).cloned();
    use_memo((edition, search.query.q.clone()), |(edition, q)| {
        edition.as_ref().map(|edition| edition.search(q)).unwrap_or_default()
    })
}

/// Has the address say what is typed.
pub fn settle(query: &Query, typed: &Typed) {
    let go = if typed.begins { history::open } else { history::replace };
    go(&query.href());
}
