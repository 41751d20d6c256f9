//! What stands beside selected words and would turn their sense: a negation, a condition, a hedge.

mod lists;

use verbatim_archive::{Archive, Statement};
use verbatim_extract::Span;
use verbatim_words::fold;

use self::lists::{LISTS, NEW_CLAUSE, NO_CONDITION, TURN};
use super::{Selection, numbered};

/// How many words before a selection are looked at. Few words come between a negation and what it denies ("not at all
/// easy", "never in fact said"); a fourth word mostly belongs to another clause.
const BEFORE: usize = 3;

/// How many words behind it: a hedge follows at once ("they signed, allegedly").
const BEHIND: usize = 2;

/// How far words reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// So many words as [`BEFORE`] and [`BEHIND`] say: a negation or a doubt is of what stands next to it.
    Near,
    /// To both ends of the sentence: whatever else a main clause says, it hangs on its "if", and a clause of any length
    /// may stand between the two ("If the council agrees, nobody …"). That is for plain conditions alone. "Whether",
    /// "until" and "except" limit what is next to them, and [`NO_CONDITION`] and [`NEW_CLAUSE`] keep out what only looks
    /// like one: a notice that is wrong at every fourth selection would teach readers to heed none.
    Sentence,
}

/// What words lose with the word beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// It denies them.
    Negation,
    /// They hold under a condition.
    Condition,
    /// The speaker is not sure of them, or says so of another's word.
    Hedge,
}

/// A word beside a selection that is not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// What it does.
    pub sense: Sense,
    /// The word, as printed.
    pub word: String,
}

/// The nearest such word beside `selection`, before it first, and then the nearest condition of its sentence; None where
/// there is none, or it is selected too.
pub fn beside(archive: &Archive, statement: &Statement, selection: Selection) -> Option<Beside> {
    let said = Said::of(archive, statement);
    let (first, last) = (selection.first as usize - 1, selection.last as usize - 1);
    said.words.get(last)?;
    SIDES.into_iter().find_map(|(of, side)| said.told(of(&said, side.of(first, last))))
}

/// What stands beside words: for each word of a statement, what is missed before a selection that begins with it, or behind
/// one that ends with it. A selection misses the first that there is.
pub fn sides(archive: &Archive, statement: &Statement) -> [(Side, Vec<Option<Beside>>); 4] {
    let said = Said::of(archive, statement);
    SIDES.map(|(of, side)| (side, (0..said.words.len()).map(|place| said.told(of(&said, place))).collect()))
}

/// An end of a selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Where it begins.
    Before,
    /// Where it ends.
    Behind,
}

impl Side {
    fn of<T>(self, first: T, last: T) -> T {
        match self {
            Side::Before => first,
            Side::Behind => last,
        }
    }
}

/// What a word that turns others does, and its place.
type Found = Option<(usize, Sense)>;

/// Looks for one from the word at a place.
type Look = fn(&Said<'_>, usize) -> Found;

/// Where such words are looked for, in this order.
const SIDES: [(Look, Side); 4] = [
    (|said, at| said.near_before(at), Side::Before),
    (|said, at| said.near_behind(at), Side::Behind),
    (|said, at| said.far_before(at), Side::Before),
    (|said, at| said.far_behind(at), Side::Behind),
];

/// The words of a statement.
struct Said<'a> {
    text: &'a str,
    language: &'a str,
    /// Each with the number of its quotation.
    words: Vec<(usize, Span)>,
    /// Between each word and the next.
    gaps: Vec<Gap>,
    /// What each does to those of its own clause, and how far.
    senses: Vec<Option<(Sense, Reach)>>,
}

/// What the marks between two words tell.
struct Gap {
    comma: bool,
    /// Whether a sentence ends there.
    ends: bool,
}

impl Gap {
    fn of(between: &str) -> Self {
        Gap { comma: between.contains(','), ends: between.contains(ENDS) }
    }
}

impl<'a> Said<'a> {
    fn of(archive: &'a Archive, statement: &Statement) -> Self {
        let article = archive.article(statement);
        let language = article.language.as_deref().map_or("en", |tag| tag.split('-').next().unwrap_or(tag));
        let words = numbered(archive, statement)
            .into_iter()
            .enumerate()
            .flat_map(|(quotation, words)| words.into_iter().map(move |word| (quotation, word)))
            .collect();
        let quotations: Vec<Span> =
            statement.said.quotations.iter().map(|quotation| quotation.span).collect();
        let mut said = Said { text: &article.text, language, words, gaps: Vec::new(), senses: Vec::new() };
        let pairs = said.words.windows(2);
        said.gaps = pairs.map(|pair| Gap::of(&gap(said.text, &quotations, pair[0], pair[1]))).collect();
        let sense = |place| sense(said.printed(place), said.starts(place), language);
        said.senses = (0..said.words.len()).map(sense).collect();
        said
    }

