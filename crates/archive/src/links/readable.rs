//! The readable parts that an address was published with. The id alone makes it, but a page that was drawn ahead lies
//! where both lead: each has a trail of its own.

use std::collections::BTreeSet;

use super::{Address, Stood, trails::then};
use crate::{
    Archive, Fate, Trail,
    id::{former_slug, statement_slug},
};

/// What makes the readable part of an address of a speaker and words.
type Rule = fn(Option<&str>, &str) -> String;

/// The trails of an address whose readable part is not what it once was. `statement` is the one that bears its id.
pub(super) fn renamed(
    archive: &Archive,
    address: &Address,
    statement: Option<u32>,
    fate: &Fate,
) -> Vec<Trail> {
    let Stood::For { speaker, words } = &address.stood else {
        return Vec::new();
    };
    let words = words.join(" ");
    let slug = |rule: Rule, name: &str| rule(Some(name).filter(|name| !name.is_empty()), &words);
    let last = speaker.as_deref().unwrap_or_default();
    // Of an address that is no statement's, the last name has its trail already.
    let now = statement
        .map_or_else(|| slug(statement_slug, last), |index| archive.statements[index as usize].slug.clone());
    let names = || address.formerly.iter().map(String::as_str).chain([last]);
    let rules: [Rule; 2] = [statement_slug, former_slug];
    let slugs = rules.into_iter().flat_map(|rule| names().map(move |name| slug(rule, name)));
    let slugs: BTreeSet<String> = slugs.filter(|slug| *slug != now).collect();
    slugs.into_iter().map(|slug| Trail { id: address.id.clone(), slug, fate: fate.clone() }).collect()
}

/// The slug with which an address was published.
pub(super) fn slug_then(address: &Address) -> String {
    then(address).map_or_else(String::new, |then| statement_slug(then.speaker.as_deref(), &then.words))
}
