//! Seeking in another thread: what the page asks of it, and what it answers.

mod parts;

use std::{
    cell::RefCell,
    ops::Range,
    rc::{Rc, Weak},
};

use serde::{Deserialize, Serialize};
use verbatim_archive::parts::Excerpt;
use verbatim_search::Results;
use yew::{AttrValue, Callback};

pub use self::parts::{PartsAnswering, Tried, answered};
use crate::{
    edition::Edition,
    finding::{Counted, Found, find},
    query::{Facet, Query},
    telling::{Told, Wanted, tell},
    web::{
        archive::File,
        later::{self, Later},
        worker::{Said, Worker},
    },
};

/// What the page asks for: all that it draws of a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// What is sought.
    pub query: Query,
    /// What is to be told beside it.
    pub wanted: Wanted,
    /// The places of the list that are drawn.
    pub drawn: Range<usize>,
    /// The statement that is drawn wherever it stands.
    pub selected: Option<u32>,
}

/// The way to another thread that seeks, for a wish and whoever is to hear what it finds: of the wishes that it has not
/// begun with, only the newest is answered. Nothing is found where it has failed.
pub type Seeker = Callback<(Wish, Hearing)>;

/// Who hears what was found.
pub type Hearing = Callback<Option<Rc<Found>>>;

/// How long an answer may take, in milliseconds: far longer than any does. A worker that the browser has ended says nothing.
const PATIENCE: u32 = 10_000;

/// As long for one that fetches what it answers from.
const PATIENCE_WITH_PARTS: u32 = 60_000;

/// What a worker seeks in.
pub enum Given {
    /// The archive in this file.
    File(Rc<File>),
    /// The parts of an archive that lie in the folder of this address.
    Parts(String),
}

/// Starts a worker, which seeks in what is given to it. None where the browser has none to give.
pub fn seeker(given: Given) -> Option<Seeker> {
    let desk = Rc::new(RefCell::new(Desk { given: Some(given), ..Desk::default() }));
    let at = Rc::downgrade(&desk);
    desk.borrow_mut().worker = Some(Worker::start({
        let at = at.clone();
        move |said| hear(&at, said)
    })?);
    desk.borrow_mut().at = at;
    Some(Callback::from(move |(wish, hearing)| {
        let hears_nothing = desk.borrow_mut().seek(wish, hearing);
        if let Some(hearing) = hears_nothing {
            hearing.emit(None);
        }
    }))
}

fn hear(at: &Weak<RefCell<Desk>>, said: Said) {
    let heard = at.upgrade().and_then(|desk| desk.borrow_mut().hear(said));
    // Whoever hears may ask for more at once.
    if let Some((hearing, found)) = heard {
        hearing.emit(found);
    }
}

/// Where the page's wishes wait while the worker is at one.
#[derive(Default)]
struct Desk {
    at: Weak<RefCell<Desk>>,
    worker: Option<Worker>,
    hearing: Hearing,
    /// What the worker is still to be given.
    given: Option<Given>,
    /// Whether it fetches what it answers from.
    fetches: bool,
    /// Whether the worker waits for a wish.
    idle: bool,
    /// What ends the waiting for an answer.
    patience: Option<Later>,
    /// What the worker seeks.
    sought: Query,
    /// The newest wish; those before it that the worker had not begun with are forgotten.
    waiting: Option<Wish>,
}

impl Desk {
    /// Returns who hears at once that the worker has failed, where it has.
    fn seek(&mut self, wish: Wish, hearing: Hearing) -> Option<Hearing> {
        if self.worker.is_none() {
            return Some(hearing);
        }
        (self.waiting, self.hearing) = (Some(wish), hearing);
        self.go_on();
        None
    }

    fn go_on(&mut self) {
        if let (true, Some(worker)) = (self.idle, &self.worker)
            && let Some(wish) = self.waiting.take()
        {
            worker.ask(&ask(&wish));
            (self.idle, self.sought) = (false, wish.query);
            let at = self.at.clone();
            let patience = if self.fetches { PATIENCE_WITH_PARTS } else { PATIENCE };
            self.patience = Some(later::after(patience, move || hear(&at, Said::Failed)));
        }
    }

    /// What to tell whom.
    fn hear(&mut self, said: Said) -> Option<(Hearing, Option<Rc<Found>>)> {
        let found = match said {
            Said::Ready => {
                if let Some(given) = self.given.take() {
                    self.fetches = matches!(given, Given::Parts(_));
                    match given {
                        Given::File(file) => self.worker.as_ref()?.give(&file),
                        Given::Parts(folder) => self.worker.as_ref()?.lead(&folder),
                    }
                    return None;
                }
                None
            }
            // Parts do not tell: it is for the whole to answer.
            Said::Answer(bytes) if bytes.is_empty() => {
                (self.idle, self.patience) = (true, None);
                return Some((self.hearing.clone(), None));
            }
            Said::Answer(bytes) => heard(&bytes, self.sought.clone()),
            Said::Failed => {
                self.worker = None;
                return Some((self.hearing.clone(), None));
            }
        };
        (self.idle, self.patience) = (true, None);
        let is_newest = self.waiting.is_none();
        self.go_on();
        let found = found.filter(|_| is_newest)?;
        Some((self.hearing.clone(), Some(Rc::new(found))))
    }
}

