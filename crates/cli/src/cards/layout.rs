//! Words set into lines, as wide as the font makes them.

use ttf_parser::Face;

/// The sizes that words are tried at, in pixels: the largest that fits is taken.
const SIZES: [f32; 8] = [84.0, 72.0, 62.0, 54.0, 48.0, 42.0, 37.0, 33.0];

/// From one line to the next, in sizes of the type.
const LEADING: f32 = 1.22;

/// Kerning may set letters a little wider than their own widths add up to.
const SLACK: f32 = 1.02;

/// What ends words that are cut.
const ELLIPSIS: &str = " …";

/// One line of a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// The size of the type, in pixels.
    pub size: f32,
    /// Where the letters stand.
    pub y: f32,
}

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

    /// How wide a text is at a size, in pixels.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        let advance = |c| {
            let glyph = self.face.glyph_index(c).unwrap_or_default();
            f32::from(self.face.glyph_hor_advance(glyph).unwrap_or_default())
        };
        text.chars().map(advance).sum::<f32>() * size * SLACK / f32::from(self.face.units_per_em())
    }

    /// A text as one line, cut at a word where it is wider than `room`.
    pub fn shortened(&self, text: &str, size: f32, room: f32) -> String {
        let mut line = self.wrapped(text, size, room).into_iter();
        let first = line.next().unwrap_or_default();
        if line.next().is_some() { self.cut(&first, "", size, room) } else { first }
    }

    /// Words between `marks` set as large as they fit between two heights, in the middle of them; cut at a word where
    /// they do not even at the smallest size.
    pub fn fitted(
        &self,
        words: &str,
        marks: (&str, &str),
        room: f32,
        (top, bottom): (f32, f32),
    ) -> Vec<Line> {
        let whole = [marks.0, words, marks.1].concat();
        let most = |size: f32| (((bottom - top) / (size * LEADING)).floor() as usize).max(1);
        let mut tried = SIZES.iter().map(|size| (*size, self.wrapped(&whole, *size, room)));
        let fits = tried.find(|(size, lines)| lines.len() <= most(*size));
        let (size, lines) = fits.unwrap_or_else(|| {
            let size = SIZES[SIZES.len() - 1];
            let mut lines = self.wrapped(&whole, size, room);
            lines.truncate(most(size));
            if let Some(last) = lines.pop() {
                lines.push(self.cut(&last, marks.1, size, room));
            }
            (size, lines)
        });
        let height = lines.len() as f32 * size * LEADING;
        let first = top + (bottom - top - height) / 2.0 + size;
        let line =
            |(place, text): (usize, String)| Line { text, size, y: first + place as f32 * size * LEADING };
        lines.into_iter().enumerate().map(line).collect()
    }

    /// A line that ends in an ellipsis and `closing`, without the words for which these leave no room.
    fn cut(&self, line: &str, closing: &str, size: f32, room: f32) -> String {
        let mut kept = line;
        loop {
            let cut = [kept.trim_end_matches([',', ';', ':', '–', '—', ' ']), ELLIPSIS, closing].concat();
            let shorter = kept.rsplit_once(char::is_whitespace).map(|(shorter, _)| shorter);
            match shorter {
                Some(shorter) if self.width(&cut, size) > room => kept = shorter,
                _ => return cut,
            }
        }
    }

    /// A text in lines no wider than `room`. A word that is wider is broken.
    fn wrapped(&self, text: &str, size: f32, room: f32) -> Vec<String> {
        let mut lines = vec![String::new()];
        for word in text.split_whitespace() {
            let line = lines.last_mut().expect("there is always a line");
            let joined = if line.is_empty() { word.to_owned() } else { [line.as_str(), " ", word].concat() };
            if self.width(&joined, size) <= room {
                *line = joined;
                continue;
            }
            if line.is_empty() {
                lines.pop();
            }
            lines.extend(self.broken(word, size, room));
        }
        lines
    }

    fn broken(&self, word: &str, size: f32, room: f32) -> Vec<String> {
        let mut parts = vec![String::new()];
        for c in word.chars() {
            let part = parts.last_mut().expect("there is always a part");
            part.push(c);
            if part.chars().count() > 1 && self.width(part, size) > room {
                part.pop();
                parts.push(c.to_string());
            }
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: f32 = 1040.0;
    const BOX: (f32, f32) = (70.0, 440.0);

    fn fonts() -> Type {
        Type::new(super::super::FONT).expect("the font is one")
    }

    fn fitted(words: &str) -> Vec<Line> {
        fonts().fitted(words, ("“", "”"), ROOM, BOX)
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
        assert_eq!(fonts.shortened("Mayor", 28.0, ROOM), "Mayor");
        let long = fonts.shortened(&"minister of many things ".repeat(20), 28.0, ROOM);
        assert!(long.ends_with(" …") && fonts.width(&long, 28.0) <= ROOM, "{long}");
        assert_eq!(fonts.shortened("", 28.0, ROOM), "");
    }

    #[test]
    fn letters_that_the_font_has_not_are_known() {
        let fonts = fonts();
        assert!(fonts.has("“Élan — Zełenski, Зеленський, Ελλάδα”"));
        assert!(!fonts.has("北京"));
    }
}
