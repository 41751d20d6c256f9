//! A person or body: every name and role as printed, what it said, and whom it speaks for.

use std::rc::Rc;

use verbatim_archive::{Archive, Speaker as Person};
use yew::prelude::*;

use super::Nowhere;
use crate::{
    edition::{Edition, Marks, printed},
    hooks::use_title,
    messages,
    query::{Facet, Query},
    views::{
        facts::facts,
        line::line,
        link::{to_article, to_speaker},
    },
};

/// Which speaker.
#[derive(Properties, PartialEq)]
pub struct SpeakerProps {
    /// The edition.
    pub edition: Rc<Edition>,
    /// The speaker's slug.
    pub slug: AttrValue,
}

/// The page of the speaker with this slug, quoted or only named.
#[component]
pub fn Speaker(props: &SpeakerProps) -> Html {
    match props.edition.speaker(&props.slug) {
        Some((index, _)) => html! { <Known edition={props.edition.clone()} {index} /> },
        None => html! {
            <Nowhere title={messages::NO_SPEAKER_HERE} lead={messages::NO_PAGE_LEAD} />
        },
    }
}

#[derive(Properties, PartialEq)]
struct KnownProps {
    edition: Rc<Edition>,
    index: u32,
}

#[component]
fn Known(props: &KnownProps) -> Html {
    let edition = &props.edition;
    let archive = &edition.archive;
    let speaker = &archive.speakers[props.index as usize];
    use_title(speaker.name.clone().into());
    html! {
        <main id="main" tabindex="-1" data-page="speaker" class="person">
            <header>
                <h1 tabindex="-1">{speaker.name.clone()}</h1>
                <p class="sort">{messages::speaker_kind(speaker.kind)}</p>
                {known_facts(archive, speaker, props.index)}
            </header>
            {statements(edition, speaker, props.index)}
        </main>
    }
}

fn known_facts(archive: &Archive, speaker: &Person, index: u32) -> Html {
    let roles = printed(archive, &speaker.roles);
    let roles = if roles.is_empty() { vec![messages::NO_ROLE.into()] } else { roles };
    let tied: Vec<_> = speaker.tied_to.iter().map(|tied| &archive.speakers[*tied as usize]).collect();
    let tied_here = archive.speakers.iter().filter(|other| other.tied_to == Some(index));
    let tied_here: Vec<_> = tied_here.collect();
    let rows = [
        Some((messages::NAMES, list(printed(archive, &speaker.mentions).into_iter().map(Html::from)))),
        Some((messages::ROLES, list(roles.into_iter().map(Html::from)))),
        (!tied.is_empty()).then(|| (messages::TIED, people(&tied))),
        (!tied_here.is_empty()).then(|| (messages::OFFICES, people(&tied_here))),
        Some((messages::NAMED_IN, articles(archive, speaker))),
    ];
    facts(rows.into_iter().flatten())
}

fn list(items: impl Iterator<Item = Html>) -> Html {
    html! {
        <ul class="values">
            for item in items {
                <li>{item}</li>
            }
        </ul>
    }
}

fn people(people: &[&Person]) -> Html {
    list(people.iter().map(|person| to_speaker("", &person.slug, &person.name)))
}

fn articles(archive: &Archive, speaker: &Person) -> Html {
    let mut articles: Vec<u32> = speaker.mentions.iter().map(|mention| mention.article).collect();
    articles.dedup();
    list(articles.into_iter().map(|index| {
        let article = &archive.articles[index as usize];
        to_article("", &article.slug, &article.title)
    }))
}

fn statements(edition: &Edition, speaker: &Person, index: u32) -> Html {
    let all = edition.archive.statements.iter().enumerate();
    let said: Vec<_> = all.filter(|(_, statement)| statement.said.speaker == Some(index)).collect();
    if said.is_empty() {
        return html! { <p class="lead">{messages::NO_STATEMENT}</p> };
    }
    let explore = Query::only(Facet::Speaker, &speaker.slug.clone().into()).href();
    html! {
        <section aria-labelledby="said-title">
            <h2 id="said-title">{messages::count(said.len())}</h2>
            <ol class="lines">
                for (statement, _) in said {
                    {line(edition, statement as u32, &Marks::default(), false)}
                }
            </ol>
            <p><a class="onward" href={explore}>{messages::EXPLORE_SPEAKER}</a></p>
        </section>
    }
}
