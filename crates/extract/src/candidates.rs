//! Who else could have said it, and why they were not taken.

use crate::{
    chunks::{Chunk, Phrase},
    lexicon::Class,
    model::{Candidate, Lost, Span},
    subjects::Clause,
};

/// A receipt names so many others at most: more would explain nothing.
const MOST: usize = 3;

/// The chunks of a sentence whose phrases could speak besides the source, nearest to it first.
pub(crate) fn others(clause: &Clause<'_>, source: &Phrase) -> Vec<usize> {
    let mut nearest = [(usize::MAX, 0); MOST];
    for (at, chunk) in clause.chunks.iter().enumerate() {
        let Chunk::Phrase(phrase) = chunk else { continue };
        let overlaps = phrase.tokens.start < source.tokens.end && source.tokens.start < phrase.tokens.end;
        let mut next = (phrase.head_token.abs_diff(source.head_token), at);
        if !overlaps && next < nearest[MOST - 1] && is_speaker(clause, phrase) {
            // Whoever is further away moves on, and the last of them out.
            for place in &mut nearest {
                if next < *place {
                    std::mem::swap(&mut next, place);
                }
            }
        }
    }
    nearest.iter().filter(|(distance, _)| *distance < usize::MAX).map(|(_, at)| *at).collect()
}

/// The phrase at `at`, with why it was not taken; `subjects` are the sentence's.
pub(crate) fn candidate(clause: &Clause<'_>, at: usize, subjects: &[usize]) -> Option<Candidate> {
    let mention = Span::from(clause.text.bytes(clause.phrase(at)?.tokens.clone()));
    Some(Candidate { mention, lost: lost(clause, at, subjects) })
}

/// The chunks that are subjects of some verb of a sentence.
pub(crate) fn subjects(clause: &Clause<'_>) -> Vec<usize> {
    let verbs =
        (0..clause.chunks.len()).filter(|&at| matches!(clause.chunks[at], Chunk::Cue(_) | Chunk::Verb(_)));
    verbs.filter_map(|at| clause.subject(at)).collect()
}

/// Whether a phrase names somebody: a person, a pronoun of a person, a noun of people or of a body.
fn is_speaker(clause: &Clause<'_>, phrase: &Phrase) -> bool {
    let class = clause.token_class(phrase.head_token);
    let people = class.any(Class::ROLE.or(Class::PLURAL_PERSON).or(Class::COLLECTIVE));
    let third = || ["he", "she", "they"].iter().any(|word| clause.text.is_word(phrase.head_token, word));
    (clause.is_person(phrase) || people || third()) && clause.can_speak(phrase)
}

fn lost(clause: &Clause<'_>, at: usize, subjects: &[usize]) -> Lost {
    let before = at.checked_sub(1).map(|before| &clause.chunks[before]);
    match (subjects.contains(&at), before) {
        (false, Some(Chunk::Preposition(_))) => Lost::BehindPreposition,
        (false, _) => Lost::NoSubject,
        (true, Some(Chunk::Subordinator(_) | Chunk::Cue(_))) => Lost::InReportedClause,
        (true, _) => Lost::OfAnotherVerb,
    }
}
