//! Words of the dictionary within a few edits of a given one.
//!
//! An edit is a letter inserted, deleted or replaced, or two neighbours swapped (optimal string alignment). The
//! automaton is run as bits (Wu and Manber), of which only those are kept that can be set: after so many letters of a word,
//! as many of the word wanted can have been read, or a few more or fewer, as there are edits. The bits of all numbers of
//! edits stand in one number, so that a letter costs a dozen operations. Letters that a word shares with the one before it
//! cost none, and where no bit is left, every word that goes on so is jumped over: within a block of the dictionary one by
//! one, else the block whole.

use crate::dictionary::{Dictionary, LONGEST};

/// The most letters that a word can have and be looked for with edits: a bit each, and some for those that are inserted.
pub(crate) const MOST_LETTERS: usize = 64 - 2 * MOST_EDITS;

/// The most edits.
const MOST_EDITS: usize = 2;

/// For each number of edits there is a row of bits: the one in the middle says that as many letters wanted can have been
/// read as letters of the word, those around it that some more or fewer can.
const ROW: usize = 8;
const MIDDLE: usize = MOST_EDITS;
const BITS: u32 = (1 << (MIDDLE + MOST_EDITS + 1)) - 1;

/// The first bit of every row.
const FIRST: u32 = 1 | 1 << ROW | 1 << (2 * ROW);

/// At first, with so many edits as a row is for, as many letters can be left out.
const START: u32 = (1 | 0b11 << ROW | 0b111 << (2 * ROW)) << MIDDLE;

/// No word has so many edits.
const NONE: u8 = u8::MAX;

/// Whether the word ends where the match does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Complete(pub bool);

/// The words within `limit` edits of `letters`, each with how many, in order.
///
/// With `prefix`, words that go on after such a match are found too, and said to be incomplete: such a word can
/// come twice.
pub(crate) fn within(
    dictionary: Dictionary<'_>,
    letters: &[char],
    limit: u8,
    prefix: bool,
    found: &mut dyn FnMut(u32, u8, Complete),
) {
    let mut automaton = Automaton::new(letters, limit);
    let mut walk = dictionary.walk();
    for block in 0..dictionary.blocks() {
        let words = dictionary.block(block);
        walk.go_to(block);
        automaton.dead = usize::MAX;
        while walk.next < words.end
            && let Some(shared) = walk.advance()
        {
            let word = walk.next - 1;
            let is_alive = automaton.read(walk.word(), shared);
            let Step { edits, begun, .. } = automaton.steps[automaton.reached];
            if is_alive && edits != NONE {
                found(word, edits, Complete(true));
            }
            if prefix && begun != NONE {
                found(word, begun, Complete(false));
            } else if word == words.start
                && (automaton.leaves_out(dictionary, block) || !dictionary.has(block))
            {
                break;
            } else {
                walk.leave_out(automaton.dead, words.end);
            }
        }
    }
}

/// What can have been read after some letters of a word.
#[derive(Debug, Clone, Copy)]
struct Step {
    /// The rows of bits.
    read: u32,
    /// The letter that led here, how many bytes the word had before it, and how many letters it has with it.
    letter: char,
    before: u8,
    count: u8,
    /// The edits between all letters wanted and those so far.
    edits: u8,
    /// The fewest on the way.
    begun: u8,
}

struct Automaton<'a> {
    letters: &'a [char],
    limit: u8,
    /// The bits of as many rows as there may be edits.
    rows: u32,
    /// For each ASCII letter, its places among the letters wanted, moved by [`MIDDLE`].
    places: [u64; 128],
    /// What can have been read after so many bytes of the word.
    steps: [Step; LONGEST + 1],
    /// After how many bytes nothing could go on.
    dead: usize,
    /// How many bytes were read.
    reached: usize,
}

impl<'a> Automaton<'a> {
    fn new(letters: &'a [char], limit: u8) -> Self {
        let limit = limit.min(MOST_EDITS as u8);
        let rows = FIRST & ((2 << (usize::from(limit) * ROW)) - 1);
        let start =
            Step { read: START & (rows * BITS), letter: '\0', before: 0, count: 0, edits: NONE, begun: NONE };
        let mut places = [0; 128];
        for (place, letter) in letters.iter().enumerate() {
            if let Some(places) = places.get_mut(*letter as usize) {
                *places |= 1 << (place + MIDDLE);
            }
        }
        Automaton { letters, limit, rows, places, steps: [start; LONGEST + 1], dead: usize::MAX, reached: 0 }
    }

