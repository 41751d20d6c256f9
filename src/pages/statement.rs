//! One statement: its words large, what is known about it, and where it stands.

use std::rc::Rc;

use verbatim_archive::{Archive, Statement as Said};
use yew::{platform::spawn_local, prelude::*};
use yew_router::hooks::use_navigator;

use super::UnknownStatement;
use crate::{
    edition::{Edition, Marks},
    hooks::{AppState, use_app, use_title},
    messages,
    route::{Route, slug_and_id},
    state::{Action, Copying},
    views::{
        context::context,
        day,
        facts::facts,
        line::by,
        link::{article_place, to_article},
        words::words,
    },
    web::{clipboard, elements, history, later},
};

/// The id of the read-only field that holds the link when it cannot be copied for the reader.
const LINK_TEXT: &str = "link-text";

/// Which statement.
#[derive(Properties, PartialEq)]
pub struct StatementProps {
    /// The edition.
    pub edition: Rc<Edition>,
    /// The slug and the id, of which only the id counts.
    pub address: AttrValue,
}

/// The page of the statement with this id, whatever slug stands before it.
#[component]
pub fn Statement(props: &StatementProps) -> Html {
    let edition = props.edition.clone();
    match edition.find(&slug_and_id(&props.address).1) {
        Some(index) => html! { <Found {edition} {index} address={props.address.clone()} /> },
        None => html! { <UnknownStatement {edition} address={props.address.clone()} /> },
    }
}

#[derive(Properties, PartialEq)]
struct FoundProps {
    edition: Rc<Edition>,
    index: u32,
    address: AttrValue,
}

#[component]
fn Found(props: &FoundProps) -> Html {
    let app = use_app();
    let archive = &props.edition.archive;
    let statement = props.edition.statement(props.index);
    use_title(title(archive, statement).into());
    use_canonical_address(props);
    let lang = archive.article(statement).language.clone();
    html! {
        <main id="main" tabindex="-1" data-page="statement" class="statement">
            {back(&app)}
            <article>
                <h1 class="unseen" tabindex="-1">{title(archive, statement)}</h1>
                <blockquote class={classes!("words", size(statement))} {lang} dir="auto">
                    <p>{words(archive, statement, &[])}</p>
                </blockquote>
                <p class="by">{by(archive, statement, &Marks::default())}</p>
                {notes(statement)}
                {share(&app, statement)}
                {known_facts(archive, statement)}
                {in_context(archive, statement)}
            </article>
        </main>
    }
}

/// Remembers the statement as the one the list was left at, and puts the slug right when another was asked for.
#[hook]
fn use_canonical_address(props: &FoundProps) {
    let app = use_app();
    let navigator = use_navigator();
    let route = Route::statement(props.edition.statement(props.index));
    let wanted = Route::Statement { address: props.address.to_string() };
    use_effect_with((route, wanted, props.index), move |(route, wanted, index)| {
        app.tell(Action::Selected(*index));
        if let Some(navigator) = navigator.filter(|_| route != wanted) {
            navigator.replace(route);
        }
    });
}

fn title(archive: &Archive, statement: &Said) -> String {
    let speaker = archive.speaker(statement);
    let name = speaker.map_or(messages::SPEAKER_UNKNOWN, |speaker| speaker.name.as_str());
    let first = archive.quotations(statement).next().unwrap_or_default();
    let words: Vec<_> = first.split_whitespace().collect();
    messages::said(name, &words[..words.len().min(TITLE_WORDS)].join(" "), words.len() > TITLE_WORDS)
}

/// How many of its words name a statement in the browser's tab and history.
const TITLE_WORDS: usize = 9;

/// Long words are set smaller: these are the numbers of bytes from which they are.
fn size(statement: &Said) -> Option<&'static str> {
    let length: u32 = statement.said.quotations.iter().map(|q| q.span.end - q.span.start).sum();
    match length {
        0..120 => Some("short"),
        120..320 => None,
        _ => Some("long"),
    }
}

fn back(app: &AppState) -> Html {
    match &app.state.explored {
        Some(query) => html! {
            <p class="back"><a href={query.href()}>{messages::BACK_TO_RESULTS}</a></p>
        },
        None => html! {
            <p class="back"><a href={Route::Explorer.href()}>{messages::ALL_STATEMENTS}</a></p>
        },
    }
}

/// What the marks within the words mean, where there are any.
fn notes(statement: &Said) -> Html {
    html! {
        <>
            if statement.said.quotations.len() > 1 {
                <p class="note">{messages::CUT_NOTE}</p>
            }
            if !statement.said.insertions.is_empty() {
                <p class="note">{messages::INSERTED_NOTE}</p>
            }
        </>
    }
}

fn share(app: &AppState, statement: &Said) -> Html {
    let href = Route::statement(statement).href();
    let onclick = {
        let (app, href) = (app.clone(), href.clone());
        Callback::from(move |_: MouseEvent| copy(app.clone(), history::absolute(&href)))
    };
    let (status, refused) = match app.state.copying {
        Copying::Idle => ("", false),
        Copying::Done => (messages::COPIED, false),
        Copying::Refused => (messages::COPY_YOURSELF, true),
    };
    html! {
        <div class="share">
            <button type="button" id="copy-link" {onclick}>{messages::COPY_LINK}</button>
            <span id="copied" role="status">{status}</span>
            if refused {
                <input
                    id={LINK_TEXT}
                    type="text"
                    readonly=true
                    aria-label={messages::LINK}
                    value={history::absolute(&href)}
                />
            }
        </div>
    }
}

fn copy(app: AppState, link: String) {
    spawn_local(async move {
        let copied = clipboard::copy(&link).await;
        app.tell(Action::Copied(if copied { Copying::Done } else { Copying::Refused }));
        if !copied {
            later::once_drawn(|| elements::select_text(LINK_TEXT));
        }
    });
}

fn known_facts(archive: &Archive, statement: &Said) -> Html {
    let article = archive.article(statement);
    let said = &statement.said;
    let printed = |class, span: verbatim_extract::Span| {
        html! { <span {class}>{span.of(&article.text).to_owned()}</span> }
    };
    let medium = said.medium.map(|span| (messages::WHERE, printed("medium", span)));
    let addressee = said.addressee.map(|span| (messages::TO_WHOM, printed("addressee", span)));
    let day = day::said_on(archive, statement).map(|day| (messages::WHEN, day));
    let kind = html! {
        <>
            <span class="kind">{messages::kind(said.kind)}</span>
            <span class="explained">{": "}{messages::kind_explained(said.kind)}</span>
        </>
    };
    let article = html! {
        <>
            {to_article("title", &article.slug, &article.title)}
            <span class="explained">
                {", "}
                if let Some(source) = &article.source {
                    {source.clone()}
                    {", "}
                }
                {day::published(article)}
            </span>
        </>
    };
    let rows = [medium, addressee, day, Some((messages::HOW, kind)), Some((messages::PRINTED_IN, article))];
    facts(rows.into_iter().flatten())
}

fn in_context(archive: &Archive, statement: &Said) -> Html {
    let article = archive.article(statement);
    let lang = article.language.clone();
    html! {
        <section class="in-context" aria-labelledby="context-title">
            <h2 id="context-title">{messages::CONTEXT}</h2>
            <div class="context" {lang} dir="auto">{context(archive, statement)}</div>
            <p>
                <a class="to-article" href={article_place(&article.slug, &statement.id)}>
                    {messages::TO_ARTICLE}
                </a>
            </p>
        </section>
    }
}