    fn told(&self, found: Found) -> Option<Beside> {
        found.map(|(place, sense)| Beside { sense, word: self.printed(place).to_owned() })
    }

    fn near_before(&self, first: usize) -> Found {
        let same_clause = |place: usize| !(place..first).any(|between| self.gaps[between].comma);
        self.same_sentence_before(first).take(BEFORE).find_map(|place| {
            // What a negation or a doubt behind a comma belongs to is another clause; a condition is one.
            let found = if same_clause(place) {
                self.senses[place]
            } else {
                self.turns(place).filter(|(sense, _)| *sense == Sense::Condition)
            };
            Some((place, found?.0))
        })
    }

    fn near_behind(&self, last: usize) -> Found {
        self.same_sentence_behind(last).take(BEHIND).find_map(|place| Some((place, self.turns(place)?.0)))
    }

    fn far_before(&self, first: usize) -> Found {
        let mut before = self.same_sentence_before(first).take_while(|place| !self.opens(place + 1, &TURN));
        before.find_map(|place| self.far(place))
    }

    fn far_behind(&self, last: usize) -> Found {
        let mut behind = self.same_sentence_behind(last).take_while(|place| !self.opens(*place, &NEW_CLAUSE));
        behind.find_map(|place| self.far(place))
    }

    fn far(&self, place: usize) -> Found {
        self.turns(place).filter(|(_, reach)| *reach == Reach::Sentence).map(|(sense, _)| (place, sense))
    }

    fn printed(&self, place: usize) -> &'a str {
        self.words[place].1.of(self.text)
    }

    /// The words before `first` that are of its sentence, the nearest first.
    fn same_sentence_before(&self, first: usize) -> impl Iterator<Item = usize> + Clone {
        (0..first).rev().take_while(|place| !self.gaps[*place].ends)
    }

    fn same_sentence_behind(&self, last: usize) -> impl Iterator<Item = usize> + Clone {
        (last + 1..self.words.len()).take_while(|place| !self.gaps[place - 1].ends)
    }

    /// Whether a word is the first of its sentence.
    fn starts(&self, place: usize) -> bool {
        place == 0 || self.gaps[place - 1].ends
    }

    /// What the word at a place does to those of other clauses than its own, and how far.
    fn turns(&self, place: usize) -> Option<(Sense, Reach)> {
        let (sense, reach) = self.senses[place]?;
        let none = reach == Reach::Sentence
            && !self.starts(place)
            && !self.gaps[place - 1].comma
            && self.is_in(place - 1, &NO_CONDITION);
        (!none).then_some((sense, reach))
    }

    /// Whether a clause begins at a place with a word of a list.
    fn opens(&self, place: usize, list: &[(&str, &str)]) -> bool {
        place < self.words.len() && self.gaps[place - 1].comma && self.is_in(place, list)
    }

    fn is_in(&self, place: usize, list: &[(&str, &str)]) -> bool {
        let folded = fold(self.printed(place));
        let mut words =
            list.iter().filter(|(of, _)| *of == self.language).flat_map(|(_, words)| words.split(' '));
        words.any(|word| word == folded)
    }
}

/// What ends a sentence.
const ENDS: [char; 7] = ['.', '!', '?', ';', '\n', '。', '؟'];

/// What stands between two words that follow each other. What an article prints between two quotations is not the
/// speaker's.
fn gap(text: &str, quotations: &[Span], one: (usize, Span), next: (usize, Span)) -> String {
    if one.0 == next.0 {
        return Span { start: one.1.end, end: next.1.start }.of(text).to_owned();
    }
    let (ends, begins) = (quotations[one.0].end, quotations[next.0].start);
    [Span { start: one.1.end, end: ends }, Span { start: begins, end: next.1.start }]
        .map(|gap| gap.of(text))
        .concat()
}

/// What a word does to those beside it.
fn sense(printed: &str, starts: bool, language: &str) -> Option<(Sense, Reach)> {
    // "May" within a sentence is a month or somebody's name.
    if !starts && printed.starts_with(char::is_uppercase) {
        return None;
    }
    let (folded, lower) = (fold(printed), printed.to_lowercase());
    let contracted = match language {
        "en" => ["n’t", "n't"].iter().any(|end| printed.ends_with(end)),
        "fr" => ["n’", "n'", "N’", "N'"].iter().any(|start| printed.starts_with(start)),
        _ => false,
    };
    if contracted {
        return Some((Sense::Negation, Reach::Near));
    }
    // Spanish for "yes" is no condition.
    if lower == "sí" {
        return None;
    }
    let lists = LISTS.iter().filter(|(of, ..)| *of == language);
    lists
        .into_iter()
        .find(|(.., list)| list.split_whitespace().any(|word| word == folded || word == lower))
        .map(|(_, sense, reach, _)| (*sense, *reach))
}

#[cfg(test)]
mod tests;
