//! Which of a program's data goes where.

use std::{collections::HashSet, ops::Range};

use anyhow::{Context, Result, bail};
use walrus::{ConstExpr, DataId, DataKind, Module, ir::Value};

use super::{
    links::{Links, Piece},
    memories,
};

/// Whose a byte is.
#[derive(Clone, Copy, PartialEq)]
enum Owner {
    /// The first program's, or of something that nobody named.
    Early,
    /// The second program's alone.
    Later,
    /// Nobody's: a zero between two pieces.
    None,
}

/// Where in memory the data is that is not among the `early` pieces.
///
/// # Errors
/// When the program's memory is not filled as rustc fills it.
pub fn later(program: &Module, links: &Links, early: &HashSet<Piece>) -> Result<Vec<Range<u32>>> {
    let mut later = Vec::new();
    for data in program.data.iter() {
        let (start, bytes) = (address(&data.kind)?, &data.value);
        let mut owners: Vec<Owner> =
            bytes.iter().map(|byte| if *byte == 0 { Owner::None } else { Owner::Early }).collect();
        // What is both is the first's.
        for (owner, of_first) in [(Owner::Later, false), (Owner::Early, true)] {
            for (_, place) in links.pieces.iter().filter(|(piece, _)| early.contains(piece) == of_first) {
                let inside = |address: u32| (address.saturating_sub(start) as usize).min(bytes.len());
                owners[inside(place.start)..inside(place.end)].fill(owner);
            }
        }
        later.extend(runs(&owners).map(|run| start + run.start as u32..start + run.end as u32));
    }
    Ok(later)
}

/// Where the second program's bytes are, in as few runs as can be.
fn runs(owners: &[Owner]) -> impl Iterator<Item = Range<usize>> {
    let mut next = 0;
    std::iter::from_fn(move || {
        let start = next + owners[next..].iter().position(|owner| *owner == Owner::Later)?;
        let length = owners[start..].iter().position(|owner| *owner == Owner::Early);
        next = length.map_or(owners.len(), |length| start + length);
        let trailing = owners[start..next].iter().rev().take_while(|owner| **owner == Owner::None).count();
        Some(start..next - trailing)
    })
}

/// Leaves zeros where `later` is.
///
/// # Errors
/// As [`later`].
pub fn empty(program: &mut Module, later: &[Range<u32>]) -> Result<()> {
    for id in all(program) {
        let data = program.data.get_mut(id);
        let start = address(&data.kind)?;
        let end = start + data.value.len() as u32;
        for place in later.iter().filter(|place| place.start >= start && place.end <= end) {
            data.value[(place.start - start) as usize..(place.end - start) as usize].fill(0);
        }
    }
    Ok(())
}

/// Leaves no data but that where `later` is.
///
/// # Errors
/// As [`later`].
pub fn keep(program: &mut Module, later: &[Range<u32>]) -> Result<()> {
    let memory = *memories(program).first().context("a program without memory")?;
    program.memories.get_mut(memory).data_segments.clear();
    for id in all(program) {
        let data = program.data.get(id);
        let (start, value) = (address(&data.kind)?, data.value.clone());
        let end = start + value.len() as u32;
        for place in later.iter().filter(|place| place.start >= start && place.end <= end) {
            let offset = ConstExpr::Value(Value::I32(place.start.cast_signed()));
            let bytes = value[(place.start - start) as usize..(place.end - start) as usize].to_vec();
            let kept = program.data.add(DataKind::Active { memory, offset }, bytes);
            program.memories.get_mut(memory).data_segments.insert(kept);
        }
        program.data.delete(id);
    }
    Ok(())
}

fn all(program: &Module) -> Vec<DataId> {
    program.data.iter().map(|data| data.id()).collect()
}

/// The address of the first byte of what `kind` fills.
fn address(kind: &DataKind) -> Result<u32> {
    match kind {
        DataKind::Active { offset: ConstExpr::Value(Value::I32(offset)), .. } => Ok(offset.cast_unsigned()),
        _ => bail!("data at no constant address"),
    }
}
