//! Filters: the choices of each facet with live counts.

use yew::prelude::*;

use super::text::{span, text};
use crate::{
    edition::{Choice, Edition},
    finding::Found,
    messages,
    query::{Facet, Query},
};

/// How many choices of a facet are shown before the rest is folded away.
const SHOWN: usize = 8;

/// What a reader does with the filters.
#[derive(Debug, Clone, PartialEq)]
pub enum Turn {
    /// Chooses a value of a facet, or chooses it no longer.
    Choose(Facet, AttrValue),
    /// Wants to see all choices of a facet.
    Unfold(Facet),
}

/// The choices of a facet that would list something, and those that are chosen. Where things were said and
/// in which article is left out when there is nothing to choose between.
pub fn facet(
    edition: &Edition,
    found: &Found,
    query: &Query,
    facet: Facet,
    unfolded: bool,
    turn: &Callback<Turn>,
) -> Html {
    let chosen = |choice: &Choice| query.chosen(facet).any(|value| *value == choice.value);
    let enough = match facet {
        Facet::Speaker | Facet::Role | Facet::Kind => 1,
        Facet::Medium | Facet::Article => 2,
    };
    if edition.choices(facet).len() < enough && query.chosen(facet).next().is_none() {
        return Html::default();
    }
    let counted = found.choices(facet).iter();
    let choices: Vec<(&Choice, u32)> =
        counted.map(|[place, count]| (&edition.choices(facet)[*place as usize], *count)).collect();
    if choices.is_empty() {
        return Html::default();
    }
    let shown = if unfolded { choices.len() } else { SHOWN };
    let folded = choices.len().saturating_sub(shown);
    // What is chosen is never folded away.
    let visible = choices.into_iter().enumerate().filter(|(at, (choice, _))| *at < shown || chosen(choice));
    let boxes = visible.map(|(_, (choice, count))| one_choice(facet, choice, count, chosen(choice), turn));
    html! {
        <fieldset class="facet" data-facet={facet.key()}>
            <legend>{messages::facet(facet)}</legend>
            {boxes.collect::<Html>()}
            if folded > 0 {
                <button type="button" class="plain" onclick={turn.reform(move |_: MouseEvent| Turn::Unfold(facet))}>
                    {text(messages::more(folded))}
                </button>
            }
        </fieldset>
    }
}

fn one_choice(facet: Facet, choice: &Choice, count: u32, checked: bool, turn: &Callback<Turn>) -> Html {
    let value = choice.value.clone();
    let onchange = turn.reform(move |_: Event| Turn::Choose(facet, value.clone()));
    html! {
        <label key={choice.value.to_string()}>
            <input type="checkbox" value={choice.value.clone()} {checked} {onchange} />
            {span("name", text(choice.label.clone()))}
            {span("count", text(count.to_string()))}
        </label>
    }
}
