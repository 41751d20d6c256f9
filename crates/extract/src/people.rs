//! Names to people: which printings name the same person or body.

mod gender;
mod given_names;
mod words;

use rustc_hash::FxHashMap;
use words::Parts;

use crate::{
    lexicon::Class,
    names::{Name, Sort},
    tokens::Text,
};

/// A gender, where words tell one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    Female,
    Male,
}

/// A person, a body, or a place that can stand for one.
#[derive(Debug)]
pub(crate) struct Entity {
    /// The fullest printing: an index into the names.
    pub(crate) fullest: usize,
    pub(crate) person: bool,
    pub(crate) gender: Option<Gender>,
    /// The gender that pronouns and a given name alone make likely, where nothing tells it.
    pub(crate) likely: Option<Gender>,
    /// The printings, as indexes into the names, in order.
    pub(crate) mentions: Vec<usize>,
    /// The printings of more than one word, in order.
    named_in_full: Vec<usize>,
    /// The token of the first given name of a person.
    given: Option<usize>,
}

/// So many people of one surname are told apart; an article has a family of them at most.
const NAMESAKES: usize = 64;

/// The entities of a text, and which each name belongs to.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) entities: Vec<Entity>,
    /// By name.
    pub(crate) of_name: Vec<usize>,
}

/// Joins the names of a text.
pub(crate) fn people(text: &Text<'_>, names: &[Name]) -> People {
    let mut joiner = Joiner {
        text,
        names,
        people: People { entities: Vec::new(), of_name: vec![usize::MAX; names.len()] },
        by_surname: FxHashMap::default(),
        by_given: FxHashMap::default(),
        bodies: FxHashMap::default(),
    };
    // Full names first, so that a bare surname in a headline finds the full name printed below it.
    for (index, name) in names.iter().enumerate() {
        if name.sort == Sort::Person && name.tokens.len() > 1 {
            let parts = joiner.parts(index);
            if parts.count > 1 {
                joiner.full_name(index, &parts);
            }
        }
    }
    for index in 0..names.len() {
        if joiner.people.of_name[index] == usize::MAX {
            joiner.short_name(index);
        }
    }
    for entity in &mut joiner.people.entities {
        entity.mentions.sort_unstable();
    }
    gender::guess(text, names, &mut joiner.people.entities);
    joiner.people
}

struct Joiner<'a> {
    text: &'a Text<'a>,
    names: &'a [Name],
    people: People,
    /// People by the number of their surname.
    by_surname: FxHashMap<u32, Vec<usize>>,
    /// People by the number of their first given name.
    by_given: FxHashMap<u32, Vec<usize>>,
    bodies: FxHashMap<&'a str, usize>,
}

