//! Words of a correction to the statement they mean, and words of the editor's to where they are printed.

use verbatim_align::nearest;
use verbatim_extract::{Span, Statement};
use verbatim_words::{fold, words};

use super::{Correction, Misfit};

/// How much of the words must agree, each way, for a statement to be the one that is meant: three words of four.
/// With less, "very constructive" would be "very destructive".
const NEAR: f32 = 0.75;

/// The words of a statement as one text.
fn said(text: &str, statement: &Statement) -> String {
    let quotations = statement.quotations.iter().map(|quotation| quotation.span.of(text));
    quotations.collect::<Vec<_>>().join(" ")
}

fn folded(text: &str) -> Vec<String> {
    words(text).map(|word| word.folded).collect()
}

/// The place of the statement that a correction means.
pub(super) fn statement(
    text: &str,
    statements: &[Statement],
    correction: &Correction,
) -> Result<usize, Misfit> {
    let said: Vec<String> = statements.iter().map(|statement| said(text, statement)).collect();
    let wanted = folded(&correction.words);
    let all: Vec<Vec<String>> = said.iter().map(|said| folded(said)).collect();
    let those = |fits: &dyn Fn(&[String]) -> bool| {
        (0..all.len()).filter(|&at| !wanted.is_empty() && fits(&all[at])).collect::<Vec<_>>()
    };
    let mut meant = those(&|words| words == wanted);
    if meant.is_empty() {
        meant = those(&|words| words.windows(wanted.len()).any(|window| window == wanted));
    }
    if meant.is_empty() {
        meant = alike(&correction.words, &said);
    }
    match (meant.as_slice(), correction.occurrence) {
        ([], _) => {
            let near = nearest(&correction.words, said.iter().map(String::as_str), 1);
            let near = near.first().filter(|near| near.score >= NEAR / 2.0);
            Err(Misfit::Gone(near.map(|near| said[near.index].clone())))
        }
        ([only], None) => Ok(*only),
        (several, None) => Err(Misfit::Ambiguous(several.len())),
        (several, Some(nth)) => {
            let at = nth.checked_sub(1).and_then(|nth| several.get(nth));
            at.copied().ok_or(Misfit::Ambiguous(several.len()))
        }
    }
}

/// Those that have nearly all of the words and few others.
fn alike(wanted: &str, said: &[String]) -> Vec<usize> {
    let near = nearest(wanted, said.iter().map(String::as_str), said.len());
    let both = near.into_iter().filter(|near| {
        let back = nearest(&said[near.index], std::iter::once(wanted), 1);
        near.score >= NEAR && back.first().is_some_and(|back| back.score >= NEAR)
    });
    let mut alike: Vec<usize> = both.map(|near| near.index).collect();
    alike.sort_unstable();
    alike
}

/// Every place at which the words of `wanted` are printed, marks and case aside, without the possessive ending of
/// the last.
pub(super) fn printed(text: &str, wanted: &str) -> Vec<Span> {
    let wanted = folded(wanted);
    let Some((last, before)) = wanted.split_last() else { return Vec::new() };
    let words: Vec<_> = words(text).collect();
    let windows = words.windows(wanted.len());
    let found = windows.filter_map(|window| {
        let (end, rest) = window.split_last()?;
        let same = rest.iter().zip(before).all(|(word, wanted)| word.folded == *wanted);
        let length = [0, owned(&text[end.span.clone()])]
            .into_iter()
            .find(|&ending| fold(&text[end.span.start..end.span.end - ending]) == *last);
        length.filter(|_| same).map(|ending| Span::from(window[0].span.start..end.span.end - ending))
    });
    found.collect()
}

/// The length of a possessive ending.
fn owned(word: &str) -> usize {
    ["’s", "'s"].into_iter().find(|ending| word.ends_with(ending)).map_or(0, str::len)
}

/// Where the words of a quotation are printed, nearest to `at`: exactly as given, or else by their words, with
/// the stop behind them.
pub(super) fn quotation(text: &str, wanted: &str, at: u32) -> Option<Span> {
    let marks = |c: char| c.is_whitespace() || "“”„‟«»\"".contains(c);
    let wanted = wanted.trim_matches(marks);
    if wanted.is_empty() {
        return None;
    }
    let exact = text.match_indices(wanted).map(|(start, _)| Span::from(start..start + wanted.len()));
    let near = |spans: &mut dyn Iterator<Item = Span>| spans.min_by_key(|span| span.start.abs_diff(at));
    near(&mut { exact }).or_else(|| {
        let behind = |span: &Span| {
            let stops = |c: &char| ".,!?…;:)]".contains(*c);
            let stop: usize = text[span.end as usize..].chars().take_while(stops).map(char::len_utf8).sum();
            Span { end: span.end + stop as u32, ..*span }
        };
        near(&mut printed(text, wanted).iter().map(behind))
    })
}
