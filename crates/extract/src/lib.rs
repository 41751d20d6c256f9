//! Article text to statements: who said what, word for word.
//!
//! A news article says who said what in a few dozen constructs, and says them over and over: `"...," Ann Doe said`,
//! `said Ann Doe`, `Ann Doe told reporters that it was "..."`, `according to Ann Doe`. This crate knows those
//! constructs, and lists of the words that they are made of: cues, titles, roles, pronouns, given names by gender.
//! It knows no person, no publisher and no sentence of any article. One thing in it was learnt: what weighs for and
//! against an indirect statement (`bench/extract/src/bin/learn-indirect.rs` learns it from articles that people marked).
//!
//! A text passes through these stages, a module each:
//!
//! 1. `paragraphs`, `marks`, `transcripts` and `tokens` cut it into paragraphs, quotations and words, each word with
//!    the classes that `lexicon` gives it.
//! 2. `names` finds runs of capitals and tells people from bodies and places.
//! 3. `chunks` makes sentences of noun phrases, verbs and marks, each quotation one piece; `subjects` finds the
//!    phrase that a verb belongs to.
//! 4. `attribution` gives each quotation its construct, source and cue; `indirect` does so for what is reported
//!    without marks; `spoken` tells speech from titles and terms.
//! 5. `people` joins the printings of one name and tells of which gender its bearer is, `pronouns` and `roles` say whom
//!    "she" and "the governor" mean, `speakers` resolves each source.
//! 6. `circumstances` and `dates` read where, to whom and when; `statements` joins what one breath said, and
//!    `candidates` and `confidence` write its receipt.
//!
//! ```
//! use verbatim_extract::{Day, Document, Kind, extract};
//!
//! let text = "Harbour master Odile Quarrie was relieved. “Nobody will have to row again,” she said on Sunday.";
//! let printed = Day { year: 2026, month: 5, day: 12 };
//! let found = extract(&Document { text, day: Some(printed) });
//!
//! let said = &found.statements[0];
//! assert_eq!(said.kind, Kind::Direct);
//! assert_eq!(said.quotations[0].span.of(text), "Nobody will have to row again,");
//! let speaker = &found.speakers[said.speaker.unwrap() as usize];
//! assert_eq!(speaker.name, "Odile Quarrie");
//! assert_eq!(said.role.unwrap().of(text), "Harbour master");
//! assert_eq!(said.said_on.unwrap().day, Some(Day { year: 2026, month: 5, day: 10 }));
//! ```
//!
//! # Limits
//! It reads English. On 84 US news articles of 2015 and 2016 in which people marked every attribution (the dev split of
//! PolNeAR, about 900 quoted pieces; `cargo xtask bench extract`), it finds 97 in 100 of the quotations, names the
//! mention beside it right in 93 of 100, and resolves "he" and "she" to the right person in 93 of 100; span and mention
//! are both right in 89 of 100, and so are span and name. Where an article says that "Doe said, according to the Gazette", the
//! speaker is Doe, and those who marked these articles put down the Gazette. A model trained to choose among all the
//! phrases around a quotation names one mention in 400 more than the rules do. Of what is reported without
//! marks (in those articles beliefs, wishes and judgements too) it finds 52 in 100, and three in four of what it calls
//! reported were marked so. Where marks of one kind stand inside each other, the outer quotation ends with the inner
//! one. Bodies are joined by their exact name alone. A long quotation that nothing attributes is taken for the last
//! speaker's, and right less than half the time, as its confidence says; a short one has no speaker.

mod attribution;
mod candidates;
mod chunks;
mod circumstances;
mod confidence;
mod dates;
mod indirect;
mod lexicon;
mod marks;
mod model;
mod names;
mod office;
mod paragraphs;
mod people;
mod pronouns;
mod roles;
mod speakers;
mod spoken;
mod statements;
mod subjects;
mod tokens;
mod transcripts;

#[cfg(feature = "learning")]
pub use indirect::learning;
pub use model::{
    Candidate, Day, Extraction, Kind, Lost, Quotation, Receipt, SaidOn, Span, Speaker, SpeakerKind, Statement,
};
pub use office::{Office, Standing, office, spelled_otherwise, spelled_out};

/// An article as the extractor sees it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Document<'a> {
    /// The text as printed.
    pub text: &'a str,
    /// The day it was printed, where known: turns "on Monday" into a date.
    pub day: Option<Day>,
}

/// Finds every statement of `document` and the people it speaks of. Total: any text gives an extraction.
pub fn extract(document: &Document<'_>) -> Extraction {
    statements::statements(document)
}
