//! Transcripts without quotation marks: `ANN DOE: words`, `Doe: words`, `Q: words`, `A. words`.

use std::ops::Range;

/// A label is no longer than this, in bytes: a name and perhaps a title.
const LONGEST: usize = 48;

/// A label in small letters is a name of at most so many words, a title among them.
const WORDS: usize = 4;

/// What a paragraph of a transcript begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Label {
    /// Its words, without the colon behind them.
    words: Range<usize>,
    /// Whether it is in capitals: any such line may be somebody's turn.
    capitals: bool,
}

/// The words behind the label of each paragraph that is somebody's turn in a transcript, by paragraph.
///
/// A text is one where two labels stand in paragraphs next to each other, or a question and its answer; labels in small
/// letters begin lists too, and make a transcript only where one comes back behind another. What is asked is nobody's
/// statement.
pub(crate) fn turns(text: &str, paragraphs: &[Range<usize>]) -> Vec<Option<Range<usize>>> {
    let labels: Vec<Option<Label>> =
        paragraphs.iter().map(|paragraph| label(text, paragraph.clone())).collect();
    let large = is_dialogue(text, &labels);
    let small = labels.iter().flatten().any(|label| !label.capitals) && takes_turns(text, &labels);
    let turn = |(label, paragraph): (&Option<Label>, &Range<usize>)| {
        let Label { words, .. } =
            label.clone().filter(|label| if label.capitals { large || small } else { small })?;
        let start = paragraph.end - text[words.end + 1..paragraph.end].trim_start().len();
        (&text[words] != "Q").then_some(start..paragraph.end)
    };
    labels.iter().zip(paragraphs).map(turn).collect()
}

/// Whether two labels in capitals stand next to each other.
fn is_dialogue(text: &str, labels: &[Option<Label>]) -> bool {
    labels.windows(2).any(|pair| match (&pair[0], &pair[1]) {
        (Some(first), Some(second)) => {
            first.capitals && second.capitals && text[first.words.clone()] != text[second.words.clone()]
        }
        _ => false,
    })
}

/// Whether a label comes back behind another, each in the paragraph next to the last: "Doe: ... Roe: ... Doe: ...".
fn takes_turns(text: &str, labels: &[Option<Label>]) -> bool {
    let word = |label: &Option<Label>| label.as_ref().map(|label| &text[label.words.clone()]);
    labels.windows(3).any(|turns| match (word(&turns[0]), word(&turns[1]), word(&turns[2])) {
        (Some(first), Some(second), Some(third)) => first != second && first == third,
        _ => false,
    })
}

/// The label that a paragraph begins with: a name alone, and words without marks behind its colon. "Q." and "A." may
/// have a period.
fn label(text: &str, paragraph: Range<usize>) -> Option<Label> {
    let words = &text[paragraph.clone()];
    let start = &words.as_bytes()[..words.len().min(LONGEST)];
    let asked = matches!(start, [b'Q' | b'A', b'.' | b':', ..]);
    let end = if asked { 1 } else { start.iter().position(|byte| *byte == b':')? };
    let (label, rest) = (&words[..end], words[end + 1..].trim_start());
    let capitals = label.chars().all(|c| c.is_uppercase() || " .'’-".contains(c))
        && label.chars().filter(|c| c.is_uppercase()).count() > 2;
    let unmarked = rest.starts_with(char::is_alphabetic) && words[end + 1..].starts_with(char::is_whitespace);
    // "Party: Independent" is an entry of a list.
    let is = asked || capitals || is_name(label) && words.ends_with(['.', '?', '!', '…', '—']);
    (is && unmarked)
        .then(|| Label { words: paragraph.start..paragraph.start + end, capitals: asked || capitals })
}

/// Whether every word of a label has a capital: "Doe", "Ann Doe", "Mayor Doe".
fn is_name(label: &str) -> bool {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|c| c.is_alphabetic() || ".'’-".contains(c))
    };
    let mut words = label.split(' ');
    label.len() > 1 && words.clone().count() <= WORDS && words.all(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paragraphs::paragraphs;

    fn of(text: &str) -> Vec<&str> {
        turns(text, &paragraphs(text)).into_iter().flatten().map(|range| &text[range]).collect()
    }

    #[test]
    fn labels_that_stand_next_to_each_other_make_a_transcript() {
        assert_eq!(of("ANN DOE: We go.\n\nJO ROE: We stay.\n\nThey left."), ["We go.", "We stay."]);
        assert_eq!(of("Q: Why?\n\nA: Because."), ["Because."]);
        assert_eq!(of("Q. Why?\n\nA. Because."), ["Because."]);
    }

    #[test]
    fn a_name_in_small_letters_that_comes_back_makes_a_transcript() {
        let turns = "Doe: We go.\n\nMayor Roe: We stay.\n\nDoe: We go.";
        assert_eq!(of(turns), ["We go.", "We stay.", "We go."]);
        assert_eq!(of("Q: Why?\n\nDoe: Because.\n\nQ: Since?\n\nDoe: May."), ["Because.", "May."]);
        assert!(of("Age: Old\n\nHeight: Tall\n\nAge: Young\n\nHeight: Short").is_empty());
        assert!(of("Pros: It is cheap.\n\nCons: It is slow.\n\nVerdict: Buy.").is_empty());
        assert!(of("What it costs: We paid.\n\nRoe: No.\n\nWhat it costs: We paid.").is_empty());
    }

    #[test]
    fn one_label_makes_none() {
        assert!(of("UPDATE: The road is open.\n\nIt was closed.").is_empty());
        assert!(of("ANN DOE: “We go.”\n\nJO ROE: “We stay.”").is_empty());
        assert!(of("At 5:30 we go.\n\nAt 6:30 we stay.").is_empty());
    }
}
