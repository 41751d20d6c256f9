//! One statement alone, for a page of somebody else's: its words, who said them, and the way here.

use std::rc::Rc;

use yew::prelude::*;

use super::{Page, title};
use crate::{
    edition::Edition,
    hooks::AppState,
    messages,
    resolution::{Resolution, resolve},
    route::Route,
    sharing::{cited_title, embed::SCRIPT, selection},
    views::{
        share::{Asked, asked, caution},
        text::{all, paragraph, span, text},
        words::words,
    },
};

/// The bare view of what an address leads to. Links open in a tab of their own: the frame is another page's. The script
/// tells that page how high the statement is, whoever has drawn it.
pub fn embed(edition: &Rc<Edition>, address: &str, app: &AppState) -> Page {
    let here = Route::Statement { address: address.to_owned() };
    let elsewhere = || out(asked_of(&here, &app.state.place.words), messages::OPEN_PAGE.to_owned());
    let (name, shown, way) = match resolve(edition, address) {
        Resolution::Same(index) | Resolution::Moved(index) => {
            let statement = edition.statement(index);
            let asked = asked(app, &edition.archive, statement);
            let shown = shown(edition, index, &asked);
            let article = edition.archive.article(statement);
            let from = [Some(cited_title(article)), article.source.clone()];
            let from = from.into_iter().flatten().collect::<Vec<_>>().join(", ");
            let way = out(selection::href(statement, asked.selection), from);
            (title(&edition.archive, statement), shown, way)
        }
        Resolution::Reworded(..) => (messages::REWORDED.into(), said(messages::REWORDED), elsewhere()),
        Resolution::Ambiguous(..) => (messages::AMBIGUOUS.into(), said(messages::AMBIGUOUS), elsewhere()),
        Resolution::Gone(..) => (messages::GONE.into(), said(messages::GONE), elsewhere()),
        Resolution::Unknown(_) => {
            (messages::NO_STATEMENT_HERE.into(), said(messages::NO_STATEMENT_HERE), elsewhere())
        }
    };
    let body = html! {
        <>
            <main id="main" tabindex="-1" data-page="embed" class="embed">
                <h1 class="unseen">{text(name.clone())}</h1>
                {shown}
                {paragraph("from", way)}
            </main>
            <script src={SCRIPT} async=true></script>
        </>
    };
    Page { title: name.into(), body }
}

fn shown(edition: &Edition, index: u32, asked: &Asked) -> Html {
    let (archive, statement) = (&edition.archive, edition.statement(index));
    let article = archive.article(statement);
    let speaker = archive.speaker(statement).map_or(messages::SPEAKER_UNKNOWN, |speaker| &speaker.name);
    let role = statement.said.role.map(|role| span("role", text(role.of(&article.text).to_owned())));
    let lang = article.language.clone();
    let by = all([span("speaker", text(speaker.to_owned())), text(" "), role.unwrap_or_default()]);
    html! {
        <>
            <blockquote class="words" {lang} dir="auto">
                {paragraph("", words(archive, statement, &asked.marks))}
            </blockquote>
            {caution(archive, statement, asked)}
            {paragraph("by", by)}
        </>
    }
}

fn said(what: &'static str) -> Html {
    paragraph("lead", text(what))
}

/// The address of a page that is asked for some words: what became of these, it tells.
fn asked_of(route: &Route, words: &str) -> String {
    match words {
        "" => route.href(),
        words => [&route.href(), "/?w=", &urlencoding::encode(words)].concat(),
    }
}

fn out(href: String, name: String) -> Html {
    html! { <a {href} target="_blank" rel="noopener">{text(name)}</a> }
}
