//! How sure an attribution is, in percent.
//!
//! The figures are shares: of the quotations that a construct attributed in news articles marked by people, how
//! many had the right speaker. They are told apart by what the source is, because a name is right more often than
//! the person whom a pronoun is taken for.

use crate::{
    attribution::{Attribution, Construct},
    chunks::Head,
};

/// Percent for a source that is a name, a pronoun, or an ordinary noun.
const fn shares(construct: Construct) -> [u8; 3] {
    match construct {
        Construct::QuotationSourceCue => [96, 86, 90],
        Construct::QuotationCueSource => [96, 85, 94],
        Construct::SourceCueQuotation => [92, 83, 73],
        Construct::SourceCueClause => [94, 83, 83],
        Construct::ClauseSourceCue => [91, 78, 58],
        Construct::AccordingTo => [84, 60, 86],
        Construct::Colon => [90, 68, 45],
        Construct::SpeechNoun => [60, 50, 25],
        Construct::Naming => [83, 66, 52],
        Construct::Subject => [68, 58, 31],
        Construct::Continued => [70, 65, 50],
        Construct::Carried => [41, 20, 45],
        Construct::Introduced => [63, 75, 48],
        // Judged by what was learnt of each, not by its construct: see `indirect`.
        Construct::Reported
        | Construct::ReportedTag
        | Construct::ReportedQuestion
        | Construct::ReportedInfinitive
        | Construct::ReportedObject
        | Construct::ReportedAbout
        | Construct::ReportedNoun
        | Construct::ReportedNear
        | Construct::ReportedAlone => [0, 0, 0],
        Construct::Unattributed => [0, 0, 0],
    }
}

/// How sure an attribution is, in percent.
pub(crate) fn confidence(attribution: &Attribution) -> u8 {
    let [name, pronoun, noun] = shares(attribution.construct);
    match attribution.source.as_ref().map(|source| source.head) {
        Some(Head::Name(_)) => name,
        Some(Head::Pronoun | Head::Relative) => pronoun,
        Some(Head::Noun) => noun,
        None => 0,
    }
}
