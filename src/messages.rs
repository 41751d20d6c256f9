//! Every string of the interface, in one place.

use verbatim_archive::OpenError;
use verbatim_extract::{Day, Kind, Lost, SpeakerKind};
use verbatim_search::How;

use crate::{
    dates,
    query::{Facet, Group, Sort, View},
    sharing::selection::{Beside, Sense, Unfit},
};

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

pub const VIEWS: &str = "Views";
pub const NO_DAYS: &str = "No article found says when it was printed.";
pub const TIMELINE_KEY: &str =
    "Above the line: said. Below it: printed. Choose a bar for its days, or draw over several.";
pub const ARCS: &str = "Who speaks of whom";
pub const ARCS_KEY: &str =
    "The larger the dot, the more was said. An arc joins two of whom one names the other.";
pub const VOICES: [&str; 3] = ["Speaker", "Statements", "Names"];

pub const SEARCH: &str = "Search words, names and roles";
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
pub const SPEAKER_UNKNOWN: &str = "Speaker not named";

pub const CUT: &str = "(cut here in the article)";
pub const INSERTED: &str = "Inserted by the editor, not said";
pub const INSERTED_NOTE: &str = "Words in square brackets are the editor’s, not the speaker’s.";
pub const REPORTED_NOTE: &str = "Reported in the article’s words, not quoted.";
pub const REPORTED: &str = "as reported, not quoted";
pub const CUT_NOTE: &str = "The article cuts the words at the dots, to say who speaks.";

pub const COPY_LINK: &str = "Copy link";
pub const COPY_LINK_TO_WORDS: &str = "Copy link to these words";
pub const COPY_WORDS: &str = "Copy with attribution";
pub const COPY_THESE_WORDS: &str = "Copy these words with attribution";
pub const MORE_WAYS: &str = "More ways to share";
pub const SOME_WORDS: &str = "Some of the words";
pub const SOME_WORDS_LEAD: &str =
    "Select words of the statement above, or choose the first and the last here.";
pub const FIRST_WORD: &str = "From";
pub const LAST_WORD: &str = "To";
pub const TO_ANOTHER: &str = "To somebody else";
pub const SHEET: &str = "Share …";
pub const CODE: &str = "The link as a QR code";
pub const CODE_NOTE: &str = "Scan it with a telephone.";
pub const EMBED: &str = "Within a page of yours";
pub const COPY_EMBED: &str = "Copy the HTML of a frame";
pub const OPEN_PAGE: &str = "Open its page";
pub const PICTURE: &str = "As a picture";
pub const PNG: &str = "PNG";
pub const SVG: &str = "SVG";
pub const FOR_TEXTS: &str = "For a text";
pub const UNPICK: &str = "The whole statement";
pub const COPY_MARKDOWN: &str = "Copy as Markdown";
pub const CITE: &str = "Cite";
pub const TO_SOURCE: &str = "Find it on the publisher’s page";
pub const COPIED: &str = "Copied";
pub const COPY_YOURSELF: &str = "The browser did not let us copy: it is selected, copy it from here";
pub const LINK: &str = "To be copied";
pub const CONTEXT: &str = "In context";
pub const TO_ARTICLE: &str = "Read it in the article";
pub const BACK_TO_RESULTS: &str = "Back to the statements found";
pub const ALL_STATEMENTS: &str = "All statements";
pub const WHERE: &str = "Where";
pub const WHEN: &str = "When";
pub const HOW: &str = "How";
pub const PRINTED_IN: &str = "Printed in";
pub const IN_WHAT_PLACE: &str = "Place";
pub const TO_WHOM: &str = "To whom";

pub const OTHERS: &str = "More by ";

pub const RECEIPT: &str = "Why this speaker";
pub const CONSTRUCT: &str = "Construct";
pub const CUE: &str = "Attributed by";
pub const CHAIN: &str = "From mention to name";
pub const NOT_TAKEN: &str = "Not taken";
pub const DATED: &str = "The day";
pub const CONFIDENCE: &str = "How sure";
pub const RECEIPT_NOTE: &str = "Found by rules, without a reader: check it against the article.";

pub const UNKNOWN: &str = "unknown";
pub const INFERRED: &str = " (inferred)";
pub const TITLE_IS_OURS: &str = "The article prints no headline; this title is ours.";
pub const SOURCE: &str = "Source";
pub const AUTHOR: &str = "Author";
pub const PUBLISHED: &str = "Published";
pub const LANGUAGE: &str = "Language";
pub const ADDRESS: &str = "Address";
pub const LICENCE: &str = "Licence";
pub const CAPTION: &str = "Photo caption";
pub const PEOPLE: &str = "Named in this article";
pub const NOT_QUOTED: &str = "named, not quoted";
pub const NO_ROLE: &str = "no role printed";
pub const EXPLORE_ARTICLE: &str = "Explore the statements of this article";

