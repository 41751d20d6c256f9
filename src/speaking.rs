//! Who speaks, and of whom.

use serde::{Deserialize, Serialize};
use verbatim_extract::Span;

use crate::{
    edition::Edition,
    finding::Found,
    order::{by_rank, descending},
};

/// How many people are shown at most: more names than these nobody reads in a drawing.
const SHOWN: usize = 24;

/// Somebody who speaks or is spoken of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// The index of the speaker.
    pub speaker: u32,
    /// How many of the statements are theirs.
    pub said: u32,
    /// Whom they name in them, by place among the voices, and in how many.
    pub names: Vec<(usize, u32)>,
    /// How many statements of others name them.
    pub named: u32,
}

/// The voices of what was found, those who say most first; how many were left out for want of room.
pub fn voices(edition: &Edition, found: &Found) -> (Vec<Voice>, usize) {
    let count = edition.archive.speakers.len();
    let mentions = mentions(edition);
    let (mut said, mut named) = (vec![0; count], vec![0; count]);
    let mut pairs: Vec<u64> = Vec::new();
    for statement in &found.statements {
        let statement = edition.statement(*statement);
        let Some(speaker) = statement.said.speaker else {
            continue;
        };
        said[speaker as usize] += 1;
        let here = &mentions[statement.article as usize];
        let within = |span: Span| statement.said.quotations.iter().any(|q| q.span.contains(span));
        let mut spoken_of: Vec<u32> = Vec::new();
        for (span, other) in here {
            if *other != speaker && !spoken_of.contains(other) && within(*span) {
                spoken_of.push(*other);
                named[*other as usize] += 1;
                pairs.push(u64::from(speaker) << 32 | u64::from(*other));
            }
        }
    }
    let rank = |speaker: usize| descending(u64::from(said[speaker]) << 32 | u64::from(named[speaker]));
    let heard = |speaker: &u32| said[*speaker as usize] + named[*speaker as usize] > 0;
    let mut shown: Vec<u32> = by_rank((0..count).map(rank)).into_iter().filter(heard).collect();
    let left_out = shown.len().saturating_sub(SHOWN);
    shown.truncate(SHOWN);
    let voice = |speaker: &u32| Voice {
        speaker: *speaker,
        said: said[*speaker as usize],
        names: names(&pairs, *speaker, &shown),
        named: named[*speaker as usize],
    };
    (shown.iter().map(voice).collect(), left_out)
}

/// The statements of others that name a speaker.
pub fn naming(edition: &Edition, speaker: u32) -> Vec<u32> {
    let mut naming = Vec::new();
    for mention in &edition.archive.speakers[speaker as usize].mentions {
        let first = edition.first_in(mention.article) as u32;
        for (statement, index) in edition.statements_in(mention.article).iter().zip(first..) {
            let within = statement.said.quotations.iter().any(|q| q.span.contains(mention.span));
            if within && statement.said.speaker != Some(speaker) && !naming.contains(&index) {
                naming.push(index);
            }
        }
    }
    naming
}

/// Whom `speaker` names, of those who are shown, and how often. `pairs` holds both in one number each.
fn names(pairs: &[u64], speaker: u32, shown: &[u32]) -> Vec<(usize, u32)> {
    let times = |other: &u32| {
        let wanted = u64::from(speaker) << 32 | u64::from(*other);
        pairs.iter().filter(|pair| **pair == wanted).count() as u32
    };
    let named = shown.iter().map(times).enumerate();
    named.filter(|(_, times)| *times > 0).collect()
}

/// Who is named where in each article.
fn mentions(edition: &Edition) -> Vec<Vec<(Span, u32)>> {
    let mut mentions = vec![Vec::new(); edition.archive.articles.len()];
    for (speaker, index) in edition.archive.speakers.iter().zip(0..) {
        for mention in &speaker.mentions {
            mentions[mention.article as usize].push((mention.span, index));
        }
    }
    mentions
}
