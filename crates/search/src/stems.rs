//! What stays of an English word without the endings of number and tense.
//!
//! Light on purpose: a stem is always the beginning of its word, so that the words of one stem stand together in the
//! dictionary and nothing about them need be in the file.

/// What stays has so many letters at least, and a vowel: "string" is no form of "str", nor "being" of "be".
const LEAST: usize = 3;

/// A stem, and whether a y or its likes ("ie", "ied") stood after it: "parties" is a form of "party", not of "part".
pub(crate) type Stem<'a> = (&'a str, bool);

/// The stem of a folded word. Words of other letters than a to z have none but themselves.
pub(crate) fn stem(word: &str) -> Stem<'_> {
    if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return (word, false);
    }
    let plural = cut(word, "s").filter(|rest| !rest.ends_with(['s', 'u', 'i']));
    let word = plural.unwrap_or(word);
    if let Some(rest) = cut(word, "ied") {
        return (rest, true);
    }
    let past = cut(word, "ed").map(undoubled);
    let word = past.or_else(|| cut(word, "ing").map(undoubled)).unwrap_or(word);
    if let Some(rest) = cut(word, "ie").or_else(|| cut(word, "y")) {
        return (rest, true);
    }
    // The e of "agreed" is gone already, as the one of "agree" goes here.
    (cut(word, "e").filter(|_| past.is_none()).unwrap_or(word), false)
}

fn cut<'a>(word: &'a str, ending: &str) -> Option<&'a str> {
    word.strip_suffix(ending)
        .filter(|rest| rest.len() >= LEAST && rest.contains(['a', 'e', 'i', 'o', 'u', 'y']))
}

/// Without the second of two equal letters that only the ending put there: "stopp", but not "fall" or "pass".
fn undoubled(word: &str) -> &str {
    let ends = word.as_bytes().last_chunk();
    match ends {
        Some([one, other]) if one == other && !b"aeiouyls".contains(one) => &word[..word.len() - 1],
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn one_stem(words: &str) {
        let stems: std::collections::BTreeSet<_> = words.split(' ').map(stem).collect();
        assert_eq!(stems.len(), 1, "{stems:?}");
    }

    #[test]
    fn the_forms_of_a_word_have_one_stem() {
        one_stem("sanction sanctions sanctioned sanctioning");
        one_stem("announce announces announced announcing");
        one_stem("agree agrees agreed agreeing");
        one_stem("policy policies");
        one_stem("study studies studied studying");
        one_stem("stop stops stopped stopping");
        one_stem("fall falls falling");
        one_stem("pass passed passing");
        one_stem("meeting meetings meet meets");
        one_stem("ban bans banned banning");
    }

    #[test]
    fn words_that_only_look_alike_have_stems_of_their_own() {
        for (one, other) in [
            ("string", "str"),
            ("being", "be"),
            ("used", "us"),
            ("party", "part"),
            ("crisis", "crisi"),
            ("bus", "bu"),
            ("press", "pres"),
            ("élans", "élan"),
            ("1990s", "1990"),
        ] {
            assert_ne!(stem(one), stem(other), "{one}");
        }
    }
}
