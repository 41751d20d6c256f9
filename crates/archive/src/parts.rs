//! An edition in parts, for a page that is not to wait for all of it.
//!
//! What a query touches is little of a large edition: some words of the dictionary, their lists, and the articles of the
//! statements that are shown. [`cut`] makes small files of what [`write()`](crate::write) wrote, which any static host
//! serves: the *head*, with which everything begins; the pieces of the index; and *leaves*, each of which is a small
//! archive of a few neighbouring articles, with of their people what a list shows. [`Parts`] answers from those that are
//! here and tells which were missed: they are fetched, and it is asked again. First the index is asked until it misses
//! nothing, in four rounds or so; then come the leaves of what is to be shown.
//!
//! Every part bears a checksum of itself, its number and its edition: one of another edition is refused, as a host that
//! is published to meanwhile may serve it.
//!
//! # Limits
//! Of a hundred thousand made-up statements (56 MB) a first query fetches 215 kB at p50 and 371 at p90, what is shown
//! included; one that follows 39 to 44 at p50, and 97 to 218 at p90, which is for words that stand in most statements, of
//! which the places in the best few hundred are looked at. The most that any fetched is 475:
//! `cargo run --profile host -p verbatim-archive --example transfer -- 100000`.
//!
//! What counts all statements (facets, order by day, groups, the people of an edition, fields such as `speaker:`) needs
//! all of them: that is for the whole file. So is every page but the list.

mod leaf;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use verbatim_search::{Checksum, Index, Part, Results, checksum};

use self::leaf::{append, leaf, leaves};
use crate::{Archive, OpenError, Statement, documents, open_to_search};

/// The first bytes of every head: a name that no text begins with, and the format's version.
const MAGIC: &[u8; 8] = b"\0VBTP\0\0\x01";

/// The name of the head among the parts.
pub const HEAD: &str = "head";

/// What the names of the index's pieces and of leaves begin with; a number follows.
const KINDS: [&str; 2] = ["i", "s"];

/// Cuts what [`write()`](crate::write) wrote into parts, each with its name.
///
/// # Errors
/// [`OpenError`] when the bytes are not an archive of this version, or were damaged.
pub fn cut(file: &[u8]) -> Result<Vec<(String, Vec<u8>)>, OpenError> {
    let (archive, index) = open_to_search(file)?;
    let edition = checksum(file);
    let leaves = leaves(&archive);
    let first = |article: usize| archive.statements.partition_point(|one| (one.article as usize) < article);
    let counts: Vec<u32> = leaves.iter().map(|leaf| (first(leaf.end) - first(leaf.start)) as u32).collect();
    let head =
        postcard::to_stdvec(&(edition, counts, index.head())).expect("a head in memory can be encoded");
    let head = [&MAGIC[..], &checksum(&head).to_le_bytes(), &head].concat();
    let pieces = index.pieces().zip(0..).map(|(piece, number)| (name(0, number), piece));
    let leaves = leaves.into_iter().zip(0..).map(|(articles, number)| {
        let leaf = postcard::to_stdvec(&leaf(&archive, articles)).expect("a leaf in memory can be encoded");
        (name(1, number), [&sum(edition, number, &leaf).to_le_bytes()[..], &leaf].concat())
    });
    Ok([(HEAD.to_owned(), head)].into_iter().chain(pieces).chain(leaves).collect())
}

fn name(kind: usize, number: u32) -> String {
    KINDS[kind].to_owned() + &number.to_string()
}

/// The checksum of a leaf.
fn sum(edition: u64, number: u32, leaf: &[u8]) -> u64 {
    let mut sum = Checksum::default();
    sum.add(&edition.to_le_bytes());
    sum.add(&number.to_le_bytes());
    sum.add(leaf);
    sum.end()
}

/// An edition of which parts are here.
#[derive(Debug)]
pub struct Parts {
    edition: u64,
    index: Index,
    /// The number of the first statement of each leaf; and how many statements there are.
    starts: Vec<u32>,
    leaves: BTreeMap<u32, Archive>,
    missed: BTreeSet<u32>,
}

/// Some statements of an edition, as an archive that holds them and a few more.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// The archive. Of people it knows what is shown of those who speak in it, and their numbers are its own.
    pub archive: Archive,
    /// The number in the edition of each of its statements, ascending.
    pub numbers: Vec<u32>,
}

