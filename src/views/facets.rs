//! Filters: the choices of each facet with live counts.

use yew::prelude::*;

use crate::{
    edition::{Choice, Edition},
    finding::Found,
    messages,
    query::{Facet, Query},
};

/// How many choices of a facet are shown before the rest is folded away.
const SHOWN: usize = 8;

/// The choices of a facet that would list something, and those that are chosen. Where things were said and
/// in which article is left out when there is nothing to choose between.
pub fn facet(
    edition: &Edition,
    found: &Found,
    query: &Query,
    facet: Facet,
    toggle: &Callback<(Facet, AttrValue)>,
) -> Html {
    let chosen = |choice: &Choice| query.chosen(facet).any(|value| *value == choice.value);
    let counts = found.counts(facet);
    let mut choices: Vec<(&Choice, u32)> =
        edition.choices(facet).iter().zip(counts.iter().copied()).collect();
    let enough = match facet {
        Facet::Speaker | Facet::Role | Facet::Kind => 1,
        Facet::Medium | Facet::Article => 2,
    };
    if choices.len() < enough && query.chosen(facet).next().is_none() {
        return Html::default();
    }
    choices.retain(|(choice, count)| *count > 0 || chosen(choice));
    if choices.is_empty() {
        return Html::default();
    }
    let rest = choices.split_off(choices.len().min(SHOWN));
    let choice = |(choice, count): (&Choice, u32)| {
        let checked = chosen(choice);
        one_choice(facet, choice, count, checked, toggle)
    };
    let folded = rest.len();
    html! {
        <fieldset class="facet" data-facet={facet.key()}>
            <legend>{messages::facet(facet)}</legend>
            for one in choices {
                {choice(one)}
            }
            if folded > 0 {
                <details class="rest">
                    <summary>{messages::more(folded)}</summary>
                    for one in rest {
                        {choice(one)}
                    }
                </details>
            }
        </fieldset>
    }
}

fn one_choice(
    facet: Facet,
    choice: &Choice,
    count: u32,
    checked: bool,
    toggle: &Callback<(Facet, AttrValue)>,
) -> Html {
    let value = choice.value.clone();
    let onchange = toggle.reform(move |_: Event| (facet, value.clone()));
    html! {
        <label key={choice.value.to_string()}>
            <input type="checkbox" value={choice.value.clone()} {checked} {onchange} />
            <span class="name">{choice.label.clone()}</span>
            <span class="count">{count}</span>
        </label>
    }
}
