//! Parts the script that ties the program to its browser, as wasm-bindgen writes it: what only the second program asks
//! of the browser goes to a script of its own, which comes with that.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result, bail, ensure};

use super::{FIRST, FUNCTIONS};
use crate::page::files;

/// The second script's file.
const SECOND: &str = "later.js";

/// By what name the second script imports the first, whose own is not known yet.
pub const GLUE: &str = "./glue.js";

/// How the list begins of what the browser offers, how it ends, and how far its entries are indented.
const LIST: &str = "function __wbg_get_imports() {\n    const import0 = {\n        __proto__: null,\n";
const END: &str = "\n    };\n";
const INDENT: &str = "        ";

/// Parts the script in `dist` so that `offered` goes to another, and returns the name of that.
///
/// # Errors
/// When there is no such script, or it is not as wasm-bindgen writes it.
pub fn part(dist: &Path, offered: &BTreeSet<String>) -> Result<&'static str> {
    for path in files(dist, "js")? {
        let script =
            fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        if script.contains(LIST) {
            let (first, second) = parted(&script, offered).with_context(|| format!("{}", path.display()))?;
            fs::write(&path, first).with_context(|| format!("{} cannot be written", path.display()))?;
            fs::write(dist.join(SECOND), second).with_context(|| format!("{SECOND} cannot be written"))?;
            return Ok(SECOND);
        }
    }
    bail!("no script offers the program anything")
}

fn parted(script: &str, offered: &BTreeSet<String>) -> Result<(String, String)> {
    let (before, from) = script.split_once(LIST).context("nothing is listed")?;
    let end = from.find(END).context("the list has no end")? + 1;
    let (list, behind) = from.split_at(end);
    let (theirs, ours): (Vec<_>, Vec<_>) =
        entries(list).into_iter().partition(|(name, _)| offered.contains(*name));
    ensure!(theirs.len() == offered.len(), "not all that the program asks for is listed");
    let text = |entries: Vec<(&str, &str)>| entries.iter().map(|(_, text)| *text).collect::<String>();
    let (ours, theirs) = (text(ours), text(theirs));
    let pieces = pieces(behind);
    let places: HashMap<&str, usize> = (0..)
        .zip(&pieces)
        .flat_map(|(place, piece)| piece.names.iter().map(move |name| (*name, place)))
        .collect();
    let runs: String = pieces.iter().filter(|piece| piece.names.is_empty()).map(|piece| piece.text).collect();
    let stays = needed(&pieces, &places, &[&*ours, &*runs].concat());
    let goes = needed(&pieces, &places, &theirs);
    let is_moved = |place: usize| goes.contains(&place) && !stays.contains(&place) && !pieces[place].changes;
    let (mut first, mut moved) = ([before, LIST, &ours].concat(), String::new());
    for (place, piece) in pieces.iter().enumerate() {
        if is_moved(place) { &mut moved } else { &mut first }.push_str(piece.text);
    }
    let second =
        [&moved, "const offered = {\n        __proto__: null,\n", &theirs, "};\n", &beginning()].concat();
    let shared: BTreeSet<&str> =
        words(&second).filter(|word| places.get(word).is_some_and(|place| !is_moved(*place))).collect();
    if let Some(changed) = shared.iter().find(|name| second.contains(&format!(" {name} = "))) {
        bail!("{changed} is changed by a script that only imports it");
    }
    let bound = |line: &str| {
        let bound = (0..)
            .zip(&shared)
            .map(|(number, name)| line.replace('#', &format!("${number}")).replace("name", name));
        bound.collect::<Vec<_>>().join(", ")
    };
    first += &format!("export {{ {} }};\n", bound("name as #"));
    Ok((first, format!("import {{ {} }} from \"{GLUE}\";\n{second}", bound("# as name"))))
}

