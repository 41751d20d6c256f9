//! What became of a text, among texts of today.

use verbatim_words::words;

/// The score under which a text is another text. At one half, as much was kept as was lost: an editor who mends or
/// completes a statement leaves more standing, and two statements of one speaker seldom share so much.
pub const FLOOR: f32 = 0.5;

/// How far the best must be ahead of the runner-up. One word of ten put in place of another costs a tenth: a rival
/// that is no more than a word behind could have been made of the text as well.
pub const MARGIN: f32 = 0.1;

/// How many words of a text are compared: a thousand is a speech, and its beginning tells it apart.
pub const LONGEST: usize = 1_000;

/// The share of its weight that a misspelt word keeps. It is more likely the same word than not; but of two texts,
/// the one with the very word is nearer.
const MISSPELT: f32 = 0.75;

/// The length from which words one edit apart are one word misspelt: "war" and "was" are two words.
const SPELLABLE: usize = 5;

/// A text and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text<'a> {
    /// Its words.
    pub words: &'a str,
    /// A number that texts in the same place share.
    pub place: u32,
}

/// What became of a text. Indexes are those of the texts of today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is there, word for word, in its place.
    Same(usize),
    /// It is there, word for word, in one other place.
    Moved(usize),
    /// This one is it, with other words.
    Reworded(usize),
    /// Several could be it; the likest first.
    Ambiguous(Vec<usize>),
    /// None is it.
    Gone,
}

/// Tells what became of the text `then` among the texts of `now`.
pub fn judge(then: Text<'_>, now: &[Text<'_>]) -> Verdict {
    let wanted = Weighed::new(then.words);
    if wanted.words.is_empty() {
        return Verdict::Gone;
    }
    let today: Vec<Weighed> = now.iter().map(|text| Weighed::new(text.words)).collect();
    let equal: Vec<usize> = (0..now.len()).filter(|index| today[*index].words == wanted.words).collect();
    if let Some(same) = equal.iter().find(|index| now[**index].place == then.place) {
        return Verdict::Same(*same);
    }
    match equal.as_slice() {
        [] => reworded(&wanted, &today),
        [one] => Verdict::Moved(*one),
        _ => Verdict::Ambiguous(equal),
    }
}

fn reworded(wanted: &Weighed, today: &[Weighed]) -> Verdict {
    let mut scored: Vec<(f32, usize)> = today
        .iter()
        .map(|text| wanted.likeness(text))
        .zip(0..)
        .filter(|(score, _)| *score >= FLOOR)
        .collect();
    // Stable: of equals, the earlier comes first.
    scored.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let Some((best, first)) = scored.first().copied() else {
        return Verdict::Gone;
    };
    let rivals: Vec<usize> =
        scored.iter().take_while(|(score, _)| best - score < MARGIN).map(|(_, index)| *index).collect();
    if rivals.len() > 1 { Verdict::Ambiguous(rivals) } else { Verdict::Reworded(first) }
}

/// How like two texts are: 0 when they share no word, 1 when their words are the same in the same order.
pub fn likeness(one: &str, other: &str) -> f32 {
    Weighed::new(one).likeness(&Weighed::new(other))
}

/// A text's folded words with what they weigh.
struct Weighed {
    words: Vec<(String, f32)>,
    weight: f32,
}

impl Weighed {
    fn new(text: &str) -> Weighed {
        let words: Vec<_> = words(text)
            .take(LONGEST)
            .map(|word| {
                let weight = word.folded.chars().count() as f32;
                (word.folded, weight)
            })
            .collect();
        let weight = words.iter().map(|(_, weight)| weight).sum();
        Weighed { words, weight }
    }

    fn likeness(&self, other: &Weighed) -> f32 {
        let all = self.weight + other.weight;
        if all == 0.0 { 0.0 } else { 2.0 * self.common(other) / all }
    }

    /// The weight of the heaviest common subsequence: one row of the table after the other.
    fn common(&self, other: &Weighed) -> f32 {
        let mut row = vec![0.0_f32; other.words.len() + 1];
        for (word, weight) in &self.words {
            let mut diagonal = 0.0;
            for (place, (rival, rival_weight)) in other.words.iter().enumerate() {
                let above = row[place + 1];
                let kept = alike(word, rival) * weight.min(*rival_weight);
                row[place + 1] = (diagonal + kept).max(above).max(row[place]);
                diagonal = above;
            }
        }
        row[other.words.len()]
    }
}

/// 1 for the same word, [`MISSPELT`] for one that is an edit away, else 0. Numbers are never misspelt.
fn alike(one: &str, other: &str) -> f32 {
    if one == other {
        return 1.0;
    }
    let spellable = |word: &str| word.len() >= SPELLABLE && !word.bytes().any(|byte| byte.is_ascii_digit());
    let near = one.len().abs_diff(other.len()) <= 4 && spellable(one) && spellable(other);
    if near && an_edit_apart(one, other) { MISSPELT } else { 0.0 }
}

/// Whether two texts differ in one character: put in, left out, replaced, or swapped with its neighbour.
pub fn an_edit_apart(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let head = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[head..], &other[head..]);
    let tail = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&one[..one.len() - tail], &other[..other.len() - tail]) {
        ([], [_]) | ([_], []) | ([_], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}
