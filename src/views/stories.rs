//! What was found, in place: each article's text with the statements marked in it.

use verbatim_archive::Statement;
use yew::prelude::*;

use super::{context::story, day, link::to_article, text::span};
use crate::{edition::Edition, finding::Found};

/// The first `shown` articles of what was found, and how many more there are.
pub fn stories(edition: &Edition, found: &Found, shown: usize) -> (Html, usize) {
    let mut marked = vec![false; edition.archive.statements.len()];
    let mut seen = vec![false; edition.archive.articles.len()];
    let mut articles = Vec::new();
    for hit in found.hits() {
        let article = edition.statement(hit.document).article;
        marked[hit.document as usize] = true;
        if !std::mem::replace(&mut seen[article as usize], true) {
            articles.push(article);
        }
    }
    let left = articles.len().saturating_sub(shown);
    let stories = articles.into_iter().take(shown).map(|article| {
        let first = edition.first_in(article);
        let found =
            edition.statements_in(article).iter().enumerate().filter(|(place, _)| marked[first + place]);
        one_story(edition, article, found.map(|(_, statement)| statement).collect())
    });
    (stories.collect(), left)
}

fn one_story(edition: &Edition, index: u32, found: Vec<&Statement>) -> Html {
    let article = &edition.archive.articles[index as usize];
    let lang = article.language.clone();
    html! {
        <article key={index} class="story">
            <h2>{to_article("title", article)}</h2>
            {span("day", day::published(article))}
            <div class="article-text" {lang} dir="auto">
                {story(&edition.archive, article, &found, "")}
            </div>
        </article>
    }
}
