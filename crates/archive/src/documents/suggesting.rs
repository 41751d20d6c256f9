//! How what a reader has typed may go on: a word, somebody's name, a role.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use verbatim_search::{Index, MAX_BYTES};
use verbatim_words::words;

use super::asking::has;
use crate::Archive;

/// Names and roles of so many words are recognised by what was typed last.
const WORDS: usize = 3;

/// How what was typed may go on, each kind likeliest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completions {
    /// Words that the last one typed begins, folded.
    pub words: Vec<String>,
    /// Speakers in whose name the last words typed stand: indices into [`Archive::speakers`].
    pub speakers: Vec<u32>,
    /// Roles in which they stand, as printed.
    pub roles: Vec<String>,
}

/// How `typed` may go on, with at most `limit` of each kind. Nothing, where the last word is not being typed
/// still, or the query is too long to be read whole.
pub fn complete(archive: &Archive, index: &Index, typed: &str, limit: usize) -> Completions {
    if typed.len() > MAX_BYTES {
        return Completions::default();
    }
    let starts: Vec<usize> = words(typed).map(|word| word.span.start).collect();
    let is_open = words(typed).last().is_some_and(|word| word.span.end == typed.len());
    let ends =
        starts.iter().skip(starts.len().saturating_sub(WORDS)).filter(|_| is_open).map(|at| &typed[*at..]);
    let mut found = Completions { words: index.complete(typed, limit), ..Completions::default() };
    for end in ends {
        if found.speakers.is_empty() {
            let named = (0..).zip(&archive.speakers).filter(|(_, speaker)| has(&speaker.name, end));
            found.speakers = named.map(|(at, _)| at).take(limit).collect();
        }
        if found.roles.is_empty() {
            found.roles = roles(archive, end, limit);
        }
    }
    found
}

/// The roles that `value` stands in, those of most statements first.
fn roles(archive: &Archive, value: &str, limit: usize) -> Vec<String> {
    let mut counts: HashMap<&str, (u64, u64)> = HashMap::new();
    for (statement, at) in archive.statements.iter().zip(0..) {
        if let Some(role) = statement.said.role {
            counts.entry(role.of(&archive.article(statement).text)).or_insert((0, at)).0 += 1;
        }
    }
    let mut roles: Vec<_> = counts.into_iter().filter(|(role, _)| has(role, value)).collect();
    roles.sort_by_key(|(_, (count, first))| (u64::MAX - count, *first));
    roles.into_iter().take(limit).map(|(role, _)| role.to_owned()).collect()
}
