//! The days asked for: from one to another, each end open until it is chosen; and those that there are to choose.

use yew::prelude::*;

use super::text::{all, link, span, text};
use crate::{
    dates::{self, Moment},
    messages,
    query::Query,
    times::Bar,
    web::elements,
};

/// Two fields, which the browser lets a reader fill in as they write days, and the days to choose from.
pub fn period(query: &Query, ask: &Callback<Query>, days: Html) -> Html {
    let end = |id: &'static str,
               name: &'static str,
               end: Option<Moment>,
               put: fn(Query, Option<Moment>) -> Query| {
        let query = query.clone();
        let onchange =
            ask.reform(move |event: Event| put(query.clone(), Moment::parse(&elements::value_of(&event))));
        let value = end.map(|end| dates::iso(end.day)).unwrap_or_default();
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
            {days}
        </fieldset>
    }
}

/// Times to choose from, each with how many statements there are in it. What is chosen leads back to all.
pub fn times(times: &[Bar], query: &Query) -> Html {
    let is_chosen = |time: &Bar| (query.from, query.to) == (Some(time.begins()), Some(time.ends()));
    let anything = Query { from: None, to: None, ..query.clone() };
    let is_open = query.from.is_none() && query.to.is_none();
    if times.len() < 2 && is_open {
        return Html::default();
    }
    let items = times.iter().map(|time| {
        let chosen = is_chosen(time);
        let to = if chosen { anything.clone() } else { query.between(time.begins(), time.ends()) };
        let name = span("name", text(messages::time(time.first, time.last)));
        let count = span("count", text(messages::number(time.said as usize)));
        html! {
            <li>
                <a href={to.href()} aria-current={chosen.then_some("true")}>{all([name, text(" "), count])}</a>
            </li>
        }
    });
    let back = (!is_open).then(|| html! { <li>{link("", anything.href(), text(messages::ALL_DAYS))}</li> });
    html! {
        <ul class="times" aria-label={messages::DAYS_COUNTED}>{back.into_iter().chain(items).collect::<Html>()}</ul>
    }
}
