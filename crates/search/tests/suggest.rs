//! Completion and "did you mean", held to the slow way of finding them.

use proptest::prelude::*;
use verbatim_search::{Field, Index};

const WORDS: Field = Field { name: "words", weight: 1.0, names: false };

fn index(texts: &[&str]) -> Index {
    Index::build(&[WORDS], texts.iter().map(|text| vec![text.to_string()]))
}

#[test]
fn a_word_is_completed_by_the_commonest_it_begins() {
    let index = index(&["peace plan", "peace talks", "peaceful plans", "pear", "Élysée"]);
    assert_eq!(index.complete("the pe", 2), ["peace", "peaceful"]);
    assert_eq!(index.complete("peace", 9), ["peaceful"]);
    assert_eq!(index.complete("É", 9), ["elysee"]);
    for done in ["", "peace ", "“", "xylo"] {
        assert_eq!(index.complete(done, 9), [""; 0], "{done:?}");
    }
}

#[test]
fn only_unknown_words_are_put_right() {
    let index = index(&["peace plan", "peace talks", "place", "plane", "minister"]);
    for (query, meant) in [
        ("paece, “plann”!", Some("peace, “plan”!")),
        ("Plade x", Some("place x")),
        ("peace plan", None),
        ("pea", None),
        ("minsiter", Some("minister")),
        ("paece ministe", Some("peace minister")),
        ("paece minis", Some("peace minis")),
        ("paece plan", Some("peace plan")),
        ("xylophone", None),
        ("", None),
    ] {
        assert_eq!(index.did_you_mean(query).as_deref(), meant, "{query}");
    }
}

proptest! {
    #[test]
    fn completion_is_by_frequency_and_then_alphabet(
        texts in prop::collection::vec("[ab]{1,4}( [ab]{1,4}){0,5}", 1..20),
        typed in "[ab]{1,2}",
    ) {
        let words: std::collections::BTreeSet<&str> = texts.iter().flat_map(|text| text.split(' ')).collect();
        let count = |word: &str| texts.iter().filter(|text| text.split(' ').any(|other| other == word)).count();
        let mut slow: Vec<&str> =
            words.into_iter().filter(|word| word.starts_with(&typed) && *word != typed).collect();
        slow.sort_by_key(|word| std::cmp::Reverse(count(word)));
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        prop_assert_eq!(index(&texts).complete(&typed, usize::MAX), slow);
    }
}
