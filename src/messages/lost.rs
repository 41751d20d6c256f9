//! What is said where there is nothing to show: no page, no statement, no archive.

use verbatim_archive::OpenError;

use crate::state::{Failure, Program};

pub const NO_PAGE: &str = "There is no page at this address";
pub const NO_PAGE_LEAD: &str =
    "Perhaps a letter went missing on the way. Every statement of this edition can be found from the start.";
pub const NO_STATEMENT_HERE: &str = "No statement has this address";
pub const NO_STATEMENT_LEAD: &str = "It may belong to another edition, or a letter went missing on the way. Nothing is shown \
in its place.";
pub const MOVED: &str = "This statement has another address now";
pub const MOVED_NOTE: &str = "The link was made for another place: the same words stand here now.";
pub const REWORDED: &str = "The words have changed since the link was made";
pub const REWORDED_LEAD: &str = "The article was edited. What is struck stood there when the link was made; what is \
underlined stands there now.";
pub const NOW: &str = "As it stands now";
pub const AMBIGUOUS: &str = "Nobody but a reader can tell what became of this statement";
pub const AMBIGUOUS_LEAD: &str = "The article was edited after the link was made. Nothing is chosen for you.";
pub const CHOICE: &str = "What it may have become";
pub const GONE: &str = "This statement is gone";
pub const GONE_LEAD: &str = "No article of this edition has it any more. Nothing is shown in its place.";
pub const WITHDRAWN_LEAD: &str =
    "Whoever publishes this edition has withdrawn it, and its words are not kept.";
pub const NEAREST: &str = "The nearest statements";
pub const NO_SPEAKER_HERE: &str = "Nobody here goes by this address";
pub const NO_ROLE_HERE: &str = "No role has this address";
pub const NO_ARTICLE_HERE: &str = "No article has this address";
pub const TO_START: &str = "Go to all statements";
pub const FAILED_TITLE: &str = "The page did not open";
pub const RETRY: &str = "Load the page again";

pub fn sought(words: &str) -> String {
    format!("What was asked for: “{words}”")
}

pub fn stood_for(words: &str, speaker: &str) -> String {
    format!("What the link stood for: “{words}” ({speaker})")
}

/// Which words a link picked out of a statement that is not there any more. None where they cannot be told.
pub fn picked_of_lost(asked: &str, words: Option<&str>) -> String {
    match words {
        Some(words) => format!("Of these, the link picks out “{words}”."),
        None => format!("The link asks for the words “{asked}” of it, which cannot be told."),
    }
}

pub const COMING: &str = "Loading…";

/// What is said in the place of what needs all of the program.
pub fn incomplete(program: &Program) -> String {
    match program {
        Program::Failed(why) => failure(why),
        _ => COMING.to_owned(),
    }
}

/// Why the page did not open, and what the reader can do.
pub fn failure(failure: &Failure) -> String {
    match failure {
        Failure::NoLink => {
            "This page was put together without its archive. Build it again with all of its files.".to_owned()
        }
        Failure::Unreachable => {
            "A file of it could not be fetched. Check the connection, then load the page again.".to_owned()
        }
        Failure::Status(code) => format!(
            "The server answered {code} where a file of this page should be. If loading again does not help, \
             the site was published without all of its files."
        ),
        Failure::Open(OpenError::NotAnArchive) | Failure::Foreign => {
            "One of its files belongs to another version of it. Load the page again; if that does not help, build it \
             again."
            .to_owned()
        }
        Failure::Open(OpenError::Damaged) => {
            "Its archive was damaged on the way. Load the page again; if that does not help, the site was published with \
             a damaged file."
                .to_owned()
        }
    }
}
