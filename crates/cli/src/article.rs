//! Reads one article: YAML front matter between two lines of `---`, then the text as printed.

use serde::Deserialize;
use verbatim_archive::{Article, Basis, Photo, Published};
use verbatim_extract::{Day, Span};

use crate::problem::{Problem, utf8};

/// The largest file that is read: ten times the longest novel is no news article, and spans count in 32 bits.
pub const LARGEST: usize = 32 << 20;

/// The front matter as written. An unknown key is an error, so that a misspelt one is not lost in silence.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrontMatter {
    id: String,
    title: String,
    title_basis: Option<TitleBasis>,
    source: Option<String>,
    url: Option<String>,
    author: Option<String>,
    author_kind: Option<AuthorKind>,
    published: Option<String>,
    published_basis: Option<PublishedBasis>,
    language: Option<String>,
    photo: Option<PhotoFields>,
    licence: Option<String>,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum TitleBasis {
    Printed,
    Ours,
}

/// Who a byline names; what says nothing of it is a person, as most are.
#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum AuthorKind {
    Person,
    Body,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum PublishedBasis {
    Printed,
    Inferred,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PhotoFields {
    caption: Option<String>,
    credit: Option<String>,
}

/// Reads an article from the bytes of its file.
///
/// # Errors
/// [`Problem`] when the bytes are not UTF-8 or too many, or the front matter is missing, does not parse, or says
/// something that cannot be.
pub fn read(bytes: &[u8]) -> Result<Article, Problem> {
    fits(bytes.len() as u64)?;
    let text = utf8(bytes)?.replace("\r\n", "\n");
    let (front_matter, body) = split(&text)?;
    let fields: FrontMatter = serde_saphyr::from_str(front_matter).map_err(|error| {
        // The opening line of dashes is not part of what the parser saw.
        let line = error.location().map_or(1, |location| location.line()) + 1;
        Problem::at(line, unparsed(&error.without_snippet().to_string()))
    })?;
    let lines = Lines { front_matter };
    check(&fields, &lines)?;
    article(fields, body, &lines)
}

/// What is wrong with front matter and what to do, of what the parser told.
fn unparsed(told: &str) -> String {
    // It counts its lines otherwise, and speaks of its own settings.
    let told = told.rsplit_once(" at line ").map_or(told, |(told, _)| told);
    let told = told.split_once(", set ").map_or(told, |(told, _)| told);
    let of_fields = ["unknown field", "missing field"].iter().any(|what| told.starts_with(what));
    let advice = match of_fields {
        true => "",
        false => {
            "; write `name: words` on a line of its own, each name once, and words that hold a colon, a quotation mark \
             or a bracket between ' and '"
        }
    };
    format!("the front matter does not parse: {told}{advice}")
}

/// Whether a file of so many bytes is small enough to be read.
///
/// # Errors
/// [`Problem`] when it is not.
pub fn fits(bytes: u64) -> Result<(), Problem> {
    if bytes <= LARGEST as u64 {
        return Ok(());
    }
    let what =
        format!("{} MB is more than the {} MB of the largest article: split it", bytes >> 20, LARGEST >> 20);
    Err(Problem::whole(what))
}

/// Splits a file into front matter and body.
fn split(text: &str) -> Result<(&str, &str), Problem> {
    if text.trim().is_empty() {
        return Err(Problem::whole("the file is empty: give it front matter and text"));
    }
    let missing =
        "no front matter: begin the file with a line of ---, `id:` and `title:`, and another line of ---";
    let rest = text.strip_prefix("---\n").ok_or_else(|| Problem::at(1, missing))?;
    let end = rest
        .match_indices("---")
        .find(|(at, _)| {
            let starts_line = *at == 0 || rest[..*at].ends_with('\n');
            starts_line && rest[at + 3..].chars().next().is_none_or(|next| next == '\n')
        })
        .map(|(at, _)| at)
        .ok_or_else(|| Problem::at(1, "the front matter is never closed: end it with a line of ---"))?;
    Ok((&rest[..end], rest[end + 3..].trim_matches('\n')))
}

/// Finds the line on which a key stands, to name it in a problem.
struct Lines<'a> {
    front_matter: &'a str,
}

