//! Stories that are published and edited, over and over, and what their addresses open.

use std::collections::{BTreeMap, HashMap};

use fastrand::Rng;
use verbatim::{
    edition::Edition,
    resolution::{Resolution, resolve},
};
use verbatim_archive::{Archive, People, Statement, assemble_with, links::Register};
use verbatim_extract::{Document, extract};

use super::{
    articles::{Numbers, Said, Story, stories},
    edits::{Edit, edit},
};

/// How often stories are edited before others are written.
const LIVES: usize = 8;

/// What can become of a statement.
pub const ROWS: [&str; 5] = ["same", "moved", "reworded", "ambiguous", "gone"];

/// What can be shown: the last is another statement than the right one, announced as moved or reworded.
pub const COLUMNS: [&str; 6] = ["same", "moved", "reworded", "ambiguous", "gone", "another, announced"];

const ANOTHER: usize = 5;
const AMBIGUOUS: usize = 3;

/// What was found.
#[derive(Debug, Default)]
pub struct Tally {
    pub opened: usize,
    /// Addresses that opened as never published.
    pub unopened: usize,
    pub silently_another: usize,
    /// Statements that extraction did not find as they were written.
    pub unread: usize,
    pub all: [[usize; 6]; 5],
    pub touched: [[usize; 6]; 5],
    pub by_edit: BTreeMap<&'static str, (usize, usize)>,
    pub wrong: Vec<String>,
}

impl Tally {
    /// The percentage of right verdicts on statements that were edited.
    pub fn right(&self) -> f64 {
        let all: usize = self.touched.iter().flatten().sum();
        let right: usize = (0..ROWS.len()).map(|row| self.touched[row][row]).sum();
        100.0 * right as f64 / all.max(1) as f64
    }
}

/// An address that was published, and the statement that it was published for, by whom when it last was.
struct Address {
    address: String,
    number: usize,
    words: String,
    speaker: String,
    story: String,
}

struct World {
    stories: Vec<Story>,
    register: Register,
    addresses: HashMap<String, Address>,
    /// What a statement can have become, where nobody can tell.
    choices: HashMap<usize, Vec<usize>>,
}

/// Makes `edits` edits, publishes what there is before every so many of them, and opens every address after each.
pub fn run(edits: usize, together: usize, seed: u64) -> Tally {
    let mut rng = Rng::with_seed(seed);
    let mut tally = Tally::default();
    let mut done = 0;
    while done < edits {
        let mut numbers = Numbers::default();
        let mut world = World {
            stories: stories(&mut rng, &mut numbers),
            register: Register::default(),
            addresses: HashMap::new(),
            choices: HashMap::new(),
        };
        for life in 0..LIVES.min(edits - done) {
            if life % together == 0 {
                world.publish(&mut tally);
            }
            let edit = edit(&mut rng, &mut numbers, &mut world.stories);
            done += 1;
            world.choices.extend(edit.choice.clone());
            world.open_all(&edit, &mut tally);
        }
    }
    tally
}

impl World {
    fn archive(&self) -> Archive {
        let extracted = self.stories.iter().map(|story| {
            let article = story.article();
            let found = extract(&Document { text: &article.text, day: None });
            (article, found)
        });
        assemble_with(extracted.collect(), &People::default(), &self.register)
    }

    fn publish(&mut self, tally: &mut Tally) {
        let archive = self.archive();
        self.register.publish(&archive);
        for story in &self.stories {
            for said in story.said() {
                let Some(statement) = find(&archive, &story.id, said) else {
                    tally.unread += 1;
                    continue;
                };
                let address = self.addresses.entry(statement.id.clone()).or_insert_with(|| Address {
                    address: format!("{}-{}", statement.slug, statement.id),
                    number: said.number,
                    words: said.printed(),
                    speaker: String::new(),
                    story: story.id.clone(),
                });
                // A better name is published for the same address.
                if address.number == said.number {
                    address.speaker.clone_from(&said.speaker);
                }
            }
        }
    }

    /// A statement and where it stands now.
    fn now(&self, number: usize) -> Option<(&Story, &Said)> {
        self.stories.iter().find_map(|story| Some((story, story.said().find(|said| said.number == number)?)))
    }

