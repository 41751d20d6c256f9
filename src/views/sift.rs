//! The field in which choices of a long facet are looked for.

use verbatim_words::words;
use yew::prelude::*;

use super::facets::Turn;
use crate::{messages, state::Sieve, web::elements};

/// How many choices are shown of those that are looked for.
const SHOWN: usize = 50;

/// The field, with what is typed into it.
pub fn field(sieve: &Sieve, turn: &Callback<Turn>) -> Html {
    let name = messages::sift(sieve.facet);
    let facet = sieve.facet;
    let oninput = turn.reform(move |event: InputEvent| {
        Turn::Sift(Sieve { facet, text: elements::value_of(&event).into(), shown: SHOWN })
    });
    html! {
        <input
            type="search"
            aria-label={name}
            placeholder={name}
            autocomplete="off"
            spellcheck="false"
            value={sieve.text.clone()}
            {oninput}
        />
    }
}

/// Whether every word of `text` begins one of `label`.
pub fn begins(text: &str, label: &str) -> bool {
    let label: Vec<_> = words(label).map(|word| word.folded).collect();
    words(text).all(|typed| label.iter().any(|word| word.starts_with(&*typed.folded)))
}
