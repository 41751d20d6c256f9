//! A small archive about invented people, put together by hand: what it holds does not change when the extractor
//! learns something.

use verbatim::edition::Edition;
use verbatim_archive::{Archive, Article, Basis, Passage, Published, Speaker, Statement};
use verbatim_extract::{Day, Kind, Quotation, Receipt, SaidOn, Span, SpeakerKind, Statement as Said};

/// An article whose day is printed.
const BRIDGE: &str = "“We waited nine winters,” said Odile Quarrie, the harbour minister, on Tuesday. “Nobody \
    [in Selmouth] will row again.”\nMayor Tam Brill called it “a start” on X.";

/// An article whose day is inferred, with markup in its text.
const FERRY: &str = "Quarrie said the ferry was “<b>finished</b> & done.”";

/// The edition: statement 0 is direct and in two parts, 1 and 2 are partial.
pub fn edition() -> Edition {
    let mut archive = Archive::default();
    archive.articles.push(article("bridge", BRIDGE, Some((3, Basis::Printed))));
    archive.articles.push(article("ferry", FERRY, Some((5, Basis::Inferred))));
    archive.speakers = vec![
        speaker(
            "odile-quarrie",
            "Odile Quarrie",
            &[(0, "Odile Quarrie"), (1, "Quarrie")],
            "the harbour minister",
        ),
        speaker("tam-brill", "Tam Brill", &[(0, "Tam Brill")], "Mayor"),
    ];
    archive.statements = vec![quarrie_on_the_bridge(), brill_on_the_bridge(), quarrie_on_the_ferry()];
    Edition::new(archive)
}

fn quarrie_on_the_bridge() -> Statement {
    let mut said =
        said(BRIDGE, Kind::Direct, 0, &["We waited nine winters,", "Nobody [in Selmouth] will row again."]);
    said.role = Some(find(BRIDGE, "the harbour minister"));
    said.insertions = vec![find(BRIDGE, "[in Selmouth]")];
    let day = Day { year: 2031, month: 6, day: 3 };
    said.said_on = Some(SaidOn { words: find(BRIDGE, "on Tuesday"), day: Some(day) });
    Statement { id: "aaaaaaaaaa".into(), slug: "odile-quarrie-we-waited".into(), article: 0, said }
}

fn brill_on_the_bridge() -> Statement {
    let mut said = said(BRIDGE, Kind::Partial, 1, &["a start"]);
    said.role = Some(find(BRIDGE, "Mayor"));
    said.medium = Some(find(BRIDGE, "on X"));
    Statement { id: "bbbbbbbbbb".into(), slug: "tam-brill-a-start".into(), article: 0, said }
}

fn quarrie_on_the_ferry() -> Statement {
    let said = said(FERRY, Kind::Partial, 0, &["<b>finished</b> & done."]);
    Statement { id: "cccccccccc".into(), slug: "odile-quarrie-finished".into(), article: 1, said }
}

fn article(id: &str, text: &str, published: Option<(u8, Basis)>) -> Article {
    Article {
        id: id.into(),
        slug: id.into(),
        title: ["The ", id].concat(),
        title_is_ours: true,
        source: None,
        url: None,
        author: None,
        author_is_body: false,
        published: published.map(|(day, basis)| Published { day: Day { year: 2031, month: 6, day }, basis }),
        minute: None,
        language: Some("en".into()),
        photo: None,
        licence: None,
        text: text.into(),
    }
}

fn speaker(slug: &str, name: &str, mentions: &[(u32, &str)], role: &str) -> Speaker {
    let texts = [BRIDGE, FERRY];
    let place = |(article, words): &(u32, &str)| Passage {
        article: *article,
        span: find(texts[*article as usize], words),
    };
    Speaker {
        slug: slug.into(),
        name: name.into(),
        kind: SpeakerKind::Person,
        mentions: mentions.iter().map(place).collect(),
        roles: vec![place(&(0, role))],
        offices: Vec::new(),
        tied_to: None,
        wikidata: None,
    }
}

fn said(text: &str, kind: Kind, speaker: u32, quotations: &[&str]) -> Said {
    let quotation = |words: &&str| Quotation { span: find(text, words), source: None, cue: None };
    Said {
        kind,
        quotations: quotations.iter().map(quotation).collect(),
        insertions: Vec::new(),
        speaker: Some(speaker),
        role: None,
        medium: None,
        addressee: None,
        place: None,
        said_on: None,
        receipt: Receipt {
            construct: "by hand".into(),
            chain: Vec::new(),
            candidates: Vec::new(),
            confidence: 100,
        },
    }
}

fn find(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("the words stand in the text");
    Span::from(start..start + words.len())
}
