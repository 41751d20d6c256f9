//! Learns the weights of indirect statements from articles in which people marked what is reported.
//!
//!     learn-indirect TRAIN.jsonl DEV.jsonl WEIGHTS
//!
//! The articles are the evaluator's gold (`gunzip -c gold/train.jsonl.gz`), one a line: "text", "content" (the spans
//! of what is reported, in characters), and the quoted spans "pieces", "neg" and "ign". Prints how right it is on
//! articles that it did not learn from (each fifth of TRAIN by the other four, then DEV by TRAIN), and writes WEIGHTS.
//! The same articles give the same weights.

#[path = "learn-indirect/articles.rs"]
mod articles;
#[path = "learn-indirect/logistic.rs"]
mod logistic;

use std::{collections::HashMap, env, fs, ops::RangeInclusive};

use articles::{Article, read};
use logistic::{Case, Way, fit};
use verbatim_extract::learning::{
    GATES, LEAST, Learnt, SCALE, SELDOM, examples, further, reported, to_bytes,
};

/// Parts of TRAIN that are held out in turn.
const FOLDS: usize = 5;

/// Ends are learnt twice: sentences whose content runs into a quotation show theirs once some ends are known.
const ROUNDS: usize = 2;

// What did best on held-out parts of TRAIN: for what the frames propose, and for what is found beyond them.
const FRAMES: Way = Way { draw: 0.03, rate: 0.08, passes: 5, seldom: 10, blind: 0.0, mean: false };
const ENDS: Way = Way { draw: 0.01, ..FRAMES };
const OPENINGS: Way = Way { draw: 0.03, rate: 0.02, passes: 4, seldom: 10, blind: 0.3, mean: true };
const CLOSINGS: Way = Way { draw: 0.02, ..OPENINGS };

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [train, dev, out] = arguments.as_slice() else { panic!("usage: learn-indirect TRAIN DEV WEIGHTS") };
    let (train, dev) = (read(train), read(dev));
    let (mut held_out, mut beyond) = (Vec::new(), Vec::new());
    for fold in 0..FOLDS {
        let of_fold = |at: &usize| at % FOLDS == fold;
        let rest: Vec<&Article> = (0..train.len()).filter(|at| !of_fold(at)).map(|at| &train[at]).collect();
        let learnt = Learnt::new(&learn(&rest));
        for article in (0..train.len()).filter(of_fold).map(|at| &train[at]) {
            held_out.extend(judged(article, &learnt));
            beyond.extend(judged_further(article, &learnt));
        }
    }
    show("held out", held_out, beyond, &train);
    let weights = learn(&train.iter().collect::<Vec<_>>());
    let learnt = Learnt::new(&weights);
    let judged = dev.iter().flat_map(|article| judged(article, &learnt)).collect();
    let beyond = dev.iter().flat_map(|article| judged_further(article, &learnt)).collect();
    show("dev", judged, beyond, &dev);
    println!("{} weights", weights.len());
    fs::write(out, to_bytes(&weights)).expect("the weights can be written");
}

/// Weights of the upper three bytes of traits: first where content ends, then what is content.
fn learn(articles: &[&Article]) -> Vec<(u32, i8)> {
    let mut ends = HashMap::new();
    for _ in 0..ROUNDS {
        let learnt = Learnt::new(&rounded(&ends));
        let cases = articles.iter().flat_map(|article| {
            examples(&article.text, &learnt).into_iter().flat_map(|example| article.end_cases(example))
        });
        ends = fit(&cases.collect::<Vec<_>>(), ENDS, &HashMap::new());
    }
    let learnt = Learnt::new(&rounded(&ends));
    let cases = articles.iter().flat_map(|article| {
        let known = |example| article.case(example);
        examples(&article.text, &learnt).into_iter().filter_map(known).collect::<Vec<Case>>()
    });
    let mut weights = fit(&cases.collect::<Vec<_>>(), FRAMES, &ends);
    weights.extend(ends);
    learn_further(articles, &mut weights);
    rounded(&weights)
}

/// Adds weights of where content begins and ends, whatever opens it. Each stage learns from what those before let pass.
fn learn_further(articles: &[&Article], weights: &mut HashMap<u32, f32>) {
    let openings = articles.iter().flat_map(|article| article.opening_cases());
    let mut openings: Vec<(f32, [Vec<u32>; 4], bool)> =
        openings.map(|(stages, is)| (SELDOM as f32 / SCALE, stages, is)).collect();
    for stage in 0..4 {
        let case = |(offset, stages, is): &mut (f32, [Vec<u32>; 4], bool)| Case {
            traits: std::mem::take(&mut stages[stage]),
            offset: *offset,
            is: *is,
        };
        let cases: Vec<Case> = openings.iter_mut().map(case).collect();
        // At a glance, and at a second one, all of the few traits count.
        let way = if stage < 2 { Way { blind: 0.0, ..OPENINGS } } else { OPENINGS };
        let learnt = fit(&cases, way, weights);
        for (opening, case) in openings.iter_mut().zip(&cases) {
            opening.0 += case.traits.iter().filter_map(|known| learnt.get(known)).sum::<f32>();
        }
        if let Some(gate) = GATES.get(stage) {
            openings.retain(|(score, ..)| score * SCALE >= *gate as f32);
        }
        weights.extend(learnt);
    }
    let closings: Vec<Case> = articles.iter().flat_map(|article| article.closing_cases()).collect();
    let learnt = fit(&closings, CLOSINGS, weights);
    weights.extend(learnt);
}

