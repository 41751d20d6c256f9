use std::{cell::Cell, rc::Rc};

use yew::prelude::*;

use super::AppState;
use crate::{
    later,
    listing::{Listing, Then},
    query::View,
    route::Route,
    state::Action,
    web::{EventListener, lines},
};

/// How many statements are put on paper: some thirty pages. More than these are said to be left out.
pub const PRINTED: usize = 200;

/// Has the part of the list drawn that the reader scrolls to.
#[hook]
pub fn use_listing(app: &AppState, count: usize) {
    let place = &app.state.place;
    let listed = place.route == Route::Explorer && matches!(place.query.view, View::List | View::Timeline);
    let follows = listed && app.state.is_whole() && count > 0;
    let app = app.clone();
    use_effect_with((follows, count, app.state.listing.clone()), move |(follows, count, _)| {
        let following = follows.then(|| later::follow_list(&app, *count));
        move || drop(following)
    });
}

/// Follows the reader through a list of so many, until what it returns is dropped.
pub fn follow(app: &AppState, count: usize) -> Vec<EventListener> {
    let listing = app.state.listing.clone();
    match listing.then.take() {
        Some(Then::Hold(line)) => lines::hold(&line),
        Some(Then::Focus(place)) => {
            lines::go_to(place);
        }
        None => (),
    }
    let tell = app.callback();
    let show = |listing: Listing| {
        let tell = tell.clone();
        move || tell.emit(Action::Listed(listing.clone()))
    };
    if let Some(before) = listing.printed() {
        return vec![lines::told("afterprint", show(before))];
    }
    if listing.drawn(count).len() == count {
        return Vec::new();
    }
    let printing = show(listing.printing(PRINTED));
    let step = Rc::new(stepping(listing, count, tell.clone()));
    step();
    let resized = step.clone();
    vec![
        lines::scrolled(move || step()),
        lines::told("resize", move || resized()),
        lines::told("beforeprint", printing),
    ]
}

/// Has more of the list drawn where the reader comes near the end of what is.
fn stepping(listing: Listing, count: usize, tell: Callback<Action>) -> impl Fn() {
    let (width, topmost) = (lines::width(), Cell::new(None));
    move || {
        let Some(seen) = lines::seen() else {
            return;
        };
        let before = topmost.replace(seen.topmost());
        if lines::width() != width {
            // What was measured holds for another width no more.
            listing.then.set(before.map(Then::Hold));
            tell.emit(Action::Listed(listing.unmeasured()));
        } else if let Some(followed) = listing.following(&seen, count) {
            tell.emit(Action::Listed(followed));
        }
    }
}
