//! What comes first, held to scoring every document in the plainest way.

use std::collections::BTreeSet;

use verbatim_search::{Field, Index};

const FIELDS: [Field; 2] = [
    Field { name: "words", weight: 1.0, names: false },
    Field { name: "speaker", weight: 2.0, names: false },
];

/// Documents of made-up words, the first of them far commoner than the last; and enough of them that lists have
/// blocks, and that the commonest beginnings have lists of their own.
fn documents(count: usize, longest: usize) -> Vec<[Vec<String>; 2]> {
    let mut state = 7_u64;
    let mut chance = move |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % limit
    };
    let mut word = move || {
        let limit = 1 + chance(400);
        let number = chance(limit);
        let letter = char::from(b'a' + (number / 4 % 26) as u8);
        format!("{}{letter}", ["pa", "pe", "to", "qu"][number % 4])
    };
    (0..count)
        .map(|at| [1 + at * 7 % longest, at % 3].map(|length| (0..length).map(|_| word()).collect()))
        .collect()
}

fn index(documents: &[[Vec<String>; 2]]) -> Index {
    let texts: Vec<[String; 2]> =
        documents.iter().map(|texts| texts.each_ref().map(|text| text.join(" "))).collect();
    let bytes = Index::write(&FIELDS, texts.iter().map(|texts| texts.iter().map(String::as_str)));
    Index::open(bytes, &FIELDS).expect("what was written is an index")
}

/// As much as is told of a length: exactly up to 8 words, then four lengths to a doubling.
fn told(words: usize) -> usize {
    if words < 8 { words } else { words.next_multiple_of((8 << (words / 8).ilog2()) / 4) }
}

/// The score of every document that has all words of `query`, by the formulas of the crate alone. The words are
/// of three letters at most, so that they stand for themselves and, the last, for what they begin.
fn scores(documents: &[[Vec<String>; 2]], query: &str) -> Vec<(u32, f64)> {
    let wanted: Vec<&str> = query.split(' ').collect();
    let average = |field: usize| {
        let total: usize = documents.iter().map(|texts| texts[field].len()).sum();
        (total as f64 / documents.len() as f64).max(1.0)
    };
    let averages = [average(0), average(1)];
    let vocabulary: BTreeSet<&String> = documents.iter().flatten().flatten().collect();
    let mut all = vec![(0.0, 0); documents.len()];
    for (place, word) in wanted.iter().enumerate() {
        let is_last = place + 1 == wanted.len();
        let meant: Vec<&String> = vocabulary
            .iter()
            .copied()
            .filter(|other| other == word || is_last && other.starts_with(word))
            .collect();
        let counted = |word: &str| -> usize {
            (0..2)
                .map(|field| {
                    documents.iter().filter(|texts| texts[field].iter().any(|other| other == word)).count()
                })
                .sum()
        };
        let (exact, longer): (Vec<&String>, Vec<&String>) =
            meant.into_iter().partition(|other| other == word);
        let exact_count: usize = exact.iter().map(|word| counted(word)).sum();
        let all_count = exact_count + longer.iter().map(|word| counted(word)).sum::<usize>();
        let rarity = |count: usize| {
            let (count, all) = (count.min(documents.len()) as f64, documents.len() as f64);
            (1.0 + (all - count + 0.5) / (count + 0.5)).ln()
        };
        for (texts, sum) in documents.iter().zip(&mut all) {
            let mut best = 0.0_f64;
            for (field, text) in texts.iter().enumerate() {
                for (meant, weight, most) in exact
                    .iter()
                    .map(|word| (word, rarity(exact_count), 4))
                    .chain(longer.iter().map(|word| (word, rarity(all_count) * 0.8, 1)))
                {
                    let times = text.iter().filter(|other| other == meant).count();
                    let length = 0.25 + 0.75 * told(text.len()) as f64 / averages[field];
                    let amount = f64::from(FIELDS[field].weight) * times.min(most) as f64 / length;
                    best = best.max(weight * amount / (1.2 + amount));
                }
            }
            sum.0 += best;
            sum.1 += usize::from(best > 0.0);
        }
    }
    (0..)
        .zip(all)
        .filter(|(_, (_, has))| *has == wanted.len())
        .map(|(document, (score, _))| (document, score))
        .collect()
}

#[track_caller]
fn check(documents: &[[Vec<String>; 2]], index: &Index, query: &str) {
    let results = index.best(query, usize::MAX);
    let slow = scores(documents, query);
    if slow.is_empty() {
        return assert!(!results.dropped.is_empty() || results.total == 0, "{query}");
    }
    assert_eq!(results.total, slow.len(), "{query}");
    let mut found: Vec<(u32, f64)> =
        results.hits.iter().map(|hit| (hit.document, f64::from(hit.score))).collect();
    found.sort_unstable_by_key(|(document, _)| *document);
    for ((document, score), (other, slow)) in found.iter().zip(&slow) {
        assert_eq!(document, other, "{query}");
        let closeness = score / slow;
        assert!((0.999..=2.001).contains(&closeness), "{query}: {score} for {slow} in {document}");
        if !query.contains(' ') {
            assert!((closeness - 1.0).abs() < 1e-3, "{query}: {score} for {slow} in {document}");
        }
    }
    for limit in [1, 20, 300] {
        let first = index.best(query, limit);
        assert_eq!(first.hits, results.hits[..limit.min(results.total)], "{query}");
        assert_eq!(first.total, results.total);
    }
}

#[test]
fn pruning_changes_no_score_and_no_order() {
    let documents = documents(700, 40);
    let index = index(&documents);
    let words: Vec<&String> = documents.iter().flat_map(|texts| &texts[0]).step_by(97).collect();
    for (place, word) in words.iter().enumerate() {
        let other = words[(place * 13 + 5) % words.len()];
        let third = words[(place * 29 + 11) % words.len()];
        for query in [
            word.to_string(),
            format!("{word} {other}"),
            format!("{word} {other} {third}"),
            format!("{word} p"),
        ] {
            let distinct: BTreeSet<_> = query.split(' ').collect();
            if distinct.len() == query.split(' ').count() {
                check(&documents, &index, &query);
            }
        }
    }
}

#[test]
fn a_list_made_beforehand_finds_what_the_words_below_it_find() {
    let documents = documents(3000, 60);
    let index = index(&documents);
    let begins = |beginning: &str| -> Vec<u32> {
        let has = |texts: &[Vec<String>; 2]| texts.iter().flatten().any(|word| word.starts_with(beginning));
        (0..).zip(&documents).filter(|(_, texts)| has(texts)).map(|(document, _)| document).collect()
    };
    for beginning in ["p", "pa", "t", "pab"] {
        let results = index.search(beginning);
        let mut found: Vec<u32> = results.hits.iter().map(|hit| hit.document).collect();
        found.sort_unstable();
        assert_eq!(found, begins(beginning), "{beginning}");
        // Those that come first were found beforehand, up to 20 of a field.
        for limit in [0, 1, 19, 20, 21] {
            let first = index.best(beginning, limit);
            assert_eq!(
                (first.hits.as_slice(), first.total),
                (&results.hits[..limit], results.total),
                "{beginning}"
            );
        }
    }
    let places = |beginning: &str| {
        documents.iter().flatten().flatten().filter(|word| word.starts_with(beginning)).count()
    };
    assert!(places("p") > 32_768 && places("pa") < 32_768);
}
