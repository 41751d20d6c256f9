//! Attributed quotations to statements: joined, told apart from quoted words that nobody said, with their receipts.

mod groups;

use std::ops::Range;

use groups::{Found, Group, groups};

use crate::{
    Document,
    attribution::{Attribution, Construct, attribute},
    candidates::{candidate, others, subjects},
    chunks::{Sentence, sentences},
    circumstances::circumstances,
    confidence::confidence,
    dates,
    indirect::{Reported, reported},
    lexicon::Class,
    model::{Extraction, Kind, Quotation, Receipt, SaidOn, Span, Statement},
    names::{Name, names},
    people::people,
    pronouns::resolve,
    roles::{aides, roles},
    speakers::{Speakers, last_before},
    subjects::Clause,
    tokens::{Shape, Text},
};

/// Runs every stage on a document.
pub(crate) fn statements(document: &Document<'_>) -> Extraction {
    let text = Text::new(document.text);
    let names = names(&text);
    let sentences = sentences(&text, &names);
    let attributions = attribute(&text, &names, &sentences);
    let people = people(&text, &names);
    let pronouns = resolve(&text, &names, &people, &sentences, &attributions);
    let roles = roles(&text, &names, &people, &sentences);
    let mut speakers = Speakers::new(&text, &names, &people, &pronouns, &roles, &sentences);
    let mut builder = Builder {
        document,
        text: &text,
        names: &names,
        sentences: &sentences,
        statements: Vec::new(),
        subjects: None,
    };
    let quoted = groups(&text, &attributions, &sentences).into_iter().map(Found::Quoted);
    let reported = reported(&text, &names, &sentences, &attributions).into_iter().map(Found::Reported);
    let mut found: Vec<Found> = quoted.chain(reported).collect();
    // "They" and "the person" take up whoever spoke before, quoted or not.
    found.sort_by_key(|found| found.begins(&attributions));
    for found in &found {
        match found {
            Found::Quoted(group) => builder.build(group, &attributions, &mut speakers),
            Found::Reported(reported) => builder.build_indirect(reported, &mut speakers),
        }
    }
    let (speakers, place) = speakers.finish(&aides(&text, &names, &sentences));
    let mut statements = builder.statements;
    statements.sort_by_key(|statement| statement.quotations[0].span);
    for statement in &mut statements {
        statement.speaker = statement.speaker.map(|speaker| place[speaker as usize]);
        statement.role = nearest_role(statement, &speakers);
    }
    Extraction { statements, speakers }
}

struct Builder<'a> {
    document: &'a Document<'a>,
    text: &'a Text<'a>,
    names: &'a [Name],
    sentences: &'a [Sentence],
    statements: Vec<Statement>,
    /// The subjects of the sentence that was looked at last.
    subjects: Option<(usize, Vec<usize>)>,
}

