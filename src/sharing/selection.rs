//! Some words of a statement: by their numbers in its address (`?w=4-9`), and where they stand.
//!
//! Words are those of `verbatim_words`, counted from 1 through all quotations of a statement, whatever stands between
//! them. A statement whose words are the same has the same numbers, wherever it moves and however it is cut.

mod beside;
mod edited;

use std::ops::Range;

use verbatim_archive::{Archive, Statement};
use verbatim_extract::Span;
use verbatim_words::words;

pub use beside::{Beside, Sense, Side, beside, sides};
pub use edited::{carried, in_edits, words_then};

use crate::route::{DASHES, Route, TRAILING};

/// Words that follow each other, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// The first of them; 1 is the first word of the statement.
    pub first: u32,
    /// The last of them.
    pub last: u32,
}

/// Why an address picks out no words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It does not give two numbers.
    NoNumbers,
    /// The last word stands before the first.
    Reversed,
    /// The statement has only so many words.
    Beyond(u32),
}

impl Selection {
    /// The words that an address asks for, of a statement of `count` words: "4-9", or "4" for one.
    ///
    /// # Errors
    /// [`Unfit`] when that is no selection of this statement.
    pub fn read(asked: &str, count: u32) -> Result<Selection, Unfit> {
        let asked = asked.trim_end_matches(TRAILING);
        let (first, last) = asked.split_once(DASHES).unwrap_or((asked, asked));
        let (Some(first), Some(last)) = (number(first), number(last)) else {
            return Err(Unfit::NoNumbers);
        };
        match () {
            () if last < first => Err(Unfit::Reversed),
            () if first == 0 || last > count => Err(Unfit::Beyond(count)),
            () => Ok(Selection { first, last }),
        }
    }

    /// As an address has it.
    pub fn written(self) -> String {
        let Selection { first, last } = self;
        if first == last { first.to_string() } else { format!("{first}-{last}") }
    }

    /// The words that a run of `text` touches; none where it touches no word, or all of them: the whole needs no
    /// numbers.
    pub fn touched(text: &str, run: Range<usize>) -> Option<Selection> {
        let spans: Vec<Range<usize>> = words(text).map(|word| word.span).collect();
        let touched = |span: &Range<usize>| span.start < run.end && run.start < span.end;
        let first = spans.iter().position(touched)?;
        let last = spans.iter().rposition(touched)?;
        (last - first + 1 < spans.len())
            .then_some(Selection { first: first as u32 + 1, last: last as u32 + 1 })
    }

    fn holds(self, number: u32) -> bool {
        (self.first..=self.last).contains(&number)
    }
}

/// A number as addresses write it. One that is too large for any statement is as good as the largest.
fn number(text: &str) -> Option<u32> {
    let text = text.trim();
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().unwrap_or(u32::MAX))
}

/// The address of a statement, or of some words of it, relative to the page's `<base>`. Hosts that lead on to a folder's
/// slash may forget what is asked of it on the way: with a question, the slash is there.
pub fn href(statement: &Statement, selection: Option<Selection>) -> String {
    let href = Route::statement(statement).href();
    match selection {
        Some(selection) => [&href, "/?w=", &selection.written()].concat(),
        None => href,
    }
}

/// Every word of a statement, in order: where it stands in the article's text. The outer list is of its quotations.
pub fn numbered(archive: &Archive, statement: &Statement) -> Vec<Vec<Span>> {
    let article = &archive.article(statement).text;
    let quotations = statement.said.quotations.iter().map(|quotation| quotation.span);
    quotations
        .map(|span| {
            let start = span.start as usize;
            let moved =
                |word: verbatim_words::Word| Span::from(start + word.span.start..start + word.span.end);
            words(span.of(article)).map(moved).collect()
        })
        .collect()
}

/// How many words a statement has.
pub fn count(archive: &Archive, statement: &Statement) -> u32 {
    numbered(archive, statement).iter().map(|words| words.len() as u32).sum()
}

/// Where selected words stand in the article's text: one span for each quotation that has some of them.
pub fn spans(archive: &Archive, statement: &Statement, selection: Selection) -> Vec<Span> {
    let mut before = 0;
    let mut spans = Vec::new();
    for quotation in numbered(archive, statement) {
        let held: Vec<&Span> = (before + 1..)
            .zip(&quotation)
            .filter(|(number, _)| selection.holds(*number))
            .map(|(_, span)| span)
            .collect();
        if let (Some(first), Some(last)) = (held.first(), held.last()) {
            spans.push(Span { start: first.start, end: last.end });
        }
        before += quotation.len() as u32;
    }
    spans
}

/// Selected words as they are read, with dots where the article cuts them.
pub fn read_out(archive: &Archive, statement: &Statement, selection: Selection) -> String {
    let text = &archive.article(statement).text;
    let spans = spans(archive, statement, selection);
    spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … ")
}

/// The words of a text that an address asks for, as those of a statement that is not there any more.
///
/// # Errors
/// [`Unfit`] when that is no selection of this text.
pub fn of_text<'a>(text: &'a str, asked: &str) -> Result<&'a str, Unfit> {
    let spans: Vec<Range<usize>> = words(text).map(|word| word.span).collect();
    let Selection { first, last } = Selection::read(asked, spans.len() as u32)?;
    Ok(&text[spans[first as usize - 1].start..spans[last as usize - 1].end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_gives_two_numbers_or_one() {
        let of = |asked: &str| Selection::read(asked, 9);
        assert_eq!(of("4-9"), Ok(Selection { first: 4, last: 9 }));
        assert_eq!(of("4"), Ok(Selection { first: 4, last: 4 }));
        for asked in [" 4–6 ", "4—6", "4-6.", "4-6)", "4-6’"] {
            assert_eq!(of(asked), Ok(Selection { first: 4, last: 6 }), "{asked}");
        }
        for selection in [Selection { first: 2, last: 2 }, Selection { first: 1, last: 9 }] {
            assert_eq!(of(&selection.written()), Ok(selection));
        }
    }

    #[test]
    fn what_selects_nothing_is_told_apart() {
        for asked in ["", "-", "a-b", "4-", "-4", "4-9-12", "4.5", "+4", "٤-٩", "4-9x"] {
            assert_eq!(Selection::read(asked, 20), Err(Unfit::NoNumbers), "{asked}");
        }
        assert_eq!(Selection::read("9-4", 20), Err(Unfit::Reversed));
        for asked in ["0-4", "4-21", "0", "99999999999999999999"] {
            assert_eq!(Selection::read(asked, 20), Err(Unfit::Beyond(20)), "{asked}");
        }
    }

    #[test]
    fn a_run_of_text_is_widened_to_whole_words() {
        let text = "We have achieved  progress.";
        let touched = |run| Selection::touched(text, run).map(Selection::written);
        assert_eq!(touched(10..20), Some("3-4".into()), "ieved  pr");
        assert_eq!(touched(2..7), Some("2".into()), "a space before it, and the word");
        assert_eq!(touched(16..18), None, "spaces");
        assert_eq!(touched(0..27), None, "all of it");
        assert_eq!(touched(30..40), None, "nothing of it");
    }

    #[test]
    fn words_of_what_is_gone_are_read_by_their_numbers() {
        let text = "It rained, for nine hours.";
        assert_eq!(of_text(text, "2-4"), Ok("rained, for nine"));
        assert_eq!(of_text(text, "5"), Ok("hours"));
        assert_eq!(of_text(text, "2-6"), Err(Unfit::Beyond(5)));
        assert_eq!(of_text("", "1"), Err(Unfit::Beyond(0)));
    }
}
