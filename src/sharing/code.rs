//! An address as a QR code, to be read off the screen by a telephone.

use qrcodegen::{QrCode, QrCodeEcc};

/// The quiet margin that the standard asks for around a code, in modules.
pub const QUIET: i32 = 4;

/// How many modules wide the code of a text is, and its dark ones as the path of a drawing. None for a text that is too
/// long for any code. A quarter of a code may be hidden and it is still read, which a smudged screen or print asks for.
pub fn code(text: &str) -> Option<(i32, String)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Quartile)
        .or_else(|_| QrCode::encode_text(text, QrCodeEcc::Low))
        .ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                path += &format!("M{x} {y}h{run}v1h-{run}z");
            }
            x += run.max(1);
        }
    }
    Some((size, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dark modules that a path draws.
    fn dark(path: &str) -> Vec<(i32, i32)> {
        let runs = path.split('M').skip(1).map(|run| {
            let (x, rest) = run.split_once(' ').expect("a place");
            let (y, rest) = rest.split_once('h').expect("a line");
            let (length, _) = rest.split_once('v').expect("its length");
            let number = |text: &str| text.parse::<i32>().expect("a number");
            (number(x), number(y), number(length))
        });
        runs.flat_map(|(x, y, length)| (x..x + length).map(move |x| (x, y))).collect()
    }

    #[test]
    fn the_drawing_is_the_code() {
        let text = "https://quotes.example/s/ana-brandt-the-ferry-0a1b2c3d4e?w=4-9";
        let (size, path) = code(text).expect("a code");
        let dark = dark(&path);
        let code = QrCode::encode_text(text, QrCodeEcc::Quartile).expect("a code");
        let modules = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
        assert!(modules.filter(|(x, y)| code.get_module(*x, *y)).eq(dark.iter().copied()));
        assert!((0..7).all(|x| dark.contains(&(x, 0))), "the mark in its corner");
    }

    #[test]
    fn a_text_too_long_for_a_code_has_none() {
        assert!(code(&"a".repeat(2_500)).is_some());
        assert_eq!(code(&"a".repeat(3_000)), None);
    }
}
