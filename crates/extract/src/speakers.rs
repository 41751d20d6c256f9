//! Sources to speakers: the person or body that each mention beside a quotation resolves to.

mod described;

use described::strangers;
use rustc_hash::FxHashMap;

use crate::{
    chunks::{Head, Phrase, Sentence},
    lexicon::Class,
    model::{Span, Speaker, SpeakerKind},
    names::{Name, Sort},
    people::{Gender, People, compatible, gender_of_noun},
    pronouns::{Pronouns, gender_of_pronoun},
    roles::Roles,
    subjects::is_indefinite,
    tokens::{Shape, Text},
};

/// A pronoun takes up a body or a stranger within so many words.
const NEAR: usize = 40;

/// Gives every source its speaker.
pub(crate) struct Speakers<'a> {
    pub(crate) text: &'a Text<'a>,
    pub(crate) names: &'a [Name],
    pub(crate) people: &'a People,
    pub(crate) pronouns: &'a Pronouns,
    pub(crate) roles: &'a Roles,
    /// The speaker of each entity.
    of_entity: FxHashMap<usize, u32>,
    /// The speakers that are only described, by the numbers of the words that describe them.
    described: FxHashMap<Vec<u32>, u32>,
    /// Those of them who are people, by the number of the noun that says so: the last one described by it.
    last_of_role: FxHashMap<u32, u32>,
    found: Vec<Speaker>,
    /// The phrases such as "a fisherman", in order.
    strangers: Vec<Phrase>,
    /// The names of people outside quotations, in order.
    told_of: Vec<usize>,
    /// The last speaker that is no person: what "it" and "they" mean.
    last_body: Option<u32>,
}

impl<'a> Speakers<'a> {
    pub(crate) fn new(
        text: &'a Text<'a>,
        names: &'a [Name],
        people: &'a People,
        pronouns: &'a Pronouns,
        roles: &'a Roles,
        sentences: &[Sentence],
    ) -> Self {
        let (of_entity, described) = (FxHashMap::default(), FxHashMap::default());
        let told = |name: &Name| name.sort == Sort::Person && text.tokens[name.tokens.start].quoted.is_none();
        let told_of = (0..names.len()).filter(|&name| told(&names[name])).collect();
        Speakers {
            text,
            names,
            people,
            pronouns,
            roles,
            of_entity,
            described,
            last_of_role: FxHashMap::default(),
            found: Vec::new(),
            told_of,
            strangers: strangers(text, sentences),
            last_body: None,
        }
    }

    /// The speaker of a source, and the mentions that lead to its name.
    pub(crate) fn of(&mut self, source: &Phrase) -> Option<(u32, Vec<Span>)> {
        let own = Span::from(self.text.bytes(source.tokens.clone()));
        let speaker = match source.head {
            Head::Name(name) => self.entity(self.people.of_name[name]),
            Head::Pronoun if is_indefinite(self.text, source) => self.noun(source),
            Head::Pronoun => self.pronoun(source)?,
            Head::Relative => return None,
            Head::Noun if self.is_answer(source) => self.interviewed(source)?,
            Head::Noun => self.noun(source),
        };
        if self.found[speaker as usize].kind != SpeakerKind::Person {
            self.last_body = Some(speaker);
        }
        let mut chain = vec![own];
        if source.head == Head::Pronoun {
            let Speaker { kind, mentions, .. } = &self.found[speaker as usize];
            // Of people, who may have as many as the article has words, the mentions stand in order.
            chain.extend(match kind {
                SpeakerKind::Person => last_before(mentions, own.start),
                _ => mentions.iter().rev().find(|mention| mention.start < own.start),
            });
        }
        Some((speaker, chain))
    }

    /// Whether a source is the "A:" or "A." in front of an answer.
    fn is_answer(&self, source: &Phrase) -> bool {
        let next = self.text.tokens.get(source.tokens.end);
        let alone = source.tokens.len() == 1;
        match self.text.word(source.head_token) {
            "A" => alone && next.is_some_and(|next| next.shape == Shape::Colon),
            "A." => alone && next.is_some_and(|next| next.quoted.is_some()),
            _ => false,
        }
    }

    /// Who answers: the last person named in the narrative before.
    fn interviewed(&mut self, source: &Phrase) -> Option<u32> {
        let names = self.names;
        let before = self.told_of.partition_point(|&name| names[name].tokens.end <= source.tokens.start);
        let name = self.told_of[before.checked_sub(1)?];
        Some(self.entity(self.people.of_name[name]))
    }

