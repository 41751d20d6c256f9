//! What is found, and which characters are marked. Each test goes through [`check`].

use verbatim_search::{Field, How, Index, MAX_BYTES, MAX_WORDS};

const FIELDS: [Field; 3] = [
    Field { name: "words", weight: 1.0, names: false },
    Field { name: "speaker", weight: 1.0, names: true },
    Field { name: "role", weight: 1.0, names: true },
];

/// Statements as an article gives them: words, speaker, role.
const STATEMENTS: [[&str; 3]; 5] = [
    [
        "We have achieved tangible progress on the path toward a just peace",
        "Rustem Umerov",
        "Ukraine’s former Minister of Defense",
    ],
    ["the conditions of a just and durable peace", "Macron’s office\nEmmanuel Macron", "French President"],
    ["It is clear that Russia does not want peace", "Kaja Kallas", "European Union foreign policy official"],
    ["very constructive", "Volodymyr Zelensky", "Ukrainian President"],
    ["和平の条件について大統領は北京で語った", "ประธานาธิบดี", ""],
];

fn index(documents: &[[&str; 3]]) -> Index {
    Index::build(&FIELDS, documents.iter().map(|fields| fields.map(String::from).to_vec()))
}

/// The hits of `query` as lines: the number of the statement, then what is marked, as `field:text(how)`.
fn lines(index: &Index, documents: &[[&str; 3]], query: &str) -> Vec<String> {
    let line = |hit: &verbatim_search::Hit| {
        let mut line = hit.document.to_string();
        let texts = &documents[hit.document as usize];
        for mark in index.marks(query, texts) {
            let text = &texts[mark.field][mark.span.clone()];
            let how = match mark.how {
                How::Exact => String::new(),
                How::Prefix => "…".into(),
                How::Edits(edits) => format!("~{edits}"),
                How::Subsequence => "*".into(),
                How::Initials => "!".into(),
                How::Compound => "&".into(),
                How::Stem => "^".into(),
                How::Sound => "?".into(),
            };
            line += &format!(" {}:{text}{how}", FIELDS[mark.field].name);
        }
        line
    };
    assert!(index.len() == documents.len());
    index.search(query).hits.iter().map(line).collect()
}

#[track_caller]
fn check(query: &str, expected: &[&str]) {
    let index = index(&STATEMENTS);
    let results = index.search(query);
    assert_eq!(lines(&index, &STATEMENTS, query), expected, "{query}");
    assert_eq!(results.dropped, [""; 0], "{query}");
    assert!(!results.cut);
}

#[test]
fn typos_are_forgiven_and_what_was_meant_is_marked() {
    check("tangable progres", &["0 words:tangible~1 words:progres…"]);
    check("minister of defence", &["0 role:Minister role:of role:Defense~1"]);
    check("Zelenskiy", &["3 speaker:Zelensky~1"]);
    check("umreov", &["0 speaker:Umerov~1"]);
    check("xallas", &["2 speaker:Kallas~1"]);
    check("constructivley", &["3 words:constructive~2"]);
}

#[test]
fn a_possessive_is_found_by_its_name_and_only_the_name_is_marked() {
    check("macron office", &["1 speaker:Macron… speaker:office speaker:Macron"]);
}

#[test]
fn words_match_in_any_field() {
    check("peace kallas", &["2 words:peace speaker:Kallas"]);
    check("UKRAINE progress", &["0 words:progress role:Ukraine…"]);
}

#[test]
fn every_keystroke_keeps_the_statement_that_is_meant() {
    let index = index(&STATEMENTS);
    for query in ["tangable progres", "minister of defence"] {
        for end in 1..=query.len() {
            let results = index.search(&query[..end]);
            assert!(results.hits.iter().any(|hit| hit.document == 0), "{}", &query[..end]);
        }
    }
}

#[test]
fn initials_and_letters_left_out_find_names_and_roles() {
    check("mcrn", &["1 speaker:M* speaker:cr* speaker:n* speaker:M* speaker:cr* speaker:n*"]);
    check("zlnsky", &["3 speaker:Z* speaker:l* speaker:nsky*"]);
    check("kkallas", &["2 speaker:Kallas~1"]);
    check("vzlnsky", &["3 speaker:V* speaker:Z* speaker:l* speaker:nsky*"]);
    check("eufp", &["2 role:E! role:U! role:f! role:p!"]);
}

#[test]
fn names_are_found_by_their_sound_where_no_spelling_comes_near() {
    check("selenskij", &["3 speaker:Zelensky?"]);
    check("roustam umarof", &["0 speaker:Rustem? speaker:Umerov?"]);
    assert!(index(&STATEMENTS).search("tongeubel").hits.is_empty());
}

#[test]
fn other_forms_of_a_word_are_found() {
    let documents = [["new sanctions", "", ""], ["they sanctioned it", "", ""], ["parties to it", "", ""]];
    let index = index(&documents);
    for (query, expected) in [
        ("sanctioning x", &["0 words:sanctions^", "1 words:sanctioned^"][..]),
        ("sanctions x", &["0 words:sanctions", "1 words:sanctioned^"]),
        ("party x", &["2 words:parties^"]),
        ("part x", &["2 words:part…"]),
    ] {
        assert_eq!(lines(&index, &documents, query), expected, "{query}");
    }
}