/// Begins the second program with what it borrows of the first, which stands in the table of functions, at the places that
/// it is asked for by.
fn beginning() -> String {
    format!(
        "export default async program => {{
    const compiled = await WebAssembly.compile(program);
    const lent = {{ ...wasm }};
    for (const wanted of WebAssembly.Module.imports(compiled))
        if (wanted.module === {FIRST:?} && wanted.kind === \"function\")
            lent[wanted.name] = wasm[{FUNCTIONS:?}].get(+wanted.name);
    await WebAssembly.instantiate(compiled, {{ {FIRST:?}: lent, \"./page_bg.js\": offered }});
}};
"
    )
}

/// What is listed, each with its name.
fn entries(list: &str) -> Vec<(&str, &str)> {
    let begins = |line: &str| line.strip_prefix(INDENT).is_some_and(|rest| !rest.starts_with([' ', '}']));
    cut(list, begins).map(|text| (text.split(':').next().unwrap_or_default().trim(), text)).collect()
}

/// A script, cut before each line that begins something.
fn cut(script: &str, begins: impl Fn(&str) -> bool) -> impl Iterator<Item = &str> {
    let mut rest = script;
    std::iter::from_fn(move || {
        let lines = rest.split_inclusive('\n').skip(1);
        let first = rest.split_inclusive('\n').next()?.len();
        let end = first + lines.take_while(|line| !begins(line)).map(str::len).sum::<usize>();
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        Some(piece)
    })
}

/// A piece of a script: a declaration, or something that is done.
struct Piece<'a> {
    text: &'a str,
    /// What it declares.
    names: Vec<&'a str>,
    /// Whether that may change.
    changes: bool,
}

/// The pieces of a script, in order. Each begins where a line does.
fn pieces(script: &str) -> Vec<Piece<'_>> {
    cut(script, |line| line.starts_with(|first: char| first.is_ascii_alphabetic())).map(piece).collect()
}

fn piece(text: &str) -> Piece<'_> {
    let declared = |keyword: &str| text.strip_prefix(keyword);
    let function = declared("function ").or(declared("async function "));
    let variables = declared("let ");
    let names = match (function.or(declared("const ")), variables) {
        (Some(behind), _) => words(behind).take(1).collect(),
        (None, Some(behind)) => {
            let each = behind.lines().next().unwrap_or_default().split(',');
            each.filter_map(|one| words(one).next()).collect()
        }
        (None, None) => Vec::new(),
    };
    Piece { text, names, changes: variables.is_some() }
}

/// Which pieces are needed where `text` stands, directly or by others.
fn needed(pieces: &[Piece<'_>], places: &HashMap<&str, usize>, text: &str) -> HashSet<usize> {
    let mut needed = HashSet::new();
    let mut texts = vec![text];
    while let Some(text) = texts.pop() {
        for place in words(text).filter_map(|word| places.get(word)) {
            if needed.insert(*place) {
                texts.push(pieces[*place].text);
            }
        }
    }
    needed
}

/// The names and keywords in a script.
fn words(script: &str) -> impl Iterator<Item = &str> {
    let in_word = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '$');
    script.split(move |char| !in_word(char)).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A script as wasm-bindgen writes it.
    const SCRIPT: &str = r#"function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_draw_1: function(arg0, arg1) {
            arg0.draw(text(arg1));
        },
        __wbg_store_2: function() { return handle(function(arg0) {
            const ret = typeof arg0 === "string" ? length : modes[arg0];
            return callback(ret, {
                text: text(arg0),
            });
        }, arguments); },
    };
    return {
        __proto__: null,
        "./page_bg.js": import0,
    };
}

function callback(arg0) {
    wasm.invoke(arg0);
}

function handle(f, args) {
    return f.apply(this, args);
}

const modes = ["read", "write"];

function text(ptr) {
    length = ptr;
    return `${ptr}`;
}
text(0);

let length = 0;

let wasmModule, wasm;
function begin(instance) {
    wasm = instance.exports;
    return __wbg_get_imports();
}

export { begin as default };
"#;

    fn offered(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn what_the_second_program_alone_asks_for_goes_with_all_that_only_it_needs() {
        let (first, second) = parted(SCRIPT, &offered(&["__wbg_store_2"])).expect("a script of wasm-bindgen");
        for ours in ["__wbg_draw_1: function", "function text(", "let length = 0", "let wasmModule, wasm;"] {
            assert!(first.contains(ours) && !second.contains(ours), "{ours}: {first}");
        }
        for theirs in ["__wbg_store_2: function", "function callback(", "const modes = "] {
            assert!(second.contains(theirs) && !first.contains(theirs), "{theirs}: {second}");
        }
        assert!(first.ends_with("export { length as $0, text as $1, wasm as $2 };\n"), "{first}");
        assert!(
            second.starts_with("import { $0 as length, $1 as text, $2 as wasm } from \"./glue.js\";\n"),
            "{second}"
        );
    }

    #[test]
    fn a_script_that_is_not_understood_is_an_error() {
        assert!(parted(SCRIPT, &offered(&["__wbg_unknown_3"])).is_err());
        assert!(parted("export default 1;", &offered(&[])).is_err());
        let changing = SCRIPT.replace("return callback(", "length = callback(");
        let error = parted(&changing, &offered(&["__wbg_store_2"])).expect_err("an import that is changed");
        assert!(error.to_string().contains("length"), "{error}");
    }
}
