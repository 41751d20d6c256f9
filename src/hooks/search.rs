use std::rc::Rc;

use yew::prelude::*;

use super::AppState;
use crate::{
    edition::Edition,
    finding::{Found, find},
    query::Query,
    route::Route,
    seeking::{Seeker, Wish},
    state::{Action, Typed},
    telling::Wanted,
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
        let app = app.clone();
        // A filter that is chosen before the address has followed is kept in it.
        use_effect_with((typed, query.clone()), move |(typed, query)| {
            let (typed, query) = (typed.clone().filter(|typed| !typed.settled), query.clone());
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

/// What is found for the query, where the page is the list of it: by `seeker` where there is one, and then as it was for
/// the query before until that one answers; else, or once it has failed, here. It begins with what was `begun` with.
#[hook]
pub fn use_found(
    edition: Option<&Rc<Edition>>,
    seeker: Option<&Seeker>,
    begun: &Option<Rc<Found>>,
    search: &Search,
    app: &AppState,
) -> Rc<Found> {
    let state = &app.state;
    let on_list = state.place.route == Route::Explorer;
    let heard = use_mut_ref(|| Some(begun.clone().unwrap_or_default()));
    let redraw = use_force_update();
    let elsewhere = seeker.filter(|_| heard.borrow().is_some()).cloned();
    // A list is never shown empty to be filled then: the first is found here.
    let is_first = on_list && heard.borrow().as_ref().is_some_and(|found: &Rc<Found>| found.query.is_none());
    let edition = edition.filter(|_| on_list && (is_first || elsewhere.is_none())).cloned();
    let results = use_memo((edition.clone(), search.query.q.clone()), |(edition, q)| {
        edition.as_ref().map(|edition| edition.search(q)).unwrap_or_default()
    });
    let sought = results.clone();
    let here = use_memo((edition, search.query.clone()), move |(edition, query)| {
        edition.as_ref().map(|edition| find(edition, &sought, query)).unwrap_or_default()
    });
    let wish = Wish {
        query: search.query.clone(),
        wanted: wanted(app),
        drawn: state.listing.places(),
        selected: state.selected,
    };
    if is_first {
        heard.replace(Some(here.clone()));
    }
    let hearing = heard.clone();
    use_effect_with((elsewhere.filter(|_| on_list), wish), move |(seeker, wish)| {
        if let Some(seeker) = seeker {
            let hear = move |found| {
                hearing.replace(found);
                redraw.force_update();
            };
            seeker.emit((wish.clone(), Callback::from(hear)));
        }
    });
    let found = heard.borrow().clone();
    found.filter(|_| seeker.is_some()).unwrap_or(here)
}

/// What is told beside the list, as the page is now.
pub fn wanted(app: &AppState) -> Wanted {
    Wanted { typing: app.state.typed.is_some(), stories: app.state.stories }
}

/// Has the address say what is typed.
pub fn settle(query: &Query, typed: &Typed) {
    let go = if typed.begins { history::open } else { history::replace };
    go(&query.href());
}
