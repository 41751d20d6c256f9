//! Pages for addresses whose statement is not simply there: each says what happened and what to do, and shows
//! nothing in its place that nobody asked for.

use verbatim_archive::{Edit, Then};
use yew::prelude::*;

use super::Page;
use crate::{
    edition::Edition,
    messages,
    resolution::Resolution,
    route::{Route, slug_words},
    sharing::selection::{self, Selection, carried, in_edits, words_then},
    state::{Failure, Program, State},
    views::{
        marked::marked_whole,
        share::picked,
        text::{all, button, heading, link, paragraph, text},
        words::words,
    },
    web::history,
};

/// An address that names nothing: what happened, and what to make of it.
pub fn nowhere(title: &'static str, lead: &'static str) -> Page {
    notice("unknown", title, text(lead), onward())
}

/// What became of the statement that an address stood for, and what a reader can go on with.
pub fn verdict(edition: &Edition, state: &State, address: &str, resolution: Resolution<'_>) -> Page {
    let place = &state.place;
    match resolution {
        Resolution::Same(now) | Resolution::Moved(now) => {
            let rest = all([offers(edition, messages::NOW, &[now]), onward()]);
            notice("moved", messages::MOVED, text(messages::MOVED_NOTE), rest)
        }
        Resolution::Reworded(now, edits) => {
            let asked = Selection::read(&place.words, words_then(edits)).ok();
            let carried = asked.and_then(|asked| carried(edits, asked));
            let note = asked.map(|_| paragraph("note", text(messages::picked_then(carried.is_some()))));
            let offer = all([heading("", text(messages::NOW)), nearest(edition, &[now], carried)]);
            let lang = edition.archive.article(edition.statement(now)).language.clone();
            let difference = difference(edits, asked, lang);
            let rest = all([difference, picked(state, note.unwrap_or_default()), offer, onward()]);
            notice("reworded", messages::REWORDED, text(messages::REWORDED_LEAD), rest)
        }
        Resolution::Ambiguous(several, then) => {
            let offered = offers(edition, messages::CHOICE, several);
            let rest = all([stood(then), picked_of_lost(state, Some(then)), offered, onward()]);
            notice("ambiguous", messages::AMBIGUOUS, text(messages::AMBIGUOUS_LEAD), rest)
        }
        Resolution::Gone(then, nearest) => {
            let lead = if then.is_some() { messages::GONE_LEAD } else { messages::WITHDRAWN_LEAD };
            let stood = then.map_or_else(Html::default, stood);
            let offered = offers(edition, messages::NEAREST, &nearest);
            let rest = all([stood, picked_of_lost(state, then), offered, onward()]);
            notice("gone", messages::GONE, text(lead), rest)
        }
        Resolution::Unknown(nearest) => {
            let wanted = slug_words(address);
            let sought = match wanted.is_empty() {
                true => Html::default(),
                false => paragraph("sought", text(messages::sought(&wanted))),
            };
            let rest = all([sought, offers(edition, messages::NEAREST, &nearest), onward()]);
            notice("unknown", messages::NO_STATEMENT_HERE, text(messages::NO_STATEMENT_LEAD), rest)
        }
    }
}

/// Says why the archive did not open, and what to do.
pub fn failed(failure: &Failure) -> Page {
    let again = Callback::from(|_: MouseEvent| history::reload());
    let rest = paragraph("", button(messages::RETRY, again));
    notice("failure", messages::FAILED_TITLE, text(messages::failure(failure)), rest)
}

/// A page of which the program that draws it is still to come, or did not.
pub fn incomplete(program: &Program) -> Page {
    match program {
        Program::Failed(failure) => failed(failure),
        _ => notice("coming", messages::COMING, Html::default(), Html::default()),
    }
}

fn notice(page: &'static str, title: &'static str, lead: Html, rest: Html) -> Page {
    let body = html! {
        <main id="main" tabindex="-1" data-page={page} class="notice">
            <h1 tabindex="-1">{title}</h1>
            {paragraph("lead", lead)}
            {rest}
        </main>
    };
    Page { title: title.into(), body }
}

fn onward() -> Html {
    paragraph("", link("onward", Route::Explorer.href(), text(messages::TO_START)))
}

/// What an address stood for.
fn stood(then: &Then) -> Html {
    let speaker = then.speaker.clone().unwrap_or_else(|| messages::SPEAKER_UNKNOWN.into());
    paragraph("sought", text(messages::stood_for(&then.words, &speaker)))
}

/// Which words of it the link picked out: they are nowhere now, but asked for they were.
fn picked_of_lost(state: &State, then: Option<&Then>) -> Html {
    let asked = &state.place.words;
    let words = then.and_then(|then| selection::of_text(&then.words, asked).ok());
    let note = |_| paragraph("note", text(messages::picked_of_lost(asked, words)));
    picked(state, Some(asked).filter(|asked| !asked.is_empty()).map(note).unwrap_or_default())
}

/// Then and now in one text: what was taken out struck, what was put in underlined.
/// What a link picks out of it is marked.
fn difference(edits: &[Edit], asked: Option<Selection>, lang: Option<String>) -> Html {
    let marks = asked.map_or_else(|| vec![None; edits.len()], |asked| in_edits(edits, asked));
    let edits = edits.iter().zip(marks).map(|(edit, mark)| match edit {
        Edit::Kept(words) => marked_whole(words, mark.as_slice()),
        Edit::Removed(words) => html! { <del>{marked_whole(words, mark.as_slice())}</del> },
        Edit::Added(words) => html! { <ins>{text(words.clone())}</ins> },
    });
    // Drawn anew with its marks, which move none of its words.
    let key = usize::from(asked.is_some());
    html! { <blockquote {key} class="difference" {lang} dir="auto">{edits.collect::<Html>()}</blockquote> }
}

/// Statements to go on with, under a heading; nothing where there are none.
fn offers(edition: &Edition, title: &'static str, offered: &[u32]) -> Html {
    if offered.is_empty() {
        return Html::default();
    }
    all([heading("", text(title)), nearest(edition, offered, None)])
}

/// Statements to go on with, and the words of them that were asked for.
fn nearest(edition: &Edition, offered: &[u32], asked: Option<Selection>) -> Html {
    let list = offered.iter().map(|index| offer(edition, *index, asked)).collect::<Html>();
    html! { <ol class="nearest">{list}</ol> }
}

fn offer(edition: &Edition, index: u32, asked: Option<Selection>) -> Html {
    let statement = edition.statement(index);
    let speaker = edition.archive.speaker(statement).map(|speaker| speaker.name.clone());
    let lang = edition.archive.article(statement).language.clone();
    let href = selection::href(statement, asked);
    html! {
        <li key={index}>
            <a class="words" {href} {lang} dir="auto">{words(&edition.archive, statement, &[])}</a>
            {paragraph("speaker", text(speaker.unwrap_or_default()))}
        </li>
    }
}
