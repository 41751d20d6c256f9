//! Parts the page's WebAssembly in two. The first program draws what a reader meets first; the second comes when
//! something is used that is seldom used. Both share one memory and one table of functions, so that a function of
//! the second is called like any other once it is there.
//!
//! What belongs to the second is found as a linker finds what nobody needs: it is the functions and the data that only
//! the entries (`reach`) reach. An entry that is called from the first program is called through the table, where the
//! second puts itself; data of the second it puts into memory when it comes. What it borrows of the first stands in the
//! table as well: a place there takes less than a name. The script that ties the program to its browser is parted in the
//! same way (`script`).

mod data;
mod links;
mod reach;
mod script;
mod table;

use std::{
    collections::{BTreeSet, HashMap},
    fs,
    ops::Range,
    path::Path,
};

use anyhow::{Context, Result};
use walrus::{
    ConstExpr, ElementItems, ElementKind, FunctionBuilder, FunctionId, FunctionKind, GlobalId, GlobalKind,
    ImportedFunction, LocalFunction, MemoryId, Module, ModuleConfig, RefType, TableId, ir::Value, passes::gc,
};

pub use self::script::GLUE;
use super::files;

use self::{
    links::Links,
    reach::{Early, Mentions, is_for_later},
    table::Table,
};

/// The second program's file.
const SECOND: &str = "later.wasm";

/// The name by which the second program knows the first.
const FIRST: &str = "first";

/// What was taken out of a page for later: the names of its files.
#[derive(Debug, Clone, Copy)]
pub struct Later {
    /// The second program.
    pub program: &'static str,
    /// The script that begins it.
    pub script: &'static str,
}

/// Parts the program in `dist`, and the script that binds it; none where nothing is for later.
///
/// # Errors
/// When a file cannot be read or written, or holds WebAssembly of a shape that rustc does not make, or a script of one
/// that wasm-bindgen does not.
pub fn part(dist: &Path) -> Result<Option<Later>> {
    for path in files(dist, "wasm")? {
        let program = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let parted = parted(&program).with_context(|| format!("{}", path.display()))?;
        fs::write(&path, parted.first).with_context(|| format!("{} cannot be written", path.display()))?;
        if let Some((second, offered)) = parted.second {
            fs::write(dist.join(SECOND), second).with_context(|| format!("{SECOND} cannot be written"))?;
            return Ok(Some(Later { program: SECOND, script: script::part(dist, &offered)? }));
        }
    }
    Ok(None)
}

/// A program without what the linker noted, and what was taken out of it for later, with what the browser offers that
/// alone.
struct Parted {
    first: Vec<u8>,
    second: Option<(Vec<u8>, BTreeSet<String>)>,
}

fn parted(program: &[u8]) -> Result<Parted> {
    let (mut first, mut second) = (parse(program)?, parse(program)?);
    if !first.funcs.iter().any(|function| is_for_later(function.name.as_deref())) {
        return Ok(Parted { first: first.emit_wasm(), second: None });
    }
    let Some(links) = Links::of(program)? else {
        eprintln!("verbatim: the program was not linked with --emit-relocs: it stays in one piece");
        return Ok(Parted { first: first.emit_wasm(), second: None });
    };
    let plan = Plan::of(&first, &links)?;
    plan.take_out(&mut first)?;
    plan.leave_only(&mut second)?;
    Ok(Parted { first: first.emit_wasm(), second: Some((second.emit_wasm(), offered(&second))) })
}

/// What the browser offers a program.
fn offered(program: &Module) -> BTreeSet<String> {
    let offered = program.imports.iter().filter(|import| import.module != FIRST);
    offered.map(|import| import.name.clone()).collect()
}

fn parse(program: &[u8]) -> Result<Module> {
    let mut program = ModuleConfig::new().generate_producers_section(false).parse(program)?;
    for section in links::SECTIONS {
        program.customs.remove_raw(section);
    }
    Ok(program)
}

