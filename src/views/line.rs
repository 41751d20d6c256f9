//! One statement in a list: the words first, then who, where, when and in which article.

use verbatim_archive::{Archive, Speaker, Statement};
use verbatim_extract::{Kind, Span};
use yew::prelude::*;

use super::{
    day,
    link::{to_marked_article, to_marked_role, to_marked_speaker},
    marked::marked,
    text::{all, gap, heading, paragraph, span, text},
    words::words,
};
use crate::{
    edition::{Edition, Marks, kind_key},
    messages, passages,
    route::Route,
};

/// How many of the words found are told about.
const REASONS: usize = 4;

/// Where a statement stands in a list of which not all may be drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Spot {
    /// Its place in the list, from 0.
    pub place: usize,
    /// How many there are in the list.
    pub count: usize,
    /// The room for those left out before it, in CSS pixels.
    pub gap: u32,
    /// The name of the group that it is the first of.
    pub group: Option<AttrValue>,
    /// Of words that are not quite as typed, which letters differ; empty until that is known.
    pub letters: Vec<(AttrValue, String)>,
}

/// A statement as an item of a list. `marks` are what was sought; `current` is where the keyboard is.
pub fn line(edition: &Edition, index: u32, marks: &Marks, current: bool, spot: Option<Spot>) -> Html {
    let archive = &edition.archive;
    let statement = edition.statement(index);
    let lang = archive.article(statement).language.clone().map(AttrValue::from);
    html! {
        <li
            key={index}
            class="line"
            data-statement={index.to_string()}
            data-kind={kind_key(statement.said.kind)}
            aria-current={current.then_some("true")}
            aria-posinset={spot.as_ref().map(|spot| (spot.place + 1).to_string())}
            aria-setsize={spot.as_ref().map(|spot| spot.count.to_string())}
        >
            {gap(spot.as_ref().map_or(0, |spot| spot.gap))}
            {spot.as_ref().and_then(|spot| spot.group.clone()).map(|group| heading("", text(group))).unwrap_or_default()}
            <a class="words" href={Route::statement(statement).href()} lang={lang.clone()} dir="auto">
                {words(archive, statement, &marks.words)}
            </a>
            if statement.said.kind == Kind::Partial {
                <p class="sentence" {lang} dir="auto">{sentence(archive, statement)}</p>
            }
            {paragraph("by", by(archive, statement, marks))}
            {paragraph("source-line", source_line(archive, statement, marks))}
            {why(marks, spot.as_ref().map_or(&[], |spot| &spot.letters))}
        </li>
    }
}

/// How many statements a page beside the explorer lists: it draws them all at once, and leads on to the rest.
const LISTED: usize = 200;

/// Statements one after the other, with nothing sought in them.
pub fn lines(edition: &Edition, statements: Vec<u32>) -> Html {
    let lines =
        statements.into_iter().take(LISTED).map(|one| line(edition, one, &Marks::default(), false, None));
    html! { <ol class="lines">{lines.collect::<Html>()}</ol> }
}

/// Why it was found, where that is more than the words themselves. Each word is told of once, where it stands first.
fn why(marks: &Marks, letters: &[(AttrValue, String)]) -> Html {
    let mut told: Vec<&str> = Vec::new();
    let mut reasons: Vec<String> = Vec::new();
    for found in &marks.found {
        if told.contains(&found.words.as_str()) {
            continue;
        }
        told.push(&found.words);
        let differing =
            letters.iter().find(|(word, _)| *word == found.words).map_or("", |(_, letters)| letters);
        let notes = [messages::found_by(found.how), differing, messages::FIELDS[found.field]];
        let notes: Vec<&str> = notes.into_iter().filter(|note| !note.is_empty()).collect();
        if !notes.is_empty() && reasons.len() < REASONS {
            reasons.push([&messages::quoted(&found.words), " ", &notes.join(", ")].concat());
        }
    }
    if reasons.is_empty() {
        return Html::default();
    }
    paragraph("why", text(reasons.join(" · ")))
}

/// The sentence that a quoted fragment stands in.
fn sentence(archive: &Archive, statement: &Statement) -> Html {
    let article = &archive.article(statement).text;
    let Some(quotation) = statement.said.quotations.first() else {
        return Html::default();
    };
    let around = passages::sentence_around(article, quotation.span);
    let (lead, trail) = (around.begins_late, around.ends_early);
    all([
        text([if lead { "… " } else { "" }, around.before].concat()),
        span("fragment", text(quotation.span.of(article).to_owned())),
        text([around.after, if trail { " …" } else { "" }].concat()),
    ])
}

/// Who said it, and in what role.
pub fn by(archive: &Archive, statement: &Statement, marks: &Marks) -> Html {
    let Some(speaker) = archive.speaker(statement) else {
        return span("speaker not-known", text(messages::SPEAKER_UNKNOWN));
    };
    let article = &archive.article(statement).text;
    let role = statement.said.role.map(|role| to_marked_role(article, role, &marks.role));
    let parts = [Some(to_marked_speaker(speaker, &marks.speaker)), role, tied(archive, speaker)];
    parts.into_iter().flatten().map(|part| all([part, text(" ")])).collect()
}

/// Whom a speaker is tied to, and in what role that one is first printed.
pub fn tied(archive: &Archive, speaker: &Speaker) -> Option<Html> {
    let tied = &archive.speakers[speaker.tied_to? as usize];
    let role = tied.roles.first().map(|role| archive.words(*role));
    Some(span("tied", text(messages::tied_to(&tied.name, role))))
}

/// Where, when and in which article it was said.
pub fn source_line(archive: &Archive, statement: &Statement, marks: &Marks) -> Html {
    let article = archive.article(statement);
    let medium = statement.said.medium;
    let parts = [
        medium.map(|medium| printed("medium", archive, statement, medium, &marks.medium)),
        day::said_on(archive, statement),
        Some(to_marked_article(article, &marks.title)),
        article.source.clone().map(|source| span("publication", text(source))),
    ];
    parts.into_iter().flatten().map(|part| span("part", part)).collect()
}

/// Words of the statement's article, with matches marked.
fn printed(
    class: &'static str,
    archive: &Archive,
    statement: &Statement,
    place: Span,
    marks: &[Span],
) -> Html {
    span(class, marked(&archive.article(statement).text, place, marks, &[]))
}