pub const NAMES: &str = "Name as printed";
pub const ROLES: &str = "Roles as printed";
pub const TIED: &str = "Tied to";
pub const OFFICES: &str = "Offices and aides";
pub const NAMED_IN: &str = "Named in";
pub const NO_STATEMENT: &str = "Named in the articles, but not quoted.";
pub const EXPLORE_SPEAKER: &str = "Explore these statements";

pub const ABOUT_TITLE: &str = "About this edition";
pub const ABOUT_LEAD: &str = "Every statement that the articles below print, in the words they print, with who said it, \
in what role, where and when. Nothing is rewritten: what stands in quotation marks here stands in the article.";
pub const ABOUT_PRIVATE: &str = "The page is made of static files. What you type stays in this tab. Your choice \
of theme is kept on this machine, and so is the page itself, for when there is no network; nothing else is.";
pub const STATEMENTS: &str = "Statements";
pub const SPEAKERS_QUOTED: &str = "Speakers quoted";
pub const PEOPLE_NAMED: &str = "People and bodies named";
pub const ARTICLES: &str = "Articles";
pub const DAYS: &str = "Days covered";
pub const SOURCES: &str = "Sources";
pub const LICENCES: &str = "Licences";

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
pub const GONE_LEAD: &str =
    "No article of this edition says these words any more. Nothing is shown in their place.";
pub const WITHDRAWN_LEAD: &str =
    "Whoever publishes this edition has withdrawn it, and its words are not kept.";
pub const NEAREST: &str = "The nearest statements";
pub const NO_SPEAKER_HERE: &str = "Nobody here goes by this address";
pub const NO_ROLE_HERE: &str = "No role has this address";
pub const HELD_BY: &str = "Held by";
pub const NO_ARTICLE_HERE: &str = "No article has this address";
pub const TO_START: &str = "Go to all statements";

pub const FAILED_TITLE: &str = "The page did not open";
pub const RETRY: &str = "Load the page again";

pub const KEYS_TITLE: &str = "Keys";
pub const CLOSE: &str = "Close";

/// The keys and what they do, as the dialog lists them.
pub const KEY_LIST: [(&[&str], &str); 8] = [
    (&["/"], "Search"),
    (&["↓", "j"], "Next statement"),
    (&["↑", "k"], "Previous statement"),
    (&["Enter"], "Open the statement"),
    (&["Esc"], "Clear the search, then the filters"),
    (&["s"], "Share the statement"),
    (&["Ctrl K"], "Go to anybody, any role, article or view"),
    (&["?"], "This list"),
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day as a reader reads it.
pub fn day(day: Day) -> String {
    match MONTHS.get(usize::from(day.month).wrapping_sub(1)) {
        Some(month) => format!("{} {month} {}", day.day, day.year),
        None => dates::iso(day),
    }
}

/// A day as American styles write it, and as MLA does, which shortens all months of more than four letters.
pub fn days_of_access(day: Day) -> (String, String) {
    let month = MONTHS.get(usize::from(day.month).wrapping_sub(1)).copied().unwrap_or_default();
    let short = match month.len() {
        0..=4 => month.to_owned(),
        _ if day.month == 9 => "Sept.".to_owned(),
        _ => [&month[..3], "."].concat(),
    };
    (format!("{month} {}, {}", day.day, day.year), format!("{} {short} {}", day.day, day.year))
}

/// A span of days.
pub fn days(first: Day, last: Day) -> String {
    if first == last { day(first) } else { [day(first), day(last)].join(" – ") }
}

pub fn title(page: &str) -> String {
    if page.is_empty() { [NAME, TAGLINE].join(": ") } else { [page, NAME].join(" · ") }
}

pub fn count(statements: usize) -> String {
    match statements {
        0 => "No statements".to_owned(),
        1 => "1 statement".to_owned(),
        n => format!("{n} statements"),
    }
}

/// On paper: how much of a list there is.
pub fn printed(shown: usize, count: usize) -> String {
    format!("The first {shown} of {count} statements.")
}

pub fn more(count: usize) -> String {
    format!("Show {count} more")
}

pub fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Speaker => "Speaker",
        Facet::Role => "Role",
        Facet::Kind => "Kind",
        Facet::Medium => "Where said",
        Facet::Article => "Article",
    }
}

pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "Direct",
        Kind::Partial => "Partial",
        Kind::Indirect => "Indirect",
    }
}

pub fn kind_explained(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => ": whole sentences in quotation marks",
        Kind::Partial => ": a quoted fragment within a paraphrase",
        Kind::Indirect => ": reported without quotation marks",
    }
}

/// An order by its name. Without words sought there is nothing to match, and the order is that of the articles.
pub fn sort(sort: Sort, seeking: bool) -> &'static str {
    match sort {
        Sort::Relevance if seeking => "Best match",
        Sort::Relevance => "As printed",
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
    format!("{days}: {said} said, {printed} printed")
}

pub fn times(times: u32) -> String {
    format!(" ({times})")
}