/// What goes where. Functions are known by their index: both copies of the program have the same.
#[derive(Debug)]
struct Plan {
    /// Functions that the second program calls and the first has, and where the table holds them.
    lent: Vec<(usize, usize)>,
    /// Functions of the second program that the table holds: where, and which.
    slots: Vec<(usize, usize)>,
    /// Entries that the first program calls, and where the table holds them.
    called: Vec<(usize, usize)>,
    /// How many functions the table holds.
    length: usize,
    /// Where in memory the second program's data is.
    data: Vec<Range<u32>>,
}

impl Plan {
    fn of(program: &Module, links: &Links) -> Result<Self> {
        let mentions: HashMap<_, _> =
            program.funcs.iter_local().map(|(id, body)| (id, Mentions::of(body))).collect();
        let table = Table::of(program)?;
        let early = Early::of(program, &mentions, &table, links);
        let is_later = |id: &FunctionId| mentions.contains_key(id) && !early.functions.contains(id);
        let calls = |of_later: bool| {
            let callers = mentions.iter().filter(move |(id, _)| is_later(id) == of_later);
            callers.flat_map(|(_, mentions)| &mentions.called)
        };
        let held = table.functions.iter().enumerate();
        let mut slots: Vec<_> =
            held.filter(|(_, id)| is_later(id)).map(|(slot, id)| (slot, id.index())).collect();
        let crossed: BTreeSet<usize> = calls(false).filter(|id| is_later(id)).map(|id| id.index()).collect();
        let called: Vec<_> =
            crossed.into_iter().zip(table.functions.len()..).map(|(id, slot)| (slot, id)).collect();
        slots.extend(&called);
        let held: HashMap<_, _> = table.functions.iter().zip(0..).collect();
        // What the browser offers and the first program has no use for, not even in its table, the second asks the
        // browser for.
        let is_lent =
            |id: &FunctionId| early.functions.contains(id) || held.contains_key(id) && !is_later(id);
        let borrowed: BTreeSet<_> = calls(true).filter(|id| is_lent(id)).collect();
        let mut length = table.functions.len() + called.len();
        let mut lent = Vec::new();
        for id in borrowed {
            let slot = held.get(id).copied().unwrap_or(length);
            length += usize::from(slot == length);
            lent.push((slot, id.index()));
        }
        let data = data::later(program, links, &early.pieces)?;
        Ok(Self { lent, slots, called, length, data })
    }

    /// Takes the later functions out of the first program: leaves gaps in its table, and calls through it.
    fn take_out(&self, program: &mut Module) -> Result<()> {
        let table = Table::of(program)?;
        let gap = gap(program);
        let mut functions = table.functions.clone();
        functions.resize(self.length, gap);
        for (slot, _) in &self.slots {
            functions[*slot] = gap;
        }
        let ids = ids(program);
        for (slot, id) in &self.lent {
            functions[*slot] = ids[id];
        }
        program.elements.get_mut(table.held).items = ElementItems::Functions(functions);
        table.grow(program, self.length);
        data::empty(program, &self.data)?;
        for (slot, id) in &self.called {
            let call = through(program, ids[id], table.id, table.offset + slot)?;
            program.funcs.get_mut(ids[id]).kind = FunctionKind::Local(call);
        }
        for table in tables(program) {
            let name = table_name(program, table);
            program.exports.add(&name, table);
        }
        for memory in memories(program) {
            program.exports.add(MEMORY, memory);
        }
        for global in variables(program) {
            program.exports.add(&variable_name(global), global);
        }
        gc::run(program);
        Ok(())
    }

