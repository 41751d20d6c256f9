use yew::prelude::*;

use crate::{
    messages,
    place::Place,
    route::{Route, slug_and_id},
    web::elements,
};

/// Names the page `title` in the browser's tab while it is shown.
#[hook]
pub fn use_title(title: AttrValue) {
    use_effect_with(title, |title| elements::set_title(&messages::title(title)));
}

/// Follows the reader from page to page with the focus: to the statement that the address's fragment names,
/// to the statement that the list was left at, else to the page's heading. The page that was loaded first
/// keeps the focus where the browser put it, and who came to search keeps it in the search box. What is not `drawn` yet has nowhere to arrive at.
#[hook]
pub fn use_arrival(place: &Place, drawn: bool) {
    let first = use_mut_ref(|| true);
    // Words typed into the search box change the explorer's address, a corrected slug a statement's: the
    // reader is still on the same page.
    let page = match &place.route {
        Route::Statement { address } => Route::Statement { address: slug_and_id(address).1 },
        route => route.clone(),
    };
    use_effect_with((page, place.fragment.clone(), drawn), move |(_, fragment, drawn)| {
        if !drawn {
            return;
        }
        let loaded = first.replace(false);
        if !fragment.is_empty() {
            elements::show(fragment);
        } else if !loaded
            && !elements::is_there("#q:focus")
            && !elements::focus("#results > li[aria-current] a.words", false)
        {
            elements::focus("main h1", false);
        }
    });
}
