//! The edition: how much it holds, from when, from where, and under what terms.

use verbatim_archive::{Archive, Article};
use yew::prelude::*;

use super::Page;
use crate::{
    edition::Edition,
    messages,
    views::{
        day,
        facts::facts,
        link::to_article,
        text::{heading, number, paragraph, span, text},
    },
};

/// The page about the edition.
pub fn about(edition: &Edition) -> Page {
    let archive = &edition.archive;
    let body = html! {
        <main id="main" tabindex="-1" data-page="about" class="about">
            <h1 tabindex="-1">{messages::ABOUT_TITLE}</h1>
            {paragraph("lead", text(messages::ABOUT_LEAD))}
            {counts(edition)}
            {paragraph("note", text(messages::ACCURACY_NOTE))}
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

fn counts(edition: &Edition) -> Html {
    let archive = &edition.archive;
    let quoted = |speaker: &u32| archive.statements.iter().any(|s| s.said.speaker == Some(*speaker));
    let quoted = (0..archive.speakers.len() as u32).filter(quoted).count();
    let count = |count: usize| number(messages::number(count));
    facts(vec![
        (messages::STATEMENTS, count(archive.statements.len())),
        (messages::SPEAKERS_QUOTED, count(quoted)),
        (messages::PEOPLE_NAMED, count(archive.speakers.len())),
        (messages::ARTICLES, count(archive.articles.len())),
        (messages::DAYS, days(archive)),
        (messages::SOURCES, text(distinct(archive, |article| article.source.as_deref()))),
        (messages::LICENCES, text(distinct(archive, |article| article.licence.as_deref()))),
        (messages::SIZE, number(messages::size(edition.size))),
        (messages::FINGERPRINT, span("fingerprint", text(format!("{:016x}", edition.fingerprint)))),
        (messages::ACCURACY, number(accuracy(archive))),
    ])
}

/// How many of the statements that have a speaker may be expected to have the right one: the mean of what their receipts
/// say, which are shares measured on articles marked by people.
fn accuracy(archive: &Archive) -> String {
    let attributed = archive.statements.iter().filter(|statement| statement.said.speaker.is_some());
    let shares: Vec<u32> = attributed.map(|one| u32::from(one.said.receipt.confidence)).collect();
    match shares.len() as u32 {
        0 => messages::UNKNOWN.to_owned(),
        count => messages::accuracy((shares.iter().sum::<u32>() + count / 2) / count),
    }
}

/// From the first day on which something was said or printed to the last.
fn days(archive: &Archive) -> Html {
    let said = archive.statements.iter().filter_map(|s| s.said.said_on?.day);
    let printed = archive.articles.iter().filter_map(|article| Some(article.published?.day));
    let ends = said.chain(printed).fold(None, |ends, day| match ends {
        None => Some((day, day)),
        Some((first, last)) => Some((day.min(first), day.max(last))),
    });
    ends.map_or_else(|| text(messages::UNKNOWN), |(first, last)| day::between(first, last))
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
