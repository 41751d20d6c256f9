//! Things with words on them: "a hat that says", "released a video that said".

use super::{fitness::weight, reading::Reading};
use crate::{
    chunks::{Chunk, Head},
    lexicon::Class,
};

/// Verbs by which somebody puts out what he answers for; "cited a report that said" is none.
const PUTS_OUT: [&str; 37] = [
    "air",
    "aired",
    "airing",
    "circulated",
    "circulating",
    "deliver",
    "delivered",
    "distributed",
    "forwarded",
    "forwards",
    "hoisted",
    "issued",
    "issues",
    "issuing",
    "launched",
    "launching",
    "posted",
    "posting",
    "posts",
    "produced",
    "publish",
    "published",
    "publishing",
    "ran",
    "release",
    "released",
    "releases",
    "releasing",
    "runs",
    "sending",
    "sends",
    "sent",
    "signed",
    "waved",
    "writes",
    "writing",
    "wrote",
];

impl Reading<'_> {
    /// "Ann Doe released a video that said", "a memo titled": who put the thing out that has the words on it.
    pub(super) fn put_out_by(&self, thing: usize, cue: usize) -> Option<usize> {
        let phrase = self.clause.phrase(thing).filter(|phrase| phrase.head == Head::Noun)?;
        let bears = self.class(phrase.head_token).any(Class::DOCUMENT.or(Class::SPEECH_NOUN));
        let described = thing + 1 == cue
            || self.clause.phrase(thing + 1).is_some_and(|phrase| phrase.head == Head::Relative);
        let verb = thing.checked_sub(1).filter(|_| bears && described)?;
        let (Chunk::Cue(token) | Chunk::Verb(token)) = self.chunks()[verb] else { return None };
        let puts_out = PUTS_OUT.iter().any(|word| self.clause.text.is_word(token, word));
        let author = self.clause.subject(verb).filter(|&author| puts_out && author < verb)?;
        (self.plausibility(author) > weight::NOUN).then_some(author)
    }
}
