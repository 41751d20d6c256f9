//! What a printed role says of somebody's life, and whether two of them can be one person's.

mod fields;

use verbatim_extract::{office, spelled_otherwise, spelled_out};
use verbatim_words::words;

pub(crate) use fields::Fields;

/// Words behind which a role says of whom or of what: "minister | of defence", "owner | who fished".
const BEHIND: &[&str] = &["of", "for", "at", "in", "to", "from", "on", "with", "who", "whose"];

/// Offices that one place or country has one of: two of them, of different places, are two people.
const OF_A_PLACE: &[&str] = &[
    "mayor",
    "governor",
    "sheriff",
    "president",
    "minister",
    "premier",
    "chancellor",
    "king",
    "queen",
    "bishop",
];

/// Words beside such an office that name no place.
const NO_PLACE: &[&str] = &[
    "the",
    "a",
    "an",
    "and",
    "former",
    "ex",
    "vice",
    "deputy",
    "prime",
    "foreign",
    "finance",
    "defence",
    "interior",
    "justice",
    "health",
    "first",
    "next",
    "new",
    "then",
    "now",
    "current",
    "late",
    "acting",
    "lieutenant",
    "who",
    "mr",
    "mrs",
    "ms",
    "elect",
    "republican",
    "democratic",
    "conservative",
    "liberal",
    "longtime",
    "state",
    "city",
    "county",
];

/// Names of one country that share no beginning.
const ONE_COUNTRY: &[(&str, &str)] = &[
    ("us", "america"),
    ("usa", "america"),
    ("united", "america"),
    ("uk", "britain"),
    ("dutch", "netherlands"),
    ("french", "france"),
    ("welsh", "wales"),
];

/// Letters by which a country and its adjective agree: "Ukraine" and "Ukrainian", "Finland" and "Finnish".
const STEM: usize = 3;

/// A printed role, read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Role {
    /// The words that say what somebody is for years: no "rival", no "nominee".
    pub(crate) offices: Vec<String>,
    /// The fields of life that its words belong to.
    pub(crate) fields: Fields,
    /// Where an office is one of a place, the beginnings of the names printed with it: "Ukr".
    pub(crate) places: Vec<String>,
}

impl Role {
    pub(crate) fn new(printed: &str) -> Role {
        let said: Vec<String> = words(printed).map(|word| plain(&word.folded)).collect();
        let behind = said.iter().skip(1).position(|word| BEHIND.contains(&word.as_str()));
        let is = &said[..behind.map_or(said.len(), |end| end + 1)];
        let fields = Fields::of(is);
        let offices: Vec<String> = is.iter().filter(|word| Fields::tells(word)).cloned().collect();
        let placed = is.last().is_some_and(|last| OF_A_PLACE.contains(&last.as_str()));
        let places = if placed { printed.split_whitespace().filter_map(place).collect() } else { Vec::new() };
        Role { offices, fields, places }
    }

    /// Whether both are offices of a place, and of different places.
    pub(crate) fn is_elsewhere(&self, other: &Role) -> bool {
        let told = !self.places.is_empty() && !other.places.is_empty();
        told && !self.places.iter().any(|place| other.places.contains(place))
    }
}

/// A word in the singular and spelled out.
fn plain(folded: &str) -> String {
    let single = match folded.strip_suffix('s') {
        Some(single) if single.len() > 3 && !single.ends_with(['s', 'u', 'i']) => single,
        _ => folded,
    };
    spelled_out(single).to_owned()
}

/// The beginning of the name of a place, where a word can be one. What is printed short ("Fla.") says too little.
fn place(printed: &str) -> Option<String> {
    let capital = printed.starts_with(char::is_uppercase);
    let name = plain(&words(printed).next().filter(|_| capital)?.folded);
    let country = ONE_COUNTRY.iter().find(|(other, _)| *other == name).map(|(_, country)| *country);
    let short = printed.ends_with('.') || name.chars().count() <= STEM;
    let told = country.is_some() || !(short || NO_PLACE.contains(&name.as_str()) || Fields::knows(&name));
    told.then(|| country.unwrap_or(&name).chars().take(STEM).collect())
}

/// What offices the printed roles name, in the words by which one may ask for them: in the order that speech puts them
/// in, and in both spellings. What is printed so already is left out.
pub(crate) fn offices(printed: &[&str]) -> Vec<String> {
    let folded = |text: &str| words(text).map(|word| word.folded).collect::<Vec<_>>();
    let roles: Vec<Vec<String>> = printed.iter().map(|role| folded(role)).collect();
    let is_printed = |asked: &str| {
        let asked = folded(asked);
        asked.is_empty() || roles.iter().any(|role| role.windows(asked.len()).any(|words| words == asked))
    };
    let mut offices: Vec<String> = Vec::new();
    for title in printed.iter().filter_map(|role| Some(office(role)?.title)) {
        let other = title
            .split(' ')
            .map(|word| spelled_otherwise(word).unwrap_or(word))
            .collect::<Vec<_>>()
            .join(" ");
        for asked in [title, other] {
            if !is_printed(&asked) && !offices.contains(&asked) {
                offices.push(asked);
            }
        }
    }
    offices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_can_be_asked_for_however_it_is_printed() {
        assert_eq!(offices(&["Minister of Defense"]), ["defence minister", "defense minister"]);
        assert_eq!(offices(&["Norland’s former Labor Secretary"]), ["labour secretary"]);
        assert_eq!(offices(&["Defense Minister", "defence minister"]), [""; 0]);
        assert_eq!(offices(&["Sen."]), ["senator"]);
        assert_eq!(offices(&["senator", "—"]), [""; 0]);
    }

    #[test]
    fn a_role_names_offices_where_they_last() {
        let offices = |printed: &str| Role::new(printed).offices.join(" ");
        assert_eq!(offices("Ukraine’s former Minister of Defense"), "minister");
        assert_eq!(offices("Sen."), "senator");
        assert_eq!(offices("goalkeeper and mayors"), "goalkeeper mayor");
        assert_eq!(offices("owner who fished"), "owner");
        assert_eq!(offices("presumptive nominee"), "");
        assert_eq!(offices("rival of the mayor"), "");
        assert_eq!(offices("—"), "");
    }

    #[test]
    fn offices_of_different_places_are_elsewhere() {
        let elsewhere = |one: &str, other: &str| {
            let told = Role::new(one).is_elsewhere(&Role::new(other));
            assert_eq!(told, Role::new(other).is_elsewhere(&Role::new(one)));
            told
        };
        assert!(elsewhere("Mayor of Sarnes", "Ellery mayor"));
        assert!(elsewhere("Ukrainian President", "Finland’s foreign minister"));
        assert!(!elsewhere("Ukrainian President", "president of Ukraine"));
        assert!(!elsewhere("U.S. President", "American president"), "one country has several names");
        assert!(!elsewhere("mayor", "mayor of Sarnes"));
        assert!(!elsewhere("senator from Ohio", "governor of Indiana"), "a senator may become governor");
    }
}