impl Lines<'_> {
    fn of(&self, key: &str) -> u64 {
        let starts =
            |line: &str| line.trim_start().strip_prefix(key).is_some_and(|rest| rest.starts_with(':'));
        // Line 1 is the opening line of dashes.
        self.front_matter.lines().position(starts).map_or(1, |index| index as u64 + 2)
    }

    fn problem(&self, key: &str, what: impl Into<String>) -> Problem {
        Problem::at(self.of(key), what)
    }
}

/// Whether an id can be part of an address and of a file's name.
pub fn is_plain(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    !id.is_empty() && id.chars().all(plain)
}

fn check(fields: &FrontMatter, lines: &Lines<'_>) -> Result<(), Problem> {
    if !is_plain(&fields.id) {
        return Err(lines.problem("id", "an id is made of letters, digits, hyphens, underscores and dots"));
    }
    if fields.title.trim().is_empty() {
        return Err(lines.problem(
            "title",
            "the title is empty: give the headline, or a plain one with `title_basis: ours`",
        ));
    }
    let web = |url: &String| ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    if !fields.url.as_ref().is_none_or(web) {
        return Err(lines.problem("url", "an address begins with https:// or http://"));
    }
    Ok(())
}

fn article(fields: FrontMatter, body: &str, lines: &Lines<'_>) -> Result<Article, Problem> {
    if body.trim().is_empty() {
        return Err(Problem::whole("there is no text below the front matter: put the article there"));
    }
    let basis = match fields.published_basis {
        Some(PublishedBasis::Inferred) => Basis::Inferred,
        _ => Basis::Printed,
    };
    let published = match &fields.published {
        Some(written) => {
            let written = written.trim();
            let known = |(at, _)| day(&written[..at]).filter(|_| minute(written).is_some());
            let day =
                written.char_indices().nth(10).map_or_else(|| day(written), known).ok_or_else(|| {
                    let how = "write it as 2025-12-01, or with its time as 2025-12-01T14:30";
                    lines.problem("published", format!("“{written}” is not a day: {how}"))
                })?;
            Some(Published { day, basis })
        }
        None => None,
    };
    let minute = fields.published.as_deref().and_then(minute);
    let photo = fields.photo.map(|photo| self::photo(photo, body, lines)).transpose()?;
    Ok(Article {
        id: fields.id,
        slug: String::new(),
        title: fields.title.trim().to_owned(),
        title_is_ours: fields.title_basis == Some(TitleBasis::Ours),
        source: fields.source,
        url: fields.url,
        author_is_body: fields.author_kind == Some(AuthorKind::Body),
        author: fields.author,
        published,
        minute,
        language: fields.language,
        photo,
        licence: fields.licence,
        text: body.to_owned(),
    })
}

fn photo(fields: PhotoFields, body: &str, lines: &Lines<'_>) -> Result<Photo, Problem> {
    let caption = match fields.caption {
        Some(caption) => {
            let caption = caption.trim();
            let start = body.find(caption).filter(|_| !caption.is_empty()).ok_or_else(|| {
                lines.problem(
                    "caption",
                    "the caption does not stand in the text: give it exactly as printed there",
                )
            })?;
            Some(line_around(body, start))
        }
        None => None,
    };
    Ok(Photo { caption, credit: fields.credit })
}

