//! Articles' text, paragraph by paragraph, with statements marked where they stand.

use verbatim_archive::{Archive, Article, Statement};
use verbatim_extract::Span;
use yew::prelude::*;

use super::{
    link::to_speaker,
    marked::{marked, marked_whole},
    text::{self, all, link},
};
use crate::{messages, order::by_rank, passages, route::Route};

/// The paragraphs that a statement stands in, with its words marked, and as many as are `widened` before and behind
/// them. `widen` is told of which side the next is asked for.
pub fn context(
    archive: &Archive,
    statement: &Statement,
    widened: [usize; 2],
    widen: &Callback<usize>,
) -> Html {
    let article = &archive.article(statement).text;
    let spans: Vec<_> = statement.said.quotations.iter().map(|q| q.span).collect();
    let paragraphs: Vec<Span> = passages::paragraphs(article).collect();
    let stands_in = |paragraph: &Span| spans.iter().any(|span| passages::touches(*paragraph, *span));
    let first = paragraphs.iter().position(stands_in).unwrap_or(0);
    let last = paragraphs.iter().rposition(stands_in).map_or(0, |last| last + 1);
    let shown = first.saturating_sub(widened[0])..(last + widened[1]).min(paragraphs.len());
    let wider = |side: usize, more: bool, label: &'static str| {
        let onclick = widen.reform(move |_: MouseEvent| side);
        if more { text::paragraph("widen", text::quiet_button(label, onclick)) } else { Html::default() }
    };
    html! {
        <>
            {wider(0, shown.start > 0, messages::PARAGRAPH_BEFORE)}
            for paragraph in &paragraphs[shown.clone()] {
                <p>
                    {marked_whole(paragraph.of(article), &shifted(&spans, *paragraph))}
                </p>
            }
            {wider(1, shown.end < paragraphs.len(), messages::PARAGRAPH_BEHIND)}
        </>
    }
}

/// A quotation of an article, and the statement it belongs to.
#[derive(Clone, Copy)]
struct Place<'a> {
    span: Span,
    statement: &'a Statement,
    first: bool,
}

/// The story of an article, with every quotation of `statements` marked and led to its statement, and the speaker
/// named beside the first of each; the one whose id is `target` stands out, and so does what was `sought` in them. The
/// caption is left to its own place.
pub fn story(
    archive: &Archive,
    article: &Article,
    statements: &[&Statement],
    target: &str,
    sought: &[Span],
) -> Html {
    let places = places(statements);
    let caption = article.photo.as_ref().and_then(|photo| photo.caption);
    let shown = |paragraph: &Span| caption.is_none_or(|caption| !caption.contains(*paragraph));
    html! {
        for paragraph in passages::paragraphs(&article.text).filter(shown) {
            <p>
                {names(archive, &speakers(paragraph, &places))}
                {paragraph_with_places(&article.text, paragraph, &places, target, sought)}
            </p>
        }
    }
}

/// Of how many speakers of a paragraph names and words are tied to each other.
const TIED: usize = 4;

/// The speakers of the statements that stand in a paragraph, each once.
fn speakers(paragraph: Span, places: &[Place<'_>]) -> Vec<u32> {
    let mut speakers: Vec<u32> = Vec::new();
    for place in places.iter().filter(|place| passages::touches(place.span, paragraph)) {
        speakers.extend(place.statement.said.speaker.filter(|speaker| !speakers.contains(speaker)));
    }
    speakers
}

/// Which of the speakers of a paragraph somebody is, as its names and words tell it to the stylesheet.
fn voice(speakers: &[u32], speaker: Option<u32>) -> Option<AttrValue> {
    let voice = speakers.iter().position(|one| Some(*one) == speaker);
    voice.filter(|voice| *voice < TIED).map(|voice| voice.to_string().into())
}

/// The names of the speakers of a paragraph, for its margin.
fn names(archive: &Archive, speakers: &[u32]) -> Html {
    if speakers.is_empty() {
        return Html::default();
    }
    let name = |speaker: &u32| {
        let name = to_speaker("name", &archive.speakers[*speaker as usize]);
        html! { <span data-voice={voice(speakers, Some(*speaker))}>{all([name, text::text(" ")])}</span> }
    };
    text::span("who", speakers.iter().map(name).collect())
}

fn places<'a>(statements: &[&'a Statement]) -> Vec<Place<'a>> {
    let places: Vec<_> = statements
        .iter()
        .flat_map(|statement| {
            let quotations = statement.said.quotations.iter().enumerate();
            quotations.map(move |(nth, quotation)| Place { span: quotation.span, statement, first: nth == 0 })
        })
        .collect();
    let order = by_rank(places.iter().map(|place| place.span.start.into()));
    order.into_iter().map(|place| places[place as usize]).collect()
}

fn paragraph_with_places(
    text: &str,
    paragraph: Span,
    places: &[Place<'_>],
    target: &str,
    sought: &[Span],
) -> Html {
    let speakers = speakers(paragraph, places);
    let mut at = paragraph.start;
    let mut nodes: Vec<Html> = Vec::new();
    for place in places.iter().filter(|place| passages::touches(place.span, paragraph)) {
        let start = place.span.start.max(at);
        let end = place.span.end.min(paragraph.end);
        if start >= end {
            continue;
        }
        nodes.push(plain(text, at, start));
        let words = marked(text, Span { start, end }, sought, &[]);
        let voice = voice(&speakers, place.statement.said.speaker);
        nodes.push(quotation(place, words, start == place.span.start, target, voice));
        at = end;
    }
    nodes.push(plain(text, at, paragraph.end));
    nodes.into_iter().collect()
}

fn plain(text: &str, start: u32, end: u32) -> Html {
    text::text(Span { start, end }.of(text).to_owned())
}

fn quotation(place: &Place<'_>, words: Html, begins: bool, target: &str, voice: Option<AttrValue>) -> Html {
    let id = AttrValue::from(place.statement.id.clone());
    let anchor = (place.first && begins).then(|| id.clone());
    let current = (id == target).then_some("true");
    let href = Route::statement(place.statement).href();
    html! {
        <mark id={anchor} aria-current={current} data-id={id} data-voice={voice}>{link("", href, words)}</mark>
    }
}

/// The spans as they lie in `paragraph`, cut to it.
fn shifted(spans: &[Span], paragraph: Span) -> Vec<Span> {
    let inside = spans.iter().filter(|span| passages::touches(**span, paragraph));
    inside
        .map(|span| Span {
            start: span.start.saturating_sub(paragraph.start),
            end: span.end.min(paragraph.end) - paragraph.start,
        })
        .collect()
}
