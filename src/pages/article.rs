//! One article: what is known about it, its text with every statement marked, and the people it names.

use verbatim_archive::{Article, Speaker};
use yew::prelude::*;

use super::{Page, nowhere};
use crate::{
    edition::{Edition, printed},
    messages,
    query::{Facet, Query},
    views::{
        context::story,
        day,
        facts::{facts, known},
        line::tied,
        link::to_speaker,
        stories::figure,
        text::{all, heading, link, number, paragraph, span, text},
    },
};

/// The page of the article with this slug; the statement with the id `target` stands out.
pub fn article(edition: &Edition, slug: &str, target: &str) -> Page {
    let Some((index, article)) = edition.article(slug) else {
        return nowhere(messages::NO_ARTICLE_HERE, messages::NO_PAGE_LEAD);
    };
    let statements: Vec<_> = edition.statements_in(index).iter().collect();
    let lang = article.language.clone().map(AttrValue::from);
    let explore = Query::only(Facet::Article, &article.slug.clone().into()).href();
    let body = html! {
        <main id="main" tabindex="-1" data-page="article" class="article">
            <article>
                <header>
                    <h1 tabindex="-1" lang={lang.clone()}>{text(article.title.clone())}</h1>
                    if article.title_is_ours {
                        {paragraph("note", text(messages::TITLE_IS_OURS))}
                    }
                    {about(article)}
                </header>
                {figure(article)}
                <div class="article-text" {lang} dir="auto">
                    {story(&edition.archive, article, &statements, target, &[])}
                </div>
            </article>
            <aside aria-labelledby="people-title">
                {heading("people-title", text(messages::PEOPLE))}
                {people(edition, index)}
                {paragraph("", link("onward", explore, text(messages::EXPLORE_ARTICLE)))}
            </aside>
        </main>
    };
    Page { title: article.title.clone().into(), body }
}

fn about(article: &Article) -> Html {
    let address = match &article.url {
        Some(url) if may_be_linked(url) => link("", url.clone(), text(url.clone())),
        url => known(url.as_ref()),
    };
    let clock = article.minute.map(|minute| all([text(", "), day::clock(minute)]));
    facts(vec![
        (messages::SOURCE, known(article.source.as_ref())),
        (messages::AUTHOR, known(article.author.as_ref())),
        (messages::PUBLISHED, all([day::published(article), clock.unwrap_or_default()])),
        (messages::LANGUAGE, known(article.language.as_ref())),
        (messages::ADDRESS, address),
        (messages::LICENCE, known(article.licence.as_ref())),
    ])
}

/// Whether an address may be linked to: front matter is somebody else's text, and could name a script.
fn may_be_linked(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// Everybody whom the article names, with the roles it prints for them.
fn people(edition: &Edition, article: u32) -> Html {
    let speakers = edition.archive.speakers.iter().zip(0..);
    let named = speakers.filter(|(speaker, _)| speaker.mentions.iter().any(|m| m.article == article));
    let people = named.map(|(speaker, index)| person(edition, article, index, speaker));
    html! { <ul class="people">{people.collect::<Html>()}</ul> }
}

fn person(edition: &Edition, article: u32, index: u32, speaker: &Speaker) -> Html {
    let statements = edition.statements_in(article).iter();
    let said = statements.filter(|statement| statement.said.speaker == Some(index)).count();
    let roles = speaker.roles.iter().filter(|role| role.article == article);
    let mut roles: Vec<Html> =
        printed(&edition.archive, roles).into_iter().map(|role| span("role", text(role))).collect();
    if roles.is_empty() {
        let no_role = || span("role not-known", text(messages::NO_ROLE));
        roles.push(tied(&edition.archive, speaker).unwrap_or_else(no_role));
    }
    let said = if said > 0 { number(messages::count(said)) } else { text(messages::NOT_QUOTED) };
    html! {
        <li key={index}>
            {to_speaker("name", speaker)}
            {roles.into_iter().collect::<Html>()}
            {span("said", said)}
        </li>
    }
}
