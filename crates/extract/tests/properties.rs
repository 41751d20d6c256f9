//! What holds of every text, however broken: extraction is total, its spans are true, and neither the width that a
//! text is wrapped to nor the style of its quotation marks changes what is found.

use proptest::prelude::*;
use verbatim_extract::{Day, Document, Extraction, Quotation, Span, Statement, extract};

const DAY: Day = Day { year: 2025, month: 12, day: 1 };

/// Words of articles, by "|": what a random text is made of, so that it reaches further than random letters do.
const WORDS: &str = "Ines Duarte|Mr. Duarte|the mayor of Sintra, Ines Duarte,|Rep. Dolores Amaya (R-Tex.)|\
    a spokeswoman for the fund|Farrow Industries|MARGARET HOLM:|Q:|he|She|who|said|told reporters that|according to|\
    According to Paul Rey|called it|adding that|on Monday|last week|in a statement on X|It was late.|“It is late,”|\
    the dog’s owners’ 6'2\" door|“[I]t … is late|is late.”|‘late’|''late''|``late''|„late“|« late »";

/// Marks and letters that are easily taken wrongly, by "|".
const SIGNS: &str = "\"|“|”|'|’’|«|[|]|(|)|,|.|?|:|—|...|\n|\n\n|\r\n|\u{a0}|\u{2028}|\u{feff}|é|e\u{301}|ß|İ|Ⅷ|漢字|\
    \u{1f469}\u{200d}\u{1f680}|\u{0}";

fn pieces(list: &'static str) -> Vec<&'static str> {
    list.split('|').collect()
}

/// Opening and closing marks, besides the curly ones that the paragraphs are written with.
const STYLES: [(&str, &str); 9] = [
    ("\"", "\""),
    ("''", "''"),
    ("``", "''"),
    ("”", "”"),
    ("„", "“"),
    ("„", "”"),
    ("«", "»"),
    ("« ", " »"),
    ("»", "«"),
];

/// Paragraphs of an article about invented people; any of them, in this order, are an article.
const PARAGRAPHS: &[&str] = &[
    "The town council of Ansel Harbour voted on Friday to close the swimming baths, which were built in 1934 and \
     have leaked since the flood of 1987.",
    "“It is a sad day, but the pipes are ninety years old,” said Mayor Patricia Lundgren. “We cannot patch them \
     any longer.”",
    "Victor Osei, a councilman, voted against the plan, calling it “a theft from our children.” He told reporters \
     that the mayor “never once asked” the swimmers.",
    "“My mother always said, ‘Count the spoons,’ and I do,” Mr. Osei said on Saturday in a statement. “I count \
     the tiles as well [all of them] … and they are all there.”",
    "Lundgren said the town would build new baths by 2029. According to the report, the roof is “held up by \
     paint.”",
    "The council’s clerk, Anna Maddox, didn’t answer questions.",
    "“We sang,” she said, “so that the children would not be afraid. We had bread for two hundred.",
    "“The baker opened his shop at three. He never asked who would pay.”",
    "Reached by telephone, the baker asked: “Would you have?”",
];

/// Articles of so many paragraphs and more.
fn articles(paragraphs: usize) -> impl Strategy<Value = Vec<&'static str>> {
    prop::sample::subsequence(PARAGRAPHS, paragraphs..=PARAGRAPHS.len())
}

/// Texts out of pieces of articles, with and without space between them.
fn fragments() -> impl Strategy<Value = String> {
    let piece = (
        prop_oneof![prop::sample::select(pieces(WORDS)), prop::sample::select(pieces(SIGNS))],
        prop::sample::select(&[" ", " ", "", "\n"][..]),
    );
    prop::collection::vec(piece, 0..40)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, space)| [piece, space]).collect())
}

/// An article with its paragraphs parted by blank lines and filled to `width` characters.
fn wrapped(paragraphs: &[&str], width: usize) -> String {
    let mut text = String::new();
    for paragraph in paragraphs {
        let mut room = width;
        for word in paragraph.split(' ') {
            let length = word.chars().count();
            match room.checked_sub(length + 1) {
                _ if room == width => room = width.saturating_sub(length),
                Some(left) => (room, text) = (left, text + " "),
                None => (room, text) = (width.saturating_sub(length), text + "\n"),
            }
            text.push_str(word);
        }
        text.push_str("\n\n");
    }
    text
}

/// The statements of a text in words, without their places.
fn outline(text: &str) -> Vec<String> {
    let words = |span: Span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let perhaps = |span: Option<Span>| span.map(words);
    let extraction = extracted(text);
    let statements = extraction.statements.iter().map(|said| {
        let speaker = said.speaker.map(|speaker| &extraction.speakers[speaker as usize].name);
        let around = [said.role, said.medium, said.addressee, said.said_on.map(|on| on.words)].map(perhaps);
        let quotations: Vec<_> =
            said.quotations.iter().map(|q| (words(q.span), perhaps(q.source), perhaps(q.cue))).collect();
        let insertions: Vec<_> = said.insertions.iter().copied().map(words).collect();
        format!("{:?} {speaker:?} {around:?} {quotations:?} {insertions:?}", said.kind)
    });
    statements.collect()
}

/// Numbers that look random and are the same on every machine (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) as usize % limit
    }
}

