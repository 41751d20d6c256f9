//! What the palette offers: the people, roles and articles of the edition, the views of the list, and commands.

use fuzzy_matcher::{FuzzyMatcher, clangd::ClangdMatcher};
use verbatim_extract::Span;
use yew::AttrValue;

use crate::{
    edition::Edition,
    messages,
    order::{by_rank, descending},
    place::Place,
    query::{Facet, View},
    route::Route,
};

/// What choosing an entry does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// Goes to an address, relative to the page's `<base>`.
    Go(String),
    /// Takes the next theme.
    Theme,
    /// Lists the keys.
    Keys,
    /// Lists what the reader has saved.
    Shelf,
    /// Copies the page's address.
    Copy,
}

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is called.
    pub label: AttrValue,
    /// What sort of thing it is.
    pub sort: &'static str,
    /// What choosing it does.
    pub goal: Goal,
}

/// An entry that matches what is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The entry.
    pub entry: Entry,
    /// The letters of its label that were typed.
    pub marks: Vec<Span>,
}

/// The entries whose letters stand in what is typed, in their order and with others between them if need be: the
/// best first, `limit` at most. Without anything typed, the first ones.
pub fn offers(edition: &Edition, place: &Place, typed: &str, limit: usize) -> Vec<Offer> {
    if limit == 0 {
        return Vec::new();
    }
    let typed: String = typed.split_whitespace().collect();
    let matcher = ClangdMatcher::default().ignore_case();
    let mut scored: Vec<(i64, Offer)> = Vec::new();
    for entry in entries(edition, place) {
        // The matcher gives the places of letters, counted.
        if let Some((score, letters)) = matcher.fuzzy_indices(&entry.label, &typed) {
            let marks = entry.label.char_indices().zip(0..).filter(|(_, place)| letters.contains(place));
            let marks = marks.map(|((at, letter), _)| Span::from(at..at + letter.len_utf8())).collect();
            scored.push((score, Offer { entry, marks }));
        }
    }
    let ranked = by_rank(scored.iter().map(|(score, _)| descending(score.unsigned_abs())));
    ranked.into_iter().take(limit).map(|place| scored[place as usize].1.clone()).collect()
}

/// Everything there is to choose; what is chosen most often comes first where nothing is typed.
fn entries(edition: &Edition, place: &Place) -> impl Iterator<Item = Entry> {
    let views = View::ALL.map(|view| {
        let goal = Goal::Go(place.query.viewed(view).href());
        Entry { label: messages::view(view).into(), sort: messages::VIEWS, goal }
    });
    let command =
        |label: &'static str, goal: Goal| Entry { label: label.into(), sort: messages::COMMAND, goal };
    let commands = [
        command(messages::COPY_LINK, Goal::Copy),
        command(messages::NEXT_THEME, Goal::Theme),
        command(messages::KEYS_TITLE, Goal::Keys),
        command(messages::SHELF, Goal::Shelf),
        command(messages::ABOUT_TITLE, Goal::Go(Route::About.href())),
    ];
    let go = |label: &str, sort: &'static str, route: Route| Entry {
        label: label.to_owned().into(),
        sort,
        goal: Goal::Go(route.href()),
    };
    let people = edition.archive.speakers.iter();
    let people = people.map(move |speaker| {
        go(&speaker.name, messages::PERSON, Route::Speaker { slug: speaker.slug.clone() })
    });
    let roles = edition.choices(Facet::Role).iter();
    let roles = roles.map(move |role| {
        go(&role.label, messages::facet(Facet::Role), Route::Role { slug: role.value.to_string() })
    });
    let articles = edition.archive.articles.iter();
    let articles = articles.map(move |article| {
        go(&article.title, messages::facet(Facet::Article), Route::Article { slug: article.slug.clone() })
    });
    views.into_iter().chain(commands).chain(people).chain(roles).chain(articles)
}
