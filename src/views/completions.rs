//! How what is being typed may go on: names and roles to choose as filters, and words.

use verbatim_archive::documents::Completions;
use verbatim_words::{fold, words as words_of};
use yew::prelude::*;

use super::text::{link, text};
use crate::{
    edition::{Edition, slug},
    messages,
    query::{Facet, Query},
};

/// Links to what may have been begun. The words that a name or a role stands for are taken out of what is sought:
/// they are asked for by the filter.
pub fn completions(edition: &Edition, completions: &Completions, query: &Query) -> Html {
    let offers = offers(edition, completions, query);
    if offers.is_empty() {
        return Html::default();
    }
    let items = offers.into_iter().map(|(label, sort, to)| {
        html! {
            <li>
                {link("", to.href(), text(label))}
                <span class="sort">{sort}</span>
            </li>
        }
    });
    html! { <ul class="completions" aria-label={messages::GOES_ON}>{items.collect::<Html>()}</ul> }
}

fn offers(edition: &Edition, completions: &Completions, query: &Query) -> Vec<(String, &'static str, Query)> {
    let Completions { words, speakers, roles } = completions.clone();
    let typed = query.q.split_whitespace().collect::<Vec<_>>();
    let (before, last) = typed.split_at(typed.len().saturating_sub(1));
    let narrowed = |facet: Facet, value: AttrValue, label: &str| {
        let begins = |word: &&str| {
            let typed = fold(word);
            words_of(label).any(|word| word.folded.starts_with(&typed))
        };
        let kept: Vec<&str> = typed.iter().copied().filter(|word| !begins(word)).collect();
        let chosen = query.chosen(facet).any(|chosen| *chosen == value);
        let query = if chosen { query.clone() } else { query.toggled(facet, &value) };
        query.seeking(&kept.join(" ").into())
    };
    let named =
        speakers.into_iter().map(|speaker| &edition.archive.speakers[speaker as usize]).map(|speaker| {
            let to = narrowed(Facet::Speaker, speaker.slug.clone().into(), &speaker.name);
            (speaker.name.clone(), messages::facet(Facet::Speaker), to)
        });
    let held = roles.into_iter().map(|role| {
        let to = narrowed(Facet::Role, slug(&role), &role);
        (role, messages::facet(Facet::Role), to)
    });
    let goes_on = words.into_iter().filter(|word| last.first().is_none_or(|last| word != last)).map(|word| {
        let whole = [before, &[word.as_str()]].concat().join(" ");
        (word, messages::WORD, query.seeking(&whole.into()))
    });
    named.chain(held).chain(goes_on).collect()
}