impl<'a> Joiner<'a> {
    fn printed(&self, name: usize) -> &'a str {
        &self.text.text[self.text.bytes(self.names[name].tokens.clone())]
    }

    fn gender(&self, name: usize) -> Option<Gender> {
        gender::of_name(self.text, &self.names[name])
    }

    fn full_name(&mut self, index: usize, parts: &Parts) {
        let surname = self.number(parts.last);
        let given = Some(parts.first).filter(|_| parts.count > 1);
        let gender = self.gender(index);
        let same = self.by_surname.get(&surname).and_then(|entities| {
            entities.iter().take(NAMESAKES).copied().find(|&entity| {
                let known = &self.people.entities[entity];
                self.same_given(known.given, given) && compatible(known.gender, gender)
            })
        });
        match same {
            Some(entity) => self.join(entity, index),
            None => {
                let entity = self.people.entities.len();
                self.by_surname.entry(surname).or_default().push(entity);
                if let Some(first) = given {
                    self.by_given.entry(self.number(first)).or_default().push(entity);
                }
                let named_in_full = Vec::from_iter((self.names[index].tokens.len() > 1).then_some(index));
                self.people.entities.push(Entity {
                    fullest: index,
                    person: true,
                    gender,
                    likely: None,
                    mentions: vec![index],
                    named_in_full,
                    given,
                });
                self.people.of_name[index] = entity;
            }
        }
    }

    fn join(&mut self, entity: usize, index: usize) {
        let length = |name: usize| self.names[name].tokens.len();
        let gender = match self.people.entities[entity].gender {
            None => self.gender(index),
            known => known,
        };
        let longer = length(index) > length(self.people.entities[entity].fullest)
            && self.people.entities[entity].person;
        let full = length(index) > 1;
        let known = &mut self.people.entities[entity];
        known.mentions.push(index);
        if full {
            known.named_in_full.push(index);
        }
        known.gender = gender;
        if longer {
            known.fullest = index;
        }
        self.people.of_name[index] = entity;
    }

    /// A surname, a given name, or the name of a body.
    fn short_name(&mut self, index: usize) {
        if self.names[index].sort != Sort::Body {
            let parts = self.parts(index);
            if parts.count == 1 {
                let single = self.number(parts.last);
                let found = self.by_last_name(index, single).or_else(|| self.by_given_name(single));
                if let Some(entity) = found {
                    return self.join(entity, index);
                }
            }
            if self.names[index].sort == Sort::Person {
                return self.full_name(index, &parts);
            }
        }
        let printed = self.printed(index);
        match self.bodies.get(printed) {
            Some(&entity) => self.join(entity, index),
            None => {
                let entity = self.people.entities.len();
                self.bodies.insert(printed, entity);
                let mentions = vec![index];
                self.people.entities.push(Entity {
                    fullest: index,
                    person: false,
                    gender: None,
                    likely: None,
                    mentions,
                    named_in_full: Vec::new(),
                    given: None,
                });
                self.people.of_name[index] = entity;
            }
        }
    }

    /// The person whom a bare surname means: of several, the one named most often in full before it.
    fn by_last_name(&self, index: usize, surname: u32) -> Option<usize> {
        let gender = self.gender(index);
        let fits = |entity: &&usize| compatible(self.people.entities[**entity].gender, gender);
        let named_before = |entity: &usize| {
            self.people.entities[*entity].named_in_full.partition_point(|name| *name < index)
        };
        let candidates = self.by_surname.get(&surname)?.iter().take(NAMESAKES).filter(fits);
        candidates.copied().rev().max_by_key(named_before)
    }

    /// The one person of this given name.
    fn by_given_name(&self, given: u32) -> Option<usize> {
        match self.by_given.get(&given)?.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }
}

/// The gender that a noun or title tells: "Mrs.", "spokesman".
pub(crate) fn gender_of_noun(class: Class) -> Option<Gender> {
    match (class.any(Class::FEMALE), class.any(Class::MALE)) {
        (true, false) => Some(Gender::Female),
        (false, true) => Some(Gender::Male),
        _ => None,
    }
}

/// The gender that mostly bears a given name.
fn gender_of_given(class: Class) -> Option<Gender> {
    match (class.any(Class::GIVEN_FEMALE), class.any(Class::GIVEN_MALE)) {
        (true, false) => Some(Gender::Female),
        (false, true) => Some(Gender::Male),
        _ => None,
    }
}

pub(crate) fn compatible(a: Option<Gender>, b: Option<Gender>) -> bool {
    a.is_none() || b.is_none() || a == b
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::names;

    fn joined(text: &str) -> Vec<Vec<String>> {
        let text = Text::new(text);
        let names = names(&text);
        let people = people(&text, &names);
        let printed = |name: &usize| text.text[text.bytes(names[*name].tokens.clone())].to_owned();
        people
            .entities
            .iter()
            .filter(|entity| entity.person)
            .map(|entity| entity.mentions.iter().map(printed).collect())
            .collect()
    }

    #[test]
    fn printings_of_one_name_are_one_person() {
        assert_eq!(
            joined("President Emmanuel Oro spoke. Mr. Oro left, and Emanuel Oro slept."),
            [["Emmanuel Oro", "Oro", "Emanuel Oro"]]
        );
        assert_eq!(
            joined("Bob Vance met Robert Vance's aide. Vance smiled."),
            [["Bob Vance", "Robert Vance", "Vance"]]
        );
    }

    #[test]
    fn people_of_one_surname_stay_two() {
        assert_eq!(
            joined("Mary Vance met David Vance. Mrs. Vance smiled, and Mr. Vance left."),
            [["Mary Vance", "Vance"], ["David Vance", "Vance"]]
        );
    }
}
