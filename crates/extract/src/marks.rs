//! Quotation marks: where each quotation begins and ends.
//!
//! Marks come curly, straight, doubled (two apostrophes or backticks), low-high and as guillemets, and are often
//! wrong: never closed, closed with an opening mark, reopened at each paragraph. A quotation never crosses the end
//! of its paragraph; one that is not closed there ends with it, and says so.

use std::ops::Range;

/// The words between a pair of marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quoted {
    /// The words, without their marks.
    pub(crate) inside: Range<usize>,
    /// The words with their marks.
    pub(crate) outside: Range<usize>,
    /// Whether a closing mark was found before the paragraph ended.
    pub(crate) closed: bool,
}

/// Which family a mark belongs to: only the same family closes a quotation in guillemets or single marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Guillemet,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
}

struct Mark {
    at: Range<usize>,
    family: Family,
    side: Side,
}

/// The quotations of one paragraph, given as a range of `text`.
pub(crate) fn quotations(text: &str, paragraph: Range<usize>, found: &mut Vec<Quoted>) {
    let mut open: Option<Mark> = None;
    let close = |open: &Mark, end: usize, outer: usize, closed: bool| Quoted {
        inside: open.at.end..end,
        outside: open.at.start..outer,
        closed,
    };
    for mark in Marks::new(text, paragraph.clone()) {
        match &open {
            None if mark.side != Side::Close => open = Some(mark),
            None => {}
            Some(current) if current.family != mark.family => {}
            Some(current) if mark.side == Side::Open && mark.family == Family::Double => {
                found.push(close(current, mark.at.start, mark.at.start, false));
                open = Some(mark);
            }
            Some(_) if mark.side == Side::Open => {}
            Some(current) => {
                found.push(close(current, mark.at.start, mark.at.end, true));
                open = None;
            }
        }
    }
    if let Some(current) = &open {
        found.push(close(current, paragraph.end, paragraph.end, false));
    }
}

/// The marks of a paragraph in order.
struct Marks<'a> {
    text: &'a str,
    at: usize,
    end: usize,
}

impl<'a> Marks<'a> {
    fn new(text: &'a str, paragraph: Range<usize>) -> Self {
        Marks { text, at: paragraph.start, end: paragraph.end }
    }

    /// The mark that begins at `at`, if one does.
    fn mark_at(&self, at: usize) -> Option<Mark> {
        let rest = &self.text[at..self.end];
        let first = rest.chars().next()?;
        let doubled = |c: char| rest.chars().take_while(|next| *next == c).count().min(3);
        let (family, length) = match first {
            '"' | '“' | '”' | '„' | '‟' => (Family::Double, first.len_utf8()),
            '«' | '»' => (Family::Guillemet, first.len_utf8()),
            '\'' | '`' | '‘' | '’' if doubled(first) >= 2 => {
                (Family::Double, first.len_utf8() * if first == '\'' { doubled(first) } else { 2 })
            }
            _ => return None,
        };
        let side = self.side(first, at, at + length)?;
        Some(Mark { at: at..at + length, family, side })
    }

    /// Which side the mark is, from its shape and its neighbours. None where it is no quotation mark: inches.
    fn side(&self, shape: char, start: usize, end: usize) -> Option<Side> {
        let before = self.text[..start].chars().next_back().filter(|c| *c != '\n');
        let after = self.text[end..].chars().next().filter(|c| *c != '\n');
        let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let opens =
            (space(before) || before.is_some_and(|c| "([{—–-/‘'“”*>:,;|…".contains(c))) && !space(after);
        let closes = !space(before) && (space(after) || after.is_some_and(|c| !c.is_alphanumeric()));
        Some(match shape {
            '“' | '„' | '‟' | '«' | '`' | '‘' => match !opens && closes {
                true => Side::Close,
                false => Side::Open,
            },
            '”' | '»' | '’' => match space(before) && after.is_some_and(char::is_alphanumeric) {
                true => Side::Open,
                false => Side::Close,
            },
            '"' if closes && self.is_inches(before, start) => return None,
            _ => match (opens, closes) {
                (true, false) => Side::Open,
                (false, true) => Side::Close,
                _ => Side::Either,
            },
        })
    }

    /// Whether a straight mark behind a digit measures inches: 6'2", or a number with no quotation open before it.
    fn is_inches(&self, before: Option<char>, start: usize) -> bool {
        if !before.is_some_and(|c| c.is_ascii_digit()) {
            return false;
        }
        let number = self.text[..start].trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        number.ends_with(['\'', '’', '′'])
    }
}

impl Iterator for Marks<'_> {
    type Item = Mark;

    fn next(&mut self) -> Option<Mark> {
        while self.at < self.end {
            let bytes = &self.text.as_bytes()[self.at..self.end];
            // Every mark begins with one of these bytes; the rest of the text is passed over.
            let skip = bytes.iter().position(|byte| matches!(byte, b'"' | b'\'' | b'`' | 0xC2 | 0xE2))?;
            self.at += skip;
            if let Some(mark) = self.mark_at(self.at) {
                self.at = mark.at.end;
                return Some(mark);
            }
            self.at += self.text[self.at..].chars().next().map_or(1, char::len_utf8);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        quotations(text, 0..text.len(), &mut found);
        found.into_iter().map(|quoted| &text[quoted.inside]).collect()
    }

    #[test]
    fn every_style_of_marks_gives_the_same_words() {
        for (open, close) in [
            ("“", "”"),
            ("\"", "\""),
            ("''", "''"),
            ("``", "''"),
            ("„", "“"),
            ("„", "”"),
            ("«", "»"),
            ("‘‘", "’’"),
        ] {
            let text = format!("She said, {open}It’s a start,{close} and {open}then some.{close}");
            assert_eq!(inside(&text), ["It’s a start,", "then some."], "{text}");
        }
    }

    #[test]
    fn a_quotation_that_is_not_closed_ends_with_its_paragraph() {
        assert_eq!(inside("She said: “We begin. And go on."), ["We begin. And go on."]);
        assert_eq!(inside("“One “two”"), ["One ", "two"]);
        assert_eq!(
            inside("“A course correction,” she said. “It is needed.“"),
            ["A course correction,", "It is needed."]
        );
    }

    #[test]
    fn marks_of_another_family_inside_are_left_alone() {
        assert_eq!(inside("« He said “no” to me », she said."), [" He said “no” to me "]);
    }

    #[test]
    fn inches_and_apostrophes_are_no_marks() {
        assert!(inside("He is 6'2\" tall and the dogs' owner's friend.").is_empty());
        assert_eq!(inside("\"I gave 5\" he said."), ["I gave 5"]);
    }
}
