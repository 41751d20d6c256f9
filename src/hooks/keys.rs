use std::rc::Rc;

use yew::prelude::*;

use super::{AppState, Search};
use crate::{
    finding::Found,
    later as parts,
    query::{Query, View},
    route::Route,
    state::Action,
    views::{keys::KEYS, palette::PALETTE, share::SHARE, shelf::KEEP},
    web::{elements, history, keys, later, lines},
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
            "b" if !press.in_field && !elements::dialog_is_open() => elements::press(KEEP),
            "l" if !press.in_field && !elements::dialog_is_open() => {
                let lists = app.clone();
                app.complete(true, move || parts::open_shelf(&lists));
                true
            }
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
fn open_dialog(app: &AppState, id: &'static str) {
    app.complete(true, move || elements::open_dialog(id));
}

/// Opens that dialog when something is clicked.
pub fn opening(app: &AppState, id: &'static str) -> Callback<MouseEvent> {
    let app = app.clone();
    Callback::from(move |_: MouseEvent| open_dialog(&app, id))
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
pub fn use_list_keys(search: &Search, app: &AppState, found: &Rc<Found>) {
    let app = app.clone();
    let ask = search.ask.clone();
    let on_list = app.state.place.route == Route::Explorer;
    let found = found.clone();
    let listed = (on_list, Rc::as_ptr(&found), app.state.selected, app.state.listing.clone());
    use_effect_with((listed, search.query.clone()), move |(_, query)| {
        let query = query.clone();
        let heard = move |press: keys::Press| {
            if elements::dialog_is_open() {
                return false;
            }
            let free = !press.in_field;
            // Where there is no list, arrows scroll.
            let lists = matches!(query.view, View::List | View::Timeline);
            let step = |forward| match (lists, app.state.is_whole()) {
                (true, _) => step(&app, &found, forward),
                (false, true) => parts::step(forward),
                (false, false) => (),
            };
            match press.key.as_str() {
                "ArrowDown" if press.in_search || free && lists => step(true),
                "ArrowUp" if free && lists => step(false),
                "j" if free => step(true),
                "k" if free => step(false),
                "Enter" if press.in_search || press.idle => return open(&app),
                "Escape" if free || press.in_search => return clear(&query, &ask),
                _ => return false,
            }
            true
        };
        let listener = on_list.then(|| keys::listen(heard));
        move || drop(listener)
    });
}

/// Moves the focus to the next statement of the list, or to the one before. From none it goes to the first; before the
/// first stands the search box.
fn step(app: &AppState, found: &Found, forward: bool) {
    let at = app.state.selected.and_then(|selected| found.place(selected));
    let to = match (at, forward) {
        (None, true) => 0,
        (None, false) => return,
        (Some(0), false) => {
            elements::focus("#q", true);
            return;
        }
        (Some(at), true) => (at + 1).min(found.len().saturating_sub(1)),
        (Some(at), false) => at - 1,
    };
    if !lines::go_to(to) {
        app.tell(Action::Listed(app.state.listing.at(to)));
    }
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
