//! One speaker under all printings of a name, across the articles of an edition.
//!
//! What the editor says of people comes first. Otherwise a person is the same in two articles when the full names
//! agree and nothing contradicts it (`namesakes` says what does), and under the surname alone when an office says so
//! (`surnames`); a body, when the names agree; and one who is not named ("a senior official") is somebody else in each
//! article.

mod surnames;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use verbatim_extract::{Extraction, Speaker as Found, SpeakerKind};
use verbatim_words::words;

use crate::{
    Article, Passage, People, Speaker,
    id::slug,
    namesakes::{Bearer, apart},
    roles::{Role, offices},
};

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
    let company = Company::new(&locals, extracted.len());
    let mut group_of: HashMap<(usize, usize), usize> = HashMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    // Whose office, aide or spokesman somebody is must be known before two of them can be one.
    for tied in [false, true] {
        let round: Vec<usize> = (0..locals.len()).filter(|&at| locals[at].tie().is_some() == tied).collect();
        let together =
            surnames::joined(same(&round, &locals, &company, people, &group_of), &locals, &company);
        for group in together {
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

    fn bearer(&self, at: usize, company: &Company) -> Bearer {
        let name = FullName::new(&self.found().name);
        let (ends, between) = name.map(|name| (name.ends, name.between)).unwrap_or_default();
        Bearer {
            at,
            between,
            roles: self.found().roles.iter().map(|role| Role::new(role.of(self.text))).collect(),
            company: company.beside(self.article, &ends),
        }
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
    company: &Company,
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
        true => apart(&group.iter().map(|&at| locals[at].bearer(at, company)).collect::<Vec<_>>()),
        false => vec![group],
    });
    parted.collect()
}

fn identity(at: usize, local: &Local<'_>, people: &People, tied: Option<usize>) -> Identity {
    let found = local.found();
    if let Some(known) = people.place_of(local.text, found) {
        return Identity::Known(known);
    }
    let name = match found.kind {
        // A surname alone may be anybody's: `surnames` says when it is not.
        SpeakerKind::Person => FullName::new(&found.name).map(|name| name.ends),
        SpeakerKind::Body => Some(slug(&found.name)).filter(|name| !name.is_empty()),
        SpeakerKind::Unnamed => None,
    };
    name.map_or(Identity::Alone(at), |name| Identity::Named(found.kind, name, tied))
}

/// A name of two words or more, folded.
struct FullName {
    /// The first word and the surname.
    ends: String,
    /// Middle names and initials, and what tells generations apart.
    between: Vec<String>,
    surname: String,
}

impl FullName {
    fn new(printed: &str) -> Option<FullName> {
        /// Fathers, sons and their sons.
        const GENERATIONS: [&str; 6] = ["jr", "sr", "ii", "iii", "iv", "v"];
        let (generation, mut parts): (Vec<String>, Vec<String>) =
            words(printed).map(|word| word.folded).partition(|word| GENERATIONS.contains(&&**word));
        let surname = parts.pop()?;
        let given = (!parts.is_empty()).then(|| parts.remove(0))?;
        // An initial may be anybody's: all of it must agree.
        let initial = given.chars().nth(1).is_none();
        let ends = if initial { slug(printed) } else { format!("{given}-{surname}") };
        // A generation stands first, so that a father without a middle name is told from his son with one.
        Some(FullName { ends, between: generation.into_iter().chain(parts).collect(), surname })
    }
}

/// Who is named together with whom.
struct Company {
    /// The people of full name whom few articles name.
    seldom: HashMap<String, usize>,
    /// For each article, those of them whom it names.
    of_article: Vec<BTreeSet<usize>>,
}

impl Company {
    fn new(locals: &[Local<'_>], articles: usize) -> Company {
        /// One article in so many: whom more of them name is in any company.
        const SELDOM: usize = 8;
        let mut named: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for local in locals.iter().filter(|local| local.found().kind == SpeakerKind::Person) {
            if let Some(name) = FullName::new(&local.found().name) {
                named.entry(name.ends).or_default().insert(local.article);
            }
        }
        let few = 2..=(articles / SELDOM).max(2);
        let mut company = Company { seldom: HashMap::new(), of_article: vec![BTreeSet::new(); articles] };
        for (one, (name, together)) in
            named.into_iter().filter(|(_, together)| few.contains(&together.len())).enumerate()
        {
            for article in together {
                company.of_article[article].insert(one);
            }
            company.seldom.insert(name, one);
        }
        company
    }

    /// Those of an article beside the one of this name.
    fn beside(&self, article: usize, name: &str) -> BTreeSet<usize> {
        let own = self.seldom.get(name);
        self.of_article[article].iter().copied().filter(|one| Some(one) != own).collect()
    }
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
    let full = |member: &&Local<'_>| FullName::new(&member.found().name).is_some();
    let first = members.clone().find(full).or_else(|| members.clone().next()).expect("a group has members");
    let known = people.place_of(first.text, first.found()).map(|place| people.at(place));
    let (mut mentions, mut roles) = (Vec::new(), Vec::new());
    let mut printed = Vec::new();
    for member in members {
        let passage = |&span: &_| Passage { article: member.article as u32, span };
        mentions.extend(member.found().mentions.iter().map(passage));
        roles.extend(member.found().roles.iter().map(passage));
        printed.extend(member.found().roles.iter().map(|role| role.of(member.text)));
    }
    Speaker {
        slug: String::new(),
        name: known.map_or(&first.found().name, |known| &known.name).clone(),
        kind: known.map_or(first.found().kind, |known| known.kind),
        mentions,
        roles,
        offices: offices(&printed),
        tied_to: None,
        wikidata: known.and_then(|known| known.wikidata.clone()),
    }
}
