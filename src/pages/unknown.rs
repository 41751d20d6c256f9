//! Pages for when there is nothing to show: each says what happened and what to do.

use yew::prelude::*;

use super::Page;
use crate::{
    edition::Edition,
    messages,
    route::{Route, slug_words},
    state::Failure,
    views::{
        text::{all, button, heading, link, paragraph, text},
        words::words,
    },
    web::history,
};

/// How many statements are offered in place of one that is not there.
const OFFERED: usize = 5;

/// An address that names nothing: what happened, and what to make of it.
pub fn nowhere(title: &'static str, lead: &'static str) -> Page {
    notice("unknown", title, text(lead), onward())
}

/// Says that no statement has the address, and offers those whose words are nearest to its slug.
pub fn unknown_statement(edition: &Edition, address: &str) -> Page {
    let wanted = slug_words(address);
    let nearest = nearest(edition, &wanted);
    let offers = html! {
        <>
            if !wanted.is_empty() {
                {paragraph("sought", text(messages::sought(&wanted)))}
            }
            if !nearest.is_empty() {
                {heading("", text(messages::NEAREST))}
                <ol class="nearest">
                    {nearest.into_iter().map(|index| offer(edition, index)).collect::<Html>()}
                </ol>
            }
        </>
    };
    let rest = all([offers, onward()]);
    notice("unknown", messages::NO_STATEMENT_HERE, text(messages::NO_STATEMENT_LEAD), rest)
}

/// Says why the archive did not open, and what to do.
pub fn failed(failure: &Failure) -> Page {
    let again = Callback::from(|_: MouseEvent| history::reload());
    let rest = paragraph("", button(messages::RETRY, again));
    notice("failure", messages::FAILED_TITLE, text(messages::failure(failure)), rest)
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

fn nearest(edition: &Edition, wanted: &str) -> Vec<u32> {
    let slugs = edition.archive.statements.iter().map(|statement| statement.slug.replace('-', " "));
    let slugs: Vec<String> = slugs.collect();
    let nearest = verbatim_align::nearest(wanted, slugs.iter().map(String::as_str), OFFERED);
    nearest.into_iter().map(|near| near.index as u32).collect()
}

fn offer(edition: &Edition, index: u32) -> Html {
    let statement = edition.statement(index);
    let speaker = edition.archive.speaker(statement).map(|speaker| speaker.name.clone());
    html! {
        <li key={index}>
            {link("words", Route::statement(statement).href(), words(&edition.archive, statement, &[]))}
            {paragraph("speaker", text(speaker.unwrap_or_default()))}
        </li>
    }
}
