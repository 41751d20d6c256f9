//! Verbatim's page.
fn main() {}