    fn open_all(&self, edit: &Edit, tally: &mut Tally) {
        let edition = Edition::new(self.archive());
        for address in self.addresses.values() {
            let Some((row, right)) = self.truth(&edition.archive, address) else {
                tally.unread += 1;
                continue;
            };
            tally.opened += 1;
            let resolution = resolve(&edition, &address.address);
            let shown = shown(&edition.archive, &resolution, &right, tally);
            let column = match resolution {
                Resolution::Unknown(_) => continue,
                Resolution::Same(now) | Resolution::Moved(now)
                    if self.is_as_published(&edition, now, address) =>
                {
                    row
                }
                _ => shown,
            };
            tally.silently_another +=
                usize::from(column == ANOTHER && matches!(resolution, Resolution::Same(_)));
            tally.all[row][column] += 1;
            if edit.touched.contains(&address.number) {
                tally.touched[row][column] += 1;
                let of_edit = tally.by_edit.entry(edit.name).or_default();
                *of_edit = (of_edit.0 + usize::from(row == column), of_edit.1 + 1);
            }
            if row != column {
                let what =
                    format!("{}: {} shown as {}: {}", edit.name, ROWS[row], COLUMNS[column], address.address);
                tally.wrong.push(what);
            }
        }
    }

    /// Whether a statement has the words, the article and the speaker that an address was published for: two such
    /// are one to a reader, and nobody could tell which of them was meant.
    fn is_as_published(&self, edition: &Edition, shown: u32, address: &Address) -> bool {
        let statement = edition.statement(shown);
        let speaker = edition.archive.speaker(statement).map(|speaker| speaker.name.as_str());
        let now = self.now(address.number).map(|(_, said)| said.speaker.as_str());
        edition.archive.article(statement).id == address.story
            && words_of(&edition.archive, statement) == address.words
            && (speaker == Some(address.speaker.as_str()) || speaker == now)
    }

    /// The row of what became of an address in truth, and the statements that are right to show.
    fn truth<'a>(&self, archive: &'a Archive, address: &Address) -> Option<(usize, Vec<&'a Statement>)> {
        let several: Vec<_> = self
            .choices
            .get(&address.number)
            .into_iter()
            .flatten()
            .filter_map(|number| self.now(*number))
            .collect();
        if !several.is_empty() {
            let statements = several.iter().map(|(story, said)| find(archive, &story.id, said));
            return Some((AMBIGUOUS, statements.collect::<Option<_>>()?));
        }
        let Some((story, said)) = self.now(address.number) else {
            return Some((4, Vec::new()));
        };
        let row = match (said.printed() == address.words, story.id == address.story) {
            (true, true) => 0,
            (true, false) => 1,
            (false, _) => 2,
        };
        Some((row, vec![find(archive, &story.id, said)?]))
    }
}

/// The column of what was shown.
fn shown(archive: &Archive, resolution: &Resolution<'_>, right: &[&Statement], tally: &mut Tally) -> usize {
    let is_right = |index: &u32| right.iter().any(|right| right.id == archive.statements[*index as usize].id);
    match resolution {
        Resolution::Same(index) if is_right(index) => 0,
        Resolution::Moved(index) if is_right(index) => 1,
        Resolution::Reworded(index, _) if is_right(index) => 2,
        Resolution::Same(_) | Resolution::Moved(_) | Resolution::Reworded(..) => ANOTHER,
        Resolution::Ambiguous(..) => AMBIGUOUS,
        Resolution::Gone(..) => 4,
        Resolution::Unknown(_) => {
            tally.unopened += 1;
            ANOTHER
        }
    }
}

fn words_of(archive: &Archive, statement: &Statement) -> String {
    archive.quotations(statement).collect::<Vec<_>>().join(" ")
}

/// A statement of a story as extraction found it: by its words and its speaker.
fn find<'a>(archive: &'a Archive, story: &str, said: &Said) -> Option<&'a Statement> {
    let printed = said.printed();
    archive.statements.iter().find(|one| {
        archive.article(one).id == story
            && words_of(archive, one) == printed
            && archive.speaker(one).is_some_and(|speaker| speaker.name == said.speaker)
    })
}
