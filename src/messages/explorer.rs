//! The explorer: search, filters, lists and views.

use verbatim_search::How;

use super::number;
use crate::query::{Facet, Group, Sort, View};

pub const VIEWS: &str = "Views";
pub const NO_DAYS: &str = "No article found says when it was printed.";
pub const SAID: &str = "said, above the line";
pub const PRINTED: &str = "printed, below it";
pub const TIMELINE_KEY: &str = "Choose a bar for what it stands for, or draw over several; with keys, arrows go from bar \
to bar, and Shift holds on to those between.";
pub const NO_HOURS: &str = "The articles tell on which day something was said, and not at what hour.";
pub const DAYS_COUNTED: &str = "Days, each with what was said then";
pub const ALL_DAYS: &str = "All days";
pub const ARCS: &str = "Who speaks of whom";
pub const ARCS_KEY: &str = "The larger the dot, the more was said: choose it to see only that. An arc joins two of whom one names the other.";
pub const VOICES: [&str; 3] = ["Speaker", "Statements", "Names"];
pub const SEARCH: &str = "Search words, names and roles";
/// Stands in the search box while it is empty.
pub const WORDS_TO_BE: &str = "“ … ”";
pub const HOW_TO_SEEK: &str = "How to search";
pub const SEARCHING: &str = "Searching";

/// What can be typed into the search box beside words, and what it finds.
pub const SYNTAX: [(&str, &str); 9] = [
    ("speaker:brandt", "said by somebody of this name"),
    ("role:\"prime minister\"", "said by somebody of this role"),
    ("on:television", "said there"),
    ("kind:direct", "direct, partial or indirect"),
    ("article:bridge", "in an article of this title"),
    ("before:2026-03", "before a year, a month or a day"),
    ("after:2025", "after it"),
    ("\"word for word\"", "exactly these words"),
    ("-weather", "without this word"),
];
pub const SYNTAX_NOTE: &str =
    "Of words, beginnings are enough, and a letter may be wrong. All of it can stand together.";
pub const FILTERS: &str = "Filters";
pub const ACTIVE_FILTERS: &str = "Active filters";
pub const CLEAR_FILTERS: &str = "Clear filters";
pub const ORDER: &str = "Order";
pub const GROUP: &str = "Group";
pub const WHEN_SAID: &str = "When said";
pub const FROM: &str = "From";
pub const TO: &str = "To";
pub const GOES_ON: &str = "What you may be about to type";
pub const WORD: &str = "Word";
pub const NO_DAY: &str = "Day not known";
pub const RESULTS: &str = "Statements found";
pub const NOTHING_FOUND: &str = "No statement matches all of this. There are some";
pub const NOTHING_AT_ALL: &str = "No statement matches this.";
pub const NOTHING_SAID: &str = "This edition holds no statements.";
pub const SEEK_NOTHING: &str = "Show every statement";
pub const BACK_TO_RESULTS: &str = "Back to the statements found";
pub const ALL_STATEMENTS: &str = "All statements";

pub fn count(statements: usize) -> String {
    match statements {
        0 => "No statements".to_owned(),
        n => [&*number(n), if n == 1 { " statement" } else { " statements" }].concat(),
    }
}

/// On paper: how much of a list there is.
pub fn printed(shown: usize, count: usize) -> String {
    ["The first ", &number(shown), " of ", &super::count(count), "."].concat()
}

pub fn more(count: usize) -> String {
    ["Show ", &number(count), " more"].concat()
}

pub fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Speaker => "Speaker",
        Facet::Role => "Role",
        Facet::Kind => "Kind",
        Facet::Medium => "Where said",
        Facet::Article => "Article",
        Facet::Source => "Source",
    }
}

pub fn sift(facet: Facet) -> &'static str {
    match facet {
        Facet::Speaker => "Find a speaker",
        Facet::Role => "Find a role",
        Facet::Kind => "Find a kind",
        Facet::Medium => "Find a place",
        Facet::Article => "Find an article",
        Facet::Source => "Find a source",
    }
}

/// An order by its name.
pub fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => "Best match",
        Sort::Place => "As printed",
        Sort::Newest => "Newest first",
        Sort::Oldest => "Oldest first",
    }
}

pub fn group(group: Group) -> &'static str {
    match group {
        Group::None => "Not grouped",
        Group::Article => "By article",
        Group::Speaker => "By speaker",
        Group::Day => "By day",
    }
}

/// An offer to drop a part of the query.
pub fn without(part: &str, statements: usize) -> String {
    ["without ", part, ": ", &count(statements)].concat()
}

/// How a word was found, where it is not simply there.
pub fn found_by(how: How) -> &'static str {
    match how {
        How::Exact => "",
        How::Compound => "written apart or together",
        How::Prefix => "beginning",
        How::Stem => "another form",
        How::Edits(1) => "one letter off",
        How::Edits(_) => "two letters off",
        How::Sound => "sounds alike",
        How::Initials => "initials",
        How::Subsequence => "some letters",
    }
}

/// Which letters of a word were typed otherwise: each as printed and as typed, either of which may be none.
pub fn letters(differing: &[(String, String)]) -> String {
    let one = |(printed, typed): &(String, String)| match (printed.as_str(), typed.as_str()) {
        (printed, "") => ["with ", printed].concat(),
        ("", typed) => ["without ", typed].concat(),
        (printed, typed) => [printed, " for ", typed].concat(),
    };
    differing.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The fields in which words are found, by their number.
pub const FIELDS: [&str; 5] = ["", "name", "role", "where said", "title"];

pub fn view(view: View) -> &'static str {
    match view {
        View::List => "List",
        View::Timeline => "Timeline",
        View::People => "People",
        View::Article => "In the articles",
    }
}

pub fn said_and_printed(days: &str, said: u32, printed: u32) -> String {
    [days, ": ", &number(said as usize), " said, ", &number(printed as usize), " printed"].concat()
}

/// What was said on a day of which the hours are shown.
pub fn said_on(day: &str, said: u32) -> String {
    [day, ": ", &number(said as usize), " said, at no known hour"].concat()
}

pub fn times(times: u32) -> String {
    [" (", &number(times as usize), ")"].concat()
}

/// A filter for what somebody said.
pub fn only(name: &str, statements: usize) -> String {
    [name, ": only these ", &count(statements).to_lowercase()].concat()
}

pub fn voices_left_out(count: usize) -> String {
    [&number(count), " more are not drawn."].concat()
}

pub fn remove_filter(label: &str) -> String {
    ["Remove the filter ", label].concat()
}

pub fn unread(what: &str) -> String {
    format!("The address also asks for “{what}”, which means nothing here and was left aside.")
}

pub fn dropped(words: &[String]) -> String {
    format!("No statement has all of these words. These are without “{}”.", words.join("”, “"))
}

pub const DID_YOU_MEAN: &str = "Did you mean ";
pub const CUT_QUERY: &str = "Only the beginning of this long search was looked for.";
