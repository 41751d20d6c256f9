//! What a reader has saved: statements with notes. Each keeps its words and who said them, so that it can be read where
//! its edition is gone.

use verbatim_archive::{Archive, Statement};
use verbatim_extract::Day;

use crate::{alike::said, dates, messages, route::Route};

/// A statement that a reader has saved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saved {
    /// The id of the statement.
    pub id: String,
    /// Its address when it was saved, relative to the page's `<base>`.
    pub address: String,
    /// Who said it, as the page named them then.
    pub speaker: String,
    /// Its words as they stood then.
    pub words: String,
    /// Their language as a BCP 47 tag; empty where it is not known.
    pub language: String,
    /// What the reader has noted.
    pub note: String,
    /// The day it was saved, as ISO 8601 writes it.
    pub day: String,
}

impl Saved {
    /// A statement as it stands today.
    pub fn of(archive: &Archive, statement: &Statement, today: Day) -> Self {
        let speaker = archive.speaker(statement).map_or(messages::SPEAKER_UNKNOWN, |one| one.name.as_str());
        Saved {
            id: statement.id.clone(),
            address: Route::statement(statement).href(),
            speaker: speaker.to_owned(),
            words: said(archive, statement),
            language: archive.article(statement).language.clone().unwrap_or_default(),
            note: String::new(),
            day: dates::iso(today),
        }
    }
}

/// What went wrong with what a reader has saved, or with a file of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The browser lets this page store nothing.
    Refused,
    /// There is no room for more.
    Full,
    /// A file that was to be read in holds no saved statements.
    Unreadable,
}

/// What a reader has saved, the latest first. What could not be stored stays here until the page is closed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelf {
    /// What is saved.
    pub saved: Vec<Saved>,
    /// What was taken off last, to be put back.
    pub removed: Option<Saved>,
    /// Whether what is stored was read.
    pub read: bool,
    /// What went wrong.
    pub trouble: Option<Trouble>,
}

impl Shelf {
    /// What is saved of the statement with this id.
    pub fn find(&self, id: &str) -> Option<&Saved> {
        self.saved.iter().find(|saved| saved.id == id)
    }

    /// Puts something on the shelf, in the place of what was saved of the same statement before.
    pub fn put(&mut self, new: Saved) {
        if self.removed.as_ref().is_some_and(|removed| removed.id == new.id) {
            self.removed = None;
        }
        match self.saved.iter_mut().find(|saved| saved.id == new.id) {
            Some(saved) => *saved = new,
            None => self.saved.insert(0, new),
        }
    }

    /// Takes something off the shelf, and keeps it to be put back.
    pub fn remove(&mut self, id: &str) {
        if let Some(place) = self.saved.iter().position(|saved| saved.id == id) {
            self.removed = Some(self.saved.remove(place));
        }
    }

    /// Adds what was stored or read from a file, and returns what is new by that. What is here already stays; of two
    /// notes on one statement none is lost.
    pub fn merge(&mut self, others: Vec<Saved>) -> Vec<Saved> {
        let mut changed = Vec::new();
        for other in others {
            match self.saved.iter_mut().find(|saved| saved.id == other.id) {
                None => {
                    self.saved.push(other.clone());
                    changed.push(other);
                }
                Some(saved) if !saved.note.contains(&other.note) => {
                    let notes = [saved.note.as_str(), other.note.as_str()];
                    saved.note =
                        notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join("\n");
                    changed.push(saved.clone());
                }
                Some(_) => (),
            }
        }
        // The latest first; of one day, as they came.
        self.saved.sort_by(|one, other| other.day.cmp(&one.day));
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saved(id: &str, note: &str, day: &str) -> Saved {
        Saved { id: id.into(), note: note.into(), day: day.into(), ..Saved::default() }
    }

    #[test]
    fn what_is_saved_again_takes_its_own_place() {
        let mut shelf = Shelf::default();
        for id in ["a", "b", "a"] {
            shelf.put(saved(id, "", "2031-01-01"));
        }
        assert!(shelf.saved.iter().map(|one| one.id.as_str()).eq(["b", "a"]));
    }

    #[test]
    fn what_is_taken_off_can_be_put_back_with_its_note() {
        let mut shelf = Shelf::default();
        shelf.put(saved("a", "why", "2031-01-01"));
        shelf.remove("a");
        assert!(shelf.saved.is_empty());
        let removed = shelf.removed.clone().expect("it is kept");
        shelf.put(removed);
        assert_eq!(shelf.find("a").map(|one| one.note.as_str()), Some("why"));
        assert_eq!(shelf.removed, None);
    }

    #[test]
    fn a_file_that_is_read_in_loses_nothing_and_changes_only_what_is_new() {
        let mut shelf = Shelf::default();
        shelf.put(saved("a", "mine", "2031-01-02"));
        shelf.put(saved("b", "same", "2031-01-01"));
        let changed = shelf.merge(vec![
            saved("a", "yours", "2031-01-02"),
            saved("b", "same", "2031-01-01"),
            saved("c", "", "2031-01-03"),
        ]);
        assert!(changed.iter().map(|one| one.id.as_str()).eq(["a", "c"]));
        assert!(shelf.saved.iter().map(|one| one.id.as_str()).eq(["c", "a", "b"]));
        assert_eq!(shelf.find("a").map(|one| one.note.as_str()), Some("mine\nyours"));
    }
}
