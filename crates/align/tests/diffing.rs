//! How texts differ, word by word: by example, by law, and held to the slow way of telling.

mod slow;

use proptest::prelude::*;
use verbatim_align::{Change, MAX_CHANGES, diff};
use verbatim_words::words;

/// A diff as one reads it: [-removed-], {+added+}.
fn shown(then: &str, now: &str) -> String {
    let mark = |change, text: &str| match change {
        Change::Kept => text.to_owned(),
        Change::Removed => format!("[-{text}-]"),
        Change::Added => format!("{{+{text}+}}"),
    };
    diff(then, now).into_iter().map(|run| mark(run.change, run.text)).collect()
}

#[test]
fn a_mended_word_is_shown_as_it_was_and_as_it_is() {
    assert_eq!(
        shown("We made tangable progress.", "We made tangible progress."),
        "We made [-tangable -]{+tangible +}progress."
    );
}

#[test]
fn what_was_put_in_and_what_was_taken_out_are_told_apart() {
    assert_eq!(shown("I never said that", "I said that"), "I [-never -]said that");
    assert_eq!(shown("I said that", "I never said that, no"), "I {+never +}said that, {+no+}");
}

#[test]
fn case_and_marks_are_no_change_and_are_shown_as_they_are_now() {
    assert_eq!(shown("a JUST peace", "A just — peace!"), "A just — peace!");
}

#[test]
fn texts_without_words_are_told() {
    assert!(diff("", "").is_empty());
    assert_eq!(shown("", "…"), "{+…+}");
    assert_eq!(shown("gone", ""), "[-gone-]");
    assert_eq!(shown("gone", "—"), "[-gone-]{+—+}");
}

#[test]
fn after_so_many_changes_the_rest_is_shown_as_replaced() {
    assert_eq!(MAX_CHANGES, 2_000);
    let numbered =
        |prefix: &str, count: usize| (0..count).map(|n| format!("{prefix}{n} ")).collect::<String>();
    let end = "and so it ended";
    let then = |count| format!("{}{end}", numbered("a", count));
    let now = |count| format!("{}{end}", numbered("b", count));
    let kept = |count| diff(&then(count), &now(count)).iter().any(|run| run.change == Change::Kept);
    assert!(kept(MAX_CHANGES / 2));
    assert!(!kept(MAX_CHANGES / 2 + 1));
}

fn folded(text: &str) -> Vec<String> {
    words(text).map(|word| word.folded).collect()
}

/// The runs of a diff that are not `left_out`, put together.
fn without(left_out: Change, then: &str, now: &str) -> String {
    diff(then, now).into_iter().filter(|run| run.change != left_out).map(|run| run.text).collect()
}

fn holds_of_every_diff(then: &str, now: &str) -> Result<(), TestCaseError> {
    prop_assert_eq!(without(Change::Removed, then, now), now);
    let (old, new) = (folded(then), folded(now));
    prop_assert_eq!(folded(&without(Change::Added, then, now)), old.clone());
    let kept: Vec<String> = diff(then, now)
        .iter()
        .filter(|run| run.change == Change::Kept)
        .flat_map(|run| folded(run.text))
        .collect();
    prop_assert_eq!(kept.len(), slow::common(&old, &new));
    Ok(())
}

proptest! {
    #[test]
    fn few_words_in_any_order(then in "([a-d] ){0,25}", now in "([a-d] ){0,25}") {
        holds_of_every_diff(&then, &now)?;
    }

    #[test]
    fn sentences_with_marks(then in "([.,“ ]?[a-c]{1,2}[.,”!]? ){0,20}", now in "([.,“ ]?[a-c]{1,2}[.,”!]? ){0,20}") {
        holds_of_every_diff(&then, &now)?;
    }

    #[test]
    fn any_text_can_be_compared(then in any::<String>(), now in any::<String>()) {
        prop_assert_eq!(without(Change::Removed, &then, &now), now);
    }
}