    fn pronoun(&mut self, source: &Phrase) -> Option<u32> {
        if let Some(entity) = self.pronouns.at(source.head_token) {
            return Some(self.entity(entity));
        }
        let is = |words: &[&str]| words.iter().any(|word| self.text.is_word(source.head_token, word));
        if is(&["it", "its", "they", "their"]) {
            return self.body_before(source.head_token);
        }
        let gender = gender_of_pronoun(self.text, source.head_token)?;
        let stranger = self.stranger_before(source.head_token, gender)?;
        Some(self.noun(&stranger))
    }

    /// The body named last before a token, within a sentence or two, or the source that spoke last and is none of the
    /// people: "Economists at the bank said ..., they wrote" are the economists.
    fn body_before(&mut self, token: usize) -> Option<u32> {
        let before = self.names.partition_point(|name| name.tokens.end <= token);
        let near = |name: &&usize| self.names[**name].tokens.end + NEAR > token;
        let body = |name: &usize| {
            self.names[*name].sort == Sort::Body
                && self.text.tokens[self.names[*name].tokens.start].quoted.is_none()
        };
        let earlier: Vec<usize> = (before.saturating_sub(NEAR)..before).rev().collect();
        let Some(&name) = earlier.iter().take_while(near).find(|name| body(name)) else {
            return self.last_body;
        };
        let span = Span::from(self.text.bytes(self.names[name].tokens.clone()));
        let holds = |last: &u32| {
            let described = &self.found[*last as usize];
            described.mentions.iter().any(|mention| *mention != span && mention.contains(span))
        };
        let described = self.last_body.filter(holds);
        described.or_else(|| Some(self.entity(self.people.of_name[name])))
    }

    /// Somebody whom the article does not name and a pronoun takes up: "A fisherman waited. ... he said".
    fn stranger_before(&self, token: usize, gender: Gender) -> Option<Phrase> {
        let before = self.strangers.partition_point(|phrase| phrase.tokens.end <= token);
        let stranger = self.strangers[..before].last().filter(|phrase| phrase.tokens.end + NEAR > token)?;
        let known = gender_of_noun(self.text.tokens[stranger.head_token].class);
        compatible(known, Some(gender)).then(|| stranger.clone())
    }

    /// The speaker for an entity, made on first need.
    fn entity(&mut self, entity: usize) -> u32 {
        if let Some(&known) = self.of_entity.get(&entity) {
            return known;
        }
        let found = &self.people.entities[entity];
        let bytes = |name: &usize| Span::from(self.text.bytes(self.names[*name].tokens.clone()));
        let index = self.found.len() as u32;
        self.found.push(Speaker {
            name: bytes(&found.fullest).of(self.text.text).split_whitespace().collect::<Vec<_>>().join(" "),
            kind: if found.person { SpeakerKind::Person } else { SpeakerKind::Body },
            mentions: found.mentions.iter().map(bytes).collect(),
            roles: self.roles.of_entity(entity),
            tied_to: None,
        });
        self.of_entity.insert(entity, index);
        index
    }

    /// The person whose role a definite description names: "the governor".
    fn by_role(&self, source: &Phrase) -> Option<usize> {
        let head = source.head_token;
        let token = &self.text.tokens[head];
        let definite = self.text.is_word(source.tokens.start, "the");
        if !definite || !token.is(Class::ROLE) {
            return None;
        }
        let gender = gender_of_noun(token.class);
        let fits = |entity: usize| {
            self.people.entities[entity].person && compatible(self.people.entities[entity].gender, gender)
        };
        self.roles.bearer(self.text, head, source.tokens.start).filter(|&entity| fits(entity))
    }

    /// Adds the people and described sources who are named and say nothing, and gives back all in the order of
    /// their first mention, with where each of the old indexes went.
    pub(crate) fn finish(mut self, aides: &[Phrase]) -> (Vec<Speaker>, Vec<u32>) {
        for entity in 0..self.people.entities.len() {
            let known = &self.people.entities[entity];
            let full = self.names[known.fullest].tokens.len() > 1 || !self.roles.of_entity(entity).is_empty();
            if known.person && full {
                self.entity(entity);
            }
        }
        for aide in aides {
            self.noun(aide);
        }
        let mut order: Vec<usize> = (0..self.found.len()).collect();
        order.sort_by_key(|&index| self.found[index].mentions.first().map(|mention| mention.start));
        let mut place = vec![0u32; order.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = new as u32;
        }
        let mut found: Vec<Option<Speaker>> = self.found.into_iter().map(Some).collect();
        let moved = order.iter().filter_map(|&old| found[old].take());
        let tied = |speaker: Speaker| Speaker {
            tied_to: speaker.tied_to.map(|tied| place[tied as usize]),
            ..speaker
        };
        (moved.map(tied).collect(), place)
    }
}

/// The last of several spans, in order of the text, that begins before a place.
pub(crate) fn last_before(spans: &[Span], place: u32) -> Option<&Span> {
    spans[..spans.partition_point(|span| span.start < place)].last()
}
