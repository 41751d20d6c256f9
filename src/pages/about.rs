//! The edition: how much it holds, from when, from where, and under what terms.

use std::{collections::BTreeSet, rc::Rc};

use verbatim_archive::{Archive, Article};
use verbatim_extract::Day;
use yew::prelude::*;

use crate::{
    edition::Edition,
    hooks::use_title,
    messages,
    views::{day, facts::facts, link::to_article},
};

/// Which edition.
#[derive(Properties, PartialEq)]
pub struct AboutProps {
    /// The edition.
    pub edition: Rc<Edition>,
}

/// The page about the edition.
#[component]
pub fn About(props: &AboutProps) -> Html {
    use_title(messages::ABOUT_TITLE.into());
    let archive = &props.edition.archive;
    html! {
        <main id="main" tabindex="-1" data-page="about" class="about">
            <h1 tabindex="-1">{messages::ABOUT_TITLE}</h1>
            <p class="lead">{messages::ABOUT_LEAD}</p>
            {counts(archive)}
            <h2>{messages::ARTICLES}</h2>
            <ul class="articles">
                for article in &archive.articles {
                    <li key={article.slug.clone()}>
                        {to_article("title", &article.slug, &article.title)}
                        {" "}
                        {day::published(article)}
                    </li>
                }
            </ul>
        </main>
    }
}

fn counts(archive: &Archive) -> Html {
    let quoted: BTreeSet<u32> = archive.statements.iter().filter_map(|s| s.said.speaker).collect();
    let number = |count: usize| html! { {count} };
    facts([
        (messages::STATEMENTS, number(archive.statements.len())),
        (messages::SPEAKERS_QUOTED, number(quoted.len())),
        (messages::PEOPLE_NAMED, number(archive.speakers.len())),
        (messages::ARTICLES, number(archive.articles.len())),
        (messages::DAYS, html! { {days(archive)} }),
        (messages::SOURCES, html! { {distinct(archive, |article| article.source.as_deref())} }),
        (messages::LICENCES, html! { {distinct(archive, |article| article.licence.as_deref())} }),
    ])
}

/// From the first day on which something was said or printed to the last.
fn days(archive: &Archive) -> String {
    let said = archive.statements.iter().filter_map(|s| s.said.said_on?.day);
    let printed = archive.articles.iter().filter_map(|article| Some(article.published?.day));
    let days: BTreeSet<Day> = said.chain(printed).collect();
    match (days.first(), days.last()) {
        (Some(first), Some(last)) => messages::days(*first, *last),
        _ => messages::UNKNOWN.to_owned(),
    }
}

/// What the articles have of something, each once; that it is unknown where one has none.
fn distinct<'a>(archive: &'a Archive, part: fn(&'a Article) -> Option<&'a str>) -> String {
    let all = archive.articles.iter().map(|article| part(article).unwrap_or(messages::UNKNOWN));
    let all: BTreeSet<&str> = all.collect();
    all.into_iter().collect::<Vec<_>>().join("; ")
}
