//! The order of a program's functions: one after the other that is most like it. What has been read lately is what
//! a compressor finds again for the fewest bits, so that a hundredth of the program need not be loaded; nothing else
//! depends on the order.

use anyhow::{Context, Result};
use walrus::ModuleConfig;
use wasmparser::{Parser, Payload};

/// How many bytes are compared at a time: about two instructions.
const GRAM: usize = 5;

/// Names the functions of `program` so that their names stand in the order that they are to have.
///
/// # Errors
/// When `program` is not WebAssembly.
pub fn named_in_order(program: &[u8]) -> Result<Vec<u8>> {
    let order = alike(&bodies(program)?);
    let mut program = ModuleConfig::new().generate_producers_section(false).parse(program)?;
    let mut functions: Vec<_> = program.funcs.iter_local().map(|(id, _)| id).collect();
    functions.sort_by_key(|id| id.index());
    for (rank, place) in order.into_iter().enumerate() {
        let id = functions.get(place).context("a function without a body")?;
        program.funcs.get_mut(*id).name = Some(format!("f{rank:06}"));
    }
    Ok(program.emit_wasm())
}

/// The instructions of every function.
fn bodies(program: &[u8]) -> Result<Vec<&[u8]>> {
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(program) {
        if let Payload::CodeSectionEntry(body) = payload? {
            bodies.push(&program[body.range()]);
        }
    }
    Ok(bodies)
}

/// The places of `bodies` in an order in which each is followed by the one most like it of those that are left: the
/// longest first, and of equals the earlier.
fn alike(bodies: &[&[u8]]) -> Vec<usize> {
    let grams: Vec<Vec<[u8; GRAM]>> = bodies.iter().map(|body| grams(body)).collect();
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut order = Vec::with_capacity(left.len());
    let mut next = left.iter().copied().rev().max_by_key(|place| bodies[*place].len());
    while let Some(place) = next {
        left.retain(|other| *other != place);
        order.push(place);
        let likeness = |other: &usize| likeness(&grams[place], &grams[*other]);
        next = left.iter().copied().rev().max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
    }
    order
}

/// What runs of bytes there are in `body`, each once, in order.
fn grams(body: &[u8]) -> Vec<[u8; GRAM]> {
    let mut grams: Vec<_> = body.array_windows().copied().collect();
    grams.sort_unstable();
    grams.dedup();
    grams
}

/// Of the runs of either, how many both have: Jaccard's index.
fn likeness(one: &[[u8; GRAM]], other: &[[u8; GRAM]]) -> f64 {
    let (mut at, mut shared) = (0, 0);
    for gram in one {
        at += other[at..].iter().take_while(|other| *other < gram).count();
        shared += usize::from(other.get(at) == Some(gram));
    }
    shared as f64 / (one.len() + other.len() - shared).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_followed_by_what_is_most_like_it() {
        let bodies: [&[u8]; 5] =
            [b"abcdefgh", b"0123456789xyz", b"abcdefgi", b"0123456789", b"0123456abcdef"];
        assert_eq!(alike(&bodies), [1, 3, 4, 0, 2]);
        assert_eq!(alike(&[b"", b"", b""]), [0, 1, 2], "of equals the earlier");
    }

    #[test]
    fn likeness_counts_what_both_have() {
        let of = |one: &[u8], other: &[u8]| likeness(&grams(one), &grams(other));
        assert_eq!((of(b"abcdef", b"abcdef"), of(b"abcdef", b"ghijkl"), of(b"", b"")), (1.0, 0.0, 0.0));
        assert_eq!(of(b"abcdef", b"bcdefg"), 1.0 / 3.0);
    }
}
