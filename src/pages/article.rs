//! One article: what is known about it, its text with every statement marked, and the people it names.

use std::rc::Rc;

use verbatim_archive::{Article as Printed, Speaker};
use yew::prelude::*;

use super::Nowhere;
use crate::{
    edition::{Edition, printed},
    hooks::use_title,
    messages,
    query::{Facet, Query},
    views::{
        context::story,
        day,
        facts::{facts, known},
        link::to_speaker,
    },
};

/// Which article.
#[derive(Properties, PartialEq)]
pub struct ArticleProps {
    /// The edition.
    pub edition: Rc<Edition>,
    /// The article's slug.
    pub slug: AttrValue,
    /// The id of the statement that the address points at, or nothing.
    pub target: AttrValue,
}

/// The page of the article with this slug.
#[component]
pub fn Article(props: &ArticleProps) -> Html {
    match props.edition.article(&props.slug) {
        Some((index, article)) => html! {
            <>
                <Title title={article.title.clone()} />
                {page(&props.edition, index, article, &props.target)}
            </>
        },
        None => html! {
            <Nowhere title={messages::NO_ARTICLE_HERE} lead={messages::NO_PAGE_LEAD} />
        },
    }
}

#[derive(Properties, PartialEq)]
struct TitleProps {
    title: AttrValue,
}

#[component]
fn Title(props: &TitleProps) -> Html {
    use_title(props.title.clone());
    Html::default()
}

fn page(edition: &Edition, index: u32, article: &Printed, target: &str) -> Html {
    let statements: Vec<_> = edition.statements_in(index).collect();
    let caption = article.photo.as_ref().and_then(|photo| photo.caption);
    let lang = article.language.clone();
    let explore = Query::only(Facet::Article, &article.slug.clone().into()).href();
    html! {
        <main id="main" tabindex="-1" data-page="article" class="article">
            <article>
                <header>
                    <h1 tabindex="-1" lang={lang.clone()}>{article.title.clone()}</h1>
                    if article.title_is_ours {
                        <p class="note">{messages::TITLE_IS_OURS}</p>
                    }
                    {about(article)}
                </header>
                {figure(article)}
                <div class="article-text" {lang} dir="auto">
                    {story(&article.text, caption, &statements, target)}
                </div>
            </article>
            <aside aria-labelledby="people-title">
                <h2 id="people-title">{messages::PEOPLE}</h2>
                {people(edition, index)}
                <p><a class="onward" href={explore}>{messages::EXPLORE_ARTICLE}</a></p>
            </aside>
        </main>
    }
}

fn about(article: &Printed) -> Html {
    let address = article.url.as_ref().map(|url| {
        let href = web_address(url);
        html! { <a {href} rel="noopener">{url.clone()}</a> }
    });
    facts([
        (messages::SOURCE, known(article.source.as_ref())),
        (messages::AUTHOR, known(article.author.as_ref())),
        (messages::PUBLISHED, day::published(article)),
        (messages::LANGUAGE, known(article.language.as_ref())),
        (messages::ADDRESS, address.unwrap_or_else(|| known(None))),
        (messages::LICENCE, known(article.licence.as_ref())),
    ])
}

/// An address that may be linked to: front matter is somebody else's text, and could name a script.
fn web_address(url: &str) -> Option<String> {
    let safe = url.starts_with("https://") || url.starts_with("http://");
    safe.then(|| url.to_owned())
}

fn figure(article: &Printed) -> Html {
    let Some(photo) = &article.photo else {
        return Html::default();
    };
    let caption = photo.caption.map(|caption| caption.of(&article.text));
    let repeated = |credit: &&String| caption.is_some_and(|caption| caption.contains(credit.as_str()));
    let credit = photo.credit.as_ref().filter(|credit| !repeated(credit));
    html! {
        <figure>
            <figcaption aria-label={messages::CAPTION}>
                if let Some(caption) = caption {
                    <span class="caption">{caption.to_owned()}</span>
                }
                if let Some(credit) = credit {
                    {" "}
                    <span class="credit">{messages::PHOTO_BY}{" "}{credit.clone()}</span>
                }
            </figcaption>
        </figure>
    }
}

/// Everybody whom the article names, with the roles it prints for them.
fn people(edition: &Edition, article: u32) -> Html {
    let speakers = edition.archive.speakers.iter().enumerate();
    let named = speakers.filter(|(_, speaker)| speaker.mentions.iter().any(|m| m.article == article));
    html! {
        <ul class="people">
            for (index, speaker) in named {
                {person(edition, article, index as u32, speaker)}
            }
        </ul>
    }
}

fn person(edition: &Edition, article: u32, index: u32, speaker: &Speaker) -> Html {
    let said = edition.statements_in(article).filter(|s| s.said.speaker == Some(index)).count();
    let roles = speaker.roles.iter().filter(|role| role.article == article);
    let roles = printed(&edition.archive, roles);
    html! {
        <li key={index}>
            {to_speaker("name", &speaker.slug, &speaker.name)}
            for role in &roles {
                {" "}
                <span class="role">{role.clone()}</span>
            }
            if roles.is_empty() {
                {" "}
                <span class="role not-known">{messages::NO_ROLE}</span>
            }
            {" "}
            <span class="said">
                if said > 0 {
                    {messages::count(said)}
                } else {
                    {messages::NOT_QUOTED}
                }
            </span>
        </li>
    }
}
