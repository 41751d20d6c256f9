//! What stands beside selected words and would turn their sense: a negation, a condition, a hedge.

use verbatim_archive::{Archive, Statement};
use verbatim_extract::Span;
use verbatim_words::fold;

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

/// The words by language, folded, but for those that would be others without their marks. The lists are closed and
/// short on purpose: a notice at every second selection would be read by nobody. They hold what alone turns a sentence:
/// particles, conjunctions, adverbs and modal verbs; not nouns or verbs of doubt, which a reader who selects sees.
const LISTS: [(&str, Sense, Reach, &str); 16] = [
    (
        "en",
        Sense::Negation,
        Reach::Near,
        "not no never none nobody nothing nowhere neither nor without cannot hardly barely scarcely rarely unlikely",
    ),
    ("en", Sense::Condition, Reach::Sentence, "if unless"),
    ("en", Sense::Condition, Reach::Near, "until provided providing assuming whether except lest"),
    (
        "en",
        Sense::Hedge,
        Reach::Near,
        "allegedly reportedly supposedly purportedly apparently seemingly presumably perhaps maybe possibly probably \
         likely could might may would should almost nearly",
    ),
    ("fr", Sense::Negation, Reach::Near, "ne pas jamais rien personne aucun aucune ni sans guere"),
    ("fr", Sense::Condition, Reach::Sentence, "si sil sils"),
    ("fr", Sense::Condition, Reach::Near, "sauf sinon pourvu"),
    (
        "fr",
        Sense::Hedge,
        Reach::Near,
        "peut pourrait pourraient serait seraient aurait devrait semble probablement apparemment pretendument",
    ),
    (
        "de",
        Sense::Negation,
        Reach::Near,
        "nicht nie niemals nichts niemand kein keine keinen keiner keinem weder ohne kaum",
    ),
    ("de", Sense::Condition, Reach::Sentence, "wenn falls sofern"),
    ("de", Sense::Condition, Reach::Near, "ausser ob"),
    (
        "de",
        Sense::Hedge,
        Reach::Near,
        "angeblich vielleicht vermutlich wohl mutmasslich moglicherweise wahrscheinlich könnte könnten würde würden \
         dürfte dürften",
    ),
    (
        "es",
        Sense::Negation,
        Reach::Near,
        "no nunca jamas nada nadie ningun ninguna ninguno ni sin tampoco apenas",
    ),
    ("es", Sense::Condition, Reach::Sentence, "si"),
    ("es", Sense::Condition, Reach::Near, "salvo excepto"),
    (
        "es",
        Sense::Hedge,
        Reach::Near,
        "presuntamente supuestamente quiza quizas posiblemente probablemente podria podrian seria deberia",
    ),
];

/// Words before an "if" with which it makes no condition: what is said holds all the same ("even if"), is compared ("as
/// if"), or is a question ("we asked if").
const NO_CONDITION: [(&str, &str); 4] = [
    (
        "en",
        "even as what matter ask asks asked asking wonder wonders wondered know knows knew see sure tell say says said \
         unclear doubt decide",
    ),
    ("fr", "meme comme savoir sais sait demande demander voir"),
    ("de", "auch selbst als wie"),
    ("es", "incluso como aun saber sabe preguntar pregunta"),
];

/// What begins a clause that has a condition of its own, where a comma stands before it: "we signed, and if they shoot we
/// leave" does not say when we signed.
const NEW_CLAUSE: [(&str, &str); 4] = [
    ("en", "and but or so yet because"),
    ("fr", "et mais ou donc car"),
    ("de", "und aber oder sondern denn"),
    ("es", "y e pero o sino porque"),
];

/// The same of what stands before the selection: "if they stop, we will sign, and we will leave" hangs on it all.
const TURN: [(&str, &str); 4] =
    [("en", "but yet"), ("fr", "mais"), ("de", "aber sondern denn"), ("es", "pero sino")];

