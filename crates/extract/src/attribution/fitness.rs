//! How well a verb in front of a quotation, and its subject, fit as cue and source.

use super::reading::Reading;
use crate::{
    chunks::{Chunk, Head},
    lexicon::Class,
};

/// Weights of [`Reading::fitness`], found by a search over news articles marked by people; each says what it
/// stands for.
pub(super) mod weight {
    /// A verb of speech reports for certain.
    pub(in crate::attribution) const SPEECH: f32 = 3.4;
    /// A verb that often reports.
    pub(in crate::attribution) const REPORT: f32 = 1.0;
    /// A verb that reports nothing: its subject is still the likeliest owner of the words.
    pub(in crate::attribution) const OTHER: f32 = 0.25;
    /// Nothing but "that", an addressee or a place between verb and quotation.
    pub(in crate::attribution) const DIRECT: f32 = 1.3;
    /// A verb that may name, where "as" stands in front of the quotation.
    pub(in crate::attribution) const NAMED: f32 = 1.5;
    /// The words are what a clause with "whom" or "which" says: "whom she once called".
    pub(in crate::attribution) const WHOM: f32 = 1.5;
    /// The source is itself the subject of a reported clause.
    pub(in crate::attribution) const EMBEDDED: f32 = -0.8;
    /// For each verb between: the nearer verb governs.
    pub(in crate::attribution) const BETWEEN: f32 = -0.15;
    /// Named people speak most.
    pub(in crate::attribution) const PERSON: f32 = 1.2;
    /// He, she and they speak nearly as much.
    pub(in crate::attribution) const PRONOUN: f32 = 1.0;
    /// Bodies, documents, and nouns of people.
    pub(in crate::attribution) const BODY: f32 = 1.25;
    /// Any other noun with its article.
    pub(in crate::attribution) const NOUN: f32 = 0.05;
    /// What is left is mostly no subject at all.
    pub(in crate::attribution) const IMPLAUSIBLE: f32 = -1.35;
}

impl Reading<'_> {
    /// How well a verb with its source fits a quotation that `between` other verbs part it from.
    pub(super) fn fitness(&self, verb: usize, source: usize, between: usize) -> f32 {
        let kind = match self.chunks()[verb] {
            Chunk::Cue(token) if self.class(token).any(Class::SPEECH) => weight::SPEECH,
            Chunk::Cue(_) => weight::REPORT,
            _ => weight::OTHER,
        };
        let direct = if self.is_direct(verb) { weight::DIRECT } else { 0.0 };
        let embedded = source > 0
            && matches!(self.chunks()[source - 1], Chunk::Subordinator(_) | Chunk::Cue(_) | Chunk::Verb(_));
        let embedded = if embedded { weight::EMBEDDED } else { 0.0 };
        let named = matches!(self.chunks()[verb], Chunk::Cue(_)) && self.is_behind_as();
        let direct = direct + if named { weight::NAMED } else { 0.0 };
        let whom = source > 0
            && self.is_direct(verb)
            && self.clause.phrase(source - 1).is_some_and(|phrase| phrase.head == Head::Relative);
        let direct = direct + if whom { weight::WHOM } else { 0.0 };
        kind + direct + embedded + self.plausibility(source) + weight::BETWEEN * between as f32
    }

    /// `... as "...", ... as a "..."`: whether the quotation is what something is called.
    pub(super) fn is_behind_as(&self) -> bool {
        let article = |chunk: usize| {
            self.clause.phrase(chunk).is_some_and(|phrase| {
                phrase.tokens.len() == 1 && self.class(phrase.head_token).any(Class::DETERMINER)
            })
        };
        let before = (0..self.chunk).rev().find(|&chunk| !article(chunk));
        match before.map(|chunk| &self.chunks()[chunk]) {
            Some(Chunk::Subordinator(token) | Chunk::Preposition(token)) => {
                self.clause.text.is_word(*token, "as")
            }
            _ => false,
        }
    }

    /// How likely a phrase is to be somebody who says things.
    pub(super) fn plausibility(&self, source: usize) -> f32 {
        let Some(phrase) = self.clause.phrase(source) else { return weight::IMPLAUSIBLE };
        let class = self.class(phrase.head_token);
        let speaks = Class::ROLE.or(Class::PLURAL_PERSON).or(Class::COLLECTIVE).or(Class::DOCUMENT);
        let opened = self.class(phrase.tokens.start).any(Class::DETERMINER.or(Class::POSSESSIVE));
        match phrase.head {
            Head::Name(_) if self.clause.is_person(phrase) => weight::PERSON,
            Head::Pronoun => weight::PRONOUN,
            Head::Name(_) => weight::BODY,
            Head::Noun if class.any(speaks) => weight::BODY,
            Head::Noun if opened => weight::NOUN,
            _ => weight::IMPLAUSIBLE,
        }
    }
}
