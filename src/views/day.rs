//! Days, as printed and as the calendar has them.

use verbatim_archive::{Archive, Article, Basis, Statement};
use verbatim_extract::Day;
use yew::prelude::*;

use crate::{dates, messages};

/// A calendar day that machines can read as well.
pub fn day(day: Day) -> Html {
    html! { <time datetime={dates::iso(day)}>{messages::day(day)}</time> }
}

/// When a statement was said: the words printed and the day they mean, else the day of the article.
pub fn said_on(archive: &Archive, statement: &Statement) -> Option<Html> {
    let article = archive.article(statement);
    let Some(said_on) = statement.said.said_on else {
        return printed_on(article);
    };
    let words = said_on.words.of(&article.text).to_owned();
    Some(html! {
        <span class="day">
            {words}
            if let Some(said) = said_on.day {
                {" · "}
                {day(said)}
            }
        </span>
    })
}

fn printed_on(article: &Article) -> Option<Html> {
    let published = article.published?;
    Some(html! {
        <span class="day">
            <time datetime={dates::iso(published.day)}>{messages::printed_on(published.day)}</time>
            {inferred(published.basis)}
        </span>
    })
}

/// The day of an article, and whether it is inferred.
pub fn published(article: &Article) -> Html {
    match article.published {
        Some(published) => html! { <>{day(published.day)}{inferred(published.basis)}</> },
        None => html! { <span class="not-known">{messages::UNKNOWN}</span> },
    }
}

fn inferred(basis: Basis) -> Html {
    match basis {
        Basis::Printed => Html::default(),
        Basis::Inferred => html! { <span class="not-known">{" ("}{messages::INFERRED}{")"}</span> },
    }
}