impl Builder<'_> {
    fn span(&self, tokens: Range<usize>) -> Span {
        Span::from(self.text.bytes(tokens))
    }

    fn build(&mut self, group: &Group, attributions: &[Attribution], speakers: &mut Speakers<'_>) {
        let quotation = |&quoted: &usize| self.quotation(quoted, &attributions[quoted]);
        let quotations: Vec<Quotation> = group.quoted.iter().map(quotation).collect();
        let fragment = |&quoted: &usize| self.is_fragment(quoted, attributions[quoted].construct);
        let partial = group.quoted.iter().all(fragment);
        let kind = if partial { Kind::Partial } else { Kind::Direct };
        let statement = self.statement(kind, quotations, &attributions[group.quoted[0]], &[], speakers);
        self.statements.push(statement);
    }

    /// A statement with what its first attribution tells of speaker and circumstances.
    fn statement(
        &mut self,
        kind: Kind,
        quotations: Vec<Quotation>,
        first: &Attribution,
        reported: &[Range<usize>],
        speakers: &mut Speakers<'_>,
    ) -> Statement {
        let resolved = first.source.as_ref().and_then(|source| speakers.of(source));
        let (speaker, chain) = resolved.map_or((None, Vec::new()), |(speaker, chain)| (Some(speaker), chain));
        let around = circumstances(self.text, self.names, self.sentences, first, reported);
        let said_on = around.when.map(|words| SaidOn {
            words,
            day: self.document.day.and_then(|printed| dates::day(words.of(self.document.text), printed)),
        });
        Statement {
            kind,
            insertions: quotations
                .iter()
                .flat_map(|quotation| insertions(self.document.text, quotation.span))
                .collect(),
            quotations,
            speaker,
            role: None,
            medium: around.medium,
            addressee: around.addressee,
            place: around.place,
            said_on,
            receipt: self.receipt(first, chain),
        }
    }

    fn receipt(&mut self, attribution: &Attribution, chain: Vec<Span>) -> Receipt {
        let clause = Clause::of(&self.sentences[attribution.sentence], self.text, self.names);
        let others = attribution.source.as_ref().map(|source| others(&clause, source)).unwrap_or_default();
        // Statements come in order, and several stand in one sentence.
        let known = self.subjects.as_ref().is_some_and(|(of, _)| *of == attribution.sentence);
        if !others.is_empty() && !known {
            self.subjects = Some((attribution.sentence, subjects(&clause)));
        }
        let subjects = self.subjects.as_ref().map_or(&[][..], |(_, subjects)| subjects);
        Receipt {
            construct: attribution.construct.name().into(),
            chain,
            candidates: others.iter().filter_map(|&at| candidate(&clause, at, subjects)).collect(),
            confidence: confidence(attribution),
        }
    }

    fn build_indirect(&mut self, reported: &Reported, speakers: &mut Speakers<'_>) {
        let attribution = Attribution {
            construct: reported.construct,
            sentence: reported.sentence,
            source: reported.source.clone(),
            mention: None,
            cue: Some(reported.cue),
            cue_chunk: Some(reported.chunk),
        };
        let piece = |content: &Range<usize>| Quotation {
            span: self.span(content.clone()),
            source: reported.source.as_ref().map(|source| self.span(source.tokens.clone())),
            cue: Some(self.span(reported.cue..reported.cue + 1)),
        };
        let pieces = reported.content.iter().map(piece).collect();
        let mut statement = self.statement(Kind::Indirect, pieces, &attribution, &reported.content, speakers);
        statement.receipt.confidence = reported.confidence;
        self.statements.push(statement);
    }

    fn quotation(&self, quoted: usize, attribution: &Attribution) -> Quotation {
        Quotation {
            span: trimmed(self.document.text, self.text.quoted[quoted].inside.clone()),
            source: attribution.mention().map(|mention| self.span(mention)),
            cue: attribution.cue.map(|cue| self.span(cue..cue + 1)),
        }
    }

    /// Whether a quotation is a fragment inside a paraphrase rather than whole sentences.
    fn is_fragment(&self, quoted: usize, construct: Construct) -> bool {
        let outside = &self.text.quoted[quoted].outside;
        let first = self.text.tokens.partition_point(|token| (token.start as usize) < outside.start);
        let word =
            self.text.tokens[first..].iter().find(|token| matches!(token.shape, Shape::Word | Shape::Number));
        let lower = word.is_some_and(|word| word.is_word() && !word.capital);
        let before = first.checked_sub(1).map(|before| &self.text.tokens[before]);
        let embedded = before
            .is_some_and(|before| before.is_word() && before.quoted.is_none() && !before.is(Class::CUE));
        let inside = self.text.text[self.text.quoted[quoted].inside.clone()].trim();
        let ends = inside.ends_with(['.', '!', '?', ',', '…', '—', '-']);
        let goes_on = before.is_some_and(|before| before.quoted.is_none() && before.shape != Shape::Stop);
        lower && (!ends || goes_on) || embedded && (!ends || construct == Construct::Naming)
    }
}

/// The span without the white space inside the marks.
fn trimmed(text: &str, inside: Range<usize>) -> Span {
    let words = &text[inside.clone()];
    let start = inside.start + (words.len() - words.trim_start().len());
    Span::from(start..start + words.trim().len())
}

/// What stands in square brackets, brackets included.
fn insertions(text: &str, span: Span) -> Vec<Span> {
    let words = span.of(text);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = words[from..].find('[').map(|at| from + at) {
        let Some(close) = words[open..].find(']').map(|at| open + at + 1) else { break };
        let start = span.start as usize;
        found.push(Span::from(start + open..start + close));
        from = close;
    }
    found
}

/// The role printed nearest to a statement: the last one before its end, else the first behind it. A title in front of
/// the name says more than what else a comma adds: "Councilman Ann Doe, a retired nurse,".
fn nearest_role(statement: &Statement, speakers: &[crate::Speaker]) -> Option<Span> {
    let speaker = &speakers[statement.speaker? as usize];
    let end = statement.quotations.last()?.span.end;
    let nearest = last_before(&speaker.roles, end).or(speaker.roles.first())?;
    let title = last_before(&speaker.roles, nearest.start).filter(|title| {
        let mention = last_before(&speaker.mentions, nearest.start)
            .filter(|mention| title.end < mention.start && mention.end <= nearest.start);
        mention
            .is_some_and(|mention| mention.start - title.end <= 1 && nearest.start - mention.end <= APPOSED)
    });
    Some(*title.unwrap_or(nearest))
}

/// Bytes between a name and a role in apposition to it: a comma, a space and an article.
const APPOSED: u32 = 6;
