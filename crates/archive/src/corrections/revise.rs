//! One statement, as its correction says it is.

use verbatim_extract::{Quotation, Span, Speaker, SpeakerKind, Statement};

use super::{CORRECTED, Correction, Misfit, find};
use crate::{People, id::slug};

/// Makes `statement` what `correction` says.
///
/// # Errors
/// When something that the correction names is not to be found. Then `statement` may be half corrected: the
/// caller throws it away.
pub(super) fn revise(
    text: &str,
    statement: &mut Statement,
    speakers: &mut Vec<Speaker>,
    correction: &Correction,
    people: &People,
) -> Result<(), Misfit> {
    if !correction.quotations.is_empty() {
        statement.quotations = quotations(text, statement, &correction.quotations)?;
        let spans = statement.quotations.iter().map(|quotation| quotation.span);
        statement.insertions = spans.flat_map(|span| brackets(text, span)).collect();
    }
    // Looked up before anything is added to the speakers, so that a correction that fails leaves them alone.
    let role = correction.role.as_deref().map(|role| self::role(text, statement, role)).transpose()?;
    if let Some(name) = &correction.speaker {
        let speaker = match name.trim() {
            "" => None,
            name => Some(speaker(text, speakers, name, people)?),
        };
        set_speaker(statement, speaker, speakers);
    }
    let speaker = statement.speaker.map(|speaker| &mut speakers[speaker as usize]);
    if let (Some(kind), Some(speaker)) = (correction.speaker_kind, speaker) {
        speaker.kind = kind;
    }
    if let Some(role) = role {
        set_role(statement, role, speakers);
    }
    statement.kind = correction.kind.unwrap_or(statement.kind);
    CORRECTED.clone_into(&mut statement.receipt.construct);
    statement.receipt.confidence = 100;
    Ok(())
}

/// The quotations as the editor gives them. Each keeps the source and cue of the one that it overlaps, or else of
/// the first.
fn quotations(text: &str, statement: &Statement, wanted: &[String]) -> Result<Vec<Quotation>, Misfit> {
    let first = statement.quotations[0];
    let mut found = Vec::new();
    for words in wanted {
        let at = found.last().map_or(first.span.start, |last: &Quotation| last.span.end);
        let span =
            find::quotation(text, words, at).ok_or_else(|| Misfit::NotPrinted(words.trim().to_owned()))?;
        let old =
            statement.quotations.iter().find(|old| old.span.start < span.end && span.start < old.span.end);
        found.push(Quotation { span, ..*old.unwrap_or(&first) });
    }
    found.sort_by_key(|quotation| quotation.span);
    found.dedup_by_key(|quotation| quotation.span);
    Ok(found)
}

/// What stands in square brackets, brackets included.
fn brackets(text: &str, span: Span) -> Vec<Span> {
    let (words, start) = (span.of(text), span.start as usize);
    let opened = words.match_indices('[').map(|(open, _)| open);
    let closed = opened.filter_map(|open| Some((open, open + words[open..].find(']')? + 1)));
    closed.map(|(open, close)| Span::from(start + open..start + close)).collect()
}

/// The speaker of that name: one that the article was found to name, one that the editor knows, or a new one
/// where the name is printed.
fn speaker(text: &str, speakers: &mut Vec<Speaker>, name: &str, people: &People) -> Result<u32, Misfit> {
    let wanted = slug(name);
    let known = people.named(name);
    let named = |speaker: &Speaker| slug(&speaker.name) == wanted;
    let same = |speaker: &Speaker| known.is_some() && people.of(text, speaker) == known;
    let printed = |speaker: &Speaker| speaker.mentions.iter().any(|mention| slug(mention.of(text)) == wanted);
    let surname = |speaker: &Speaker| slug(&speaker.name).ends_with(&format!("-{wanted}"));
    let found = [&named as &dyn Fn(&Speaker) -> bool, &same, &printed, &surname]
        .into_iter()
        .find_map(|fits| speakers.iter().position(fits));
    if let Some(at) = found {
        return Ok(at as u32);
    }
    let mentions = find::printed(text, name);
    if mentions.is_empty() && known.is_none() {
        return Err(Misfit::SpeakerUnknown(name.to_owned()));
    }
    let kind = known.map_or(SpeakerKind::Person, |known| known.kind);
    speakers.push(Speaker { name: name.to_owned(), kind, mentions, roles: Vec::new(), tied_to: None });
    Ok(speakers.len() as u32 - 1)
}

/// Puts a speaker in another's place. What led to the other no longer counts: a source that names it, the chain
/// from the source to the name, and the role.
fn set_speaker(statement: &mut Statement, speaker: Option<u32>, speakers: &[Speaker]) {
    let before = std::mem::replace(&mut statement.speaker, speaker);
    if before == speaker {
        return;
    }
    let names_other = |source: &Span| {
        before.is_some_and(|before| {
            speakers[before as usize].mentions.iter().any(|mention| source.contains(*mention))
        })
    };
    for quotation in &mut statement.quotations {
        quotation.source = quotation.source.filter(|source| !names_other(source));
    }
    statement.receipt.chain.clear();
    statement.receipt.candidates.clear();
    let end = statement.quotations.last().map_or(0, |quotation| quotation.span.end);
    let roles = speaker.map_or(&[][..], |speaker| &speakers[speaker as usize].roles);
    statement.role = roles.iter().rev().find(|role| role.start < end).or(roles.first()).copied();
}

/// Where a role is printed, nearest to the statement; none if the editor says that there is none.
fn role(text: &str, statement: &Statement, wanted: &str) -> Result<Option<Span>, Misfit> {
    if wanted.trim().is_empty() {
        return Ok(None);
    }
    let at = statement.quotations[0].span.start;
    let nearest = find::printed(text, wanted).into_iter().min_by_key(|span| span.start.abs_diff(at));
    nearest.map(Some).ok_or_else(|| Misfit::RoleNotPrinted(wanted.trim().to_owned()))
}

fn set_role(statement: &mut Statement, role: Option<Span>, speakers: &mut [Speaker]) {
    statement.role = role;
    let (Some(role), Some(speaker)) = (role, statement.speaker) else { return };
    let roles = &mut speakers[speaker as usize].roles;
    if !roles.contains(&role) {
        roles.push(role);
        roles.sort_unstable();
    }
}
