//! Statements: in lists and on their pages.

use verbatim_extract::{Kind, Lost};

use super::number;

pub const SPEAKER_UNKNOWN: &str = "Speaker not named";
pub const CUT: &str = "(cut here in the article)";
pub const INSERTED: &str = "Inserted by the editor, not said";
pub const INSERTED_NOTE: &str = "Words in square brackets are the editor’s, not the speaker’s.";
pub const REPORTED_NOTE: &str = "Reported in the article’s words, not quoted.";
pub const REPORTED: &str = "as reported, not quoted";
pub const CUT_NOTE: &str = "The article cuts the words at the dots, to say who speaks.";
pub const CONTEXT: &str = "In context";
pub const TO_ARTICLE: &str = "Read it in the article";
pub const WHERE: &str = "Where";
pub const WHEN: &str = "When";
pub const HOW: &str = "How";
pub const PRINTED_IN: &str = "Printed in";
pub const IN_WHAT_PLACE: &str = "Place";
pub const TO_WHOM: &str = "To whom";
pub const PARAGRAPH_BEFORE: &str = "The paragraph before";
pub const PARAGRAPH_BEHIND: &str = "The next paragraph";

pub const ALIKE: &str = "Nearly the same elsewhere";
pub const ALIKE_NOTE: &str = "What is struck is said only here, what is underlined only there.";
pub const OPEN_STATEMENT: &str = "Open the statement";

pub const OTHERS: &str = "More by ";
pub const RECEIPT: &str = "Why this speaker";
pub const CONSTRUCT: &str = "Construct";
pub const CUE: &str = "Attributed by";
pub const CHAIN: &str = "From mention to name";
pub const NOT_TAKEN: &str = "Not taken";
pub const DATED: &str = "The day";
pub const CONFIDENCE: &str = "How sure";
pub const RECEIPT_NOTE: &str = "Found by rules, without a reader: check it against the article.";

pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "Direct",
        Kind::Partial => "Partial",
        Kind::Indirect => "Indirect",
    }
}

pub fn kind_explained(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => ": whole sentences in quotation marks",
        Kind::Partial => ": a quoted fragment within a paraphrase",
        Kind::Indirect => ": reported without quotation marks",
    }
}

pub fn tied_to(name: &str, role: Option<&str>) -> String {
    match role {
        Some(role) => ["tied to ", name, ", ", role].concat(),
        None => ["tied to ", name].concat(),
    }
}

/// Words of an article between quotation marks.
pub fn quoted(words: &str) -> String {
    ["“", words, "”"].concat()
}

/// Stands between mentions that lead from beside the words to the name.
pub const LEADS_TO: &str = " → ";

/// Why somebody else was not taken for the speaker, behind the mention.
pub fn lost(lost: Lost) -> &'static str {
    match lost {
        Lost::BehindPreposition => ": stands behind a preposition",
        Lost::NoSubject => ": is the subject of no verb",
        Lost::InReportedClause => ": is spoken of by somebody else",
        Lost::OfAnotherVerb => ": is the subject of another verb",
    }
}

/// How sure an attribution is, in percent.
pub fn confidence(percent: u8) -> String {
    format!("About {} in {} found this way are right.", number(percent.into()), number(100))
}

pub fn said(name: &str, words: &str, goes_on: bool) -> String {
    let rest = if goes_on { " …" } else { "" };
    [name, ": “", words, rest, "”"].concat()
}