/// A wish on its way.
#[derive(Serialize, Deserialize)]
struct Asked {
    query: String,
    typing: bool,
    stories: usize,
    drawn: Range<usize>,
    selected: Option<u32>,
}

/// What was found, on its way. The statements and the choices follow it, each number in four bytes.
#[derive(Serialize, Deserialize)]
struct Answer {
    by_words: usize,
    statements: usize,
    choices: [usize; Facet::ALL.len()],
    dropped: Vec<String>,
    cut: bool,
    told: Told,
    excerpt: Option<Excerpt>,
}

impl Answer {
    /// The answer on its way, with the numbers that follow it.
    fn written<'a>(&self, numbers: impl Iterator<Item = &'a [u32]>) -> Vec<u8> {
        let mut bytes = postcard::to_stdvec(self).expect("an answer in memory can be encoded");
        for numbers in numbers {
            bytes.reserve(numbers.len() * 4);
            numbers.iter().for_each(|number| bytes.extend_from_slice(&number.to_le_bytes()));
        }
        bytes
    }
}

/// A wish as bytes, for [`Answering::answer`].
pub fn ask(wish: &Wish) -> Vec<u8> {
    let asked = Asked {
        query: wish.query.written(),
        typing: wish.wanted.typing,
        stories: wish.wanted.stories,
        drawn: wish.drawn.clone(),
        selected: wish.selected,
    };
    postcard::to_stdvec(&asked).expect("a wish in memory can be encoded")
}

/// What [`Answering::answer`] found for a query. None where the bytes are something else.
pub fn heard(bytes: &[u8], query: Query) -> Option<Found> {
    let (answer, numbers): (Answer, _) = postcard::take_from_bytes(bytes).ok()?;
    let numbers: Vec<u32> = numbers.as_chunks().0.iter().map(|four| u32::from_le_bytes(*four)).collect();
    let (statements, mut rest) = numbers.split_at_checked(answer.statements)?;
    let mut choices: [Vec<Counted>; Facet::ALL.len()] = Default::default();
    for (choices, length) in choices.iter_mut().zip(answer.choices) {
        let (counted, behind) = rest.as_chunks().0.split_at_checked(length)?;
        *choices = counted.to_vec();
        rest = behind.as_flattened();
    }
    Some(Found {
        query: Some(query),
        by_words: answer.by_words,
        sought: Vec::new(),
        statements: statements.to_vec(),
        choices,
        dropped: answer.dropped,
        cut: answer.cut,
        told: Some(Box::new(answer.told)),
        excerpt: answer.excerpt.map(|excerpt| Rc::new(Edition::excerpt(excerpt))),
    })
}

/// The thread that answers.
#[derive(Debug)]
pub struct Answering {
    edition: Edition,
    /// What the words sought last found: filters change more often than they do, and scrolling changes neither.
    results: Option<(AttrValue, Results)>,
    found: Found,
}

impl Answering {
    /// Answers from an edition.
    pub fn from(edition: Edition) -> Self {
        Answering { edition, results: None, found: Found::default() }
    }

    /// The answer to what [`ask`] wrote, for [`heard`]. None where the bytes are something else.
    pub fn answer(&mut self, wish: &[u8]) -> Option<Vec<u8>> {
        let asked: Asked = postcard::from_bytes(wish).ok()?;
        let query = Query::read(&asked.query);
        if self.found.query.as_ref() != Some(&query) {
            self.seek(&query);
        }
        let (edition, found) = (&self.edition, &self.found);
        let wanted = Wanted { typing: asked.typing, stories: asked.stories };
        let kept = asked.selected.and_then(|selected| found.place(selected));
        let drawn = asked.drawn.start.min(found.len())..asked.drawn.end.min(found.len());
        let places = kept.filter(|place| !drawn.contains(place)).into_iter().chain(drawn);
        let answer = Answer {
            by_words: found.by_words,
            statements: found.len(),
            choices: Facet::ALL.map(|facet| found.choices(facet).len()),
            dropped: found.dropped.clone(),
            cut: found.cut,
            told: Told {
                marks: places.map(|place| (place, found.marks(edition, place))).collect(),
                ..tell(edition, found, &query, &wanted)
            },
            excerpt: None,
        };
        let choices = found.choices.iter().map(|choices| choices.as_flattened());
        Some(answer.written([&found.statements[..]].into_iter().chain(choices)))
    }

    fn seek(&mut self, query: &Query) {
        let known = self.results.take().filter(|(q, _)| *q == query.q);
        let (q, results) = known.unwrap_or_else(|| (query.q.clone(), self.edition.search(&query.q)));
        self.found = find(&self.edition, &results, query);
        self.results = Some((q, results));
    }
}
