//! Every string of the interface: here those of what stands around every page, below those of each of its parts.

mod days;
mod explorer;
mod lost;
mod pages;
mod sharing;
mod shelf;
pub mod shell;
mod statement;

pub use self::{days::*, explorer::*, lost::*, pages::*, sharing::*, shelf::*, statement::*};
use crate::state::Theme;

/// What the page is called.
pub const NAME: &str = "Verbatim";
/// What it is, in a few words.
pub const TAGLINE: &str = "Who said what, word for word";
pub const SKIP: &str = "Skip to the content";
pub const SITE_LINKS: &str = "Site";
pub const EXPLORER: &str = "Statements";
/// Names the page about the edition.
pub const ABOUT: &str = "About";
pub const KEYS: &str = "Keys";
pub const GO_TO: &str = "Go to";
pub const COMMAND: &str = "Command";
pub const NEXT_THEME: &str = "Next theme";
pub const PERSON: &str = "Speaker";
pub const NEWER: &str = "A newer edition has been published.";
pub const TO_NEWER: &str = "Load it";
pub const NOT_NOW: &str = "Not now";
pub const ADDRESS_COPIED: &str = "The link to this page was copied.";
pub const KEYS_TITLE: &str = "Keys";
pub const CLOSE: &str = "Close";

/// The keys and what they do, as the dialog lists them.
pub const KEY_LIST: [(&[&str], &str); 10] = [
    (&["/"], "Search"),
    (&["↓", "j"], "Next statement"),
    (&["↑", "k"], "Previous statement"),
    (&["Enter"], "Open the statement"),
    (&["Esc"], "Clear the search, then the filters"),
    (&["s"], "Share the statement"),
    (&["b"], "Save the statement, or save it no longer"),
    (&["l"], "List what you have saved"),
    (&["Ctrl K"], "Go to anybody, any role, article or view"),
    (&["?"], "This list"),
];

pub fn title(page: &str) -> String {
    if page.is_empty() { shell::whole_name() } else { [page, NAME].join(" · ") }
}

pub fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "Theme: auto",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    }
}
