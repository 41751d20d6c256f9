//! The picture of a statement: what stands where. It is drawn ahead with a font of ours, and in a reader's browser with
//! the reader's own, who is asked how wide letters are.

pub mod layout;

use verbatim_archive::Basis;

use self::layout::{Line, fitted, shortened};
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

/// Tells how wide letters are.
pub trait Measure {
    /// How wide a text is at a size, both in pixels.
    fn width(&self, text: &str, size: f32) -> f32;
}

/// A picture of [`SIZE`].
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Its lines, each with its colour.
    pub lines: Vec<(Line, &'static str)>,
}

/// The picture of what is shared: the words as large as they fit, who said them, in what role, and where they stand.
pub fn card(shared: &Shared<'_>, by: &dyn Measure) -> Card {
    let article = shared.article();
    let speaker = shared.archive.speaker(shared.statement).map_or("", |speaker| &speaker.name);
    let printed = article.published.filter(|published| published.basis == Basis::Printed);
    let day = printed.map(|published| dates::iso(published.day));
    let source = [Some(shared.title()), article.source.clone(), day];
    let source = source.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let room = SIZE.0 as f32 - 2.0 * MARGIN;
    let line =
        |text: &str, size, y, colour| (Line { text: shortened(by, text, size, room), size, y }, colour);
    let words = fitted(by, &shared.said(), shared.marks(), room, WORDS);
    let mut lines: Vec<_> = words.into_iter().map(|line| (line, INK)).collect();
    lines.extend([
        line(speaker, 40.0, 500.0, INK),
        line(shared.role().unwrap_or_default(), 28.0, 538.0, QUIET),
        line(&source, 24.0, 586.0, QUIET),
    ]);
    Card { lines }
}

impl Card {
    /// The picture as SVG, set in this family of fonts.
    pub fn svg(&self, family: &str) -> String {
        let (width, height) = SIZE;
        let text = |(line, colour): &(Line, &str)| {
            let Line { text, size, y } = line;
            let (family, text) = (escaped(family), escaped(text));
            format!(
                r#"<text x="{MARGIN}" y="{y:.1}" font-family="{family}" font-size="{size}" fill="{colour}">{text}</text>"#
            )
        };
        let lines: String = self.lines.iter().map(text).collect();
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><rect width="{width}" height="{height}" fill="{PAPER}"/><rect width="{STROKE}" height="{height}" fill="{ACCENT}"/>{lines}</svg>"#
        )
    }
}
