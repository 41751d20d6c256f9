//! Writes the table that folding reads: `cargo run -p verbatim-words --example fold_table > FILE`.

use std::io::{self, Write};

#[path = "../tests/reference.rs"]
mod reference;

fn main() -> io::Result<()> {
    let (mut bytes, mut last_source, mut last_target) = (Vec::new(), 0, 0);
    for c in ('\u{80}'..=char::MAX).filter(|c| !('가'..='힣').contains(c)) {
        let Some(folded) = reference::reference(c).filter(|folded| *folded != untabled(c)) else {
            continue;
        };
        number(&mut bytes, c as u32 - last_source);
        last_source = c as u32;
        number(&mut bytes, folded.chars().count() as u32);
        for target in folded.chars().map(|target| target as i32) {
            let distance: i32 = target - last_target;
            number(&mut bytes, (distance << 1 ^ distance >> 31) as u32);
            last_target = target;
        }
    }
    io::stdout().write_all(&bytes)
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
