//! The days asked for: from one to another, each end open until it is chosen.

use verbatim_extract::Day;
use yew::prelude::*;

use super::text::text;
use crate::{dates, messages, query::Query, web::elements};

/// Two fields, which the browser lets a reader fill in as they write days.
pub fn period(query: &Query, ask: &Callback<Query>) -> Html {
    let end =
        |id: &'static str, name: &'static str, day: Option<Day>, put: fn(Query, Option<Day>) -> Query| {
            let query = query.clone();
            let onchange =
                ask.reform(move |event: Event| put(query.clone(), dates::parse(&elements::value_of(&event))));
            let value = day.map(dates::iso).unwrap_or_default();
            html! {
                <label for={id}>
                    {text(name)}
                    <input type="date" {id} {value} {onchange} />
                </label>
            }
        };
    html! {
        <fieldset class="facet period">
            <legend>{messages::WHEN_SAID}</legend>
            {end("from", messages::FROM, query.from, |query, from| Query { from, ..query })}
            {end("to", messages::TO, query.to, |query, to| Query { to, ..query })}
        </fieldset>
    }
}
