//! Words set into lines, as wide as whoever draws them makes them.

use std::iter;

use super::Measure;

/// The sizes that words are tried at, in pixels: the largest that fits is taken.
pub const SIZES: [f32; 8] = [84.0, 72.0, 62.0, 54.0, 48.0, 42.0, 37.0, 33.0];

/// From one line to the next, in sizes of the type.
const LEADING: f32 = 1.22;

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

/// A text as one line, cut at a word where it is wider than `room`.
pub fn shortened(by: &dyn Measure, text: &str, size: f32, room: f32) -> String {
    let mut line = wrapped(by, text, size, room).into_iter();
    let first = line.next().unwrap_or_default();
    if line.next().is_some() { cut(by, &first, "", size, room) } else { first }
}

/// Words between `marks` set as large as they fit between two heights, in the middle of them; cut at a word where
/// they do not even at the smallest size.
pub fn fitted(
    by: &dyn Measure,
    words: &str,
    marks: (&str, &str),
    room: f32,
    (top, bottom): (f32, f32),
) -> Vec<Line> {
    let whole = [marks.0, words, marks.1].concat();
    let most = |size: f32| (((bottom - top) / (size * LEADING)).floor() as usize).max(1);
    let mut tried = SIZES.iter().map(|size| (*size, wrapped(by, &whole, *size, room)));
    let fits = tried.find(|(size, lines)| lines.len() <= most(*size));
    let (size, lines) = fits.unwrap_or_else(|| {
        let size = SIZES[SIZES.len() - 1];
        let mut lines = wrapped(by, &whole, size, room);
        lines.truncate(most(size));
        if let Some(last) = lines.pop() {
            lines.push(cut(by, &last, marks.1, size, room));
        }
        (size, lines)
    });
    let height = lines.len() as f32 * size * LEADING;
    let first = top + (bottom - top - height) / 2.0 + size;
    let line = |(place, text): (usize, String)| Line { text, size, y: first + place as f32 * size * LEADING };
    lines.into_iter().enumerate().map(line).collect()
}

/// A line that ends in an ellipsis and `closing`, without the words for which these leave no room; without letters where
/// not even its first word has room.
fn cut(by: &dyn Measure, line: &str, closing: &str, size: f32, room: f32) -> String {
    let fits = |cut: &String| by.width(cut, size) <= room;
    let words = iter::successors(Some(line), |kept| Some(kept.rsplit_once(char::is_whitespace)?.0));
    let ended =
        |kept: &str| [kept.trim_end_matches([',', ';', ':', '–', '—', ' ']), ELLIPSIS, closing].concat();
    let word = line.split(char::is_whitespace).next().unwrap_or_default();
    let letters =
        word.char_indices().rev().map(|(end, _)| [&word[..end], ELLIPSIS.trim_start(), closing].concat());
    let mut cuts = words.map(ended).chain(letters);
    cuts.find(fits).unwrap_or_default()
}

/// A text in lines no wider than `room`. A word that is wider is broken.
fn wrapped(by: &dyn Measure, text: &str, size: f32, room: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is always a line");
        let joined = if line.is_empty() { word.to_owned() } else { [line.as_str(), " ", word].concat() };
        if by.width(&joined, size) <= room {
            *line = joined;
            continue;
        }
        if line.is_empty() {
            lines.pop();
        }
        lines.extend(broken(by, word, size, room));
    }
    lines
}

fn broken(by: &dyn Measure, word: &str, size: f32, room: f32) -> Vec<String> {
    let mut parts = vec![String::new()];
    for c in word.chars() {
        let part = parts.last_mut().expect("there is always a part");
        part.push(c);
        if part.chars().count() > 1 && by.width(part, size) > room {
            part.pop();
            parts.push(c.to_string());
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters of three widths.
    struct Letters;

    impl Measure for Letters {
        fn width(&self, text: &str, size: f32) -> f32 {
            let wide = |c: char| match c {
                'i' | ' ' | '.' => 0.25,
                'm' | 'w' | '…' => 1.0,
                _ => 0.5,
            };
            text.chars().map(wide).sum::<f32>() * size
        }
    }

    const ROOM: f32 = 1040.0;

    #[test]
    fn a_word_that_is_cut_leaves_room_for_its_ellipsis() {
        let title = "m".repeat(300);
        let short = shortened(&Letters, &title, 24.0, ROOM);
        assert!(short.ends_with("m…") && Letters.width(&short, 24.0) <= ROOM, "{short}");
        let lines = fitted(&Letters, &title.repeat(3), ("“", "”"), ROOM, (70.0, 440.0));
        let last = lines.last().expect("a line");
        assert!(last.text.ends_with("m…”") && Letters.width(&last.text, last.size) <= ROOM, "{last:?}");
    }
}
