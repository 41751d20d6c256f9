//! The names by which script and program know each other. wasm-bindgen ends each with a hash of sixteen digits, which
//! no compression makes smaller, and both files hold all of them: they are numbered instead.

use std::{collections::HashMap, fs, path::Path};

use anyhow::{Context, Result};
use walrus::ModuleConfig;

use super::files;

/// How many digits the hash in a name has.
const DIGITS: usize = 16;

/// Gives every name that ends with a hash a short one, in the programs and the scripts in `dist`.
///
/// # Errors
/// When a file cannot be read or written, or is not what its name says.
pub fn shorten(dist: &Path) -> Result<()> {
    let mut short = Short::default();
    for path in files(dist, "wasm")? {
        let program = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let program = short.in_program(&program).with_context(|| format!("{}", path.display()))?;
        fs::write(&path, program).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    for path in files(dist, "js")? {
        let script =
            fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        fs::write(&path, short.in_script(&script))
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

/// Long names, and the short ones in their place.
#[derive(Default)]
struct Short(HashMap<String, String>);

impl Short {
    fn of(&mut self, name: &str) -> Option<String> {
        let next = format!("_{:x}", self.0.len());
        is_hashed(name).then(|| self.0.entry(name.to_owned()).or_insert(next).clone())
    }

    fn in_program(&mut self, program: &[u8]) -> Result<Vec<u8>> {
        let mut program = ModuleConfig::new().generate_producers_section(false).parse(program)?;
        for import in program.imports.iter_mut() {
            import.name = self.of(&import.name).unwrap_or_else(|| std::mem::take(&mut import.name));
        }
        for export in program.exports.iter_mut() {
            export.name = self.of(&export.name).unwrap_or_else(|| std::mem::take(&mut export.name));
        }
        Ok(program.emit_wasm())
    }

    /// The script with the names that the programs have now; whatever else it names stays.
    fn in_script(&self, script: &str) -> String {
        let in_name = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '$');
        let mut written = String::with_capacity(script.len());
        let mut rest = script;
        while let Some(start) = rest.find(in_name) {
            let length = rest[start..].find(|char| !in_name(char)).unwrap_or(rest.len() - start);
            let name = &rest[start..start + length];
            written.push_str(&rest[..start]);
            written.push_str(self.0.get(name).map_or(name, String::as_str));
            rest = &rest[start + length..];
        }
        written + rest
    }
}

/// Whether a name ends as wasm-bindgen's do: `__wbg_body_423da1d67b588078`, `invoke__h423da1d67b588078`.
fn is_hashed(name: &str) -> bool {
    let hash = name.len().checked_sub(DIGITS).and_then(|at| name.split_at_checked(at));
    hash.is_some_and(|(name, hash)| {
        name.ends_with(['_', 'h']) && hash.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
    })
}

#[cfg(test)]
mod tests {
    use walrus::{Module, ValType};

    use super::*;

    const BODY: &str = "__wbg_body_423da1d67b588078";
    const INVOKE: &str = "closures_invoke__h0123456789abcdef";

    #[test]
    fn script_and_programs_know_each_other_by_the_same_short_names() {
        let mut program = Module::with_config(ModuleConfig::new());
        let ty = program.types.add(&[ValType::I32], &[]);
        let (body, _) = program.add_import_func("./page_bg.js", BODY, ty);
        program.add_import_func("./page_bg.js", "plain", ty);
        program.exports.add(INVOKE, body);
        program.exports.add("memory", body);
        let mut short = Short::default();
        let written = short.in_program(&program.emit_wasm()).expect("WebAssembly");
        let written = ModuleConfig::new().parse(&written).expect("WebAssembly");
        let imports: Vec<_> = written.imports.iter().map(|import| import.name.as_str()).collect();
        let exports: Vec<_> = written.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!((imports, exports), (vec!["_0", "plain"], vec!["_1", "memory"]));
        let script = format!("{{{BODY}: wasm.{INVOKE}, x{BODY}: plain, é: \"{BODY}\"}} // {INVOKE}");
        let expected = format!("{{_0: wasm._1, x{BODY}: plain, é: \"_0\"}} // _1");
        assert_eq!(short.in_script(&script), expected);
    }

    #[test]
    fn only_names_that_end_with_a_hash_are_changed() {
        for (name, hashed) in [
            (BODY, true),
            (INVOKE, true),
            ("__wbindgen_malloc", false),
            ("423da1d67b588078", false),
            ("é", false),
        ] {
            assert_eq!(is_hashed(name), hashed, "{name}");
        }
    }
}
