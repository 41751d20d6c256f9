use verbatim_archive::{Article, People, assemble_with, links::Register};
use verbatim_extract::{Document, extract};

use super::*;

/// What stands beside the words of `[…]` in a statement that somebody makes, in a language.
fn found(words: &str, language: &str) -> Option<(Sense, String)> {
    let (open, close) = (words.find('[').expect("a beginning"), words.find(']').expect("an end"));
    let plain = words.replace(['[', ']'], "");
    let text = format!("“{plain}” said Ana Brandt.");
    let extracted = extract(&Document { text: &text, day: None });
    let article =
        Article { id: "a".into(), text: text.clone(), language: Some(language.into()), ..Article::default() };
    let archive = assemble_with(vec![(article, extracted)], &People::default(), &Register::default());
    assert_eq!(archive.statements.len(), 1, "{text}");
    let selection = Selection::touched(&plain, open..close - 1).expect("some of the words");
    beside(&archive, &archive.statements[0], selection).map(|beside| (beside.sense, beside.word))
}

/// Makes sure that each selection, in its language, misses this word.
#[track_caller]
fn miss(sense: Sense, selections: &[(&str, &str, &str)]) {
    for (language, words, missed) in selections {
        assert_eq!(found(words, language), Some((sense, (*missed).to_owned())), "{words}");
    }
}

#[test]
fn a_word_that_denies_is_missed() {
    miss(
        Sense::Negation,
        &[
            ("en", "We did not [sign the treaty] in June,", "not"),
            ("en", "We won’t [sign the treaty] in June,", "won’t"),
            ("en", "It is not at all [easy for us to sign],", "not"),
            ("en", "Nobody [signed the treaty] in June,", "Nobody"),
            ("fr", "Nous n’avons pas [signé ce traité hier],", "pas"),
            ("de", "Wir haben nicht [unterschrieben],", "nicht"),
            ("es", "No hemos [firmado el tratado],", "No"),
        ],
    );
}

#[test]
fn a_condition_is_missed() {
    miss(
        Sense::Condition,
        &[
            ("en", "If they stop, [we will sign the treaty],", "If"),
            ("en", "[We will sign the treaty], if they stop,", "if"),
            ("en", "[We will sign the treaty] only if they stop,", "if"),
            ("de", "Wir unterschreiben, wenn [sie aufhören zu schießen],", "wenn"),
        ],
    );
}

#[test]
fn a_condition_is_missed_in_all_of_the_sentence() {
    miss(
        Sense::Condition,
        &[
            ("en", "If the council of the island agrees, [nobody will have to row],", "If"),
            ("en", "[We will sign] the treaty on Friday if they stop,", "if"),
            ("en", "[We will sign] the treaty on Friday, unless they shoot,", "unless"),
            ("en", "If they stop, we will sign, and then [we will go home],", "If"),
            ("en", "We do not know if [they will sign it],", "if"),
            ("de", "Wenn der Rat der Insel zustimmt, [muss niemand rudern],", "Wenn"),
            ("fr", "Si le conseil de la ville accepte, [personne ne ramera],", "Si"),
            ("es", "Si el consejo de la isla acepta, [todos iremos a casa],", "Si"),
        ],
    );
}

#[test]
fn what_only_looks_like_a_condition_of_theirs_is_none() {
    for words in [
        "Even if the council of the island agrees, [we will have to row],",
        "It looks as if the whole council agrees, [which is good],",
        "[We will sign] the treaty on Friday even if they shoot,",
        "[They met in the harbour] on Friday to ask if it is open,",
        "[We have signed] it in June, and if they shoot we will leave,",
        "[We have signed] it in June, but we will leave if they shoot,",
        "If they stop, we will go home, but [we are not naive today],",
        "If they shoot, we will leave. [We have signed the treaty],",
        "They waited until noon in the old harbour, [and all went home],",
    ] {
        assert_eq!(found(words, "en").filter(|found| found.0 == Sense::Condition), None, "{words}");
    }
    assert_eq!(found("Sí, nosotros en la isla iremos [todos a casa],", "es"), None);
    assert_eq!(found("Même si le conseil de la ville accepte, [nous irons demain],", "fr"), None);
}

#[test]
fn a_word_of_doubt_is_missed() {
    miss(
        Sense::Hedge,
        &[
            ("en", "They allegedly [signed the treaty] in June,", "allegedly"),
            ("en", "It could [end the war] in June,", "could"),
            ("de", "Das könnte [den Krieg beenden],", "könnte"),
        ],
    );
}

#[test]
fn what_is_selected_too_is_not_missed() {
    assert_eq!(found("We did [not sign the treaty] in June,", "en"), None);
    assert_eq!(found("[We will sign it if they stop] tomorrow or on Friday,", "en"), None);
}

#[test]
fn only_the_nearest_words_of_the_same_sentence_are_looked_at() {
    assert_eq!(found("It is not in our hands [to end this war],", "en"), None, "four words away");
    assert_eq!(found("[They signed] in May, allegedly,", "en"), None, "the third behind");
    assert_eq!(found("We would not. [They signed] in June,", "en"), None, "another sentence");
    assert_eq!(found("[They signed in May.] Not we,", "en"), None, "another sentence");
    assert_eq!(found("They did not sign, [and we will wait],", "en"), None, "another clause");
}

#[test]
fn a_month_is_no_word_of_doubt() {
    assert_eq!(found("Before May [we will sign the treaty],", "en"), None);
    miss(Sense::Hedge, &[("en", "They may [sign the treaty],", "may")]);
}

#[test]
fn words_of_another_language_mean_nothing() {
    assert_eq!(found("Die Wunde war [tief und schmerzhaft], no doubt,", "de"), None);
}

#[test]
fn the_lists_are_folded_and_hold_each_word_once() {
    for language in ["en", "fr", "de", "es"] {
        let lists = LISTS.iter().filter(|(of, ..)| *of == language);
        let mut all: Vec<&str> = lists.flat_map(|(.., list)| list.split_whitespace()).collect();
        assert!(all.iter().all(|word| fold(word) == **word || word.contains(['ö', 'ü'])), "{all:?}");
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count, "{language}");
    }
}
