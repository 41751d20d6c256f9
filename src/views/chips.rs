//! The filters that are on, each with a button that takes it away.

use yew::prelude::*;

use super::text::{paragraph, quiet_button, text};
use crate::{
    edition::Edition,
    messages,
    query::{Facet, Query},
};

/// The active filters as chips. `ask` is given the query without the one that was taken away.
pub fn chips(edition: &Edition, query: &Query, ask: &Callback<Query>) -> Html {
    if !query.is_filtered() && query.unread.is_empty() {
        return Html::default();
    }
    let without = |query: Query| ask.reform(move |_: MouseEvent| query.clone());
    let chips = active(edition, query).into_iter().map(|(label, rest)| chip(label, without(rest)));
    let unread = query.unread.iter().map(|what| paragraph("unread", text(messages::unread(what))));
    html! {
        <div class="chips">
            <ul aria-label={messages::ACTIVE_FILTERS}>{chips.collect::<Html>()}</ul>
            if query.is_filtered() {
                {quiet_button(messages::CLEAR_FILTERS, without(query.unfiltered()))}
            }
            {unread.collect::<Html>()}
        </div>
    }
}

fn chip(label: AttrValue, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <li key={label.to_string()} class="chip">
            <button type="button" aria-label={messages::remove_filter(&label)} {onclick}>
                {text(label)}
                <span class="cross" aria-hidden="true">{"×"}</span>
            </button>
        </li>
    }
}

/// Each active filter by its name, with the query as it is without it.
pub fn active(edition: &Edition, query: &Query) -> Vec<(AttrValue, Query)> {
    let mut active = Vec::new();
    for facet in Facet::ALL {
        for value in query.chosen(facet) {
            active.push((edition.label(facet, value), query.toggled(facet, value)));
        }
    }
    if let Some(from) = query.from {
        let rest = Query { from: None, ..query.clone() };
        active.push((messages::from(from).into(), rest));
    }
    if let Some(to) = query.to {
        let rest = Query { to: None, ..query.clone() };
        active.push((messages::to(to).into(), rest));
    }
    active
}