    /// Reads `word`, of which `shared` bytes have been read before. Says whether its end was reached.
    #[inline]
    fn read(&mut self, word: &[u8], shared: usize) -> bool {
        if shared >= self.dead {
            return false;
        }
        self.dead = usize::MAX;
        self.reached = shared.min(LONGEST);
        let Step { mut read, letter, before, mut count, mut begun, .. } = self.steps[self.reached];
        // What was read one letter before, and the places of the letter that led here: for those that are swapped.
        let mut older = self.steps[usize::from(before)].read;
        let mut last = if self.reached > 0 { self.places_of(letter) } else { 0 };
        while self.reached < word.len().min(LONGEST) {
            let (letter, length) = letter_at(word, self.reached);
            let places = self.places_of(letter);
            let next = self.next([read, older], [places, last], count.into());
            count += 1;
            let edits = self.edits(next, count.into());
            begun = begun.min(edits);
            (older, read, last) = (read, next, places);
            let before = self.reached as u8;
            self.reached = (self.reached + length).min(LONGEST);
            self.steps[self.reached] = Step { read, letter, before, count, edits, begun };
            if read == 0 {
                self.dead = self.reached;
                return false;
            }
        }
        true
    }

    /// What can have been read after one more letter than `count`, of which, and of the one before, the places are these.
    #[inline]
    fn next(&self, [read, older]: [u32; 2], [places, last]: [u64; 2], count: usize) -> u32 {
        let around = |places: u64, count: usize| places.wrapping_shr(count as u32) as u32 & BITS;
        let swapped = if count > 0 { around(places, count - 1) & around(last, count) } else { 0 };
        // The letter is right; or, with one edit more, it was inserted, stands for another, or it and the one before are
        // swapped; or it comes after one or two that were left out.
        let right = read & (FIRST * around(places, count));
        let wrong = (read >> 1 | read | older & (FIRST * swapped)) << ROW;
        // No more letters can be read than there are.
        let beyond = (count + 1 + MOST_EDITS).saturating_sub(self.letters.len()).min(ROW);
        let counting = self.rows * (BITS >> beyond);
        let next = (right | wrong) & counting;
        let next = next | next << (ROW + 1) & counting;
        next | next << (ROW + 1) & counting
    }

    /// How many edits there are, after so many letters, if all letters wanted can have been read.
    #[inline]
    fn edits(&self, read: u32, count: usize) -> u8 {
        let place = (self.letters.len() + MIDDLE).wrapping_sub(count);
        // What can be read with some edits can be with more.
        let ends = if place <= MIDDLE + MOST_EDITS { (read >> place & FIRST).count_ones() as u8 } else { 0 };
        if ends > 0 { self.limit + 1 - ends } else { NONE }
    }

    #[inline]
    fn places_of(&self, letter: char) -> u64 {
        match self.places.get(letter as usize) {
            Some(places) => *places,
            None => {
                let same = self.letters.iter().enumerate().filter(|(_, wanted)| **wanted == letter);
                same.fold(0, |places, (place, _)| places | 1 << (place + MIDDLE))
            }
        }
    }

    /// Whether no word of `block` can be found, whose first word has just been read: what all of them begin with
    /// leads nowhere.
    fn leaves_out(&self, dictionary: Dictionary<'_>, block: u32) -> bool {
        let (first, next) = (dictionary.first(block), dictionary.first(block + 1));
        let common = first.iter().zip(next).take_while(|(one, other)| one == other).count();
        self.dead <= common
    }
}

/// The letter of `word` that begins at the byte `at`, and how many bytes it takes.
#[inline]
fn letter_at(word: &[u8], at: usize) -> (char, usize) {
    match word[at] {
        byte @ 0..0x80 => (byte.into(), 1),
        byte => {
            let letter = word.get(at..at + byte.leading_ones() as usize);
            let letter = letter.and_then(|letter| str::from_utf8(letter).ok()?.chars().next());
            letter.map_or((char::REPLACEMENT_CHARACTER, 1), |letter| (letter, letter.len_utf8()))
        }
    }
}
