//! What was found to an article, whatever its form.

use serde::Deserialize;
use verbatim_archive::{Article, Basis, Published};

use super::{
    form::Form,
    html,
    inputs::{Raw, Source},
};
use crate::{
    article,
    problem::{Problem, utf8},
};

/// A line of JSON Lines. Keys that mean nothing here are passed over: the data is somebody else's.
#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    title: Option<String>,
    url: Option<String>,
    published: Option<String>,
    source: Option<String>,
    author: Option<String>,
    language: Option<String>,
}

/// Reads an article.
///
/// # Errors
/// [`Problem`] when it is not what its form says it should be.
pub fn read(source: &Source, raw: &Raw) -> Result<Article, Problem> {
    match raw.form {
        Form::Markdown => article::read(&raw.bytes).map_err(|problem| match problem.line {
            Some(1) => Problem::at(1, format!("{problem}; or read it with --read-as text")),
            _ => problem,
        }),
        Form::Text => text(source, utf8(&raw.bytes)?),
        Form::Html => html::read(source, &raw.bytes),
        Form::Lines => line(&raw.bytes),
    }
}

fn text(source: &Source, text: &str) -> Result<Article, Problem> {
    if text.trim().is_empty() {
        return Err(Problem::whole("the file is empty: give it text"));
    }
    Ok(bare(source.stem(), text.to_owned()))
}

fn line(bytes: &[u8]) -> Result<Article, Problem> {
    let line: Line = serde_json::from_str(utf8(bytes)?).map_err(|error| {
        Problem::whole(format!("this is no article: {error}; give a line {{\"id\": \"…\", \"text\": \"…\"}}"))
    })?;
    let published = line.published.as_deref().filter(|written| !written.trim().is_empty());
    let published = published.map(|written| {
        published_on(written).ok_or_else(|| {
            Problem::whole(format!("`published`: “{written}” is not a day: write it as 2025-12-01"))
        })
    });
    Ok(Article {
        title_is_ours: line.title.is_none(),
        title: line.title.unwrap_or_else(|| line.id.clone()),
        url: line.url,
        published: published.transpose()?,
        minute: line.published.as_deref().and_then(article::minute),
        source: line.source,
        author: line.author,
        language: line.language,
        ..bare(&line.id, line.text)
    })
}

/// An article of which only the text is known.
pub fn bare(id: &str, text: String) -> Article {
    Article {
        id: id.to_owned(),
        slug: String::new(),
        title: id.to_owned(),
        title_is_ours: true,
        source: None,
        url: None,
        author: None,
        author_is_body: false,
        published: None,
        minute: None,
        language: None,
        photo: None,
        licence: None,
        text,
    }
}

/// The day of a date and time in any of the usual spellings: the day that is written, in whatever time zone.
pub fn published_on(written: &str) -> Option<Published> {
    let written = written.trim();
    let day =
        written.get(..10).filter(|_| written.as_bytes().get(10).is_none_or(|&c| c == b'T' || c == b' '));
    let mail = || {
        let zoned = jiff::fmt::rfc2822::DateTimeParser::new().parse_zoned(written).ok()?;
        article::day(&zoned.date().to_string())
    };
    let day = day.and_then(article::day).or_else(mail)?;
    Some(Published { day, basis: Basis::Printed })
}

#[cfg(test)]
mod tests {
    use verbatim_extract::Day;

    use super::*;

    #[test]
    fn days_are_read_from_dates_and_times() {
        let day = |written| published_on(written).map(|published| published.day);
        let first = Some(Day { year: 2025, month: 12, day: 1 });
        for written in
            ["2025-12-01", "2025-12-01T23:30:00-05:00", "2025-12-01 08:00", "Mon, 1 Dec 2025 08:00:00 +0000"]
        {
            assert_eq!(day(written), first, "{written}");
        }
        assert_eq!(day("yesterday"), None);
        assert_eq!(day("2025-12-01st"), None);
    }

    #[test]
    fn a_line_needs_an_id_and_a_text_and_nothing_else() {
        let article = line(br#"{"id": "a", "text": "Hm.", "words": 1}"#).expect("this is an article");
        assert_eq!((article.title.as_str(), article.title_is_ours), ("a", true));
        assert!(line(br#"{"id": "a"}"#).expect_err("it has no text").what.contains("`text`"));
        let wrong = line(br#"{"id": "a", "text": "", "published": "soon"}"#).expect_err("soon is no day");
        assert!(wrong.what.contains("2025-12-01"));
    }
}
