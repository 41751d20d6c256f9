//! What the weights of indirect statements are learnt from: proposals, places and ends with their traits, for a
//! program that knows which of them people marked.

use super::{
    Proposal, Reader, each_sentence,
    further::{self, Finder},
    places::Places,
    weights::{self, Weights},
};
use crate::{Span, attribution::attribute, chunks::sentences, names::names, tokens::Text};

/// A score is the logarithm of odds in these parts; so are weights.
pub const SCALE: f32 = weights::SCALE;

/// Weights to propose ends and to judge with.
#[derive(Debug)]
pub struct Learnt(Weights);

impl Learnt {
    /// Weights from the upper three bytes of traits, in order, and what they weigh.
    pub fn new(weights: &[(u32, i8)]) -> Self {
        Learnt(Weights::new(&to_bytes(weights)))
    }
}

/// The place of a trait, by the upper three bytes of its number: of several in one place one alone can weigh.
pub fn place(known: u32) -> usize {
    weights::place(known << 8)
}

/// The file that the crate reads its weights from. They are in order.
pub fn to_bytes(weights: &[(u32, i8)]) -> Vec<u8> {
    let (mut bytes, mut last) = (Vec::new(), 0);
    for (known, weight) in weights {
        let mut distance = known - last;
        while distance >= 0x80 {
            bytes.push(distance as u8 | 0x80);
            distance >>= 7;
        }
        bytes.extend([distance as u8, *weight as u8]);
        last = *known;
    }
    bytes
}

/// Scores from which is learnt what else tells of a place: at a glance, at a second one, and at first sight. Extraction
/// asks for more.
pub const GATES: [i32; 3] = [-80, -62, -53];

/// What a place scores of which nothing is known.
pub const SELDOM: i32 = further::SELDOM;

/// Proposals that score less are not reported.
pub const LEAST: i32 = weights::LEAST;

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

/// A place where something reported may begin.
#[derive(Debug)]
pub struct Opening {
    /// The byte.
    pub start: u32,
    /// The byte of what stands in front of it in the sentence.
    pub before: Option<u32>,
    /// The upper three bytes of its traits, stage by stage as they are looked at.
    pub stages: [Vec<u32>; 4],
}

/// Every place of a text where something reported may begin.
pub fn openings(text: &str) -> Vec<Opening> {
    let (mut found, mut around) = (Vec::new(), Places::default());
    read(text, &Learnt::new(&[]), |reader, _| {
        around.look(reader);
        let byte = |at: usize| reader.clause.text.tokens[reader.seen[at].first].start;
        for at in (0..reader.chunks().len()).filter(|at| reader.may_open(*at)) {
            let mut stages = [const { Vec::new() }; 4];
            reader.glance_traits(at, &mut stages[0]);
            reader.word_traits(at, &mut stages[1]);
            reader.first_opening_traits(at, &around, &mut stages[2]);
            reader.opening_traits(at, &around, &mut stages[3]);
            let before = at.checked_sub(1).map(byte);
            found.push(Opening { start: byte(at), before, stages: stages.map(upper) });
        }
    });
    found
}

/// Where that may end which begins at one of the bytes that `begins` takes, each in order of the text: the byte behind
/// and the upper three bytes of its traits; none where content cannot end.
pub fn closings(text: &str, begins: impl Fn(u32) -> bool) -> Vec<(u32, Vec<(u32, Vec<u32>)>)> {
    let (mut found, mut around) = (Vec::new(), Places::default());
    read(text, &Learnt::new(&[]), |reader, _| {
        around.look(reader);
        let byte = |at: usize| reader.clause.text.tokens[reader.seen[at].first].start;
        for begin in (0..reader.chunks().len()).filter(|at| reader.may_open(*at) && begins(byte(*at))) {
            let mut opened = reader.opened(begin);
            let mut closings = Vec::new();
            for at in begin + 1..reader.chunks().len() {
                let mut traits = Vec::new();
                if reader.may_close(at) {
                    reader.closing_at(opened, at, &around, &mut traits);
                }
                closings.push((byte(at), upper(traits)));
                opened.verbs = (opened.verbs + reader.finite(at)).min(3);
            }
            found.push((byte(begin), closings));
        }
    });
    found
}

/// What is found beyond what `learnt` takes for reported by frames, with how likely it is in percent.
pub fn further(text: &str, learnt: &Learnt) -> Vec<(Span, u8)> {
    let (mut found, mut finder) = (Vec::new(), Finder::default());
    read(text, learnt, |reader, proposals| {
        let kept = reader.surest(proposals);
        let further: Vec<_> = finder.find(reader, &kept).to_vec();
        found.extend(further.iter().filter_map(|further| {
            let content = reader.attributed(further)?.content[0].clone();
            Some((Span::from(reader.clause.text.bytes(content)), (100.0 * further.likely) as u8))
        }));
    });
    found
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
