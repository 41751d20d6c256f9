//! One statement: its words large, what is known about it, and where it stands.

use std::rc::Rc;

use verbatim_archive::{Archive, Statement};
use verbatim_extract::Kind;
use yew::prelude::*;

use super::{Page, verdict};
use crate::{
    edition::{Edition, Marks, kind_key},
    hooks::AppState,
    messages,
    resolution::{Resolution, resolve},
    route::Route,
    state::Action,
    views::{
        alike::elsewhere,
        context::context,
        day,
        facts::facts,
        line::{by, lines},
        link::{article_place, to_article, to_speaker},
        receipt::receipt,
        share::{asked, notice, share},
        shelf::keep,
        text::{all, heading, link, paragraph, span, text},
        words::words,
    },
};

/// How many of its words name a statement in the browser's tab and history.
const TITLE_WORDS: usize = 9;

/// How many other statements of the same speaker are shown beside one.
const OTHERS: usize = 3;

/// The page of the statement with this id, whatever slug stands before it.
pub fn statement(edition: &Rc<Edition>, address: &str, app: &AppState) -> Page {
    match resolve(edition, address) {
        Resolution::Same(index) => shown(edition, index, Html::default(), app),
        Resolution::Moved(index) => shown(edition, index, paragraph("note", text(messages::MOVED_NOTE)), app),
        resolution => verdict(edition, &app.state, address, resolution),
    }
}

fn shown(edition: &Rc<Edition>, index: u32, moved: Html, app: &AppState) -> Page {
    let archive = &edition.archive;
    let statement = edition.statement(index);
    let title = title(archive, statement);
    let asked = asked(app, archive, statement);
    let lang = archive.article(statement).language.clone();
    let body = html! {
        <main id="main" tabindex="-1" data-page="statement" class="statement">
            {paragraph("back", back(app))}
            {moved}
            <article>
                <h1 class="unseen" tabindex="-1">{text(title.clone())}</h1>
                <blockquote
                    class="words"
                    data-length={length(statement)}
                    data-kind={kind_key(statement.said.kind)}
                    {lang}
                    dir="auto"
                >
                    // Drawn anew with its marks: what is told of them moves none of its words.
                    <p key={usize::from(!asked.marks.is_empty())}>
                        {words(archive, statement, &asked.marks)}
                    </p>
                </blockquote>
                {paragraph("by", by(archive, statement, &Marks::default()))}
                {notes(statement)}
                {notice(app, archive, statement, &asked)}
                {share(app, edition, index, &asked)}
                {keep(edition, index, app)}
                {known_facts(archive, statement)}
                {in_context(archive, statement, app)}
                {receipt(archive, statement)}
            </article>
            {elsewhere(edition, index)}
            {others(edition, index)}
        </main>
    };
    Page { title: title.into(), body }
}

/// What the page of a statement is called: who said it, and its first words.
pub fn title(archive: &Archive, statement: &Statement) -> String {
    let speaker = archive.speaker(statement);
    let name = speaker.map_or(messages::SPEAKER_UNKNOWN, |speaker| speaker.name.as_str());
    let said = archive.quotations(statement).next().unwrap_or_default();
    let words: Vec<&str> = said.split_whitespace().collect();
    let first = &words[..words.len().min(TITLE_WORDS)];
    messages::said(name, &first.join(" "), first.len() < words.len())
}

/// Few words are set larger and many smaller: these are the numbers of bytes from which they are.
fn length(statement: &Statement) -> &'static str {
    let length: u32 = statement.said.quotations.iter().map(|q| q.span.end - q.span.start).sum();
    match length {
        0..120 => "short",
        120..320 => "middling",
        _ => "long",
    }
}

fn back(app: &AppState) -> Html {
    match &app.state.explored {
        Some(query) => link("", query.href(), text(messages::BACK_TO_RESULTS)),
        None => link("", Route::Explorer.href(), text(messages::ALL_STATEMENTS)),
    }
}

/// What the marks within the words mean, where there are any.
fn notes(statement: &Statement) -> Html {
    let cut = (statement.said.quotations.len() > 1).then_some(messages::CUT_NOTE);
    let inserted = (!statement.said.insertions.is_empty()).then_some(messages::INSERTED_NOTE);
    let reported = (statement.said.kind == Kind::Indirect).then_some(messages::REPORTED_NOTE);
    reported.into_iter().chain(cut).chain(inserted).map(|note| paragraph("note", text(note))).collect()
}

fn known_facts(archive: &Archive, statement: &Statement) -> Html {
    let article = archive.article(statement);
    let said = &statement.said;
    let mut rows = Vec::new();
    for (name, class, place) in [
        (messages::WHERE, "medium", said.medium),
        (messages::IN_WHAT_PLACE, "place", said.place),
        (messages::TO_WHOM, "addressee", said.addressee),
    ] {
        if let Some(place) = place {
            rows.push((name, span(class, text(place.of(&article.text).to_owned()))));
        }
    }
    if let Some(day) = day::said_on(archive, statement) {
        rows.push((messages::WHEN, day));
    }
    let kind = span("kind", text(messages::kind(said.kind)));
    let explained = span("explained", text(messages::kind_explained(said.kind)));
    rows.push((messages::HOW, all([kind, explained])));
    let source = article.source.as_ref().map(|source| text([", ", source].concat()));
    let printed = span("explained", all([source.unwrap_or_default(), text(", "), day::published(article)]));
    rows.push((messages::PRINTED_IN, all([to_article("title", article), printed])));
    facts(rows)
}

/// What else the speaker said: a few statements, and the way to all.
fn others(edition: &Edition, index: u32) -> Html {
    let Some(speaker) = edition.statement(index).said.speaker else {
        return Html::default();
    };
    let mut others = edition.said_by(speaker);
    others.retain(|other| *other != index);
    if others.is_empty() {
        return Html::default();
    }
    others.truncate(OTHERS);
    let speaker = &edition.archive.speakers[speaker as usize];
    html! {
        <section class="others" aria-labelledby="others-title">
            {heading("others-title", all([text(messages::OTHERS), to_speaker("", speaker)]))}
            {lines(edition, others)}
        </section>
    }
}

fn in_context(archive: &Archive, statement: &Statement, app: &AppState) -> Html {
    let article = archive.article(statement);
    let lang = article.language.clone();
    let place = article_place(article, &statement.id);
    html! {
        <section class="in-context" aria-labelledby="context-title">
            {heading("context-title", text(messages::CONTEXT))}
            <div class="context" {lang} dir="auto">{context(archive, statement, app.state.widened, &app.callback().reform(Action::Widened))}</div>
            {paragraph("", link("to-article", place, text(messages::TO_ARTICLE)))}
        </section>
    }
}
