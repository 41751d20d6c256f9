//! What a reader takes along of a statement.

use super::number;
use crate::sharing::selection::{Beside, Sense, Unfit};

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

/// What a citation notes: who said what, and whether the words are theirs.
pub fn cited(by: &str, is_reported: bool, words: &str) -> String {
    [by, if is_reported { " (reported): " } else { ": " }, words].concat()
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
        Sense::Condition => format!("Left out of their sentence is “{word}”: what they say hangs on it."),
        Sense::Hedge => format!("Left out right beside them is “{word}”: they were not said as certain."),
    }
}

/// Why an address picks out no words of a statement.
pub fn unfit(asked: &str, unfit: Unfit) -> String {
    let why = match unfit {
        Unfit::NoNumbers => "which is not two numbers, such as 4-9".to_owned(),
        Unfit::Reversed => "the last before the first".to_owned(),
        Unfit::Beyond(count) => format!("but the statement has {} words", number(count as usize)),
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
