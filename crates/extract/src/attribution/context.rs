//! Quotations that their own sentence does not attribute: the sentence before, or the quotation before.

use super::{Attribution, Construct};
use crate::{
    chunks::{Chunk, Head, Phrase, Sentence},
    lexicon::Class,
    names::Name,
    subjects::Clause,
    tokens::Text,
};

/// A quotation that its own sentence does not attribute, and what was found before it.
pub(super) struct Context<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) names: &'a [Name],
    pub(super) sentences: &'a [Sentence],
    pub(super) found: &'a [Attribution],
}

impl Context<'_> {
    pub(super) fn around(&self, sentence: usize, chunk: usize, last: Option<usize>) -> Attribution {
        let subject = matches!(
            self.sentences[sentence].chunks.get(chunk + 1),
            Some(Chunk::Phrase(_) | Chunk::Verb(_) | Chunk::Auxiliary(_) | Chunk::Preposition(_))
        );
        if !self.is_led_in(sentence, chunk) || subject && chunk == 0 && self.is_short(sentence, chunk) {
            return self.carried(sentence, last).unwrap_or_else(|| Attribution::none(sentence));
        }
        self.signed(sentence, chunk)
            .or_else(|| self.introduced(sentence, last))
            .or_else(|| self.continued(last))
            .unwrap_or_else(|| Attribution::none(sentence))
    }

    /// Whether a quotation is of so few words that a clause which goes on behind it makes a title or a term of it.
    fn is_short(&self, sentence: usize, chunk: usize) -> bool {
        let Chunk::Quote(quoted) = self.sentences[sentence].chunks[chunk] else { return false };
        self.text.text[self.text.quoted[quoted].inside.clone()].split_whitespace().count() < 5
    }

    /// `"..."` and in a line of its own behind it `- Ann Doe`.
    fn signed(&self, sentence: usize, chunk: usize) -> Option<Attribution> {
        let (own, next) = (&self.sentences[sentence], self.sentences.get(sentence + 1)?);
        let alone = chunk + 1 == own.chunks.len() && next.paragraph == own.paragraph + 1;
        let [Chunk::Dash | Chunk::Other, Chunk::Phrase(source), rest @ ..] = next.chunks.as_slice() else {
            return None;
        };
        let verb = |chunk: &Chunk| matches!(chunk, Chunk::Cue(_) | Chunk::Verb(_) | Chunk::Auxiliary(_));
        let named = matches!(source.head, Head::Name(_)) && !rest.iter().any(verb);
        (alone && named).then(|| Attribution {
            construct: Construct::Colon,
            sentence: sentence + 1,
            source: Some(source.clone()),
            mention: None,
            cue: None,
            cue_chunk: None,
        })
    }

    /// Whether nothing stands before the quotation in its sentence but what leads in: "Then,", "And", "In Paris,".
    fn is_led_in(&self, sentence: usize, chunk: usize) -> bool {
        let chunks = &self.sentences[sentence].chunks[..chunk];
        chunks.iter().enumerate().all(|(at, piece)| match piece {
            Chunk::Phrase(_) => at > 0 && matches!(chunks[at - 1], Chunk::Preposition(_)),
            Chunk::Adverb(_) | Chunk::Conjunction | Chunk::Comma | Chunk::Colon | Chunk::Preposition(_) => {
                true
            }
            _ => false,
        })
    }

    /// The sentence before ends with a colon, or tells who speaks without quoting.
    fn introduced(&self, sentence: usize, last: Option<usize>) -> Option<Attribution> {
        let before = sentence.checked_sub(1)?;
        let previous = &self.sentences[before];
        let same_paragraph = previous.paragraph == self.sentences[sentence].paragraph;
        let colon = matches!(previous.chunks.last(), Some(Chunk::Colon));
        let quotes = previous.chunks.iter().any(|chunk| matches!(chunk, Chunk::Quote(_)));
        let adjacent = previous.paragraph + 1 == self.sentences[sentence].paragraph;
        if !(same_paragraph || adjacent) || quotes && !colon {
            return None;
        }
        let clause = Clause::of(previous, self.text, self.names);
        let (cue, subject) = introducer(&clause)?;
        let source = clause.phrase(clause.named_apposition(subject))?.clone();
        let speaks = clause.is_person(&source) || self.is_he_or_she(&source) || cue.is_some();
        let goes_on = same_paragraph
            && last.is_some_and(|last| {
                self.sentences[self.found[last].sentence].paragraph == previous.paragraph
            });
        if !colon && (!speaks && last.is_some() || goes_on && cue.is_none()) {
            return None;
        }
        let token = cue.and_then(|cue| match previous.chunks[cue] {
            Chunk::Cue(token) => Some(token),
            _ => None,
        });
        Some(Attribution {
            construct: Construct::Introduced,
            sentence: before,
            source: Some(source),
            mention: None,
            cue: token,
            cue_chunk: cue,
        })
    }

    fn is_he_or_she(&self, source: &Phrase) -> bool {
        source.head == Head::Pronoun
            && ["he", "she"].iter().any(|word| self.text.is_word(source.head_token, word))
    }

    /// Who spoke last, in the same paragraph or the one before, is likelier than anybody to speak on.
    fn carried(&self, sentence: usize, last: Option<usize>) -> Option<Attribution> {
        let before = &self.found[last?];
        let near = self.sentences[before.sentence].paragraph + 1 >= self.sentences[sentence].paragraph;
        (near && before.source.is_some()).then(|| Attribution {
            construct: Construct::Carried,
            cue: None,
            cue_chunk: None,
            ..before.clone()
        })
    }

    /// The quotation before it goes on.
    fn continued(&self, last: Option<usize>) -> Option<Attribution> {
        let before = &self.found[last?];
        before.source.as_ref()?;
        Some(Attribution { construct: Construct::Continued, ..before.clone() })
    }
}

/// The cue of a sentence that quotes nothing, and who speaks in it.
fn introducer(clause: &Clause<'_>) -> Option<(Option<usize>, usize)> {
    let main = clause.main_clause();
    let speech = |at: &usize| matches!(clause.chunks[*at], Chunk::Cue(token) if clause.token_class(token).any(Class::SPEECH));
    let cue = (main..clause.chunks.len()).find(speech);
    // ", wrote Ann Doe." stands inverted.
    let named = |&at: &usize| clause.phrase(at).is_some_and(|phrase| matches!(phrase.head, Head::Name(_)));
    let inverted = cue
        .filter(|&cue| cue > 0 && !matches!(clause.chunks[cue - 1], Chunk::Phrase(_)))
        .and_then(|cue| clause.inverted(cue))
        .filter(named);
    let subject = inverted
        .or_else(|| cue.and_then(|cue| clause.subject(cue)))
        .or_else(|| clause.phrase(main).map(|_| main).filter(|_| main > 0))
        .or_else(|| clause.first_phrase(clause.chunks.len()))?;
    Some((cue, subject))
}
