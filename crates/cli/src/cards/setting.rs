//! Lines of a picture, set: which letters of which font follow each other, from left to right.

use std::ops::Range;

use anyhow::{Context, Result};
use icu_segmenter::{LineSegmenter, options::LineBreakOptions};
use unicode_bidi::{BidiInfo, Level};
use unicode_segmentation::UnicodeSegmentation;
use verbatim::sharing::card::Measure;

use super::{
    face::{Face, Letters},
    fonts::Fonts,
};

/// Sets lines of a language.
pub struct Setting<'a> {
    /// The fonts to set them in.
    pub fonts: &'a Fonts,
    /// A tag of BCP 47.
    pub language: Option<&'a str>,
}

impl<'a> Setting<'a> {
    /// A line as the outlines of its letters, from left to right whichever way they are read. `anchor` is how much of its
    /// width stands before `x`: 0 for a line that begins there, 1 for one that ends there.
    ///
    /// # Errors
    /// When a letter cannot be drawn.
    pub fn path(&self, text: &str, size: f32, rtl: bool, (x, y): (f32, f32), anchor: f32) -> Result<String> {
        let set = self.set(text, rtl);
        let mut x = x - anchor * set.iter().map(|(_, letters)| letters.width * size).sum::<f32>();
        let mut path = String::new();
        for (face, letters) in &set {
            face.context("no font has a letter")?.draw(letters, size, (x, y), &mut path)?;
            x += letters.width * size;
        }
        Ok(path)
    }

    /// The letters of a line from left to right, with the font of each run.
    fn set(&self, text: &str, rtl: bool) -> Vec<(Option<&'a Face>, Letters)> {
        let mut set = Vec::new();
        for (run, rtl) in runs(text, rtl) {
            let mut of_fonts = self.by_font(&text[run]);
            if rtl {
                of_fonts.reverse();
            }
            set.extend(of_fonts.into_iter().map(|(face, part)| {
                let letters = face.map_or_else(Letters::default, |face| face.set(part, rtl));
                (face, letters)
            }));
        }
        set
    }

    /// The parts of a run that are set in one font each, as they are read.
    fn by_font<'t>(&self, run: &'t str) -> Vec<(Option<&'a Face>, &'t str)> {
        let mut parts: Vec<(Option<&Face>, Range<usize>)> = Vec::new();
        for (start, letter) in run.grapheme_indices(true) {
            let end = start + letter.len();
            let face = self.fonts.face(letter, self.language);
            match parts.last_mut() {
                Some((last, range)) if same(*last, face) => range.end = end,
                _ => parts.push((face, start..end)),
            }
        }
        parts.into_iter().map(|(face, range)| (face, &run[range])).collect()
    }
}

fn same(one: Option<&Face>, other: Option<&Face>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => std::ptr::eq(one, other),
        _ => one.is_none() && other.is_none(),
    }
}

/// The runs of a line that are read in one direction, from left to right, and whether that is from the right. The line
/// itself is read from the right where `rtl` says so.
fn runs(text: &str, rtl: bool) -> Vec<(Range<usize>, bool)> {
    let line = BidiInfo::new(text, Some(if rtl { Level::rtl() } else { Level::ltr() }));
    let mut all = Vec::new();
    for paragraph in &line.paragraphs {
        let (levels, runs) = line.visual_runs(paragraph, paragraph.range.clone());
        all.extend(runs.into_iter().map(|run| (run.clone(), levels[run.start].is_rtl())));
    }
    all
}

