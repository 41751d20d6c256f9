//! Roles: what the article calls each person, as printed.

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
    /// Every role with its bearer, in order of the text: the token range and the entity.
    printed: Vec<(std::ops::Range<usize>, usize)>,
}

impl Roles {
    /// The roles of an entity, in order of the text.
    pub(crate) fn of_entity(&self, entity: usize) -> Vec<Span> {
        self.by_entity.get(&entity).cloned().unwrap_or_default()
    }

    /// The person who last bore the role that the token `head` names, before the token `before`.
    pub(crate) fn bearer(&self, text: &Text<'_>, head: usize, before: usize) -> Option<usize> {
        let word = text.word(head);
        let names_role = |tokens: &std::ops::Range<usize>| tokens.clone().any(|at| text.is_word(at, word));
        self.printed
            .iter()
            .rev()
            .find(|(tokens, _)| tokens.end <= before && names_role(tokens))
            .map(|(_, entity)| *entity)
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
            }
        }
    }
    found.in_brackets();
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
        if !tokens.is_empty()
            && self.people.entities[entity].person
            && !tokens.clone().all(|at| self.taken.contains(&at))
        {
            self.taken.extend(tokens.clone());
            self.roles.push((tokens, entity));
        }
    }

    /// A capitalised title in front of the name: "French President".
    fn title(&mut self, index: usize, name: &Name) {
        if name.title.clone().any(|at| self.is_role(at)) && self.alone(name) {
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
        let tokens = phrase.tokens.start..end;
        if self.names[name].sort == Sort::Person && tokens.clone().any(|at| self.is_role(at)) {
            self.add(tokens, self.people.of_name[name]);
        }
    }

    /// A role in front of the name and a comma: "the group's president, Ann Doe,".
    fn before_comma(&mut self, chunks: &[Chunk], at: usize, phrase: &Phrase) {
        let mut end = at + 1;
        while let (Some(Chunk::Preposition(_)), Some(Chunk::Phrase(_))) =
            (chunks.get(end), chunks.get(end + 1))
        {
            end += 2;
        }
        let (Some(Chunk::Comma), Some(Chunk::Phrase(named))) = (chunks.get(end), chunks.get(end + 1)) else {
            return;
        };
        let Head::Name(name) = named.head else { return };
        let whole = self.names[name].whole() == named.tokens;
        let closed = matches!(chunks.get(end + 2), None | Some(Chunk::Comma | Chunk::Stop | Chunk::Quote(_)));
        if phrase.head == Head::Noun && self.is_role(phrase.head_token) && whole && closed {
            let Some(Chunk::Phrase(last)) = chunks.get(end - 1) else { return };
            self.add(phrase.tokens.start..last.tokens.end, self.people.of_name[name]);
        }
    }

    /// A role behind the name: ", the group's former president,".
    fn apposition(&mut self, chunks: &[Chunk], at: usize, phrase: &Phrase) {
        let Head::Name(name) = phrase.head else { return };
        if self.names[name].sort != Sort::Person || !matches!(chunks.get(at + 1), Some(Chunk::Comma)) {
            return;
        }
        let Some(Chunk::Phrase(first)) = chunks.get(at + 2) else { return };
        if first.head == Head::Pronoun || first.head == Head::Relative {
            return;
        }
        let mut end = at + 3;
        while let (Some(Chunk::Preposition(_)), Some(Chunk::Phrase(_))) =
            (chunks.get(end), chunks.get(end + 1))
        {
            end += 2;
        }
        let Some(Chunk::Phrase(last)) = chunks.get(end - 1) else { return };
        let closed = matches!(
            chunks.get(end),
            None | Some(Chunk::Comma | Chunk::Stop | Chunk::Dash | Chunk::Quote(_))
        );
        let named = first.tokens.clone().any(|at| self.is_role(at));
        let person = matches!(first.head, Head::Name(other) if self.names[other].sort == Sort::Person);
        if closed && named && !person {
            self.add(first.tokens.start..last.tokens.end, self.people.of_name[name]);
        }
    }

    /// A name that an editor put in brackets inside a quotation, behind the description it explains:
    /// "I met the President of Finland today — [Ann Doe] ...".
    fn in_brackets(&mut self) {
        /// The description stands within so many words.
        const REACH: usize = 9;
        for (index, name) in self.names.iter().enumerate() {
            let start = name.whole().start;
            let bracketed =
                start > 0 && self.text.word(start - 1) == "[" && self.text.tokens[start].quoted.is_some();
            if !bracketed || name.sort == Sort::Place {
                continue;
            }
            let window = start.saturating_sub(REACH)..start - 1;
            let Some(role) =
                window.rev().find(|&at| self.is_role(at) && self.text.tokens[at].quoted.is_some())
            else {
                continue;
            };
            let mut end = role + 1;
            if self.text.is_word(end, "of") {
                end += 1;
                while end < start && (self.text.tokens[end].capital || self.text.is_word(end, "the")) {
                    end += 1;
                }
            }
            let mut first = role;
            while first > 0
                && self.text.tokens[first - 1].is_word()
                && !self.text.tokens[first - 1].is(Class::FUNCTION.or(Class::CUE).or(Class::VERB))
            {
                first -= 1;
            }
            let entity = self.people.of_name[index];
            if self.people.entities[entity].person {
                self.add(first..end, entity);
            }
        }
    }

    fn finish(mut self) -> Roles {
        self.roles.sort_by_key(|(tokens, _)| tokens.start);
        let mut roles = Roles::default();
        for (tokens, entity) in self.roles {
            let span = Span::from(self.text.bytes(tokens.clone()));
            roles.by_entity.entry(entity).or_default().push(span);
            roles.printed.push((tokens, entity));
        }
        roles
    }
}

/// The sources that are described by a tie to a person and never quoted: "Doe's top aide".
pub(crate) fn aides(text: &Text<'_>, names: &[Name], sentences: &[Sentence]) -> Vec<Phrase> {
    let tied = |phrase: &Phrase| {
        let possessive = phrase.tokens.clone().find(|&at| text.tokens[at].shape == Shape::Possessive);
        let head = &text.tokens[phrase.head_token];
        phrase.head == Head::Noun
            && head.is(Class::ROLE)
            && possessive
                .is_some_and(|at| ending_at(names, at).is_some_and(|name| names[name].sort == Sort::Person))
    };
    let phrases = sentences.iter().flat_map(|sentence| &sentence.chunks).filter_map(|chunk| match chunk {
        Chunk::Phrase(phrase) if tied(phrase) => Some(phrase.clone()),
        _ => None,
    });
    phrases.collect()
}
