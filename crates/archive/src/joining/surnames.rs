//! People whom an article calls by their surname alone, and who they are elsewhere.

use std::collections::BTreeMap;

use verbatim_extract::SpeakerKind;
use verbatim_words::words;

use super::{Company, FullName, Local};
use crate::namesakes::{Bearer, by_far_the_most, share_office};

/// Those of one surname, by the place of their group.
#[derive(Default)]
struct Surname {
    full: Vec<usize>,
    alone: Vec<usize>,
}

/// Puts each who is called by a surname alone with the one person who bears it and that office: "President Oro" is Emmanuel
/// Oro, president, whatever other Oros there are. Of several presidents of that name it is the one whom by far most
/// articles name, and nobody where none is.
pub(super) fn joined(groups: Vec<Vec<usize>>, locals: &[Local<'_>], company: &Company) -> Vec<Vec<usize>> {
    let mut surnames: BTreeMap<String, Surname> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        let found = locals[group[0]].found();
        if found.kind != SpeakerKind::Person {
            continue;
        }
        if let Some(name) = FullName::new(&found.name) {
            surnames.entry(name.surname).or_default().full.push(at);
        } else if let Some(surname) = surname_alone(&found.name) {
            surnames.entry(surname).or_default().alone.push(at);
        }
    }
    let bearer = |at: usize| locals[at].bearer(at, company);
    let bearers = |at: &usize| groups[*at].iter().map(|at| bearer(*at)).collect::<Vec<_>>();
    let mut together = groups.clone();
    for Surname { full, alone } in surnames.values().filter(|one| !one.alone.is_empty()) {
        let lone: Vec<Bearer> = alone.iter().map(|at| bearer(groups[*at][0])).collect();
        let shared: Vec<Vec<bool>> = full.iter().map(|known| share_office(&lone, &bearers(known))).collect();
        for (place, &at) in alone.iter().enumerate() {
            let fits = full.iter().zip(&shared).filter(|(_, shared)| shared[place]).map(|(known, _)| *known);
            if let Some(known) = by_far_the_most(fits, |known| groups[*known].len()) {
                let members = std::mem::take(&mut together[at]);
                together[known].extend(members);
            }
        }
    }
    together.retain(|group| !group.is_empty());
    together.iter_mut().for_each(|group| group.sort_unstable());
    together
}

/// The folded word of a name that is one word.
fn surname_alone(printed: &str) -> Option<String> {
    let mut words = words(printed).map(|word| word.folded);
    words.next().filter(|_| words.next().is_none())
}
