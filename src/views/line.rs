//! One statement in a list: the words first, then who, where, when and in which article.

use verbatim_archive::{Archive, Statement};
use verbatim_extract::{Kind, Span};
use yew::prelude::*;

use super::{
    day, link,
    marked::{marked, marked_whole},
    words::words,
};
use crate::{
    edition::{Edition, Marks},
    messages, passages,
    route::Route,
};

/// A statement as an item of a list. `marks` are what was sought; `current` is where the keyboard is.
pub fn line(edition: &Edition, index: u32, marks: &Marks, current: bool) -> Html {
    let archive = &edition.archive;
    let statement = edition.statement(index);
    let article = archive.article(statement);
    let lang = article.language.clone().map(AttrValue::from);
    html! {
        <li
            key={index}
            class="line"
            data-statement={index.to_string()}
            aria-current={current.then_some("true")}
        >
            <a class="words" href={Route::statement(statement).href()} lang={lang.clone()} dir="auto">
                {words(archive, statement, &marks.words)}
            </a>
            if statement.said.kind == Kind::Partial {
                <p class="sentence" {lang} dir="auto">{sentence(archive, statement)}</p>
            }
            <p class="by">{by(archive, statement, marks)}</p>
            <p class="source-line">{source_line(archive, statement, marks)}</p>
        </li>
    }
}

/// The sentence that a quoted fragment stands in.
fn sentence(archive: &Archive, statement: &Statement) -> Html {
    let text = &archive.article(statement).text;
    let Some(quotation) = statement.said.quotations.first() else {
        return Html::default();
    };
    let around = passages::sentence_around(text, quotation.span);
    html! {
        <>
            if around.begins_late {
                {"… "}
            }
            {around.before.to_owned()}
            <span class="fragment">{quotation.span.of(text).to_owned()}</span>
            {around.after.to_owned()}
            if around.ends_early {
                {" …"}
            }
        </>
    }
}

/// Who said it, and in what role.
pub fn by(archive: &Archive, statement: &Statement, marks: &Marks) -> Html {
    let Some(speaker) = archive.speaker(statement) else {
        return html! { <span class="speaker not-known">{messages::SPEAKER_UNKNOWN}</span> };
    };
    let tied = speaker.tied_to.map(|tied| &archive.speakers[tied as usize]);
    html! {
        <>
            {link::to_speaker("speaker", &speaker.slug, marked_whole(&speaker.name, &marks.speaker))}
            if let Some(role) = statement.said.role {
                {" "}
                <span class="role">{printed(archive, statement, role, &marks.role)}</span>
            }
            if let Some(tied) = tied {
                {" "}
                <span class="tied">{messages::tied_to(&tied.name)}</span>
            }
        </>
    }
}

fn source_line(archive: &Archive, statement: &Statement, marks: &Marks) -> Html {
    let article = archive.article(statement);
    let medium = statement.said.medium.map(|medium| {
        html! { <span class="medium">{printed(archive, statement, medium, &marks.medium)}</span> }
    });
    let title = link::to_article("title", &article.slug, marked_whole(&article.title, &marks.title));
    let source = article.source.clone().map(|source| html! { <span class="publication">{source}</span> });
    let parts = [medium, day::said_on(archive, statement), Some(title), source];
    html! {
        for part in parts.into_iter().flatten() {
            <span class="part">{part}</span>
        }
    }
}

/// Words of the statement's article, with matches marked.
fn printed(archive: &Archive, statement: &Statement, span: Span, marks: &[Span]) -> Html {
    marked(&archive.article(statement).text, span, marks, &[])
}