/// The nearest such word beside `selection`, before it first, and then the nearest condition of its sentence; None where
/// there is none, or it is selected too.
pub fn beside(archive: &Archive, statement: &Statement, selection: Selection) -> Option<Beside> {
    let article = archive.article(statement);
    let language = article.language.as_deref().map_or("en", |tag| tag.split('-').next().unwrap_or(tag));
    let words: Vec<(usize, Span)> = numbered(archive, statement)
        .into_iter()
        .enumerate()
        .flat_map(|(quotation, words)| words.into_iter().map(move |word| (quotation, word)))
        .collect();
    let quotations = statement.said.quotations.iter().map(|quotation| quotation.span).collect();
    let said = Said { text: &article.text, language, quotations, words };
    let (first, last) = (selection.first as usize - 1, selection.last as usize - 1);
    said.words.get(last)?;
    let before = said.same_sentence_before(first);
    let behind = said.same_sentence_behind(last);
    let same_clause = |place: usize| !(place..first).any(|between| said.gap(between).contains(','));
    let near = before.clone().take(BEFORE).find_map(|place| {
        // What a negation or a doubt behind a comma belongs to is another clause; a condition is one.
        let found = if same_clause(place) {
            said.sense(place)
        } else {
            said.turns(place).filter(|(sense, _)| *sense == Sense::Condition)
        };
        Some((place, found?.0))
    });
    let near =
        near.or_else(|| behind.clone().take(BEHIND).find_map(|place| Some((place, said.turns(place)?.0))));
    let opens = |place: &usize, list| said.opens(*place, list);
    let far = |place: usize| {
        said.turns(place).filter(|(_, reach)| *reach == Reach::Sentence).map(|(sense, _)| (place, sense))
    };
    let found = near
        .or_else(|| before.take_while(|place| !opens(&(place + 1), &TURN)).find_map(far))
        .or_else(|| behind.take_while(|place| !opens(place, &NEW_CLAUSE)).find_map(far));
    found.map(|(place, sense)| Beside { sense, word: said.printed(place).to_owned() })
}

/// The words of a statement.
struct Said<'a> {
    text: &'a str,
    language: &'a str,
    quotations: Vec<Span>,
    /// Each with the number of its quotation.
    words: Vec<(usize, Span)>,
}

impl<'a> Said<'a> {
    fn printed(&self, place: usize) -> &'a str {
        self.words[place].1.of(self.text)
    }

    /// What stands between a word and the next.
    fn gap(&self, place: usize) -> String {
        gaps(self.text, &self.quotations, self.words[place], self.words[place + 1])
    }

    /// The words before `first` that are of its sentence, the nearest first.
    fn same_sentence_before(&self, first: usize) -> impl Iterator<Item = usize> + Clone {
        (0..first).rev().take_while(|place| !self.gap(*place).contains(ENDS))
    }

    fn same_sentence_behind(&self, last: usize) -> impl Iterator<Item = usize> + Clone {
        (last + 1..self.words.len()).take_while(|place| !self.gap(place - 1).contains(ENDS))
    }

    /// Whether a word is the first of its sentence.
    fn starts(&self, place: usize) -> bool {
        place == 0 || self.gap(place - 1).contains(ENDS)
    }

    /// What the word at a place does to those of its own clause, and how far.
    fn sense(&self, place: usize) -> Option<(Sense, Reach)> {
        sense(self.printed(place), self.starts(place), self.language)
    }

    /// What it does to those of other clauses, too.
    fn turns(&self, place: usize) -> Option<(Sense, Reach)> {
        let (sense, reach) = self.sense(place)?;
        let none = reach == Reach::Sentence
            && !self.starts(place)
            && !self.gap(place - 1).contains(',')
            && self.is_in(place - 1, &NO_CONDITION);
        (!none).then_some((sense, reach))
    }

    /// Whether a clause begins at a place with a word of a list.
    fn opens(&self, place: usize, list: &[(&str, &str)]) -> bool {
        place < self.words.len() && self.gap(place - 1).contains(',') && self.is_in(place, list)
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
fn gaps(text: &str, quotations: &[Span], one: (usize, Span), next: (usize, Span)) -> String {
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
