//! What is told beside a list of statements: what else may have been meant, how what is typed may go on, what emptied
//! the list, and what the other views draw. All of it is found where the words are sought: in the page, or in a worker.

use serde::{Deserialize, Serialize};
use verbatim_archive::documents::{Completions, complete, understood};
use verbatim_extract::Span;

use crate::{
    edition::{Edition, Marks},
    finding::{Found, all_days, find},
    messages,
    query::{Query, View},
    speaking::{Voice, voices},
    times::{Bar, bars, offered},
    views::chips::active,
};

/// How many of each kind are offered to go on with.
const OFFERED: usize = 3;

/// What is to be told.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wanted {
    /// Whether the reader is typing.
    pub typing: bool,
    /// Of how many articles the statements found are shown in place.
    pub stories: usize,
}

/// What is told of what a query found. What the view that it asks for does not show is left empty.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// The query's words with unknown ones put right.
    pub meant: Option<String>,
    /// How what is being typed may go on.
    pub completions: Completions,
    /// Where nothing was found: parts of the query without which something is.
    pub without: Vec<Without>,
    /// When what the other filters leave was said or else printed: what the filter of days offers.
    pub days: Vec<Bar>,
    /// When things were said and printed.
    pub bars: Vec<Bar>,
    /// Who speaks of whom, and how many are left out.
    pub voices: (Vec<Voice>, usize),
    /// The articles in which something was found, and how many more there are.
    pub stories: (Vec<Story>, usize),
    /// By a worker: where what was sought stands in the statements at some places of the list.
    pub marks: Vec<(usize, Marks)>,
}

/// A part of a query without which something is found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Without {
    /// What a reader calls it.
    pub part: String,
    /// How many statements are found without it.
    pub count: usize,
    /// The query without it, as an address writes it.
    pub rest: String,
}

/// An article in which something was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// The index of the article.
    pub article: u32,
    /// The indexes of the statements found in it, in the order of its text.
    pub statements: Vec<u32>,
    /// Where in its text these match what was sought.
    pub sought: Vec<Span>,
}

/// Tells what is `wanted` of what `query` found.
pub fn tell(edition: &Edition, found: &Found, query: &Query, wanted: &Wanted) -> Told {
    let mut told = Told { meant: edition.meant(&query.q), ..Told::default() };
    if wanted.typing {
        told.completions = complete(&edition.archive, edition.index(), &query.q, OFFERED);
    }
    if found.is_empty() {
        told.without = without(edition, query);
    }
    told.days = offered(edition, &all_days(edition, found, query), query);
    match query.view {
        View::List => {}
        View::Timeline => told.bars = bars(edition, found),
        View::People => told.voices = voices(edition, found),
        View::Article => told.stories = stories(edition, found, wanted.stories),
    }
    told
}

/// Every part of a query, by its name, without which statements are found.
fn without(edition: &Edition, query: &Query) -> Vec<Without> {
    let asked = understood(&query.q);
    let parts = (0..asked.parts.len()).map(|at| {
        let (mut part, mut rest) = (asked.clone(), asked.clone());
        part.parts = vec![rest.parts.remove(at)];
        (messages::quoted(&part.to_string()).into(), query.seeking(&rest.to_string().into()))
    });
    let mut found = Vec::new();
    for (part, rest) in active(edition, query).into_iter().chain(parts) {
        // Without its only part, a query asks for everything: that is offered in any case.
        if rest.q.is_empty() && !rest.is_filtered() {
            continue;
        }
        let count = find(edition, &edition.search(&rest.q), &rest).len();
        if count > 0 {
            found.push(Without { part: part.to_string(), count, rest: rest.written() });
        }
    }
    found
}

/// The first `shown` articles of what was found, and how many more there are.
pub fn stories(edition: &Edition, found: &Found, shown: usize) -> (Vec<Story>, usize) {
    let mut marked = vec![false; edition.archive.statements.len()];
    let mut seen = vec![false; edition.archive.articles.len()];
    let mut articles = Vec::new();
    for statement in &found.statements {
        let article = edition.statement(*statement).article;
        marked[*statement as usize] = true;
        if !std::mem::replace(&mut seen[article as usize], true) {
            articles.push(article);
        }
    }
    let left = articles.len().saturating_sub(shown);
    let stories = articles.into_iter().take(shown).map(|article| {
        let within = edition.first_in(article)..edition.first_in(article + 1);
        let statements: Vec<u32> = within.filter(|at| marked[*at]).map(|at| at as u32).collect();
        let q = found.query.as_ref().map(|query| &query.q).filter(|q| !q.is_empty());
        let sought = q.into_iter().flat_map(|q| statements.iter().map(|at| edition.marks(q, *at).words));
        let sought = sought.flatten().collect();
        Story { article, statements, sought }
    });
    (stories.collect(), left)
}
