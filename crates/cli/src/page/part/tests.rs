use std::iter::once;

use walrus::{ExportItem, FunctionBuilder, ImportKind, Module, ModuleConfig, RefType, ValType};
use wasmparser::{Parser, Payload, RelocationType};

use super::*;

/// Where the test's programs keep their functions and their data.
const TABLE: i32 = 5000;
const DATA: i32 = 1024;

/// A program as rustc, its linker and wasm-bindgen make them. `main` calls `near` and an entry, which calls `near`,
/// `far` and what the browser offers. Each mentions a text, and methods by their table: `main` a method that is
/// called by the first program, the entry one that only the second makes; and one function by its number alone.
fn program(with_entry: bool) -> Vec<u8> {
    let mut program = Module::with_config(ModuleConfig::new());
    let memory = program.memories.add_local(false, false, 1, None, None);
    program.exports.add("memory", memory);
    let ty = program.types.add(&[ValType::I32], &[ValType::I32]);
    let (offered, _) = program.add_import_func("./page_bg.js", "offered", ty);
    let browsers = program.tables.add_local(false, 8, None, RefType::EXTERNREF);
    program.exports.add("__wbindgen_externrefs", browsers);
    let mut add = |name: &str, calls: &[FunctionId], numbers: &[i32]| {
        let mut builder = FunctionBuilder::new(&mut program.types, &[ValType::I32], &[ValType::I32]);
        let argument = program.locals.add(ValType::I32);
        let mut body = builder.name(name.to_owned()).func_body();
        body.local_get(argument);
        for callee in calls {
            body.call(*callee);
        }
        body.i32_const(0).table_get(browsers).drop();
        for number in numbers {
            body.i32_const(*number).drop();
        }
        builder.finish(vec![argument], &mut program.funcs)
    };
    let held = [
        add("verbatim::app::{{closure}}", &[], &[]),
        add("verbatim::views::palette::{{closure}}", &[], &[]),
        add("shown_early", &[], &[]),
        add("shown_later", &[], &[]),
    ];
    let near = add("verbatim::near", &[], &[]);
    let far = add("verbatim::far", &[], &[]);
    let name = if with_entry { "verbatim::later::palette" } else { "verbatim::palette" };
    let entry = add(name, &[near, far, offered], &[DATA + 8, DATA + 12, TABLE + 3]);
    let main = add("main", &[near, entry], &[DATA, DATA + 4, TABLE + 2]);
    program.exports.add("main", main);
    let table = program.tables.add_local(false, TABLE as u64 + 4, Some(TABLE as u64 + 4), RefType::FUNCREF);
    let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(TABLE)) };
    let held = program.elements.add(kind, ElementItems::Functions(held.to_vec()));
    program.tables.get_mut(table).elem_segments.insert(held);
    let offset = ConstExpr::Value(Value::I32(DATA));
    let bytes = [*b"near", word(TABLE), word(TABLE + 1), word(DATA + 16), *b"far!", *b"ours"].concat();
    let data = program.data.add(walrus::DataKind::Active { memory, offset }, bytes);
    program.memories.get_mut(memory).data_segments.insert(data);
    linked(program.emit_wasm())
}

fn word(number: i32) -> [u8; 4] {
    number.to_le_bytes()
}

/// `program` with what a linker says of its data: five pieces of four bytes, what the second and third of them hold,
/// and that the fourth points to the fifth. Whose the last four bytes are nobody tells.
fn linked(mut program: Vec<u8>) -> Vec<u8> {
    const CODE: u8 = 10;
    const DATA_SECTION: u8 = 11;
    const SYMBOL_TABLE: u8 = 8;
    const IS_DATA: u8 = 1;
    let at = data_at(&program) as u8;
    let symbols = (0..5_u8).flat_map(|piece| [IS_DATA, 0, 1, b'a' + piece, 0, 4 * piece, 4]);
    let symbols: Vec<u8> = once(5).chain(symbols).collect();
    custom(&mut program, "linking", &[&[2, SYMBOL_TABLE, symbols.len() as u8][..], &symbols].concat());
    let [in_table, in_data, in_code] =
        [RelocationType::TableIndexI32, RelocationType::MemoryAddrI32, RelocationType::MemoryAddrSleb]
            .map(|kind| kind as u8);
    let code = (0..4).flat_map(|piece| [in_code, 0, piece, 0]);
    custom(&mut program, "reloc.CODE", &[CODE, 4].into_iter().chain(code).collect::<Vec<_>>());
    let data = [DATA_SECTION, 3, in_table, at + 4, 0, in_table, at + 8, 0, in_data, at + 12, 4, 0];
    custom(&mut program, "reloc.DATA", &data);
    program
}

/// Where in the section of data the first byte of data is.
fn data_at(program: &[u8]) -> usize {
    Parser::new(0)
        .parse_all(program)
        .find_map(|payload| match payload.expect("WebAssembly") {
            Payload::DataSection(section) => {
                let start = section.range().start;
                let data = section.into_iter().next()?.expect("data");
                Some(data.range.end - data.data.len() - start)
            }
            _ => None,
        })
        .expect("data")
}

fn custom(program: &mut Vec<u8>, name: &str, content: &[u8]) {
    program.extend([0, (1 + name.len() + content.len()) as u8, name.len() as u8]);
    program.extend(name.as_bytes());
    program.extend(content);
}

