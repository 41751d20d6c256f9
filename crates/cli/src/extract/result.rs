//! One article and what was found in it, as every format writes it.

use verbatim_archive::{Article, Ids, Known, People};
use verbatim_extract::{Day, Extraction, Kind, Quotation, Span, Speaker, SpeakerKind, Statement};

use super::points::CodePoints;

/// One article and what was found in it.
pub struct Found<'a> {
    /// The article.
    pub article: &'a Article,
    /// What was found, corrected.
    pub extraction: &'a Extraction,
    /// Code points of the text.
    pub points: CodePoints,
    people: &'a People,
}

impl<'a> Found<'a> {
    /// Puts together what belongs together.
    pub fn new(article: &'a Article, extraction: &'a Extraction, people: &'a People) -> Self {
        Found { article, extraction, points: CodePoints::new(&article.text), people }
    }

    /// The statements with their permanent ids, which are those of the archive.
    pub fn statements(&self) -> Vec<(String, &'a Statement)> {
        let mut ids = Ids::default();
        let statements = self.extraction.statements.iter().map(|statement| {
            let words = self.quotations(statement).collect::<Vec<_>>().join(" ");
            (ids.claim(&self.article.id, &words), statement)
        });
        statements.collect()
    }

    /// The words of each quotation of a statement.
    pub fn quotations(&self, statement: &'a Statement) -> impl Iterator<Item = &'a str> {
        let text = &self.article.text;
        statement.quotations.iter().map(|quotation: &Quotation| quotation.span.of(text))
    }

    /// All words of a statement as one text; a dot dot dot stands where the quotations are apart.
    pub fn words(&self, statement: &'a Statement) -> String {
        self.quotations(statement).collect::<Vec<_>>().join(" … ")
    }

    /// The words of a span, if there is one.
    pub fn printed(&self, span: Option<Span>) -> Option<&'a str> {
        span.map(|span| span.of(&self.article.text))
    }

    /// The speaker of a statement, where the article tells.
    pub fn speaker(&self, statement: &Statement) -> Option<Named<'a>> {
        statement.speaker.map(|speaker| self.named(speaker))
    }

    /// A speaker of the article under the name that the editor gives, or else the article.
    pub fn named(&self, speaker: u32) -> Named<'a> {
        let found = &self.extraction.speakers[speaker as usize];
        Named { found, known: self.people.of(&self.article.text, found) }
    }

    /// Whom the speaker is tied to: whose office, aide or spokesman it is.
    pub fn tied_to(&self, speaker: Named<'a>) -> Option<&'a str> {
        speaker.found.tied_to.map(|tied| self.named(tied).name())
    }

    /// The day on which the article was published.
    pub fn published(&self) -> Option<String> {
        self.article.published.map(|published| iso(published.day))
    }
}

/// A speaker, and what the editor knows of it.
#[derive(Clone, Copy)]
pub struct Named<'a> {
    /// What the article says.
    pub found: &'a Speaker,
    known: Option<&'a Known>,
}

impl<'a> Named<'a> {
    /// The name to show.
    pub fn name(self) -> &'a str {
        self.known.map_or(&self.found.name, |known| &known.name)
    }

    /// What sort of source it is.
    pub fn kind(self) -> &'static str {
        match self.known.map_or(self.found.kind, |known| known.kind) {
            SpeakerKind::Person => "person",
            SpeakerKind::Body => "body",
            SpeakerKind::Unnamed => "unnamed",
        }
    }

    /// The item of Wikidata, where the editor gives one.
    pub fn wikidata(self) -> Option<&'a str> {
        self.known.and_then(|known| known.wikidata.as_deref())
    }
}

/// The name of a kind.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "direct",
        Kind::Partial => "partial",
        Kind::Indirect => "indirect",
    }
}

/// The day on which a statement was said, where it is known.
pub fn said_on(statement: &Statement) -> Option<String> {
    statement.said_on.and_then(|on| on.day).map(iso)
}

/// A day as 2025-12-01.
fn iso(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}
