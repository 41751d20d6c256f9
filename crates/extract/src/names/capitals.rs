//! Capitals that say nothing: those of headlines, in which every word has one, and of the words that open a sentence.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{Name, Sort, begins_sentence, cut, is_part, run_end};
use crate::{
    lexicon::Class,
    tokens::{Shape, Text},
};

/// Classes whose words a capital makes no name of.
const ORDINARY: Class =
    Class::FUNCTION.or(Class::CUE).or(Class::VERB).or(Class::SPEECH_NOUN).or(Class::DOCUMENT);

/// Classes whose words are names, or parts of them, wherever they have a capital.
const NAMING: Class = Class::GIVEN
    .or(Class::TITLE)
    .or(Class::ROLE)
    .or(Class::ORGANISATION)
    .or(Class::PLACE)
    .or(Class::NATIONALITY)
    .or(Class::PARTICLE)
    .or(Class::SUFFIX);

/// Whether a paragraph is a headline: each word but those of the grammar has a capital, and some that are no name's.
pub(super) fn is_headline(text: &Text<'_>, paragraph: Range<usize>, lower: &FxHashSet<u32>) -> bool {
    /// Shorter words of the grammar stay small in headlines: "of", "with".
    const LONG: u32 = 4;
    /// A line of fewer words tells nothing of how it is printed; one of more is a list of names.
    const WORDS: Range<usize> = 4..40;
    /// One word in so many is no name's, at least.
    const NAMES: usize = 8;
    let (mut capitals, mut ordinary) = (0, 0);
    for (at, token) in text.tokens[paragraph.clone()].iter().enumerate().filter(|(_, token)| token.is_word())
    {
        if !token.capital {
            if token.end - token.start >= LONG && !token.is(Class::FUNCTION) {
                return false;
            }
            continue;
        }
        capitals += 1;
        let plain = token.is(ORDINARY) || lower.contains(&token.number);
        ordinary += usize::from(at > 0 && plain && !token.is(NAMING) && !token.upper);
    }
    WORDS.contains(&capitals) && ordinary * NAMES >= capitals
}

/// The names of the headlines: runs of what the rest of the article has as names, of given names and what follows
/// them, of titles, bodies and places.
pub(super) fn in_headlines(
    text: &Text<'_>,
    headlines: &[Range<usize>],
    lower: &FxHashSet<u32>,
    names: &mut Vec<Name>,
) {
    if headlines.is_empty() {
        return;
    }
    let number = |at: usize| text.tokens[at].number;
    let known = Known {
        words: names.iter().flat_map(|name| name.tokens.clone()).map(number).collect(),
        last: names.iter().map(|name| number(name.tokens.end - 1)).collect(),
        lower,
    };
    for headline in headlines {
        let mut at = headline.start;
        while at < headline.end {
            let end = run_end(text, at, headline.end);
            known.parts(text, at..end, names);
            at = end.max(at + 1);
        }
    }
    names.sort_by_key(|name| name.tokens.start);
}

/// What the rest of the article tells of the words of a headline, by their numbers.
struct Known<'a> {
    /// The words of names.
    words: FxHashSet<u32>,
    /// The last words of names: what follows them is no more of the name.
    last: FxHashSet<u32>,
    /// Words that are printed small.
    lower: &'a FxHashSet<u32>,
}

impl Known<'_> {
    /// Cuts a run of capitals into the pieces of it that are names.
    fn parts(&self, text: &Text<'_>, run: Range<usize>, names: &mut Vec<Name>) {
        let mut at = run.start;
        while at < run.end {
            let end = (at..run.end).find(|&part| !self.belongs(text, at, part)).unwrap_or(run.end);
            let (first, last) = (at, end);
            at = end.max(at + usize::from(end == at));
            let told =
                |first: usize| self.words.contains(&text.tokens[first].number) || text.tokens[first].upper;
            if first == last || last - first == 1 && !told(first) {
                continue;
            }
            // A piece begins and ends with a capital: no "of" or "van" is left over.
            let capital = |part: &usize| text.tokens[*part].capital && is_part(text, *part);
            if let (Some(first), Some(last)) =
                ((first..last).find(capital), (first..last).rev().find(capital))
            {
                cut(text, first..last + 1, self.lower, names);
            }
        }
    }

    /// Whether the word at `at` belongs to the name that begins at `start`, or can begin one.
    fn belongs(&self, text: &Text<'_>, start: usize, at: usize) -> bool {
        let token = &text.tokens[at];
        let known = |at: usize| self.words.contains(&text.tokens[at].number);
        if known(at) || !token.capital {
            return true;
        }
        let before = (at > start).then(|| &text.tokens[at - 1]);
        if before.is_some_and(|before| self.last.contains(&before.number) && !before.is(Class::TITLE)) {
            return false;
        }
        // Behind a given name of which the article has no other surname, or an initial.
        let initial = |at: usize| text.word(at).len() <= 2 && text.word(at).ends_with('.');
        let begun = at > start && (text.tokens[at - 1].is(Class::GIVEN) && !known(at - 1) || initial(at - 1));
        let formed = ["ed", "ing", "ly"].iter().any(|end| text.word(at).ends_with(end));
        let ordinary = token.is(ORDINARY) || self.lower.contains(&token.number) || formed;
        token.is(NAMING) || token.upper || begun && (!ordinary || initial(at))
    }
}

/// Takes from a name the ordinary words that open its sentence: "Absent Doe" is Doe where the article knows an Ann Doe.
pub(super) fn without_openers(text: &Text<'_>, names: &mut [Name], lower: &FxHashSet<u32>) {
    for index in 0..names.len() {
        let name = &names[index];
        let opens = name.title.is_empty()
            && (2..=4).contains(&name.tokens.len())
            && begins_sentence(text, name.tokens.start)
            && is_ordinary(text, name.tokens.start, lower);
        if !opens {
            continue;
        }
        let start = name.tokens.start + 1;
        let rest = start..name.tokens.end;
        let given = |at: usize| text.tokens[at].is(Class::GIVEN);
        let bears = |other: &Name| {
            other.sort == Sort::Person
                && other.tokens.len() > 1
                && other.tokens.start != start - 1
                && given(other.tokens.start)
                && text.word(other.tokens.end - 1) == text.word(rest.end - 1)
        };
        let same = |other: &Name| {
            !begins_sentence(text, other.tokens.start)
                && text.word(other.tokens.start) == text.word(start - 1)
        };
        let named = rest.len() > 1 && given(start) || rest.len() == 1 && names.iter().any(bears);
        if named && !names.iter().any(same) {
            names[index].tokens = rest;
            names[index].sort = Sort::Person;
        }
    }
}

/// Whether a word that opens a sentence is an ordinary one: in no list of names, and printed small elsewhere or of the
/// form of a participle or an adverb.
fn is_ordinary(text: &Text<'_>, at: usize, lower: &FxHashSet<u32>) -> bool {
    let (token, word) = (&text.tokens[at], text.word(at));
    let formed = word.len() > 5 && ["ed", "ing", "ly"].iter().any(|end| word.ends_with(end));
    token.shape == Shape::Word
        && !token.is(NAMING)
        && !token.upper
        && (lower.contains(&token.number) || formed || token.is(ORDINARY))
}
