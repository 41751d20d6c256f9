//! Statements counted by day and by every other facet in one call, held to counting them one by one.

use verbatim_archive::documents::{Days, ask, day, index};
use verbatim_archive::{Archive, Article, Basis, Published, Statement};
use verbatim_extract::{Day, Kind, Quotation, Receipt, SaidOn, Span};
use verbatim_search::{Facet, count};

const KINDS: [Kind; 3] = [Kind::Direct, Kind::Partial, Kind::Indirect];

fn date(day: u8) -> Day {
    Day { year: 2031, month: 5, day }
}

fn article(number: u8) -> Article {
    let name = format!("article-{number}");
    // The last was printed nobody knows when.
    let published = (number < 4).then_some(Published { day: date(number + 3), basis: Basis::Printed });
    let text = "“the harbour bridge” and “the lake”".into();
    Article { id: name.clone(), slug: name, published, text, ..Article::default() }
}

/// A statement of one of two texts; some say on which day they were said.
fn statement(number: u8) -> Statement {
    let text = article(0).text;
    let words = ["the harbour bridge", "the lake"][usize::from(number % 2)];
    let start = text.find(words).expect("the words stand in the text");
    let span = Span::from(start..start + words.len());
    let said_on = number.is_multiple_of(3).then(|| SaidOn { words: span, day: Some(date(number % 7 + 1)) });
    Statement {
        id: String::new(),
        slug: String::new(),
        article: u32::from(number) * 5 / 60,
        said: verbatim_extract::Statement {
            kind: KINDS[usize::from(number % 5 % 3)],
            quotations: vec![Quotation { span, source: None, cue: None }],
            insertions: Vec::new(),
            speaker: None,
            role: None,
            medium: None,
            addressee: None,
            place: None,
            said_on,
            receipt: Receipt {
                construct: String::new(),
                chain: Vec::new(),
                candidates: Vec::new(),
                confidence: 100,
            },
        },
    }
}

fn archive() -> Archive {
    Archive {
        articles: (0..5).map(article).collect(),
        speakers: Vec::new(),
        statements: (0..60).map(statement).collect(),
        trails: Vec::new(),
    }
}

fn kind(archive: &Archive, statement: u32) -> u32 {
    let kind = archive.statements[statement as usize].said.kind;
    KINDS.iter().position(|other| *other == kind).map_or(0, |place| place as u32)
}

/// Checks what is left and every count against going through all statements, for a query, a span of days and a kind.
#[track_caller]
fn check(typed: &str, from: Option<u8>, to: Option<u8>, chosen: Option<u32>) {
    let archive = archive();
    let days = Days::of(&archive);
    let hits: Vec<u32> = ask(&archive, &index(&archive), typed).hits.iter().map(|hit| hit.document).collect();
    let kinds = Facet { values: 3, chosen: chosen.map(|chosen| (0..3).map(|kind| kind == chosen).collect()) };
    let facets = [days.facet(from.map(date), to.map(date)), kinds];
    let counted = count(&facets, hits.iter().copied(), |facet, statement| match facet {
        0 => days.value(statement),
        _ => Some(kind(&archive, statement)),
    });
    let day_of = |statement: u32| day(&archive, &archive.statements[statement as usize]);
    let in_time = |statement: u32| match day_of(statement) {
        Some(day) => from.is_none_or(|from| date(from) <= day) && to.is_none_or(|to| day <= date(to)),
        None => from.is_none() && to.is_none(),
    };
    let of_kind = |statement: u32| chosen.is_none_or(|chosen| chosen == kind(&archive, statement));
    let count = |test: &dyn Fn(u32) -> bool| hits.iter().filter(|hit| test(**hit)).count() as u32;
    let by_day: Vec<u32> =
        days.all().iter().map(|day| count(&|hit| day_of(hit) == Some(*day) && of_kind(hit))).collect();
    let by_kind: Vec<u32> =
        (0..3).map(|value| count(&|hit| kind(&archive, hit) == value && in_time(hit))).collect();
    assert_eq!(counted.counts, [by_day, by_kind], "{typed} {from:?} {to:?} {chosen:?}");
    assert_eq!(counted.left.len() as u32, count(&|hit| in_time(hit) && of_kind(hit)), "{typed}");
}

#[test]
fn every_count_is_what_counting_one_by_one_gives() {
    for typed in ["", "bridge", "lake -bridge", "\"harbour bridge\"", "nothing"] {
        for (from, to) in
            [(None, None), (Some(3), None), (None, Some(5)), (Some(4), Some(4)), (Some(9), None)]
        {
            for chosen in [None, Some(0), Some(2)] {
                check(typed, from, to, chosen);
            }
        }
    }
}

#[test]
fn days_stand_in_order_and_each_once() {
    let days = Days::of(&archive());
    assert!(days.all().is_sorted() && days.all().len() == 7);
    assert_eq!(days.value(0), Some(0));
    assert_eq!(days.value(49), None, "its article was printed nobody knows when");
    assert_eq!(days.value(60), None, "there are no more");
}
