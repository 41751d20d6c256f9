//! What may be reported: a cue, its frame, and the words that it may govern.

use std::ops::Range;

use crate::{attribution::Construct, chunks::Phrase};

/// What a cue takes, and on which side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// `said that ...`
    That,
    /// `said ...`, without "that"
    Clause,
    /// `asked whether ...`
    Question,
    /// `promised to ...`, `urged them to ...`
    Infinitive,
    /// `praised the ban`
    Object,
    /// `suggested going`
    Gerund,
    /// `called for a ban`
    About,
    /// `spoke to them about a ban`
    FarAbout,
    /// `the claim that ...`
    NounClause,
    /// `her plan to ...`
    NounInfinitive,
    /// `her criticism of ...`
    NounAbout,
    /// `..., Ann Doe said.`
    TagBehind,
    /// `..., Ann Doe said, ...`
    TagBetween,
    /// `..., according to Ann Doe`
    According,
    /// `According to Ann Doe, ...`
    AccordingFirst,
}

impl Frame {
    pub(super) fn construct(self) -> Construct {
        match self {
            Frame::That | Frame::Clause => Construct::Reported,
            Frame::Question => Construct::ReportedQuestion,
            Frame::Infinitive => Construct::ReportedInfinitive,
            Frame::Object | Frame::Gerund => Construct::ReportedObject,
            Frame::About | Frame::FarAbout => Construct::ReportedAbout,
            Frame::NounClause | Frame::NounInfinitive | Frame::NounAbout => Construct::ReportedNoun,
            Frame::TagBehind | Frame::TagBetween | Frame::According | Frame::AccordingFirst => {
                Construct::ReportedTag
            }
        }
    }

    /// Whether the end of the content has to be found.
    pub(super) fn is_open(self) -> bool {
        !matches!(self, Frame::TagBehind | Frame::According | Frame::AccordingFirst)
    }
}

/// A cue, and what it is taken to govern.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tie {
    pub(super) frame: Frame,
    /// The token of the cue.
    pub(super) cue: usize,
    /// The chunk of the cue.
    pub(super) chunk: usize,
    /// The chunk that the content begins with, behind the cue where it stands on both sides.
    pub(super) begins: usize,
    /// The frames that the cue is tried with, a bit each.
    pub(super) rivals: u32,
}

/// What a sentence may report.
#[derive(Debug, Clone)]
pub(super) struct Proposal {
    pub(super) tie: Tie,
    /// The chunk of the source, where it is one.
    pub(super) subject: Option<usize>,
    pub(super) source: Phrase,
    /// What of the content stands in front of the cue, where some stands behind it too.
    pub(super) lead: Option<Range<usize>>,
    /// The tokens of the content; their end counts for nothing before it was found.
    pub(super) content: Range<usize>,
    /// How much speaks for its cue.
    pub(super) score: i32,
}

impl Proposal {
    pub(super) fn is_apart_from(&self, other: &Proposal) -> bool {
        let pieces =
            |proposal: &Proposal| [proposal.lead.clone().unwrap_or_default(), proposal.content.clone()];
        let others = pieces(other);
        let meets = |piece: &Range<usize>| {
            others.iter().any(|other| piece.start < other.end && other.start < piece.end)
        };
        !pieces(self).iter().any(meets)
    }
}
