//! The font that pictures are drawn with, to measure them by.

use ttf_parser::Face;
use verbatim::sharing::card::Measure;

/// Kerning may set letters a little wider than their own widths add up to.
const SLACK: f32 = 1.02;

/// A font, to measure with.
pub struct Type {
    face: Face<'static>,
}

impl Type {
    /// Reads a font. None when it is none.
    pub fn new(font: &'static [u8]) -> Option<Type> {
        Some(Type { face: Face::parse(font, 0).ok()? })
    }

    /// Whether the font has every letter of a text.
    pub fn has(&self, text: &str) -> bool {
        text.chars().all(|c| c.is_whitespace() || self.face.glyph_index(c).is_some())
    }
}

impl Measure for Type {
    fn width(&self, text: &str, size: f32) -> f32 {
        let advance = |c| {
            let glyph = self.face.glyph_index(c).unwrap_or_default();
            f32::from(self.face.glyph_hor_advance(glyph).unwrap_or_default())
        };
        text.chars().map(advance).sum::<f32>() * size * SLACK / f32::from(self.face.units_per_em())
    }
}

#[cfg(test)]
mod tests {
    use verbatim::sharing::card::layout::{Line, SIZES, fitted as set, shortened};

    use super::*;

    const ROOM: f32 = 1040.0;
    const BOX: (f32, f32) = (70.0, 440.0);

    fn fonts() -> Type {
        Type::new(super::super::FONT).expect("the font is one")
    }

    fn fitted(words: &str) -> Vec<Line> {
        set(&fonts(), words, ("“", "”"), ROOM, BOX)
    }

    fn text(lines: &[Line]) -> String {
        lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn few_words_are_set_large_and_many_small_and_none_overflows() {
        let fonts = fonts();
        let mut sizes = Vec::new();
        for count in [3, 20, 50, 90, 400, 4_000] {
            let words = "winters waited constructive, and more ".repeat(count / 5 + 1);
            let lines = fitted(words.trim());
            assert!(lines.iter().all(|line| fonts.width(&line.text, line.size) <= ROOM), "{lines:?}");
            let last = lines.last().expect("a line");
            assert!(lines[0].y - lines[0].size >= BOX.0 - 1.0 && last.y <= BOX.1, "{lines:?}");
            sizes.push(lines[0].size);
        }
        assert!(sizes.is_sorted_by(|one, other| one >= other), "{sizes:?}");
        assert_eq!((sizes[0], sizes[5]), (SIZES[0], SIZES[7]));
    }

    #[test]
    fn words_that_fit_are_whole_and_others_are_cut_at_a_word() {
        assert_eq!(text(&fitted("We waited nine winters")), "“We waited nine winters”");
        let cut = text(&fitted("nine winters, ".repeat(200).trim()));
        assert!(cut.ends_with("winters …”") || cut.ends_with("nine …”"), "{cut}");
    }

    #[test]
    fn a_word_wider_than_the_picture_is_broken() {
        let long = "w".repeat(300);
        let lines = fitted(&long);
        assert!(lines.len() > 1);
        assert_eq!(lines.iter().map(|line| line.text.as_str()).collect::<String>(), format!("“{long}”"));
    }

    #[test]
    fn a_line_of_its_own_is_shortened() {
        let fonts = fonts();
        assert_eq!(shortened(&fonts, "Mayor", 28.0, ROOM), "Mayor");
        let long = shortened(&fonts, &"minister of many things ".repeat(20), 28.0, ROOM);
        assert!(long.ends_with(" …") && fonts.width(&long, 28.0) <= ROOM, "{long}");
        assert_eq!(shortened(&fonts, "", 28.0, ROOM), "");
    }

    #[test]
    fn no_line_is_wider_than_the_room() {
        let fonts = fonts();
        let mut random = fastrand::Rng::with_seed(7);
        for round in 0..48 {
            let longest = [4, 20, 90, 200][round % 4];
            let mut word = || -> String {
                (0..random.usize(1..=longest))
                    .map(|_| random.choice(['a', 'i', 'm', 'w', 'W', ',', '—', 'é', '.', '1']).unwrap_or('a'))
                    .collect()
            };
            let words: Vec<String> = (0..[1, 2, 12, 40][round / 4 % 4]).map(|_| word()).collect();
            let words = words.join(" ");
            let room = 200.0 + round as f32 * 20.0;
            let lines = set(&fonts, &words, ("“", "”"), room, BOX);
            assert!(lines.iter().all(|line| fonts.width(&line.text, line.size) <= room), "{room}: {lines:?}");
            let short = shortened(&fonts, &words, 24.0, room);
            assert!(!short.is_empty() && fonts.width(&short, 24.0) <= room, "{room}: {short}");
        }
    }

    #[test]
    fn letters_that_the_font_has_not_are_known() {
        let fonts = fonts();
        assert!(fonts.has("“Élan — Zełenski, Зеленський, Ελλάδα”"));
        assert!(!fonts.has("北京"));
    }
}
