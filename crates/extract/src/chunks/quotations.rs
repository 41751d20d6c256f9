//! Quotations as chunks, and whether a sentence ends with them.

use super::{Chunk, Chunker};
use crate::{lexicon::Class, tokens::Shape};

impl Chunker<'_> {
    pub(super) fn quotation(&mut self, quoted: usize, at: usize, end: usize) -> usize {
        if self.abbreviation_ended_sentence(quoted, at) {
            self.end_sentence(at);
        }
        let begins = self.current.chunks.is_empty();
        let after =
            (at..end).find(|&next| self.text.tokens[next].quoted != Some(quoted as u32)).unwrap_or(end);
        self.current.chunks.push(Chunk::Quote(quoted));
        self.current.quotes = true;
        if self.quotation_ends_sentence(quoted, after, end, begins) {
            self.end_sentence(after);
        }
        after
    }

    /// Whether the period of an abbreviation right before a quotation ended its sentence too: "of Fresno, Calif. “I”".
    fn abbreviation_ended_sentence(&self, quoted: usize, at: usize) -> bool {
        let period = at > 0 && self.text.tokens[at - 1].is_word() && self.text.word(at - 1).ends_with('.');
        let inside = &self.text.text[self.text.quoted[quoted].inside.clone()];
        let title = period && self.text.tokens[at - 1].is(Class::HONORIFIC.or(Class::TITLE));
        period && !title && inside.trim_start().starts_with(char::is_uppercase)
    }

    /// Whether a sentence ends with this quotation: it ends with a stop, and no cue follows that belongs to it.
    fn quotation_ends_sentence(&self, quoted: usize, after: usize, end: usize, begins: bool) -> bool {
        let inside = self.text.text[self.text.quoted[quoted].inside.clone()].trim_end();
        let inside = inside.trim_end_matches(['\'', '’', ')']);
        if after >= end {
            return true;
        }
        let next = &self.text.tokens[after];
        if let Some(next) = next.quoted
            && inside.ends_with(['.', '!', '?', ',', '…'])
        {
            // `it was "grim," "bleak" and "bare"`: a list of fragments goes on.
            let next = &self.text.text[self.text.quoted[next as usize].inside.clone()];
            return !(inside.ends_with(',') && next.trim_start().starts_with(char::is_lowercase) && !begins);
        }
        if !inside.ends_with(['.', '!', '?', '…']) || !next.is_word() {
            return false;
        }
        let lower = !next.capital;
        if lower {
            return false;
        }
        let question = inside.ends_with(['!', '?']);
        !(begins && self.tag_follows(after, end, question))
    }

    /// Whether "Name said" or "said Name" stands at `at`, alone in its sentence where `loose` is not set.
    fn tag_follows(&self, at: usize, end: usize, loose: bool) -> bool {
        /// A tag has its cue within so many words, an apposition included.
        const REACH: usize = 16;
        let tokens = &self.text.tokens;
        let kind = if loose { Class::CUE } else { Class::SPEECH };
        let is_cue =
            |at: &usize| tokens[*at].is(kind) && tokens[*at].is(Class::FINITE) && !tokens[*at].capital;
        let Some(cue) = (at..end.min(at + REACH)).find(is_cue) else { return false };
        let apposition = loose && tokens[cue - 1].shape == Shape::Comma;
        let plain = apposition
            || (at..cue).all(|at| {
                (tokens[at].is_word() || tokens[at].shape == Shape::Possessive)
                    && !tokens[at].is(Class::PREPOSITION.or(Class::CONJUNCTION))
                    || tokens[at].shape == Shape::Number
            });
        let next = tokens.get(cue + 1).filter(|_| cue + 1 < end);
        let ends = next.is_none_or(|next| next.shape == Shape::Stop);
        let goes_on =
            next.is_some_and(|next| next.shape == Shape::Comma || !self.text.is_word(cue + 1, "that"));
        plain && (ends || loose && tokens[cue].is(Class::SPEECH) && goes_on)
    }
}
