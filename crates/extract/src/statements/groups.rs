//! What becomes a statement: quotations that belong together, and what is reported without marks.

use crate::{
    attribution::{Attribution, Construct},
    chunks::{Chunk, Head, Sentence},
    indirect::Reported,
    spoken::is_spoken,
    tokens::Text,
};

/// The quotations that are speech, those of one statement together.
pub(super) fn groups(text: &Text<'_>, attributions: &[Attribution], sentences: &[Sentence]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (quoted, sentence) in quotations_in_order(sentences) {
        let attribution = &attributions[quoted];
        if !is_spoken(text, quoted, attribution) {
            continue;
        }
        match groups.last_mut() {
            Some(group) if group.takes(text, attributions, sentences, attribution, sentence) => {
                group.quoted.push(quoted)
            }
            _ => groups.push(Group { quoted: vec![quoted], sentence }),
        }
    }
    groups
}

/// Every quotation with its sentence, in order of the text.
fn quotations_in_order(sentences: &[Sentence]) -> Vec<(usize, usize)> {
    let quoting = sentences.iter().enumerate().filter(|(_, sentence)| sentence.quotes);
    let quotations = quoting.flat_map(|(index, sentence)| {
        sentence.chunks.iter().filter_map(move |chunk| match chunk {
            Chunk::Quote(quoted) => Some((*quoted, index)),
            _ => None,
        })
    });
    quotations.collect()
}

/// Quotations that are one statement.
pub(super) struct Group {
    pub(super) quoted: Vec<usize>,
    /// The sentence of the first.
    pub(super) sentence: usize,
}

impl Group {
    /// Whether the next quotation is part of the same statement: it has the same source and cue, it goes on with
    /// what the last one began, or "he added" joins it on in the same paragraph.
    fn takes(
        &self,
        text: &Text<'_>,
        attributions: &[Attribution],
        sentences: &[Sentence],
        next: &Attribution,
        sentence: usize,
    ) -> bool {
        let before = &attributions[*self.quoted.last().expect("a group has quotations")];
        let (Some(source), Some(next_source)) = (&before.source, &next.source) else { return false };
        let same_cue =
            before.cue.is_some() && before.cue == next.cue && source.head_token == next_source.head_token;
        if same_cue || next.construct == Construct::Continued {
            return true;
        }
        let same_paragraph = sentences[self.sentence].paragraph == sentences[sentence].paragraph;
        let adds = next.cue.is_some_and(|cue| {
            ["added", "adds", "adding", "continued", "continues"].iter().any(|word| text.is_word(cue, word))
        });
        let same_source = source.tokens == next_source.tokens;
        same_paragraph && adds && (next_source.head == Head::Pronoun || same_source)
    }
}

/// What becomes a statement.
pub(super) enum Found {
    Quoted(Group),
    Reported(Reported),
}

impl Found {
    /// The sentence and the token that tell who speaks; the source's, where there is one.
    pub(super) fn begins(&self, attributions: &[Attribution]) -> (usize, usize) {
        match self {
            Found::Quoted(group) => {
                let source = attributions[group.quoted[0]].source.as_ref();
                (group.sentence, source.map_or(0, |source| source.head_token))
            }
            Found::Reported(Reported { sentence, source, cue, .. }) => {
                (*sentence, source.as_ref().map_or(*cue, |source| source.head_token))
            }
        }
    }
}
