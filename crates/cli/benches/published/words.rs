//! What invented people in invented places say.

use fastrand::Rng;

const NOUNS: &[&str] = &[
    "bridge",
    "harbour",
    "ferry",
    "council",
    "budget",
    "school",
    "orchard",
    "railway",
    "market",
    "reservoir",
    "theatre",
    "library",
    "lighthouse",
    "quarry",
    "hospital",
    "vineyard",
    "festival",
    "museum",
    "factory",
    "canal",
];
const ADJECTIVES: &[&str] = &[
    "new",
    "northern",
    "crowded",
    "promising",
    "expensive",
    "unfinished",
    "famous",
    "modest",
    "reliable",
    "narrow",
    "ancient",
    "temporary",
    "municipal",
    "neglected",
    "splendid",
    "remote",
];
const VERBS: &[&str] = &[
    "replace",
    "protect",
    "finance",
    "inspect",
    "reopen",
    "abandon",
    "enlarge",
    "defend",
    "discuss",
    "repair",
    "celebrate",
    "question",
    "monitor",
    "survey",
    "restore",
    "oppose",
];
const TIMES: &[&str] = &[
    "before the winter",
    "within a decade",
    "after the harvest",
    "during the holidays",
    "by the spring",
    "at the weekend",
    "in the coming months",
    "without further delay",
    "as soon as possible",
    "next year",
];
const WHO: &[&str] = &[
    "We",
    "They",
    "The engineers",
    "The neighbours",
    "Our partners",
    "The volunteers",
    "The teachers",
    "The owners",
    "The children",
    "The inspectors",
];
const HOW: &[&str] = &["will", "must", "should", "cannot", "could", "may", "ought to", "never wanted to"];

const FIRST: &[&str] = &[
    "Ana", "Olaf", "Ida", "Tam", "Rosa", "Ivo", "Mara", "Piet", "Lena", "Hugo", "Nora", "Emil", "Vera",
    "Karl",
];
const LAST: &[&str] = &[
    "Brandt",
    "Quarrie",
    "Selmouth",
    "Okonjo",
    "Varga",
    "Lindqvist",
    "Marchetti",
    "Dubarry",
    "Pelham",
    "Ostrow",
    "Tanaka",
    "Hollis",
    "Ferreira",
    "Novak",
    "Ashdown",
    "Kestrel",
];

fn one<'a>(rng: &mut Rng, of: &[&'a str]) -> &'a str {
    of[rng.usize(..of.len())]
}

/// A full name.
pub fn name(rng: &mut Rng) -> String {
    format!("{} {}", one(rng, FIRST), one(rng, LAST))
}

/// A word that could stand in place of another.
pub fn word(rng: &mut Rng) -> &'static str {
    let of = if rng.bool() { ADJECTIVES } else { VERBS };
    one(rng, of)
}

/// A sentence of four to about thirty words, without its stop.
pub fn sentence(rng: &mut Rng) -> String {
    let (who, how, verb) = (one(rng, WHO), one(rng, HOW), one(rng, VERBS));
    let mut said = format!("{who} {how} {verb} the {} {}", one(rng, ADJECTIVES), one(rng, NOUNS));
    for _ in 0..rng.usize(..3) {
        said += &match rng.u8(..3) {
            0 => format!(" and {} the {} of the {}", one(rng, VERBS), one(rng, NOUNS), one(rng, NOUNS)),
            1 => format!(" near the {} {}", one(rng, ADJECTIVES), one(rng, NOUNS)),
            _ => format!(" with {} people from the {}", rng.u32(20..900), one(rng, NOUNS)),
        };
    }
    if rng.bool() {
        said += " ";
        said += one(rng, TIMES);
    }
    said
}

/// A few words, as are quoted within a sentence.
pub fn fragment(rng: &mut Rng) -> String {
    match rng.u8(..3) {
        0 => format!("very {}", one(rng, ADJECTIVES)),
        1 => format!("{} and {}", one(rng, ADJECTIVES), one(rng, ADJECTIVES)),
        _ => format!("a {} {} for the {}", one(rng, ADJECTIVES), one(rng, NOUNS), one(rng, NOUNS)),
    }
}

/// A sentence that nobody says.
pub fn narration(rng: &mut Rng) -> String {
    format!("The {} stands near the {} {}.", one(rng, NOUNS), one(rng, ADJECTIVES), one(rng, NOUNS))
}
