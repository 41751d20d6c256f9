//! People of one name: which of them are one, by their roles and by the company in which they are named.
//!
//! Full names that are equal are mostly one person's, so namesakes are one unless something says otherwise: middle names
//! or offices that exclude each other, or fields of life that few people change between. The company of others who
//! are seldom named says more than roles. Where namesakes do exclude each other, who fits several of them is the one
//! who is named by far most, since only the well-known go without introduction, and else stays alone.

use std::collections::{BTreeMap, BTreeSet};

use crate::roles::{Fields, Role};

/// So many others, seldom named and named in both, make two namesakes one whatever their roles.
const COMPANY: usize = 2;

/// So many times more articles than all whom it excludes name the one who needs no introduction.
const KNOWN: usize = 4;

/// Somebody as one article tells of them.
pub(crate) struct Bearer {
    /// Which of the edition's.
    pub(crate) at: usize,
    /// What stands between given name and surname, and behind: "W", "Jr".
    pub(crate) between: Vec<String>,
    pub(crate) roles: Vec<Role>,
    /// Others of the article whom few articles name.
    pub(crate) company: BTreeSet<usize>,
}

/// Puts together those who are one. The order of `bearers` makes no difference to who that is.
pub(crate) fn apart(bearers: &[Bearer]) -> Vec<Vec<usize>> {
    let (settled, open): (Vec<Person<'_>>, Vec<Person<'_>>) =
        agreeing(bearers).into_iter().partition(|person| !person.fields.is_unknown());
    let mut people = twins(settled);
    let open = join_the_known(&mut people, open);
    let fits = |person: &Person<'_>| {
        let mut fits = (0..people.len()).filter(|&at| person.can_be(&people[at]));
        fits.next().filter(|_| fits.next().is_none())
    };
    let found: Vec<Option<usize>> = open.iter().map(fits).collect();
    let excluded = people.len() > 1;
    let mut left = Vec::new();
    for (person, only) in open.into_iter().zip(found) {
        match only {
            Some(only) => people[only].take(person),
            None => left.push(person),
        }
    }
    // Among namesakes who exclude each other, nothing says which of them these are.
    people.extend(if excluded { left } else { twins(left) });
    people.into_iter().map(|person| person.members.into_iter().collect()).collect()
}

/// Which of those who are called by a surname bear an office of the one who is known, when nothing excludes that they
/// are that one.
pub(crate) fn share_office(lone: &[Bearer], known: &[Bearer]) -> Vec<bool> {
    let same = |role: &Role, other: &Role| {
        role.offices.iter().any(|office| other.offices.contains(office)) && !role.is_elsewhere(other)
    };
    let shared = |one: &Bearer| {
        let others = || known.iter().flat_map(|bearer| &bearer.roles);
        one.roles.iter().any(|role| others().any(|other| same(role, other)))
    };
    let person = whole(known);
    lone.iter().map(|one| shared(one) && Person::new(one).can_be(&person)).collect()
}

/// The one of `people` whom so many more articles name than all the others together that it needs no introduction; the only
/// one where there are no others. `named` says how many articles name one.
pub(crate) fn by_far_the_most(
    people: impl Iterator<Item = usize>,
    named: impl Fn(&usize) -> usize,
) -> Option<usize> {
    let people: Vec<usize> = people.collect();
    let most = *people.iter().max_by_key(|one| named(one))?;
    let all: usize = people.iter().map(&named).sum();
    (named(&most) >= KNOWN * (all - named(&most))).then_some(most)
}

/// All that is told of bearers who are one.
fn whole(bearers: &[Bearer]) -> Person<'_> {
    let mut whole = Person::default();
    bearers.iter().for_each(|bearer| whole.take(Person::new(bearer)));
    whole
}

/// One or several bearers who are one.
#[derive(Default)]
struct Person<'a> {
    members: BTreeSet<usize>,
    between: BTreeSet<&'a [String]>,
    fields: Fields,
    roles: Vec<&'a Role>,
    company: BTreeSet<usize>,
}

impl<'a> Person<'a> {
    fn new(bearer: &'a Bearer) -> Self {
        Person {
            members: BTreeSet::from([bearer.at]),
            between: BTreeSet::from([bearer.between.as_slice()]),
            fields: bearer.roles.iter().fold(Fields::default(), |fields, role| fields.and(role.fields)),
            roles: bearer.roles.iter().filter(|role| !role.places.is_empty()).collect(),
            company: bearer.company.clone(),
        }
    }

