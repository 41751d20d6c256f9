//! Source and cue behind the quotation, or set off by commas: `"...," Ann Doe said`.

use super::{Attribution, Construct, reading::Reading};
use crate::{
    chunks::{Chunk, Head},
    lexicon::Class,
};

impl Reading<'_> {
    /// `"...," Ann Doe said` and `"...," said Ann Doe`: the cue stands behind the quotation, in the same breath.
    pub(super) fn tag_behind(&self) -> Option<Attribution> {
        let comma = self.inside().ends_with([',', '?', '!', '—', '-', '…']);
        let at = self.tag_begins(comma)?;
        match self.chunks().get(at)? {
            Chunk::Cue(token)
                if self.class(*token).any(Class::FINITE)
                    && (self.chunk == 0 || self.class(*token).any(Class::SPEECH)) =>
            {
                let source = self.clause.inverted(at).filter(|&source| !self.opens_clause(source))?;
                self.attribution(Construct::QuotationCueSource, source, Some(at))
            }
            // `"...," beamed Ann Doe`: after a comma any verb will do, where a person stands behind it.
            Chunk::Verb(_) if self.chunk == 0 && comma => {
                let named = |source: &usize| {
                    self.clause.phrase(*source).is_some_and(|phrase| self.clause.is_person(phrase))
                };
                let source = self.clause.inverted(at).filter(named);
                let source = source.filter(|&source| !self.opens_clause(source))?;
                self.attribution(Construct::QuotationCueSource, source, Some(at))
            }
            Chunk::Preposition(token) if self.clause.text.is_word(*token, "according") => {
                self.attribution(Construct::AccordingTo, self.phrase_behind(at + 1)?, Some(at))
            }
            Chunk::Phrase(_) if self.is_signature(at) => self.attribution(Construct::Colon, at, None),
            Chunk::Phrase(_) | Chunk::Subordinator(_) => self.tag_from(at, comma),
            _ => None,
        }
    }

    /// Where a tag behind the quotation can begin; None where nothing parts the two.
    fn tag_begins(&self, comma: bool) -> Option<usize> {
        let behind = &self.chunks()[self.chunk + 1..];
        let marks = behind
            .iter()
            .take_while(|chunk| matches!(chunk, Chunk::Comma | Chunk::Dash | Chunk::Other))
            .count();
        // Where the comma is missing, a verb of speech will do for a quotation that begins the sentence.
        let says = |chunk: Option<&Chunk>| matches!(chunk, Some(Chunk::Cue(token)) if self.class(*token).any(Class::SPEECH) && self.class(*token).any(Class::FINITE));
        let bare = self.chunk == 0 && (says(behind.get(marks)) || says(behind.get(marks + 1)));
        let parted = comma || marks > 0 || self.inside().ends_with('.') || bare;
        let adverbs = behind[marks..].iter().take_while(|chunk| matches!(chunk, Chunk::Adverb(_))).count();
        parted.then_some(self.chunk + 1 + marks + adverbs)
    }

    /// `"..." — Ann Doe, 24`: a dash and a name that end the sentence.
    fn is_signature(&self, at: usize) -> bool {
        let dash = matches!(self.chunks()[at - 1], Chunk::Dash) && self.chunk + 2 == at;
        let named = self.clause.phrase(at).is_some_and(|phrase| matches!(phrase.head, Head::Name(_)));
        let verb = |chunk: &Chunk| matches!(chunk, Chunk::Cue(_) | Chunk::Verb(_) | Chunk::Auxiliary(_));
        dash && named && !self.chunks()[at..].iter().any(verb)
    }

    /// Whether a verb follows the phrase at `at`: then it is the subject of a clause, and no inverted source.
    fn opens_clause(&self, at: usize) -> bool {
        let mut behind = at + 1;
        while matches!(self.chunks().get(behind), Some(Chunk::Preposition(_)))
            && self.clause.phrase(behind + 1).is_some()
        {
            behind += 2;
        }
        while matches!(self.chunks().get(behind), Some(Chunk::Adverb(_))) {
            behind += 1;
        }
        match self.chunks().get(behind) {
            Some(Chunk::Auxiliary(_)) => true,
            Some(Chunk::Cue(token) | Chunk::Verb(token)) => self.class(*token).any(Class::FINITE),
            _ => false,
        }
    }

    /// Source and cue from `at` on: `Ann Doe, a lawyer, later said`.
    fn tag_from(&self, at: usize, comma: bool) -> Option<Attribution> {
        let at = match self.chunks()[at] {
            Chunk::Subordinator(token) if self.clause.text.is_word(token, "as") => at + 1,
            Chunk::Subordinator(_) => return None,
            _ => at,
        };
        let end = self.chunks()[at..]
            .iter()
            .position(|chunk| matches!(chunk, Chunk::Stop | Chunk::Quote(_) | Chunk::Colon))
            .map_or(self.chunks().len(), |stop| at + stop);
        let starts = self
            .clause
            .phrase(at)
            .is_some_and(|phrase| self.clause.can_speak(phrase) && phrase.head != Head::Relative);
        if !starts || self.is_aside(at) {
            return None;
        }
        let belongs = |verb: &usize| {
            self.clause
                .subject(*verb)
                .is_some_and(|subject| subject == at || subject > at && self.same_chain(at, subject))
        };
        let verbs =
            || (at + 1..end).filter(|&verb| matches!(self.chunks()[verb], Chunk::Cue(_) | Chunk::Verb(_)));
        let speech = verbs().filter(|&verb| self.is_speech(verb)).find(belongs);
        let cues = || verbs().filter(|&verb| matches!(self.chunks()[verb], Chunk::Cue(_)));
        match speech.or_else(|| cues().find(belongs)) {
            // In mid-sentence only a verb of speech is a tag.
            Some(cue) if self.chunk > 0 && (!self.is_speech(cue) || self.ends_opening_clause()) => None,
            Some(cue) => {
                let source = self.before_description(at, self.clause.subject(cue)?);
                self.attribution(Construct::QuotationSourceCue, source, Some(cue))
            }
            // `"...," Ann Doe deadpanned`: after a comma any verb will do.
            None if comma && self.chunk == 0 && self.inside().ends_with([',', '?', '!']) => {
                let verb = verbs().find(belongs)?;
                self.attribution(Construct::QuotationSourceCue, at, Some(verb))
            }
            None => None,
        }
    }

    /// `called it "very flexible," a nod to ...`: whether the phrase behind a quotation in mid-sentence only says what
    /// that is: an indefinite thing that says nothing.
    fn is_aside(&self, at: usize) -> bool {
        let speaks = Class::SPEECH_NOUN.or(Class::DOCUMENT);
        self.chunk > 0
            && self.clause.phrase(at).is_some_and(|phrase| {
                let indefinite =
                    ["a", "an"].iter().any(|word| self.clause.text.is_word(phrase.tokens.start, word));
                indefinite && phrase.head == Head::Noun && !self.class(phrase.head_token).any(speaks)
            })
            && !self.clause.is_somebody(at)
    }

    /// "Ann Doe, 30, of Lima, Peru, who votes, said": the person at `at`, where what stands between only describes her.
    fn before_description(&self, at: usize, source: usize) -> usize {
        let joined = self.chunks()[at..source].iter().any(|chunk| matches!(chunk, Chunk::Conjunction));
        let named = !joined && self.clause.phrase(at).is_some_and(|phrase| self.clause.is_person(phrase));
        if named { at } else { source }
    }

    /// Whether the quotation is what somebody says in the clause that opens the sentence, so that what follows is the
    /// main clause and no tag: `When Ann Doe said it was "over," the mayor said ...`.
    fn ends_opening_clause(&self) -> bool {
        let colon = self.chunks()[..self.chunk].iter().any(|chunk| matches!(chunk, Chunk::Colon));
        if self.clause.main_clause() == self.chunk + 1 && !colon {
            return true;
        }
        let opens = self
            .chunks()
            .iter()
            .take(self.chunk)
            .find(|chunk| !matches!(chunk, Chunk::Adverb(_) | Chunk::Conjunction));
        if !matches!(opens, Some(Chunk::Subordinator(_) | Chunk::Preposition(_))) {
            return false;
        }
        let cue = (0..self.chunk).rev().find(
            |&at| matches!(self.chunks()[at], Chunk::Cue(token) if self.class(token).any(Class::SPEECH)),
        );
        cue.is_some_and(|cue| {
            !self.chunks()[..self.chunk].iter().any(|chunk| matches!(chunk, Chunk::Comma))
                && self.clause.subject(cue).is_some()
        })
    }

    /// Whether `later` belongs to the phrase that begins at `at`: only prepositions and phrases between.
    fn same_chain(&self, at: usize, later: usize) -> bool {
        self.chunks()[at..later].iter().all(|chunk| {
            matches!(chunk, Chunk::Phrase(_) | Chunk::Preposition(_) | Chunk::Comma | Chunk::Conjunction)
        })
    }

    /// `The move, Ann Doe said, was "..."`: source and cue between commas, anywhere in the sentence.
    pub(super) fn parenthetical(&self) -> Option<Attribution> {
        let border = |at: Option<&Chunk>| {
            matches!(at, None | Some(Chunk::Comma | Chunk::Dash | Chunk::Quote(_) | Chunk::Stop))
        };
        let speech = |at: &usize| matches!(self.chunks()[*at], Chunk::Cue(token) if self.class(token).any(Class::SPEECH) && self.class(token).any(Class::FINITE));
        let mut cues: Vec<usize> = (0..self.chunks().len()).filter(speech).collect();
        cues.sort_by_key(|cue| cue.abs_diff(self.chunk));
        cues.into_iter().find_map(|cue| {
            if let Some(source) = self.inverted_between(cue) {
                return self.attribution(Construct::ClauseSourceCue, source, Some(cue));
            }
            let source = self.clause.subject(cue).filter(|&source| source > 0)?;
            let closed = border(self.chunks().get(self.behind_day(cue + 1)));
            let opened = border(self.chunks().get(source - 1));
            (closed && opened)
                .then(|| self.attribution(Construct::ClauseSourceCue, source, Some(cue)))
                .flatten()
        })
    }

    /// The chunk behind "on Tuesday", "in Paris" and the like, from `at` on.
    fn behind_day(&self, at: usize) -> usize {
        /// Of when and where it was said a tag in mid-sentence has no more chunks.
        const REACH: usize = 5;
        let circumstance = |at: &usize| match &self.chunks()[*at] {
            Chunk::Preposition(_) | Chunk::Adverb(_) => true,
            Chunk::Phrase(phrase) => {
                !self.clause.can_speak(phrase) || matches!(self.chunks()[at - 1], Chunk::Preposition(_))
            }
            _ => false,
        };
        let end = self.chunks().len().min(at + REACH);
        at + (at..end).take_while(circumstance).count()
    }

    /// `The move, says Ann Doe, a lawyer, was "..."`: the name behind a cue that a comma opens, in front of the
    /// quotation.
    pub(super) fn inverted_between(&self, cue: usize) -> Option<usize> {
        let opened = cue > 0 && cue < self.chunk && matches!(self.chunks()[cue - 1], Chunk::Comma);
        let source = self.clause.inverted(cue).filter(|&source| opened && source < self.chunk)?;
        let closed = matches!(self.chunks().get(source + 1), Some(Chunk::Comma));
        let named = self.clause.phrase(source).is_some_and(|phrase| self.clause.is_person(phrase));
        (closed && named).then_some(source)
    }

    /// `It was "...", said Ann Doe, who ...`: an inverted tag behind a comma, whatever follows it.
    pub(super) fn inverted_tag(&self) -> Option<Attribution> {
        let mut cues = (self.chunk + 2..self.chunks().len()).filter(|&at| {
            matches!(self.chunks()[at], Chunk::Cue(token) if self.class(token).any(Class::SPEECH) && self.class(token).any(Class::FINITE))
                && matches!(self.chunks()[at - 1], Chunk::Comma)
        });
        let cue = cues.next()?;
        let source = self.clause.inverted(cue).filter(|&source| !self.opens_clause(source))?;
        let speaks = self.clause.phrase(source).is_some_and(|phrase| {
            self.clause.is_person(phrase) || self.class(phrase.head_token).any(Class::ROLE)
        });
        speaks.then(|| self.attribution(Construct::ClauseSourceCue, source, Some(cue))).flatten()
    }

    /// `It was "...", Ann Doe said on Monday.`: the last cue of the sentence, with no clause of its own behind it.
    pub(super) fn tag_at_end(&self) -> Option<Attribution> {
        let cue = (self.chunk + 1..self.chunks().len()).rev().find(
            |&at| matches!(self.chunks()[at], Chunk::Cue(token) if self.class(token).any(Class::SPEECH)),
        )?;
        let clause_behind = self.chunks()[cue + 1..].iter().any(|chunk| {
            matches!(
                chunk,
                Chunk::Subordinator(_)
                    | Chunk::Quote(_)
                    | Chunk::Cue(_)
                    | Chunk::Verb(_)
                    | Chunk::Auxiliary(_)
                    | Chunk::Colon
            )
        });
        if clause_behind {
            return None;
        }
        let inverted = self.clause.inverted(cue).filter(|_| matches!(self.chunks()[cue - 1], Chunk::Comma));
        let source = inverted.or_else(|| self.clause.subject(cue).filter(|&subject| subject > self.chunk))?;
        let comma = matches!(
            self.chunks()[source.min(cue).checked_sub(1)?],
            Chunk::Comma | Chunk::Dash | Chunk::Quote(_)
        );
        let tag = comma && !self.is_aside(source);
        tag.then(|| self.attribution(Construct::ClauseSourceCue, source, Some(cue))).flatten()
    }
}
