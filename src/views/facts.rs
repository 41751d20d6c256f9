//! Facts as a list of names and values. What is not known is said to be unknown.

use yew::prelude::*;

use super::text::{text, unknown};
use crate::messages;

/// A list of facts.
pub fn facts(rows: Vec<(&'static str, Html)>) -> Html {
    html! {
        <dl class="facts">
            for (name, value) in rows {
                <div>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                </div>
            }
        </dl>
    }
}

/// Several values of one fact.
pub fn values(values: Vec<Html>) -> Html {
    html! {
        <ul class="values">
            for value in values {
                <li>{value}</li>
            }
        </ul>
    }
}

/// A value as text, or that it is unknown.
pub fn known(value: Option<&String>) -> Html {
    match value {
        Some(value) => text(value.clone()),
        None => unknown(messages::UNKNOWN),
    }
}
