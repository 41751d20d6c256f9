//! Has a release of the page linked so that `verbatim page` can part it in two: by what points where, which a
//! linker knows and otherwise forgets.

use std::env;

/// Where the table of functions begins: a number that a program has little other use for and that takes no more
/// bytes than a smaller one, so that what stands for a function is told from what counts. The places before it
/// stay empty, some tens of kilobytes in the browser's memory and none in the program.
const TABLE: usize = 5000;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |variable: &str, value: &str| env::var(variable).is_ok_and(|is| is == value);
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg=--emit-relocs");
        println!("cargo::rustc-link-arg=--table-base={TABLE}");
    }
}
