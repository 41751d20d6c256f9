//! A role: who is said to hold it, and what was said in it.

use verbatim_archive::Speaker;
use yew::prelude::*;

use super::{Page, nowhere};
use crate::{
    edition::Edition,
    messages,
    query::{Facet, Query},
    views::{
        facts::{facts, values},
        line::lines,
        link::to_speaker,
        text::{heading, link, number, paragraph, text},
    },
};

/// The page of the role with this slug, which is its folded words.
pub fn role(edition: &Edition, slug: &str) -> Page {
    let Some((place, role)) = edition.choice(Facet::Role, slug) else {
        return nowhere(messages::NO_ROLE_HERE, messages::NO_PAGE_LEAD);
    };
    let said = edition.with_value(Facet::Role, place);
    let mut holders: Vec<&Speaker> = Vec::new();
    for speaker in said.iter().filter_map(|one| edition.archive.speaker(edition.statement(*one))) {
        if !holders.iter().any(|holder| holder.slug == speaker.slug) {
            holders.push(speaker);
        }
    }
    let holders = holders.into_iter().map(|speaker| to_speaker("", speaker)).collect();
    let count = messages::count(said.len());
    let explore = Query::only(Facet::Role, &role.value).href();
    let body = html! {
        <main id="main" tabindex="-1" data-page="role" class="person">
            <header>
                <h1 tabindex="-1">{text(role.label.clone())}</h1>
                {paragraph("sort", text(messages::facet(Facet::Role)))}
                {facts(vec![(messages::HELD_BY, values(holders))])}
            </header>
            <section aria-labelledby="said-title">
                {heading("said-title", number(count))}
                {lines(edition, said)}
                {paragraph("", link("onward", explore, text(messages::EXPLORE_SPEAKER)))}
            </section>
        </main>
    };
    Page { title: role.label.clone(), body }
}
