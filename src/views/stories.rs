//! What was found, in place: each article's text with the statements marked in it.

use verbatim_archive::{Article, Statement};
use yew::prelude::*;

use super::{
    context::story,
    day,
    link::to_article,
    text::{all, span, text},
};
use crate::{edition::Edition, messages, telling::Story};

/// Articles in which something was found.
pub fn stories(edition: &Edition, stories: &[Story]) -> Html {
    stories.iter().map(|story| one_story(edition, story)).collect()
}

fn one_story(edition: &Edition, told: &Story) -> Html {
    let index = told.article;
    let article = &edition.archive.articles[index as usize];
    let found: Vec<&Statement> = told.statements.iter().map(|one| edition.statement(*one)).collect();
    let lang = article.language.clone();
    html! {
        <article key={index} class="story">
            <h2>{to_article("title", article)}</h2>
            {span("day", day::published(article))}
            {figure(article)}
            <div class="article-text" {lang} dir="auto">
                {story(&edition.archive, article, &found, "", &told.sought)}
            </div>
        </article>
    }
}

/// The caption of an article's photo, and who took it.
pub fn figure(article: &Article) -> Html {
    let Some(photo) = &article.photo else {
        return Html::default();
    };
    let caption = photo.caption.map_or("", |caption| caption.of(&article.text));
    let credit = match &photo.credit {
        Some(credit) if !caption.contains(credit.as_str()) => {
            span("credit", text(messages::photo_by(credit)))
        }
        _ => Html::default(),
    };
    let lang = article.language.clone();
    let words = html! { <span {lang} dir="auto">{text(caption.to_owned())}</span> };
    html! {
        <figure>
            <figcaption>{all([words, credit])}</figcaption>
        </figure>
    }
}
