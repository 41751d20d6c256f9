//! Statements as search finds them, and marks back in the article.

use verbatim_archive::documents::{
    FIELD_MEDIUM, FIELD_ROLE, FIELD_SPEAKER, FIELD_TITLE, FIELD_WORDS, explain, field_name, index, marks,
    marks_in_article,
};
use verbatim_archive::{Archive, Article, Passage, Speaker, Statement};
use verbatim_extract::{Kind, Quotation, Receipt, Span, SpeakerKind};

const TEXT: &str = "Mayor Ada Birch spoke. “We — élite or not — will build,” Birch told the council, “the harbour \
    bridge.” Birch’s office called it “a bridge of hope”. “Hope!” said Tom Reed, the ferryman.";

/// Where `words` stand for the `nth` time.
fn span(words: &str, nth: usize) -> Span {
    let (start, _) = TEXT.match_indices(words).nth(nth).expect("the words stand in the text");
    Span::from(start..start + words.len())
}

fn speaker(name: &str, mentions: &[Span], roles: &[Span], tied_to: Option<u32>) -> Speaker {
    let passages = |spans: &[Span]| spans.iter().map(|&span| Passage { article: 0, span }).collect();
    Speaker {
        slug: name.to_lowercase(),
        name: name.into(),
        kind: SpeakerKind::Person,
        mentions: passages(mentions),
        roles: passages(roles),
        offices: Vec::new(),
        tied_to,
        wikidata: None,
    }
}

fn statement(
    quotations: &[Span],
    speaker: Option<u32>,
    role: Option<Span>,
    medium: Option<Span>,
) -> Statement {
    let quotation = |&span: &Span| Quotation { span, source: None, cue: None };
    Statement {
        id: String::new(),
        slug: String::new(),
        article: 0,
        said: verbatim_extract::Statement {
            kind: Kind::Direct,
            quotations: quotations.iter().map(quotation).collect(),
            insertions: Vec::new(),
            speaker,
            role,
            medium,
            addressee: None,
            place: None,
            said_on: None,
            receipt: Receipt {
                construct: String::new(),
                chain: Vec::new(),
                candidates: Vec::new(),
                confidence: 100,
            },
        },
    }
}

fn article(title: &str, text: &str) -> Article {
    let (id, slug, title) = (title.into(), title.into(), title.into());
    Article { id, slug, title, text: text.into(), ..Article::default() }
}

/// Three statements: Birch's of two quotations, her office's, and the ferryman's; and one of nobody.
fn archive() -> Archive {
    Archive {
        articles: vec![article("Crossing over", TEXT)],
        speakers: vec![
            speaker("Ada Birch", &[span("Ada Birch", 0), span("Birch", 1)], &[span("Mayor", 0)], None),
            speaker("Birch’s office", &[span("Birch’s office", 0)], &[], Some(0)),
            speaker("Tom Reed", &[span("Tom Reed", 0)], &[span("ferryman", 0)], None),
        ],
        statements: vec![
            statement(
                &[span("We — élite or not — will build,", 0), span("the harbour bridge.", 0)],
                Some(0),
                Some(span("Mayor", 0)),
                Some(span("told the council", 0)),
            ),
            statement(&[span("a bridge of hope", 0)], Some(1), None, None),
            statement(&[span("Hope!", 0)], Some(2), Some(span("ferryman", 0)), None),
            statement(&[span("Hope!", 0)], None, None, None),
        ],
        trails: Vec::new(),
    }
}

/// Checks which statements `query` finds, best first, with the fields that have marks, and what is marked of
/// their words in the article.
#[track_caller]
fn check(query: &str, expected: &[(u32, &[usize], &[&str])]) {
    let archive = archive();
    let index = index(&archive);
    let results = index.search(query);
    let found: Vec<_> = results
        .hits
        .iter()
        .map(|hit| {
            let statement = &archive.statements[hit.document as usize];
            let marks = marks(&archive, &index, query, statement);
            let mut fields: Vec<_> = marks.iter().map(|mark| mark.field).collect();
            fields.dedup();
            let spans = marks_in_article(&archive, statement, &marks);
            let marked: Vec<_> = spans.into_iter().map(|span| span.of(TEXT)).collect();
            (hit.document, fields, marked)
        })
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(document, fields, marked)| (*document, fields.to_vec(), marked.to_vec()))
        .collect();
    assert_eq!(found, expected, "{query}");
}

#[test]
fn words_are_marked_in_the_article_in_whichever_quotation_they_stand() {
    check("elite harbor", &[(0, &[FIELD_WORDS], &["élite", "harbour"])]);
    check("we bridge", &[(0, &[FIELD_WORDS], &["We", "bridge"])]);
    check(
        "hop",
        &[(2, &[FIELD_WORDS], &["Hop"]), (3, &[FIELD_WORDS], &["Hop"]), (1, &[FIELD_WORDS], &["hop"])],
    );
}

