//! Pages beside the list: articles, speakers, roles, the edition.

use verbatim_extract::SpeakerKind;

use super::{count, number};

pub const UNKNOWN: &str = "unknown";
pub const INFERRED: &str = " (inferred)";
pub const TITLE_IS_OURS: &str = "The article prints no headline; this title is ours.";
pub const SOURCE: &str = "Source";
pub const AUTHOR: &str = "Author";
pub const PUBLISHED: &str = "Published";
pub const LANGUAGE: &str = "Language";
pub const ADDRESS: &str = "Address";
pub const LICENCE: &str = "Licence";
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
of theme is kept on this machine, and so are the page itself, for when there is no network, and what you save; nothing \
else is.";
pub const STATEMENTS: &str = "Statements";
pub const SPEAKERS_QUOTED: &str = "Speakers quoted";
pub const PEOPLE_NAMED: &str = "People and bodies named";
pub const ARTICLES: &str = "Articles";
pub const DAYS: &str = "Days covered";
pub const SOURCES: &str = "Sources";
pub const LICENCES: &str = "Licences";
pub const SIZE: &str = "Size";
pub const FINGERPRINT: &str = "Fingerprint";
pub const ACCURACY: &str = "Measured accuracy";
pub const ACCURACY_NOTE: &str = "Statements are found and given to their speakers by rules, without a reader. How often each rule is \
right was counted in news articles that people have marked; what stands here is the mean over the statements of this edition. \
The fingerprint is of all that the edition holds: where it is the same, every word is.";
pub const HELD_BY: &str = "Held by";

pub fn speaker_kind(kind: SpeakerKind) -> &'static str {
    match kind {
        SpeakerKind::Person => "Person",
        SpeakerKind::Body => "Organisation, office or document",
        SpeakerKind::Unnamed => "Not named by the article",
    }
}

/// How much there is to fetch of an edition, of so many bytes.
pub fn size(bytes: usize) -> String {
    match bytes.div_ceil(1000) {
        kilobytes @ 0..10_000 => [&number(kilobytes), " kB"].concat(),
        kilobytes => [&number(kilobytes.div_ceil(1000)), " MB"].concat(),
    }
}

/// How many of a hundred statements that have a speaker have the right one.
pub fn accuracy(percent: u32) -> String {
    format!(
        "About {} in {} statements with a speaker have the right one.",
        number(percent as usize),
        number(100)
    )
}

/// How many more articles print a role than are named.
pub fn more_articles(articles: usize) -> String {
    ["and ", &*number(articles), if articles == 1 { " more article" } else { " more articles" }].concat()
}

pub fn photo_by(credit: &str) -> String {
    [" Photo: ", credit].concat()
}

/// How many statements of others speak of somebody.
pub fn spoken_of(statements: usize) -> String {
    ["Named in ", &count(statements).to_lowercase(), " by others"].concat()
}
