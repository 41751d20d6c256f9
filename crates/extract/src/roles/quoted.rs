//! Roles printed inside quotations, whose words are no chunks.

use super::Finder;
use crate::{lexicon::Class, names::Sort, tokens::Shape};

impl Finder<'_> {
    /// A name that an editor put in brackets inside a quotation, behind the description it explains:
    /// "I met the President of Finland today — [Ann Doe] ...".
    pub(super) fn in_brackets(&mut self) {
        /// The description stands within so many words.
        const REACH: usize = 9;
        for (index, name) in self.names.iter().enumerate() {
            let start = name.whole().start;
            let bracketed =
                start > 0 && self.text.word(start - 1) == "[" && self.text.tokens[start].quoted.is_some();
            if !bracketed || name.sort == Sort::Place {
                continue;
            }
            let window = start.saturating_sub(REACH)..start - 1;
            let Some(role) =
                window.rev().find(|&at| self.is_role(at) && self.text.tokens[at].quoted.is_some())
            else {
                continue;
            };
            let mut end = role + 1;
            if self.text.is_word(end, "of") {
                end += 1;
                while end < start && (self.text.tokens[end].capital || self.text.is_word(end, "the")) {
                    end += 1;
                }
            }
            let mut first = role;
            while first > 0
                && self.text.tokens[first - 1].is_word()
                && !self.text.tokens[first - 1].is(Class::FUNCTION.or(Class::CUE).or(Class::VERB))
            {
                first -= 1;
            }
            let entity = self.people.of_name[index];
            if self.people.entities[entity].person {
                self.add(first..end, entity);
            }
        }
    }

    /// "Our treasurer, Ann Doe, counts twice": a role, a comma and a name inside a quotation.
    pub(super) fn in_quotations(&mut self) {
        for (index, name) in self.names.iter().enumerate().filter(|(_, name)| name.sort == Sort::Person) {
            let start = name.whole().start;
            let quoted = self.text.tokens[start].quoted;
            let Some(comma) = start.checked_sub(1).filter(|_| quoted.is_some()) else { continue };
            if self.text.tokens[comma].shape != Shape::Comma || comma == 0 || !self.is_role(comma - 1) {
                continue;
            }
            let part = |at: &usize| {
                let token = &self.text.tokens[*at];
                token.quoted == quoted && (token.is_word() && !token.is(Class::FUNCTION) || self.is_role(*at))
            };
            let first = (0..comma).rev().take_while(part).last().unwrap_or(comma - 1);
            let opened = first > 0
                && self.text.tokens[first - 1].is(Class::DETERMINER.or(Class::POSSESSIVE))
                && self.text.tokens[first - 1].quoted == quoted;
            if opened {
                self.add(first..comma, self.people.of_name[index]);
            }
        }
    }
}
