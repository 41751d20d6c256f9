//! What extraction gives: statements, and the speakers they belong to.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range of bytes of the article's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The range as `str` indexing takes it.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words that the span stands for. `text` must be the text that was extracted from.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl From<Range<usize>> for Span {
    /// Articles are far smaller than 4 GiB: readers refuse larger ones before a span is made.
    fn from(range: Range<usize>) -> Self {
        Span { start: range.start as u32, end: range.end as u32 }
    }
}

/// How much of a statement stands in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// Whole sentences in quotation marks.
    Direct,
    /// A quoted fragment inside a paraphrase (the literature also says "mixed").
    Partial,
    /// Reported without quotation marks.
    Indirect,
}

/// One quotation: the words between a pair of marks, and what attributes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// The words, without their marks. For an indirect statement: the words reported.
    pub span: Span,
    /// The mention of the source that stands beside it ("he", "Macron's office").
    pub source: Option<Span>,
    /// What attributes it to the source ("said", "told").
    pub cue: Option<Span>,
}

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

/// When something was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidOn {
    /// The words that say so ("on Monday", "last week", "After the Miami meetings").
    pub words: Span,
    /// The calendar day, where the words and the article's own day allow one.
    pub day: Option<Day>,
}

/// One attributed utterance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// How much of it is quoted.
    pub kind: Kind,
    /// Its quotations in the order of the text; at least one.
    pub quotations: Vec<Quotation>,
    /// Words in square brackets inside the quotations: the editor's, not the speaker's.
    pub insertions: Vec<Span>,
    /// Who said it: an index into [`Extraction::speakers`]. None where the text does not tell.
    pub speaker: Option<u32>,
    /// The role of the speaker as printed nearest to the statement.
    pub role: Option<Span>,
    /// By what means or on what occasion it was said ("on X", "told reporters", "at a rally").
    pub medium: Option<Span>,
    /// To whom ("reporters").
    pub addressee: Option<Span>,
    /// In what place ("in Paris", "outside the courthouse"), where the text says so of the statement itself.
    pub place: Option<Span>,
    /// When it was said.
    pub said_on: Option<SaidOn>,
    /// Why it was attributed so.
    pub receipt: Receipt,
}

/// Why a statement was attributed as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The construct that was recognised ("quotation, cue, source").
    pub construct: String,
    /// The mentions that lead from the source beside the quotation to the speaker's name, in order.
    pub chain: Vec<Span>,
    /// Others of the same sentence who could have said it, and why they were not taken; three at most.
    pub candidates: Vec<Candidate>,
    /// How sure the extractor is, in percent: of those it calls 90, about 90 in 100 are right.
    pub confidence: u8,
}

/// Somebody who could have said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The mention in the text.
    pub mention: Span,
    /// Why it was not taken.
    pub lost: Lost,
}

/// Why a candidate was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lost {
    /// A preposition governs it.
    BehindPreposition,
    /// It is the subject of no verb.
    NoSubject,
    /// It is the subject of a clause that somebody else reports.
    InReportedClause,
    /// It is the subject of a verb that does not attribute the words.
    OfAnotherVerb,
}

/// What sort of source speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SpeakerKind {
    /// A named person.
    Person,
    /// An organisation, an office or a document.
    Body,
    /// Somebody whom the article does not name ("a senior official").
    Unnamed,
}

/// A person or body that the article speaks of; it need not have said anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The fullest printing of the name, or the description of one who is not named.
    pub name: String,
    /// What sort of source it is.
    pub kind: SpeakerKind,
    /// Every mention by name, in the order of the text.
    pub mentions: Vec<Span>,
    /// The roles printed for it, in the order of the text.
    pub roles: Vec<Span>,
    /// Whose office, aide or spokesman it is: an index into [`Extraction::speakers`].
    pub tied_to: Option<u32>,
}

/// Everything found in one article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extraction {
    /// The statements in the order of the text.
    pub statements: Vec<Statement>,
    /// The people and bodies named, in the order of their first mention.
    pub speakers: Vec<Speaker>,
}
