use yew::prelude::*;

use super::{AppState, Search};
use crate::{
    query::Query,
    route::Route,
    state::Action,
    views::{keys::KEYS, palette::PALETTE, share::SHARE},
    web::{elements, history, keys, later},
};

/// Keys that work on every page: `/` searches, `?` lists the keys.
#[hook]
pub fn use_site_keys(app: &AppState) {
    let app = app.clone();
    use_effect_with(app.state.place.route == Route::Explorer, move |here| {
        let here = *here;
        let listener = keys::listen(move |press| match press.key.as_str() {
            "/" if !press.in_field && !elements::dialog_is_open() => {
                search(here);
                true
            }
            "s" if !press.in_field && !elements::dialog_is_open() => elements::focus(SHARE, true),
            keys::GO_TO => {
                open_dialog(&app, PALETTE);
                true
            }
            "?" if !press.in_field => {
                open_dialog(&app, KEYS);
                true
            }
            _ => false,
        });
        move || drop(listener)
    });
}

/// Opens the dialog with this id, which the second half of the program draws.
pub fn open_dialog(app: &AppState, id: &'static str) {
    app.complete(move || elements::open_dialog(id));
}

fn search(here: bool) {
    if here {
        elements::focus("#q", true);
    } else {
        history::open(&Route::Explorer.href());
        later::once_drawn(|| {
            elements::focus("#q", true);
        });
    }
}

/// Keys that work on the list of statements: arrows or j and k move, Enter opens, Escape clears.
#[hook]
pub fn use_list_keys(search: &Search, app: &AppState) {
    let app = app.clone();
    let ask = search.ask.clone();
    let on_list = app.state.place.route == Route::Explorer;
    use_effect_with((on_list, search.query.clone()), move |(on_list, query)| {
        let query = query.clone();
        let heard = move |press: keys::Press| {
            if elements::dialog_is_open() {
                return false;
            }
            let free = !press.in_field;
            match press.key.as_str() {
                "ArrowDown" if free || press.in_search => elements::move_in_list(true),
                "ArrowUp" if free => elements::move_in_list(false),
                "j" if free => elements::move_in_list(true),
                "k" if free => elements::move_in_list(false),
                "Enter" if press.in_search || press.idle => return open(&app),
                "Escape" => return clear(&query, &ask),
                _ => return false,
            }
            true
        };
        let listener = on_list.then(|| keys::listen(heard));
        move || drop(listener)
    });
}

/// Opens the statement that the list is at; without one, the words typed are a search of their own.
fn open(app: &AppState) -> bool {
    let opened = elements::open_current();
    if !opened {
        app.tell(Action::Sought);
    }
    opened
}

/// Clears the search; when there is none, the filters.
fn clear(query: &Query, ask: &Callback<Query>) -> bool {
    let cleared = match (query.q.is_empty(), query.is_filtered()) {
        (false, _) => query.seeking(&AttrValue::default()),
        (true, true) => query.unfiltered(),
        (true, false) => return false,
    };
    ask.emit(cleared);
    elements::focus("#q", true);
    true
}
