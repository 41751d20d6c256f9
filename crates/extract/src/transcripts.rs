//! Transcripts without quotation marks: `ANN DOE: words`, `Q: words`, `A: words`.

use std::ops::Range;

/// A label is no longer than this, in bytes: a name and perhaps a title.
const LONGEST: usize = 48;

/// The words behind the label of each paragraph that is somebody's turn in a transcript, by paragraph.
///
/// A text is one where two labels stand in paragraphs next to each other, or a question and its answer. What is asked
/// is nobody's statement.
pub(crate) fn turns(text: &str, paragraphs: &[Range<usize>]) -> Vec<Option<Range<usize>>> {
    let labels: Vec<Option<Range<usize>>> =
        paragraphs.iter().map(|paragraph| label(text, paragraph.clone())).collect();
    let word = |label: &Option<Range<usize>>| label.clone().map(|label| &text[label]);
    let dialogue = labels.windows(2).any(|pair| match (word(&pair[0]), word(&pair[1])) {
        (Some(first), Some(second)) => first != second,
        _ => false,
    });
    let turn = |(label, paragraph): (&Option<Range<usize>>, &Range<usize>)| {
        let label = label.clone().filter(|label| dialogue && &text[label.clone()] != "Q")?;
        let start = paragraph.end - text[label.end + 1..paragraph.end].trim_start().len();
        Some(start..paragraph.end)
    };
    labels.iter().zip(paragraphs).map(turn).collect()
}

/// The label that a paragraph begins with, without its colon: capitals alone, and words without marks behind it.
fn label(text: &str, paragraph: Range<usize>) -> Option<Range<usize>> {
    let words = &text[paragraph.clone()];
    let colon = words.as_bytes()[..words.len().min(LONGEST)].iter().position(|byte| *byte == b':')?;
    let (label, rest) = (&words[..colon], words[colon + 1..].trim_start());
    let capitals = label.chars().all(|c| c.is_uppercase() || " .'’-".contains(c));
    let answers = ["Q", "A"].contains(&label);
    let named = label.chars().filter(|c| c.is_uppercase()).count() > 2;
    let unmarked =
        rest.starts_with(char::is_alphabetic) && words[colon + 1..].starts_with(char::is_whitespace);
    (capitals && (answers || named) && unmarked).then(|| paragraph.start..paragraph.start + colon)
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
    }

    #[test]
    fn one_label_makes_none() {
        assert!(of("UPDATE: The road is open.\n\nIt was closed.").is_empty());
        assert!(of("ANN DOE: “We go.”\n\nJO ROE: “We stay.”").is_empty());
        assert!(of("At 5:30 we go.\n\nAt 6:30 we stay.").is_empty());
    }
}
