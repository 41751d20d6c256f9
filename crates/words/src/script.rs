//! What must be known of scripts to cut words: which are written without spaces, and which of their characters
//! belong to the one before.

/// Whether `c` is of a script that puts no spaces between words. Hand-picked blocks rather than Unicode's script
/// table: these scripts keep to their blocks, and the table would cost more than it decides.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}'        // Thai, Lao
        | '\u{1000}'..='\u{109f}'    // Burmese
        | '\u{1780}'..='\u{17ff}'    // Khmer
        | '\u{1950}'..='\u{19df}'    // Tai Le, New Tai Lue
        | '\u{1a20}'..='\u{1aaf}'    // Tai Tham
        | '\u{2e80}'..='\u{2fdf}'    // radicals
        | '\u{3005}'..='\u{3007}'    // the iteration mark and zero
        | '\u{3041}'..='\u{312f}'    // kana, Bopomofo
        | '\u{31a0}'..='\u{31ff}'    // their extensions
        | '\u{3400}'..='\u{4dbf}'    // ideographs
        | '\u{4e00}'..='\u{9fff}'
        | '\u{a9e0}'..='\u{a9ff}'    // Burmese, extended
        | '\u{aa60}'..='\u{aa7f}'
        | '\u{f900}'..='\u{faff}'
        | '\u{1aff0}'..='\u{1b16f}'  // kana, extended
        | '\u{20000}'..='\u{3ffff}') // ideographs of the further planes
}

/// Whether a folded character of an unspaced script is written onto the one before it: a vowel sign or a sound
/// mark, which alone would be a word that nobody can see.
pub(crate) fn attaches(c: char) -> bool {
    matches!(c,
        '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
        | '\u{eb1}' | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}'
        | '\u{102b}'..='\u{103e}' | '\u{17b4}'..='\u{17d3}'
        | '\u{3099}' | '\u{309a}')
}

/// Whether `c` may stand between two letters of one word.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´' | '′' | '＇' | '·' | '׳' | '״')
}

/// Whether `c` may stand between two digits of one number.
pub(crate) fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '٫' | '٬' | '．' | '，')
}
