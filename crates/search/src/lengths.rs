//! How long a text is, in one byte: exactly up to 8 words, and then rounded up by at most a quarter. Fewer bytes are told
//! apart than could be: what is compressed well is fetched soon, and no ranking hangs on a word more or less.

/// Up to here the byte is the length.
const EXACT: u32 = 8;

/// How many steps a doubling takes after that.
const STEPS: u32 = 4;

/// The longest that is told apart. Places after that many are taken for the last.
const LONGEST: u32 = EXACT << DOUBLINGS;

/// How often the length doubles up to the longest.
const DOUBLINGS: u32 = 21;

/// How many lengths are told apart; bytes from here on stand for the longest.
pub(crate) const LENGTHS: usize = (EXACT + DOUBLINGS * STEPS) as usize + 1;

/// How many places of one word in one text are read at most: the closeness of words is decided by far fewer.
pub(crate) const MOST_TIMES: u32 = 1 << 12;

/// The length that a byte stands for.
pub(crate) fn length(byte: u8) -> u32 {
    let byte = u32::from(byte);
    if byte < EXACT {
        return byte;
    }
    let (doublings, step) = ((byte - EXACT) / STEPS, (byte - EXACT) % STEPS);
    if doublings < DOUBLINGS { (EXACT << doublings) / STEPS * (STEPS + step) } else { LONGEST }
}

/// The byte that stands for a length: the first that is not shorter.
pub(crate) fn byte(words: usize) -> u8 {
    let words = u32::try_from(words).unwrap_or(u32::MAX);
    if words < EXACT {
        return words as u8;
    }
    (EXACT as u8..LENGTHS as u8).find(|byte| length(*byte) >= words).unwrap_or(LENGTHS as u8 - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_says_a_length_and_never_less() {
        for words in (0..5000).chain([100_000, 200_000, 10_000_000, LONGEST as usize]) {
            let said = length(byte(words)) as usize;
            assert!(words <= said && said <= words + words / 4);
        }
        assert!((0..=u8::MAX).all(|byte| length(byte) <= LONGEST));
        assert_eq!(length(byte(usize::MAX)), LONGEST);
        assert_eq!(LONGEST, 1 << 24, "sixteen million words");
    }
}
