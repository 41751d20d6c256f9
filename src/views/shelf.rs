//! What a reader has saved: the list of it, and what saves a statement.

use std::rc::Rc;

use yew::prelude::*;

use super::text::{all, button, link, paragraph, quiet_button, span, text};
use crate::{
    edition::Edition,
    hooks::{AppState, shelf},
    messages,
    shelf::{Saved, Shelf},
    web::{elements, shelf::export},
};

/// The dialog's id.
pub const SHELF: &str = "shelf";

/// The button that saves the statement shown.
pub const KEEP: &str = "#keep";

/// The id of the field in which a file is chosen.
const FILE: &str = "shelf-file";

/// The dialog that lists what is saved.
pub fn dialog(app: &AppState) -> Html {
    let shelf = &app.state.shelf;
    let close = Callback::from(|_: MouseEvent| elements::close_dialog(SHELF));
    let onclick = Callback::from(|event: MouseEvent| {
        // A link leads away from the list.
        if elements::data_of(&event, "href").is_some() {
            elements::close_dialog(SHELF);
        }
    });
    html! {
        <dialog id={SHELF} aria-labelledby="shelf-title" {onclick}>
            <h2 id="shelf-title">{messages::SHELF}</h2>
            {paragraph("note", text(messages::SHELF_LEAD))}
            {told(shelf, app)}
            <ol class="shelf">{shelf.saved.iter().map(|saved| item(saved, app)).collect::<Html>()}</ol>
            {files(shelf, app)}
            {button(messages::CLOSE, close)}
        </dialog>
    }
}

/// What went wrong, how much there is, and the way to undo.
fn told(shelf: &Shelf, app: &AppState) -> Html {
    let trouble = shelf.trouble.map(|trouble| paragraph("trouble", text(messages::trouble(trouble))));
    let undo = shelf.removed.clone().map(|removed| {
        let app = app.clone();
        let back = Callback::from(move |_: MouseEvent| shelf::put(&app, removed.clone()));
        all([text(" "), quiet_button(messages::PUT_BACK, back)])
    });
    let removed = if undo.is_some() { messages::TAKEN_OFF } else { "" };
    html! {
        <div role="status">
            {trouble.unwrap_or_default()}
            <p>
                {text(messages::saved(shelf.saved.len()))}
                {span("", text(removed))}
                {undo.unwrap_or_default()}
            </p>
        </div>
    }
}

fn item(saved: &Saved, app: &AppState) -> Html {
    let remove = {
        let (app, id) = (app.clone(), saved.id.clone());
        Callback::from(move |_: MouseEvent| shelf::remove(&app, id.clone()))
    };
    html! {
        <li key={saved.id.clone()}>
            <p class="words" lang={(!saved.language.is_empty()).then(|| saved.language.clone())} dir="auto">{link("", saved.address.clone(), text(messages::quoted(&saved.words)))}</p>
            {paragraph("by", all([span("speaker", text(saved.speaker.clone())), text(" "), remove_button(saved, remove)]))}
            {note(saved, app)}
        </li>
    }
}

fn remove_button(saved: &Saved, onclick: Callback<MouseEvent>) -> Html {
    let label = messages::take_off(&saved.speaker);
    html! { <button type="button" class="plain" aria-label={label} {onclick}>{messages::TAKE_OFF}</button> }
}

/// The reader's note on what is saved, to be written.
fn note(saved: &Saved, app: &AppState) -> Html {
    let onchange = {
        let (app, saved) = (app.clone(), saved.clone());
        Callback::from(move |event: Event| {
            shelf::put(&app, Saved { note: elements::value_of(&event), ..saved.clone() })
        })
    };
    html! {
        <label class="own-note">
            {text(messages::NOTE)}
            <textarea rows="2" dir="auto" value={saved.note.clone()} {onchange} />
        </label>
    }
}

/// Files of what is saved: one to be kept, and one to be read in.
fn files(shelf: &Shelf, app: &AppState) -> Html {
    let out = {
        let saved = shelf.saved.clone();
        Callback::from(move |_: MouseEvent| export(&saved))
    };
    let app = app.clone();
    let onchange = Callback::from(move |event: Event| shelf::import(&app, event));
    html! {
        <div class="files">
            if !shelf.saved.is_empty() {
                {button(messages::EXPORT, out)}
            }
            <label for={FILE}>{messages::IMPORT}</label>
            <input id={FILE} type="file" accept="application/json,.json" {onchange} />
        </div>
    }
}

/// What saves the statement shown, and the reader's note on it.
pub fn keep(edition: &Rc<Edition>, index: u32, app: &AppState) -> Html {
    let shelf = &app.state.shelf;
    let saved = shelf.find(&edition.statement(index).id);
    let turn = {
        let (app, edition) = (app.clone(), edition.clone());
        Callback::from(move |_: MouseEvent| shelf::turn(&app, &edition.archive, index))
    };
    let open = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| shelf::open_shelf(&app))
    };
    let name = if saved.is_some() { messages::UNSAVE } else { messages::SAVE };
    let trouble = shelf.trouble.map(|trouble| paragraph("trouble", text(messages::trouble(trouble))));
    html! {
        <div class="keep">
            <button type="button" id="keep" aria-pressed={if saved.is_some() { "true" } else { "false" }} onclick={turn}>
                {name}
            </button>
            {quiet_button(messages::SHELF, open)}
            <div role="status">{trouble.unwrap_or_default()}</div>
            {saved.map(|saved| note(saved, app)).unwrap_or_default()}
        </div>
    }
}
