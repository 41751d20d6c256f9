//! Days, as printed and as the calendar has them.

use verbatim_archive::{Archive, Article, Basis, Statement};
use verbatim_extract::Day;
use yew::prelude::*;

use super::text::{all, span, text, unknown};
use crate::{dates, messages};

/// A day that machines can read as well; `words` are what a reader reads.
fn time(day: Day, words: String) -> Html {
    html! { <time datetime={dates::iso(day)}>{text(words)}</time> }
}

/// A day.
pub fn of(day: Day) -> Html {
    time(day, messages::day(day))
}

/// A time of a day, in minutes after midnight.
pub fn clock(minute: u16) -> Html {
    let datetime = format!("{:02}:{:02}", minute / 60, minute % 60);
    html! { <time {datetime}>{text(messages::clock(minute))}</time> }
}

/// A span of days.
pub fn between(first: Day, last: Day) -> Html {
    if first == last { of(first) } else { all([of(first), text(" – "), of(last)]) }
}

/// When a statement was said: the words printed and the day they mean, else the day of the article.
pub fn said_on(archive: &Archive, statement: &Statement) -> Option<Html> {
    let article = archive.article(statement);
    let shown = match (statement.said.said_on, article.published) {
        (Some(said_on), _) => {
            let words = text(said_on.words.of(&article.text).to_owned());
            match said_on.day {
                Some(day) => all([words, text(" · "), of(day)]),
                None => words,
            }
        }
        (None, Some(published)) => {
            all([text(messages::PRINTED_ON), of(published.day), inferred(published.basis)])
        }
        (None, None) => return None,
    };
    Some(span("day", shown))
}

/// The day of an article, and whether it is inferred.
pub fn published(article: &Article) -> Html {
    match article.published {
        Some(published) => all([of(published.day), inferred(published.basis)]),
        None => unknown(messages::UNKNOWN),
    }
}

fn inferred(basis: Basis) -> Html {
    match basis {
        Basis::Printed => Html::default(),
        Basis::Inferred => unknown(messages::INFERRED),
    }
}
