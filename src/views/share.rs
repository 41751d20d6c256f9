//! What a reader takes along of a statement: its link, its words with who said them; and the way to all the rest.

mod panel;
mod words;

use std::rc::Rc;

use yew::{platform::spawn_local, prelude::*};

use self::panel::panel;
pub use self::words::{Asked, asked, notice};
use super::text::{all, text};
use crate::{
    edition::Edition,
    hooks::AppState,
    messages,
    sharing::{Shared, attribution, citation, selection},
    state::{Action, Copying},
    web::{clipboard, days, elements, history, later},
};

/// The id of the read-only field that holds what could not be copied for the reader.
const LINK_TEXT: &str = "link-text";

/// Where the panel begins: the button that copies the link.
pub const SHARE: &str = "#copy-link";

/// One place for all that is taken along of a statement, or of the words of it that are asked for: `s` leads there.
pub fn share(app: &AppState, edition: &Rc<Edition>, index: u32, asked: &Asked) -> Html {
    let onclick = {
        let (app, edition, asked) = (app.clone(), edition.clone(), asked.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(what) = elements::data_of(&event, "data-copy") {
                take(&app, &edition, index, &asked, &what);
            }
        })
    };
    let (status, refused) = match &app.state.copying {
        Copying::Idle => ("", None),
        Copying::Done => (messages::COPIED, None),
        Copying::Refused(what) => (messages::COPY_YOURSELF, Some(what.clone())),
    };
    let tell = app.callback();
    let ontoggle = Callback::from(move |event: Event| tell.emit(Action::Sharing(elements::is_open(&event))));
    let (link, said) = match asked.selection {
        None => (messages::COPY_LINK, messages::COPY_WORDS),
        Some(_) => (messages::COPY_LINK_TO_WORDS, messages::COPY_THESE_WORDS),
    };
    html! {
        <div class="share" {onclick}>
            {button(Some("copy-link"), ("link", link))}
            {button(None, ("words", said))}
            <details {ontoggle}>
                <summary>{messages::MORE_WAYS}</summary>
                if app.state.sharing {
                    {panel(app, edition, index, asked)}
                }
            </details>
            <span id="copied" role="status">{status}</span>
            if let Some(what) = refused {
                <textarea id={LINK_TEXT} readonly=true aria-label={messages::LINK} value={what} />
            }
        </div>
    }
}

fn button(id: Option<&'static str>, (what, name): (&'static str, &'static str)) -> Html {
    all([html! { <button type="button" {id} data-copy={what}>{text(name)}</button> }, text(" ")])
}

/// Puts something of a statement on the clipboard, and tells how that went; where it may not, the reader is given it
/// selected.
fn take(app: &AppState, edition: &Edition, index: u32, asked: &Asked, what: &str) {
    let statement = edition.statement(index);
    let address = history::absolute(&selection::href(statement, asked.selection));
    let shared =
        Shared { archive: &edition.archive, statement, address: &address, selection: asked.selection };
    let (plain, html) = taken(&shared, what);
    let app = app.clone();
    spawn_local(async move {
        let copied = clipboard::copy(&plain, html.as_deref()).await;
        app.tell(Action::Copied(if copied { Copying::Done } else { Copying::Refused(plain.into()) }));
        if !copied {
            later::once_drawn(|| elements::select_text(LINK_TEXT));
        }
    });
}

/// What is copied, as text and, for what has more forms, as HTML.
fn taken(shared: &Shared<'_>, what: &str) -> (String, Option<String>) {
    match what {
        "words" => (attribution::plain(shared), Some(attribution::html(shared))),
        "markdown" => (attribution::markdown(shared), None),
        "bibtex" => (citation::bibtex(shared, days::today()), None),
        "ris" => (citation::ris(shared, days::today()), None),
        "csl" => (citation::csl_json(shared, days::today()), None),
        _ => (shared.address.to_owned(), None),
    }
}
