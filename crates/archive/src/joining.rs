//! One speaker under all printings of a name, across the articles of an edition.
//!
//! What the editor says of people comes first. Otherwise a person is the same in two articles when the full names
//! agree and the roles do not contradict each other; a body, when the names agree; and one who is not named
//! ("a senior official") is somebody else in each article.

use std::collections::HashMap;

use verbatim_extract::{Extraction, Speaker as Found, SpeakerKind};

use crate::{Article, Passage, People, Speaker, id::slug, roles::Role};

/// The speakers of an edition, in the order of their first article and mention.
pub(crate) struct Joined {
    /// The speakers, without slugs.
    pub(crate) speakers: Vec<Speaker>,
    /// For each article, the place of each of its own speakers among them.
    pub(crate) places: Vec<Vec<u32>>,
}

/// Joins the speakers of all articles.
pub(crate) fn join(extracted: &[(Article, Extraction)], people: &People) -> Joined {
    let locals: Vec<Local<'_>> = extracted
        .iter()
        .enumerate()
        .flat_map(|(article, (text, extraction))| {
            (0..extraction.speakers.len()).map(move |index| Local {
                article,
                index,
                text: &text.text,
                extraction,
            })
        })
        .collect();
    let mut group_of: HashMap<(usize, usize), usize> = HashMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    // Whose office, aide or spokesman somebody is must be known before two of them can be one.
    for tied in [false, true] {
        let round: Vec<usize> = (0..locals.len()).filter(|&at| locals[at].tie().is_some() == tied).collect();
        for group in same(&round, &locals, people, &group_of) {
            group_of.extend(group.iter().map(|&at| (locals[at].place(), groups.len())));
            groups.push(group);
        }
    }
    gather(&locals, groups, &group_of, extracted, people)
}

/// A speaker of one article.
struct Local<'a> {
    article: usize,
    index: usize,
    text: &'a str,
    extraction: &'a Extraction,
}

impl Local<'_> {
    fn found(&self) -> &Found {
        &self.extraction.speakers[self.index]
    }

    fn place(&self) -> (usize, usize) {
        (self.article, self.index)
    }

    /// Whom it is tied to, in its article. A tie that leads on to another, or back, is no tie.
    fn tie(&self) -> Option<(usize, usize)> {
        let tied = self.found().tied_to? as usize;
        let ends = tied != self.index && self.extraction.speakers[tied].tied_to.is_none();
        ends.then_some((self.article, tied))
    }

    fn roles(&self) -> Vec<Role> {
        self.found().roles.iter().filter_map(|role| Role::new(role.of(self.text))).collect()
    }
}

/// What must agree for two to be one.
#[derive(PartialEq, Eq, Hash)]
enum Identity {
    /// An entry of the editor's.
    Known(usize),
    /// A name, and whom it is tied to.
    Named(SpeakerKind, String, Option<usize>),
    /// Nobody else.
    Alone(usize),
}

