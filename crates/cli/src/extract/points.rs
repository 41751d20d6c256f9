//! Byte offsets of a text as counts of code points.

use verbatim_extract::Span;

/// How many code points stand before each byte of a text.
pub struct CodePoints(Vec<u32>);

impl CodePoints {
    /// Counts the code points of `text`.
    pub fn new(text: &str) -> Self {
        let mut count = 0;
        let mut points = Vec::with_capacity(text.len() + 1);
        for (at, _) in text.char_indices() {
            points.resize(at, count);
            points.push(count);
            count += 1;
        }
        points.resize(text.len() + 1, count);
        CodePoints(points)
    }

    /// A span of the text in code points: the first, and one past the last.
    pub fn span(&self, span: Span) -> [u32; 2] {
        [self.0[span.start as usize], self.0[span.end as usize]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_counted_not_bytes() {
        let points = CodePoints::new("é“😀”x");
        assert_eq!(points.span(Span { start: 5, end: 9 }), [2, 3]);
        assert_eq!(points.span(Span { start: 12, end: 13 }), [4, 5]);
        assert_eq!(CodePoints::new("").span(Span { start: 0, end: 0 }), [0, 0]);
    }
}
