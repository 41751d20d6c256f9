//! Gives the module a stack that fits it: the default of 1 MiB would be twice the index of ten thousand statements. What
//! is read into arrays of a fixed size, the automaton for typos above all, takes under 10 KiB.

fn main() {
    println!("cargo::rustc-link-arg=-zstack-size=16384");
    println!("cargo::rerun-if-changed=build.rs");
}
