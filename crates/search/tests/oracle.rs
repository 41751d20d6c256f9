//! What is found, held to the slow way of finding it.

use proptest::prelude::*;
use verbatim_search::{Field, How, Index};
use verbatim_words::fold;

/// Optimal string alignment, the whole table.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
    for i in 0..=one.len() {
        for j in 0..=other.len() {
            table[i][j] = match (i, j) {
                (0, _) => j,
                (_, 0) => i,
                _ => {
                    let same = one[i - 1] == other[j - 1];
                    let mut least = (table[i - 1][j] + 1)
                        .min(table[i][j - 1] + 1)
                        .min(table[i - 1][j - 1] + usize::from(!same));
                    if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                        least = least.min(table[i - 2][j - 2] + 1);
                    }
                    least
                }
            };
        }
    }
    table[one.len()][other.len()]
}

fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        8..=60 => 2,
        _ => 0,
    }
}

/// How `word` is found by `query`, which is not yet finished if `is_open`; `is_known` if some word of the index
/// is or goes on from `query`.
fn expected(word: &str, query: &str, is_open: bool, is_known: bool) -> Option<How> {
    let (word, query): (Vec<_>, Vec<_>) = (word.chars().collect(), query.chars().collect());
    let goes_on = word.starts_with(&query) && (is_open || query.len() >= 4);
    let whole = distance(&word, &query);
    let begun = (0..=word.len()).map(|end| distance(&word[..end], &query)).min().unwrap_or(0);
    let edits = if is_open && !is_known { whole.min(begun) } else { whole };
    if word == query {
        Some(How::Exact)
    } else if goes_on {
        Some(How::Prefix)
    } else {
        (edits <= allowed(query.len())).then_some(How::Edits(edits as u8))
    }
}

fn is_known(words: &[String], query: &str, is_open: bool) -> bool {
    let goes_on = is_open || query.chars().count() >= 4;
    words.iter().any(|word| word == query || goes_on && word.starts_with(query))
}

/// One document a word, each with a word that all have.
fn index(words: &[String]) -> Index {
    let field = Field { name: "words", weight: 1.0, names: false };
    Index::build(&[field], words.iter().map(|word| vec![format!("{word} 0")]))
}

fn found(index: &Index, query: &str, words: &[String]) -> Vec<Option<How>> {
    let mut found = vec![None; words.len()];
    for hit in &index.search(query).hits {
        let word = &words[hit.document as usize];
        let marks = index.marks(query, &[format!("{word} 0")]);
        let own = marks.iter().find(|mark| mark.span.start < word.len());
        found[hit.document as usize] = own.map(|mark| mark.how);
    }
    found
}

/// Folded words of few letters, of one byte and of more, so that many are near each other; and a few long ones.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![9 => "[abñжק가]{1,11}", 1 => "[ab]{52,64}"].prop_map(|word| fold(&word))
}

fn vocabulary() -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set(word(), 1..60).prop_map(|words| words.into_iter().collect())
}

/// A word of the vocabulary with a few letters changed.
fn misspelt() -> impl Strategy<Value = (Vec<String>, String)> {
    (vocabulary(), any::<prop::sample::Index>(), prop::collection::vec((0..4, 0..12_usize), 0..4)).prop_map(
        |(words, which, edits)| {
            let mut letters: Vec<char> = which.get(&words).chars().collect();
            for (edit, at) in edits {
                let at = at % letters.len();
                match edit {
                    0 => letters.insert(at, 'b'),
                    1 if letters.len() > 1 => drop(letters.remove(at)),
                    2 => letters[at] = 'a',
                    _ if at > 0 => letters.swap(at - 1, at),
                    _ => {}
                }
            }
            (words, letters.into_iter().collect())
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn an_unfinished_word_finds_what_brute_force_finds((words, query) in misspelt()) {
        let known = is_known(&words, &query, true);
        let slow: Vec<_> = words.iter().map(|word| expected(word, &query, true, known)).collect();
        prop_assert_eq!(found(&index(&words), &query, &words), slow);
    }

    #[test]
    fn a_finished_word_finds_what_brute_force_finds((words, query) in misspelt()) {
        let known = is_known(&words, &query, false);
        let slow: Vec<_> = words.iter().map(|word| expected(word, &query, false, known)).collect();
        let (index, query) = (index(&words), format!("{query} 0"));
        prop_assert_eq!(index.search(&query).dropped.is_empty(), slow.iter().any(Option::is_some));
        prop_assert_eq!(found(&index, &query, &words), slow);
    }

    #[test]
    fn what_was_typed_before_changes_nothing((words, query) in misspelt(), next in "[abñ]{0,4}") {
        let kept = index(&words);
        let typed = format!("{query} {next} {query}");
        for (end, letter) in typed.char_indices() {
            let typed = &typed[..end + letter.len_utf8()];
            prop_assert_eq!(kept.search(typed), index(&words).search(typed), "{}", typed);
        }
    }

    #[test]
    fn the_documents_found_miss_fewest(
        texts in prop::collection::vec("[a-f]( [a-f]){0,5}", 1..20),
        query in "[a-h]( [a-h]){0,4}",
    ) {
        let field = Field { name: "words", weight: 1.0, names: false };
        let index = Index::build(&[field], texts.iter().map(|text| vec![text.clone()]));
        let wanted: std::collections::BTreeSet<&str> = query.split(' ').collect();
        let has = |text: &String| wanted.iter().filter(|word| text.split(' ').any(|other| other == **word)).count();
        let most = texts.iter().map(has).max().unwrap_or(0);
        let slow: Vec<u32> = (0..texts.len() as u32)
            .filter(|at| most > 0 && has(&texts[*at as usize]) == most)
            .collect();
        let results = index.search(&query);
        let mut fast: Vec<u32> = results.hits.iter().map(|hit| hit.document).collect();
        fast.sort_unstable();
        prop_assert_eq!(fast, slow);
        prop_assert_eq!(results.dropped.is_empty(), most == wanted.len());
    }

    #[test]
    fn any_text_and_any_query_give_marks_that_slice_the_text(
        texts in prop::collection::vec(any_text(), 1..6),
        query in any_text(),
    ) {
        let fields = [true, false].map(|names| Field { name: "text", weight: 1.0, names });
        let index = Index::build(&fields, texts.iter().map(|text| vec![text.clone(), text.clone()]));
        let results = index.search(&query);
        for hit in &results.hits {
            let text = &texts[hit.document as usize];
            let mut last = (0, 0);
            for mark in &index.marks(&query, &[text, text]) {
                prop_assert!((mark.field, mark.span.start) >= last);
                prop_assert!(text.get(mark.span.clone()).is_some_and(|marked| !fold(marked).is_empty()));
                last = (mark.field, mark.span.end);
            }
            prop_assert!(hit.score.is_finite());
        }
    }

    #[test]
    fn a_text_is_found_by_any_word_of_it(text in any_text(), which in any::<prop::sample::Index>()) {
        let words: Vec<_> = verbatim_words::words(&text).collect();
        if !words.is_empty() {
            let field = Field { name: "text", weight: 1.0, names: false };
            let index = Index::build(&[field], [vec![text.clone()], vec![]]);
            let word = &text[which.get(&words).span.clone()];
            prop_assert_eq!(index.search(word).hits[0].document, 0, "{}", word);
        }
    }
}

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![any::<String>(), "[a-eéﬁ’' -]{0,12}", "[北京がパกิ가각 a]{0,5}"];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}
