//! Names that an editor vouches for: what `people.toml` says, once it has been read.

use std::collections::HashMap;

use verbatim_extract::{Speaker, SpeakerKind};

use crate::id::slug;

/// Somebody, or some body, whom the editor names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The name to show.
    pub name: String,
    /// Whether it is a person or a body.
    pub kind: SpeakerKind,
    /// Other names and spellings of the same.
    pub aliases: Vec<String>,
    /// The item of Wikidata, such as `Q42`.
    pub wikidata: Option<String>,
}

/// A name that two entries claim. The earlier one keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The name as the later entry writes it.
    pub name: String,
    /// The later entry.
    pub entry: usize,
    /// The earlier one.
    pub owner: usize,
}

/// Everybody whom the editor names. What it says wins over what the articles suggest.
#[derive(Debug, Clone, Default)]
pub struct People {
    known: Vec<Known>,
    by_name: HashMap<String, usize>,
}

impl People {
    /// Puts entries together, and tells which names more than one of them claims.
    pub fn new(known: Vec<Known>) -> (People, Vec<Clash>) {
        let mut by_name = HashMap::new();
        let mut clashes = Vec::new();
        for (entry, one) in known.iter().enumerate() {
            for name in std::iter::once(&one.name).chain(&one.aliases) {
                let owner = *by_name.entry(key(name)).or_insert(entry);
                if owner != entry {
                    clashes.push(Clash { name: name.clone(), entry, owner });
                }
            }
        }
        (People { known, by_name }, clashes)
    }

    /// The entry that a speaker of an article with this `text` is. Who is not named is nobody's alias.
    pub fn of(&self, text: &str, speaker: &Speaker) -> Option<&Known> {
        self.place_of(text, speaker).map(|place| &self.known[place])
    }

    /// The entry with this name or alias.
    pub fn named(&self, name: &str) -> Option<&Known> {
        self.place(name).map(|place| &self.known[place])
    }

    pub(crate) fn at(&self, place: usize) -> &Known {
        &self.known[place]
    }

    pub(crate) fn place_of(&self, text: &str, speaker: &Speaker) -> Option<usize> {
        if self.known.is_empty() || speaker.kind == SpeakerKind::Unnamed {
            return None;
        }
        // A surname that a namesake bears too says nothing, so of the other printings only full names count.
        let full = |name: &&str| name.split_whitespace().nth(1).is_some();
        let printed = speaker.mentions.iter().map(|mention| mention.of(text)).filter(full);
        std::iter::once(speaker.name.as_str()).chain(printed).find_map(|name| self.place(name))
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.by_name.get(&key(name)).copied()
    }
}

/// Names are compared folded, and "the" in front of a body's is no part of it.
fn key(name: &str) -> String {
    let folded = slug(name);
    folded.strip_prefix("the-").map(str::to_owned).unwrap_or(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(name: &str, aliases: &[&str]) -> Known {
        let aliases = aliases.iter().map(|&alias| alias.into()).collect();
        Known { name: name.into(), kind: SpeakerKind::Person, aliases, wikidata: None }
    }

    #[test]
    fn a_speaker_is_known_by_any_full_name() {
        let (people, clashes) = People::new(vec![known("Ana Brandt", &["Anna Brandt", "Brandt"])]);
        assert!(clashes.is_empty());
        let text = "Ms. Brandt of the firm, ANNA BRANDT, spoke.";
        let speaker = |name: &str, kind, mention: Option<std::ops::Range<usize>>| Speaker {
            name: name.into(),
            kind,
            mentions: mention.into_iter().map(Into::into).collect(),
            roles: Vec::new(),
            tied_to: None,
        };
        let name = |speaker| people.of(text, &speaker).map(|known| known.name.as_str());
        assert_eq!(name(speaker("Brandt", SpeakerKind::Person, None)), Some("Ana Brandt"));
        assert_eq!(name(speaker("A. Brandt", SpeakerKind::Body, Some(24..35))), Some("Ana Brandt"));
        assert_eq!(
            name(speaker("Olaf Brandt", SpeakerKind::Person, Some(4..10))),
            None,
            "a surname is shared"
        );
        assert_eq!(name(speaker("Brandt", SpeakerKind::Unnamed, None)), None);
    }

    #[test]
    fn a_name_belongs_to_the_first_entry_that_claims_it() {
        let (people, clashes) = People::new(vec![known("The Fund", &[]), known("Other", &["fund"])]);
        assert_eq!(clashes, [Clash { name: "fund".into(), entry: 1, owner: 0 }]);
        assert_eq!(people.named("FUND").map(|known| known.name.as_str()), Some("The Fund"));
    }
}
