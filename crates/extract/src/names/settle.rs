//! What names name, told by their surroundings and by each other.

use rustc_hash::FxHashSet;

use super::{Name, Sort};
use crate::{
    lexicon::{Class, is_role_compound},
    tokens::{Shape, Text},
};

/// Settles names by their surroundings and by each other: an unknown name that stands beside a role or an age, or
/// carries the surname of a person, is a person's.
pub(super) fn settle(text: &Text<'_>, names: &mut [Name]) {
    // "Marty West" bears the name of a place.
    let given = |name: &Name| name.sort == Sort::Place && text.tokens[name.tokens.start].is(Class::GIVEN);
    for name in
        names.iter_mut().filter(|name| (name.sort == Sort::Unknown || given(name)) && name.tokens.len() > 1)
    {
        if beside_role(text, name) || beside_speech(text, name) || behind_role_and_comma(text, name) {
            name.sort = Sort::Person;
        }
    }
    // "Bob said": a given name alone, of one whose surname the article keeps.
    let alone = |name: &Name| name.tokens.len() == 1 && text.tokens[name.tokens.start].is(Class::GIVEN);
    for name in names.iter_mut().filter(|name| name.sort == Sort::Unknown && alone(name)) {
        if speaks(text, name) {
            name.sort = Sort::Person;
        }
    }
    let last = |name: &Name| text.word(name.tokens.end - 1);
    let surnames: FxHashSet<&str> = names.iter().filter(|name| name.sort == Sort::Person).map(last).collect();
    let capitals: FxHashSet<String> = surnames.iter().map(|surname| surname.to_uppercase()).collect();
    for name in names.iter_mut().filter(|name| name.sort != Sort::Person) {
        let one = name.tokens.len() == 1;
        let known = surnames.contains(last(name)) && !text.is_word(name.tokens.start.wrapping_sub(1), "the");
        let fits = known && (one && name.sort != Sort::Body || name.sort == Sort::Unknown);
        // Transcripts print "DOE:".
        let printed_large = is_label(text, name)
            || one && text.tokens[name.tokens.start].upper && capitals.contains(last(name));
        if fits || printed_large {
            name.sort = Sort::Person;
        }
    }
    people_by_pairs(text, names);
    people_by_pronouns(text, names);
}

/// Whether a name begins a paragraph, and a colon with somebody's words follows: a transcript's label. In small letters
/// it is one where the words have no marks, as only those of a transcript do.
fn is_label(text: &Text<'_>, name: &Name) -> bool {
    let tokens = &text.tokens[name.tokens.clone()];
    let large = tokens.iter().all(|token| token.upper && !token.is(Class::ORGANISATION)) && tokens.len() <= 3;
    let acronym = tokens.len() == 1 && tokens[0].end - tokens[0].start < 4;
    let begins =
        text.paragraphs.binary_search_by_key(&name.whole().start, |paragraph| paragraph.start).is_ok();
    let colon = text.tokens.get(name.tokens.end).is_some_and(|token| token.shape == Shape::Colon);
    let words = text.tokens.get(name.tokens.end + 1).and_then(|token| token.quoted);
    let speaks = words.is_some_and(|words| large && !acronym || text.quoted[words as usize].is_turn());
    begins && colon && speaks
}

/// A name of two or three words is a person's where "he" or "she" follows and nobody else is named before it.
fn people_by_pronouns(text: &Text<'_>, names: &mut [Name]) {
    /// The pronoun stands within so many words.
    const REACH: usize = 40;
    let third = |at: usize| {
        let token = &text.tokens[at];
        token.is(Class::PRONOUN.or(Class::POSSESSIVE))
            && ["he", "she", "his", "her"].iter().any(|word| text.is_word(at, word))
            && token.quoted.is_none()
    };
    for index in 0..names.len() {
        let unquoted = |name: &&Name| text.tokens[name.tokens.start].quoted.is_none();
        let (name, next) = (&names[index], names[index + 1..].iter().find(unquoted));
        if name.sort != Sort::Unknown || !(2..=3).contains(&name.tokens.len()) {
            continue;
        }
        let alone = index.checked_sub(1).is_none_or(|before| names[before].sort != Sort::Person);
        let end = next.map_or(text.tokens.len(), |next| next.whole().start).min(name.tokens.end + REACH);
        if alone && unquoted(&name) && (name.tokens.end..end).any(third) {
            names[index].sort = Sort::Person;
        }
    }
}

/// A name of two or three words whose last word later stands alone is a person's: bodies are not called by their
/// last word.
fn people_by_pairs(text: &Text<'_>, names: &mut [Name]) {
    let alone: FxHashSet<&str> = names
        .iter()
        .filter(|name| name.tokens.len() == 1 && matches!(name.sort, Sort::Unknown | Sort::Person))
        .map(|name| text.word(name.tokens.start))
        .collect();
    let pair = |name: &Name| name.sort == Sort::Unknown && (2..=3).contains(&name.tokens.len());
    let mut people: FxHashSet<&str> = FxHashSet::default();
    for name in names.iter_mut().filter(|name| pair(name)) {
        let last = text.word(name.tokens.end - 1);
        if alone.contains(last) {
            name.sort = Sort::Person;
            people.insert(last);
        }
    }
    let single = |name: &&mut Name| name.tokens.len() == 1 && name.sort == Sort::Unknown;
    for name in names.iter_mut().filter(single) {
        if people.contains(text.word(name.tokens.start)) {
            name.sort = Sort::Person;
        }
    }
}

