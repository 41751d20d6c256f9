//! What readers take along of a statement: citations for their libraries, the words with who said them for their
//! texts, and a link to exactly these words in the publisher's page. Texts in, texts out.

pub mod attribution;
pub mod card;
pub mod citation;
pub mod code;
pub mod embed;
pub mod fragment;
pub mod selection;
pub mod styled;

use verbatim_archive::{Archive, Article, Statement};
use verbatim_extract::{Kind, Span};

use self::selection::Selection;
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
    /// The words of it that are shared; None for all.
    pub selection: Option<Selection>,
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

    /// The quotations in one pair of marks.
    fn words(&self) -> String {
        let (opening, closing) = self.marks();
        [opening, &self.said(), closing].concat()
    }

    /// The quotations, with dots where the article cuts them, and where we do.
    fn said(&self) -> String {
        match self.selection {
            None => self.archive.quotations(self.statement).collect::<Vec<_>>().join(" … "),
            Some(selection) => self.dotted(selection),
        }
    }

    /// What stands around the words. Those that were not quoted get no marks: nobody said them so.
    fn marks(&self) -> (&'static str, &'static str) {
        if self.is_reported() { ("", "") } else { ("“", "”") }
    }

    fn dotted(&self, selection: Selection) -> String {
        let count = selection::count(self.archive, self.statement);
        let words = selection::read_out(self.archive, self.statement, selection);
        let [before, behind] = [(selection.first > 1, "… "), (selection.last < count, " …")]
            .map(|(cut, dots)| if cut { dots } else { "" });
        [before, &words, behind].concat()
    }

    fn is_reported(&self) -> bool {
        self.statement.said.kind == Kind::Indirect
    }

    fn title(&self) -> String {
        cited_title(self.article())
    }
}

/// The title of an article that is named as a source, in brackets where it is not the publisher's: bibliographies write it
/// so, and nobody looks for it in vain.
pub fn cited_title(article: &Article) -> String {
    if article.title_is_ours { ["[", &article.title, "]"].concat() } else { article.title.clone() }
}
