//! The archive as the page holds it: opened, indexed for search, and sorted into facets.

mod columns;

use serde::{Deserialize, Serialize};
use verbatim_archive::{
    Archive, Article, OpenError, Opening, Passage, Speaker, Statement, documents, documents::Explanation,
    parts::Excerpt,
};
use verbatim_extract::{Day, Kind, Span};
use verbatim_search::{Index, Mark, Results};
use yew::AttrValue;

use self::columns::{Column, column};
use crate::{
    dates::Moment,
    messages,
    query::{Facet, Group},
    route::{Route, slug_and_id},
};

/// One value of a facet.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// As addresses write it.
    pub value: AttrValue,
    /// As a reader reads it.
    pub label: AttrValue,
    /// How many statements of the edition have it.
    pub total: u32,
}

/// Where a statement matches what was sought.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Marks {
    /// In the article's text: within the words.
    pub words: Vec<Span>,
    /// In the speaker's name.
    pub speaker: Vec<Span>,
    /// In the article's text: within the role.
    pub role: Vec<Span>,
    /// In the article's text: within the medium.
    pub medium: Vec<Span>,
    /// In the article's title.
    pub title: Vec<Span>,
    /// The words that were found, and how, in the order of the fields.
    pub found: Vec<Explanation>,
}

/// An opened archive. Made once; equal only to itself.
#[derive(Debug)]
pub struct Edition {
    /// What the file holds.
    pub archive: Archive,
    /// How many bytes the file has; 0 where there is none.
    pub size: usize,
    /// The checksum of the archive, by which two editions can be told apart; 0 where there is no file.
    pub fingerprint: u64,
    index: Index,
    columns: Vec<Column>,
    /// Of an excerpt, the number in the edition of each statement of its archive.
    numbers: Option<Vec<u32>>,
}

impl PartialEq for Edition {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Edition {
    /// Opens the file that the command line baked, with the index that is in it.
    ///
    /// # Errors
    /// [`OpenError`] when the bytes are not an archive of this version, or were damaged.
    pub fn open(bytes: &[u8]) -> Result<Self, OpenError> {
        let mut opening = Opening::default();
        opening.take(bytes)?;
        let fingerprint = opening.fingerprint();
        let (archive, index) = opening.finish()?;
        Ok(Edition { size: bytes.len(), fingerprint, ..Edition::with(archive, index) })
    }

    /// Makes an edition of an archive that is in no file. The page never does: it would need what builds indexes.
    pub fn new(archive: Archive) -> Self {
        let index = documents::index(&archive);
        Edition::with(archive, index)
    }

    fn with(archive: Archive, index: Index) -> Self {
        let mut edition = Edition::unsorted(archive, index);
        Facet::ALL.iter().for_each(|facet| edition.sort(*facet));
        edition
    }

    /// The edition of an archive and its index, of which no statement is sorted into facets: [`Edition::sort`] must do that
    /// for every one of [`Facet::ALL`], in that order.
    pub fn unsorted(archive: Archive, index: Index) -> Self {
        Edition { index, columns: Vec::new(), size: 0, fingerprint: 0, numbers: None, archive }
    }

    /// What is here of an edition of which not all is: some statements, by the numbers that they have in it. It finds
    /// nothing, and knows of no facets.
    pub fn excerpt(excerpt: Excerpt) -> Self {
        let mut edition = Edition::unsorted(excerpt.archive, Index::default());
        edition.numbers = Some(excerpt.numbers);
        edition.columns.resize_with(Facet::ALL.len(), Column::default);
        edition
    }

    /// Whether not all of it is here.
    pub fn is_excerpt(&self) -> bool {
        self.numbers.is_some()
    }

    /// Whether a statement is here.
    pub fn holds(&self, index: u32) -> bool {
        self.numbers.as_ref().is_none_or(|numbers| numbers.binary_search(&index).is_ok())
    }

    /// Sorts the statements into the choices of a facet.
    pub fn sort(&mut self, facet: Facet) {
        self.columns.push(column(&self.archive, facet));
    }

