//! What a reader takes along of a statement: its link, its words with who said them, a citation.

use std::rc::Rc;

use yew::{platform::spawn_local, prelude::*};

use super::text::{all, link, text};
use crate::{
    edition::Edition,
    hooks::AppState,
    messages,
    route::Route,
    sharing::{Shared, attribution, citation, fragment},
    state::{Action, Copying},
    web::{clipboard, days, elements, history, later},
};

/// The id of the read-only field that holds what could not be copied for the reader.
const LINK_TEXT: &str = "link-text";

/// Where the panel begins: the button that copies the link.
pub const SHARE: &str = "#copy-link";

/// The button that copies the link, and those for citations: what each copies, and what it is called.
const LINK: (&str, &str) = ("link", messages::COPY_LINK);
const WORDS: (&str, &str) = ("words", messages::COPY_WORDS);
const MARKDOWN: (&str, &str) = ("markdown", messages::COPY_MARKDOWN);
const CITATIONS: [(&str, &str); 3] = [("bibtex", "BibTeX"), ("ris", "RIS"), ("csl", "CSL-JSON")];

/// The panel of a statement. One place for all of it: `s` leads there.
pub fn share(app: &AppState, edition: &Rc<Edition>, index: u32) -> Html {
    let onclick = {
        let (app, edition) = (app.clone(), edition.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(what) = elements::data_of(&event, "data-copy") {
                take(&app, &edition, index, &what);
            }
        })
    };
    let (status, refused) = match &app.state.copying {
        Copying::Idle => ("", None),
        Copying::Done => (messages::COPIED, None),
        Copying::Refused(what) => (messages::COPY_YOURSELF, Some(what.clone())),
    };
    let archive = &edition.archive;
    let source = fragment::source_link(&Shared { archive, statement: edition.statement(index), address: "" });
    html! {
        <div class="share" {onclick}>
            {button(Some("copy-link"), LINK)}
            {button(None, WORDS)}
            {button(None, MARKDOWN)}
            <details>
                <summary>{messages::CITE}</summary>
                {CITATIONS.into_iter().map(|citation| button(None, citation)).collect::<Html>()}
            </details>
            {source.map(|href| link("source", href, text(messages::TO_SOURCE))).unwrap_or_default()}
            <span id="copied" role="status">{status}</span>
            if let Some(what) = refused {
                <textarea id={LINK_TEXT} readonly=true aria-label={messages::LINK} value={what} />
            }
        </div>
    }
}

fn button(id: Option<&'static str>, (what, name): (&'static str, &'static str)) -> Html {
    all([html! { <button type="button" {id} data-copy={what}>{name}</button> }, text(" ")])
}

/// Puts something of a statement on the clipboard, and tells how that went; where it may not, the reader is given it
/// selected.
pub fn take(app: &AppState, edition: &Edition, index: u32, what: &str) {
    let statement = edition.statement(index);
    let address = history::absolute(&Route::statement(statement).href());
    let (plain, html) = taken(&Shared { archive: &edition.archive, statement, address: &address }, what);
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
