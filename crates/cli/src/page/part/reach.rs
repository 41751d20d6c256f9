//! What a program reaches, and what only its seldom used parts do.

use std::collections::{HashMap, HashSet};

use walrus::{
    ExportItem, FunctionId, FunctionKind, LocalFunction, Module,
    ir::{Visitor, dfs_in_order},
};

/// How the names of functions begin that are the only ways from the first program into the second.
const ENTRIES: &[&str] = &[
    "verbatim::later::",
    // What takes over a page that was drawn ahead: only `verbatim::later` begins to.
    "yew::dom_bundle::bnode::feat_hydration::",
    "yew::dom_bundle::feat_hydration::",
];

/// Parts of the names of closures and methods that only the second program calls: the table that holds them does not
/// tell who does.
const CLOSURES: &[&str] = &[
    "verbatim::later::",
    "verbatim::hooks::selecting::follow::",
    "verbatim::pages::about::",
    "verbatim::pages::embed::",
    "verbatim::pages::article::",
    "verbatim::pages::role::",
    "verbatim::pages::speaker::",
    "verbatim::pages::statement::",
    "verbatim::pages::unknown::",
    "verbatim::palette::",
    "verbatim::sharing::",
    "verbatim::speaking::",
    "verbatim::views::completions::",
    "verbatim::views::nothing::",
    "verbatim::views::palette::",
    "verbatim::views::people::",
    "verbatim::views::share::",
    "verbatim::views::stories::",
    "verbatim::views::timeline::",
    "verbatim::web::clipboard::",
    "verbatim::web::files::",
    "verbatim::web::selected::",
];

/// Closures of fewer instructions stay in the first program: the compiler makes one of small functions that are
/// equal, whose name then tells no more who else makes them.
pub const FOLDED: u64 = 60;

/// Whether a function of this name is a way into the second program.
pub fn is_entry(name: Option<&str>) -> bool {
    name.is_some_and(|name| ENTRIES.iter().any(|entry| name.starts_with(entry)))
}

/// What the program reaches without going through an entry.
pub fn early(
    program: &Module,
    calls: &HashMap<FunctionId, Vec<FunctionId>>,
    held: &[FunctionId],
) -> HashSet<FunctionId> {
    let name = |id: FunctionId| program.funcs.get(id).name.as_deref().unwrap_or_default();
    let closure = |id: FunctionId| {
        CLOSURES.iter().any(|path| name(id).contains(path))
            && matches!(&program.funcs.get(id).kind, FunctionKind::Local(body) if body.size() >= FOLDED)
    };
    // A closure that is called once is called through a function that bears the name of none.
    let calls_one = |id: FunctionId| {
        name(id).contains("FnOnce::call_once")
            && calls.get(&id).is_some_and(|all| all.iter().any(|id| closure(*id)))
    };
    let of_later = |id: FunctionId| closure(id) || calls_one(id);
    let exported = program.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) => Some(id),
        _ => None,
    });
    let made = held.iter().copied().filter(|id| !of_later(*id));
    let mut open: Vec<FunctionId> = exported.chain(program.start).chain(made).collect();
    let mut early = HashSet::new();
    while let Some(id) = open.pop() {
        if !is_entry(Some(name(id))) && early.insert(id) {
            open.extend(calls.get(&id).into_iter().flatten());
        }
    }
    early
}

/// The functions that a function calls.
pub fn called(body: &LocalFunction) -> Vec<FunctionId> {
    struct Called(Vec<FunctionId>);
    impl Visitor<'_> for Called {
        fn visit_function_id(&mut self, id: &FunctionId) {
            self.0.push(*id);
        }
    }
    let mut called = Called(Vec::new());
    dfs_in_order(&mut called, body, body.entry_block());
    called.0
}