    /// Every statement that `q` finds, best first; all of them in order when it is empty. Fields (`speaker:`),
    /// phrases in quotation marks and words to leave out are understood.
    pub fn search(&self, q: &str) -> Results {
        documents::ask(&self.archive, &self.index, q)
    }

    /// `q` with its unknown words put right, where there are any that can be.
    pub fn meant(&self, q: &str) -> Option<String> {
        self.index.did_you_mean(q)
    }

    /// What finds statements by their words.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// What a reader calls the group that a statement is in.
    pub fn group(&self, statement: u32, group: Group) -> AttrValue {
        let value = |facet: Facet, unknown: &'static str| match self.value(statement, facet) {
            Some(place) => self.choices(facet)[place as usize].label.clone(),
            None => unknown.into(),
        };
        match group {
            Group::None => AttrValue::default(),
            Group::Article => value(Facet::Article, messages::UNKNOWN),
            Group::Speaker => value(Facet::Speaker, messages::SPEAKER_UNKNOWN),
            Group::Day => {
                let day = self.day(self.statement(statement));
                day.map_or(messages::NO_DAY.into(), |day| messages::day(day).into())
            }
        }
    }

    /// Where `q` matches a statement that it found, as its page shows it.
    pub fn marks(&self, q: &str, statement: u32) -> Marks {
        marks(&self.archive, &self.index, q, self.statement(statement))
    }

    /// A statement by its index. Of an excerpt, it must [hold](Edition::holds) it.
    pub fn statement(&self, index: u32) -> &Statement {
        let place = match &self.numbers {
            None => index as usize,
            Some(numbers) => numbers.partition_point(|number| *number < index),
        };
        &self.archive.statements[place]
    }

    /// The index of the statement with this id.
    pub fn find(&self, id: &str) -> Option<u32> {
        let found = self.archive.statements.iter().position(|statement| statement.id == id);
        found.map(|index| index as u32)
    }

    /// The statement whose id an address ends with.
    pub fn at(&self, route: &Route) -> Option<&Statement> {
        let Route::Statement { address } = route else { return None };
        self.find(&slug_and_id(address).1).map(|index| self.statement(index))
    }

    /// The index and the speaker with this slug.
    pub fn speaker(&self, slug: &str) -> Option<(u32, &Speaker)> {
        let speakers = &self.archive.speakers;
        let index = speakers.iter().position(|speaker| speaker.slug == slug)?;
        Some((index as u32, &speakers[index]))
    }

    /// The index and the article with this slug.
    pub fn article(&self, slug: &str) -> Option<(u32, &Article)> {
        let articles = &self.archive.articles;
        let index = articles.iter().position(|article| article.slug == slug)?;
        Some((index as u32, &articles[index]))
    }

    /// The statements of an article, in the order of its text.
    pub fn statements_in(&self, article: u32) -> &[Statement] {
        &self.archive.statements[self.first_in(article)..self.first_in(article + 1)]
    }

    /// The index of the first statement of an article, or of a later one where it has none.
    pub fn first_in(&self, article: u32) -> usize {
        self.archive.statements.partition_point(|statement| statement.article < article)
    }

    /// The day a statement was said, else the day its article was printed.
    pub fn day(&self, statement: &Statement) -> Option<Day> {
        let said_on = statement.said.said_on.and_then(|said_on| said_on.day);
        said_on.or_else(|| Some(self.archive.article(statement).published?.day))
    }

    /// When a statement was said, else when its article was printed, by the hour where that is known.
    pub fn moment(&self, statement: &Statement) -> Option<Moment> {
        let said_on = statement.said.said_on.and_then(|said_on| said_on.day);
        said_on.map(Moment::from).or_else(|| printed_at(self.archive.article(statement)))
    }

    /// The values of a facet: the most frequent first.
    pub fn choices(&self, facet: Facet) -> &[Choice] {
        &self.columns[facet as usize].choices
    }