/// The whole printed line around a caption: counters ("1 of 2 |") and credits belong to it.
fn line_around(body: &str, at: usize) -> Span {
    let start = body[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = body[at..].find('\n').map_or(body.len(), |newline| at + newline);
    Span::from(start..end)
}

/// The minute of the day in a time that stands behind a day: of 2025-12-01T14:30, or with seconds and a zone behind it.
/// It is the one that is written, in whatever zone.
pub fn minute(written: &str) -> Option<u16> {
    let (_, time) = written.trim().split_once(['T', ' '])?;
    let time: jiff::civil::Time = time.get(..5)?.parse().ok()?;
    Some(time.hour() as u16 * 60 + time.minute() as u16)
}

/// A day written as 2025-12-01.
pub fn day(written: &str) -> Option<Day> {
    let date: jiff::civil::Date = written.trim().parse().ok()?;
    Some(Day { year: date.year(), month: date.month() as u8, day: date.day() as u8 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> (Option<u64>, String) {
        let problem = read(text.as_bytes()).expect_err("this article is bad");
        (problem.line, problem.what)
    }

    #[test]
    fn a_whole_article_is_read() {
        let text = "---\nid: a-1\ntitle: \"A: title\"\npublished: 2025-12-01\npublished_basis: inferred\n\
                    url: https://example.org/a\nphoto:\n  caption: Ana waves.\n  credit: B. Oro\n---\n\n\
                    1 of 2 | Ana waves. Photo by B. Oro\nShe spoke.\n";
        let article = read(text.as_bytes()).expect("this article is good");
        assert_eq!((article.id.as_str(), article.title.as_str()), ("a-1", "A: title"));
        assert_eq!(article.text, "1 of 2 | Ana waves. Photo by B. Oro\nShe spoke.");
        let published = article.published.expect("it has a day");
        assert_eq!(
            (published.day, published.basis),
            (Day { year: 2025, month: 12, day: 1 }, Basis::Inferred)
        );
        let caption = article.photo.and_then(|photo| photo.caption).expect("it has a caption");
        assert_eq!(caption.of(&article.text), "1 of 2 | Ana waves. Photo by B. Oro");
        assert_eq!((article.source, article.author, article.licence), (None, None, None));
    }

    #[test]
    fn line_ends_and_a_byte_order_mark_make_no_difference() {
        let unix = read(b"---\nid: a\ntitle: t\n---\nOne.\nTwo.\n");
        assert_eq!(read(b"\xef\xbb\xbf---\r\nid: a\r\ntitle: t\r\n---\r\nOne.\r\nTwo.\r\n"), unix);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        assert_eq!(problem(" \n").0, None);
        assert_eq!(problem("Just text.").0, Some(1));
        assert_eq!(problem("---\nid: a\n").1, "the front matter is never closed: end it with a line of ---");
        let (line, what) = problem("---\nid: a\ntitle: [never closed\n---\nText.");
        assert!(line.is_some_and(|line| line >= 3) && what.contains("does not parse"), "{line:?} {what}");
        let (line, what) = problem("---\nid: a\ntitle: t\nsuorce: x\n---\nText.");
        assert!(line == Some(4) && what.contains("suorce"), "{line:?} {what}");
        assert_eq!(problem("---\nid: a b\ntitle: t\n---\nText.").0, Some(2));
        assert_eq!(problem("---\nid: a\ntitle: t\nurl: javascript:alert(1)\n---\nText.").0, Some(4));
        assert_eq!(problem("---\nid: a\ntitle: t\npublished: 2025-13-01\n---\nText.").0, Some(4));
        assert_eq!(problem("---\nid: a\ntitle: t\nphoto:\n  caption: no\n---\nText.").0, Some(5));
        assert!(problem("---\nid: a\ntitle: t\n---\n\n").1.contains("no text"));
        assert!(problem("---\ntitle: t\n---\nText.").1.contains("id"));
        let (line, what) = problem("---\nid: a\ntitle: t\ntitle: u\n---\nText.");
        let says =
            what.contains("key: title; write") && !what.contains("line 3") && !what.contains("Options");
        assert!(line == Some(4) && says, "{line:?} {what}");
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_named_by_line() {
        let error = read(b"---\nid: a\ntitle: \xff\n---\n").expect_err("these bytes are not text");
        assert_eq!(error.line, Some(3));
    }

    #[test]
    fn too_large_a_file_is_refused_before_it_is_read() {
        let error = read(&vec![b' '; LARGEST + 1]).expect_err("this file is too large");
        assert!(error.what.contains("split it"));
    }
}
