//! Words set into lines, as wide as whoever draws them makes them.

use std::iter;

use verbatim_words::words;

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
    /// Whether it is read from the right.
    pub rtl: bool,
}

/// Whether a text is read from the right, as its first letter is: browsers tell by that, too (`dir="auto"`).
pub fn is_rtl(text: &str) -> bool {
    let first = text.chars().find(|letter| letter.is_alphabetic());
    first.is_some_and(|letter| RIGHT_TO_LEFT.iter().any(|(first, last)| (*first..=*last).contains(&letter)))
}

/// Where Unicode keeps the scripts that are read from the right, those that it may still add among them.
const RIGHT_TO_LEFT: [(char, char); 4] =
    [('\u{590}', '\u{8ff}'), ('\u{fb1d}', '\u{fdff}'), ('\u{fe70}', '\u{feff}'), ('\u{10800}', '\u{10fff}')];

/// A text as one line, cut at a word where it is wider than `room`.
pub fn shortened(by: &dyn Measure, text: &str, size: f32, room: f32) -> String {
    let mut line = wrapped(by, text, size, room).into_iter();
    let first = line.next().unwrap_or_default();
    if line.next().is_some() { cut(by, &first, "", size, room) } else { first }
}

/// What is said, between `marks`, set as large as they fit between two heights, in the middle of them; cut at a word where
/// they do not even at the smallest size.
pub fn fitted(
    by: &dyn Measure,
    said: &str,
    marks: (&str, &str),
    room: f32,
    (top, bottom): (f32, f32),
) -> Vec<Line> {
    let whole = [marks.0, said, marks.1].concat();
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
    let rtl = is_rtl(said);
    let line = |(place, text)| Line { text, size, y: first + place as f32 * size * LEADING, rtl };
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
    let letters = by.letters(word);
    let letters = (0..letters.len())
        .rev()
        .map(|end| [&*letters[..end].concat(), ELLIPSIS.trim_start(), closing].concat());
    let mut cuts = words.map(ended).chain(letters);
    cuts.find(fits).unwrap_or_default()
}

/// A text in lines no wider than `room`. What is wider and cannot be parted is broken.
fn wrapped(by: &dyn Measure, text: &str, size: f32, room: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let mut gap = " ";
        for piece in pieces(by, word) {
            let line = lines.last_mut().expect("there is always a line");
            let joined = if line.is_empty() { piece.clone() } else { [line.as_str(), gap, &piece].concat() };
            gap = "";
            if by.width(&joined, size) <= room {
                *line = joined;
                continue;
            }
            if line.is_empty() {
                lines.pop();
            }
            lines.extend(broken(by, &piece, size, room));
        }
    }
    lines
}

/// What of a text without spaces must stay together: all of it, but in scripts that are written without them.
fn pieces(by: &dyn Measure, word: &str) -> Vec<String> {
    if words(word).any(|word| word.joined) { by.pieces(word) } else { vec![word.to_owned()] }
}

/// Words and what stands between them, each with whether it is a word, as pieces behind which a line may end: signs stay
/// with the word before them, those that open something with the word behind.
pub fn together(parts: Vec<(String, bool)>) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut opened = true;
    for (part, is_word) in parts {
        let opens = !is_word && part.starts_with(OPENING);
        match pieces.last_mut() {
            Some(last) if opened || !(is_word || opens) => last.push_str(&part),
            _ => pieces.push(part),
        }
        opened = opens || (opened && !is_word);
    }
    pieces
}

/// Signs that no line ends with.
const OPENING: [char; 13] = ['“', '‘', '«', '„', '(', '[', '（', '「', '『', '《', '〈', '【', '〔'];

fn broken(by: &dyn Measure, word: &str, size: f32, room: f32) -> Vec<String> {
    let mut parts = vec![String::new()];
    for letter in by.letters(word) {
        let part = parts.last_mut().expect("there is always a part");
        let longer = [part, &*letter].concat();
        if part.is_empty() || by.width(&longer, size) <= room {
            *part = longer;
        } else {
            parts.push(letter);
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

    #[test]
    fn a_text_without_spaces_fills_its_lines() {
        let lines = wrapped(&Letters, "He said 北京是一座城市", 100.0, 500.0);
        assert_eq!(lines, ["He said 北京是", "一座城市"]);
        assert_eq!(wrapped(&Letters, "a well-known harbour", 100.0, 650.0), ["a", "well-known", "harbour"]);
    }

    #[test]
    fn no_line_begins_with_what_closes_or_ends_with_what_opens() {
        let parts = |text: &str| -> Vec<(String, bool)> {
            text.split('|').map(|part| (part.to_owned(), part.starts_with(char::is_alphanumeric))).collect()
        };
        assert_eq!(
            together(parts("“|北京|是|「|一座|」|，|城市|。|”")),
            ["“北京", "是", "「一座」，", "城市。”"]
        );
        assert_eq!(together(parts("“|‘|a|’|b")), ["“‘a’", "b"]);
    }

    #[test]
    fn a_text_is_read_from_where_its_first_letter_is() {
        assert!(is_rtl("“12 שלום” he said") && is_rtl("سلام") && is_rtl("\u{10800}"));
        assert!(!is_rtl("“Salam” سلام") && !is_rtl("12 …") && !is_rtl("北京"));
        let lines = fitted(&Letters, "שלום ab", ("“", "”"), 300.0, (70.0, 440.0));
        assert!(lines.len() == 2 && lines.iter().all(|line| line.rtl), "{lines:?}");
    }
}
