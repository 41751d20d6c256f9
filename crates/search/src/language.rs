//! What can be typed beside words: phrases, words to leave out, and fields.

use std::fmt;

use crate::query::{MAX_WORDS, beginning};

/// A query as it was understood. Anything typed is one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// What was typed, part by part.
    pub parts: Vec<Part>,
    /// Whether more was typed than is read.
    pub cut: bool,
}

/// A part of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A word to look for, as typed.
    Word(String),
    /// Words to look for next to each other, in this order and spelling: what stood in quotation marks.
    Phrase(String),
    /// A word or, in quotation marks, a phrase that must not be there: what followed a minus sign.
    Without(String),
    /// A value for something that the reader of the query knows: `speaker:Kallas`, `on:"social media"`.
    Field {
        /// Its name: one of those given to [`Query::parse`].
        name: String,
        /// What it should be.
        value: String,
    },
}

/// Quotation marks as keyboards and readers' clipboards write them. Any ends what any began.
const MARKS: [char; 6] = ['"', '“', '”', '„', '«', '»'];

impl Query {
    /// Reads what was typed, up to [`MAX_BYTES`](crate::MAX_BYTES) and, beside its words, [`MAX_WORDS`] parts. `fields` are the names
    /// that may stand before a colon; others are words.
    ///
    /// ```
    /// use verbatim_search::{Part, Query};
    ///
    /// let query = Query::parse(r#"peace "just and durable" -war speaker:"Kaja Kallas" re:union"#, &["speaker"]);
    /// assert_eq!(query.parts[1], Part::Phrase("just and durable".into()));
    /// assert_eq!(query.parts[3], Part::Field { name: "speaker".into(), value: "Kaja Kallas".into() });
    /// assert_eq!(query.to_string(), r#"peace "just and durable" -war speaker:"Kaja Kallas" re:union"#);
    /// ```
    pub fn parse(text: &str, fields: &[&str]) -> Query {
        let start = beginning(text);
        let mut rest = start.trim_start();
        let mut query = Query { parts: Vec::new(), cut: start.len() < text.len() };
        let mut room = MAX_WORDS;
        while !rest.is_empty() {
            let part = part(&mut rest, fields);
            let is_word = matches!(part, None | Some(Part::Word(_)));
            if is_word || room > 0 {
                query.parts.extend(part);
                room -= usize::from(!is_word);
            } else {
                query.cut = true;
            }
            rest = rest.trim_start();
        }
        query
    }

    /// The words to look for, those of phrases too.
    pub fn words(&self) -> String {
        let words = self.parts.iter().filter_map(|part| match part {
            Part::Word(words) | Part::Phrase(words) => Some(words.as_str()),
            Part::Without(_) | Part::Field { .. } => None,
        });
        words.collect::<Vec<_>>().join(" ")
    }
}

/// Takes one part off the front of `rest`, which begins with no space; none where it says nothing.
fn part(rest: &mut &str, fields: &[&str]) -> Option<Part> {
    if let Some(phrase) = quoted(rest) {
        return says_something(phrase).then(|| Part::Phrase(phrase.into()));
    }
    if let Some(after) = rest.strip_prefix('-')
        && let Some(unwanted) = value(rest, after)
    {
        return says_something(unwanted).then(|| Part::Without(unwanted.into()));
    }
    for name in fields {
        if let Some(value) = field(rest, name).and_then(|after| value(rest, after)) {
            return (!value.is_empty()).then(|| Part::Field { name: (*name).into(), value: value.into() });
        }
    }
    Some(Part::Word(bare(rest).into()))
}

/// What follows `name` and a colon.
fn field<'a>(rest: &'a str, name: &str) -> Option<&'a str> {
    let (start, after) = rest.split_at_checked(name.len())?;
    start.eq_ignore_ascii_case(name).then(|| after.strip_prefix(':'))?
}

/// Takes off everything up to the end of the value that `after` begins with, if there is one.
fn value<'a>(rest: &mut &'a str, mut after: &'a str) -> Option<&'a str> {
    let value = quoted(&mut after).or_else(|| Some(bare(&mut after)).filter(|value| !value.is_empty()))?;
    *rest = after;
    Some(value)
}

/// Takes off what stands between quotation marks, or after one that none ends.
fn quoted<'a>(rest: &mut &'a str) -> Option<&'a str> {
    let inside = rest.strip_prefix(MARKS)?;
    let (text, after) = inside.split_once(MARKS).unwrap_or((inside, ""));
    *rest = after;
    Some(text.trim())
}

/// Takes off what stands before the next space.
fn bare<'a>(rest: &mut &'a str) -> &'a str {
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let (text, after) = rest.split_at(end);
    *rest = after;
    text
}

/// Whether there is a word in it.
fn says_something(text: &str) -> bool {
    verbatim_words::words(text).next().is_some()
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, part) in self.parts.iter().enumerate() {
            let space = if place > 0 { " " } else { "" };
            match part {
                Part::Word(word) => write!(f, "{space}{word}"),
                Part::Phrase(phrase) => write!(f, "{space}\"{phrase}\""),
                Part::Without(unwanted) => write!(f, "{space}-{}", Value(unwanted)),
                Part::Field { name, value } => write!(f, "{space}{name}:{}", Value(value)),
            }?;
        }
        Ok(())
    }
}

/// In quotation marks only where there is a space in it: what holds a mark itself can hold none.
struct Value<'a>(&'a str);

impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.contains(char::is_whitespace) { write!(f, "\"{}\"", self.0) } else { f.write_str(self.0) }
    }
}
