//! What stands around a tag: `..., Ann Doe said`, `according to Ann Doe, ...`.

use std::slice::from_ref;

use super::{Reader, Reported, Tie};
use crate::{
    attribution::Construct,
    chunks::{Chunk, Head},
    lexicon::Class,
};

impl Reader<'_> {
    /// `..., Ann Doe said on Monday.` and `The plan, Ann Doe said, is ...`.
    pub(super) fn tag(&self, at: usize) -> Option<Reported> {
        let Chunk::Cue(cue) = self.chunks()[at] else { return None };
        let class = self.clause.token_class(cue);
        if !class.any(Class::SPEECH) || !class.any(Class::FINITE) {
            return None;
        }
        let comma_before = at.checked_sub(1).is_some_and(|before| self.is_border(before));
        let source = match self.clause.inverted(at).filter(|_| comma_before) {
            Some(source) => source,
            None => self.clause.subject(at)?,
        };
        let (first, last) = (source.min(at), source.max(at));
        first.checked_sub(1).filter(|&comma| self.is_border(comma))?;
        let tie = Tie { construct: Construct::ReportedTag, cue, chunk: at };
        let before = self.first_token(self.behind_lead_in(first))?..self.first_token(first)?;
        let border = self.behind_tag(last + 1)?;
        // Between the tag and the rest of the clause stands nothing but the comma.
        if border == last + 1 && self.goes_on(border) {
            let rest = self.first_token(border + 1)?..self.end(border + 1, tie.construct);
            return self.reported(tie, source, &[before, rest]);
        }
        let has_verb = self.chunks()[..first].iter().any(is_verb);
        has_verb.then(|| self.reported(tie, source, from_ref(&before))).flatten()
    }

    fn is_border(&self, at: usize) -> bool {
        matches!(self.chunks()[at], Chunk::Comma | Chunk::Dash)
    }

    /// The chunk where the words begin: "But, Ann Doe said, ..." leads in with none of them.
    fn behind_lead_in(&self, tag: usize) -> usize {
        let leads_in = |chunk: &Chunk| {
            matches!(chunk, Chunk::Adverb(_) | Chunk::Conjunction | Chunk::Comma | Chunk::Subordinator(_))
        };
        if self.chunks()[..tag].iter().all(leads_in) { tag } else { 0 }
    }

    /// Whether the clause goes on behind the comma at `border`.
    fn goes_on(&self, border: usize) -> bool {
        let begins = match self.chunks().get(border + 1) {
            Some(Chunk::Verb(token) | Chunk::Cue(token)) => {
                !self.clause.token_class(*token).any(Class::GERUND)
            }
            Some(Chunk::Phrase(phrase)) => phrase.head != Head::Relative,
            chunk => matches!(
                chunk,
                Some(Chunk::Auxiliary(_) | Chunk::Conjunction | Chunk::Preposition(_) | Chunk::Adverb(_))
            ),
        };
        begins && self.chunks()[border..].iter().any(is_verb)
    }

    /// The comma or stop that closes a tag, a day and an occasion passed over; None where a clause follows.
    fn behind_tag(&self, from: usize) -> Option<usize> {
        let circumstance =
            |chunk: &Chunk| matches!(chunk, Chunk::Phrase(_) | Chunk::Preposition(_) | Chunk::Adverb(_));
        let passed = self.chunks()[from..].iter().take_while(|chunk| circumstance(chunk)).count();
        let closes =
            matches!(self.chunks().get(from + passed), None | Some(Chunk::Comma | Chunk::Stop | Chunk::Dash));
        closes.then_some(from + passed)
    }

    /// `According to Ann Doe, ...` and `..., according to Ann Doe`.
    pub(super) fn according(&self, at: usize) -> Option<Reported> {
        if !self.clause.is_preposition(at, "according") {
            return None;
        }
        let source = at + 2;
        self.clause.phrase(source)?;
        let cue = self.first_token(at)?;
        let tie = Tie { construct: Construct::ReportedTag, cue, chunk: at };
        if at > 0 {
            return self.reported(tie, source, from_ref(&(self.tokens.start..cue)));
        }
        let comma =
            (source..self.chunks().len()).find(|&comma| matches!(self.chunks()[comma], Chunk::Comma))?;
        let start = self.first_token(comma + 1)?;
        self.reported(tie, source, from_ref(&(start..self.tokens.end)))
    }
}

fn is_verb(chunk: &Chunk) -> bool {
    matches!(chunk, Chunk::Verb(_) | Chunk::Auxiliary(_) | Chunk::Cue(_))
}
