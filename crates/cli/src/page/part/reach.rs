//! What a program reaches without going through an entry, as a linker finds what it need not keep: functions by calls,
//! by what stands for them in code and data, and data by addresses.

use std::collections::{HashMap, HashSet};

use walrus::{
    ExportItem, FunctionId, LocalFunction, Module,
    ir::{Const, Load, LoadSimd, Store, Value, Visitor, dfs_in_order},
};

use super::{
    links::{Links, Piece},
    table::Table,
};

/// How the names of functions begin that the program says are for later.
const LATER: &str = "verbatim::later::";

/// How the names of functions begin that are the only ways from the first program into the second.
const ENTRIES: &[&str] = &[
    LATER,
    // What takes over a page that was drawn ahead: only `verbatim::later` begins to.
    "yew::dom_bundle::bnode::feat_hydration::",
    "yew::dom_bundle::feat_hydration::",
    // What puts into words that a text was cut within a letter, which is a fault of the program: three kilobytes of
    // tables and of code that nothing else needs. Until they are here, such a fault shows as one without words.
    "core::str::slice_error_fail_rt",
];

/// Whether the program says that a function of this name is for later.
pub fn is_for_later(name: Option<&str>) -> bool {
    name.is_some_and(|name| name.starts_with(LATER))
}

/// Whether a function of this name is a way into the second program.
pub fn is_entry(name: Option<&str>) -> bool {
    // A name may tell which compilation of its crate it is of: core[0123456789abcdef]::str.
    let Some((krate, path)) = name.and_then(|name| name.split_once("::")) else {
        return false;
    };
    let krate = krate.split_once('[').map_or(krate, |(krate, _)| krate);
    ENTRIES.iter().any(|entry| {
        entry.split_once("::").is_some_and(|entry| entry.0 == krate && path.starts_with(entry.1))
    })
}

/// What the first program needs.
#[derive(Default)]
pub struct Early {
    /// Its functions.
    pub functions: HashSet<FunctionId>,
    /// Its data.
    pub pieces: HashSet<Piece>,
}

impl Early {
    /// What `program` reaches without going through an entry; `mentions` tells what each function speaks of.
    pub fn of(
        program: &Module,
        mentions: &HashMap<FunctionId, Mentions>,
        table: &Table,
        links: &Links,
    ) -> Self {
        let exported = program.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id),
            _ => None,
        });
        let mut early = Self::default();
        let mut functions: Vec<FunctionId> = exported.chain(program.start).collect();
        let mut pieces: Vec<Piece> = Vec::new();
        loop {
            if let Some(id) = functions.pop() {
                if is_entry(program.funcs.get(id).name.as_deref()) || !early.functions.insert(id) {
                    continue;
                }
                let Some(mentions) = mentions.get(&id) else { continue };
                functions.extend(&mentions.called);
                for number in &mentions.numbers {
                    functions.extend(table.function(*number));
                    pieces.extend(links.meant.get(number).into_iter().flatten());
                }
            } else if let Some(piece) = pieces.pop() {
                if let (true, Some(held)) = (early.pieces.insert(piece), links.held.get(&piece)) {
                    functions.extend(held.functions.iter().filter_map(|number| table.function(*number)));
                    pieces.extend(&held.pieces);
                }
            } else {
                return early;
            }
        }
    }
}

/// What a function speaks of.
#[derive(Default)]
pub struct Mentions {
    /// The functions that it calls.
    pub called: Vec<FunctionId>,
    /// The numbers in it that may be addresses or stand for functions.
    numbers: HashSet<u32>,
}

impl Mentions {
    /// What `body` speaks of.
    pub fn of(body: &LocalFunction) -> Self {
        let mut mentions = Self::default();
        dfs_in_order(&mut mentions, body, body.entry_block());
        mentions
    }

    /// Where something is read or written counted from an address that is part of the instruction. Memory ends
    /// before the first offset that does not fit.
    fn offset(&mut self, offset: u64) {
        self.numbers.extend(u32::try_from(offset));
    }
}

impl Visitor<'_> for Mentions {
    fn visit_function_id(&mut self, id: &FunctionId) {
        self.called.push(*id);
    }

    fn visit_const(&mut self, constant: &Const) {
        if let Value::I32(number) = constant.value {
            self.numbers.insert(number.cast_unsigned());
        }
    }

    fn visit_load(&mut self, load: &Load) {
        self.offset(load.arg.offset);
    }

    fn visit_load_simd(&mut self, load: &LoadSimd) {
        self.offset(load.arg.offset);
    }

    fn visit_store(&mut self, store: &Store) {
        self.offset(store.arg.offset);
    }
}
