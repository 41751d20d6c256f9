//! Roles: what the article calls each person, as printed.

mod appositions;
mod quoted;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    chunks::{Chunk, Head, Phrase, Sentence},
    lexicon::{Class, is_role_compound},
    model::Span,
    names::{Name, Sort, ending_at},
    people::People,
    tokens::{Shape, Text},
};

/// The roles printed in a text.
#[derive(Debug, Default)]
pub(crate) struct Roles {
    by_entity: FxHashMap<usize, Vec<Span>>,
    /// By each word of a role, folded to lower case: where the role ends and who bears it, in order of the text.
    bearers: FxHashMap<String, Vec<(usize, usize)>>,
}

impl Roles {
    /// The roles of an entity, in order of the text.
    pub(crate) fn of_entity(&self, entity: usize) -> Vec<Span> {
        self.by_entity.get(&entity).cloned().unwrap_or_default()
    }

    /// The person who last bore the role that the token `head` names, before the token `before`.
    pub(crate) fn bearer(&self, text: &Text<'_>, head: usize, before: usize) -> Option<usize> {
        let bearers = self.bearers.get(&text.word(head).to_ascii_lowercase())?;
        let place = bearers.partition_point(|(end, _)| *end <= before);
        place.checked_sub(1).map(|last| bearers[last].1)
    }
}

/// Finds the roles of all people.
pub(crate) fn roles(text: &Text<'_>, names: &[Name], people: &People, sentences: &[Sentence]) -> Roles {
    let mut found = Finder { text, names, people, taken: FxHashSet::default(), roles: Vec::new() };
    for (index, name) in names.iter().enumerate().filter(|(_, name)| name.sort == Sort::Person) {
        found.title(index, name);
    }
    for sentence in sentences {
        for (at, chunk) in sentence.chunks.iter().enumerate() {
            if let Chunk::Phrase(phrase) = chunk {
                found.before_name(phrase);
                found.apposition(&sentence.chunks, at, phrase);
                found.before_comma(&sentence.chunks, at, phrase);
                found.copula(&sentence.chunks, at, phrase);
            }
        }
    }
    found.in_brackets();
    found.in_quotations();
    found.finish()
}

struct Finder<'a> {
    text: &'a Text<'a>,
    names: &'a [Name],
    people: &'a People,
    /// The tokens of the roles found so far: a part of a role is no role of its own.
    taken: FxHashSet<usize>,
    /// Token ranges of roles and their entities.
    roles: Vec<(std::ops::Range<usize>, usize)>,
}

impl Finder<'_> {
    fn is_role(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        token.is_word()
            && (token.is(Class::ROLE.or(Class::TITLE).without(Class::HONORIFIC))
                || is_role_compound(self.text.word(at)))
            && !token.is(Class::HONORIFIC)
    }

    fn add(&mut self, tokens: std::ops::Range<usize>, entity: usize) {
        let mut tokens = tokens;
        // "The" and "her" are no part of what somebody is.
        let bare = |at: usize| self.text.tokens[at].is(Class::DETERMINER.or(Class::POSSESSIVE));
        while !tokens.is_empty() && bare(tokens.start) {
            tokens.start += 1;
        }
        // Whose rival he is, the word alone does not say.
        let relation = ["rival", "opponent", "ally", "friend", "colleague", "fellow", "supporter"];
        let bare = tokens.len() == 1 && relation.iter().any(|word| self.text.is_word(tokens.start, word));
        if !tokens.is_empty()
            && !bare
            && self.people.entities[entity].person
            && !tokens.clone().all(|at| self.taken.contains(&at))
        {
            self.taken.extend(tokens.clone());
            self.roles.push((tokens, entity));
        }
    }

    /// A capitalised title in front of the name: "French President".
    fn title(&mut self, index: usize, name: &Name) {
        let address = name.title.len() == 1
            && ["father", "mother", "brother", "sister"]
                .iter()
                .any(|word| self.text.is_word(name.title.start, word));
        if name.title.clone().any(|at| self.is_role(at)) && self.alone(name) && !address {
            self.add(name.title.clone(), self.people.of_name[index]);
        }
    }

    /// Whether no phrase reaches further to the left of the title: [`Finder::before_name`] takes those.
    fn alone(&self, name: &Name) -> bool {
        let Some(before) = name.whole().start.checked_sub(1) else { return true };
        let token = &self.text.tokens[before];
        token.quoted.is_some() || !token.is_word() || token.is(Class::FUNCTION)
    }

    /// A role in the phrase before the name: "foreign policy official Ann Doe".
    fn before_name(&mut self, phrase: &Phrase) {
        let Head::Name(name) = phrase.head else { return };
        let end = self.names[name].tokens.start;
        let start = self.behind_subject(phrase.tokens.start..end);
        let tokens = start..end;
        // "Mayor Corners Ann Doe": capitals between role and name are no more of the role, unless it goes on: "Minister of
        // Defense Ann Doe".
        let behind = tokens.clone().rev().take_while(|&at| !self.is_role(at));
        let parted = behind.clone().count() > 0 && behind.clone().all(|at| self.text.tokens[at].capital);
        let person = self.names[name].sort == Sort::Person;
        if person && !parted && tokens.clone().any(|at| self.is_role(at)) {
            self.add(tokens, self.people.of_name[name]);
        }
    }

    /// Where the role begins in "Ann Doe beat rival Jo Roe", whose verb no list has: somebody else's name is no part of
    /// it, but for "Ann Doe's rival".
    fn behind_subject(&self, tokens: std::ops::Range<usize>) -> usize {
        let other = |at: &usize| {
            let name = ending_at(self.names, *at).map(|name| self.names[name].sort);
            name == Some(Sort::Person) && self.text.tokens[*at].shape != Shape::Possessive
        };
        let Some(behind) = tokens.clone().skip(1).find(other) else { return tokens.start };
        (behind..tokens.end).find(|&at| self.is_role(at)).unwrap_or(tokens.start)
    }

    fn finish(mut self) -> Roles {
        self.roles.sort_by_key(|(tokens, _)| tokens.start);
        let mut roles = Roles::default();
        for (tokens, entity) in self.roles {
            let span = Span::from(self.text.bytes(tokens.clone()));
            roles.by_entity.entry(entity).or_default().push(span);
            for at in tokens.clone() {
                let word = self.text.word(at).to_ascii_lowercase();
                roles.bearers.entry(word).or_default().push((tokens.end, entity));
            }
        }
        roles
    }
}

/// The sources that are described by a tie to a person and never quoted: "Doe's top aide".
pub(crate) fn aides(text: &Text<'_>, names: &[Name], sentences: &[Sentence]) -> Vec<Phrase> {
    let tied = |phrase: &Phrase| {
        let possessive = || phrase.tokens.clone().find(|&at| text.tokens[at].shape == Shape::Possessive);
        phrase.head == Head::Noun
            && text.tokens[phrase.head_token].is(Class::ROLE)
            && possessive()
                .is_some_and(|at| ending_at(names, at).is_some_and(|name| names[name].sort == Sort::Person))
    };
    let phrases = sentences.iter().flat_map(|sentence| &sentence.chunks).filter_map(|chunk| match chunk {
        Chunk::Phrase(phrase) if tied(phrase) => Some(phrase.clone()),
        _ => None,
    });
    phrases.collect()
}
