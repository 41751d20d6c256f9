//! The edition: how much it holds, from when, from where, and under what terms.

use verbatim_archive::{Archive, Article};
use yew::prelude::*;

use super::Page;
use crate::{
    messages,
    views::{
        day,
        facts::facts,
        link::to_article,
        text::{heading, paragraph, text},
    },
};

/// The page about the edition.
pub fn about(archive: &Archive) -> Page {
    let body = html! {
        <main id="main" tabindex="-1" data-page="about" class="about">
            <h1 tabindex="-1">{messages::ABOUT_TITLE}</h1>
            {paragraph("lead", text(messages::ABOUT_LEAD))}
            {counts(archive)}
            {heading("", text(messages::ARTICLES))}
            <ul class="articles">{archive.articles.iter().map(entry).collect::<Html>()}</ul>
        </main>
    };
    Page { title: messages::ABOUT_TITLE.into(), body }
}

fn entry(article: &Article) -> Html {
    html! {
        <li key={article.slug.clone()}>
            {to_article("title", article)}
            {day::published(article)}
        </li>
    }
}

fn counts(archive: &Archive) -> Html {
    let quoted = |speaker: &u32| archive.statements.iter().any(|s| s.said.speaker == Some(*speaker));
    let quoted = (0..archive.speakers.len() as u32).filter(quoted).count();
    let number = |count: usize| text(messages::number(count));
    facts(vec![
        (messages::STATEMENTS, number(archive.statements.len())),
        (messages::SPEAKERS_QUOTED, number(quoted)),
        (messages::PEOPLE_NAMED, number(archive.speakers.len())),
        (messages::ARTICLES, number(archive.articles.len())),
        (messages::DAYS, text(days(archive))),
        (messages::SOURCES, text(distinct(archive, |article| article.source.as_deref()))),
        (messages::LICENCES, text(distinct(archive, |article| article.licence.as_deref()))),
    ])
}

/// From the first day on which something was said or printed to the last.
fn days(archive: &Archive) -> String {
    let said = archive.statements.iter().filter_map(|s| s.said.said_on?.day);
    let printed = archive.articles.iter().filter_map(|article| Some(article.published?.day));
    let ends = said.chain(printed).fold(None, |ends, day| match ends {
        None => Some((day, day)),
        Some((first, last)) => Some((day.min(first), day.max(last))),
    });
    ends.map_or_else(|| messages::UNKNOWN.to_owned(), |(first, last)| messages::days(first, last))
}

/// What the articles have of something, each once; that it is unknown where one has none.
fn distinct<'a>(archive: &'a Archive, part: fn(&'a Article) -> Option<&'a str>) -> String {
    let mut distinct: Vec<&str> = Vec::new();
    for article in &archive.articles {
        let part = part(article).unwrap_or(messages::UNKNOWN);
        if !distinct.contains(&part) {
            distinct.push(part);
        }
    }
    distinct.join("; ")
}
