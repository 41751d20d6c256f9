//! A person or body: every name as printed, every role with when and where, what it said, and whom it is tied to.

use verbatim_archive::{Archive, Speaker};
use yew::prelude::*;

use super::{Page, nowhere};
use crate::{
    edition::{Edition, printed, slug},
    messages,
    query::{Facet, Query},
    route::Route,
    speaking::naming,
    views::{
        day,
        facts::{facts, values},
        line::lines,
        link::{to_article, to_speaker},
        text::{all, heading, link, number, paragraph, span, text},
    },
};

/// How many of the articles that print a role are named beside it: the first ones.
const PRINTINGS: usize = 3;

/// The page of the speaker with this slug, quoted or only named.
pub fn speaker(edition: &Edition, slug: &str) -> Page {
    let Some((index, speaker)) = edition.speaker(slug) else {
        return nowhere(messages::NO_SPEAKER_HERE, messages::NO_PAGE_LEAD);
    };
    let body = html! {
        <main id="main" tabindex="-1" data-page="speaker" class="person">
            <header>
                <h1 tabindex="-1">{text(speaker.name.clone())}</h1>
                {paragraph("sort", text(messages::speaker_kind(speaker.kind)))}
                {known_facts(edition, speaker, index)}
            </header>
            {statements(edition, speaker, index)}
            {spoken_of(edition, index)}
        </main>
    };
    Page { title: speaker.name.clone().into(), body }
}

fn known_facts(edition: &Edition, speaker: &Speaker, index: u32) -> Html {
    let archive = &edition.archive;
    let names = printed(archive, &speaker.mentions).into_iter().map(text).collect();
    let roles = printed(archive, &speaker.roles).into_iter();
    let mut roles: Vec<Html> = roles.map(|role| held(edition, speaker, &role)).collect();
    if roles.is_empty() {
        roles.push(text(messages::NO_ROLE));
    }
    let people = archive.speakers.iter();
    let to_person = |person: &Speaker| to_speaker("", person);
    let tied = speaker.tied_to.map(|tied| to_person(&archive.speakers[tied as usize]));
    let offices = people.filter(|other| other.tied_to == Some(index)).map(to_person);
    let mut rows = vec![(messages::NAMES, values(names)), (messages::ROLES, values(roles))];
    for (name, links) in
        [(messages::TIED, tied.into_iter().collect()), (messages::OFFICES, offices.collect())]
    {
        let links: Vec<Html> = links;
        if !links.is_empty() {
            rows.push((name, values(links)));
        }
    }
    rows.push((messages::NAMED_IN, values(articles(archive, speaker))));
    facts(rows)
}

/// A role, with the days and the articles that print it so. It leads to its page where something was said in it.
fn held(edition: &Edition, speaker: &Speaker, role: &AttrValue) -> Html {
    let archive = &edition.archive;
    let address = slug(role);
    let name = match edition.choice(Facet::Role, &address) {
        Some(_) => link("", Route::Role { slug: address.to_string() }.href(), text(role.clone())),
        None => text(role.clone()),
    };
    let printings = speaker.roles.iter().filter(|printing| archive.words(**printing) == role.as_str());
    let mut articles: Vec<u32> = printings.map(|printing| printing.article).collect();
    articles.dedup();
    let more = articles.len().saturating_sub(PRINTINGS);
    articles.truncate(PRINTINGS);
    let places = articles.into_iter().map(|article| {
        let article = &archive.articles[article as usize];
        span("printing", all([day::published(article), text(", "), to_article("", article)]))
    });
    let more = (more > 0).then(|| span("printing", number(messages::more_articles(more))));
    all([name, places.chain(more).collect()])
}

/// Links to the articles that name a speaker.
fn articles(archive: &Archive, speaker: &Speaker) -> Vec<Html> {
    let mut articles: Vec<u32> = speaker.mentions.iter().map(|mention| mention.article).collect();
    articles.dedup();
    articles.into_iter().map(|index| to_article("", &archive.articles[index as usize])).collect()
}

fn statements(edition: &Edition, speaker: &Speaker, index: u32) -> Html {
    let said = edition.said_by(index);
    if said.is_empty() {
        return paragraph("lead", text(messages::NO_STATEMENT));
    }
    let explore = Query::only(Facet::Speaker, &speaker.slug.clone().into()).href();
    let count = messages::count(said.len());
    html! {
        <section aria-labelledby="said-title">
            {heading("said-title", number(count))}
            {lines(edition, said)}
            {paragraph("", link("onward", explore, text(messages::EXPLORE_SPEAKER)))}
        </section>
    }
}

/// What others say of a speaker.
fn spoken_of(edition: &Edition, index: u32) -> Html {
    let naming = naming(edition, index);
    if naming.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="of-title">
            {heading("of-title", number(messages::spoken_of(naming.len())))}
            {lines(edition, naming)}
        </section>
    }
}
