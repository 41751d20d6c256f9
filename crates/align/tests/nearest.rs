//! Which texts are nearest, by example, by law, and held to the slow way of telling.

mod slow;

use proptest::prelude::*;
use verbatim_align::{MAX_WORDS, Near, nearest};

fn order(wanted: &str, texts: &[&str]) -> Vec<usize> {
    let near = nearest(wanted, texts.iter().copied(), texts.len());
    near.iter().map(|near| near.index).collect()
}

#[test]
fn the_words_of_an_address_find_what_it_showed() {
    let texts = [
        "Kaja Kallas It is clear that Russia does not want peace",
        "Rustem Umerov We have achieved tangible progress on the path toward a just peace",
        "Rustem Umerov There is still much work ahead",
    ];
    assert_eq!(order("rustem-umerov-we-have-achieved-tangible", &texts), [1, 2]);
    assert_eq!(order("kaja-kallas-it-is-clear-that-russia", &texts)[0], 0);
}

#[test]
fn order_counts() {
    assert_eq!(order("much work ahead", &["ahead work much", "much work ahead"]), [1, 0]);
}

#[test]
fn of_equals_the_one_with_fewer_other_words_is_nearer_and_then_the_earlier() {
    assert_eq!(order("peace", &["peace and talks", "peace", "Peace!"]), [1, 2, 0]);
    assert_eq!(order("peace", &["peace peace", "peace"]), [1, 0]);
}

#[test]
fn nothing_in_common_is_not_near_and_nothing_wanted_finds_nothing() {
    assert!(order("peace", &["war", ""]).is_empty());
    assert!(order("“ — ”", &["war", ""]).is_empty());
}

#[test]
fn words_after_the_limit_are_not_compared() {
    assert_eq!(MAX_WORDS, 64);
    let first = "peace ".repeat(MAX_WORDS);
    let near = nearest(&format!("{first} war"), [first.as_str()].into_iter(), 1);
    assert_eq!(near, [Near { index: 0, score: 1.0 }]);
}

/// The score by tables and removal, as it is described.
fn slow_score(wanted: &str, text: &str) -> f32 {
    let (wanted, text): (Vec<_>, Vec<_>) =
        (wanted.split_whitespace().collect(), text.split_whitespace().collect());
    let mut rest = text.clone();
    let mut found = 0;
    for word in &wanted {
        if let Some(at) = rest.iter().position(|other| other == word) {
            rest.remove(at);
            found += 1;
        }
    }
    (found + slow::common(&wanted, &text)) as f32 / (2 * wanted.len().max(1)) as f32
}

proptest! {
    #[test]
    fn the_score_is_what_the_slow_way_gives(wanted in "([a-d] ){0,70}", text in "([a-e] ){0,70}") {
        let wanted: String = wanted.split_inclusive(' ').take(MAX_WORDS).collect();
        let near = nearest(&wanted, [text.as_str()].into_iter(), 1);
        prop_assert_eq!(near.first().map_or(0.0, |near| near.score), slow_score(&wanted, &text));
    }

    #[test]
    fn a_text_is_nearest_to_itself(texts in prop::collection::vec(any::<String>(), 1..6), which in any::<prop::sample::Index>()) {
        let wanted = which.get(&texts);
        let near = nearest(wanted, texts.iter().map(String::as_str), texts.len());
        if verbatim_words::words(wanted).next().is_some() {
            prop_assert_eq!(near[0].score, 1.0);
            prop_assert!(near.iter().any(|near| texts[near.index] == *wanted && near.score == 1.0));
        }
    }

    #[test]
    fn the_nearest_come_first_and_a_limit_cuts_the_rest(
        wanted in any::<String>(),
        texts in prop::collection::vec(any::<String>(), 0..6),
        limit in 0..6_usize,
    ) {
        let all = nearest(&wanted, texts.iter().map(String::as_str), texts.len());
        prop_assert!(all.windows(2).all(|pair| pair[0].score >= pair[1].score));
        prop_assert!(all.iter().all(|near| 0.0 < near.score && near.score <= 1.0));
        let some = nearest(&wanted, texts.iter().map(String::as_str), limit);
        prop_assert_eq!(&some[..], &all[..limit.min(all.len())]);
    }
}
