//! Every string of the interface: here those of what stands around every page, below those of each of its parts.

mod days;
mod explorer;
mod lost;
mod pages;
mod sharing;
mod shelf;
mod statement;

pub use self::{days::*, explorer::*, lost::*, pages::*, sharing::*, shelf::*, statement::*};
use crate::state::Theme;

pub const NAME: &str = "Verbatim";
pub const TAGLINE: &str = "Who said what, word for word";
pub const SKIP: &str = "Skip to the content";
pub const SITE_LINKS: &str = "Site";
pub const EXPLORER: &str = "Statements";
pub const ABOUT: &str = "About";
pub const KEYS: &str = "Keys";
pub const GO_TO: &str = "Go to";
pub const COMMAND: &str = "Command";
pub const NEXT_THEME: &str = "Next theme";
pub const PERSON: &str = "Speaker";
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
    if page.is_empty() { [NAME, TAGLINE].join(": ") } else { [page, NAME].join(" · ") }
}

pub fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "Theme: auto",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    }
}
