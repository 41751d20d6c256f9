//! Quotation marks: where each quotation begins and ends.
//!
//! Marks come curly, straight, doubled (two apostrophes or backticks), low-high and as guillemets, and are often
//! wrong: never closed, closed with an opening mark, reopened at each paragraph. A quotation never crosses the end
//! of its paragraph; one that is not closed there ends with it, and says so.

mod single;

use std::ops::Range;

pub(crate) use single::quotes_singly;

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

impl Quoted {
    /// Whether the words have no marks: they are a turn in a transcript.
    pub(crate) fn is_turn(&self) -> bool {
        self.inside == self.outside
    }
}

/// Which family a mark belongs to: only the same family closes a quotation in guillemets or single marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Guillemet,
    Single,
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

/// The quotations of one paragraph, given as a range of `text`; `single`: single marks quote too.
pub(crate) fn quotations(text: &str, paragraph: Range<usize>, single: bool, found: &mut Vec<Quoted>) {
    let mut open: Option<Mark> = None;
    let close = |open: &Mark, end: usize, outer: usize, closed: bool| Quoted {
        inside: open.at.end..end,
        outside: open.at.start..outer,
        closed,
    };
    for mark in (Marks { text, at: paragraph.start, end: paragraph.end, single }) {
        match &open {
            None if mark.side != Side::Close => open = Some(mark),
            None => {}
            Some(current) if current.family != mark.family => {}
            Some(current) if mark.side == Side::Open && mark.family != Family::Guillemet => {
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

/// The bytes that every mark begins with one of: the rest of a text is passed over.
const BEGINS: [bool; 256] = {
    let mut begins = [false; 256];
    let marks = [b'"', b'\'', b'`', 0xC2, 0xE2];
    let mut at = 0;
    while at < marks.len() {
        begins[marks[at] as usize] = true;
        at += 1;
    }
    begins
};

/// Where a mark may begin: eight bytes at a time, of which most hold none.
fn first_mark(bytes: &[u8]) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let (eights, _) = bytes.as_chunks::<8>();
    // Nought in a byte borrows from its high bit; so may a byte above it, which is then looked at for nothing.
    let holds = |eight: u64, mark: u8| {
        let other = eight ^ (ONES * u64::from(mark));
        other.wrapping_sub(ONES) & !other & HIGH
    };
    let passed = eights.iter().take_while(|eight| {
        let eight = u64::from_le_bytes(**eight);
        eight & HIGH | holds(eight, b'"') | holds(eight, b'\'') | holds(eight, b'`') == 0
    });
    let passed = 8 * passed.count();
    let at = bytes[passed..].iter().position(|byte| BEGINS[*byte as usize])?;
    Some(passed + at)
}

/// The marks of a paragraph in order.
struct Marks<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    single: bool,
}

impl Marks<'_> {
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
            '\'' | '‘' | '’' if self.single => {
                let side = self.single_side(first, at, at + first.len_utf8())?;
                return Some(Mark { at: at..at + first.len_utf8(), family: Family::Single, side });
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

    /// Which side a single mark is; None where it is an apostrophe.
    fn single_side(&self, shape: char, start: usize, end: usize) -> Option<Side> {
        let before = self.text[..start].chars().next_back();
        let after = self.text[end..].chars().next();
        let space = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "([—–".contains(c));
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if space(before) && word(after) && shape != '’' {
            return Some(Side::Open);
        }
        let closes = !space(before) && !word(after) && shape != '‘';
        // "the dogs’ owner": a plural, where words follow and another mark closes the quotation later.
        let plural =
            before == Some('s') && self.text[end..self.end].starts_with(' ') && self.closes_later(end);
        (closes && !plural).then_some(Side::Close)
    }

    /// Whether a single mark behind a stop or a comma follows before another opens.
    fn closes_later(&self, from: usize) -> bool {
        let rest = &self.text[from..self.end];
        let closes =
            [",’", ".’", "?’", "!’", ",'", ".'", "?'", "!'"].iter().filter_map(|mark| rest.find(mark)).min();
        let opens = [" ‘", " '"].iter().filter_map(|mark| rest.find(mark)).min();
        closes.is_some_and(|closes| opens.is_none_or(|opens| closes < opens))
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
            let skip = first_mark(bytes)?;
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
        quotations(text, 0..text.len(), quotes_singly(text), &mut found);
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
    fn single_marks_quote_where_a_text_has_no_others() {
        assert_eq!(
            inside("‘The dogs’ owner’s gone,’ she said. ‘It’s over.’"),
            ["The dogs’ owner’s gone,", "It’s over."]
        );
        assert_eq!(inside("'No,' she said. 'It's the boys' boat.'"), ["No,", "It's the boys' boat."]);
        assert!(inside("It’s the boys’ boat, and o’clock is o’clock.").is_empty());
    }

    #[test]
    fn single_marks_quote_where_most_stands_in_them() {
        assert_eq!(
            inside("‘He said “no” to me,’ she said. ‘It’s the “old” boat.’"),
            ["He said “no” to me,", "It’s the “old” boat."]
        );
        assert_eq!(inside("‘No,’ she said, and “Why?” and ‘It’s over.’"), ["No,", "Why?", "It’s over."]);
        assert_eq!(inside("“She said, ‘No,’ and ‘Go.’ I went.”"), ["She said, ‘No,’ and ‘Go.’ I went."]);
        assert_eq!(inside("The ‘Old,’ it says. “Yes.” “No.”"), ["Yes.", "No."]);
    }

    #[test]
    fn inches_and_apostrophes_are_no_marks() {
        assert!(inside("He is 6'2\" tall and the dogs' owner's friend.").is_empty());
        assert_eq!(inside("\"I gave 5\" he said."), ["I gave 5"]);
    }
}
