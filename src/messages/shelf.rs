//! What a reader has saved.

use super::count;
use crate::shelf::Trouble;

pub const SHELF: &str = "Saved statements";
pub const SHELF_LEAD: &str =
    "They are kept in this browser and nowhere else. A file of them can be read in elsewhere.";
pub const SAVE: &str = "Save";
pub const UNSAVE: &str = "Saved";
pub const NOTE: &str = "Your note";
pub const TAKE_OFF: &str = "Remove";
pub const TAKEN_OFF: &str = " One was removed.";
pub const PUT_BACK: &str = "Put it back";
pub const EXPORT: &str = "Save to a file";
pub const IMPORT: &str = "Read in a file";

pub fn take_off(speaker: &str) -> String {
    ["Remove the statement by ", speaker].concat()
}

/// How many statements are saved.
pub fn saved(statements: usize) -> String {
    [&count(statements), " saved."].concat()
}

/// What went wrong with what is saved, and what the reader can do.
pub fn trouble(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Refused => {
            "This browser lets the page store nothing. What you save is kept until you close the page: save it to a \
             file before."
        }
        Trouble::Full => {
            "There is no room left in this browser. What you saved last is kept until you close the page: save it to \
             a file before, or remove something and save again."
        }
        Trouble::Unreadable => "This is no file of saved statements. Nothing was changed.",
    }
}