/// The words of a span, which must lie in the text, at the borders of its characters, and hold some.
fn slice(text: &str, span: Span) -> &str {
    let words = text.get(span.range()).unwrap_or_else(|| panic!("{span:?} is no part of {text:?}"));
    assert!(!words.is_empty(), "an empty span in {text:?}");
    words
}

/// Extracts, and checks everything that must hold of any text.
fn extracted(text: &str) -> Extraction {
    let extraction = extract(&Document { text, day: Some(DAY) });
    let begins = |statement: &Statement| statement.quotations[0].span.start;
    for statement in &extraction.statements {
        check_statement(text, statement);
        let speakers = extraction.speakers.len();
        assert!(statement.speaker.is_none_or(|speaker| (speaker as usize) < speakers), "{text:?}");
    }
    assert!(extraction.statements.is_sorted_by_key(begins), "statements out of order in {text:?}");
    for (index, speaker) in extraction.speakers.iter().enumerate() {
        for span in speaker.mentions.iter().chain(&speaker.roles) {
            slice(text, *span);
        }
        let tied = speaker.tied_to.map(|tied| tied as usize);
        assert!(tied.is_none_or(|tied| tied < extraction.speakers.len() && tied != index), "{text:?}");
    }
    extraction
}

fn check_statement(text: &str, statement: &Statement) {
    assert!(!statement.quotations.is_empty(), "a statement without words in {text:?}");
    for Quotation { span, source, cue } in &statement.quotations {
        assert!(!slice(text, *span).trim().is_empty(), "an empty quotation in {text:?}");
        for span in source.iter().chain(cue) {
            slice(text, *span);
        }
    }
    let apart = |pair: &[Quotation]| pair[0].span.end <= pair[1].span.start;
    assert!(statement.quotations.windows(2).all(apart), "quotations out of order in {text:?}");
    let said_on = statement.said_on.map(|said_on| said_on.words);
    for span in [statement.role, statement.medium, statement.addressee, said_on].into_iter().flatten() {
        slice(text, span);
    }
    for insertion in &statement.insertions {
        let words = slice(text, *insertion);
        assert!(words.starts_with('[') && words.ends_with(']'), "{text:?}");
    }
    let receipt = &statement.receipt;
    let others = receipt.candidates.iter().map(|candidate| candidate.mention);
    for span in others.chain(receipt.chain.iter().copied()) {
        slice(text, span);
    }
    assert!(receipt.candidates.len() <= 3 && receipt.confidence <= 100, "{text:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string_gives_true_spans(text in any::<String>()) {
        extracted(&text);
    }

    #[test]
    fn pieces_of_articles_in_any_order_give_true_spans(text in fragments()) {
        extracted(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_part_of_an_article_gives_true_spans(article in articles(1), from in 0..2_000usize, long in 0..2_000usize) {
        let text: String = article.join("\n").chars().skip(from).take(long).collect();
        extracted(&text);
    }

    #[test]
    fn wrapping_to_any_width_changes_no_statement(article in articles(7), width in 40..=120usize) {
        // A few lines do not tell whether they were wrapped or are paragraphs.
        prop_assert_eq!(outline(&wrapped(&article, width)), outline(&article.join("\n")));
    }

    #[test]
    fn every_style_of_marks_gives_the_same_statements(article in articles(1)) {
        let curly = article.join("\n");
        for (open, close) in STYLES {
            let styled = curly.replace('“', open).replace('”', close);
            prop_assert_eq!(outline(&styled), outline(&curly), "{}…{}", open, close);
        }
    }
}

#[test]
fn twenty_thousand_strings_of_bytes_give_true_spans() {
    const INPUTS: usize = 20_000;
    const LONGEST: usize = 24;
    let (words, signs) = (pieces(WORDS), pieces(SIGNS));
    let mut numbers = Numbers(3);
    for _ in 0..INPUTS {
        let mut bytes = Vec::new();
        for _ in 0..numbers.below(LONGEST) {
            match numbers.below(4) {
                0 => bytes.push(numbers.below(256) as u8),
                1 => bytes.extend(signs[numbers.below(signs.len())].bytes()),
                _ => bytes.extend(words[numbers.below(words.len())].bytes().chain([b' '])),
            }
        }
        extracted(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn ten_thousand_marks_that_nothing_closes_come_to_an_end() {
    for mark in [
        "“",
        "\"",
        "''",
        "„",
        "«",
        "[",
        "“ ",
        "“a ",
        "“a\n",
        "“a\n\n",
        "“Ann Doe said ",
        "Ann Doe said: “A. ",
    ] {
        extracted(&mark.repeat(10_000));
    }
}

#[test]
fn a_text_of_five_megabytes_comes_to_an_end() {
    const SIZE: usize = 5 << 20;
    let article = PARAGRAPHS.join("\n\n") + "\n\n";
    let text = article.repeat(SIZE / article.len() + 1);
    assert!(extracted(&text).statements.len() > SIZE / article.len());
}

#[test]
fn a_line_of_five_megabytes_comes_to_an_end() {
    const SIZE: usize = 5 << 20;
    let article = PARAGRAPHS.join(" ") + " ";
    extracted(&article.repeat(SIZE / article.len() + 1));
}
