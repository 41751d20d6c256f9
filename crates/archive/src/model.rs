//! What the archive holds.

use serde::{Deserialize, Serialize};
use verbatim_extract::{Day, Span, SpeakerKind};

/// An edition: everything that one page shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Archive {
    /// The articles, sorted by day and id.
    pub articles: Vec<Article>,
    /// The people and bodies of all articles; those who said most come first.
    pub speakers: Vec<Speaker>,
    /// The statements in the order of the articles, and of the text within each.
    pub statements: Vec<Statement>,
    /// What became of the addresses that were published and that no statement bears any more, or bears with another
    /// readable part.
    pub trails: Vec<Trail>,
}

/// An address that was published, and what to show in its place. The numbers of a fate are indexes into
/// [`Archive::statements`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trail {
    /// The id at the end of the address.
    pub id: String,
    /// The readable part before it, as it was last published. Empty where the words were withdrawn.
    pub slug: String,
    /// What became of its statement.
    pub fate: Fate,
}

/// What became of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fate {
    /// The same words have another address now: they stand in another place, or their article goes by another id.
    Moved(u32),
    /// It has other words now: which were taken out and which put in.
    Reworded(u32, Vec<Edit>),
    /// These could be it, the likest first, and nobody but a reader can tell; and what it was.
    Ambiguous(Vec<u32>, Then),
    /// It is gone; and what it was, unless its words were withdrawn.
    Gone(Option<Then>),
}

/// What an address once stood for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Then {
    /// Who said it, where the article told.
    pub speaker: Option<String>,
    /// What was said.
    pub words: String,
}

/// Words that follow each other, and what an editor did to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    /// They stood there then and stand there now.
    Kept(String),
    /// They stood there then.
    Removed(String),
    /// They stand there now.
    Added(String),
}

/// How the day of an article is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// The article prints it.
    Printed,
    /// It follows from what the article says; the page says "inferred".
    Inferred,
}

/// The day an article was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The day.
    pub day: Day,
    /// How it is known.
    pub basis: Basis,
}

/// The photo that goes with an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Where the caption stands in the article's text, when it is printed there.
    pub caption: Option<Span>,
    /// Who took it.
    pub credit: Option<String>,
}

/// One article. What is not known is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The id its front matter gives; addresses are made from it.
    pub id: String,
    /// The last part of its address.
    pub slug: String,
    /// The headline, or a plain title of ours.
    pub title: String,
    /// Whether the title is ours, not the publisher's.
    pub title_is_ours: bool,
    /// The publication.
    pub source: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Whether that is a body, such as an agency or an editorial board, and not a person.
    pub author_is_body: bool,
    /// When it was published.
    pub published: Option<Published>,
    /// At what time of that day, in minutes after midnight where it was published, when that is known.
    pub minute: Option<u16>,
    /// The language as a BCP 47 tag.
    pub language: Option<String>,
    /// The photo.
    pub photo: Option<Photo>,
    /// Under what terms the text may be used.
    pub licence: Option<String>,
    /// The text as printed.
    pub text: String,
}

/// A span of one article's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The index of the article.
    pub article: u32,
    /// The span of its text.
    pub span: Span,
}

/// A person or body that the articles speak of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The last part of its address.
    pub slug: String,
    /// The fullest printing of the name.
    pub name: String,
    /// What sort of source it is.
    pub kind: SpeakerKind,
    /// Every mention by name.
    pub mentions: Vec<Passage>,
    /// The roles printed for it.
    pub roles: Vec<Passage>,
    /// What offices these roles name, in the words by which one may ask for them where none of them is printed so:
    /// "defence minister" and "defense minister" for "Minister of Defense".
    pub offices: Vec<String>,
    /// Whose office, aide or spokesman it is: an index into [`Archive::speakers`].
    pub tied_to: Option<u32>,
    /// The item of Wikidata that the editor says it is, such as `Q42`.
    pub wikidata: Option<String>,
}

/// A statement and its permanent address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The ten characters (Crockford base32) by which its address is known.
    pub id: String,
    /// The readable part of its address: the speaker and the first words.
    pub slug: String,
    /// The index of its article.
    pub article: u32,
    /// What was said. Its `speaker` is an index into [`Archive::speakers`].
    pub said: verbatim_extract::Statement,
}

impl Archive {
    /// The article that a statement stands in.
    pub fn article(&self, statement: &Statement) -> &Article {
        &self.articles[statement.article as usize]
    }

    /// The speaker of a statement, where the article tells.
    pub fn speaker(&self, statement: &Statement) -> Option<&Speaker> {
        statement.said.speaker.map(|index| &self.speakers[index as usize])
    }

    /// The words of a passage.
    pub fn words(&self, passage: Passage) -> &str {
        passage.span.of(&self.articles[passage.article as usize].text)
    }

    /// The quotations of a statement, in order.
    pub fn quotations<'a>(&'a self, statement: &'a Statement) -> impl Iterator<Item = &'a str> {
        let text = &self.article(statement).text;
        statement.said.quotations.iter().map(|quotation| quotation.span.of(text))
    }
}
