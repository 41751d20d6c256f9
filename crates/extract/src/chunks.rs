//! Sentences as chunks: noun phrases, verbs, marks, and each quotation as one piece.

use std::ops::Range;

use crate::{
    lexicon::Class,
    names::{Name, Sort, is_role_compound},
    tokens::{Shape, Text},
};

/// What a noun phrase is headed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Head {
    /// A name: an index into the names.
    Name(usize),
    /// A personal pronoun.
    Pronoun,
    /// A relative pronoun: who, which, that.
    Relative,
    /// An ordinary noun.
    Noun,
}

/// A noun phrase without what is attached to it by a preposition.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    pub(crate) tokens: Range<usize>,
    /// The token that heads it: the last of the name, or the last noun.
    pub(crate) head_token: usize,
    pub(crate) head: Head,
}

/// One piece of a sentence.
#[derive(Debug, Clone)]
pub(crate) enum Chunk {
    Phrase(Phrase),
    /// A quotation: an index into [`Text::quoted`].
    Quote(usize),
    /// A verb that may attribute, in any form.
    Cue(usize),
    /// Another verb.
    Verb(usize),
    Auxiliary(usize),
    Adverb(usize),
    Preposition(usize),
    Conjunction,
    Subordinator(usize),
    Comma,
    Colon,
    Dash,
    Stop,
    Other,
}

/// A sentence of the narrative.
#[derive(Debug, Default)]
pub(crate) struct Sentence {
    pub(crate) chunks: Vec<Chunk>,
    /// The paragraph it stands in.
    pub(crate) paragraph: usize,
}

/// The sentences of a text.
pub(crate) fn sentences(text: &Text<'_>, names: &[Name]) -> Vec<Sentence> {
    let mut chunker =
        Chunker { text, names, next_name: 0, sentences: Vec::new(), current: Sentence::default() };
    for (index, paragraph) in text.paragraphs.iter().enumerate() {
        chunker.current.paragraph = index;
        chunker.paragraph(paragraph.clone());
    }
    chunker.sentences
}

struct Chunker<'a> {
    text: &'a Text<'a>,
    names: &'a [Name],
    /// The first name that does not end before the place we are at.
    next_name: usize,
    sentences: Vec<Sentence>,
    current: Sentence,
}

