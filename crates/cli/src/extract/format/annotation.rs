//! W3C Web Annotations (<https://www.w3.org/TR/annotation-model/>): the target is the quotations, found by their
//! words and by their place; the body says who said them.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use verbatim_extract::{Span, Statement};

use super::line;
use crate::extract::result::{Found, kind};

/// How much text stands before and behind a quotation in its selector, in characters: what the specification's
/// examples and existing annotators use.
const AROUND: usize = 32;

/// One annotation a line.
pub fn statements(found: &Found<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    for (id, statement) in found.statements() {
        line(&mut out, &annotation(found, &id, statement));
    }
    out
}

fn annotation(found: &Found<'_>, id: &str, statement: &Statement) -> Value {
    let targets = statement.quotations.iter().map(|quotation| target(found, quotation.span));
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": urn(&["statement", id]),
        "type": "Annotation",
        "motivation": "identifying",
        "body": bodies(found, statement),
        "target": targets.collect::<Vec<_>>(),
    })
}

/// The speaker in words, as an item of Wikidata where the editor gives one, and the kind as a tag.
fn bodies(found: &Found<'_>, statement: &Statement) -> Vec<Value> {
    let text = |purpose: &str, value: String| json!({"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value});
    let mut bodies = Vec::new();
    if let Some(speaker) = found.speaker(statement) {
        let role = found.printed(statement.role).map_or(String::new(), |role| format!(", {role}"));
        bodies.push(text("identifying", format!("{}{role}", speaker.name())));
        bodies.extend(speaker.wikidata().map(|item| {
            let source = format!("http://www.wikidata.org/entity/{item}");
            json!({"type": "SpecificResource", "purpose": "identifying", "source": source})
        }));
    }
    bodies.push(text("tagging", kind(statement.kind).to_owned()));
    bodies
}

fn target(found: &Found<'_>, span: Span) -> Value {
    let article = found.article;
    let [start, end] = found.points.span(span);
    let (before, behind) = (&article.text[..span.start as usize], &article.text[span.end as usize..]);
    let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let to = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
    json!({
        "source": {
            "id": article.url.clone().unwrap_or_else(|| urn(&["article", &article.id])),
            "type": "Text",
            "dcterms:identifier": article.id,
            "dcterms:title": article.title,
        },
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.of(&article.text),
                "prefix": &before[from..],
                "suffix": &behind[..to],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    })
}

/// An address for something that has none on the web: a UUID (RFC 9562, version 8) that is a hash of its name.
fn urn(name: &[&str]) -> String {
    let digest = Sha256::digest(name.join("\0"));
    let mut bits = u128::from_be_bytes(digest[..16].try_into().expect("a digest has 32 bytes"));
    bits = bits & !(0xf << 76) | 0x8 << 76;
    bits = bits & !(0b11 << 62) | 0b10 << 62;
    let hex = format!("{bits:032x}");
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_uuids_of_version_eight() {
        let one = urn(&["article", "a"]);
        assert_eq!(one.len(), "urn:uuid:".len() + 36);
        assert_eq!(one.as_bytes()["urn:uuid:".len() + 14], b'8');
        assert!(b"89ab".contains(&one.as_bytes()["urn:uuid:".len() + 19]));
        assert_ne!(one, urn(&["statement", "a"]));
    }
}