impl Measure for Setting<'_> {
    fn width(&self, text: &str, size: f32) -> f32 {
        // Which way a line is read moves its letters, and makes none wider.
        self.set(text, false).iter().map(|(_, letters)| letters.width).sum::<f32>() * size
    }

    fn letters(&self, word: &str) -> Vec<String> {
        word.graphemes(true).map(str::to_owned).collect()
    }

    fn pieces(&self, word: &str) -> Vec<String> {
        let ends: Vec<usize> =
            LineSegmenter::new_dictionary(LineBreakOptions::default()).segment_str(word).collect();
        ends.windows(2).map(|ends| word[ends[0]..ends[1]].to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use verbatim::sharing::card::layout::{Line, SIZES, fitted as set, shortened};

    use super::*;

    const ROOM: f32 = 1040.0;
    const BOX: (f32, f32) = (70.0, 440.0);

    fn with<T>(what: impl FnOnce(&Setting<'_>) -> T) -> T {
        what(&Setting { fonts: &Fonts::new(&[]).expect("fonts"), language: None })
    }

    fn fitted(words: &str) -> Vec<Line> {
        with(|setting| set(setting, words, ("“", "”"), ROOM, BOX))
    }

    fn text(lines: &[Line]) -> String {
        lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn few_words_are_set_large_and_many_small_and_none_overflows() {
        let mut sizes = Vec::new();
        for count in [3, 20, 50, 90, 400, 4_000] {
            let words = "winters waited constructive, and more ".repeat(count / 5 + 1);
            let lines = fitted(words.trim());
            with(|by| assert!(lines.iter().all(|line| by.width(&line.text, line.size) <= ROOM), "{lines:?}"));
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
        with(|by| {
            assert_eq!(shortened(by, "Mayor", 28.0, ROOM), "Mayor");
            let long = shortened(by, &"minister of many things ".repeat(20), 28.0, ROOM);
            assert!(long.ends_with(" …") && by.width(&long, 28.0) <= ROOM, "{long}");
            assert_eq!(shortened(by, "", 28.0, ROOM), "");
        });
    }

    #[test]
    fn no_line_is_wider_than_the_room() {
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
            with(|by| {
                let lines = set(by, &words, ("“", "”"), room, BOX);
                assert!(
                    lines.iter().all(|line| by.width(&line.text, line.size) <= room),
                    "{room}: {lines:?}"
                );
                let short = shortened(by, &words, 24.0, room);
                assert!(!short.is_empty() && by.width(&short, 24.0) <= room, "{room}: {short}");
            });
        }
    }

    #[test]
    fn scripts_without_spaces_are_parted_between_words() {
        let parted = |text: &str| with(|by| by.pieces(text).join("|"));
        // People must row a boat to the island; the same in Khmer, Lao and Burmese; a city in Chinese.
        assert_eq!(parted("“ชาวบ้านต้องพายเรือไปเกาะ”"), "“ชาว|บ้าน|ต้อง|พาย|เรือ|ไป|เกาะ”");
        assert_eq!(parted("មនុស្សត្រូវចែវទូក"), "មនុស្ស|ត្រូវ|ចែវទូក");
        assert_eq!(parted("ຄົນຕ້ອງພາຍເຮືອ"), "ຄົນ|ຕ້ອງ|ພາຍເຮືອ");
        assert_eq!(parted("လူတွေလှေလှော်ရတယ်"), "လူ|တွေ|လှေ|လှော်|ရ|တယ်");
        assert_eq!(parted("北京是，一座。"), "北|京|是，|一|座。");
        let narrow = with(|by| set(by, "ชาวบ้านต้องพายเรือ", ("", ""), 1.0, BOX));
        assert!(narrow.iter().all(|line| !line.text.starts_with(['ิ', '้', '่', '็'])), "{narrow:?}");
    }

    #[test]
    fn what_is_read_from_the_right_stands_from_the_right() {
        // Two words of Hebrew, one of Latin, one of Hebrew, and a stop.
        let text = "אב גד ab הו.";
        let shown = |rtl| -> Vec<(&str, bool)> {
            runs(text, rtl).into_iter().map(|(run, rtl)| (&text[run], rtl)).collect()
        };
        assert_eq!(shown(true), [(" הו.", true), ("ab", false), ("אב גד ", true)]);
        assert_eq!(shown(false), [("אב גד", true), (" ab ", false), ("הו", true), (".", false)]);
    }
}