fn two() -> (Module, Module) {
    let parted = parted(&program(true)).expect("WebAssembly");
    let (second, offered) = parted.second.expect("an entry");
    assert_eq!(offered, BTreeSet::from(["offered".to_owned()]));
    (parse(&parted.first).expect("the first"), parse(&second).expect("the second"))
}

fn names(program: &Module) -> BTreeSet<&str> {
    program.funcs.iter_local().filter_map(|(id, _)| program.funcs.get(id).name.as_deref()).collect()
}

/// What a program fills its memory with: from where on, and with what.
fn filled(program: &Module) -> Vec<(i32, &[u8])> {
    let address = |kind: &walrus::DataKind| match kind {
        walrus::DataKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } => *at,
        other => panic!("{other:?}"),
    };
    program.data.iter().map(|data| (address(&data.kind), &data.value[..])).collect()
}

#[test]
fn what_only_an_entry_reaches_is_in_the_second_program_and_nowhere_else() {
    let (first, second) = two();
    let later =
        ["shown_later", "verbatim::far", "verbatim::later::palette", "verbatim::views::palette::{{closure}}"];
    assert_eq!(names(&second), BTreeSet::from(later));
    for early in ["main", "verbatim::near", "verbatim::app::{{closure}}", "shown_early"] {
        assert!(names(&first).contains(early), "{early} is missing: {:?}", names(&first));
    }
    for later in ["verbatim::far", "shown_later", "verbatim::views::palette::{{closure}}"] {
        assert!(!names(&first).contains(later), "{later} is in both");
    }
}

#[test]
fn data_goes_with_what_speaks_of_it() {
    let (first, second) = two();
    let theirs = [word(TABLE + 1), word(DATA + 16), *b"far!"].concat();
    let gap = vec![0; theirs.len()];
    let ours = [&[*b"near", word(TABLE)].concat(), &gap, &b"ours"[..]].concat();
    assert_eq!(filled(&first), [(DATA, &ours[..])]);
    assert_eq!(filled(&second), [(DATA + 8, &theirs[..])]);
}

#[test]
fn the_second_program_borrows_only_what_the_first_lends() {
    let (first, second) = two();
    let table = Table::of(&first).expect("a table of functions");
    for import in second.imports.iter().filter(|import| import.name != "offered") {
        assert_eq!(import.module, FIRST, "{}", import.name);
        if let ImportKind::Function(_) = import.kind {
            let place = import.name.parse().expect("a place in the table");
            let lent = table.function(place).and_then(|lent| first.funcs.get(lent).name.as_deref());
            assert_eq!(lent, Some("verbatim::near"));
            continue;
        }
        let lent = first.exports.iter().find(|export| export.name == import.name);
        let lent = lent.unwrap_or_else(|| panic!("{} is not lent", import.name));
        match (&import.kind, lent.item) {
            (ImportKind::Table(_), ExportItem::Table(_))
            | (ImportKind::Memory(_), ExportItem::Memory(_))
            | (ImportKind::Global(_), ExportItem::Global(_)) => {}
            (wanted, lent) => panic!("{wanted:?} is lent as {lent:?}"),
        }
    }
    assert!(first.imports.iter().next().is_none(), "the first has no use for what only the second asks for");
    assert!(second.tables.iter().all(|table| table.import.is_some()), "a table of its own");
    assert!(second.exports.iter().next().is_none());
}

#[test]
fn the_table_has_a_place_for_everything_that_comes_later() {
    let (first, second) = two();
    let mut places: Vec<_> = second
        .elements
        .iter()
        .map(|put| match put.kind {
            ElementKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } => at - TABLE,
            _ => panic!("{:?}", put.kind),
        })
        .collect();
    places.sort_unstable();
    // The closure and what is shown where they stood, the entry behind the four that were there.
    assert_eq!(places, [1, 3, 4]);
    for program in [first, second] {
        let functions = program.tables.main_function_table().expect("one table of functions");
        // Behind them what the second borrows.
        assert_eq!(functions.map(|table| program.tables.get(table).initial), Some(TABLE as u64 + 6));
    }
}

#[test]
fn nothing_that_a_linker_left_behind_is_shipped() {
    let whole = parted(&program(false)).expect("WebAssembly");
    let parted = parted(&program(true)).expect("WebAssembly");
    for program in [whole.first, parted.first, parted.second.expect("an entry").0] {
        assert!(Links::of(&program).expect("WebAssembly").is_none());
    }
}

#[test]
fn a_program_without_entries_or_without_links_stays_whole() {
    assert!(parted(&program(false)).expect("WebAssembly").second.is_none());
    let mut whole = program(true);
    let links = whole.windows(7).position(|name| name == b"linking").expect("the linker's sections");
    whole.truncate(links - 3);
    assert!(parted(&whole).expect("WebAssembly").second.is_none());
}

#[test]
fn entries_are_known_whichever_compilation_of_their_crate_they_are_of() {
    use super::reach::is_entry;

    assert!(is_entry(Some("verbatim::later::palette")));
    assert!(is_entry(Some("core[0123456789abcdef]::str::slice_error_fail_rt")));
    assert!(!is_entry(Some("core[0123456789abcdef]::str::slice_error_fail")));
    assert!(!is_entry(Some("verbatim::later")) && !is_entry(None));
}