pub fn voices_left_out(count: usize) -> String {
    format!("{count} more are not drawn.")
}

pub fn speaker_kind(kind: SpeakerKind) -> &'static str {
    match kind {
        SpeakerKind::Person => "Person",
        SpeakerKind::Body => "Organisation, office or document",
        SpeakerKind::Unnamed => "Not named by the article",
    }
}

pub fn remove_filter(label: &str) -> String {
    ["Remove the filter ", label].concat()
}

pub fn from_day(value: Day) -> String {
    ["from ", &day(value)].concat()
}

pub fn to_day(value: Day) -> String {
    ["to ", &day(value)].concat()
}

pub fn unread(what: &str) -> String {
    format!("The address also asks for “{what}”, which means nothing here and was left aside.")
}

pub fn printed_on(value: Day) -> String {
    ["printed ", &day(value)].concat()
}

pub fn tied_to(name: &str, role: Option<&str>) -> String {
    match role {
        Some(role) => ["tied to ", name, ", ", role].concat(),
        None => ["tied to ", name].concat(),
    }
}

/// Words of an article between quotation marks.
pub fn quoted(words: &str) -> String {
    ["“", words, "”"].concat()
}

/// The mentions that lead from beside the words to the name.
pub fn chain(mentions: &[String], name: Option<&str>) -> String {
    let mut chain = mentions.join(" → ");
    if let Some(name) = name {
        chain.push_str(" → ");
        chain.push_str(name);
    }
    chain
}

/// Why somebody else was not taken for the speaker, behind the mention.
pub fn lost(lost: Lost) -> &'static str {
    match lost {
        Lost::BehindPreposition => ": stands behind a preposition",
        Lost::NoSubject => ": is the subject of no verb",
        Lost::InReportedClause => ": is spoken of by somebody else",
        Lost::OfAnotherVerb => ": is the subject of another verb",
    }
}

/// How printed words became a day of the calendar.
pub fn dated(words: &str, printed: Day, said: Day) -> String {
    format!("{words}, printed {}, is {}", day(printed), day(said))
}

/// How sure an attribution is, in percent.
pub fn confidence(percent: u8) -> String {
    format!("About {percent} in 100 found this way are right.")
}

pub fn photo_by(credit: &str) -> String {
    [" Photo: ", credit].concat()
}

pub fn sought(words: &str) -> String {
    format!("What was asked for: “{words}”")
}

pub fn stood_for(words: &str, speaker: &str) -> String {
    format!("What the link stood for: “{words}” ({speaker})")
}

pub fn theme(theme: crate::state::Theme) -> &'static str {
    match theme {
        crate::state::Theme::System => "Theme: auto",
        crate::state::Theme::Light => "Theme: light",
        crate::state::Theme::Dark => "Theme: dark",
    }
}

pub fn said(name: &str, words: &str, goes_on: bool) -> String {
    let rest = if goes_on { " …" } else { "" };
    [name, ": “", words, rest, "”"].concat()
}

/// The words that are picked out of a statement.
pub fn picked(words: &str) -> String {
    format!("These words are picked out: “{words}”. ")
}

/// What stands right beside the words that are picked out.
pub fn missed(beside: &Beside) -> String {
    let word = &beside.word;
    match beside.sense {
        Sense::Negation => format!("Left out right beside them is “{word}”, which turns what they say."),
        Sense::Condition => format!("Left out right beside them is “{word}”: what they say hangs on it."),
        Sense::Hedge => format!("Left out right beside them is “{word}”: they were not said as certain."),
    }
}

/// Why an address picks out no words of a statement.
pub fn unfit(asked: &str, unfit: Unfit) -> String {
    let why = match unfit {
        Unfit::NoNumbers => "which is not two numbers, such as 4-9".to_owned(),
        Unfit::Reversed => "the last before the first".to_owned(),
        Unfit::Beyond(count) => format!("but the statement has {count} words"),
    };
    format!("The link asks for the words “{asked}”, {why}. The whole statement is shown.")
}

/// What became of words that a link picked out of a statement that was reworded.
pub fn picked_then(kept: bool) -> &'static str {
    if kept {
        "The words that the link picks out are marked. They stand as they stood."
    } else {
        "The words that the link picks out are marked as they stood. They have changed since."
    }
}

pub fn dropped(words: &[String]) -> String {
    format!("No statement has all of these words. These are without “{}”.", words.join("”, “"))
}

pub const COMING: &str = "Loading…";
pub const DID_YOU_MEAN: &str = "Did you mean ";
pub const CUT_QUERY: &str = "Only the beginning of this long search was looked for.";

/// What is said in the place of what needs all of the program.
pub fn incomplete(program: &crate::state::Program) -> String {
    match program {
        crate::state::Program::Failed(why) => failure(why),
        _ => COMING.to_owned(),
    }
}

/// Why the page did not open, and what the reader can do.
pub fn failure(failure: &crate::state::Failure) -> String {
    use crate::state::Failure;
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