    /// Leaves nothing but the later functions in the second program, which borrows the rest.
    fn leave_only(&self, program: &mut Module) -> Result<()> {
        let table = Table::of(program)?;
        data::keep(program, &self.data)?;
        forget_beginnings(program, &table);
        let ids = ids(program);
        for (slot, id) in &self.lent {
            let function = program.funcs.get_mut(ids[id]);
            if let FunctionKind::Import(offered) = &function.kind {
                program.imports.delete(offered.import);
            }
            let import = program.imports.add(FIRST, &(table.offset + slot).to_string(), ids[id]);
            function.kind = FunctionKind::Import(ImportedFunction { import, ty: function.ty() });
        }
        for memory in memories(program) {
            program.memories.get_mut(memory).import = Some(program.imports.add(FIRST, MEMORY, memory));
        }
        for global in variables(program) {
            let import = program.imports.add(FIRST, &variable_name(global), global);
            program.globals.get_mut(global).kind = GlobalKind::Import(import);
        }
        for table in tables(program) {
            let name = table_name(program, table);
            let import = program.imports.add(FIRST, &name, table);
            program.tables.get_mut(table).import = Some(import);
        }
        table.grow(program, self.length);
        for (slot, id) in &self.slots {
            let offset = ConstExpr::Value(Value::I32(i32::try_from(table.offset + slot)?));
            let kind = ElementKind::Active { table: table.id, offset };
            let put = program.elements.add(kind, ElementItems::Functions(vec![ids[id]]));
            program.tables.get_mut(table.id).elem_segments.insert(put);
        }
        gc::run(program);
        Ok(())
    }
}

/// Drops what fills the table, what runs first, and what is exported.
fn forget_beginnings(program: &mut Module, table: &Table) {
    program.start = None;
    for export in program.exports.iter().map(|export| export.id()).collect::<Vec<_>>() {
        program.exports.delete(export);
    }
    program.elements.delete(table.held);
    program.tables.get_mut(table.id).elem_segments.clear();
}

/// A function that stands where one of the second program will.
fn gap(program: &mut Module) -> FunctionId {
    let mut builder = FunctionBuilder::new(&mut program.types, &[], &[]);
    builder.func_body().unreachable();
    builder.finish(Vec::new(), &mut program.funcs)
}

/// What to put in the place of a function that stands in the table at `slot`: a call to it.
fn through(program: &mut Module, id: FunctionId, table: TableId, slot: usize) -> Result<LocalFunction> {
    let ty = program.funcs.get(id).ty();
    let (params, results) = program.types.params_results(ty);
    let (params, results) = (params.to_vec(), results.to_vec());
    let args: Vec<_> = params.iter().map(|param| program.locals.add(*param)).collect();
    let mut builder = FunctionBuilder::new(&mut program.types, &params, &results);
    let mut body = builder.func_body();
    for arg in &args {
        body.local_get(*arg);
    }
    body.i32_const(i32::try_from(slot)?).call_indirect(ty, table);
    Ok(builder.local_func(args))
}

fn ids(program: &Module) -> HashMap<usize, FunctionId> {
    program.funcs.iter().map(|function| (function.id().index(), function.id())).collect()
}

fn memories(program: &Module) -> Vec<MemoryId> {
    program.memories.iter().map(|memory| memory.id()).collect()
}

/// The table of functions, and the one in which wasm-bindgen keeps what belongs to the browser.
fn tables(program: &Module) -> Vec<TableId> {
    program.tables.iter().map(|table| table.id()).collect()
}

/// The globals that change while the program runs, as the stack's end.
fn variables(program: &Module) -> Vec<GlobalId> {
    program.globals.iter().filter(|global| global.mutable).map(|global| global.id()).collect()
}

// Names are short, since each of them is loaded twice, and unlike those that wasm-bindgen gives. A function's is its
// place in the table of functions.

const MEMORY: &str = "$m";

/// The table of functions.
const FUNCTIONS: &str = "$f";

fn table_name(program: &Module, table: TableId) -> String {
    match program.tables.get(table).element_ty {
        RefType::FUNCREF => FUNCTIONS.into(),
        _ => format!("$t{}", table.index()),
    }
}

fn variable_name(global: GlobalId) -> String {
    format!("$g{}", global.index())
}

#[cfg(test)]
mod tests;