/// Weights as whole parts of [`SCALE`], in order; what is none is left out.
fn rounded(weights: &HashMap<u32, f32>) -> Vec<(u32, i8)> {
    let parts =
        weights.iter().map(|(known, weight)| (*known, (weight * SCALE).round().clamp(-127.0, 127.0) as i8));
    let mut parts: Vec<(u32, i8)> = parts.filter(|(_, weight)| *weight != 0).collect();
    parts.sort_unstable();
    parts
}

/// The scores of what is taken for reported without any quotation, and whether people marked it.
fn judged(article: &Article, learnt: &Learnt) -> Vec<(i32, bool)> {
    let found = reported(&article.text, learnt);
    let pieces = found.iter().flat_map(|(pieces, score)| pieces.iter().map(move |piece| (*piece, *score)));
    pieces.filter_map(|(piece, score)| Some((score, article.is_right(piece)?))).collect()
}

/// How likely what is found beyond the frames is, in percent, and whether people marked it.
fn judged_further(article: &Article, learnt: &Learnt) -> Vec<(u8, bool)> {
    let found = further(&article.text, learnt).into_iter();
    found.filter_map(|(piece, likely)| Some((likely, article.is_right(piece)?))).collect()
}

/// Precision, recall and F1 with what is found beyond the frames, by how likely that is, and whether it is as likely.
fn show_further(right: usize, all: usize, gold: usize, beyond: &[(u8, bool)]) {
    println!("{:>6}{:>8}{:>8}{:>8}  with what is found beyond, from so many percent", "", "P", "R", "F1");
    let percent = |part: usize, whole: usize| 100.0 * part as f32 / whole.max(1) as f32;
    for least in (10..100).step_by(10) {
        let (kept, is): (usize, usize) = count(beyond, least..=100);
        let (all, right) = (all + kept, right + is);
        let f1 = percent(2 * right, all + gold);
        println!("{least:6}{:8.1}{:8.1}{f1:8.1}", percent(right, all), percent(right, gold));
    }
    println!("of what is found beyond with so many percent, so many are right");
    for low in (10..100).step_by(10) {
        let (kept, is) = count(beyond, low..=low + 9);
        println!("{low:6} {:8.1} of {kept}", percent(is, kept));
    }
}

/// How many are as likely, and how many of these are right.
fn count(beyond: &[(u8, bool)], likely: RangeInclusive<u8>) -> (usize, usize) {
    let kept: Vec<bool> = beyond.iter().filter(|(of, _)| likely.contains(of)).map(|(_, is)| *is).collect();
    (kept.len(), kept.iter().filter(|is| **is).count())
}

/// Precision, recall and F1 by the least score that is reported, and how far scores can be trusted as odds.
fn show(what: &str, mut judged: Vec<(i32, bool)>, beyond: Vec<(u8, bool)>, articles: &[Article]) {
    let gold: usize = articles.iter().map(Article::unquoted).sum();
    judged.sort_by_key(|(score, _)| -score);
    println!("{what}: {gold} marked\n{:>6}{:>8}{:>8}{:>8}", "least", "P", "R", "F1");
    for least in (-32..=32).step_by(8) {
        let kept = judged.iter().take_while(|(score, _)| *score > least);
        let (all, right) = kept.fold((0, 0), |(all, right), (_, is)| (all + 1, right + usize::from(*is)));
        let percent = |part: usize, whole: usize| 100.0 * part as f32 / whole.max(1) as f32;
        let (p, r, f) = (percent(right, all), percent(right, gold), percent(2 * right, all + gold));
        println!("{least:6}{p:8.1}{r:8.1}{f:8.1}");
    }
    let kept: Vec<bool> = judged.iter().take_while(|(score, _)| *score > LEAST).map(|(_, is)| *is).collect();
    show_further(kept.iter().filter(|is| **is).count(), kept.len(), gold, &beyond);
    println!("of those that score so high, so many are right");
    for low in (-32..128).step_by(16) {
        let of = judged.iter().filter(|(score, _)| (low..low + 16).contains(score));
        let (all, right) = of.fold((0, 0), |(all, right), (_, is)| (all + 1, right + usize::from(*is)));
        let odds = 100.0 / (1.0 + (-(low as f32 + 8.0) / SCALE).exp());
        println!("{low:6}  odds say {odds:5.1}  {:5.1} of {all}", 100.0 * right as f32 / all.max(1) as f32);
    }
}
