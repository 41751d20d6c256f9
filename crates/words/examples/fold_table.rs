//! Writes the table that folding reads: `cargo run -p verbatim-words --example fold_table > FILE`.

use std::io::{self, Write};

#[path = "../tests/reference.rs"]
mod reference;

fn main() -> io::Result<()> {
    let (mut gaps, mut counts, mut steps) = (Vec::new(), Vec::new(), Vec::new());
    let (mut length, mut source, mut first) = (0, 0, 0);
    for c in ('\u{80}'..=char::MAX).filter(|c| !('가'..='힣').contains(c)) {
        let Some(folded) = reference::reference(c).filter(|folded| *folded != untabled(c)) else {
            continue;
        };
        let gap = c as u32 - source;
        (length, source) = (length + 1, c as u32);
        number(&mut gaps, gap);
        number(&mut counts, folded.chars().count() as u32);
        let mut guess = first + gap;
        for target in folded.chars().map(u32::from) {
            let distance = target.wrapping_sub(guess) as i32;
            number(&mut steps, (distance << 1 ^ distance >> 31) as u32);
            guess = target;
        }
        first = folded.chars().next().map_or(first, u32::from);
    }
    let mut bytes = Vec::new();
    number(&mut bytes, length);
    io::stdout().write_all(&[bytes, gaps, counts, steps].concat())
}

/// What folding makes of a character that the table does not name.
fn untabled(c: char) -> String {
    if c.is_alphanumeric() { c.into() } else { String::from("\0") }
}

fn number(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}
