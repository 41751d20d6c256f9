//! What stands in the page's files before its program, or without it. `index.html` names the words of each element by
//! its attribute `data-says`, and `verbatim page` puts them there.

use super::{NAME, TAGLINE};

/// The language of all of these, as a BCP 47 tag.
pub const LANGUAGE_OF_MESSAGES: &str = "en";

/// Names the list of articles where nothing can be searched.
pub const ARTICLES_TO_READ: &str = "Articles";

/// What a feed says in the place of a speaker that it cannot name.
pub const NOT_NAMED: &str = "not named";

/// The words that an element of the shell asks for by this name. None where there are none of it.
pub fn says(name: &str) -> Option<String> {
    let words = match name {
        "title" => return Some(whole_name()),
        "description" => {
            "Every statement of an edition: the words, who said them, in what role, where and when."
        }
        "coming" => "Opening the archive…",
        "no-script-title" => "Without JavaScript",
        "no-script" => {
            "This page searches its articles on your own machine, and needs JavaScript and WebAssembly for it. Nothing \
             you type leaves the machine. Please switch JavaScript on for this page."
        }
        "failure-title" => "Something went wrong",
        "failure" => {
            "This page met an error in its own program and stopped. Nothing you typed was sent anywhere, and nothing is \
             lost: the address above still names what you were looking at."
        }
        "failure-advice" => {
            "Load the page again. If it stops once more, please tell whoever publishes it what stands below."
        }
        _ => return None,
    };
    Some(words.to_owned())
}

/// What the page is called where it stands alone: in a manifest, in a tab.
pub fn whole_name() -> String {
    [NAME, ": ", TAGLINE].concat()
}
