//! What a page says of itself to those who link to it: its title and a description of it, as plain text.

use verbatim_archive::{Archive, Statement};
use verbatim_extract::{Kind, Span};

use crate::{
    edition::Edition,
    messages, pages,
    query::Facet,
    resolution::{Resolution, resolve},
    route::Route,
    sharing::cited_title,
};

/// How many characters of a description are shown where links are pasted; what is longer is cut by others, anywhere.
const DESCRIPTION: usize = 300;

/// What stands in a page's head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// What the page is called, with the site's name.
    pub title: String,
    /// What is to be read there.
    pub description: String,
    /// Where those who list pages are to look for what it shows.
    pub listed: Listed,
}

/// At which address the page of an address is to be listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listed {
    /// At its own.
    Here,
    /// At another, whose statement its own became.
    At(Route),
    /// At none: what it stood for is not there, or nobody can tell which it is.
    Nowhere,
}

/// The head of the page at `route`.
pub fn head(edition: &Edition, route: &Route) -> Head {
    let archive = &edition.archive;
    let mut listed = Listed::Here;
    let (title, description) = match route {
        Route::Statement { address } => {
            let (said, place) = of_address(edition, address);
            listed = place;
            said
        }
        Route::Embed { address } => {
            let (said, place) = of_address(edition, address);
            let statement = Route::Statement { address: address.clone() };
            listed = if place == Listed::Here { Listed::At(statement) } else { place };
            said
        }
        Route::Speaker { slug } => edition.speaker(slug).map_or_else(Default::default, |(index, speaker)| {
            let said = archive.statements.iter().filter(|one| one.said.speaker == Some(index)).count();
            let role = speaker.roles.first().map(|role| archive.words(*role));
            let parts = [Some(speaker.name.as_str()), role, Some(&messages::count(said))];
            (speaker.name.clone(), parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
        }),
        Route::Article { slug } => edition.article(slug).map_or_else(Default::default, |(index, article)| {
            let count = messages::count(edition.statements_in(index).len());
            let day = article.published.map(|published| messages::day(published.day));
            let parts = [Some(count), article.source.clone(), day];
            (article.title.clone(), parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
        }),
        Route::Role { slug } => {
            edition.choice(Facet::Role, slug).map_or_else(Default::default, |(_, role)| {
                (role.label.to_string(), messages::count(role.total as usize))
            })
        }
        Route::About => (messages::ABOUT.to_owned(), messages::ABOUT_LEAD.to_owned()),
        Route::Explorer | Route::Unknown => (String::new(), messages::ABOUT_LEAD.to_owned()),
    };
    Head { title: messages::title(&title), description: excerpt(&description, DESCRIPTION), listed }
}

/// The title and the description of what an address of a statement leads to, and where that is to be listed.
fn of_address(edition: &Edition, address: &str) -> ((String, String), Listed) {
    let archive = &edition.archive;
    let shown = |index| {
        let statement = edition.statement(index);
        (pages::title(archive, statement), statement_in_full(archive, statement))
    };
    let elsewhere = |index| Listed::At(Route::statement(edition.statement(index)));
    let said = |title: &str, lead: &str| (title.to_owned(), lead.to_owned());
    match resolve(edition, address) {
        Resolution::Same(index) | Resolution::Moved(index) => {
            let listed = elsewhere(index);
            let is_here = listed == Listed::At(Route::Statement { address: address.to_owned() });
            (shown(index), if is_here { Listed::Here } else { listed })
        }
        Resolution::Reworded(index, _) => {
            let now = [messages::REWORDED, ". ", &shown(index).1].concat();
            ((messages::REWORDED.to_owned(), now), elsewhere(index))
        }
        Resolution::Ambiguous(..) => (said(messages::AMBIGUOUS, messages::AMBIGUOUS_LEAD), Listed::Nowhere),
        Resolution::Gone(Some(_), _) => (said(messages::GONE, messages::GONE_LEAD), Listed::Nowhere),
        Resolution::Gone(None, _) => (said(messages::GONE, messages::WITHDRAWN_LEAD), Listed::Nowhere),
        Resolution::Unknown(_) => {
            (said(messages::NO_STATEMENT_HERE, messages::NO_STATEMENT_LEAD), Listed::Nowhere)
        }
    }
}

/// The words of a statement, then who said them, in what role, where and when.
fn statement_in_full(archive: &Archive, statement: &Statement) -> String {
    let article = archive.article(statement);
    let printed = |span: Option<Span>| span.map(|span| span.of(&article.text));
    let speaker = archive.speaker(statement).map_or(messages::SPEAKER_UNKNOWN, |speaker| &speaker.name);
    let said = &statement.said;
    let title = cited_title(article);
    let by = [
        Some(speaker),
        printed(said.role),
        printed(said.medium),
        printed(said.said_on.map(|on| on.words)),
        Some(&title),
        article.source.as_deref(),
    ];
    let by = by.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let words = archive.quotations(statement).collect::<Vec<_>>().join(" … ");
    // Who said it must not be lost to the length of what was said.
    let words = excerpt(&words, DESCRIPTION.saturating_sub(by.chars().count() + 6).max(DESCRIPTION / 3));
    let (opening, closing) = if said.kind == Kind::Indirect { ("", "") } else { ("“", "”") };
    [opening, &words, closing, " — ", &by].concat()
}

/// The beginning of a text, at most so many characters, cut at a word and ended by an ellipsis where it is longer.
pub fn excerpt(text: &str, limit: usize) -> String {
    if text.chars().nth(limit).is_none() {
        return text.to_owned();
    }
    let room = text.char_indices().nth(limit.saturating_sub(2)).map_or(0, |(at, _)| at);
    let cut = text[..room].rfind(char::is_whitespace).unwrap_or(room);
    [text[..cut].trim_end(), " …"].concat()
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn a_long_text_is_cut_at_a_word() {
        assert_eq!(excerpt("We waited nine winters", 22), "We waited nine winters");
        assert_eq!(excerpt("We waited nine winters", 21), "We waited nine …");
        assert_eq!(excerpt("Ünbelievably", 6), "Ünbe …");
        assert_eq!(excerpt("", 0), "");
    }
}
