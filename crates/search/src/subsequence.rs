//! Whether the letters of a word stand in a name, in order, the way that people shorten names: initials, or words
//! with letters left out. "mcrn" is Macron and "eufp" is European Union foreign policy, but "frod" is not the former
//! Minister of Defense, though its letters are all there.

/// What a letter is worth that begins a word or stands next to the one before it.
const CLOSE: i32 = 4;

/// What one is worth with other letters of its word left out before it. Half: the more of those there are, the more
/// words could be meant.
const APART: i32 = 2;

/// What is taken for a word passed over. Nearly two letters: who writes "mfa" leaves out the "of", not the
/// "foreign".
const PASSED: i32 = 6;

/// Words of so many letters are passed over for nothing: "of", "the", "and", "von".
const SMALL: usize = 3;

/// What every three letters must be worth: the first of a word and two that stand apart. In longer words some must
/// stand together.
const ENOUGH: i32 = CLOSE + 2 * APART;

/// The best way to come to a letter of the line: what it is worth, and where the letter before it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    worth: i32,
    from: usize,
}

/// No way: worth less than any line can make up for.
const NONE: Way = Way { worth: -1_000_000, from: 0 };

/// Where in `line`, which is words with a space between each, the letters of `word` stand, if they are a way to
/// shorten it. The first of them begins a word.
pub(crate) fn places(line: &[char], word: &[char]) -> Option<Vec<usize>> {
    let mut ways: Vec<Way> = Vec::with_capacity(line.len() * word.len());
    for (at, letter) in word.iter().enumerate() {
        let before = at.checked_sub(1).map(|row| row * line.len());
        row(line, *letter, before, &mut ways);
    }
    let last = &ways[ways.len() - line.len()..];
    let mut place = (0..line.len()).max_by_key(|place| (last[*place].worth, usize::MAX - place))?;
    if last[place].worth * 3 < ENOUGH * word.len() as i32 {
        return None;
    }
    let mut places = vec![0; word.len()];
    for (at, found) in places.iter_mut().enumerate().rev() {
        *found = place;
        place = ways[at * line.len() + place].from;
    }
    Some(places)
}

/// Adds, for every place in the line, the best way for `letter` to stand there, after the letter whose ways begin
/// at `before`.
fn row(line: &[char], letter: char, before: Option<usize>, ways: &mut Vec<Way>) {
    // The best of the letter before in this word, and in the words before this one.
    let mut within = NONE;
    let mut earlier = if before.is_some() { NONE } else { Way { worth: 0, from: 0 } };
    let mut start = 0;
    for (place, here) in line.iter().enumerate() {
        let last = before.and_then(|before| Some((ways[before + place.checked_sub(1)?], place - 1)));
        let follows = last.map_or(NONE, |(way, from)| Way { worth: way.worth, from });
        within = within.max(follows);
        if *here == ' ' {
            let passed = if before.is_some() && place - start > SMALL { PASSED } else { 0 };
            earlier = within.max(Way { worth: earlier.worth - passed, ..earlier });
            (within, start) = (NONE, place + 1);
        }
        let begins = if place == start { earlier } else { NONE };
        let close = follows.max(begins);
        let best =
            Way { worth: close.worth + CLOSE, ..close }.max(Way { worth: within.worth + APART, ..within });
        ways.push(if *here == letter { best } else { NONE });
    }
}
