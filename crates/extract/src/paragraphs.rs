//! Text to paragraphs.
//!
//! A blank line always ends a paragraph. A single line end does too, unless the text was wrapped to a width: then
//! every line is as long as it can be, and its end means no more than a space.

use std::ops::Range;

/// Lines longer than this were never wrapped to be read in an editor or a terminal, in characters.
const WIDEST: usize = 200;

/// Marks that a paragraph ends with: in a wrapped text, most lines end with something else.
const SENTENCE_END: [char; 9] = ['.', '!', '?', '"', '”', '’', '\'', '»', ':'];

/// The paragraphs of `text` in order, without the white space around them.
pub(crate) fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let lines: Vec<Range<usize>> = lines(text).collect();
    let wrapped = is_wrapped(text, &lines);
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut joins = false;
    for line in lines {
        let trimmed = trim(text, line);
        match paragraphs.last_mut() {
            _ if trimmed.is_empty() => joins = false,
            Some(last) if joins && wrapped => last.end = trimmed.end,
            _ => {
                paragraphs.push(trimmed);
                joins = true;
            }
        }
    }
    paragraphs
}

fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let range = start..start + line.len();
        start = range.end + 1;
        range
    })
}

fn trim(text: &str, line: Range<usize>) -> Range<usize> {
    let begun = text[line.clone()].trim_start();
    let start = line.end - begun.len();
    start..start + begun.trim_end().len()
}

/// Whether the text was wrapped: most lines end within a sentence, and at no line end within a paragraph would the next word have fitted on the line.
fn is_wrapped(text: &str, lines: &[Range<usize>]) -> bool {
    let length = |line: &Range<usize>| text[line.clone()].trim().chars().count();
    // Nearly every text has one: the others are not measured.
    if lines.iter().any(|line| line.len() > WIDEST && length(line) > WIDEST) {
        return false;
    }
    let width = lines.iter().map(length).max().unwrap_or(0);
    let ends: Vec<_> = lines.windows(2).filter(|pair| length(&pair[0]) > 0 && length(&pair[1]) > 0).collect();
    let in_sentence =
        ends.iter().filter(|pair| !text[pair[0].clone()].trim_end().ends_with(SENTENCE_END)).count();
    if in_sentence * 2 <= ends.len() {
        return false;
    }
    ends.iter().all(|pair| {
        let next = text[pair[1].clone()].split_whitespace().next().unwrap_or_default();
        length(&pair[0]) + 1 + next.chars().count() > width
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<&str> {
        paragraphs(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn lines_are_paragraphs_unless_they_were_wrapped() {
        assert_eq!(
            of("One is short.\nTwo is a longer line.\n\n  Three. \n"),
            ["One is short.", "Two is a longer line.", "Three."]
        );
        assert_eq!(
            of("A text that was\nwrapped to a\nwidth of 15.\n\nTwo."),
            ["A text that was\nwrapped to a\nwidth of 15.", "Two."]
        );
        assert!(of(" \n\n").is_empty());
    }
}