/// Puts those together who are one, each group in order, the groups in the order of their first.
fn same(
    round: &[usize],
    locals: &[Local<'_>],
    people: &People,
    group_of: &HashMap<(usize, usize), usize>,
) -> Vec<Vec<usize>> {
    let mut order: HashMap<Identity, usize> = HashMap::new();
    let mut alike: Vec<Vec<usize>> = Vec::new();
    let mut persons: Vec<bool> = Vec::new();
    for &at in round {
        let local = &locals[at];
        let tied = local.tie().and_then(|tie| group_of.get(&tie).copied());
        let identity = identity(at, local, people, tied);
        let person = matches!(identity, Identity::Named(SpeakerKind::Person, ..));
        let group = *order.entry(identity).or_insert(alike.len());
        if group == alike.len() {
            alike.push(Vec::new());
            persons.push(person);
        }
        alike[group].push(at);
    }
    let parted = alike.into_iter().zip(persons).flat_map(|(group, person)| match person {
        true => apart(group, locals),
        false => vec![group],
    });
    parted.collect()
}

fn identity(at: usize, local: &Local<'_>, people: &People, tied: Option<usize>) -> Identity {
    let found = local.found();
    if let Some(known) = people.place_of(local.text, found) {
        return Identity::Known(known);
    }
    let full = match found.kind {
        // A surname alone may be anybody's.
        SpeakerKind::Person => found.name.split_whitespace().nth(1).is_some(),
        SpeakerKind::Body => true,
        SpeakerKind::Unnamed => false,
    };
    let name = slug(&found.name);
    if full && !name.is_empty() { Identity::Named(found.kind, name, tied) } else { Identity::Alone(at) }
}

/// Tells namesakes apart by their roles. One without a role is the only one of the name, or somebody unknown.
fn apart(namesakes: Vec<usize>, locals: &[Local<'_>]) -> Vec<Vec<usize>> {
    let mut groups: Vec<(Vec<usize>, Vec<Role>)> = Vec::new();
    let mut without = Vec::new();
    for at in namesakes {
        let roles = locals[at].roles();
        if roles.is_empty() {
            without.push(at);
            continue;
        }
        // It may be what two groups have in common: then all of them are one.
        let shares = |group: &(Vec<usize>, Vec<Role>)| {
            roles.iter().any(|role| group.1.iter().any(|other| role.shares(other)))
        };
        let (one, mut rest): (Vec<_>, Vec<_>) = groups.into_iter().partition(shares);
        let mut joined = (vec![at], roles);
        for (members, roles) in one {
            joined.0.extend(members);
            joined.1.extend(roles);
        }
        rest.push(joined);
        groups = rest;
    }
    let mut groups: Vec<Vec<usize>> = groups.into_iter().map(|(members, _)| members).collect();
    match groups.as_mut_slice() {
        [] => groups.push(without),
        [only] => only.extend(without),
        _ => groups.extend(without.into_iter().map(|at| vec![at])),
    }
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups
}

fn gather(
    locals: &[Local<'_>],
    groups: Vec<Vec<usize>>,
    group_of: &HashMap<(usize, usize), usize>,
    extracted: &[(Article, Extraction)],
    people: &People,
) -> Joined {
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|&group| groups[group][0]);
    let mut place = vec![0u32; groups.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new as u32;
    }
    let placed = |local: &(usize, usize)| place[group_of[local]];
    let speakers = order.iter().map(|&group| {
        let members = groups[group].iter().map(|&at| &locals[at]);
        let tied_to = members.clone().find_map(Local::tie).map(|tie| placed(&tie));
        // The editor may have joined an office with the one whose office it is.
        Speaker { tied_to: tied_to.filter(|&tied| tied != place[group]), ..speaker(members, people) }
    });
    let places = extracted.iter().enumerate().map(|(article, (_, extraction))| {
        (0..extraction.speakers.len()).map(|index| placed(&(article, index))).collect()
    });
    Joined { speakers: speakers.collect(), places: places.collect() }
}

/// Everything that the articles say of one speaker.
fn speaker<'a>(members: impl Iterator<Item = &'a Local<'a>> + Clone, people: &People) -> Speaker {
    let first = members.clone().next().expect("a group has members");
    let known = people.place_of(first.text, first.found()).map(|place| people.at(place));
    let (mut mentions, mut roles) = (Vec::new(), Vec::new());
    for member in members {
        let passage = |&span: &_| Passage { article: member.article as u32, span };
        mentions.extend(member.found().mentions.iter().map(passage));
        roles.extend(member.found().roles.iter().map(passage));
    }
    Speaker {
        slug: String::new(),
        name: known.map_or(&first.found().name, |known| &known.name).clone(),
        kind: known.map_or(first.found().kind, |known| known.kind),
        mentions,
        roles,
        tied_to: None,
        wikidata: known.and_then(|known| known.wikidata.clone()),
    }
}
