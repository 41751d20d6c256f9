//! What became of a text: each verdict by example, and each constant held to its value.

mod slow;

use proptest::prelude::*;
use verbatim_align::{FLOOR, LONGEST, MARGIN, Text, Verdict, an_edit_apart, judge, likeness};

/// Judges `then`, which stood in place 0, among texts given with their places.
fn verdict(then: &str, now: &[(&str, u32)]) -> Verdict {
    let now: Vec<_> = now.iter().map(|(words, place)| Text { words, place: *place }).collect();
    judge(Text { words: then, place: 0 }, &now)
}

/// `kept` words of a hundred that weigh alike, then others.
fn hundred(kept: usize, others: &str) -> String {
    let own = (0..kept).map(|n| format!("own{n:03}"));
    own.chain((kept..100).map(|n| format!("{others}{n:03}"))).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_same_words_in_their_place_are_the_same_text() {
    assert_eq!(verdict("A just peace.", &[("a JUST peace", 1), ("“A just — peace!”", 0)]), Verdict::Same(1));
}

#[test]
fn the_same_words_elsewhere_have_moved() {
    assert_eq!(verdict("A just peace", &[("Another matter", 0), ("A just peace", 3)]), Verdict::Moved(1));
}

#[test]
fn the_same_words_in_two_other_places_are_ambiguous() {
    let now = [("A just peace", 2), ("Another matter", 0), ("A just peace", 3)];
    assert_eq!(verdict("A just peace", &now), Verdict::Ambiguous(vec![0, 2]));
}

#[test]
fn mended_completed_and_shortened_texts_are_reworded() {
    let then = "We have achieved tangable progress on the path";
    for now in [
        "We have achieved tangible progress on the path",
        "We have achieved tangable progress on the path toward a just peace",
        "achieved tangable progress on the path",
        "We had achieved some progress on the path",
    ] {
        assert_eq!(
            verdict(then, &[("There is still much work ahead", 0), (now, 0)]),
            Verdict::Reworded(1),
            "{now}"
        );
    }
}

#[test]
fn another_text_is_not_a_rewording() {
    let then = "We have achieved tangible progress on the path";
    let now = [("We have no comment on the matter", 0), ("The path of the storm is not known", 0)];
    assert_eq!(verdict(then, &now), Verdict::Gone);
    assert_eq!(verdict(then, &[]), Verdict::Gone);
    assert_eq!(verdict("“ — ”", &[("“ — ”", 0)]), Verdict::Gone, "marks alone are no text");
}

#[test]
fn two_texts_that_fit_about_equally_are_a_choice() {
    let then = "The bridge will take three hundred cars an hour from the spring";
    let now = [
        ("The bridge will take four hundred cars an hour from the spring", 0),
        ("Nobody will row again", 0),
        ("The bridge will take three thousand cars an hour from the spring", 0),
    ];
    let Verdict::Ambiguous(mut choice) = verdict(then, &now) else {
        panic!("one was chosen");
    };
    choice.sort_unstable();
    assert_eq!(choice, [0, 2]);
}

#[test]
fn half_of_a_text_must_be_left() {
    assert_eq!(FLOOR, 0.5);
    assert_eq!(verdict(&hundred(100, ""), &[(&hundred(50, "new"), 0)]), Verdict::Reworded(0));
    assert_eq!(verdict(&hundred(100, ""), &[(&hundred(49, "new"), 0)]), Verdict::Gone);
}

#[test]
fn the_best_must_be_a_tenth_ahead() {
    assert_eq!(MARGIN, 0.1);
    let rival = |kept| hundred(kept, "new");
    let judged = |kept| verdict(&hundred(100, ""), &[(&rival(kept), 0), (&rival(80), 0)]);
    assert_eq!(judged(69), Verdict::Reworded(1));
    assert_eq!(judged(71), Verdict::Ambiguous(vec![1, 0]));
}

#[test]
fn long_words_count_for_more() {
    let likenesses = ["very productive", "quite constructive"].map(|now| likeness("very constructive", now));
    assert_eq!(likenesses, [8.0 / 30.0, 24.0 / 33.0]);
}

#[test]
fn a_misspelt_word_keeps_three_quarters() {
    assert_eq!(likeness("progress", "progres"), 2.0 * 0.75 * 7.0 / 15.0);
    assert_eq!(likeness("tangible", "tangibel"), 0.75, "two letters swapped");
    assert_eq!(likeness("tangible", "tongable"), 0.0, "two edits");
}

#[test]
fn an_edit_is_one_character_put_in_left_out_replaced_or_swapped() {
    for other in ["qx8r8c5bq99", "qx8r8c5bq", "x8r8c5bq9", "qx8r7c5bq9", "qx8rc85bq9"] {
        assert!(an_edit_apart("qx8r8c5bq9", other) && an_edit_apart(other, "qx8r8c5bq9"), "{other}");
    }
    for other in ["qx8r8c5bq9", "qx8r8c5b", "qx8r77c5bq9", "qx8r7d5bq9", "xq8r8c5qb9", ""] {
        assert!(!an_edit_apart("qx8r8c5bq9", other), "{other}");
    }
}

#[test]
fn short_words_and_numbers_are_never_misspelt() {
    assert_eq!(likeness("home", "hope"), 0.0);
    assert_eq!(likeness("homes", "hopes"), 0.75);
    assert_eq!(likeness("10300", "10400"), 0.0);
}

#[test]
fn only_the_beginning_of_a_very_long_text_is_compared() {
    assert_eq!(LONGEST, 1_000);
    let same = "word ".repeat(LONGEST);
    assert_eq!(likeness(&format!("{same} one"), &format!("{same} two")), 1.0);
    assert!(likeness(&format!("one {same}"), &format!("two {same}")) < 1.0);
}

proptest! {
    #[test]
    fn likeness_is_what_the_slow_way_gives(one in "([a-e] ){0,40}", other in "([a-e] ){0,40}") {
        let (a, b): (Vec<_>, Vec<_>) = (one.split_whitespace().collect(), other.split_whitespace().collect());
        let all = (a.len() + b.len()) as f32;
        let expected = if all == 0.0 { 0.0 } else { 2.0 * slow::common(&a, &b) as f32 / all };
        prop_assert_eq!(likeness(&one, &other), expected);
    }

    #[test]
    fn likeness_goes_both_ways_and_lies_between_0_and_1(one in any::<String>(), other in any::<String>()) {
        let score = likeness(&one, &other);
        prop_assert!((0.0..=1.0).contains(&score));
        prop_assert!((score - likeness(&other, &one)).abs() < 1e-5);
    }

    #[test]
    fn a_verdict_names_texts_that_are_there(
        then in "([a-c]{1,6} ){0,8}",
        now in prop::collection::vec(("([a-c]{1,6} ){0,8}", 0..3_u32), 0..6),
    ) {
        let texts: Vec<_> = now.iter().map(|(words, place)| Text { words, place: *place }).collect();
        let named = match judge(Text { words: &then, place: 0 }, &texts) {
            Verdict::Same(one) | Verdict::Moved(one) | Verdict::Reworded(one) => vec![one],
            Verdict::Ambiguous(several) => {
                prop_assert!(several.len() > 1);
                several
            }
            Verdict::Gone => Vec::new(),
        };
        prop_assert!(named.iter().all(|index| *index < now.len()));
    }
}
