//! What a linker leaves behind of a program that it linked with `--emit-relocs`: which pieces its data has, and what
//! points to which. The sections are those of the tool conventions for WebAssembly
//! (<https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md>). wasm-bindgen, which writes the code
//! anew, leaves the data and these sections as they are.

use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
};

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{
    BinaryReader, DataKind, DefinedDataSymbol, Linking, LinkingSectionReader, Operator, Parser, Payload,
    RelocSectionReader, RelocationEntry, RelocationType, SymbolInfo,
};

/// The names of the sections that are of use to nobody once the program is parted.
pub const SECTIONS: &[&str] = &["linking", "reloc.CODE", "reloc.DATA"];

/// A piece of data, as a string or a table of methods, by its place among the linker's symbols.
pub type Piece = usize;

/// What points where in a program's data and to it.
pub struct Links {
    /// Where in memory each piece is.
    pub pieces: HashMap<Piece, Range<u32>>,
    /// Which pieces a number in the code stands for, where it stands for an address.
    pub meant: HashMap<u32, Vec<Piece>>,
    /// What each piece holds.
    pub held: HashMap<Piece, Held>,
}

/// What a piece of data holds.
#[derive(Default)]
pub struct Held {
    /// Numbers by which the table of functions is asked.
    pub functions: Vec<u32>,
    /// Other pieces.
    pub pieces: Vec<Piece>,
}

/// A part of a program's memory that is filled when it begins.
struct Segment<'a> {
    /// Its first byte's address.
    address: u32,
    /// Where in the section its first byte is.
    at: usize,
    bytes: &'a [u8],
}

impl Links {
    /// None where the program was not linked with `--emit-relocs`.
    ///
    /// # Errors
    /// When `program` is not WebAssembly, or what the linker left does not fit it.
    pub fn of(program: &[u8]) -> Result<Option<Self>> {
        let (mut segments, mut symbols) = (Vec::new(), None);
        let (mut in_code, mut in_data) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(program) {
            match payload? {
                Payload::DataSection(section) => {
                    let start = section.range().start;
                    for data in section {
                        let data = data?;
                        let at = data.range.end - data.data.len() - start;
                        segments.push(Segment { address: address(&data.kind)?, at, bytes: data.data });
                    }
                }
                Payload::CustomSection(section) => match section.name() {
                    "linking" => symbols = Some(read_symbols(section.data())?),
                    "reloc.CODE" => in_code = relocations(section.data())?,
                    "reloc.DATA" => in_data = relocations(section.data())?,
                    _ => {}
                },
                _ => {}
            }
        }
        let Some(symbols) = symbols else { return Ok(None) };
        let pieces = pieces(&symbols, &segments);
        let meant = meant(&in_code, &pieces);
        let held = held(&in_data, &pieces, &segments)?;
        Ok(Some(Self { pieces, meant, held }))
    }
}

fn address(kind: &DataKind<'_>) -> Result<u32> {
    let DataKind::Active { offset_expr, .. } = kind else { bail!("data that fills no memory") };
    match offset_expr.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => bail!("data at {other:?}"),
    }
}

/// Of each symbol, what data it stands for.
fn read_symbols(section: &[u8]) -> Result<Vec<Option<DefinedDataSymbol>>> {
    let mut symbols = Vec::new();
    for part in LinkingSectionReader::new(BinaryReader::new(section, 0))?.subsections() {
        if let Linking::SymbolTable(table) = part? {
            for symbol in table {
                symbols.push(if let SymbolInfo::Data { symbol, .. } = symbol? { symbol } else { None });
            }
        }
    }
    Ok(symbols)
}

fn relocations(section: &[u8]) -> Result<Vec<RelocationEntry>> {
    let reader = RelocSectionReader::new(BinaryReader::new(section, 0))?;
    Ok(reader.entries().into_iter().collect::<Result<_, _>>()?)
}

/// Where in memory each symbol's data is.
fn pieces(symbols: &[Option<DefinedDataSymbol>], segments: &[Segment<'_>]) -> HashMap<Piece, Range<u32>> {
    let place = |symbol: &DefinedDataSymbol| {
        let start = segments.get(symbol.index as usize)?.address + symbol.offset;
        Some(start..start + symbol.size)
    };
    let symbols = symbols.iter().enumerate();
    symbols.filter_map(|(piece, symbol)| Some((piece, place(symbol.as_ref()?)?))).collect()
}

fn meant(in_code: &[RelocationEntry], pieces: &HashMap<Piece, Range<u32>>) -> HashMap<u32, Vec<Piece>> {
    let mut meant: HashMap<u32, Vec<Piece>> = HashMap::new();
    for pointer in in_code.iter().filter(|pointer| is_address(pointer.ty)) {
        let piece = pointer.index as usize;
        if let Some(place) = pieces.get(&piece) {
            // An address may lie beside what it is counted from: loops begin there.
            let number = place.start.wrapping_add_signed(pointer.addend as i32);
            let all = meant.entry(number).or_default();
            if !all.contains(&piece) {
                all.push(piece);
            }
        }
    }
    meant
}

fn held(
    in_data: &[RelocationEntry],
    pieces: &HashMap<Piece, Range<u32>>,
    segments: &[Segment<'_>],
) -> Result<HashMap<Piece, Held>> {
    let mut starts: BTreeMap<u32, Vec<Piece>> = BTreeMap::new();
    for (piece, place) in pieces {
        starts.entry(place.start).or_default().push(*piece);
    }
    let longest = pieces.values().map(|place| place.len() as u32).max().unwrap_or(0);
    let mut held: HashMap<Piece, Held> = HashMap::new();
    for pointer in in_data {
        let at = pointer.offset as usize;
        let segment =
            segments.iter().find(|segment| (segment.at..segment.at + segment.bytes.len()).contains(&at));
        let segment = segment.context("a pointer outside of all data")?;
        let address = segment.address + (at - segment.at) as u32;
        let around = starts.range(address.saturating_sub(longest)..=address).flat_map(|(_, pieces)| pieces);
        let holders: Vec<Piece> = around.copied().filter(|piece| pieces[piece].contains(&address)).collect();
        ensure!(!holders.is_empty(), "a pointer in data that is nobody's, at {address}");
        for holder in holders {
            let holder = held.entry(holder).or_default();
            if pointer.ty == RelocationType::TableIndexI32 {
                let word = segment.bytes.get(at - segment.at..at - segment.at + 4);
                let word = word.context("a pointer that is cut off")?;
                holder.functions.push(u32::from_le_bytes(word.try_into()?));
            } else if is_address(pointer.ty) {
                holder.pieces.push(pointer.index as usize);
            }
        }
    }
    Ok(held)
}

fn is_address(kind: RelocationType) -> bool {
    matches!(
        kind,
        RelocationType::MemoryAddrLeb | RelocationType::MemoryAddrSleb | RelocationType::MemoryAddrI32
    )
}
