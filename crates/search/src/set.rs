//! Sets of documents: a bit each, in words of 64.

/// How many words of bits so many documents take.
pub(crate) fn words(documents: usize) -> usize {
    documents.div_ceil(64)
}

/// The set of those of so many documents that are `wanted`.
pub(crate) fn of(documents: usize, wanted: impl Fn(u32) -> bool) -> Vec<u64> {
    let mut set = vec![0; words(documents)];
    for document in (0..documents as u32).filter(|document| wanted(*document)) {
        insert(&mut set, document);
    }
    set
}

/// Adds a document.
pub(crate) fn insert(set: &mut [u64], document: u32) {
    if let Some(bits) = set.get_mut(document as usize >> 6) {
        *bits |= 1 << (document & 63);
    }
}

/// Whether a document is among them.
#[inline]
pub(crate) fn contains(set: &[u64], document: u32) -> bool {
    set.get(document as usize >> 6).is_some_and(|bits| bits >> (document & 63) & 1 == 1)
}

/// How many there are.
pub(crate) fn count(set: &[u64]) -> usize {
    set.iter().map(|bits| bits.count_ones() as usize).sum()
}

/// All of them, ascending.
#[inline]
pub(crate) fn documents(set: &[u64]) -> impl Iterator<Item = u32> {
    set.iter().enumerate().flat_map(|(place, bits)| each(*bits).map(move |bit| (place << 6) as u32 | bit))
}

/// The places of the bits that are set, ascending.
#[inline]
pub(crate) fn each(mut bits: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = bits.trailing_zeros();
        bits &= bits.wrapping_sub(1);
        (bit < u64::BITS).then_some(bit)
    })
}