/// Whether a role stands right before the name, or a role, an age or a party behind it.
fn beside_role(text: &Text<'_>, name: &Name) -> bool {
    let role = Class::ROLE.or(Class::TITLE);
    let before = name.tokens.start.checked_sub(1).is_some_and(|before| {
        let token = &text.tokens[before];
        token.is_word()
            && (token.is(role) || is_role_compound(text.word(before)))
            && token.quoted == text.tokens[name.tokens.start].quoted
    });
    before || role_behind(text, name.tokens.end)
}

/// Whether a role and a comma stand before the name, and a mark behind it: "the minister, Ann Doe, left".
fn behind_role_and_comma(text: &Text<'_>, name: &Name) -> bool {
    let closes = |at: usize| {
        text.tokens
            .get(at)
            .is_none_or(|token| matches!(token.shape, Shape::Comma | Shape::Stop | Shape::Mark))
    };
    let Some(role) = name.tokens.start.checked_sub(2) else { return false };
    text.tokens[role + 1].shape == Shape::Comma
        && text.tokens[role].is(Class::ROLE)
        && !text.tokens[role].capital
        && closes(name.tokens.end)
}

/// Whether a verb of speech stands right behind the name or before it.
fn speaks(text: &Text<'_>, name: &Name) -> bool {
    let says = |at: usize| {
        text.tokens
            .get(at)
            .is_some_and(|token| token.is(Class::SPEECH) && token.is(Class::FINITE) && !token.is(Class::BASE))
    };
    says(name.tokens.end) || name.tokens.start.checked_sub(1).is_some_and(says)
}

/// Whether the name speaks: "Ann Doe said", "said Ann Doe"; or an ordinary noun describes it: "speechwriter Ann Doe".
fn beside_speech(text: &Text<'_>, name: &Name) -> bool {
    let says = |at: usize| {
        text.tokens
            .get(at)
            .is_some_and(|token| token.is(Class::SPEECH) && token.is(Class::FINITE) && !token.is(Class::BASE))
    };
    let quoted = text.tokens[name.tokens.start].quoted;
    // "Ann Doe later testified"
    let adverb = text.tokens.get(name.tokens.end).is_some_and(|token| token.is(Class::ADVERB));
    // "Ann Doe on Thursday said"
    let day = text.is_word(name.tokens.end, "on")
        && text.tokens.get(name.tokens.end + 1).is_some_and(|token| token.is(Class::DAY));
    let behind = name.tokens.end + usize::from(adverb) + 2 * usize::from(day);
    // "Ann Doe's answer"
    let words = text.tokens.get(name.tokens.end).is_some_and(|token| token.shape == Shape::Possessive)
        && text.tokens.get(name.tokens.end + 1).is_some_and(|token| token.is(Class::SPEECH_NOUN));
    let says = |at: usize| says(at) || words;
    let Some(before) = name.tokens.start.checked_sub(1) else { return says(behind) };
    let token = &text.tokens[before];
    let body =
        Class::COLLECTIVE.or(Class::ORGANISATION).or(Class::DOCUMENT).or(Class::SPEECH_NOUN).or(Class::PLACE);
    let grammar = Class::FUNCTION.or(Class::CUE).or(Class::VERB).or(Class::ABBREVIATION).or(body);
    let word = text.word(before);
    let noun = token.is_word()
        && !token.capital
        && !token.is(grammar)
        && !["ed", "ing", "ly"].iter().any(|end| word.ends_with(end));
    token.quoted == quoted && (noun || says(before)) || says(behind)
}

/// Whether ", the … official" or ", 66," stands at `at`.
fn role_behind(text: &Text<'_>, at: usize) -> bool {
    let Some(comma) = text.tokens.get(at) else { return false };
    if comma.shape != Shape::Comma {
        return false;
    }
    /// An apposition names the role within so many words.
    const REACH: usize = 7;
    let behind = text.tokens[at + 1..].iter().take(REACH);
    let mut article = false;
    for (index, token) in behind.enumerate() {
        match token.shape {
            Shape::Number if index == 0 => return true,
            // Bodies take "which".
            Shape::Word if index == 0 && &text.text[token.range()] == "who" => return true,
            Shape::Word if index == 0 => {
                article = token.is(Class::DETERMINER.or(Class::POSSESSIVE))
                    || token.is(Class::ROLE)
                    || token.capital
            }
            Shape::Word | Shape::Possessive => {}
            _ => return false,
        }
        if article && token.is(Class::ROLE) {
            return true;
        }
        if token.is(Class::AUXILIARY.or(Class::FINITE)) && !token.is(Class::ROLE) && index > 0 {
            return false;
        }
    }
    false
}