    fn take(&mut self, other: Person<'a>) {
        self.members.extend(other.members);
        self.between.extend(other.between);
        self.fields = self.fields.and(other.fields);
        self.roles.extend(other.roles);
        self.company.extend(other.company);
    }

    fn can_be(&self, other: &Person<'_>) -> bool {
        let named = self.between.iter().all(|one| other.between.iter().all(|two| can_stand_for(one, two)));
        let elsewhere = !self.roles.is_empty()
            && !other.roles.is_empty()
            && self.roles.iter().all(|one| other.roles.iter().all(|two| one.is_elsewhere(two)));
        let lives = !elsewhere && !self.fields.is_far_from(other.fields);
        named && (lives || self.company.intersection(&other.company).take(COMPANY).count() == COMPANY)
    }
}

/// Whether what stands between given name and surname can be one person's: nothing, an initial, or the same.
fn can_stand_for(one: &[String], other: &[String]) -> bool {
    let initial = |one: &str, other: &str| {
        one == other || (one.len() == 1 || other.len() == 1) && one.chars().next() == other.chars().next()
    };
    one.iter().zip(other).all(|(one, other)| initial(one, other))
}

/// Those who bear the same office, of the same place where it is one of a place.
fn agreeing<'a>(bearers: &'a [Bearer]) -> Vec<Person<'a>> {
    type Office<'a> = (&'a [String], &'a str);
    let offices = || {
        bearers.iter().enumerate().flat_map(|(at, bearer)| {
            let roles = bearer.roles.iter();
            roles.flat_map(move |role| {
                let place = role.places.iter().min().map(String::as_str);
                role.offices
                    .iter()
                    .map(move |office| (at, (bearer.between.as_slice(), office.as_str()), place))
            })
        })
    };
    let mut places: BTreeMap<Office<'_>, BTreeSet<&str>> = BTreeMap::new();
    for (_, office, place) in offices() {
        places.entry(office).or_default().extend(place);
    }
    let mut first: BTreeMap<(Office<'_>, Option<&str>), usize> = BTreeMap::new();
    let mut person_of: Vec<usize> = (0..bearers.len()).collect();
    for (at, office, place) in offices() {
        let place = place.filter(|_| places[&office].len() > 1);
        let other = *first.entry((office, place)).or_insert(at);
        let (one, other) = (root(&person_of, at), root(&person_of, other));
        person_of[one.max(other)] = one.min(other);
    }
    let mut people: BTreeMap<usize, Person<'a>> = BTreeMap::new();
    for (at, bearer) in bearers.iter().enumerate() {
        people.entry(root(&person_of, at)).or_default().take(Person::new(bearer));
    }
    people.into_values().collect()
}

fn root(person_of: &[usize], mut at: usize) -> usize {
    while person_of[at] != at {
        at = person_of[at];
    }
    at
}

/// Joins all who can be the same ones: of three who could be one in pairs, but not all at once, none is joined.
fn twins(people: Vec<Person<'_>>) -> Vec<Person<'_>> {
    let fits: Vec<Vec<bool>> =
        people.iter().map(|one| people.iter().map(|other| one.can_be(other)).collect()).collect();
    let mut joined: Vec<(usize, Person<'_>)> = Vec::new();
    for (at, person) in people.into_iter().enumerate() {
        match joined.iter_mut().find(|(other, _)| fits[at][*other] && fits[at] == fits[*other]) {
            Some((_, twin)) => twin.take(person),
            None => joined.push((at, person)),
        }
    }
    joined.into_iter().map(|(_, person)| person).collect()
}

/// Where one is named in far more articles than all the others, whoever can be that one is. Gives back the rest of
/// `open`.
fn join_the_known<'a>(people: &mut Vec<Person<'a>>, open: Vec<Person<'a>>) -> Vec<Person<'a>> {
    let Some(most) = (0..people.len()).max_by_key(|&at| people[at].members.len()) else { return open };
    let mut known = people.swap_remove(most);
    let fits = |person: &Person<'_>| known.can_be(person);
    let (same_open, other_open): (Vec<_>, Vec<_>) = open.into_iter().partition(fits);
    let others: usize = people.iter().chain(&other_open).map(|person| person.members.len()).sum();
    let (same, rest): (Vec<_>, Vec<_>) = std::mem::take(people).into_iter().partition(fits);
    if known.members.len() < KNOWN * others {
        *people = same.into_iter().chain(rest).chain([known]).collect();
        return same_open.into_iter().chain(other_open).collect();
    }
    same.into_iter().chain(same_open).for_each(|person| known.take(person));
    *people = rest;
    people.push(known);
    other_open
}