impl Parts {
    /// Opens the head.
    ///
    /// # Errors
    /// [`OpenError`] when the bytes are not a head of this version, or were damaged.
    pub fn open(head: &[u8]) -> Result<Parts, OpenError> {
        let rest = head.strip_prefix(MAGIC).ok_or(OpenError::NotAnArchive)?;
        let (told, head) = rest.split_first_chunk().ok_or(OpenError::Damaged)?;
        if u64::from_le_bytes(*told) != checksum(head) {
            return Err(OpenError::Damaged);
        }
        let (edition, counts, index): (u64, Vec<u32>, Vec<u8>) =
            postcard::from_bytes(head).map_err(|_| OpenError::Damaged)?;
        let index = documents::open_head(&index).map_err(|_| OpenError::Damaged)?;
        let mut starts = vec![0_u32];
        for count in counts {
            starts.push(starts[starts.len() - 1].saturating_add(count));
        }
        if starts.last().copied() != Some(index.len() as u32) {
            return Err(OpenError::Damaged);
        }
        Ok(Parts { edition, index, starts, leaves: BTreeMap::new(), missed: BTreeSet::new() })
    }

    /// What finds statements, as far as it is here.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Every statement that `typed` finds, best first. None where it asks for what only the whole file tells.
    pub fn ask(&self, typed: &str) -> Option<Results> {
        let query = documents::understood(typed);
        let is_field = |part: &Part| matches!(part, Part::Field { .. });
        (!query.parts.iter().any(is_field)).then(|| self.index.ask(&query, |_| true))
    }

    /// The leaf that a statement is on.
    pub fn leaf_of(&self, statement: u32) -> u32 {
        self.starts.partition_point(|start| *start <= statement).saturating_sub(1) as u32
    }

    /// What holds these statements, as far as their leaves are here.
    pub fn excerpt(&mut self, statements: impl Iterator<Item = u32>) -> Excerpt {
        let leaves: BTreeSet<u32> = statements.map(|statement| self.leaf_of(statement)).collect();
        let mut excerpt = Excerpt::default();
        for number in leaves {
            let Some(leaf) = self.leaves.get(&number) else {
                self.missed.insert(number);
                continue;
            };
            let start = self.starts[number as usize];
            excerpt.numbers.extend(start..start + leaf.statements.len() as u32);
            append(&mut excerpt.archive, leaf);
        }
        excerpt
    }

    /// The names of the parts that were missed since this was last asked. What was answered meanwhile is worth nothing
    /// unless there are none.
    pub fn missed(&mut self) -> Vec<String> {
        let pieces = self.index.missed().into_iter().map(|number| name(0, number));
        pieces.chain(std::mem::take(&mut self.missed).into_iter().map(|number| name(1, number))).collect()
    }

    /// Takes the part of that name.
    ///
    /// # Errors
    /// [`OpenError::Damaged`] when the bytes are not that part of this edition.
    pub fn give(&mut self, name: &str, bytes: &[u8]) -> Result<(), OpenError> {
        let of_kind = |kind: usize| name.strip_prefix(KINDS[kind]).and_then(|number| number.parse().ok());
        match (of_kind(0), of_kind(1)) {
            (Some(piece), _) => self.index.give(piece, bytes).map_err(|_| OpenError::Damaged),
            (None, Some(number)) => self.give_leaf(number, bytes).ok_or(OpenError::Damaged),
            (None, None) => Err(OpenError::Damaged),
        }
    }

    fn give_leaf(&mut self, number: u32, bytes: &[u8]) -> Option<()> {
        let (told, leaf) = bytes.split_first_chunk()?;
        let count = self.starts.get(number as usize + 1)? - self.starts[number as usize];
        if u64::from_le_bytes(*told) != sum(self.edition, number, leaf) {
            return None;
        }
        let archive: Archive = postcard::from_bytes(leaf).ok()?;
        (archive.statements.len() == count as usize).then(|| self.leaves.insert(number, archive))?;
        Some(())
    }
}

impl Excerpt {
    /// The statement with that number in the edition, where it is one of these.
    pub fn statement(&self, number: u32) -> Option<&Statement> {
        Some(&self.archive.statements[self.numbers.binary_search(&number).ok()?])
    }
}
