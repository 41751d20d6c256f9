//! Names: runs of capitalised words, cut into title and name, and what each names.

mod capitals;
mod runs;
mod settle;

use std::ops::Range;

use runs::{is_part, is_prefixed, run_end, speaks};
use rustc_hash::FxHashSet;

use crate::{
    lexicon::{Class, number},
    tokens::{Shape, Text, Token},
};

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Person,
    Body,
    Place,
    /// Nothing tells; a person where one is wanted.
    Unknown,
}

/// One printing of a name.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    /// The tokens of the name, without title.
    pub(crate) tokens: Range<usize>,
    /// The title in front of it ("French President"), as tokens; may be empty.
    pub(crate) title: Range<usize>,
    pub(crate) sort: Sort,
}

impl Name {
    /// The tokens of title and name.
    pub(crate) fn whole(&self) -> Range<usize> {
        self.title.start.min(self.tokens.start)..self.tokens.end
    }
}

/// The name that ends right in front of a token. Names are in order and do not overlap.
pub(crate) fn ending_at(names: &[Name], token: usize) -> Option<usize> {
    let name = names.partition_point(|name| name.tokens.end < token);
    names.get(name).is_some_and(|name| name.tokens.end == token).then_some(name)
}

/// The names of a text in order, those inside quotations too.
pub(crate) fn names(text: &Text<'_>) -> Vec<Name> {
    let lower = lower_case_words(text);
    // News names somebody or something in every dozen words.
    let mut names = Vec::with_capacity(text.tokens.len() / 12);
    let mut headlines = Vec::new();
    for paragraph in &text.paragraphs {
        if capitals::is_headline(text, paragraph.clone(), &lower) {
            headlines.push(paragraph.clone());
            continue;
        }
        let mut at = paragraph.start;
        while at < paragraph.end {
            // Most words are in small letters and in a list: no name begins with them.
            let token = &text.tokens[at];
            if !token.capital && (token.class != Class::NONE || !token.is_word()) {
                at += 1;
                continue;
            }
            let end = run_end(text, at, paragraph.end);
            if end > at && is_credit(text, at) {
                at = end;
            } else if end > at {
                cut(text, at..end, &lower, &mut names);
                at = end;
            } else {
                at += 1;
            }
        }
    }
    capitals::in_headlines(text, &headlines, &lower, &mut names);
    settle::settle(text, &mut names);
    capitals::without_openers(text, &mut names, &lower);
    names
}

/// Whether the name at `at` only signs a picture: "Photo by Ann Doe".
fn is_credit(text: &Text<'_>, at: usize) -> bool {
    let picture = |at: usize| {
        ["photo", "photograph", "photography", "image", "picture", "illustration", "video"]
            .iter()
            .any(|word| text.is_word(at, word))
    };
    at >= 2 && text.is_word(at - 1, "by") && picture(at - 2)
}

/// The words, by their numbers, that the article prints in lower case in mid-sentence: a capital on them elsewhere may
/// mean nothing.
fn lower_case_words(text: &Text<'_>) -> FxHashSet<u32> {
    // A word of the grammar is ordinary in capitals too.
    let grammar = |token: &Token| token.is(Class::FUNCTION) && !token.is(Class::GIVEN);
    let lower =
        |token: &&Token| token.is_word() && !token.capital && token.end - token.start > 2 && !grammar(token);
    // An article prints about one new word in four.
    let mut found = FxHashSet::with_capacity_and_hasher(text.tokens.len() / 4, Default::default());
    found.extend(text.tokens.iter().filter(lower).map(|token| token.number));
    found
}

/// Whether a token stands where a sentence begins.
pub(crate) fn begins_sentence(text: &Text<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &text.tokens[before]) else { return true };
    matches!(before.shape, Shape::Stop | Shape::Mark | Shape::Colon | Shape::Dash)
        || before.shape == Shape::Other && !text.word(at - 1).starts_with(['&', '@', '/'])
        || text.paragraphs.binary_search_by_key(&at, |paragraph| paragraph.start).is_ok()
}

/// Cuts a run into title and name and keeps it, unless its capital says nothing.
fn cut(text: &Text<'_>, run: Range<usize>, lower: &FxHashSet<u32>, names: &mut Vec<Name>) {
    if run.len() == 1 && begins_sentence(text, run.start) && is_common(text, run.start, lower) {
        return;
    }
    let start = title_end(text, run.clone());
    // "Republican Party": a word of a body alone is no surname.
    let last = &text.tokens[run.end - 1];
    let body = start + 1 == run.end && last.is(Class::ORGANISATION) && !last.is(Class::GIVEN);
    let start = if body { run.start } else { start };
    let name = start..run.end;
    if name.is_empty() {
        return;
    }
    let sort = first_guess(text, name.clone(), run.start < start);
    names.push(Name { title: run.start..start, tokens: name, sort });
}

