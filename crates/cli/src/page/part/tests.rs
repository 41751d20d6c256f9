use walrus::{ExportItem, FunctionBuilder, ImportKind, Module, ModuleConfig, RefType, ValType};

use super::{reach::FOLDED, *};

/// A program as rustc and wasm-bindgen make them: `main` calls `near` and an entry; the entry calls `near`, and
/// `far` that nothing else calls; the table holds a closure of each half.
fn program(with_entry: bool) -> Vec<u8> {
    let mut program = Module::with_config(ModuleConfig::new());
    let memory = program.memories.add_local(false, false, 1, None, None);
    program.exports.add("memory", memory);
    let ty = program.types.add(&[ValType::I32], &[ValType::I32]);
    let (offered, _) = program.add_import_func("./page_bg.js", "offered", ty);
    let browsers = program.tables.add_local(false, 8, None, RefType::EXTERNREF);
    program.exports.add("__wbindgen_externrefs", browsers);
    let mut add = |name: &str, calls: &[FunctionId], long: bool| {
        let mut builder = FunctionBuilder::new(&mut program.types, &[ValType::I32], &[ValType::I32]);
        let argument = program.locals.add(ValType::I32);
        let mut body = builder.name(name.to_owned()).func_body();
        body.local_get(argument);
        for callee in calls {
            body.call(*callee);
        }
        body.i32_const(0).table_get(browsers).drop();
        for _ in 0..if long { FOLDED } else { 0 } {
            body.i32_const(1).binop(walrus::ir::BinaryOp::I32Add);
        }
        builder.finish(vec![argument], &mut program.funcs)
    };
    let near = add("verbatim::near", &[], false);
    let far = add("verbatim::far", &[], false);
    let made = add("verbatim::views::palette::palette::{{closure}}", &[far], true);
    let small = add("verbatim::views::palette::keys::{{closure}}", &[], false);
    let entry = add(
        if with_entry { "verbatim::later::palette" } else { "verbatim::palette" },
        &[near, far, offered],
        true,
    );
    let main = add("main", &[near, entry], false);
    let kept = add("verbatim::app::{{closure}}", &[], true);
    program.exports.add("main", main);
    let table = program.tables.add_local(false, 4, Some(4), RefType::FUNCREF);
    let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(1)) };
    let held = if with_entry { vec![made, small, kept] } else { vec![small, kept] };
    let held = program.elements.add(kind, ElementItems::Functions(held));
    program.tables.get_mut(table).elem_segments.insert(held);
    program.emit_wasm()
}

fn names(program: &Module) -> BTreeSet<&str> {
    program.funcs.iter_local().filter_map(|(id, _)| program.funcs.get(id).name.as_deref()).collect()
}

#[test]
fn what_only_an_entry_reaches_is_in_the_second_program_and_nowhere_else() {
    let parted = parted(&program(true)).expect("WebAssembly").expect("an entry");
    let (first, second) = (parse(&parted.first).unwrap(), parse(&parted.second).unwrap());
    let later =
        ["verbatim::far", "verbatim::later::palette", "verbatim::views::palette::palette::{{closure}}"];
    assert_eq!(names(&second), BTreeSet::from(later));
    for early in [
        "main",
        "verbatim::near",
        "verbatim::app::{{closure}}",
        "verbatim::views::palette::keys::{{closure}}",
    ] {
        assert!(names(&first).contains(early), "{early} is missing: {:?}", names(&first));
    }
    assert!(!names(&first).contains("verbatim::far"));
}

#[test]
fn the_second_program_borrows_only_what_the_first_lends() {
    let parted = parted(&program(true)).expect("WebAssembly").expect("an entry");
    let (first, second) = (parse(&parted.first).unwrap(), parse(&parted.second).unwrap());
    for import in second.imports.iter() {
        assert_eq!(import.module, FIRST, "{}", import.name);
        let lent = first.exports.iter().find(|export| export.name == import.name);
        let lent = lent.unwrap_or_else(|| panic!("{} is not lent", import.name));
        match (&import.kind, lent.item) {
            (ImportKind::Function(_), ExportItem::Function(_))
            | (ImportKind::Table(_), ExportItem::Table(_))
            | (ImportKind::Memory(_), ExportItem::Memory(_))
            | (ImportKind::Global(_), ExportItem::Global(_)) => {}
            (wanted, lent) => panic!("{wanted:?} is lent as {lent:?}"),
        }
    }
    assert!(second.tables.iter().all(|table| table.import.is_some()), "a table of its own");
    assert!(second.exports.iter().next().is_none() && second.data.iter().next().is_none());
}

#[test]
fn the_table_has_a_place_for_everything_that_comes_later() {
    let parted = parted(&program(true)).expect("WebAssembly").expect("an entry");
    let second = parse(&parted.second).unwrap();
    let mut places: Vec<_> = second
        .elements
        .iter()
        .map(|put| match put.kind {
            ElementKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } => at,
            _ => panic!("{:?}", put.kind),
        })
        .collect();
    places.sort_unstable();
    // The closure where it stood, the entry behind the three that were there, from place 1 on.
    assert_eq!(places, [1, 4]);
    for program in [parse(&parted.first).unwrap(), second] {
        let functions = program.tables.main_function_table().expect("one table of functions");
        assert_eq!(functions.map(|table| program.tables.get(table).initial), Some(5));
    }
}

#[test]
fn a_program_without_entries_stays_whole() {
    assert!(parted(&program(false)).expect("WebAssembly").is_none());
}
