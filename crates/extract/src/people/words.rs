//! The words of a name, and which of them are one word however they are printed.

use verbatim_words::fold;

use super::{Joiner, given_names::same_given};
use crate::lexicon::{Class, number};

/// The words of a name that tell whom it names.
pub(super) struct Parts {
    pub(super) count: usize,
    /// The tokens of the first and the last of them.
    pub(super) first: usize,
    pub(super) last: usize,
}

impl Joiner<'_> {
    /// The words of a name without suffixes.
    pub(super) fn parts(&self, name: usize) -> Parts {
        let tokens = self.names[name].tokens.clone();
        let last = tokens.end - 1;
        // "Van der Velde" is the surname of "Maarten van der Velde".
        let particle = |at: usize| self.text.tokens[at].is(Class::PARTICLE) && at < last;
        let mut parts = Parts { count: 0, first: tokens.start, last: tokens.start };
        for at in tokens.filter(|&at| !self.text.tokens[at].is(Class::SUFFIX) && !particle(at)) {
            if !is_folded(self.text.word(at)) && fold(self.text.word(at)).is_empty() {
                continue;
            }
            (parts.first, parts.last) = (if parts.count == 0 { at } else { parts.first }, at);
            parts.count += 1;
        }
        parts.count = parts.count.max(1);
        parts
    }

    /// A number for a word of a name, the same for all ways to print it that fold to one word.
    pub(super) fn number(&self, token: usize) -> u32 {
        let word = self.text.word(token);
        if is_folded(word) { self.text.tokens[token].number } else { number(fold(word).as_bytes()) }
    }

    /// Whether the words at two tokens can be given names of one person.
    pub(super) fn same_given(&self, a: Option<usize>, b: Option<usize>) -> bool {
        let (Some(a), Some(b)) = (a, b) else { return true };
        self.number(a) == self.number(b) || same_given(&fold(self.text.word(a)), &fold(self.text.word(b)))
    }
}

/// Whether folding does no more to a word than making its letters small, which leaves its number as it is.
fn is_folded(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
