//! What folding means, said with the full tables of Unicode: the oracle that the small table is held to, and
//! what `examples/fold_table.rs` writes the table from.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Letters that Unicode does not take apart but readers do: nobody types the stroke of "Łukasz".
const LETTERS: &[(char, &str)] = &[
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('ħ', "h"),
    ('ł', "l"),
    ('ŧ', "t"),
    ('þ', "th"),
    ('ı', "i"),
    ('ς', "σ"),
];

/// Marks that are letters' sounds, not their accents: が is not か.
const KANA_SOUND: [char; 2] = ['\u{3099}', '\u{309a}'];

/// Whether `c` is left out of a folded word without ending the word.
fn is_ignored(c: char) -> bool {
    let points = matches!(c, '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
        | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{345}');
    let modifier = matches!(c, '\u{2b9}'..='\u{2bf}' | '\u{640}');
    let invisible = matches!(c, '\u{ad}' | '\u{61c}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let accent = is_combining_mark(c) && !c.is_alphanumeric() && !KANA_SOUND.contains(&c);
    points && is_combining_mark(c) || modifier || invisible || accent
}

/// Copies kept for exchange with older standards: of ideographs, and of Arabic letters as they are joined in print.
/// Texts that are typed have none of them, and naming them all would be two fifths of the table.
const COPIES: [std::ops::RangeInclusive<char>; 3] =
    ['\u{f900}'..='\u{faff}', '\u{fc00}'..='\u{fdc7}', '\u{2f800}'..='\u{2fa1f}'];

fn step(c: char) -> String {
    if COPIES.iter().any(|copies| copies.contains(&c)) {
        return c.into();
    }
    let mut folded = String::new();
    for part in std::iter::once(c).nfkd().flat_map(char::to_lowercase) {
        match LETTERS.iter().find(|(letter, _)| *letter == part) {
            Some((_, plain)) => folded.push_str(plain),
            None if is_ignored(part) => {}
            None if part.is_alphanumeric() || KANA_SOUND.contains(&part) => folded.push(part),
            None => {}
        }
    }
    folded
}

/// The fold of `c`, or `None` where `c` stands between words.
pub fn reference(c: char) -> Option<String> {
    if is_ignored(c) {
        return Some(String::new());
    }
    if !c.is_alphanumeric() && !KANA_SOUND.contains(&c) {
        return None;
    }
    let mut folded = step(c);
    loop {
        let again: String = folded.chars().map(step).collect();
        if again == folded {
            return Some(folded);
        }
        folded = again;
    }
}
