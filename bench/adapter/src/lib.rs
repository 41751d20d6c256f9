//! The search engine as plain functions of a wasm module.
//!
//! JavaScript asks for [`room`], writes bytes there, and calls what reads them: [`build`] for records, [`open`] for
//! an index, [`search`] for a query. What comes back lies at [`answer`].

mod memory;

use std::cell::RefCell;

use memory::Memory;
use verbatim_search::{Field, Index};

/// The fields of a record, with the weights that the archive gives them. Names are not looked for by initials:
/// the lines for that are no part of what other libraries hold.
const FIELDS: [Field; 3] = [
    Field { name: "quote", weight: 1.0, names: false },
    Field { name: "speaker", weight: 2.0, names: false },
    Field { name: "role", weight: 1.5, names: false },
];

/// Between two records, and between two fields of one.
const SEPARATORS: (char, char) = ('\x1e', '\x1f');

#[global_allocator]
static MEMORY: Memory = Memory::new();

#[derive(Default)]
struct State {
    input: Vec<u8>,
    index: Option<Index>,
    answer: Vec<u8>,
    hits: Vec<u32>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Makes room for so many bytes, and says where.
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *mut u8 {
    STATE.with_borrow_mut(|state| {
        state.input.clear();
        state.input.reserve_exact(bytes);
        state.input.resize(bytes, 0);
        state.input.as_mut_ptr()
    })
}

/// Makes an index of the records in the room; its bytes are the answer. Gives how many they are.
#[unsafe(no_mangle)]
pub extern "C" fn build() -> usize {
    STATE.with_borrow_mut(|state| {
        let input = std::mem::take(&mut state.input);
        let records = String::from_utf8_lossy(&input);
        let (record, field) = SEPARATORS;
        state.answer = Index::write(&FIELDS, records.split_terminator(record).map(|record| record.split(field)));
        state.answer.len()
    })
}

/// Opens the index in the room. Gives 1, or 0 if it is none.
#[unsafe(no_mangle)]
pub extern "C" fn open() -> u32 {
    STATE.with_borrow_mut(|state| {
        state.index = Index::open(std::mem::take(&mut state.input), &FIELDS).ok();
        state.index.is_some().into()
    })
}

/// Searches for the query in the room, of so many bytes. The best records are the answer, four bytes each; gives
/// how many they are.
#[unsafe(no_mangle)]
pub extern "C" fn search(bytes: usize, limit: usize) -> usize {
    STATE.with_borrow_mut(|state| {
        let query = String::from_utf8_lossy(&state.input[..bytes]);
        let results = state.index.as_ref().map(|index| index.best(&query, limit)).unwrap_or_default();
        state.hits = results.hits.iter().map(|hit| hit.document).collect();
        state.hits.len()
    })
}

/// Where the bytes that [`build`] made lie.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    STATE.with_borrow(|state| state.answer.as_ptr())
}

/// Where the opened index lies, as it was given.
#[unsafe(no_mangle)]
pub extern "C" fn file() -> *const u8 {
    STATE.with_borrow(|state| state.index.as_ref().map_or(std::ptr::null(), |index| index.bytes().as_ptr()))
}

/// Where the records that [`search`] found lie.
#[unsafe(no_mangle)]
pub extern "C" fn hits() -> *const u32 {
    STATE.with_borrow(|state| state.hits.as_ptr())
}
