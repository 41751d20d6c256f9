//! Why a list is empty, and ways out: which part of the query emptied it, and what is there without.

use verbatim_archive::documents::understood;
use yew::prelude::*;

use super::{
    chips::active,
    text::{button, paragraph, text},
};
use crate::{edition::Edition, finding::find, messages, query::Query};

/// What is said where nothing was found. Each part of the query without which there is something can be dropped.
pub fn nothing(edition: &Edition, query: &Query, ask: &Callback<Query>) -> Html {
    if edition.archive.statements.is_empty() {
        return paragraph("nothing", text(messages::NOTHING_SAID));
    }
    let to = |query: Query| ask.reform(move |_: MouseEvent| query.clone());
    let offers = without(edition, query).into_iter().map(|(part, count, rest)| {
        let offer = messages::without(&part, count);
        html! { <li><button type="button" onclick={to(rest)}>{text(offer)}</button></li> }
    });
    let offers: Vec<Html> = offers.collect();
    let lead = if offers.is_empty() { messages::NOTHING_AT_ALL } else { messages::NOTHING_FOUND };
    html! {
        <div class="nothing">
            {paragraph("", text(lead))}
            if !offers.is_empty() {
                <ul>{offers.into_iter().collect::<Html>()}</ul>
            }
            {button(messages::SEEK_NOTHING, to(Query::default()))}
        </div>
    }
}

/// Every part of a query, by its name, without which statements are found: how many, and the query without it.
fn without(edition: &Edition, query: &Query) -> Vec<(AttrValue, usize, Query)> {
    let asked = understood(&query.q);
    let parts = (0..asked.parts.len()).map(|at| {
        let (mut part, mut rest) = (asked.clone(), asked.clone());
        part.parts = vec![rest.parts.remove(at)];
        (messages::quoted(&part.to_string()).into(), query.seeking(&rest.to_string().into()))
    });
    let mut found = Vec::new();
    for (name, rest) in active(edition, query).into_iter().chain(parts) {
        // Without its only part, a query asks for everything: that is offered in any case.
        if rest.q.is_empty() && !rest.is_filtered() {
            continue;
        }
        let count = find(edition, edition.search(&rest.q).into(), &rest).len();
        if count > 0 {
            found.push((name, count, rest));
        }
    }
    found
}
