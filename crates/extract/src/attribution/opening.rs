//! A clause without a subject of its own that opens the sentence: `Calling it "...," Ann Doe left.`

use super::reading::Reading;
use crate::chunks::{Chunk, Head, Phrase};

impl Reading<'_> {
    /// Whether nothing but marks, adverbs and quotations stands in front of the chunk at `at`.
    pub(super) fn opens(&self, at: usize) -> bool {
        self.chunks()[..at].iter().all(|chunk| {
            matches!(chunk, Chunk::Adverb(_) | Chunk::Conjunction | Chunk::Comma | Chunk::Quote(_))
        })
    }

    /// "After saying ...", "While calling ...": whether one word in front of the gerund at `at` opens the sentence.
    pub(super) fn opens_clause_with_gerund(&self, at: usize) -> bool {
        let word = at.checked_sub(1);
        word.is_some_and(|word| {
            matches!(self.chunks()[word], Chunk::Preposition(_) | Chunk::Subordinator(_)) && self.opens(word)
        })
    }

    /// `Calling it "...," Ann Doe left.`: the subject of the clause behind a quotation that a participle opens.
    pub(super) fn behind_opening(&self) -> Option<usize> {
        let marks = |chunk: &Chunk| {
            matches!(
                chunk,
                Chunk::Comma
                    | Chunk::Quote(_)
                    | Chunk::Conjunction
                    | Chunk::Adverb(_)
                    | Chunk::Subordinator(_)
            )
        };
        let comma =
            self.inside().ends_with(',') || matches!(self.chunks().get(self.chunk + 1), Some(Chunk::Comma));
        let passed = self.chunks()[self.chunk + 1..].iter().take_while(|chunk| marks(chunk)).count();
        let subject = self.chunk + 1 + passed;
        let speaks = |phrase: &Phrase| self.clause.can_speak(phrase) && phrase.head != Head::Relative;
        let near = self.clause.phrase(subject).filter(|phrase| comma && speaks(phrase)).map(|_| subject);
        // `Calling the "..." of the council a scandal, Ann Doe left.`
        let main = self.clause.main_clause();
        near.or_else(|| (main > self.chunk && self.clause.phrase(main).is_some_and(speaks)).then_some(main))
    }
}