impl Chunker<'_> {
    fn paragraph(&mut self, paragraph: Range<usize>) {
        let mut at = paragraph.start;
        while at < paragraph.end {
            at = self.piece(at, paragraph.end);
        }
        self.end_sentence();
    }

    fn end_sentence(&mut self) {
        let paragraph = self.current.paragraph;
        if !self.current.chunks.is_empty() {
            let sentence = std::mem::replace(&mut self.current, Sentence { chunks: Vec::new(), paragraph });
            self.sentences.push(sentence);
        }
    }

    /// Takes one piece; gives where the next begins.
    fn piece(&mut self, at: usize, end: usize) -> usize {
        let token = self.text.tokens[at];
        if let Some(quoted) = token.quoted {
            return self.quotation(quoted as usize, at, end);
        }
        let chunk = match token.shape {
            Shape::Open => return self.parenthesis(at, end),
            Shape::Comma => Chunk::Comma,
            Shape::Colon => Chunk::Colon,
            Shape::Semicolon => Chunk::Dash,
            Shape::Dash if token.spaced || self.text.tokens.get(at + 1).is_some_and(|next| next.spaced) => {
                Chunk::Dash
            }
            Shape::Dash
                if self.text.word(at).starts_with(['—', '–', '―']) || self.text.word(at).len() > 1 =>
            {
                Chunk::Dash
            }
            Shape::Stop => {
                self.current.chunks.push(Chunk::Stop);
                self.end_sentence();
                return at + 1;
            }
            Shape::Word | Shape::Number => return self.word(at, end),
            // "he's": the pronoun's verb.
            Shape::Possessive if at > 0 && self.text.tokens[at - 1].is(Class::PRONOUN) => {
                Chunk::Auxiliary(at)
            }
            _ => Chunk::Other,
        };
        self.current.chunks.push(chunk);
        at + 1
    }

    fn quotation(&mut self, quoted: usize, at: usize, end: usize) -> usize {
        if self.abbreviation_ended_sentence(quoted, at) {
            self.end_sentence();
        }
        let begins = self.current.chunks.is_empty();
        let after =
            (at..end).find(|&next| self.text.tokens[next].quoted != Some(quoted as u32)).unwrap_or(end);
        self.current.chunks.push(Chunk::Quote(quoted));
        if self.quotation_ends_sentence(quoted, after, end, begins) {
            self.end_sentence();
        }
        after
    }

    /// Whether the period of an abbreviation right before a quotation ended its sentence too: "of Fresno, Calif. “I”".
    fn abbreviation_ended_sentence(&self, quoted: usize, at: usize) -> bool {
        let period = at > 0 && self.text.tokens[at - 1].is_word() && self.text.word(at - 1).ends_with('.');
        let inside = &self.text.text[self.text.quoted[quoted].inside.clone()];
        let title = period && self.text.tokens[at - 1].is(Class::HONORIFIC.or(Class::TITLE));
        period && !title && inside.trim_start().starts_with(char::is_uppercase)
    }

    /// Whether a sentence ends with this quotation: it ends with a stop, and no cue follows that belongs to it.
    fn quotation_ends_sentence(&self, quoted: usize, after: usize, end: usize, begins: bool) -> bool {
        let inside = self.text.text[self.text.quoted[quoted].inside.clone()].trim_end();
        let inside = inside.trim_end_matches(['\'', '’', ')']);
        if after >= end {
            return true;
        }
        let next = &self.text.tokens[after];
        if next.quoted.is_some() && inside.ends_with(['.', '!', '?', ',', '…']) {
            return true;
        }
        if !inside.ends_with(['.', '!', '?', '…']) || !next.is_word() {
            return false;
        }
        let lower = !next.capital;
        if lower {
            return false;
        }
        let question = inside.ends_with(['!', '?']);
        !(begins && self.tag_follows(after, end, question))
    }

    /// Whether "Name said" or "said Name" stands at `at`, alone in its sentence where `loose` is not set.
    fn tag_follows(&self, at: usize, end: usize, loose: bool) -> bool {
        /// A tag has its cue within so many words.
        const REACH: usize = 6;
        let tokens = &self.text.tokens;
        let cue = (at..end.min(at + REACH))
            .find(|&at| tokens[at].is(Class::SPEECH) && tokens[at].is(Class::FINITE) && !tokens[at].capital);
        let Some(cue) = cue else { return false };
        let plain = (at..cue).all(|at| {
            (tokens[at].is_word() || tokens[at].shape == Shape::Possessive)
                && !tokens[at].is(Class::PREPOSITION.or(Class::CONJUNCTION))
                || tokens[at].shape == Shape::Number
        });
        let ends = cue + 1 >= end
            || tokens[cue + 1].shape == Shape::Stop
            || loose && (tokens[cue + 1].shape == Shape::Comma || tokens[cue + 1].is(Class::PREPOSITION));
        plain && (ends || loose && !self.text.is_word(cue + 1, "that"))
    }

    /// Passes over what stands in parentheses, but for quotations in it.
    fn parenthesis(&mut self, at: usize, end: usize) -> usize {
        /// A parenthesis that is longer was never closed.
        const LONGEST: usize = 60;
        let closing =
            (at + 1..end.min(at + LONGEST)).find(|&next| self.text.tokens[next].shape == Shape::Close);
        match closing {
            Some(close) if (at..close).all(|inside| self.text.tokens[inside].quoted.is_none()) => close + 1,
            _ => {
                self.current.chunks.push(Chunk::Other);
                at + 1
            }
        }
    }

    fn word(&mut self, at: usize, end: usize) -> usize {
        let token = &self.text.tokens[at];
        let has = |class| token.is(class);
        let next_is_noun =
            self.text.tokens.get(at + 1).is_some_and(|next| {
                next.is_word() && !next.is(Class::FUNCTION.or(Class::CUE).or(Class::VERB))
            });
        let next_opens =
            self.text.tokens.get(at + 1).is_some_and(|next| next.is(Class::DETERMINER.or(Class::POSSESSIVE)));
        if self.name_at(at).is_some() {
            return self.phrase(at, end);
        }
        if self.text.is_word(at, "that") && !has(Class::CUE) {
            return self.that(at, end);
        }
        let single = if has(Class::RELATIVE) && !self.text.is_word(at, "whose") {
            Chunk::Phrase(Phrase { tokens: at..at + 1, head_token: at, head: Head::Relative })
        } else if has(Class::PRONOUN) && !(has(Class::POSSESSIVE.or(Class::DETERMINER)) && next_is_noun) {
            Chunk::Phrase(Phrase { tokens: at..at + 1, head_token: at, head: Head::Pronoun })
        } else if has(Class::AUXILIARY) && !(token.capital && has(Class::GIVEN)) {
            Chunk::Auxiliary(at)
        } else if has(Class::CONJUNCTION) {
            Chunk::Conjunction
        } else if self.text.is_word(at, "according") {
            Chunk::Preposition(at)
        } else if has(Class::SUBORDINATOR) && !(has(Class::PREPOSITION) && (next_is_noun || next_opens)) {
            Chunk::Subordinator(at)
        } else if has(Class::PREPOSITION) {
            Chunk::Preposition(at)
        } else if has(Class::DETERMINER.or(Class::POSSESSIVE)) {
            return self.phrase(at, end);
        } else if has(Class::ADVERB) || self.text.word(at).ends_with("ly") && !has(Class::GIVEN) {
            Chunk::Adverb(at)
        } else if has(Class::CUE) && !self.verb_is_noun(at) {
            Chunk::Cue(at)
        } else if has(Class::VERB) && !self.verb_is_noun(at) || self.is_unknown_verb(at) {
            Chunk::Verb(at)
        } else {
            return self.phrase(at, end);
        };
        self.current.chunks.push(single);
        at + 1
    }

    /// Whether a word that no list has looks like a participle where a phrase could begin: "prompting", "fueled".
    fn is_unknown_verb(&self, at: usize) -> bool {
        let (token, word) = (&self.text.tokens[at], self.text.word(at));
        let ends = (word.ends_with("ing") || word.ends_with("ed")) && word.len() > 5;
        ends && !token.capital && token.class == Class::NONE
    }

    /// "that" introduces a clause, relates to the noun before it, or points at the noun behind it.
    fn that(&mut self, at: usize, end: usize) -> usize {
        let after_noun = matches!(
            self.current.chunks.last(),
            Some(Chunk::Phrase(Phrase { head: Head::Noun | Head::Name(_), .. }))
        );
        let next = self.text.tokens.get(at + 1).filter(|_| at + 1 < end);
        let before_verb =
            next.is_some_and(|next| next.is(Class::AUXILIARY.or(Class::FINITE)) && !next.is(Class::PRONOUN));
        self.current.chunks.push(match after_noun && before_verb {
            true => Chunk::Phrase(Phrase { tokens: at..at + 1, head_token: at, head: Head::Relative }),
            false => Chunk::Subordinator(at),
        });
        at + 1
    }

    /// Whether a word that may be a verb is a noun here: it begins a phrase and a verb follows, or "of".
    fn verb_is_noun(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        if token.is(Class::PARTICIPLE) || !token.is(Class::BASE.or(Class::FINITE)) || token.is(Class::GERUND)
        {
            return false;
        }
        let opens =
            matches!(self.current.chunks.last(), None | Some(Chunk::Preposition(_) | Chunk::Conjunction));
        let to = at > 0 && self.text.is_word(at - 1, "to");
        let next = self.text.tokens.get(at + 1);
        let verb_next = next.is_some_and(|next| {
            next.is(Class::AUXILIARY) || next.is(Class::SPEECH) && next.is(Class::FINITE)
        });
        let governed =
            matches!(self.current.chunks.last(), Some(Chunk::Preposition(_))) && token.is(Class::BASE);
        opens && !to && (governed || verb_next || self.text.is_word(at + 1, "of"))
    }

    /// The name that begins at `at`, its title included.
    fn name_at(&mut self, at: usize) -> Option<usize> {
        while self.names.get(self.next_name).is_some_and(|name| name.whole().end <= at) {
            self.next_name += 1;
        }
        (self.names.get(self.next_name)?.whole().start == at).then_some(self.next_name)
    }

    /// Takes a noun phrase that begins at `at`.
    fn phrase(&mut self, start: usize, end: usize) -> usize {
        let mut at = start;
        let mut head = None;
        let mut head_token = start;
        let mut opened = false;
        while at < end && self.text.tokens[at].quoted.is_none() {
            if let Some(name) = self.name_at(at) {
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
                Shape::Number => head = head.filter(|_| false).or(Some(Head::Noun)),
                Shape::Word if self.continues(at, start, opened, head) => {
                    opened |= token.is(Class::DETERMINER.or(Class::POSSESSIVE));
                    if !token.is(Class::DETERMINER.or(Class::POSSESSIVE)) || at > start {
                        head = Some(Head::Noun);
                        head_token = at;
                    }
                }
                _ => break,
            }
            at += 1;
        }
        let at = at.max(start + 1);
        let phrase = Phrase { tokens: start..at, head_token, head: head.unwrap_or(Head::Noun) };
        self.push_phrase(phrase);
        at
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
        if has(Class::ADVERB) || word.ends_with("ly") && !is_noun_like(token.class) {
            return opened && empty;
        }
        if has(Class::CUE.or(Class::VERB)) && at > start {
            return self.verb_in_phrase(at, opened, empty);
        }
        let after_name = matches!(head, Some(Head::Name(_)));
        !(after_name && (word.ends_with("ed") || word.ends_with("ing")))
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
        let past = token.is(Class::SPEECH) && token.is(Class::FINITE) && !token.is(Class::BASE);
        if never || empty && alone && past {
            return false;
        }
        if opened && empty {
            return true;
        }
        let noun = Class::SPEECH_NOUN.or(Class::DOCUMENT).or(Class::COLLECTIVE);
        let next = self.text.tokens.get(at + 1);
        // "the campaign on Monday said", "his remarks about": nouns where a determiner opened the phrase.
        let ends_phrase = next.is_some_and(|next| {
            !next.is_word() || next.is(Class::PREPOSITION.or(Class::AUXILIARY).or(Class::FINITE))
        });
        let governs = next.is_some_and(|next| next.is(Class::PREPOSITION));
        let after_name = self.text.tokens[at - 1].capital;
        if token.is(noun) && (opened && ends_phrase || governs && !after_name) {
            return true;
        }
        // A base form agrees only with a plural: "critics say", but "her private email".
        let before = &self.text.tokens[at - 1];
        let plural =
            self.text.word(at - 1).ends_with('s') || before.is(Class::PLURAL_PERSON) || before.capital;
        if token.is(Class::BASE) && !token.is(Class::PARTICIPLE) && before.is_word() && !plural {
            return true;
        }
        let verb_next = next.is_some_and(|next| {
            next.is(Class::AUXILIARY)
                || next.is(Class::SPEECH) && next.is(Class::FINITE) && !next.is(Class::BASE)
        });
        let role_next = next.is_some_and(|next| {
            next.is(Class::ROLE)
                || next.shape == Shape::Possessive
                || is_role_compound(self.text.word(at + 1))
        });
        (token.is(Class::BASE) || token.is(noun)) && (verb_next || role_next)
    }
}

fn is_noun_like(class: Class) -> bool {
    class.any(Class::ROLE.or(Class::COLLECTIVE).or(Class::GIVEN).or(Class::DOCUMENT))
}
