//! Pages for when there is nothing to show: each says what happened and what to do.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    edition::Edition,
    hooks::use_title,
    messages,
    route::{Route, slug_words},
    state::Failure,
    views::{link::link, words::words},
};

/// How many statements are offered in place of one that is not there.
const OFFERED: usize = 5;

/// What a page about nothing says.
#[derive(Properties, PartialEq)]
pub struct NowhereProps {
    /// What happened.
    pub title: &'static str,
    /// What to make of it.
    pub lead: &'static str,
}

/// An address that names no page.
#[component]
pub fn Nowhere(props: &NowhereProps) -> Html {
    use_title(props.title.into());
    html! {
        <main id="main" tabindex="-1" data-page="unknown" class="notice">
            <h1 tabindex="-1">{props.title}</h1>
            <p class="lead">{props.lead}</p>
            <p>{link("onward", &Route::Explorer, messages::TO_START)}</p>
        </main>
    }
}

/// A statement's address that the edition does not know.
#[derive(Properties, PartialEq)]
pub struct UnknownStatementProps {
    /// The edition.
    pub edition: Rc<Edition>,
    /// The slug and the id that were asked for.
    pub address: AttrValue,
}

/// Says that no statement has the address, and offers those whose words are nearest to its slug.
#[component]
pub fn UnknownStatement(props: &UnknownStatementProps) -> Html {
    use_title(messages::NO_STATEMENT_HERE.into());
    let wanted = slug_words(&props.address);
    let nearest =
        use_memo((props.edition.clone(), wanted.clone()), |(edition, wanted)| nearest(edition, wanted));
    html! {
        <main id="main" tabindex="-1" data-page="unknown" class="notice">
            <h1 tabindex="-1">{messages::NO_STATEMENT_HERE}</h1>
            <p class="lead">{messages::NO_STATEMENT_LEAD}</p>
            if !wanted.is_empty() {
                <p class="sought">{messages::sought(&wanted)}</p>
            }
            if !nearest.is_empty() {
                <h2>{messages::NEAREST}</h2>
                <ol class="nearest">
                    for index in nearest.iter() {
                        {offer(&props.edition, *index)}
                    }
                </ol>
            }
            <p>{link("onward", &Route::Explorer, messages::TO_START)}</p>
        </main>
    }
}

fn nearest(edition: &Edition, wanted: &str) -> Vec<u32> {
    let slugs = edition.archive.statements.iter().map(|statement| statement.slug.replace('-', " "));
    let slugs: Vec<String> = slugs.collect();
    verbatim_align::nearest(wanted, slugs.iter().map(String::as_str), OFFERED)
        .into_iter()
        .map(|near| near.index as u32)
        .collect()
}

fn offer(edition: &Edition, index: u32) -> Html {
    let statement = edition.statement(index);
    let speaker = edition.archive.speaker(statement).map(|speaker| speaker.name.clone());
    html! {
        <li key={index}>
            <a class="words" href={Route::statement(statement).href()}>
                {words(&edition.archive, statement, &[])}
            </a>
            if let Some(speaker) = speaker {
                <p class="speaker">{speaker}</p>
            }
        </li>
    }
}

/// Why there is no archive.
#[derive(Properties, PartialEq)]
pub struct FailedProps {
    /// What happened.
    pub failure: Failure,
}

/// Says why the archive did not open, and what to do.
#[component]
pub fn Failed(props: &FailedProps) -> Html {
    use_title(messages::FAILED_TITLE.into());
    let again = Callback::from(|_: MouseEvent| crate::web::history::reload());
    html! {
        <main id="main" tabindex="-1" data-page="failure" class="notice" role="alert">
            <h1 tabindex="-1">{messages::FAILED_TITLE}</h1>
            <p class="lead">{messages::failure(&props.failure)}</p>
            <p><button type="button" onclick={again}>{messages::RETRY}</button></p>
        </main>
    }
}
