//! Printed roles in one form: "Ukraine's former Minister of Defense" is a defence minister, of Ukraine, no longer.

use serde::{Deserialize, Serialize};

/// Whether somebody holds a role, as the article of that day tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Nothing says otherwise.
    Holds,
    /// No longer: "former", "ex-", "retired".
    Former,
    /// In another's place: "acting", "interim".
    Acting,
    /// At the time that is told of: "then".
    Then,
    /// Not yet: "-elect", "incoming".
    Elect,
}

/// What a printed role says, in a form that does not depend on how it was printed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Office {
    /// What somebody is, in lower case, in the singular, spelled out and in one spelling: "defence minister".
    pub title: String,
    /// The country, body or person that it belongs to, as printed, where the role says so: "Ukraine".
    pub of: Option<String>,
    /// Whether it is held.
    pub standing: Standing,
}

/// Words that tell how a role is held.
const STANDINGS: [(&str, Standing); 11] = [
    ("former", Standing::Former),
    ("ex", Standing::Former),
    ("retired", Standing::Former),
    ("onetime", Standing::Former),
    ("late", Standing::Former),
    ("acting", Standing::Acting),
    ("interim", Standing::Acting),
    ("then", Standing::Then),
    ("elect", Standing::Elect),
    ("incoming", Standing::Elect),
    ("designate", Standing::Elect),
];

/// Offices whose "of" names what they are for, not whose they are: "Minister of Defense".
const OF_A_MATTER: [&str; 6] =
    ["minister", "secretary", "undersecretary", "director", "commissioner", "professor"];

/// Titles that are printed short, and words of two spellings.
const SPELLINGS: [(&str, &str); 24] = [
    ("atty", "attorney"),
    ("capt", "captain"),
    ("cmdr", "commander"),
    ("col", "colonel"),
    ("dr", "doctor"),
    ("gen", "general"),
    ("gov", "governor"),
    ("lt", "lieutenant"),
    ("maj", "major"),
    ("pres", "president"),
    ("prof", "professor"),
    ("rep", "representative"),
    ("rev", "reverend"),
    ("sen", "senator"),
    ("sgt", "sergeant"),
    ("ceo", "chief executive"),
    ("defense", "defence"),
    ("labor", "labour"),
    ("adviser", "advisor"),
    ("organizer", "organiser"),
    ("neighbor", "neighbour"),
    ("councilor", "councillor"),
    ("counselor", "counsellor"),
    ("center", "centre"),
];

/// What a printed role says; None where it names nothing.
///
/// ```
/// use verbatim_extract::{Standing, office};
///
/// let minister = office("Ukraine’s former Minister of Defense").unwrap();
/// assert_eq!(minister.title, "defence minister");
/// assert_eq!(minister.of.as_deref(), Some("Ukraine"));
/// assert_eq!(minister.standing, Standing::Former);
/// ```
pub fn office(printed: &str) -> Option<Office> {
    let (owner, rest) = owned(printed);
    let mut standing = Standing::Holds;
    let mut words: Vec<&str> = Vec::new();
    for word in rest.split(|c: char| c.is_whitespace() || c == '-' || c == '‑') {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        match STANDINGS.iter().find(|(name, _)| bare.eq_ignore_ascii_case(name)) {
            Some((_, told)) => standing = *told,
            None if bare.is_empty() => {}
            None => words.push(bare),
        }
    }
    let article = |word: &&str| ["the", "a", "an"].iter().any(|article| word.eq_ignore_ascii_case(article));
    let border = words.iter().position(|word| ["of", "for", "at", "in", "to"].contains(word));
    let (head, behind) = words.split_at(border.unwrap_or(words.len()));
    let head: Vec<&str> = head.iter().copied().filter(|word| !article(word)).collect();
    let behind: Vec<&str> = behind.iter().copied().skip(1).filter(|word| !article(word)).collect();
    let matter = behind.len() == 1
        && words.get(border.unwrap_or_default()) == Some(&"of")
        && head.last().is_some_and(|last| OF_A_MATTER.contains(&last.to_lowercase().as_str()));
    let (before, of) = match matter {
        true => (behind, owner.map(str::to_owned)),
        false => {
            (Vec::new(), owner.map(str::to_owned).or_else(|| (!behind.is_empty()).then(|| behind.join(" "))))
        }
    };
    let title: Vec<String> = before.iter().chain(&head).map(|word| plain(word)).collect();
    (!title.is_empty()).then(|| Office { title: title.join(" "), of, standing })
}

/// The owner in front of a possessive, and what is owned.
fn owned(printed: &str) -> (Option<&str>, &str) {
    let possessive =
        ["’s ", "'s ", "s’ ", "s' "].iter().filter_map(|mark| Some((printed.find(mark)?, mark))).min();
    match possessive {
        Some((at, mark)) => {
            let end = at + usize::from(mark.starts_with('s'));
            let owner = printed[..end].trim_start_matches("the ").trim();
            (Some(owner).filter(|owner| !owner.is_empty()), &printed[at + mark.len()..])
        }
        None => (None, printed),
    }
}

/// A word in lower case, in the singular, spelled out and in one spelling.
fn plain(word: &str) -> String {
    let lower = word.to_lowercase();
    let single = match lower.strip_suffix('s') {
        Some(single) if single.len() > 3 && !single.ends_with(['s', 'u', 'i']) => single,
        _ => &lower,
    };
    spelled_out(single).to_owned()
}

/// A word of a role in the one spelling that it is compared in: titles spelled out, British for American. `word` is in
/// lower case, in the singular.
pub fn spelled_out(word: &str) -> &str {
    SPELLINGS.iter().find(|(other, _)| *other == word).map_or(word, |(_, plain)| plain)
}

/// An American spelling of a word that [`spelled_out`] gives the British one of; none where there is but one, or where
/// the other is an abbreviation.
pub fn spelled_otherwise(plain: &str) -> Option<&str> {
    let other = SPELLINGS.iter().find(|(other, word)| *word == plain && other.len() + 1 >= word.len());
    other.map(|(other, _)| *other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(printed: &str) -> (String, Option<String>, Standing) {
        let office = office(printed).expect("a role");
        (office.title, office.of, office.standing)
    }

    #[test]
    fn one_office_has_one_form() {
        for printed in ["Minister of Defense", "defence minister", "the Defense Minister", "Defence Minister"]
        {
            assert_eq!(said(printed), ("defence minister".into(), None, Standing::Holds), "{printed}");
        }
        assert_eq!(said("Sen."), said("senators"));
    }

    #[test]
    fn a_role_says_whose_it_is_and_whether_it_is_held() {
        assert_eq!(said("then acting governor of the island").1.as_deref(), Some("island"));
        assert_eq!(
            said("President of Finland"),
            ("president".into(), Some("Finland".into()), Standing::Holds)
        );
        assert_eq!(said("ex-president of Finland").2, Standing::Former);
        assert_eq!(said("governor-elect").2, Standing::Elect);
        assert_eq!(said("Trump’s special envoy").1.as_deref(), Some("Trump"));
        assert_eq!(said("the workers’ chairman").1.as_deref(), Some("workers"));
    }

    #[test]
    fn what_names_nothing_is_no_office() {
        assert_eq!((office(""), office("—"), office("former")), (None, None, None));
    }
}
