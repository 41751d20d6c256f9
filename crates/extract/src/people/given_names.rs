//! Whether two given names can be one person's.

/// Whether two given names can be one person's: equal, an initial of each other, a nickname, or the same but for one
/// letter.
pub(super) fn same_given(first: &str, second: &str) -> bool {
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    first == second
        || initial(first, second)
        || initial(second, first)
        || nicknames(first, second)
        || one_letter_apart(first, second)
}

/// Whether two given names are short and long form of each other.
fn nicknames(a: &str, b: &str) -> bool {
    const FORMS: [&[&str]; 26] = [
        &["william", "bill", "will", "billy"],
        &["robert", "bob", "rob", "bobby"],
        &["richard", "rick", "dick", "rich"],
        &["james", "jim", "jimmy", "jamie"],
        &["john", "jack", "johnny"],
        &["michael", "mike", "mick"],
        &["joseph", "joe", "joey"],
        &["thomas", "tom", "tommy"],
        &["charles", "charlie", "chuck"],
        &["christopher", "chris"],
        &["daniel", "dan", "danny"],
        &["david", "dave"],
        &["donald", "don"],
        &["edward", "ed", "ted", "eddie"],
        &["elizabeth", "liz", "beth", "betty"],
        &["gregory", "greg"],
        &["jeffrey", "jeff"],
        &["katherine", "kate", "kathy", "katie"],
        &["kenneth", "ken"],
        &["lawrence", "larry"],
        &["matthew", "matt"],
        &["patrick", "pat"],
        &["samuel", "sam"],
        &["stephen", "steven", "steve"],
        &["timothy", "tim"],
        &["bernard", "bernie"],
    ];
    FORMS.iter().any(|forms| forms.contains(&a) && forms.contains(&b))
}

/// Whether two names of five letters and more differ by one letter put in, left out or changed: a misprint.
fn one_letter_apart(a: &str, b: &str) -> bool {
    /// Shorter names that differ by a letter are different names: Dan, Don.
    const SHORTEST: usize = 5;
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() < SHORTEST || long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(long.iter()).take_while(|(x, y)| x == y).count();
    let rest = same + usize::from(long.len() == short.len());
    short[rest.min(short.len())..] == long[(same + 1).min(long.len())..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_makes_a_misprint_only_of_a_long_name() {
        assert!(one_letter_apart("emmanuel", "emanuel") && one_letter_apart("sarah", "sarab"));
        assert!(!one_letter_apart("dan", "don") && !one_letter_apart("maria", "mario2x"));
    }
}
