//! Selected words of a statement that was reworded. Their numbers are those of the words that were published.

use std::ops::Range;

use verbatim_archive::Edit;
use verbatim_extract::Span;
use verbatim_words::words;

use super::Selection;

/// The words of a run: as many as stood there then, and as many as stand there now.
fn counts(edit: &Edit) -> (u32, u32) {
    let count = |text: &str| words(text).count() as u32;
    match edit {
        Edit::Kept(text) => (count(text), count(text)),
        Edit::Removed(text) => (count(text), 0),
        Edit::Added(text) => (0, count(text)),
    }
}

/// How many words stood there then.
pub fn words_then(edits: &[Edit]) -> u32 {
    edits.iter().map(|edit| counts(edit).0).sum()
}

/// The same words by their numbers of today. None where any of them was changed, or others were put between them:
/// they are no longer what was picked out.
pub fn carried(edits: &[Edit], selection: Selection) -> Option<Selection> {
    let (mut then, mut now) = (0, 0);
    for edit in edits {
        let (old, new) = counts(edit);
        if matches!(edit, Edit::Kept(_)) && then < selection.first && selection.last <= then + old {
            let moved = |number| number - then + now;
            return Some(Selection { first: moved(selection.first), last: moved(selection.last) });
        }
        (then, now) = (then + old, now + new);
    }
    None
}

/// Where selected words stand in each run, those that were taken out among them.
pub fn in_edits(edits: &[Edit], selection: Selection) -> Vec<Option<Span>> {
    let mut then = 0;
    let place = |edit: &Edit| {
        let text = match edit {
            Edit::Kept(text) | Edit::Removed(text) => text,
            Edit::Added(_) => return None,
        };
        let held: Vec<Range<usize>> = words(text)
            .filter(|_| {
                then += 1;
                selection.holds(then)
            })
            .map(|word| word.span)
            .collect();
        Some(Span::from(held.first()?.start..held.last()?.end))
    };
    edits.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ferry will sail at (one → noon and two) every day.
    fn edits() -> Vec<Edit> {
        vec![
            Edit::Kept("The ferry will sail at ".into()),
            Edit::Removed("one ".into()),
            Edit::Added("noon and two ".into()),
            Edit::Kept("every day.".into()),
        ]
    }

    fn words(first: u32, last: u32) -> Selection {
        Selection { first, last }
    }

    #[test]
    fn words_that_stand_as_they_stood_are_found_again() {
        assert_eq!(words_then(&edits()), 8);
        assert_eq!(carried(&edits(), words(1, 5)), Some(words(1, 5)));
        assert_eq!(carried(&edits(), words(7, 8)), Some(words(9, 10)));
        assert_eq!(carried(&edits(), words(8, 8)), Some(words(10, 10)));
    }

    #[test]
    fn words_that_changed_are_nowhere_now() {
        for (first, last) in [(6, 6), (5, 6), (6, 7), (5, 7), (1, 8), (8, 9), (9, 9)] {
            assert_eq!(carried(&edits(), words(first, last)), None, "{first}-{last}");
        }
    }

    #[test]
    fn selected_words_are_marked_as_they_stood() {
        let spans = in_edits(&edits(), words(5, 7));
        assert_eq!(spans, [Some(Span::from(20..22)), Some(Span::from(0..3)), None, Some(Span::from(0..5))]);
        assert_eq!(in_edits(&edits(), words(20, 30)), [None; 4]);
    }
}
