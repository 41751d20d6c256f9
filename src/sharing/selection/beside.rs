//! What stands right beside selected words and would turn their sense: a negation, a condition, a hedge.

use verbatim_archive::{Archive, Statement};
use verbatim_extract::Span;
use verbatim_words::fold;

use super::{Selection, numbered};

/// How many words before a selection are looked at. Few words come between a negation and what it denies ("not at all
/// easy", "never in fact said"); a fourth word mostly belongs to another clause.
const BEFORE: usize = 3;

/// How many words behind it: a condition or a hedge follows at once ("we sign, if …", "we sign only if …", "they signed,
/// allegedly").
const BEHIND: usize = 2;

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
const LISTS: [(&str, Sense, &str); 12] = [
    (
        "en",
        Sense::Negation,
        "not no never none nobody nothing nowhere neither nor without cannot hardly barely scarcely rarely unlikely",
    ),
    ("en", Sense::Condition, "if unless until provided providing assuming whether except lest"),
    (
        "en",
        Sense::Hedge,
        "allegedly reportedly supposedly purportedly apparently seemingly presumably perhaps maybe possibly probably \
         likely could might may would should almost nearly",
    ),
    ("fr", Sense::Negation, "ne pas jamais rien personne aucun aucune ni sans guere"),
    ("fr", Sense::Condition, "si sil sils sauf sinon pourvu"),
    (
        "fr",
        Sense::Hedge,
        "peut pourrait pourraient serait seraient aurait devrait semble probablement apparemment pretendument",
    ),
    (
        "de",
        Sense::Negation,
        "nicht nie niemals nichts niemand kein keine keinen keiner keinem weder ohne kaum",
    ),
    ("de", Sense::Condition, "wenn falls sofern ausser ob"),
    (
        "de",
        Sense::Hedge,
        "angeblich vielleicht vermutlich wohl mutmasslich moglicherweise wahrscheinlich könnte könnten würde würden \
         dürfte dürften",
    ),
    ("es", Sense::Negation, "no nunca jamas nada nadie ningun ninguna ninguno ni sin tampoco apenas"),
    ("es", Sense::Condition, "si salvo excepto"),
    (
        "es",
        Sense::Hedge,
        "presuntamente supuestamente quiza quizas posiblemente probablemente podria podrian seria deberia",
    ),
];

/// The nearest such word beside `selection`, before it first; None where there is none, or it is selected too.
pub fn beside(archive: &Archive, statement: &Statement, selection: Selection) -> Option<Beside> {
    let article = archive.article(statement);
    let language = article.language.as_deref().map_or("en", |tag| tag.split('-').next().unwrap_or(tag));
    let words: Vec<(usize, Span)> = numbered(archive, statement)
        .into_iter()
        .enumerate()
        .flat_map(|(quotation, words)| words.into_iter().map(move |word| (quotation, word)))
        .collect();
    let ends = statement.said.quotations.iter().map(|quotation| quotation.span).collect::<Vec<_>>();
    let (first, last) = (selection.first as usize - 1, selection.last as usize - 1);
    words.get(last)?;
    let turns = |place: usize| {
        let word = words[place].1.of(&article.text);
        let starts = place == 0 || gaps(&article.text, &ends, words[place - 1], words[place]).contains(ENDS);
        sense(word, starts, language).map(|sense| Beside { sense, word: word.to_owned() })
    };
    let gap = |place: usize| gaps(&article.text, &ends, words[place], words[place + 1]);
    let whole = |place: usize| !gap(place).contains(ENDS);
    let before = (0..first).rev().take(BEFORE).take_while(|place| whole(*place));
    // What a negation or a doubt behind a comma belongs to is another clause; a condition is one.
    let same_clause = |place: usize| !(place..first).any(|between| gap(between).contains(','));
    let mut before = before
        .filter_map(|place| turns(place).filter(|one| one.sense == Sense::Condition || same_clause(place)));
    let mut behind =
        (last + 1..words.len()).take(BEHIND).take_while(|place| whole(place - 1)).filter_map(turns);
    before.next().or_else(|| behind.next())
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
fn sense(printed: &str, starts: bool, language: &str) -> Option<Sense> {
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
        return Some(Sense::Negation);
    }
    let lists = LISTS.iter().filter(|(of, _, _)| *of == language);
    lists
        .into_iter()
        .find(|(_, _, list)| list.split_whitespace().any(|word| word == folded || word == lower))
        .map(|(_, sense, _)| *sense)
}

