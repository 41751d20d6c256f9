//! How long a text is, in one byte: exactly up to 64 words, and then rounded up by at most a sixteenth.

/// Up to here the byte is the length.
const EXACT: u32 = 64;

/// How many steps a doubling takes after that.
const STEPS: u32 = 16;

/// The last byte stands for all lengths that no other can say. Places after that many are taken for the last.
const LONGEST: u32 = 1 << 24;

/// How many places of one word in one text are read at most: the closeness of words is decided by far fewer.
pub(crate) const MOST_TIMES: u32 = 1 << 12;

/// The length that a byte stands for.
pub(crate) fn length(byte: u8) -> u32 {
    match u32::from(byte) {
        exact @ 0..EXACT => exact,
        255 => LONGEST,
        byte => {
            let (doublings, step) = ((byte - EXACT) / STEPS, (byte - EXACT) % STEPS);
            (EXACT << doublings) / STEPS * (STEPS + step)
        }
    }
}

/// The byte that stands for a length: the first that is not shorter.
pub(crate) fn byte(words: usize) -> u8 {
    let words = u32::try_from(words).unwrap_or(u32::MAX);
    if words < EXACT {
        return words as u8;
    }
    (EXACT as u8..u8::MAX).find(|byte| length(*byte) >= words).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_says_a_length_and_never_less() {
        for words in (0..5000).chain([100_000, 200_000, 10_000_000]) {
            let said = length(byte(words)) as usize;
            assert!(words <= said && said <= words + words / 16 + usize::from(words > 200_000) * words);
        }
    }
}
