//! Filters: the choices of each facet with live counts.

use yew::prelude::*;

use super::text::{quiet_button, span, text};
use crate::{
    edition::{Choice, Edition},
    finding::Found,
    messages,
    query::{Facet, Query},
    state::Sieve,
};

/// How many more are shown at a time: more than fit into most windows.
const MORE: usize = 50;

/// How many choices are more than can be looked through: then some can be looked for.
const MANY: usize = 12;

/// What a reader does with the filters.
#[derive(Debug, Clone, PartialEq)]
pub enum Turn {
    /// Chooses a value of a facet, or chooses it no longer.
    Choose(Facet, AttrValue),
    /// Wants to see other choices of a facet.
    Sift(Sieve),
}

/// The choices of a facet that would list something, and those that are chosen. Where things were said, in
/// which article and who published it is left out when there is nothing to choose between. Of many, those can be looked for that `sifted`
/// lets pass, in the field that comes with it.
pub fn facet(
    edition: &Edition,
    found: &Found,
    query: &Query,
    sieve: &Sieve,
    (field, sifted): (Html, &dyn Fn(&str) -> bool),
    turn: &Callback<Turn>,
) -> Html {
    let facet = sieve.facet;
    let chosen = |choice: &Choice| query.chosen(facet).any(|value| *value == choice.value);
    let enough = match facet {
        Facet::Speaker | Facet::Role | Facet::Kind => 1,
        Facet::Medium | Facet::Article | Facet::Source => 2,
    };
    if edition.choices(facet).len() < enough && query.chosen(facet).next().is_none() {
        return Html::default();
    }
    let counted = found.choices(facet).iter();
    let mut choices: Vec<(&Choice, u32)> =
        counted.map(|[place, count]| (&edition.choices(facet)[*place as usize], *count)).collect();
    if choices.is_empty() {
        return Html::default();
    }
    let many = choices.len() > MANY;
    // What is chosen is never folded away.
    choices.retain(|(choice, _)| !many || chosen(choice) || sifted(&choice.label));
    let folded = choices.len().saturating_sub(sieve.shown);
    let visible =
        choices.into_iter().enumerate().filter(|(at, (choice, _))| *at < sieve.shown || chosen(choice));
    let boxes = visible.map(|(_, (choice, count))| one_choice(facet, choice, count, chosen(choice), turn));
    let more = Sieve { shown: sieve.shown + MORE, ..sieve.clone() };
    html! {
        <fieldset class="facet" data-facet={facet.key()}>
            <legend>{messages::facet(facet)}</legend>
            if many {
                <div class="sift">{field}</div>
            }
            {boxes.collect::<Html>()}
            if folded > 0 {
                {quiet_button(messages::more(folded.min(MORE)), turn.reform(move |_: MouseEvent| Turn::Sift(more.clone())))}
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
            {span("count", text(messages::number(count as usize)))}
        </label>
    }
}
