//! What the weights of indirect statements are learnt from: proposals with their traits, for a program that knows
//! which of them people marked.

use super::{
    Proposal, Reader, each_sentence,
    weights::{self, Weights},
};
use crate::{Span, attribution::attribute, chunks::sentences, names::names, tokens::Text};

/// A score is the logarithm of odds in these parts; so are weights.
pub const SCALE: f32 = weights::SCALE;

/// Weights to propose ends and to judge with.
#[derive(Debug)]
pub struct Learnt(Weights);

impl Learnt {
    /// Weights from the upper three bytes of traits and what they weigh.
    pub fn new(weights: &[(u32, i8)]) -> Self {
        Learnt(Weights::new(&to_bytes(weights)))
    }
}

/// The place of a trait, by the upper three bytes of its number: of several in one place one alone can weigh.
pub fn place(known: u32) -> usize {
    weights::place(known << 8)
}

/// The file that the crate reads its weights from.
pub fn to_bytes(weights: &[(u32, i8)]) -> Vec<u8> {
    weights.iter().flat_map(|(known, weight)| (known << 8 | u32::from(*weight as u8)).to_le_bytes()).collect()
}

/// What a sentence may report.
#[derive(Debug)]
pub struct Example {
    /// The content, in one piece or, around the cue, in two.
    pub pieces: Vec<Span>,
    /// The upper three bytes of its traits.
    pub traits: Vec<u32>,
    /// Where its last piece may end, in order of the text.
    pub borders: Vec<Border>,
}

/// Where content may end.
#[derive(Debug)]
pub struct Border {
    /// The byte behind it.
    pub end: u32,
    /// The upper three bytes of its traits.
    pub traits: Vec<u32>,
}

/// Everything that the sentences of a text may report, with the ends that `learnt` finds.
pub fn examples(text: &str, learnt: &Learnt) -> Vec<Example> {
    let mut found = Vec::new();
    read(text, learnt, |reader, proposals| {
        found.extend(proposals.drain(..).filter_map(|proposal| reader.example(proposal)));
    });
    found
}

/// What `learnt` takes for reported, with the scores, however low they are.
pub fn reported(text: &str, learnt: &Learnt) -> Vec<(Vec<Span>, i32)> {
    let mut found = Vec::new();
    read(text, learnt, |reader, proposals| {
        let ranked = reader.ranked(proposals, i32::MIN);
        found.extend(ranked.into_iter().map(|(score, proposal)| (reader.pieces(&proposal), score)));
    });
    found
}

fn read(text: &str, learnt: &Learnt, each: impl FnMut(&Reader<'_>, &mut Vec<Proposal>)) {
    let text = Text::new(text);
    let names = names(&text);
    let sentences = sentences(&text, &names);
    let attributions = attribute(&text, &names, &sentences);
    each_sentence(&text, &names, &sentences, &attributions, &learnt.0, each);
}

impl Reader<'_> {
    fn example(&self, mut proposal: Proposal) -> Option<Example> {
        let (mut found, mut borders) = (Vec::new(), Vec::new());
        self.first_traits(&proposal.tie, &mut found);
        self.cue_traits(&proposal.tie, &mut found);
        self.source_traits(&proposal, &mut found);
        if proposal.tie.frame.is_open() {
            self.borders(&proposal, |border| {
                let content = self.trimmed(proposal.content.start..self.seen[border.chunk].first);
                let mut traits = Vec::new();
                self.first_border_traits(&proposal, border, &mut traits);
                self.border_traits(&proposal, border, &mut traits);
                if !content.is_empty() {
                    let end = self.clause.text.tokens[content.end - 1].end;
                    borders.push(Border { end, traits: upper(traits) });
                }
                true
            });
        }
        if !self.close(&mut proposal) {
            return None;
        }
        self.closing_traits(&proposal, &mut found);
        Some(Example { pieces: self.pieces(&proposal), traits: upper(found), borders })
    }

    fn pieces(&self, proposal: &Proposal) -> Vec<Span> {
        let pieces = proposal.lead.iter().chain([&proposal.content]);
        pieces.map(|piece| Span::from(self.clause.text.bytes(piece.clone()))).collect()
    }
}

fn upper(traits: Vec<u32>) -> Vec<u32> {
    traits.into_iter().map(|known| known >> 8).collect()
}
