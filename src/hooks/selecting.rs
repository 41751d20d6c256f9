use yew::prelude::*;

use super::AppState;
use crate::{
    later,
    route::Route,
    sharing::selection::Selection,
    state::Action,
    web::{EventListener, selected},
};

/// What stands between a statement's words and is not said: marks, and the gaps where the article cuts.
const NOT_SAID: &str = ".opening, .closing, .cut";

/// Follows what the reader selects of the statement shown, and reads whether it is saved.
#[hook]
pub fn use_selected_words(app: &AppState) {
    let app = app.clone();
    let here = app.state.is_whole() && matches!(app.state.place.route, Route::Statement { .. });
    use_effect_with(here, move |here| {
        let listener = here.then(|| later::at_statement(&app));
        move || drop(listener)
    });
}

/// Tells of the words that the reader selects of the statement shown, until it is dropped.
pub fn follow(tell: Callback<Action>) -> EventListener {
    selected::follow("blockquote.words", NOT_SAID, move |selected: Option<selected::Selected>| {
        let words = selected.and_then(|(text, run)| Selection::touched(&text, run));
        tell.emit(Action::WordsSelected(words));
    })
}