#[test]
fn an_office_is_found_by_its_own_name_and_by_whose_it_is() {
    check("birch office", &[(1, &[FIELD_SPEAKER], &[])]);
    check("ada bridge", &[(1, &[FIELD_WORDS], &["bridge"]), (0, &[FIELD_WORDS, FIELD_SPEAKER], &["bridge"])]);
    check("mayor hope", &[(1, &[FIELD_WORDS], &["hope"])]);
}

#[test]
fn roles_media_and_titles_are_searched() {
    check("feryman", &[(2, &[FIELD_ROLE], &[])]);
    check("council", &[(0, &[FIELD_MEDIUM], &[])]);
    assert_eq!(index(&archive()).search("crossing").hits.len(), 4);
    let title: (&[usize], &[&str]) = (&[FIELD_TITLE], &[]);
    check("crossing", &[0, 1, 2, 3].map(|statement| (statement, title.0, title.1)));
}

#[test]
fn initials_find_speakers_and_roles() {
    check("trd", &[(2, &[FIELD_SPEAKER], &[])]);
}

#[test]
fn the_name_and_the_role_shown_are_marked_and_no_others() {
    let archive = archive();
    let marks = marks(&archive, &index(&archive), "ada mayor", &archive.statements[0]);
    let found: Vec<_> = marks.iter().map(|mark| (mark.field, mark.span.clone())).collect();
    assert_eq!(found, [(FIELD_SPEAKER, 0..3), (FIELD_ROLE, 0..5)]);
}

#[test]
fn every_statement_is_a_document() {
    assert_eq!(index(&archive()).len(), 4);
    assert!(index(&Archive::default()).is_empty());
}

#[test]
fn marks_of_other_texts_are_left_out() {
    let archive = archive();
    let marks = marks(&archive, &index(&archive), "harbour", &archive.statements[0]);
    assert_eq!(marks_in_article(&archive, &archive.statements[2], &marks), []);
}

/// A word in one field of each of four articles, and nowhere else.
#[test]
fn a_word_counts_by_the_field_that_it_stands_in() {
    let text = "peace x peace x peace x peace x";
    let at = |place: usize| Some(Span { start: place as u32, end: place as u32 + 5 });
    let other = Span { start: 6, end: 7 };
    let mut archive = Archive::default();
    for title in ["x", "x", "x", "x", "peace"] {
        archive.articles.push(article(title, text));
    }
    for name in ["x", "peace"] {
        archive.speakers.push(speaker(name, &[], &[], None));
    }
    let mut add = |article, quotation, speaker, role, medium| {
        let mut statement = statement(&[quotation], Some(speaker), Some(role), Some(medium));
        statement.article = article;
        archive.statements.push(statement);
    };
    let peace = at(0).unwrap_or(other);
    add(0, peace, 0, other, other);
    add(1, other, 1, other, other);
    add(2, other, 0, peace, other);
    add(3, other, 0, other, peace);
    add(4, other, 0, other, other);
    let hits = index(&archive).search("peace").hits;
    let order: Vec<_> = hits.iter().map(|hit| hit.document).collect();
    assert_eq!(order, [1, 2, 0, 4, 3]);
    let saturated = |weight: f32| weight / (weight + 1.2);
    for (hit, weight) in hits.iter().zip([2.0, 1.5, 1.0, 0.7, 0.5]) {
        let share = hit.score / hits[0].score;
        assert!((share - saturated(weight) / saturated(2.0)).abs() < 1e-3, "{weight}");
    }
}

/// Checks what is said of why `query` finds the first statement: the field, the words and how they matched.
#[track_caller]
fn explained(query: &str, expected: &[&str]) {
    let archive = archive();
    let found = explain(&archive, &index(&archive), query, &archive.statements[0]);
    let said: Vec<String> = found
        .iter()
        .map(|found| format!("{}: {}, {}", field_name(found.field), found.words, found.how))
        .collect();
    assert_eq!(said, expected, "{query}");
}

#[test]
fn why_a_statement_was_found_is_told_in_words() {
    explained("elite harbuor", &["words: élite, exact", "words: harbour, 1 edit"]);
    explained("builds bri", &["words: build, form", "words: bri, beginning"]);
    explained("ada brch", &["speaker: Ada, exact", "speaker: Birch, 1 edit"]);
    explained("bearze", &["speaker: Birch, sound"]);
    explained("crossingover", &["title: Crossing, compound", "title: over, compound"]);
    explained("nothing", &[]);
}