    /// The place and the value of a facet that addresses write so.
    pub fn choice(&self, facet: Facet, value: &str) -> Option<(u32, &Choice)> {
        let choices = self.choices(facet);
        let place = choices.iter().position(|choice| choice.value == value)?;
        Some((place as u32, &choices[place]))
    }

    /// The statements with this one of [`Edition::choices`].
    pub fn with_value(&self, facet: Facet, place: u32) -> Vec<u32> {
        self.all().filter(|statement| self.value(*statement, facet) == Some(place)).collect()
    }

    /// What a speaker said, by its index.
    pub fn said_by(&self, speaker: u32) -> Vec<u32> {
        self.all().filter(|statement| self.statement(*statement).said.speaker == Some(speaker)).collect()
    }

    fn all(&self) -> std::ops::Range<u32> {
        0..self.archive.statements.len() as u32
    }

    /// Which of [`Edition::choices`] a statement has.
    pub fn value(&self, statement: u32, facet: Facet) -> Option<u32> {
        self.columns[facet as usize].values.get(statement as usize).copied().flatten()
    }

    /// A value of a facet as a reader reads it; a value that the edition does not know stands for itself.
    pub fn label(&self, facet: Facet, value: &AttrValue) -> AttrValue {
        let known = self.choices(facet).iter().find(|choice| choice.value == *value);
        known.map_or_else(|| value.clone(), |choice| choice.label.clone())
    }
}

/// Where `q` matches a statement, as its page shows it.
pub fn marks(archive: &Archive, index: &Index, q: &str, statement: &Statement) -> Marks {
    let explained = documents::explain(archive, index, q, statement);
    let mark = |one: &Explanation| Mark { field: one.field, span: one.span.clone(), how: one.how };
    let found: Vec<Mark> = explained.iter().map(mark).collect();
    let speaker = archive.speaker(statement);
    let shown = |field, span: Option<Span>| match span {
        Some(span) => in_first_line(&found, field, span),
        None => Vec::new(),
    };
    let whole = |text: &str| Some(Span::from(0..text.len()));
    Marks {
        words: documents::marks_in_article(archive, statement, &found),
        speaker: shown(documents::FIELD_SPEAKER, speaker.and_then(|speaker| whole(&speaker.name))),
        role: shown(documents::FIELD_ROLE, statement.said.role),
        medium: shown(documents::FIELD_MEDIUM, statement.said.medium),
        title: shown(documents::FIELD_TITLE, whole(&archive.article(statement).title)),
        found: explained,
    }
}

/// The marks of a field that lie in its first line, which is the one shown, moved to where `shown` stands.
fn in_first_line(marks: &[Mark], field: usize, shown: Span) -> Vec<Span> {
    let length = (shown.end - shown.start) as usize;
    let within = marks.iter().filter(|mark| mark.field == field && mark.span.end <= length);
    let start = shown.start as usize;
    within.map(|mark| Span::from(start + mark.span.start..start + mark.span.end)).collect()
}

/// When an article was printed, by the hour where that is known.
pub fn printed_at(article: &Article) -> Option<Moment> {
    let hour = article.minute.map(|minute| (minute / 60) as u8);
    article.published.map(|published| Moment { day: published.day, hour })
}

/// The words of passages, each printing once, in the order of the articles.
pub fn printed<'a>(archive: &Archive, passages: impl IntoIterator<Item = &'a Passage>) -> Vec<AttrValue> {
    let mut printings: Vec<AttrValue> = Vec::new();
    for passage in passages {
        let words = archive.words(*passage);
        if !printings.iter().any(|printing| printing == words) {
            printings.push(words.to_owned().into());
        }
    }
    printings
}

/// What a text is called in an address: its folded words.
pub fn slug(text: &str) -> AttrValue {
    verbatim_archive::slug(text).into()
}

/// A kind's name in an address.
pub fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "direct",
        Kind::Partial => "partial",
        Kind::Indirect => "indirect",
    }
}
