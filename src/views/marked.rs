//! Text cut where marks begin and end, and set with them.

use verbatim_extract::Span;
use yew::{prelude::*, virtual_dom::VText};

use super::text::noted;
use crate::{messages, order::by_rank};

/// A run of text that is alike throughout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The text.
    pub text: &'a str,
    /// Whether it matches what was sought.
    pub marked: bool,
    /// Whether the editor inserted it.
    pub inserted: bool,
}

/// Cuts `span` of `text` wherever a mark or an insertion begins or ends. Spans may overlap and reach
/// beyond `span`; one that would cut a character in two is widened to whole characters. Total: any spans
/// give pieces that together are `span` of `text`.
pub fn pieces<'a>(text: &'a str, span: Span, marked: &[Span], inserted: &[Span]) -> Vec<Piece<'a>> {
    let whole = |span: &Span| {
        let start = text.floor_char_boundary(span.start as usize);
        let end = text.ceil_char_boundary((span.end as usize).min(text.len()));
        start..end.max(start)
    };
    let mut marked: Vec<_> = marked.iter().map(whole).collect();
    // Words next to each other are one stroke of the pen, and one thing to be told of.
    let begins: Vec<usize> = marked.iter().map(|range| range.start).collect();
    for range in &mut marked {
        let next = begins.iter().copied().filter(|begin| *begin >= range.end).min();
        range.end = next.filter(|next| text[range.end..*next].trim().is_empty()).unwrap_or(range.end);
    }
    let inserted: Vec<_> = inserted.iter().map(whole).collect();
    let span = whole(&span);
    let ends = marked.iter().chain(&inserted).flat_map(|range| [range.start, range.end]);
    let mut ends: Vec<usize> = ends.filter(|at| span.contains(at)).collect();
    ends.extend([span.start, span.end]);
    let order = by_rank(ends.iter().map(|end| *end as u64)).into_iter();
    let mut cuts: Vec<usize> = order.map(|place| ends[place as usize]).collect();
    cuts.dedup();
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let mut start = span.start;
    for (at, next) in cuts.iter().zip(cuts.iter().skip(1)) {
        let piece = Piece {
            text: &text[start..*next],
            marked: marked.iter().any(|range| range.contains(at)),
            inserted: inserted.iter().any(|range| range.contains(at)),
        };
        match pieces.last_mut() {
            // Marks that touch are one stroke of the pen.
            Some(last) if (last.marked, last.inserted) == (piece.marked, piece.inserted) => *last = piece,
            _ => {
                start = *at;
                pieces.push(Piece { text: &text[*at..*next], ..piece });
            }
        }
    }
    pieces
}

/// `span` of `text`, with matches marked as with a pen and insertions set apart.
pub fn marked(text: &str, span: Span, marks: &[Span], inserted: &[Span]) -> Html {
    pieces(text, span, marks, inserted)
        .into_iter()
        .map(|piece| {
            let text: Html = VText::new(piece.text.to_owned()).into();
            let text = if piece.marked {
                html! { <mark>{text}</mark> }
            } else {
                text
            };
            if piece.inserted { noted("inserted", messages::INSERTED, text) } else { text }
        })
        .collect()
}

/// The whole of `text`, with matches marked.
pub fn marked_whole(text: &str, marks: &[Span]) -> Html {
    marked(text, Span::from(0..text.len()), marks, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    fn shown(text: &str, whole: Span, marked: &[Span], inserted: &[Span]) -> String {
        pieces(text, whole, marked, inserted)
            .into_iter()
            .map(|piece| match (piece.marked, piece.inserted) {
                (false, false) => piece.text.to_owned(),
                (true, false) => format!("<{}>", piece.text),
                (false, true) => format!("[{}]", piece.text),
                (true, true) => format!("[<{}>]", piece.text),
            })
            .collect()
    }

    #[test]
    fn marks_cut_the_text_where_they_begin_and_end() {
        let text = "tangible progress";
        let marks = [span(0, 8), span(9, 13)];
        assert_eq!(shown(text, span(0, 17), &marks, &[]), "<tangible prog>ress");
        assert_eq!(shown(text, span(4, 11), &marks[..1], &[]), "<ible> pr");
    }

    #[test]
    fn words_next_to_each_other_are_marked_as_one_and_words_apart_are_not() {
        let text = "see tangible progress, progress";
        let marks = [span(23, 31), span(13, 21), span(4, 12)];
        assert_eq!(shown(text, span(0, 31), &marks, &[]), "see <tangible progress>, <progress>");
    }

    #[test]
    fn text_without_marks_is_one_piece_and_an_empty_span_none() {
        assert_eq!(pieces("peace", span(0, 5), &[], &[]).len(), 1);
        assert_eq!(pieces("peace", span(2, 2), &[span(0, 5)], &[]), []);
    }

    #[test]
    fn marks_and_insertions_may_overlap() {
        let marks = [span(2, 6), span(4, 8)];
        assert_eq!(shown("a bcd efg", span(0, 9), &marks, &[span(3, 5)]), "a <b>[<cd>]< ef>g");
    }

    #[test]
    fn spans_that_split_characters_or_leave_the_text_are_mended() {
        assert_eq!(shown("é—z", span(0, 99), &[span(1, 3)], &[]), "<é—>z");
        assert_eq!(shown("abc", span(0, 3), &[span(3, 1), span(7, 9)], &[]), "abc");
    }

    #[test]
    fn pieces_are_the_whole_text_whatever_the_marks() {
        let text = "«Мир» — ça va 👩‍👩‍👧 ok";
        for start in 0..text.len() as u32 {
            for end in start..text.len() as u32 + 2 {
                let marks = [span(start, end), span(end, start)];
                let cut = pieces(text, span(0, text.len() as u32), &marks, &[span(end, end + 3)]);
                let joined: String = cut.iter().map(|piece| piece.text).collect();
                assert_eq!(joined, text);
            }
        }
    }
}