/// Whether a single capitalised word at the beginning of a sentence is an ordinary word.
fn is_common(text: &Text<'_>, at: usize, lower: &FxHashSet<u32>) -> bool {
    let token = &text.tokens[at];
    let ordinary =
        Class::FUNCTION.or(Class::ROLE).or(Class::SPEECH_NOUN).or(Class::DOCUMENT).or(Class::PLURAL_PERSON);
    let plain =
        token.is(ordinary.or(Class::COLLECTIVE).or(Class::CUE).or(Class::VERB)) && !token.is(Class::GIVEN);
    let surname = token.is(Class::CUE.or(Class::VERB).or(Class::PREPOSITION)) && speaks(text, at + 1);
    // "Italy's"
    let place = token.is(Class::PLACE) && !plain;
    let word = text.word(at);
    let ends = |ending: &str| {
        let end = word.len().checked_sub(ending.len()).map(|start| &word.as_bytes()[start..]);
        end.is_some_and(|end| end.eq_ignore_ascii_case(ending.as_bytes()))
    };
    // A number is the same for both cases of ASCII letters; "Al-Harthi" is not the ordinary form of "al-Harthi".
    let printed_small = || match word.is_ascii() {
        true => !word[1..].contains(|c: char| c.is_ascii_uppercase()) && lower.contains(&token.number),
        false => lower.contains(&number(word.to_lowercase().as_bytes())),
    };
    !(token.upper || surname || place) && (plain || ends("ing") || ends("ly") || printed_small())
}

/// Where the title of a run ends and the name begins.
fn title_end(text: &Text<'_>, run: Range<usize>) -> usize {
    let tokens = &text.tokens;
    // "Guy" is a role, and a name where a surname follows.
    let is_title =
        |at: usize| tokens[at].is(Class::TITLE) || tokens[at].is(Class::ROLE) && !tokens[at].is(Class::GIVEN);
    let given = |at: usize| tokens[at].is(Class::GIVEN) && !is_title(at);
    // "Secretary of State John Doe": the office's own object belongs to the title up to the given name.
    if let Some(of) = run.clone().find(|&at| text.word(at) == "of") {
        let office = of > run.start && is_title(of - 1);
        return match (of + 2..run.end.saturating_sub(1)).find(|&at| given(at)) {
            Some(first) if office => first,
            _ if office => run.end,
            _ => run.start,
        };
    }
    let last_title = run.clone().rev().find(|&at| is_title(at));
    match last_title {
        // A title word at the end of a run is a surname behind a given name: "Ann Bishop", "Mayor Ann Bishop".
        Some(last) if last + 1 == run.end => (run.start..last).find(|&at| given(at)).unwrap_or(run.end),
        Some(last) => last + 1,
        None => {
            let people = |at: &usize| tokens[*at].is(Class::NATIONALITY);
            let after = run.clone().take_while(people).last().map_or(run.start, |at| at + 1);
            match after < run.end && after > run.start && given(after) && run.end - after > 1 {
                true => after,
                false => split_before_given(text, run),
            }
        }
    }
}

/// "Channel News John Doe": a body directly in front of a person's name.
fn split_before_given(text: &Text<'_>, run: Range<usize>) -> usize {
    let body = |at: usize| text.tokens[at].is(Class::ORGANISATION) || text.tokens[at].upper;
    let split = (run.start + 1..run.end.saturating_sub(1))
        .find(|&at| text.tokens[at].is(Class::GIVEN) && body(at - 1) && !body(at + 1));
    split.unwrap_or(run.start)
}

/// What the words of a name alone tell.
fn first_guess(text: &Text<'_>, name: Range<usize>, titled: bool) -> Sort {
    let tokens = &text.tokens[name.clone()];
    let (first, last) = (&tokens[0], &tokens[tokens.len() - 1]);
    let of = name.clone().any(|at| text.word(at) == "of");
    let acronym = tokens.len() == 1 && last.upper;
    let body = last.is(Class::ORGANISATION)
        || first.is(Class::ORGANISATION) && tokens.len() > 1 && !first.is(Class::GIVEN);
    if titled && !of && !acronym {
        return Sort::Person;
    }
    if tokens.len() > 1 && first.is(Class::GIVEN) && !last.is(Class::ORGANISATION.or(Class::PLACE)) && !of {
        return Sort::Person;
    }
    // "Noor van Dijk", "Faisal al-Harthi", "Harold J. Prentiss Jr."
    let dutch = name.clone().any(|at| ["van", "von", "bin", "ibn"].contains(&text.word(at)));
    let suffixed = tokens.len() > 2 && last.is(Class::SUFFIX) && last.is(Class::ABBREVIATION);
    if tokens.len() > 1 && (dutch || suffixed || is_prefixed(text.word(name.end - 1))) {
        return Sort::Person;
    }
    // "N.C.", "U.S."
    if acronym && text.word(name.start).contains('.') {
        return Sort::Place;
    }
    if body || of || acronym {
        return Sort::Body;
    }
    if tokens.iter().all(|token| token.is(Class::NATIONALITY)) {
        return Sort::Unknown;
    }
    if last.is(Class::PLACE) || last.is(Class::MONTH) || first.is(Class::PLACE) && tokens.len() > 1 {
        return Sort::Place;
    }
    if tokens.len() > 1 && first.is(Class::GIVEN) { Sort::Person } else { Sort::Unknown }
}
