//! People whom an article calls by their surname alone, and who they are elsewhere.

use std::collections::{BTreeMap, HashMap};

use verbatim_extract::SpeakerKind;
use verbatim_words::words;

use super::{Company, FullName, Local};
use crate::namesakes::share_office;

/// Puts each who is called by a surname alone with the one person of the edition who bears it, where an office tells
/// that they are one: "President Oro" is Emmanuel Oro, president, and nobody where two Oros are known.
pub(super) fn joined(groups: Vec<Vec<usize>>, locals: &[Local<'_>], company: &Company) -> Vec<Vec<usize>> {
    let person = |group: &Vec<usize>| {
        let found = locals[group[0]].found();
        (found.kind == SpeakerKind::Person).then_some(found)
    };
    let mut full: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, group) in groups.iter().enumerate() {
        if let Some(name) = person(group).and_then(|found| FullName::new(&found.name)) {
            full.entry(name.surname).or_default().push(at);
        }
    }
    let mut alone: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        let surname = person(group).and_then(|found| surname_alone(&found.name));
        if let Some([only]) = surname.and_then(|surname| full.get(&surname)).map(Vec::as_slice) {
            alone.entry(*only).or_default().push(at);
        }
    }
    let bearer = |&at: &usize| locals[at].bearer(at, company);
    let mut together = groups.clone();
    for (known, lone) in alone {
        let bearers: Vec<_> = lone.iter().map(|&at| bearer(&groups[at][0])).collect();
        let shared = share_office(&bearers, &groups[known].iter().map(bearer).collect::<Vec<_>>());
        for (&at, _) in lone.iter().zip(shared).filter(|(_, shared)| *shared) {
            let members = std::mem::take(&mut together[at]);
            together[known].extend(members);
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
