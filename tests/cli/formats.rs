//! What `verbatim extract` prints, held against the text that it is about.

use serde_json::Value;

use super::{folder, verbatim};

const TEXT: &str = "“Café — déjà vu,” said Mayor Ana “Bea” Brandt. “=1+1 is [almost] two.”\n\n=SUM said it.";

/// Prints TEXT in a format.
fn printed(format: &str) -> super::Ran {
    let folder = folder(&format!("format-{format}"), &[("empty.txt", "")]);
    let line = serde_json::json!({"id": "cafe", "title": "=cmd()", "text": TEXT}).to_string();
    let ran = verbatim(&folder, &["extract", "--format", format], &line);
    assert_eq!((ran.code, ran.said.as_str()), (Some(0), ""));
    ran
}

/// The text between two code points, and between two bytes.
fn slices(place: &Value) -> (String, &'static str) {
    let at = |unit: &str, end: usize| place[unit][end].as_u64().expect("an offset") as usize;
    let points = TEXT.chars().skip(at("points", 0)).take(at("points", 1) - at("points", 0)).collect();
    (points, &TEXT[at("bytes", 0)..at("bytes", 1)])
}

/// Checks that everything in `value` that has words and places gives its words back; counts them.
fn check_places(value: &Value) -> usize {
    match value {
        Value::Array(values) => values.iter().map(check_places).sum(),
        Value::Object(fields) => {
            let own = match (fields.get("words"), fields.get("points")) {
                (Some(words), Some(_)) => {
                    let words = words.as_str().expect("words are text");
                    assert_eq!(slices(value), (words.to_owned(), words));
                    1
                }
                _ => 0,
            };
            own + fields.values().map(check_places).sum::<usize>()
        }
        _ => 0,
    }
}

#[test]
fn every_span_of_jsonl_slices_back_to_its_words() {
    let lines = printed("jsonl").lines();
    assert!(lines.iter().map(check_places).sum::<usize>() >= 4, "{lines:?}");
    let first = &lines[0];
    assert_eq!((&first["kind"], &first["cue"]), (&"direct".into(), &"said".into()));
    assert_eq!(slices(&first["spans"]["role"]).1, first["role"].as_str().expect("a role"));
    assert!(first["office"]["title"].is_string(), "{first}");
    assert_eq!(first["insertions"][0]["words"], "[almost]");
    assert!(first["receipt"]["construct"].is_string() && first["receipt"]["confidence"].is_u64());
}

#[test]
fn json_is_one_document_with_the_text_and_the_people() {
    let document: Value = serde_json::from_str(&printed("json").out).expect("one document");
    let article = &document["articles"][0];
    assert_eq!(article["text"], TEXT);
    assert_eq!(article["statements"].as_array().map(Vec::len), Some(printed("jsonl").lines().len()));
    assert!(check_places(&article["speakers"]) > 0);
    let folder = folder("format-json-empty", &[("empty.jsonl", "\n")]);
    let none: Value = serde_json::from_str(&verbatim(&folder, &["extract", ".", "--format", "json"], "").out)
        .expect("no articles are a document too");
    assert_eq!(none["articles"], Value::Array(Vec::new()));
}

#[test]
fn csv_is_safe_to_open_in_a_spreadsheet() {
    let out = printed("csv").out;
    let mut table = csv::Reader::from_reader(out.as_bytes());
    let columns = table.headers().expect("a header").clone();
    let rows: Vec<_> = table.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), printed("jsonl").lines().len());
    for row in &rows {
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{row:?}");
    }
    let cell = |name: &str| &rows[0][columns.iter().position(|column| column == name).expect("a column")];
    assert_eq!(cell("title"), "'=cmd()");
    assert!(cell("words").starts_with("Café — déjà vu,"));
    assert!(out.lines().count() > 1 && out.contains("\r\n"), "RFC 4180 ends lines with CRLF");
}

#[test]
fn annotations_find_their_quotations_by_words_and_by_place() {
    for annotation in printed("annotation").lines() {
        assert_eq!(annotation["@context"], "http://www.w3.org/ns/anno.jsonld");
        assert_eq!(annotation["type"], "Annotation");
        assert!(annotation["id"].as_str().is_some_and(|id| id.starts_with("urn:uuid:")));
        for target in annotation["target"].as_array().expect("targets") {
            let (quote, place) = (&target["selector"][0], &target["selector"][1]);
            let text = |name: &str| quote[name].as_str().expect("text");
            let whole = format!("{}{}{}", text("prefix"), text("exact"), text("suffix"));
            assert!(TEXT.contains(&whole), "{whole}");
            let at = |name: &str| place[name].as_u64().expect("an offset") as usize;
            let words: String = TEXT.chars().skip(at("start")).take(at("end") - at("start")).collect();
            assert_eq!(words, text("exact"));
        }
    }
}

#[test]
fn predictions_have_one_line_an_article_and_spans_in_code_points() {
    let lines = printed("eval").lines();
    assert_eq!((lines.len(), &lines[0]["article"]), (1, &"cafe".into()));
    let first = &lines[0]["statements"][0];
    let span: Vec<_> =
        first["quote_spans"][0].as_array().expect("a span").iter().map(Value::as_u64).collect();
    let words: String = TEXT.chars().skip(1).take(14).collect();
    assert_eq!((words.as_str(), span), ("Café — déjà vu", vec![Some(1), Some(16)]));
    assert!(first["construct"].is_string() && first["confidence"].is_u64());
}