#[test]
fn a_word_is_found_as_two_and_two_as_one() {
    let documents = [["the cease-fire holds", "", ""], ["a ceasefire", "", ""], ["re-election fire", "", ""]];
    let both = index(&documents);
    assert_eq!(lines(&both, &documents, "cease fire"), ["0 words:cease words:fire", "1 words:ceasefire&"]);
    assert_eq!(lines(&both, &documents, "reelection"), ["2 words:re& words:election&"]);
    assert_eq!(
        lines(&index(&documents[..1]), &documents[..1], "Ceasefire holds"),
        ["0 words:cease& words:fire& words:holds"]
    );
    assert_eq!(lines(&both, &documents, "electionfire"), ["2 words:election& words:fire&"]);
    // Its halves are there, but nowhere next to each other.
    assert_eq!(both.search("holdselection").dropped, ["holdselection"]);
    // One letter is no half.
    assert_eq!(lines(&both, &documents, "aceasefire"), ["1 words:ceasefire~1"]);
}

#[test]
fn a_word_that_happens_to_be_two_may_be_a_misspelt_one() {
    let documents =
        [["core of four today", "", ""], ["what to say of it", "", ""], ["four have to say much", "", ""]];
    let index = index(&documents);
    assert_eq!(lines(&index, &documents, "core four tosay"), ["0 words:core words:four words:today~1"]);
    assert_eq!(
        lines(&index, &documents, "four tosay"),
        ["2 words:four words:to& words:say&", "0 words:four words:today~1"]
    );
}

#[test]
fn prose_is_not_searched_for_subsequences() {
    assert!(index(&STATEMENTS).search("tgbl").hits.is_empty());
}

#[test]
fn scripts_without_spaces_are_found_by_any_part() {
    check("大統領", &["4 words:大統領"]);
    check("北", &["4 words:北…"]);
    check("北京で語った", &["4 words:北京で語った"]);
    check("ธิบดี", &["4 speaker:ธิบดี"]);
    assert!(index(&STATEMENTS).search("領北").hits.is_empty());
}

#[test]
fn accents_case_width_and_apostrophes_do_not_matter() {
    let documents = [["Élysée’s ﬁnal word", "Erdoğan", ""]];
    let index = index(&documents);
    for (query, expected) in [
        ("elysees", "0 words:Élysée’s"),
        ("elysee", "0 words:Élysée…"),
        ("ＦＩＮＡＬ", "0 words:ﬁnal"),
        ("f", "0 words:ﬁ…"),
        ("ERDOGAN", "0 speaker:Erdoğan"),
    ] {
        assert_eq!(lines(&index, &documents, query), [expected], "{query}");
    }
}

#[test]
fn a_word_that_nothing_has_is_dropped_and_named() {
    let results = index(&STATEMENTS).search("Peace Xylophonist kallas");
    assert_eq!(results.hits.len(), 1);
    assert_eq!(results.hits[0].document, 2);
    assert_eq!(results.dropped, ["Xylophonist"]);
}

#[test]
fn words_that_no_document_has_together_are_dropped_where_fewest_miss() {
    let results = index(&STATEMENTS).search("just peace constructive");
    let found: Vec<_> = results.hits.iter().map(|hit| hit.document).collect();
    assert_eq!(found, [1, 0]);
    assert_eq!(results.dropped, ["constructive"]);
    let results = index(&STATEMENTS).search("durable tangible");
    assert_eq!(results.hits.len(), 2);
    assert_eq!(results.dropped, ["durable", "tangible"]);
}

#[test]
fn nothing_found_drops_every_word() {
    let results = index(&STATEMENTS).search("xylophonist qqq");
    assert!(results.hits.is_empty());
    assert_eq!(results.dropped, ["xylophonist", "qqq"]);
}

#[test]
fn a_query_without_words_finds_everything_in_order() {
    check("", &["0", "1", "2", "3", "4"]);
    check(" “…” \u{202e}\u{301}", &["0", "1", "2", "3", "4"]);
}

#[test]
fn a_word_once_found_exactly_has_no_typos_marked_beside_it() {
    let documents = [["a place of peace, not of pieces", "", ""], ["a place", "", ""]];
    let index = index(&documents);
    assert_eq!(lines(&index, &documents, "peace"), ["0 words:peace", "1 words:place~1"]);
}

#[test]
fn ties_stand_in_the_order_of_the_documents() {
    let documents = [["peace", "", ""]; 7];
    let found: Vec<_> = index(&documents).search("peace").hits.iter().map(|hit| hit.document).collect();
    assert_eq!(found, [0, 1, 2, 3, 4, 5, 6]);
}

#[test]
fn a_query_is_cut_at_the_stated_limits() {
    let index = index(&STATEMENTS);
    let words = |count| (0..count).map(|word| format!("word{word} ")).collect::<String>();
    assert!(!index.search(&words(MAX_WORDS)).cut);
    assert!(index.search(&words(MAX_WORDS + 1)).cut);
    assert!(!index.search(&"peace ".repeat(MAX_BYTES / 6)).cut);
    assert!(index.search(&"é".repeat(MAX_BYTES)).cut);
    assert_eq!((MAX_WORDS, MAX_BYTES), (32, 4096));
}

#[test]
fn missing_texts_are_empty_and_texts_too_many_are_left_out() {
    let documents = [vec!["peace".to_owned()], vec!["talks".to_owned(); 5]];
    let index = Index::build(&FIELDS, documents);
    assert_eq!(index.len(), 2);
    assert_eq!(index.search("talks").hits.len(), 1);
    assert_eq!(index.marks("talks", &["talks"; 5]).len(), 5);
    assert!(Index::build(&FIELDS, []).search("peace").hits.is_empty());
    assert_eq!(Index::build(&[], [vec![], vec![]]).search("").hits.len(), 2);
    assert_eq!(Index::build(&[], [vec![], vec![]]).search("peace").hits.len(), 0);
}
