//! JSON: statements with every span, in code points and in bytes of the article's text.

use std::collections::BTreeMap;

use serde::Serialize;
use verbatim_extract::{Lost, Office, Span, Statement, office};

use super::line;
use crate::extract::result::{Found, Named, kind, said_on};

/// Where something stands in the text.
#[derive(Serialize)]
struct Place {
    /// The first code point, and one past the last.
    points: [u32; 2],
    /// The first byte of UTF-8, and one past the last.
    bytes: [u32; 2],
}

#[derive(Serialize)]
struct Printed<'a> {
    words: &'a str,
    #[serde(flatten)]
    place: Place,
}

#[derive(Serialize)]
struct Quoted<'a> {
    #[serde(flatten)]
    quotation: Printed<'a>,
    source: Option<Printed<'a>>,
    cue: Option<Printed<'a>>,
}

#[derive(Serialize)]
struct About<'a> {
    name: &'a str,
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    wikidata: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tied_to: Option<&'a str>,
}

#[derive(Serialize)]
struct Receipt<'a> {
    construct: &'a str,
    confidence: u8,
    chain: Vec<Printed<'a>>,
    candidates: Vec<Candidate<'a>>,
}

#[derive(Serialize)]
struct Candidate<'a> {
    #[serde(flatten)]
    mention: Printed<'a>,
    lost: &'static str,
}

#[derive(Serialize)]
struct Said<'a> {
    id: String,
    words: String,
    speaker: Option<About<'a>>,
    role: Option<&'a str>,
    /// The role in a form that does not depend on how it was printed.
    office: Option<Office>,
    kind: &'a str,
    cue: Option<&'a str>,
    medium: Option<&'a str>,
    addressee: Option<&'a str>,
    place: Option<&'a str>,
    said_on: Option<&'a str>,
    day: Option<String>,
    quotations: Vec<Quoted<'a>>,
    insertions: Vec<Printed<'a>>,
    /// Where role, medium, addressee, place and said_on stand.
    spans: BTreeMap<&'static str, Place>,
    receipt: Receipt<'a>,
}

#[derive(Serialize)]
struct Header<'a> {
    article: &'a str,
    title: &'a str,
    url: Option<&'a str>,
    source: Option<&'a str>,
    author: Option<&'a str>,
    published: Option<String>,
}

#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    header: Header<'a>,
    #[serde(flatten)]
    said: Said<'a>,
}

#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    header: Header<'a>,
    language: Option<&'a str>,
    text: &'a str,
    statements: Vec<Said<'a>>,
    speakers: Vec<Mentioned<'a>>,
}

#[derive(Serialize)]
struct Mentioned<'a> {
    #[serde(flatten)]
    about: About<'a>,
    mentions: Vec<Printed<'a>>,
    roles: Vec<Printed<'a>>,
}

/// One statement a line, each with what is known of its article.
pub fn statements(found: &Found<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    for (id, statement) in found.statements() {
        line(&mut out, &Line { header: header(found), said: said(found, id, statement) });
    }
    out
}

/// The whole article.
pub fn article(found: &Found<'_>) -> Vec<u8> {
    let speakers = 0..found.extraction.speakers.len() as u32;
    let whole = Whole {
        header: header(found),
        language: found.article.language.as_deref(),
        text: &found.article.text,
        statements: found
            .statements()
            .into_iter()
            .map(|(id, statement)| said(found, id, statement))
            .collect(),
        speakers: speakers.map(|speaker| mentioned(found, found.named(speaker))).collect(),
    };
    serde_json::to_vec(&whole).expect("what is found can be written as JSON")
}

fn header<'a>(found: &Found<'a>) -> Header<'a> {
    let article = found.article;
    Header {
        article: &article.id,
        title: &article.title,
        url: article.url.as_deref(),
        source: article.source.as_deref(),
        author: article.author.as_deref(),
        published: found.published(),
    }
}

fn said<'a>(found: &Found<'a>, id: String, statement: &'a Statement) -> Said<'a> {
    let when = statement.said_on.map(|on| on.words);
    let spans = [
        ("role", statement.role),
        ("medium", statement.medium),
        ("addressee", statement.addressee),
        ("place", statement.place),
        ("said_on", when),
    ];
    let spans = spans.into_iter().filter_map(|(name, span)| Some((name, place(found, span?))));
    let quotations = statement.quotations.iter().map(|quotation| Quoted {
        quotation: printed(found, quotation.span),
        source: quotation.source.map(|source| printed(found, source)),
        cue: quotation.cue.map(|cue| printed(found, cue)),
    });
    Said {
        id,
        words: found.words(statement),
        speaker: found.speaker(statement).map(|speaker| about(found, speaker)),
        role: found.printed(statement.role),
        office: found.printed(statement.role).and_then(office),
        kind: kind(statement.kind),
        cue: found.printed(statement.quotations.iter().find_map(|quotation| quotation.cue)),
        medium: found.printed(statement.medium),
        addressee: found.printed(statement.addressee),
        place: found.printed(statement.place),
        said_on: found.printed(when),
        day: said_on(statement),
        quotations: quotations.collect(),
        insertions: all(found, &statement.insertions),
        spans: spans.collect(),
        receipt: receipt(found, statement),
    }
}

fn receipt<'a>(found: &Found<'a>, statement: &'a Statement) -> Receipt<'a> {
    let receipt = &statement.receipt;
    let candidates = receipt.candidates.iter().map(|candidate| Candidate {
        mention: printed(found, candidate.mention),
        lost: match candidate.lost {
            Lost::BehindPreposition => "a preposition governs it",
            Lost::NoSubject => "it is the subject of no verb",
            Lost::InReportedClause => "it is the subject of a clause that somebody else reports",
            Lost::OfAnotherVerb => "it is the subject of a verb that does not attribute the words",
        },
    });
    Receipt {
        construct: &receipt.construct,
        confidence: receipt.confidence,
        chain: all(found, &receipt.chain),
        candidates: candidates.collect(),
    }
}

fn mentioned<'a>(found: &Found<'a>, speaker: Named<'a>) -> Mentioned<'a> {
    Mentioned {
        about: about(found, speaker),
        mentions: all(found, &speaker.found.mentions),
        roles: all(found, &speaker.found.roles),
    }
}

fn about<'a>(found: &Found<'a>, speaker: Named<'a>) -> About<'a> {
    About {
        name: speaker.name(),
        kind: speaker.kind(),
        wikidata: speaker.wikidata(),
        tied_to: found.tied_to(speaker),
    }
}

fn all<'a>(found: &Found<'a>, spans: &[Span]) -> Vec<Printed<'a>> {
    spans.iter().map(|&span| printed(found, span)).collect()
}

fn printed<'a>(found: &Found<'a>, span: Span) -> Printed<'a> {
    Printed { words: span.of(&found.article.text), place: place(found, span) }
}

fn place(found: &Found<'_>, span: Span) -> Place {
    Place { points: found.points.span(span), bytes: [span.start, span.end] }
}
