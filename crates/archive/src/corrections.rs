//! What an editor corrects in an article's extraction.
//!
//! A correction names a statement by its words, not by its place, so that it still finds it when the article or
//! the extractor has changed: words are compared folded; the beginning or any other stretch of the statement will
//! do; and a word or two may differ, as long as only one statement comes near.

mod find;
mod revise;

use std::fmt;

use verbatim_extract::{Extraction, Kind, Span, SpeakerKind, Statement};

use crate::People;

/// What the receipt of a corrected statement gives as its construct.
pub const CORRECTED: &str = "corrected by the editor";

/// One entry: the statement that is meant, and what is true of it. What is `None` stays as extracted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Correction {
    /// The words of the statement, or enough of them to tell it from the others.
    pub words: String,
    /// Which of several statements of the same words is meant, from 1.
    pub occurrence: Option<usize>,
    /// Who said it, as printed in the article or known to [`People`]; empty where the article does not tell.
    pub speaker: Option<String>,
    /// What sort of source that is.
    pub speaker_kind: Option<SpeakerKind>,
    /// The role as printed in the article; empty for none.
    pub role: Option<String>,
    /// How much of it is quoted.
    pub kind: Option<Kind>,
    /// The words of each of its quotations as printed. Statements whose words these take in are joined with it;
    /// two corrections of one statement, each with quotations of its own, split it.
    pub quotations: Vec<String>,
    /// Whether nobody said it: a title, a nickname, words mocked.
    pub no_statement: bool,
}

/// Why a correction does not apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// No statement has its words. The words of the nearest are given, where one is near.
    Gone(Option<String>),
    /// So many statements have its words.
    Ambiguous(usize),
    /// These words, meant as a quotation, do not stand in the article.
    NotPrinted(String),
    /// This role does not stand in the article.
    RoleNotPrinted(String),
    /// This name is neither in the article nor known.
    SpeakerUnknown(String),
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Misfit::Gone(None) => f.write_str("no statement has these words: delete the correction"),
            Misfit::Gone(Some(nearest)) => {
                write!(
                    f,
                    "no statement has these words: give its words as printed; the nearest is “{nearest}”"
                )
            }
            Misfit::Ambiguous(count) => {
                write!(
                    f,
                    "{count} statements have these words: give more of them, or say which with `occurrence`"
                )
            }
            Misfit::NotPrinted(words) => {
                write!(f, "“{words}” does not stand in the article: give the quotation as printed there")
            }
            Misfit::RoleNotPrinted(role) => {
                write!(f, "the role “{role}” does not stand in the article: give it as printed there")
            }
            Misfit::SpeakerUnknown(name) => write!(
                f,
                "“{name}” does not stand in the article: give the name as printed there, or add it to people.toml"
            ),
        }
    }
}

/// Corrects what was extracted from `text`. Gives the corrections that do not apply, by their place in the list;
/// they change nothing.
pub fn correct(
    text: &str,
    extraction: &mut Extraction,
    corrections: &[Correction],
    people: &People,
) -> Vec<(usize, Misfit)> {
    let mut misfits = Vec::new();
    if corrections.is_empty() {
        return misfits;
    }
    let extracted = std::mem::take(&mut extraction.statements);
    let mut revised: Vec<Vec<Statement>> = vec![Vec::new(); extracted.len()];
    let mut dropped = vec![false; extracted.len()];
    let mut taken = Vec::new();
    for (place, correction) in corrections.iter().enumerate() {
        let outcome = find::statement(text, &extracted, correction).and_then(|at| {
            if correction.no_statement {
                dropped[at] = true;
                return Ok(());
            }
            // With quotations of its own it is a statement of its own; otherwise it adds to the one before.
            let before = revised[at].last().filter(|_| correction.quotations.is_empty());
            let mut statement = before.unwrap_or(&extracted[at]).clone();
            revise::revise(text, &mut statement, &mut extraction.speakers, correction, people)?;
            if before.is_some() {
                revised[at].pop();
            } else if !correction.quotations.is_empty() {
                taken.extend(statement.quotations.iter().map(|quotation| quotation.span));
            }
            revised[at].push(statement);
            Ok(())
        });
        misfits.extend(outcome.err().map(|misfit| (place, misfit)));
    }
    extraction.statements = merge(extracted, revised, &dropped, &taken);
    misfits
}

/// What was not corrected keeps its place; words that a corrected statement has taken in are its alone.
fn merge(
    extracted: Vec<Statement>,
    revised: Vec<Vec<Statement>>,
    dropped: &[bool],
    taken: &[Span],
) -> Vec<Statement> {
    let corrected: Vec<bool> = revised.iter().map(|statements| !statements.is_empty()).collect();
    let mut merged: Vec<Statement> = revised.into_iter().flatten().collect();
    for (at, mut statement) in extracted.into_iter().enumerate() {
        if corrected[at] || dropped[at] {
            continue;
        }
        statement.quotations.retain(|quotation| {
            let span = quotation.span;
            !taken.iter().any(|taken| taken.start < span.end && span.start < taken.end)
        });
        if !statement.quotations.is_empty() {
            merged.push(statement);
        }
    }
    merged.sort_by_key(|statement| statement.quotations.first().map(|quotation| quotation.span));
    merged
}
