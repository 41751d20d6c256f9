//! What words are, by example and by law.

use proptest::prelude::*;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;
use verbatim_words::{fold, folded_chars, words};

mod reference;

#[track_caller]
fn check(text: &str, expected: &str) {
    let folded: Vec<_> = words(text).map(|word| word.folded).collect();
    assert_eq!(folded.join(" "), expected, "{text}");
}

#[test]
fn every_character_folds_as_unicode_says() {
    for c in '\0'..=char::MAX {
        let folded: String = folded_chars(c.encode_utf8(&mut [0; 4])).map(|(_, c)| c).collect();
        assert_eq!(folded, reference::reference(c).unwrap_or_default(), "U+{:04X}", c as u32);
    }
}

#[test]
fn folding_undoes_what_readers_do_not_type() {
    for (printed, typed) in [
        ("Élysée", "elysee"),
        ("e\u{301}lan", "elan"),
        ("ﬁnal", "final"),
        ("ＡＢＣ１２", "abc12"),
        ("Straße", "strasse"),
        ("Łukasz", "lukasz"),
        ("Ødegård", "odegard"),
        ("Erdoğan", "erdogan"),
        ("İstanbul", "istanbul"),
        ("Cœur", "coeur"),
        ("ΛΌΓΟΣ", "λογοσ"),
        ("λόγος", "λογοσ"),
        ("Зеленський", "зеленськии"),
        ("co\u{ad}operate", "cooperate"),
        ("שָׁלוֹם", "שלום"),
        ("السَّلام", "السلام"),
        ("ﾊﾟﾝ", "ハ\u{309a}ン"),
    ] {
        assert_eq!(fold(printed), typed, "{printed}");
    }
}

#[test]
fn apostrophes_do_not_end_a_word() {
    check("Macron’s office won't; rock ’n’ roll’", "macrons office wont rock n roll");
    check("‘quoted’ 'quoted' Zelensʼkyi l·l", "quoted quoted zelenskyi ll");
}

#[test]
fn hyphens_and_dashes_do() {
    check("peace-plan peace‑plan peace—plan snake_case", "peace plan peace plan peace plan snake case");
}

#[test]
fn numbers_keep_their_separators_and_initials_their_stops() {
    check("1,000.5 people, 28 points.", "10005 people 28 points");
    check("the U.S. and J.K.Rowling at 5 p.m.", "the us and jk rowling at 5 pm");
    check("the end.Start 5.a", "the end start 5 a");
}

#[test]
fn scripts_without_spaces_give_a_word_a_character() {
    let text = "在北京 said 北 ภาษาไทย";
    let seen: Vec<_> = words(text).map(|word| (word.folded, word.joined)).collect();
    let seen: Vec<_> = seen.iter().map(|(folded, joined)| (folded.as_str(), *joined)).collect();
    assert_eq!(seen[..5], [("在", false), ("北", true), ("京", true), ("said", false), ("北", false)]);
    assert_eq!(seen[5], ("ภ", false));
    assert!(seen[6..].iter().all(|(_, joined)| *joined));
    check("กิน が", "ก\u{e34} น か\u{3099}");
}

#[test]
fn signs_that_attach_are_marks_to_unicode() {
    for c in "\u{e31}\u{e34}\u{e3a}\u{eb1}\u{ebc}\u{102b}\u{103e}\u{17b6}\u{17d3}\u{3099}".chars() {
        assert!(is_combining_mark(c));
        let text = format!("\u{e01}{c}");
        assert_eq!(words(&text).count(), 1, "U+{:04X}", c as u32);
    }
}

#[test]
fn a_korean_syllable_half_typed_is_a_prefix() {
    assert!(fold("평화").starts_with(&fold("평호")[..fold("평ㅎ").len()]));
    assert!(fold("평화").starts_with(&fold("평ㅎ")));
}

#[test]
fn plain_prose_is_cut_as_unicode_cuts_it() {
    let text = "“We can’t stop,” she told Reuters on 3 May 2024 — the 1,000th day; “it’s très difficile” (see p. 4).";
    let ours: Vec<_> = words(text).map(|word| &text[word.span]).collect();
    assert_eq!(ours, text.unicode_words().collect::<Vec<_>>());
}

/// Strings in which everything that cutting looks at meets everything else.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[a-zé1-3.,'’ \u{301}\u{ad}-]{0,6}",
        "[北京がパกิ가각ﬁ]{1,3}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn spans_slice_back_in_order_and_never_overlap(text in texts()) {
        let mut end = 0;
        for word in words(&text) {
            prop_assert!(end <= word.span.start && word.span.start < word.span.end);
            prop_assert_eq!(fold(&text[word.span.clone()]), word.folded.clone());
            prop_assert!(!word.folded.is_empty());
            prop_assert!(!word.joined || end == word.span.start);
            end = word.span.end;
        }
    }

    #[test]
    fn nothing_that_folds_is_left_out(text in texts()) {
        let all: String = words(&text).map(|word| word.folded).collect();
        prop_assert_eq!(all, fold(&text));
    }

    #[test]
    fn the_short_way_through_plain_text_gives_the_same_words(text in texts(), plain in "[a-z1-3.,' ]{0,20}") {
        let text = text + &plain;
        let folded = |text: &str| words(text).map(|word| (word.folded, word.joined)).collect::<Vec<_>>();
        prop_assert_eq!(folded(&text), folded(&text.replace(' ', "\u{2003}")));
    }

    #[test]
    fn every_ascii_mark_ends_a_word_on_the_short_way_as_on_the_long(plain in "[a-cA-C1-3.,'`_ !?;:()\"-]{0,24}") {
        // A soft hyphen is nothing, but it is not plain.
        let long: String =
            plain.chars().map(|c| if c.is_alphanumeric() { format!("{c}\u{ad}") } else { c.into() }).collect();
        let folded = |text: &str| words(text).map(|word| (word.folded, word.joined)).collect::<Vec<_>>();
        prop_assert_eq!(folded(&plain), folded(&long));
    }

    #[test]
    fn folding_twice_is_folding_once(text in texts()) {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
        for word in words(&text) {
            prop_assert_eq!(fold(&word.folded), word.folded);
        }
    }

    #[test]
    fn case_does_not_matter(text in "[a-zA-ZÀ-ÿа-яА-Я '’-]{0,20}") {
        prop_assert_eq!(fold(&text.to_lowercase()), fold(&text));
        prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
    }

    #[test]
    fn a_folded_word_is_one_word(text in "[a-zÀ-ÿ'’0-9]{1,12}") {
        for word in words(&text) {
            let again: Vec<_> = words(&word.folded).map(|word| word.folded).collect();
            prop_assert_eq!(again, vec![word.folded]);
        }
    }
}
