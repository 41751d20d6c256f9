//! The constants of the ranking, each held by what it decides: change one and a test here fails.

use proptest::prelude::*;
use verbatim_search::{Field, Index};

const WORDS: Field = Field { name: "words", weight: 1.0, names: false };
const NAMES: Field = Field { name: "names", weight: 1.0, names: true };

/// The scores of the documents, 0 where one is not found.
fn scores_in(fields: &[Field], documents: &[&str], query: &str) -> Vec<f32> {
    let index = Index::build(fields, documents.iter().map(|text| vec![text.to_string()]));
    let mut scores = vec![0.0; documents.len()];
    for hit in index.search(query).hits {
        scores[hit.document as usize] = hit.score;
    }
    scores
}

fn scores(documents: &[&str], query: &str) -> Vec<f32> {
    scores_in(&[WORDS], documents, query)
}

#[track_caller]
fn about(found: f32, expected: f32) {
    assert!((found - expected).abs() < 1e-3, "{found} is not about {expected}");
}

/// How rare a word in `found` of `all` documents is.
fn rarity(found: f32, all: f32) -> f32 {
    (1.0 + (all - found + 0.5) / (found + 0.5)).ln()
}

/// What a word once in a document of ordinary length counts for.
const ONCE: f32 = 1.0 / 2.2;

#[test]
fn a_word_twice_counts_for_less_than_two_words() {
    let scores = scores(&["peace peace", "peace talks"], "peace");
    about(scores[0] / scores[1], 1.375);
}

#[test]
fn a_word_says_more_in_a_short_text() {
    let scores = scores(&["peace", "peace in time"], "peace");
    let saturated = |amount: f32| amount / (1.2 + amount);
    about(scores[0] / scores[1], saturated(1.0 / 0.625) / saturated(1.0 / 1.375));
}

#[test]
fn a_rare_word_says_more_than_a_common_one() {
    let texts = ["peace", "peace", "talks", "deal"];
    about(scores(&texts, "peace")[0], rarity(2.0, 4.0) * ONCE);
    about(scores(&texts, "talks")[2], rarity(1.0, 4.0) * ONCE);
}

#[test]
fn the_word_itself_is_worth_more_than_one_that_it_begins() {
    let scores = scores(&["iran", "iranian", "oman", "qatar"], "iran");
    about(scores[0], rarity(1.0, 4.0) * ONCE);
    about(scores[1], rarity(2.0, 4.0) * ONCE * 0.8);
}

#[test]
fn each_edit_halves_what_a_word_is_worth() {
    let one = scores(&["peace", "place", "oman", "qatar"], "peace");
    about(one[1], rarity(2.0, 4.0) * ONCE * 0.5);
    let two = scores(&["ministre", "qatar", "oman", "jordan"], "minister");
    about(two[0], rarity(1.0, 4.0) * ONCE * 0.5);
    let two = scores(&["menastar", "qatar", "oman", "jordan"], "minister");
    assert_eq!(two, [0.0; 4]);
    let two = scores(&["menaster", "qatar", "oman", "jordan"], "minister");
    about(two[0], rarity(1.0, 4.0) * ONCE * 0.25);
}

#[test]
fn another_form_of_a_word_is_worth_less_than_the_word_and_more_than_a_typo() {
    let scores = scores(&["sanctions", "sanctioned", "sanctiens", "qatar"], "sanctions");
    about(scores[0], rarity(1.0, 4.0) * ONCE);
    about(scores[1], rarity(2.0, 4.0) * ONCE * 0.7);
    about(scores[2], rarity(3.0, 4.0) * ONCE * 0.5);
}

#[test]
fn a_name_that_sounds_alike_is_worth_three_tenths() {
    let texts = ["volodymyr zelensky", "kaja kallas", "rustem umerov", "donald trump"];
    about(scores_in(&[NAMES], &texts, "selenskij")[0], rarity(1.0, 4.0) * ONCE * 0.3);
}

#[test]
fn letters_left_out_of_a_name_are_worth_least() {
    let texts = ["emmanuel macron", "kaja kallas", "rustem umerov", "donald trump"];
    let scores = scores_in(&[NAMES], &texts, "mcrn");
    about(scores[0], rarity(1.0, 4.0) * ONCE * 0.15);
}

