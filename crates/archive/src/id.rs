//! Permanent names: statement ids and slugs.

use sha2::{Digest, Sha256};
use verbatim_words::words;

/// Crockford's base32 alphabet, lower case: no letter that is read as a digit.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The length of an id: 50 bits, so that a million statements of one edition collide with a chance of 1 in 2,000.
const LENGTH: usize = 10;

/// The id of a statement: a hash of its article's id and its normalised words, so that text inserted, moved or
/// corrected elsewhere leaves it alone. `attempt` is 0 but for a statement whose id is already taken.
pub fn statement_id(article: &str, said: &str, attempt: u32) -> String {
    let mut hash = Sha256::new();
    hash.update(article.as_bytes());
    for word in words(said) {
        hash.update([0]);
        hash.update(word.folded.as_bytes());
    }
    if attempt > 0 {
        hash.update(attempt.to_le_bytes());
    }
    let digest = hash.finalize();
    let bits = u64::from_be_bytes(digest[..8].try_into().expect("a digest has 32 bytes"));
    (0..LENGTH)
        .map(|place| ALPHABET[(bits >> (59 - 5 * place)) as usize & 31] as char)
        .collect()
}
