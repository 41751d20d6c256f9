//! Where a passage stands in its text: its paragraphs, and the sentence around it.

use verbatim_extract::Span;

/// How many characters of a sentence are shown to either side of a quoted fragment.
const SENTENCE: usize = 140;

/// The paragraphs of a text: its lines that are not blank.
pub fn paragraphs(text: &str) -> impl Iterator<Item = Span> + '_ {
    text.split_inclusive('\n')
        .scan(0, |at, line| {
            let start = *at;
            *at += line.len();
            let lead = line.len() - line.trim_start().len();
            Some(Span::from(start + lead..start + line.trim_end().len().max(lead)))
        })
        .filter(|span| span.start < span.end)
}

/// The paragraphs that `span` touches.
pub fn around(text: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    paragraphs(text).filter(move |paragraph| touches(*paragraph, span))
}

/// Whether two spans share a character.
pub fn touches(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}

/// What a sentence says around a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Around<'a> {
    /// What stands before it.
    pub before: &'a str,
    /// Whether the beginning is cut off.
    pub begins_late: bool,
    /// What stands after it.
    pub after: &'a str,
    /// Whether the end is cut off.
    pub ends_early: bool,
}

/// What the sentence says before and after `span`, marks of quotation included, cut at a word when it is long.
pub fn sentence_around(text: &str, span: Span) -> Around<'_> {
    let paragraph = around(text, span).next().unwrap_or(span);
    let before = &text[paragraph.start as usize..span.start as usize];
    let after = &text[span.end as usize..(paragraph.end as usize).max(span.end as usize)];
    let before = &before[last_sentence_start(before)..];
    let after = &after[..first_sentence_end(after)];
    let (shown_before, shown_after) = (cut_before(before), cut_after(after));
    Around {
        before: shown_before,
        begins_late: shown_before.len() < before.len(),
        after: shown_after,
        ends_early: shown_after.len() < after.len(),
    }
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

/// Where the last sentence of `text` begins: behind the last stop that white space and a capital follow.
fn last_sentence_start(text: &str) -> usize {
    let mut starts = text.char_indices().rev().filter(|(at, c)| {
        let ahead = text[..*at].trim_end_matches(|c: char| is_closing(c) || c.is_whitespace());
        let gap = text[..*at].ends_with(char::is_whitespace);
        gap && !c.is_whitespace() && !is_small(*c) && ahead.ends_with(ends_sentence)
    });
    starts.next().map_or(0, |(at, _)| at)
}

/// Whether `c` is a small letter of English, Western European, Greek or Russian. The standard library knows those of all
/// languages by a table that weighs a kilobyte in the page; without it, an abbreviation before another small letter ends
/// what is shown of a sentence.
fn is_small(c: char) -> bool {
    matches!(c, 'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'ά'..='ώ' | 'а'..='џ')
}

/// Where the first sentence of `text` ends: behind the first stop, and the marks that close with it.
fn first_sentence_end(text: &str) -> usize {
    let Some(stop) = text.find(ends_sentence) else {
        return text.len();
    };
    let rest = &text[stop..];
    let tail = rest.trim_start_matches(|c| ends_sentence(c) || is_closing(c));
    text.len() - tail.len()
}

fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '"' | '\'' | '»' | ')' | ']')
}

fn cut_before(text: &str) -> &str {
    let Some((at, _)) = text.char_indices().rev().nth(SENTENCE) else {
        return text;
    };
    text[at..].split_once(' ').map_or("", |(_, rest)| rest)
}

fn cut_after(text: &str) -> &str {
    let Some((at, _)) = text.char_indices().nth(SENTENCE) else {
        return text;
    };
    text[..at].rsplit_once(' ').map_or("", |(rest, _)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str, words: &str) -> Span {
        let start = text.find(words).expect("the words stand in the text");
        Span::from(start..start + words.len())
    }

    #[test]
    fn paragraphs_are_the_lines_that_are_not_blank() {
        let text = "One.\n\n  Two. \r\n\nThree.";
        let found: Vec<_> = paragraphs(text).map(|span| span.of(text)).collect();
        assert_eq!(found, ["One.", "Two.", "Three."]);
        assert_eq!(paragraphs("\n \n").count(), 0);
    }

    #[test]
    fn a_fragment_is_shown_in_its_sentence() {
        let text = "It rained. The mayor called it “a start,” and left. It rained on.";
        let around = sentence_around(text, find(text, "a start,"));
        assert_eq!((around.before, around.after), ("The mayor called it “", "” and left."));
        assert!(!around.begins_late && !around.ends_early);
    }

    #[test]
    fn a_quotation_that_ends_its_paragraph_has_its_closing_mark_after_it() {
        let text = "Before.\nThe talks were “hard but useful.”\nAfter.";
        let around = sentence_around(text, find(text, "hard but useful."));
        assert_eq!((around.before, around.after), ("The talks were “", "”"));
    }

    #[test]
    fn a_long_sentence_is_cut_at_a_word() {
        let text = format!("{}“yes” {}", "word ".repeat(60), "word ".repeat(60));
        let around = sentence_around(&text, find(&text, "yes"));
        assert!(around.before.len() <= SENTENCE && around.before.starts_with("word "));
        assert!(around.after.len() <= SENTENCE && around.after.ends_with(" word"));
        assert!(around.begins_late && around.ends_early);
    }
}
