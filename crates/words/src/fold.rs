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

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::decode(ENCODED));

#[derive(Default)]
struct Table {
    /// The characters, ascending, each with the end of its targets; they begin where the last one's ended.
    sources: Vec<(u32, u32)>,
    targets: Vec<char>,
}

impl Table {
    fn decode(mut bytes: &[u8]) -> Table {
        let mut column = |length: u32| (0..length).map(|_| number(&mut bytes)).collect::<Vec<u32>>();
        let length = column(1)[0];
        let (gaps, counts) = (column(length), column(length));
        let mut steps = column(counts.iter().sum()).into_iter();
        let mut table = Table::default();
        let (mut source, mut first) = (0, 0_u32);
        for (gap, count) in gaps.into_iter().zip(counts) {
            source += gap;
            let mut target = first + gap;
            for step in steps.by_ref().take(count as usize) {
                target = u32::wrapping_add_signed(target, (step >> 1) as i32 ^ -((step & 1) as i32));
                table.targets.extend(char::from_u32(target));
            }
            let begins = table.targets.len() - count as usize;
            first = table.targets.get(begins).map_or(first, |first| u32::from(*first));
            table.sources.push((source, table.targets.len() as u32));
        }
        table
    }

    fn get(&self, c: char) -> Option<&[char]> {
        let at = self.sources.binary_search_by_key(&(c as u32), |&(source, _)| source).ok()?;
        let start = at.checked_sub(1).map_or(0, |before| self.sources[before].1);
        self.targets.get(start as usize..self.sources[at].1 as usize)
    }
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
    match TABLE.get(c) {
        Some([]) => Class::Ignored,
        Some(targets) => {
            targets.iter().copied().for_each(push);
            Class::Letter
        }
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