#[test]
fn words_next_to_each_other_lift_a_document_by_half() {
    let apart = "peace a a a a a a a a a a a plan";
    let closeness = |text: &str| {
        let padded = format!("{text}{}", " a".repeat(13 - text.split(' ').count()));
        let scores = scores(&[&padded, apart], "peace plan");
        scores[0] / scores[1]
    };
    about(closeness("peace plan"), 1.5);
    about(closeness("plan peace"), 1.25);
    about(closeness("peace a plan"), 1.25);
    about(closeness("plan a peace"), 1.125);
    about(closeness("peace a a a a a a a plan"), 1.0 + 0.5 / 8.0);
    about(closeness("peace a a a a a a a a plan"), 1.0);
}

#[test]
fn closeness_is_the_mean_over_the_pairs_of_the_query() {
    let scores = scores(&["a just peace x", "a x x x peace just"], "a just peace");
    assert!(scores[0] > scores[1]);
    let whole = self::scores(&["a just peace", "a", "just", "peace"], "a just peace")[0];
    let words =
        ["a", "just", "peace"].map(|word| self::scores(&["a just peace", "a", "just", "peace"], word)[0]);
    about(whole, words.iter().sum::<f32>() * 1.5);
}

#[test]
fn one_edit_begins_at_four_letters_and_two_at_eight() {
    let is_found = |text: &str, query: &str| {
        let index = Index::build(&[WORDS], [vec![text.to_string()]]);
        index.search(&format!("{query} x")).dropped.is_empty()
    };
    assert!(!is_found("war x", "wer"));
    assert!(is_found("wars x", "wers") && !is_found("wars x", "werz"));
    assert!(is_found("tangibl x", "tangabl") && !is_found("tangibl x", "tengabl"));
    assert!(is_found("tangible x", "tengable") && !is_found("tangible x", "tengabla"));
    let long = |letters: usize| "ab".repeat(33)[..letters].to_owned();
    assert!(is_found(&format!("{}c x", &long(60)[1..]), &long(60)));
    assert!(!is_found(&format!("{}c x", &long(61)[1..]), &long(61)));
}

#[test]
fn a_finished_word_begins_others_from_four_letters() {
    let texts = ["they x", "president x", "x"];
    assert_eq!(scores(&texts, "the x").iter().filter(|score| **score > 0.0).count(), 3);
    assert_eq!(scores(&texts, "pre x").iter().filter(|score| **score > 0.0).count(), 3);
    assert_eq!(scores(&texts, "pres x").iter().filter(|score| **score > 0.0).count(), 1);
    assert!(scores(&texts, "x p")[1] > 0.0);
}

#[test]
fn subsequences_need_three_letters_that_stand_close_in_a_short_line() {
    let is_found = |line: &str, query: &str| scores_in(&[NAMES], &[line], query)[0] > 0.0;
    assert!(is_found("Volodymyr Zelensky", "vlz") && !is_found("Volodymyr Zelensky", "vz"));
    assert!(is_found("European Union foreign policy official", "eufp"));
    assert!(!is_found("Ukraine’s former Minister of Defense", "frod"));
    assert!(!is_found("Emmanuel Macron", "crn"));
    assert!(!is_found("Macron\nKallas", "mcks"));
    let filled = |letters: usize| format!("macron {}", "x".repeat(letters - 7));
    assert!(is_found(&filled(128), "mcrn") && !is_found(&filled(129), "mcrn"));
}

#[test]
fn subsequences_are_the_ways_in_which_names_are_shortened() {
    let is_found = |line: &str, query: &str| scores_in(&[NAMES], &[line], query)[0] > 0.0;
    assert!(is_found("waxbycz", "wxy") && !is_found("waxbycz", "wxyz") && is_found("waxbyz", "wxyz"));
    assert!(is_found("president european commission", "prcom"));
    assert!(!is_found("president european commission", "prco"));
    assert!(is_found("president of the commission", "prco"));
    assert!(!is_found("president with commission", "prco"));
    assert!(is_found("head of the international atomic energy agency", "iaea"));
    assert!(!is_found("chief of the general staff", "chat"));
}

#[test]
fn a_field_counts_by_its_weight() {
    let fields = [WORDS, Field { name: "title", weight: 3.0, names: false }];
    let index =
        Index::build(&fields, [["peace", "x"], ["x", "peace"]].map(|texts| texts.map(String::from).to_vec()));
    let hits = index.search("peace").hits;
    assert_eq!(hits[0].document, 1);
    about(hits[0].score / hits[1].score, (3.0 / 4.2) / (1.0 / 2.2));
}

