//! Words of a statement that are picked out, by its address or by the reader.

use verbatim_archive::{Archive, Statement};
use verbatim_extract::Span;
use yew::prelude::*;

use crate::{
    heads::excerpt,
    hooks::AppState,
    messages,
    route::Route,
    sharing::selection::{self, Selection, Unfit, beside, count, read_out},
    state::State,
    views::text::{all, link, paragraph, text},
};

/// How many characters of the words picked out are said again: a screen reader reads them all.
const SAID_AGAIN: usize = 200;

/// The words that are asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Those that the reader has selected, else those of the address. None for the whole statement.
    pub selection: Option<Selection>,
    /// Where those of the address stand in the article's text. What the reader selects, the browser marks.
    pub marks: Vec<Span>,
    /// What the address asks for, where no words of the statement answer to it, and why.
    pub unfit: Option<(AttrValue, Unfit)>,
}

/// The words that are asked for of the statement shown.
pub fn asked(app: &AppState, archive: &Archive, statement: &Statement) -> Asked {
    let state = &app.state;
    let words = &state.place.words;
    let read = (!words.is_empty()).then(|| Selection::read(words, count(archive, statement)));
    let of_address = read.and_then(Result::ok);
    Asked {
        selection: state.selected_words.or(of_address),
        marks: of_address.map(|one| selection::spans(archive, statement, one)).unwrap_or_default(),
        unfit: read.and_then(Result::err).map(|unfit| (words.clone(), unfit)),
    }
}

/// What is to be said of them, once, to those who share and to those who open: which they are, and what stands right
/// beside them that would turn their sense.
pub fn notice(app: &AppState, archive: &Archive, statement: &Statement, asked: &Asked) -> Html {
    let said = match (asked.selection, &asked.unfit) {
        (Some(selection), _) => selected(archive, statement, selection),
        (None, Some((words, unfit))) => paragraph("note", text(messages::unfit(words, *unfit))),
        (None, None) => Html::default(),
    };
    picked(&app.state, said)
}

/// What is `said` of the words that the address picks out. It comes once what depends on the browser is known: what follows
/// on it is not shown before (`styles/statement.css`), so that it moves nothing.
pub fn picked(state: &State, said: Html) -> Html {
    let told = state.knows_browser().then_some("");
    html! { <div id="picked" role="status" data-told={told}>{said}</div> }
}

fn selected(archive: &Archive, statement: &Statement, selection: Selection) -> Html {
    let words = excerpt(&read_out(archive, statement, selection), SAID_AGAIN);
    let whole = link("", Route::statement(statement).href(), text(messages::UNPICK));
    all([
        paragraph("note", all([text(messages::picked(&words)), whole])),
        missed(archive, statement, selection),
    ])
}

fn missed(archive: &Archive, statement: &Statement, selection: Selection) -> Html {
    let beside = beside(archive, statement, selection);
    beside.map(|beside| paragraph("note missed", text(messages::missed(&beside)))).unwrap_or_default()
}

/// What must be said of the words that are asked for in a frame, which is not the place to ask for others.
pub fn caution(archive: &Archive, statement: &Statement, asked: &Asked) -> Html {
    match (asked.selection, &asked.unfit) {
        (Some(selection), _) => missed(archive, statement, selection),
        (None, Some((words, unfit))) => paragraph("note missed", text(messages::unfit(words, *unfit))),
        (None, None) => Html::default(),
    }
}
