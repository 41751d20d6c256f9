//! Folding one character: by a table where it becomes another, by itself elsewhere.

use std::sync::LazyLock;

/// What [`fold_char`] says of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// It gave at least one folded character: a letter, a digit or a vowel sign.
    Letter,
    /// It gives nothing and does not end a word: an accent, a soft hyphen, a joiner.
    Ignored,
    /// It stands between words.
    Break,
}

/// Characters whose fold is not they themselves, as `examples/fold_table.rs` writes them, column by column: how many they
/// are; of each the distance from the one before; of each how many characters it folds to; and each of those as a signed
/// distance: a first one from what follows if neighbours fold to neighbours, the others from the one before. Small
/// numbers in long runs, so that the page pays three kilobytes for them rather than the sixty that a complete normaliser
/// costs. The standard library's lower case would cost four on its own.
static ENCODED: &[u8] = include_bytes!("fold.table");

/// How many characters of the table are read from a known place on, at most, to come to one of them: as many as take no
/// longer than searching the whole table unpacked, which would take as much memory as a sixth of a small edition's index.
const STRIDE: u32 = 64;

/// The table before each [`STRIDE`]th character.
static STARTS: LazyLock<Vec<Reader>> = LazyLock::new(|| {
    let mut reader = Reader::new(ENCODED);
    let mut starts = Vec::with_capacity(reader.left.div_ceil(STRIDE) as usize);
    while reader.left > 0 {
        starts.push(reader.clone());
        for _ in 0..STRIDE.min(reader.left) {
            reader.next(|_| {});
        }
    }
    starts
});

/// Reads the table from some character on.
#[derive(Clone)]
struct Reader {
    /// What is left of each column.
    gaps: &'static [u8],
    counts: &'static [u8],
    steps: &'static [u8],
    /// How many characters are left.
    left: u32,
    /// The character read last, and the first that the last one folded to that did to any.
    source: u32,
    first: u32,
}

impl Reader {
    fn new(mut bytes: &'static [u8]) -> Reader {
        let left = number(&mut bytes);
        let behind = |mut column: &'static [u8]| {
            (0..left).for_each(|_| _ = number(&mut column));
            column
        };
        let counts = behind(bytes);
        Reader { gaps: bytes, counts, steps: behind(counts), left, source: 0, first: 0 }
    }

    /// Reads a character, and gives what it folds to to `push`. Gives how many those are.
    fn next(&mut self, mut push: impl FnMut(char)) -> u32 {
        let (gap, count) = (number(&mut self.gaps), number(&mut self.counts));
        let mut target = self.first + gap;
        for place in 0..count {
            let step = number(&mut self.steps);
            target = u32::wrapping_add_signed(target, (step >> 1) as i32 ^ -((step & 1) as i32));
            char::from_u32(target).into_iter().for_each(&mut push);
            self.first = if place == 0 { target } else { self.first };
        }
        (self.source, self.left) = (self.source + gap, self.left - 1);
        count
    }
}

/// Gives what the table folds `c` to to `push`, and how many those are; nothing where it does not name `c`.
fn tabled(c: char, push: impl FnMut(char)) -> Option<u32> {
    let after = STARTS.partition_point(|start| start.source < c as u32);
    let mut reader = STARTS[after.checked_sub(1)?].clone();
    // Which one it is, if it is any, its distance from the others tells alone.
    let (mut gaps, mut source, mut before) = (reader.gaps, reader.source, 0);
    while source < c as u32 && before < reader.left {
        source += number(&mut gaps);
        before += 1;
    }
    if source != c as u32 {
        return None;
    }
    for _ in 1..before {
        reader.next(|_| {});
    }
    Some(reader.next(push))
}

/// Takes a little-endian base-128 number off the front of `bytes`.
fn number(bytes: &mut &[u8]) -> u32 {
    let (mut value, mut shift) = (0, 0);
    while let Some((&byte, rest)) = bytes.split_first() {
        *bytes = rest;
        value |= u32::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            break;
        }
    }
    value
}

/// Gives the folded characters of `c` to `push`, and says what `c` is in a word.
pub(crate) fn fold_char(c: char, mut push: impl FnMut(char)) -> Class {
    if c.is_ascii() {
        return match c.is_ascii_alphanumeric() {
            true => {
                push(c.to_ascii_lowercase());
                Class::Letter
            }
            false => Class::Break,
        };
    }
    if let Some(jamo) = hangul(c) {
        jamo.into_iter().flatten().for_each(push);
        return Class::Letter;
    }
    match tabled(c, &mut push) {
        Some(0) => Class::Ignored,
        Some(_) => Class::Letter,
        None if c.is_alphanumeric() => {
            push(c);
            Class::Letter
        }
        None => Class::Break,
    }
}

/// The letters of a Korean syllable, so that a syllable half typed is a prefix of the whole one.
pub(crate) fn hangul(c: char) -> Option<[Option<char>; 3]> {
    const SYLLABLES: std::ops::RangeInclusive<char> = '가'..='힣';
    const VOWELS: u32 = 21;
    const FINALS: u32 = 28;
    if !SYLLABLES.contains(&c) {
        return None;
    }
    let place = c as u32 - *SYLLABLES.start() as u32;
    let last = place % FINALS;
    Some([
        char::from_u32(0x1100 + place / (VOWELS * FINALS)),
        char::from_u32(0x1161 + place / FINALS % VOWELS),
        (last > 0).then(|| char::from_u32(0x11a7 + last)).flatten(),
    ])
}
