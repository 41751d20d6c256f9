//! What was found, in place: each article's text with the statements marked in it.

use verbatim_archive::Statement;
use yew::prelude::*;

use super::{context::story, day, link::to_article, text::span};
use crate::{edition::Edition, telling::Story};

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
            <div class="article-text" {lang} dir="auto">
                {story(&edition.archive, article, &found, "", &told.sought)}
            </div>
        </article>
    }
}
