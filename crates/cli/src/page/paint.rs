//! What is read comes before what runs: a page of a release is painted before its program and its archive are asked for,
//! which would have their share of the line while the stylesheet is on its way.

/// Where Trunk's loader begins to fetch the program.
const BEGINS: &str = "const wasm = await init(";

/// Awaits the second frame: browsers draw the first once the stylesheet is there, and tell before they paint it. A page
/// that nobody looks at has none. Then the archive is asked for together with the program, unless
/// it comes in parts.
const ONCE_PAINTED: &str = "for (let frame = 0; frame < 2 && !document.hidden; frame += 1)\n\
    \x20 await new Promise(requestAnimationFrame);\n\
    if (!document.getElementById(\"parts\"))\n\
    \x20 Object.assign(document.getElementById(\"archive\"), { as: \"fetch\", rel: \"preload\" });\n";

/// The loader, which begins once the page is painted. None where this script is none.
pub fn once_painted(script: &str) -> Option<String> {
    let at = script.find(BEGINS)?;
    let (before, from) = script.split_at(at);
    Some([before, ONCE_PAINTED, from].concat())
}

#[cfg(test)]
mod tests {
    use super::{BEGINS, ONCE_PAINTED, once_painted};

    #[test]
    fn the_program_is_fetched_when_the_page_is_painted() {
        let loader =
            "import init from '/page.js';\nconst wasm = await init({ module_or_path: '/page.wasm' });";
        let waiting = once_painted(loader).expect("a loader");
        assert!(waiting.starts_with("import init"), "{waiting}");
        assert!(waiting.contains(&[ONCE_PAINTED, BEGINS].concat()), "{waiting}");
        assert_eq!(once_painted("localStorage.getItem('theme')"), None);
    }
}
