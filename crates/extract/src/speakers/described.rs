//! Sources that are described, not named: "a spokesman for the port", "the company", "Ann Doe's office".

use super::Speakers;
use crate::{
    chunks::{Chunk, Head, Phrase, Sentence},
    lexicon::{Class, number},
    model::{Span, Speaker, SpeakerKind},
    names::ending_at,
    tokens::{Shape, Text},
};

impl Speakers<'_> {
    /// A source that is described: somebody the article names elsewhere by that role, or one it never names.
    pub(super) fn noun(&mut self, source: &Phrase) -> u32 {
        if let Some(entity) = self.by_role(source) {
            return self.entity(entity);
        }
        let span = Span::from(self.text.bytes(source.tokens.clone()));
        if let Some(known) = self.taken_up(source) {
            self.found[known as usize].mentions.push(span);
            return known;
        }
        let key = self.description(source);
        if let Some(&known) = self.described.get(&key) {
            self.found[known as usize].mentions.push(span);
            return known;
        }
        // "a person familiar with the talks": an adjective that no list has stands where the head should.
        let adjective = self.text.tokens[source.head_token].class == Class::NONE;
        let noun = source.head_token - usize::from(adjective && source.head_token > source.tokens.start);
        let class = self.text.tokens[noun].class;
        let person = class.any(Class::ROLE.or(Class::PLURAL_PERSON).or(Class::PRONOUN))
            && !class.any(Class::COLLECTIVE);
        let tied_to = self.owner(source);
        let index = self.found.len() as u32;
        let kind = if person { SpeakerKind::Unnamed } else { SpeakerKind::Body };
        let bare = without_article(span.of(self.text.text));
        let name = bare.split_whitespace().collect::<Vec<_>>().join(" ");
        self.found.push(Speaker { name, kind, mentions: vec![span], roles: Vec::new(), tied_to });
        self.described.insert(key, index);
        if kind == SpeakerKind::Unnamed {
            self.last_of_role.insert(self.text.tokens[noun].number, index);
        }
        index
    }

    /// Whom "the person" takes up, where nothing else describes that one: the last who was brought in by the same noun.
    fn taken_up(&self, source: &Phrase) -> Option<u32> {
        let head = &self.text.tokens[source.head_token];
        let bare = source.tokens.len() == 2 && self.text.is_word(source.tokens.start, "the");
        (bare && head.is(Class::ROLE)).then(|| self.last_of_role.get(&head.number).copied()).flatten()
    }

    /// The numbers of the words of a phrase, without the article that opens it.
    fn description(&self, source: &Phrase) -> Vec<u32> {
        let number_of = |at: usize| match &self.text.tokens[at] {
            word if word.is_word() => word.number,
            _ => number(self.text.word(at).as_bytes()),
        };
        let opened = is_article(self.text.word(source.tokens.start)) && source.tokens.len() > 1;
        (source.tokens.start + usize::from(opened)..source.tokens.end).map(number_of).collect()
    }

    /// The person in whose name a body or aide is described: "Doe's office".
    fn owner(&mut self, source: &Phrase) -> Option<u32> {
        let possessive = source.tokens.clone().find(|&at| self.text.tokens[at].shape == Shape::Possessive)?;
        let name = ending_at(self.names, possessive)?;
        Some(self.entity(self.people.of_name[name]))
    }
}

/// The phrases that bring in somebody by what they are, without a name: "a fisherman", "one woman".
pub(super) fn strangers(text: &Text<'_>, sentences: &[Sentence]) -> Vec<Phrase> {
    let brings_in = |phrase: &&Phrase| {
        let article =
            || ["a", "an", "one", "another"].iter().any(|word| text.is_word(phrase.tokens.start, word));
        phrase.head == Head::Noun && text.tokens[phrase.head_token].is(Class::ROLE) && article()
    };
    let phrases = sentences.iter().flat_map(|sentence| &sentence.chunks).filter_map(|chunk| match chunk {
        Chunk::Phrase(phrase) => Some(phrase),
        _ => None,
    });
    phrases.filter(brings_in).cloned().collect()
}

/// A description without the article that opens it.
fn without_article(words: &str) -> &str {
    match words.split_once(char::is_whitespace) {
        Some((first, rest)) if is_article(first) => rest.trim_start(),
        _ => words,
    }
}

fn is_article(word: &str) -> bool {
    ["the", "a", "an"].iter().any(|article| word.eq_ignore_ascii_case(article))
}
