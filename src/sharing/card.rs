//! The picture of a statement: what stands where. It is drawn ahead with a font of ours, and in a reader's browser with
//! the reader's own, who is asked how wide letters are.

pub mod layout;

use verbatim_archive::Basis;

use self::layout::{Line, fitted, is_rtl, shortened};
use super::{Shared, attribution::escaped};
use crate::dates;

/// The size that sites which show previews ask for, in pixels.
pub const SIZE: (u32, u32) = (1200, 630);

/// Where lines begin, and the room that they leave at their end, in pixels.
pub const MARGIN: f32 = 80.0;

/// How wide the stroke at the side is, in pixels.
pub const STROKE: u32 = 16;

/// The colours of the ground and of the stroke at its side.
pub const PAPER: &str = "#fbf8f3";
/// The stroke.
pub const ACCENT: &str = "#7a1f2b";
const INK: &str = "#1f1b16";
const QUIET: &str = "#5d554b";

/// The words stand between these heights.
const WORDS: (f32, f32) = (70.0, 440.0);

/// Tells how wide letters are, and where words may be parted.
pub trait Measure {
    /// How wide a text is at a size, both in pixels.
    fn width(&self, text: &str, size: f32) -> f32;

    /// The letters of a word as readers see them, each with what is written onto it.
    fn letters(&self, word: &str) -> Vec<String> {
        word.chars().map(String::from).collect()
    }

    /// The pieces of a text without spaces, behind each of which a line may end.
    fn pieces(&self, word: &str) -> Vec<String> {
        self.letters(word)
    }
}

/// A picture of [`SIZE`].
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Its lines, each with its colour.
    pub lines: Vec<(Line, &'static str)>,
    /// Whether its words are read from the right: all of it stands there then.
    pub rtl: bool,
}

/// The picture of what is shared: the words as large as they fit, who said them, in what role, and where they stand.
pub fn card(shared: &Shared<'_>, by: &dyn Measure) -> Card {
    let article = shared.article();
    let speaker = shared.archive.speaker(shared.statement).map_or("", |speaker| &speaker.name);
    let printed = article.published.filter(|published| published.basis == Basis::Printed);
    let day = printed.map(|published| dates::iso(published.day));
    let source = [Some(shared.title()), article.source.clone(), day];
    let source = beside(source.into_iter().flatten());
    let room = SIZE.0 as f32 - 2.0 * MARGIN;
    let line = |text: &str, size, y, colour| {
        (Line { text: shortened(by, text, size, room), size, y, rtl: is_rtl(text) }, colour)
    };
    let said = shared.said();
    let words = fitted(by, &said, shared.marks(), room, WORDS);
    let mut lines: Vec<_> = words.into_iter().map(|line| (line, INK)).collect();
    lines.extend([
        line(speaker, 40.0, 500.0, INK),
        line(shared.role().unwrap_or_default(), 28.0, 538.0, QUIET),
        line(&source, 24.0, 586.0, QUIET),
    ]);
    Card { lines, rtl: is_rtl(&said) }
}

/// Parts of a line with a point between them. Where one of them is read from the right, each is set apart: a day would be
/// turned round by the words before it.
fn beside(parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = parts.collect();
    let apart = |part: &String| [FIRST_STRONG_ISOLATE, part, POP_ISOLATE].concat();
    if parts.iter().any(|part| is_rtl(part)) {
        parts.iter().map(apart).collect::<Vec<_>>().join(" · ")
    } else {
        parts.join(" · ")
    }
}

/// What begins a part that is read as its first letter is, whatever stands around it.
const FIRST_STRONG_ISOLATE: &str = "\u{2068}";
/// What ends it.
const POP_ISOLATE: &str = "\u{2069}";

impl Card {
    /// Where its lines begin or, where it is read from the right, end.
    pub fn x(&self) -> f32 {
        if self.rtl { SIZE.0 as f32 - MARGIN } else { MARGIN }
    }

    /// Where its stroke begins.
    pub fn stroke(&self) -> u32 {
        if self.rtl { SIZE.0 - STROKE } else { 0 }
    }

    /// The picture as SVG, set in this family of fonts.
    pub fn svg(&self, family: &str) -> String {
        let (family, x) = (escaped(family), self.x());
        let text = |(Line { text, size, y, rtl }, colour): &(Line, &str)| {
            let (text, direction) = (escaped(text), if *rtl { "rtl" } else { "ltr" });
            // A line that is read from the right starts there.
            let anchor = if *rtl == self.rtl { "start" } else { "end" };
            format!(
                r#"<text x="{x}" y="{y:.1}" direction="{direction}" text-anchor="{anchor}" font-family="{family}" font-size="{size}" fill="{colour}">{text}</text>"#
            )
        };
        self.framed(&self.lines.iter().map(text).collect::<String>())
    }

    /// The picture as SVG, with its lines drawn so.
    pub fn framed(&self, lines: &str) -> String {
        let (width, height) = SIZE;
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><rect width="{width}" height="{height}" fill="{PAPER}"/><rect x="{}" width="{STROKE}" height="{height}" fill="{ACCENT}"/>{lines}</svg>"#,
            self.stroke()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_not_turned_round_by_words_that_are_read_from_the_right() {
        let line = |parts: [&str; 2]| beside(parts.map(str::to_owned).into_iter());
        assert_eq!(line(["The Post", "2026-03-19"]), "The Post · 2026-03-19");
        assert_eq!(line(["صحيفة", "2026-03-19"]), "\u{2068}صحيفة\u{2069} · \u{2068}2026-03-19\u{2069}");
    }
}
