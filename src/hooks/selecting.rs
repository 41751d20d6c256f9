use yew::prelude::*;

use super::AppState;
use crate::{route::Route, sharing::selection::Selection, state::Action, web::selected};

/// What stands between a statement's words and is not said: marks, and the gaps where the article cuts.
const NOT_SAID: &str = ".opening, .closing, .cut";

/// Follows what the reader selects of the statement shown.
#[hook]
pub fn use_selected_words(app: &AppState) {
    let tell = app.callback();
    let here = matches!(app.state.place.route, Route::Statement { .. });
    use_effect_with(here, move |here| {
        let heard = move |selected: Option<selected::Selected>| {
            let words = selected.and_then(|(text, run)| Selection::touched(&text, run));
            tell.emit(Action::WordsSelected(words));
        };
        let listener = here.then(|| selected::follow("blockquote.words", NOT_SAID, heard));
        move || drop(listener)
    });
}
