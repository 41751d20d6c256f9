//! Why a list is empty, and ways out: which part of the query emptied it, and what is there without.

use yew::prelude::*;

use super::text::{button, paragraph, text};
use crate::{edition::Edition, messages, query::Query, telling::Without};

/// What is said where nothing was found. Each part of the query without which there is something can be dropped.
pub fn nothing(edition: &Edition, without: &[Without], ask: &Callback<Query>) -> Html {
    if edition.archive.statements.is_empty() {
        return paragraph("nothing", text(messages::NOTHING_SAID));
    }
    let to = |query: Query| ask.reform(move |_: MouseEvent| query.clone());
    let offers = without.iter().map(|Without { part, count, rest }| {
        let offer = messages::without(part, *count);
        html! { <li><button type="button" onclick={to(Query::read(rest))}>{text(offer)}</button></li> }
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
