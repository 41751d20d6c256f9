//! Quotations to sources: which construct attributes each, and to whom.

mod before;
mod behind;
mod colon;
mod context;
mod fitness;
mod opening;
mod owners;
mod reading;
mod reporters;
mod written;

use std::ops::Range;

use crate::{
    chunks::{Chunk, Phrase, Sentence},
    names::Name,
    spoken::is_spoken,
    subjects::Clause,
    tokens::Text,
};
use context::Context;
use reading::Reading;

/// How a quotation is attributed. The order is that of preference where several fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Construct {
    /// `"...," Ann Doe said`
    QuotationSourceCue,
    /// `"...," said Ann Doe`
    QuotationCueSource,
    /// `Ann Doe said: "..."`
    SourceCueQuotation,
    /// `Ann Doe said that it was "..."`
    SourceCueClause,
    /// `It was "...", Ann Doe said.`
    ClauseSourceCue,
    /// `According to Ann Doe, "..."`
    AccordingTo,
    /// `ANN DOE: "..."`
    Colon,
    /// `Ann Doe's claim that it was "..."`
    SpeechNoun,
    /// `Ann Doe called it "..."`
    Naming,
    /// The subject of the sentence that the quotation stands in.
    Subject,
    /// The quotation goes on with what the one before it began.
    Continued,
    /// Nothing but that its speaker is who spoke just before.
    Carried,
    /// The sentence before it introduces it.
    Introduced,
    /// `Ann Doe said (that) it was over`: without quotation marks.
    Reported,
    /// `It was over, Ann Doe said.`
    ReportedTag,
    /// `Ann Doe asked whether it was over`
    ReportedQuestion,
    /// `Ann Doe wants to go`
    ReportedInfinitive,
    /// `Ann Doe praised the ban`
    ReportedObject,
    /// `Ann Doe called for a ban`
    ReportedAbout,
    /// `Ann Doe's claim that it was over`
    ReportedNoun,
    /// Near a verb that has a source: `Ann Doe took the ban for a mistake`
    ReportedNear,
    /// `a ban is expected`: nobody is said to say so.
    ReportedAlone,
    /// Nothing says who.
    Unattributed,
}

impl Construct {
    /// The name by which receipts know it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Construct::QuotationSourceCue => "quotation, source, cue",
            Construct::QuotationCueSource => "quotation, cue, source",
            Construct::SourceCueQuotation => "source, cue, quotation",
            Construct::SourceCueClause => "source, cue, clause with quotation",
            Construct::ClauseSourceCue => "clause with quotation, source, cue",
            Construct::AccordingTo => "according to",
            Construct::Colon => "source, colon, quotation",
            Construct::SpeechNoun => "source's words",
            Construct::Naming => "source calls it so",
            Construct::Subject => "subject of the sentence",
            Construct::Continued => "continued quotation",
            Construct::Carried => "speaker of the quotation before",
            Construct::Introduced => "introduced by the sentence before",
            Construct::Reported => "source, cue, reported clause",
            Construct::ReportedTag => "reported clause, source, cue",
            Construct::ReportedQuestion => "source, cue, reported question",
            Construct::ReportedInfinitive => "source, cue, infinitive",
            Construct::ReportedObject => "source, cue, what it judges",
            Construct::ReportedAbout => "source, cue, what it speaks of",
            Construct::ReportedNoun => "source's reported words",
            Construct::ReportedNear => "what stands near source and cue",
            Construct::ReportedAlone => "reported words of nobody named",
            Construct::Unattributed => "quotation alone",
        }
    }
}

/// What attributes a quotation.
#[derive(Debug, Clone)]
pub(crate) struct Attribution {
    pub(crate) construct: Construct,
    /// The sentence in which source and cue stand.
    pub(crate) sentence: usize,
    /// The source's phrase.
    pub(crate) source: Option<Phrase>,
    /// The tokens that mention the source where they are more than its phrase: "the mayor, Ann Doe", "Ann Doe, who".
    pub(crate) mention: Option<Range<usize>>,
    /// The token of the cue.
    pub(crate) cue: Option<usize>,
    /// The chunk of the cue, for what stands around it.
    pub(crate) cue_chunk: Option<usize>,
}

impl Attribution {
    /// The tokens that mention the source.
    pub(crate) fn mention(&self) -> Option<Range<usize>> {
        self.mention.clone().or_else(|| self.source.as_ref().map(|source| source.tokens.clone()))
    }

    fn none(sentence: usize) -> Self {
        Attribution {
            construct: Construct::Unattributed,
            sentence,
            source: None,
            mention: None,
            cue: None,
            cue_chunk: None,
        }
    }
}

/// The attribution of every quotation, by its index.
pub(crate) fn attribute(text: &Text<'_>, names: &[Name], sentences: &[Sentence]) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = vec![Attribution::none(0); text.quoted.len()];
    let mut last: Option<usize> = None;
    for (index, sentence) in sentences.iter().enumerate() {
        let clause = Clause::of(sentence, text, names);
        for (chunk, piece) in sentence.chunks.iter().enumerate() {
            let Chunk::Quote(quoted) = *piece else { continue };
            let attribution = within(&clause, index, chunk, quoted).unwrap_or_else(|| {
                let context = Context { text, names, sentences, found: &found };
                context.around(index, chunk, last)
            });
            found[quoted] = attribution;
            if found[quoted].source.is_some() && is_spoken(text, quoted, &found[quoted]) {
                last = Some(quoted);
            }
        }
    }
    reopened(text, &mut found);
    found
}

/// A quotation that no mark closes goes on in the next paragraph, whose tag then speaks for both.
fn reopened(text: &Text<'_>, found: &mut [Attribution]) {
    for quoted in (1..found.len()).rev() {
        let before = &text.quoted[quoted - 1];
        let between = &text.text[before.outside.end..text.quoted[quoted].outside.start];
        if before.closed || !between.contains('\n') || !between.trim().is_empty() {
            continue;
        }
        let tagged = |attribution: &Attribution| attribution.construct < Construct::Subject;
        // `"...," Ann Doe said. "..."`: the tag in its own paragraph is nearer.
        let tag = found[quoted - 1].cue.map(|cue| text.tokens[cue].start as usize);
        let near =
            |tag: usize| text.text.get(tag..before.outside.start).is_some_and(|words| !words.contains('\n'));
        let goes_on = found[quoted - 1].construct == Construct::Continued && tag.is_some_and(near);
        match (tagged(&found[quoted - 1]) || goes_on, tagged(&found[quoted])) {
            (false, true) => found[quoted - 1] = found[quoted].clone(),
            (true, false) => {
                found[quoted] = Attribution { construct: Construct::Continued, ..found[quoted - 1].clone() }
            }
            _ => {}
        }
    }
}

/// The attribution by the quotation's own sentence.
fn within(clause: &Clause<'_>, sentence: usize, chunk: usize, quoted: usize) -> Option<Attribution> {
    let reading = Reading { clause: *clause, sentence, chunk, quoted };
    reading
        .tag_behind()
        .or_else(|| reading.speech_before())
        .or_else(|| reading.colon_before())
        .or_else(|| reading.according_to())
        .or_else(|| reading.in_passing())
        .or_else(|| reading.parenthetical())
        .or_else(|| reading.inverted_tag())
        .or_else(|| reading.tag_at_end())
        .or_else(|| reading.speech_noun(true))
        .or_else(|| reading.verb_before())
        .or_else(|| reading.speech_noun(false))
}
