//! Noun phrases: where each begins and ends, and what heads it.

use super::{Chunk, Chunker, Head, Phrase};
use crate::{
    lexicon::{Class, is_role_compound},
    names::Sort,
    tokens::Shape,
};

/// Nouns that are verbs too.
const NOUNS: Class = Class::SPEECH_NOUN.or(Class::DOCUMENT).or(Class::COLLECTIVE).or(Class::ROLE);

impl Chunker<'_> {
    /// Takes a noun phrase that begins at `at`.
    pub(super) fn phrase(&mut self, start: usize, end: usize) -> usize {
        let mut at = start;
        let mut head = None;
        let mut head_token = start;
        let mut opened = false;
        while at < end && self.text.tokens[at].quoted.is_none() {
            if let Some(name) = self.name_at(at) {
                if at > start && self.begins_anew(at, name) {
                    break;
                }
                at = self.names[name].whole().end;
                head = Some(Head::Name(name));
                head_token = self.names[name].tokens.end - 1;
                continue;
            }
            let token = &self.text.tokens[at];
            match token.shape {
                Shape::Possessive if at > start => {
                    opened = true;
                    head = None;
                }
                Shape::Number => {
                    opened |= at == start;
                    head = Some(Head::Noun);
                }
                Shape::Word if self.continues(at, start, opened, head) => {
                    let opens = token.is(Class::DETERMINER.or(Class::POSSESSIVE));
                    opened |= opens;
                    if !opens || at > start {
                        head = Some(Head::Noun);
                        head_token = at;
                    }
                }
                _ => break,
            }
            at += 1;
        }
        let tokens = start..at.max(start + 1);
        let end = tokens.end;
        self.push_phrase(Phrase { tokens, head_token, head: head.unwrap_or(Head::Noun) });
        end
    }

    /// "at the party convention Sen. Ann Doe said": whether a titled name stands behind a body or an occasion.
    fn begins_anew(&self, at: usize, name: usize) -> bool {
        let before = &self.text.tokens[at - 1];
        let other =
            before.is(Class::ORGANISATION.or(Class::MEDIUM)) && !before.is(Class::ROLE.or(Class::TITLE));
        other && !self.names[name].title.is_empty() && self.text.tokens[at].is(Class::ABBREVIATION)
    }

    /// Keeps a phrase; joins "secretary" + "of" + "state Ann Doe" into one.
    fn push_phrase(&mut self, phrase: Phrase) {
        if let Head::Name(name) = phrase.head
            && self.names[name].sort == Sort::Person
            && phrase.tokens.start < self.names[name].whole().start
            && let [.., Chunk::Phrase(office), Chunk::Preposition(of)] = self.current.chunks.as_slice()
            && self.text.word(*of) == "of"
            && office.head == Head::Noun
            && self.text.tokens[office.head_token].is(Class::ROLE)
            && !(phrase.tokens.clone()).any(|at| self.text.tokens[at].shape == Shape::Possessive)
        {
            let tokens = office.tokens.start..phrase.tokens.end;
            self.current.chunks.truncate(self.current.chunks.len() - 2);
            self.current.chunks.push(Chunk::Phrase(Phrase { tokens, ..phrase }));
            return;
        }
        self.current.chunks.push(Chunk::Phrase(phrase));
    }

    /// Whether the word at `at` goes on with a phrase that began at `start`; `opened`: a determiner began it.
    fn continues(&self, at: usize, start: usize, opened: bool, head: Option<Head>) -> bool {
        let token = &self.text.tokens[at];
        let has = |class| token.is(class);
        if has(Class::DETERMINER.or(Class::POSSESSIVE)) {
            return at == start || self.text.tokens[at - 1].is(Class::DETERMINER) && head.is_none();
        }
        let blocked = Class::PREPOSITION
            .or(Class::CONJUNCTION)
            .or(Class::SUBORDINATOR)
            .or(Class::AUXILIARY)
            .or(Class::PRONOUN)
            .or(Class::RELATIVE);
        // A day behind a noun is when, not what: "on X Monday".
        if has(blocked) || has(Class::DAY) && at > start && !opened {
            return false;
        }
        let empty = head.is_none();
        let word = self.text.word(at);
        if !empty && self.is_how_long(at) {
            return false;
        }
        // "on Wednesday downplayed": of what follows a day only "morning" and the like belong to it.
        if at > start && self.text.tokens[at - 1].is(Class::DAY) && !token.capital && !token.is(Class::TIME) {
            return is_noun_like(token.class);
        }
        if has(Class::ADVERB) || word.ends_with("ly") && !is_noun_like(token.class) {
            return opened && empty;
        }
        if has(Class::CUE.or(Class::VERB)) && at > start {
            return self.verb_in_phrase(at, opened, empty);
        }
        if !empty && self.is_unlisted_third(at) && self.opens_clause(self.current.chunks.last()) {
            return false;
        }
        let after_name = matches!(head, Some(Head::Name(_)));
        let participle = word.ends_with("ed") || word.ends_with("ing");
        !(participle && (after_name || !empty && token.class == Class::NONE && self.governs(at)))
    }

    /// "told a reporter years later": whether a length of time begins that is no part of what stands before it.
    fn is_how_long(&self, at: usize) -> bool {
        let lengths = ["years", "months", "weeks", "days", "hours", "minutes"];
        let after = ["later", "ago", "earlier", "before"];
        lengths.iter().any(|word| self.text.is_word(at, word))
            && after.iter().any(|word| self.text.is_word(at + 1, word))
            && self.text.tokens[at - 1].is(Class::ROLE.or(Class::PLURAL_PERSON).or(Class::COLLECTIVE))
    }

    /// Whether what begins behind a chunk can be the subject of a clause.
    pub(super) fn opens_clause(&self, before: Option<&Chunk>) -> bool {
        matches!(
            before,
            None | Some(
                Chunk::Comma | Chunk::Quote(_) | Chunk::Subordinator(_) | Chunk::Conjunction | Chunk::Dash
            )
        )
    }

    /// Whether a word that no list has is a verb in the third person, by the object that follows a singular noun and
    /// it: "the ad targets a system".
    pub(super) fn is_unlisted_third(&self, at: usize) -> bool {
        let (token, word) = (&self.text.tokens[at], self.text.word(at));
        let third = word.len() > 4
            && word.ends_with('s')
            && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
        let singular = at > 0 && self.text.tokens[at - 1].is_word() && !self.text.word(at - 1).ends_with('s');
        let object =
            self.text.tokens.get(at + 1).is_some_and(|next| next.is(Class::DETERMINER.or(Class::POSSESSIVE)));
        third && token.class == Class::NONE && !token.capital && singular && object
    }

    /// Whether what follows is what follows a verb, not an adjective: "the lawsuit filed by", "the crowd booed".
    fn governs(&self, at: usize) -> bool {
        let grammar = Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::DETERMINER).or(Class::POSSESSIVE);
        self.text.tokens.get(at + 1).is_none_or(|next| !next.is_word() || next.is(grammar.or(Class::PRONOUN)))
    }

    /// Whether a verb's form is a noun, being the object of a verb or a preposition with nothing of its own behind it:
    /// "continued his scathing remarks.", "in the mass shooting in".
    fn is_object(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        let governed = match self.current.chunks.last() {
            Some(Chunk::Preposition(_)) => true,
            Some(Chunk::Cue(verb) | Chunk::Verb(verb)) => !self.text.tokens[*verb].is(Class::SPEECH),
            _ => false,
        };
        let before = &self.text.tokens[at - 1];
        let adjective = before.class == Class::NONE && !before.capital && before.is_word();
        let named = token.is(Class::SPEECH_NOUN.or(Class::MEDIUM)) && token.is(Class::FINITE)
            || token.is(Class::GERUND) && !token.is(Class::SPEECH) && adjective;
        let opens = Class::SUBORDINATOR.or(Class::DETERMINER).or(Class::POSSESSIVE).or(Class::PRONOUN);
        let goes_on = self.text.tokens.get(at + 1).is_some_and(|next| {
            let named = next.capital && !next.is(Class::DAY);
            next.is(opens) && !next.is(Class::PREPOSITION) || named || next.quoted.is_some()
        });
        governed && named && !goes_on
    }

    /// Whether a word that may be a verb is a noun or an adjective inside a phrase.
    fn verb_in_phrase(&self, at: usize, opened: bool, empty: bool) -> bool {
        let token = &self.text.tokens[at];
        let never = ["said", "says", "told", "wrote", "went", "thinks", "knows", "began"]
            .contains(&self.text.word(at));
        // "Another tweeted": these stand alone as well as before a noun.
        let alone =
            ["another", "some", "many", "others", "both", "several", "few", "most", "one", "each", "this"]
                .iter()
                .any(|word| self.text.is_word(at - 1, word));
        let past = token.is(Class::CUE) && token.is(Class::FINITE) && !token.is(Class::BASE);
        if opened && !empty && !past && self.is_object(at) {
            return true;
        }
        if never || empty && alone && past {
            return false;
        }
        if opened && empty {
            return true;
        }
        !self.notes_that(at)
            && (self.names_thing(at, opened)
                || self.is_base_of_noun(at, opened, empty)
                || self.stands_before_role(at))
    }

    /// Whether a word that names what is said or people together stands as a noun: "the campaign on Monday said", "his
    /// remarks about", where a determiner opened the phrase.
    fn names_thing(&self, at: usize, opened: bool) -> bool {
        let (token, before, next) =
            (&self.text.tokens[at], &self.text.tokens[at - 1], self.text.tokens.get(at + 1));
        let after = Class::PREPOSITION
            .or(Class::AUXILIARY)
            .or(Class::FINITE)
            .or(Class::GERUND)
            .or(Class::SUBORDINATOR)
            .or(Class::ADVERB);
        let ends_phrase =
            next.is_some_and(|next| !next.is_word() && !token.is(Class::SPEECH) || next.is(after));
        let governs = next.is_some_and(|next| next.is(Class::PREPOSITION));
        // "according to news reports,"
        let object = matches!(self.current.chunks.last(), Some(Chunk::Preposition(to)) if to.checked_sub(1).is_some_and(|at| self.text.is_word(at, "according")))
            && next.is_none_or(|next| !next.is_word());
        token.is(NOUNS) && (object || opened && ends_phrase || governs && !before.capital)
    }

    /// "The Journal notes that", "the paper notes that"
    fn notes_that(&self, at: usize) -> bool {
        let before = &self.text.tokens[at - 1];
        let singular = before.class.any(NOUNS) && !self.text.word(at - 1).ends_with('s');
        (before.capital || singular)
            && self.text.is_word(at + 1, "that")
            && self.text.tokens[at].is(Class::SPEECH)
            && self.text.word(at).ends_with('s')
    }

    /// Whether a base form is a noun, because it agrees only with a plural: "critics say", but "her private email".
    fn is_base_of_noun(&self, at: usize, opened: bool, empty: bool) -> bool {
        let (token, before, next) =
            (&self.text.tokens[at], &self.text.tokens[at - 1], self.text.tokens.get(at + 1));
        let name = before.capital && !before.is(Class::DAY.or(Class::MONTH));
        let plural = self.text.word(at - 1).ends_with('s') || before.is(Class::PLURAL_PERSON) || name;
        let object = next.is_some_and(|next| {
            next.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::PRONOUN)) || next.capital
        });
        let noun_form = !token.is(Class::PARTICIPLE) || opened && !empty && !object && !token.is(Class::CUE);
        token.is(Class::BASE) && noun_form && before.is_word() && !plural
    }

    /// Whether a verb, or a role that the word says more of, stands behind it: "campaign manager".
    fn stands_before_role(&self, at: usize) -> bool {
        let (token, next) = (&self.text.tokens[at], self.text.tokens.get(at + 1));
        let verb_next = next.is_some_and(|next| {
            next.is(Class::AUXILIARY)
                || next.is(Class::SPEECH) && next.is(Class::FINITE) && !next.is(Class::BASE)
        });
        let role_next = next.is_some_and(|next| {
            next.is(Class::ROLE)
                || next.shape == Shape::Possessive
                || is_role_compound(self.text.word(at + 1))
        });
        token.is(Class::BASE.or(NOUNS)) && (verb_next || role_next)
    }
}

fn is_noun_like(class: Class) -> bool {
    class.any(Class::ROLE.or(Class::COLLECTIVE).or(Class::GIVEN).or(Class::DOCUMENT))
}
