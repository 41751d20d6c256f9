//! The facets of an edition's statements.

use std::collections::HashMap;

use verbatim_archive::{Archive, Statement};
use yew::AttrValue;

use super::{Choice, kind_key, slug};
use crate::{
    messages,
    order::{by_rank, descending},
    query::Facet,
};

/// A facet: its choices, and which of them each statement has.
#[derive(Debug, Default)]
pub struct Column {
    pub choices: Vec<Choice>,
    pub values: Vec<Option<u32>>,
}

/// Counts the values of a facet, and puts the most frequent first.
pub fn column(archive: &Archive, facet: Facet) -> Column {
    // What is printed alike is folded once: a large edition prints a role a thousand times.
    let mut printings: HashMap<String, u32> = HashMap::new();
    let mut places: HashMap<String, u32> = HashMap::new();
    let mut choices: Vec<Choice> = Vec::new();
    let mut values = Vec::with_capacity(archive.statements.len());
    for statement in &archive.statements {
        let place = printing(archive, statement, facet).map(|printing| {
            place(&printings, printing).unwrap_or_else(|| {
                let (value, label) = choice(archive, statement, facet, printing);
                let place = place(&places, &value).unwrap_or(choices.len() as u32);
                if place == choices.len() as u32 {
                    put(&mut places, &value, place);
                    choices.push(Choice { value, label, total: 0 });
                }
                put(&mut printings, printing, place);
                place
            })
        });
        if let Some(place) = place {
            choices[place as usize].total += 1;
        }
        values.push(place);
    }
    let ranked = by_rank(choices.iter().map(|choice| descending(choice.total.into())));
    let moved = by_rank(ranked.iter().map(|place| u64::from(*place)));
    for place in values.iter_mut().flatten() {
        *place = moved[*place as usize];
    }
    Column { choices: ranked.into_iter().map(|place| choices[place as usize].clone()).collect(), values }
}

fn place(places: &HashMap<String, u32>, key: &str) -> Option<u32> {
    places.get(key).copied()
}

fn put(places: &mut HashMap<String, u32>, key: &str, place: u32) {
    places.insert(key.to_owned(), place);
}

/// What tells which value of a facet a statement has.
fn printing<'a>(archive: &'a Archive, statement: &'a Statement, facet: Facet) -> Option<&'a str> {
    let article = archive.article(statement);
    match facet {
        Facet::Speaker => Some(&archive.speaker(statement)?.slug),
        Facet::Role => Some(statement.said.role?.of(&article.text)),
        Facet::Kind => Some(kind_key(statement.said.kind)),
        Facet::Medium => Some(statement.said.medium?.of(&article.text)),
        Facet::Article => Some(&article.slug),
        Facet::Source => article.source.as_deref(),
    }
}

/// A value of a facet as addresses write it, and as a reader reads it.
fn choice(archive: &Archive, statement: &Statement, facet: Facet, printing: &str) -> (AttrValue, AttrValue) {
    let printed = AttrValue::from(printing.to_owned());
    match facet {
        Facet::Speaker => {
            let name = archive.speaker(statement).map_or(String::new(), |speaker| speaker.name.clone());
            (printed, name.into())
        }
        Facet::Kind => (printed, messages::kind(statement.said.kind).into()),
        Facet::Article => (printed, archive.article(statement).title.clone().into()),
        Facet::Role | Facet::Medium | Facet::Source => (slug(printing), printed),
    }
}
