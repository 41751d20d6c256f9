//! What a reader takes along of a statement: its link, its words with who said them; and the way to all the rest.

mod panel;
mod words;

use std::rc::Rc;

use yew::{platform::spawn_local, prelude::*};

use self::panel::panel;
pub use self::words::{Asked, asked, caution, notice, picked};
use super::text::{all, text};
use crate::{
    edition::Edition,
    hooks::AppState,
    messages,
    pages::title,
    route::Route,
    sharing::{Shared, attribution, card::card, citation, embed, selection, styled},
    state::{Action, Copying, Ways},
    web::{
        clipboard::{self, Forms},
        days, elements,
        files::{self, Surface},
        history, host, later, sheet,
    },
};

/// The id of the read-only field that holds what could not be copied for the reader.
pub const LINK_TEXT: &str = "link-text";

/// What pictures are set in: serifs that readers' systems have.
const FAMILY: &str = "Charter, \"Iowan Old Style\", Palatino, Georgia, \"Liberation Serif\", serif";

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
    let ontoggle = {
        let (tell, edition) = (app.callback(), edition.clone());
        Callback::from(move |event: Event| {
            if elements::is_open(&event) {
                unfold(&edition, index, tell.clone());
            } else {
                tell.emit(Action::Sharing(None));
            }
        })
    };
    let (link, said) = match asked.selection {
        None => (messages::COPY_LINK, messages::COPY_WORDS),
        Some(_) => (messages::COPY_LINK_TO_WORDS, messages::COPY_THESE_WORDS),
    };
    html! {
        <div class="share" {onclick}>
            {taking(Some("copy-link"), ("link", link))}
            {taking(None, ("words", said))}
            <details {ontoggle}>
                <summary>{messages::MORE_WAYS}</summary>
                if let Some(ways) = &app.state.sharing {
                    {panel(ways, edition, index, asked)}
                }
            </details>
            <span id="copied" role="status">{status}</span>
            if let Some(what) = refused {
                <textarea id={LINK_TEXT} readonly=true aria-label={messages::LINK} value={what} />
            }
        </div>
    }
}

/// Shows all ways to share, at once those that need nothing.
fn unfold(edition: &Edition, index: u32, tell: Callback<Action>) {
    let base = history::absolute("./").into();
    tell.emit(Action::Sharing(Some(Ways { base, sheet: sheet::is_there(), styled: AttrValue::default() })));
    let slug = edition.archive.article(edition.statement(index)).slug.clone();
    let file = [&Route::Article { slug }.href(), "/", styled::FILE].concat();
    spawn_local(async move {
        // Where it is not there, these citations are not offered.
        let fetched = host::fetch(&file).await.ok();
        if let Some(file) = fetched.and_then(|file| String::from_utf8(file).ok()) {
            tell.emit(Action::Styled(file.into()));
        }
    });
}

/// A button that takes along one form of a statement.
fn taking(id: Option<&'static str>, (what, name): (impl Into<AttrValue>, impl Into<AttrValue>)) -> Html {
    let what = what.into();
    all([html! { <button type="button" {id} data-copy={what}>{text(name)}</button> }, text(" ")])
}

/// Puts something of a statement on the clipboard, and tells how that went; where it may not, the reader is given it
/// selected.
fn take(app: &AppState, edition: &Edition, index: u32, asked: &Asked, what: &str) {
    let statement = edition.statement(index);
    let address = history::absolute(&selection::href(statement, asked.selection));
    let archive = &edition.archive;
    let shared = Shared { archive, statement, address: &address, selection: asked.selection };
    if what == "sheet" {
        return sheet::open(&title(archive, statement), &address);
    }
    if let Some(kind) = what.strip_prefix("card.") {
        return keep_card(&shared, kind);
    }
    let styled = app.state.sharing.as_ref().map(|ways| ways.styled.clone()).unwrap_or_default();
    let forms = match styled::cited(&styled, what, &address, days::today()) {
        Some((plain, html)) => Forms { plain, html: Some(html), markdown: None },
        None => taken(&shared, what),
    };
    let app = app.clone();
    spawn_local(async move {
        let copied = clipboard::copy(&forms).await;
        let done = if copied { Copying::Done } else { Copying::Refused(forms.plain.into()) };
        app.tell(Action::Copied(done));
        if !copied {
            later::once_drawn(|| elements::select_text(LINK_TEXT));
        }
    });
}

/// What is copied, in the forms that it has.
fn taken(shared: &Shared<'_>, what: &str) -> Forms {
    let plain = match what {
        "words" => {
            return Forms {
                plain: attribution::plain(shared),
                html: Some(attribution::html(shared)),
                markdown: Some(attribution::markdown(shared)),
            };
        }
        "markdown" => attribution::markdown(shared),
        "bibtex" => citation::bibtex(shared, days::today()),
        "ris" => citation::ris(shared, days::today()),
        "csl" => citation::csl_json(shared, days::today()),
        "embed" => embed::snippet(shared, &history::absolute("./")),
        _ => shared.address.to_owned(),
    };
    Forms { plain, html: None, markdown: None }
}

/// Gives the reader the picture of what is shared, as a file of this kind.
fn keep_card(shared: &Shared<'_>, kind: &str) {
    let Some(surface) = Surface::new(FAMILY) else {
        return;
    };
    let card = card(shared, &surface);
    let name = [&shared.statement.slug, "-", &shared.statement.id, ".", kind].concat();
    match kind {
        "png" => surface.save(name, &card),
        _ => files::save_text(&name, "image/svg+xml", &card.svg(FAMILY)),
    }
}
