//! What the state is made of: what the reader has set, typed, opened and copied.

use verbatim_archive::OpenError;
use yew::AttrValue;

use crate::query::Facet;

/// Which colours the page wears.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// What the system asks for.
    #[default]
    System,
    /// Light, whatever the system asks for.
    Light,
    /// Dark, whatever the system asks for.
    Dark,
}

impl Theme {
    /// The one that follows when a reader goes through them.
    pub fn next(self) -> Self {
        match self {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        }
    }
}

/// Why there is no archive to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The page does not say where it is.
    NoLink,
    /// It could not be fetched.
    Unreachable,
    /// The server answered with this status.
    Status(u16),
    /// What came is not an archive.
    Open(OpenError),
    /// What came is not the second half of this program.
    Foreign,
}

/// How much of the program is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Program {
    /// The half that draws the list.
    First,
    /// All of it.
    Whole,
    /// The first half; the second did not come.
    Failed(Failure),
}

/// What became of what was last to be copied.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Copying {
    /// Nothing was asked for.
    #[default]
    Idle,
    /// It is on the clipboard.
    Done,
    /// The browser refused: it is selected, for the reader to copy.
    Refused(AttrValue),
}

/// What the browser tells when a reader asks for all ways to share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ways {
    /// The whole address of the page's start.
    pub base: AttrValue,
    /// Whether there is a share sheet of the system's.
    pub sheet: bool,
    /// The citations of the statement's article as style guides write them, once they are fetched.
    pub styled: AttrValue,
}

/// Words in the search box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// As typed, spaces included.
    pub text: AttrValue,
    /// Whether the address says the same by now.
    pub settled: bool,
    /// Whether it begins a new step of the browser's history.
    pub begins: bool,
}

/// Which choices of a facet are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sieve {
    /// The facet.
    pub facet: Facet,
    /// What is typed to find some of them.
    pub text: AttrValue,
    /// How many are shown at most.
    pub shown: usize,
}

/// What a reader does in the palette.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picking {
    /// Whether it is open.
    pub open: bool,
    /// What is typed into it.
    pub text: String,
    /// Which offer the keyboard is at.
    pub at: usize,
}
