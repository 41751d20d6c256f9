//! What readers take along of a statement: citations for their libraries, the words with who said them for their
//! texts, and a link to exactly these words in the publisher's page. Texts in, texts out.

pub mod attribution;
pub mod citation;
pub mod fragment;

use verbatim_archive::{Archive, Article, Statement};
use verbatim_extract::{Kind, Span};

use crate::messages;

/// A statement and the whole address at which it is shown.
#[derive(Debug, Clone, Copy)]
pub struct Shared<'a> {
    /// What the statement stands in.
    pub archive: &'a Archive,
    /// The statement.
    pub statement: &'a Statement,
    /// Its address, with scheme and host.
    pub address: &'a str,
}

impl<'a> Shared<'a> {
    fn article(&self) -> &'a Article {
        self.archive.article(self.statement)
    }

    fn printed(&self, span: Option<Span>) -> Option<&'a str> {
        span.map(|span| span.of(&self.article().text))
    }

    fn speaker(&self) -> &'a str {
        self.archive.speaker(self.statement).map_or(messages::SPEAKER_UNKNOWN, |speaker| &speaker.name)
    }

    fn role(&self) -> Option<&'a str> {
        self.printed(self.statement.said.role)
    }

    /// The quotations in one pair of marks, with dots where the article cuts them. Words that were not quoted get no
    /// marks: nobody said them so.
    fn words(&self) -> String {
        let words = self.archive.quotations(self.statement).collect::<Vec<_>>().join(" … ");
        if self.is_reported() { words } else { ["“", &words, "”"].concat() }
    }

    fn is_reported(&self) -> bool {
        self.statement.said.kind == Kind::Indirect
    }

    /// The title, in brackets where it is not the publisher's, as bibliographies write it.
    fn title(&self) -> String {
        let article = self.article();
        if article.title_is_ours { ["[", &article.title, "]"].concat() } else { article.title.clone() }
    }
}