#[test]
fn a_typo_that_is_a_common_word_takes_nothing_from_the_word_itself() {
    let texts = ["form one", "from two", "from form", "from four", "from five"];
    let scores = scores(&texts, "form");
    assert!(scores[0] > 3.0 * scores[1]);
}

#[test]
fn closeness_counts_by_the_weight_of_its_field() {
    let fields = [WORDS, Field { name: "speaker", weight: 2.0, names: true }];
    let documents = [["", "kaja kallas"], ["", "kaja a a a a a a a a kallas"]];
    let index = Index::build(&fields, documents.map(|texts| texts.map(String::from).to_vec()));
    let score =
        |query: &str| index.search(query).hits.iter().find(|hit| hit.document == 0).map(|hit| hit.score);
    let (Some(whole), Some(one), Some(other)) = (score("kaja kallas"), score("kaja x"), score("kallas x"))
    else {
        panic!("all are found");
    };
    about(whole, (one + other) * (1.0 + 0.5 * 2.0));
}

#[test]
fn closeness_is_looked_at_in_the_first_256() {
    let mut texts = vec!["peace a plan"; 257];
    texts[255] = "peace plan a";
    let near = scores(&texts, "peace plan");
    assert!(near[255] > near[254]);
    texts.swap(255, 256);
    let far = scores(&texts, "peace plan");
    assert!(far[256] < far[255]);
}

#[test]
fn closeness_is_not_looked_for_below_a_beginning_of_more_than_256_words() {
    let text = |words: usize| {
        let words: Vec<_> = (0..words)
            .map(|word| {
                format!(
                    "b{}",
                    char::from_u32(0x3b1 + word as u32 % 16).unwrap_or('x').to_string().repeat(1 + word / 16)
                )
            })
            .collect();
        words.join(" ")
    };
    let lift = |words: usize| {
        let (texts, near, far) = (text(words), "a bα", "a c c c c c c c c c bα");
        let padded = format!("{near} c c c c c c c c c");
        // Beside so many documents without them, the words are no common ones.
        let mut texts = vec![&texts, &padded, far];
        texts.resize(600, "c");
        let scores = scores(&texts, "a b");
        scores[1] / scores[2]
    };
    assert!(lift(256) > 1.4);
    assert!(lift(257) < 1.1);
}

/// What "a" next to a word that `query` begins counts for, beside "a" far from it, where so many of 100 documents have
/// a word that begins so.
fn lift_of_the_common(query: &str, having: usize) -> f32 {
    let mut texts = vec!["a bee c c c c c c c c c", "a c c c c c c c c c bee"];
    texts.resize(having, "be");
    texts.resize(100, "c");
    let scores = scores(&texts, query);
    scores[0] / scores[1]
}

#[test]
fn closeness_is_not_looked_for_below_a_beginning_that_over_half_of_the_documents_have() {
    assert!(lift_of_the_common("a b", 50) > 1.4);
    assert!(lift_of_the_common("a b", 51) < 1.01);
}

#[test]
fn a_letter_that_begins_too_many_words_says_nothing_even_where_it_is_one() {
    let lift = |query: &str, others: usize| {
        let mut texts = vec!["a b c c c c c c c c c", "a c c c c c c c c c b"];
        texts.resize(2 + others, "be bee");
        texts.resize(100, "c");
        let scores = scores(&texts, query);
        scores[0] / scores[1]
    };
    assert!(lift("a b", 25) > 1.4);
    assert!(lift("a b", 26) < 1.01);
    // Here it is not being typed any more.
    assert!(lift("b a", 26) > 1.2);
}

proptest! {
    #[test]
    fn scores_fall_and_ties_stand_in_order(
        texts in prop::collection::vec("[abc]( [abc]{1,3}){0,5}", 1..30),
        query in "[abc]{1,3}( [abc]{1,3}){0,3}",
    ) {
        let index = Index::build(&[WORDS], texts.iter().map(|text| vec![text.clone()]));
        let results = index.search(&query);
        for pair in results.hits.windows(2) {
            let (one, next) = (&pair[0], &pair[1]);
            prop_assert!(one.score > next.score || one.score == next.score && one.document < next.document);
        }
        prop_assert_eq!(results, index.search(&query));
    }
}
