//! Words of the dictionary within a few edits of a given one.
//!
//! An edit is a letter inserted, deleted or replaced, or two neighbours swapped (optimal string alignment). The
//! automaton is run as bits (Wu and Manber): for each number of edits, one bit says whether so many letters of
//! the word wanted can have been read. A letter of a word costs a few operations, letters that a word shares
//! with the one before it cost none, and where no bit is left, every word that goes on so is jumped over: within
//! a block of the dictionary one by one, else the block whole.

use crate::dictionary::{Dictionary, LONGEST};

/// The most letters that a word can have and be looked for with edits: a bit each, and one for the start.
pub(crate) const MOST_LETTERS: usize = 63;

/// The most edits.
const MOST_EDITS: usize = 2;

/// No word has so many.
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
    mut found: impl FnMut(u32, u8, Complete),
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
            if is_alive && edits <= limit {
                found(word, edits, Complete(true));
            }
            if prefix && begun <= limit {
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
    /// For each number of edits: bit `n` says that `n` letters wanted can have been read.
    read: [u64; MOST_EDITS + 1],
    /// The letter that led here, and how many bytes the word had before it.
    letter: char,
    before: u8,
    /// The edits between all letters wanted and those so far.
    edits: u8,
    /// The fewest on the way.
    begun: u8,
}

struct Automaton<'a> {
    letters: &'a [char],
    limit: u8,
    /// For each number of edits the bits that count: none of more than the limit.
    masks: [u64; MOST_EDITS + 1],
    /// For each ASCII letter, its places among the letters wanted.
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
        let all = u64::MAX >> (MOST_LETTERS - letters.len());
        let masks = std::array::from_fn(|edits| if edits <= usize::from(limit) { all } else { 0 });
        let read = std::array::from_fn(|edits| ((2 << edits) - 1) & masks[edits]);
        let edits = if letters.len() <= limit.into() { letters.len() as u8 } else { NONE };
        let start = Step { read, letter: '\0', before: 0, edits, begun: edits };
        let mut places = [0; 128];
        for (place, letter) in letters.iter().enumerate() {
            if let Some(places) = places.get_mut(*letter as usize) {
                *places |= 1 << place;
            }
        }
        Automaton { letters, limit, masks, places, steps: [start; LONGEST + 1], dead: usize::MAX, reached: 0 }
    }

    /// Reads `word`, of which `shared` bytes have been read before. Says whether its end was reached.
    fn read(&mut self, word: &[u8], shared: usize) -> bool {
        if shared >= self.dead {
            return false;
        }
        self.dead = usize::MAX;
        self.reached = shared.min(LONGEST);
        while self.reached < word.len().min(LONGEST) {
            let (letter, length) = letter_at(word, self.reached);
            if !self.take(letter, length) {
                self.dead = self.reached;
                return false;
            }
        }
        true
    }

    /// Goes on by one letter. Says whether that led anywhere.
    #[inline]
    fn take(&mut self, letter: char, length: usize) -> bool {
        let old = self.steps[self.reached];
        let older = &self.steps[usize::from(old.before)].read;
        let places = self.places_of(letter);
        let swapped = if self.reached > 0 { places & self.places_of(old.letter) >> 1 } else { 0 };
        // With more edits: the letter is right, or it was inserted, stands for another, or comes after one left out, or
        // it and the one before are swapped.
        let right = |with: usize| (old.read[with] & places) << 1;
        let wrong = |fewer: usize, read: u64| {
            old.read[fewer] | (old.read[fewer] | read) << 1 | (older[fewer] & swapped) << 2
        };
        let none = right(0);
        let one = right(1) | wrong(0, none);
        let two = right(2) | wrong(1, one);
        let read = [none & self.masks[0], one & self.masks[1], two & self.masks[2]];
        // What can be read with some edits can be with more.
        let ends = read.iter().map(|read| (read >> self.letters.len()) as u8 & 1).sum::<u8>();
        let edits = if ends > 0 { self.limit + 1 - ends } else { NONE };
        let before = self.reached as u8;
        self.reached = (self.reached + length).min(LONGEST);
        let begun = old.begun.min(edits);
        self.steps[self.reached] = Step { read, letter, before, edits, begun };
        read != [0; MOST_EDITS + 1]
    }

    #[inline]
    fn places_of(&self, letter: char) -> u64 {
        match self.places.get(letter as usize) {
            Some(places) => *places,
            None => {
                let same = self.letters.iter().enumerate().filter(|(_, wanted)| **wanted == letter);
                same.fold(0, |places, (place, _)| places | 1 << place)
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
        _ => {
            let letter = word[at..].utf8_chunks().next().and_then(|chunk| chunk.valid().chars().next());
            letter.map_or((char::REPLACEMENT_CHARACTER, 1), |letter| (letter, letter.len_utf8()))
        }
    }
}