#[cfg(test)]
mod tests {
    use verbatim_archive::{Article, People, assemble_with, links::Register};
    use verbatim_extract::{Document, extract};

    use super::*;

    /// What stands beside the words of `[…]` in a statement that somebody makes, in a language.
    fn found(words: &str, language: &str) -> Option<(Sense, String)> {
        let (open, close) = (words.find('[').expect("a beginning"), words.find(']').expect("an end"));
        let plain = words.replace(['[', ']'], "");
        let text = format!("“{plain}” said Ana Brandt.");
        let extracted = extract(&Document { text: &text, day: None });
        let article = Article {
            id: "a".into(),
            text: text.clone(),
            language: Some(language.into()),
            ..Article::default()
        };
        let archive = assemble_with(vec![(article, extracted)], &People::default(), &Register::default());
        assert_eq!(archive.statements.len(), 1, "{text}");
        let selection = Selection::touched(&plain, open..close - 1).expect("some of the words");
        beside(&archive, &archive.statements[0], selection).map(|beside| (beside.sense, beside.word))
    }

    #[track_caller]
    fn turned(words: &str, language: &str, sense: Sense, word: &str) {
        assert_eq!(found(words, language), Some((sense, word.to_owned())), "{words}");
    }

    #[test]
    fn a_word_that_denies_is_missed() {
        turned("We did not [sign the treaty] in June,", "en", Sense::Negation, "not");
        turned("We won’t [sign the treaty] in June,", "en", Sense::Negation, "won’t");
        turned("It is not at all [easy for us to sign],", "en", Sense::Negation, "not");
        turned("Nobody [signed the treaty] in June,", "en", Sense::Negation, "Nobody");
        turned("Nous n’avons pas [signé ce traité hier],", "fr", Sense::Negation, "pas");
        turned("Wir haben nicht [unterschrieben],", "de", Sense::Negation, "nicht");
        turned("No hemos [firmado el tratado],", "es", Sense::Negation, "No");
    }

    #[test]
    fn a_condition_is_missed() {
        turned("If they stop, [we will sign the treaty],", "en", Sense::Condition, "If");
        turned("[We will sign the treaty], if they stop,", "en", Sense::Condition, "if");
        turned("[We will sign the treaty] only if they stop,", "en", Sense::Condition, "if");
        turned("Wir unterschreiben, wenn [sie aufhören zu schießen],", "de", Sense::Condition, "wenn");
    }

    #[test]
    fn a_word_of_doubt_is_missed() {
        turned("They allegedly [signed the treaty] in June,", "en", Sense::Hedge, "allegedly");
        turned("It could [end the war] in June,", "en", Sense::Hedge, "could");
        turned("Das könnte [den Krieg beenden],", "de", Sense::Hedge, "könnte");
    }

    #[test]
    fn what_is_selected_too_is_not_missed() {
        assert_eq!(found("We did [not sign the treaty] in June,", "en"), None);
        assert_eq!(found("[We will sign it if they stop] tomorrow or on Friday,", "en"), None);
    }

    #[test]
    fn only_the_nearest_words_of_the_same_sentence_are_looked_at() {
        assert_eq!(found("It is not in our hands [to end this war],", "en"), None, "four words away");
        assert_eq!(found("[We will sign] on Friday if they stop,", "en"), None, "the third behind");
        assert_eq!(found("We would not. [They signed] in June,", "en"), None, "another sentence");
        assert_eq!(found("[They signed in May.] Not we,", "en"), None, "another sentence");
        assert_eq!(found("They did not sign, [and we will wait],", "en"), None, "another clause");
    }

    #[test]
    fn a_month_is_no_word_of_doubt() {
        assert_eq!(found("Before May [we will sign the treaty],", "en"), None);
        turned("They may [sign the treaty],", "en", Sense::Hedge, "may");
    }

    #[test]
    fn words_of_another_language_mean_nothing() {
        assert_eq!(found("Die Wunde war [tief und schmerzhaft], no doubt,", "de"), None);
    }

    #[test]
    fn the_lists_are_folded_and_hold_each_word_once() {
        for language in ["en", "fr", "de", "es"] {
            let lists = LISTS.iter().filter(|(of, _, _)| *of == language);
            let mut all: Vec<&str> = lists.flat_map(|(_, _, list)| list.split_whitespace()).collect();
            assert!(all.iter().all(|word| fold(word) == **word || word.contains(['ö', 'ü'])), "{all:?}");
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), count, "{language}");
        }
    }
}
