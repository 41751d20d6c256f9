//! Fonts for the pictures of statements: of the scripts that the articles are written in and the project's own font has
//! not. They are megabytes, and few editions need one, so that each is installed by npm when there is a letter for it.

use std::{
    collections::HashSet,
    env,
    ffi::OsString,
    fs,
    ops::RangeInclusive,
    path::{Path, PathBuf},
};

use crate::npm::Package;

/// A font, and where Unicode keeps its letters.
struct Script {
    font: Package,
    letters: &'static [RangeInclusive<char>],
}

macro_rules! noto {
    ($name:literal, $version:literal, $letters:expr) => {
        Script {
            font: Package {
                name: concat!("@", $name),
                version: $version,
                file: concat!("@", $name, "/files"),
            },
            letters: $letters,
        }
    };
}

const HAN: &[RangeInclusive<char>] =
    &['\u{2e80}'..='\u{303f}', '\u{3400}'..='\u{9fff}', '\u{f900}'..='\u{faff}', '\u{ff00}'..='\u{ffef}'];
const SYMBOLS: &[RangeInclusive<char>] =
    &['\u{20d0}'..='\u{2bff}', '\u{1d400}'..='\u{1d7ff}', '\u{1f000}'..='\u{1fbff}'];

/// Noto, under the SIL Open Font License: of all families the one with the most scripts, in one style, with serifs as the
/// project's own where there are any. Fontsource packs it by script for the web, a tenth of what the whole would weigh.
/// Versions are pinned, so that pictures stay as they are. Fonts of symbols come last: some have letters of other scripts
/// for formulas, which do not join.
const SCRIPTS: &[Script] = &[
    noto!(
        "fontsource-variable/noto-serif",
        "5.3.0",
        &['\u{180}'..='\u{2af}', '\u{460}'..='\u{52f}', '\u{1e00}'..='\u{1eff}']
    ),
    noto!("fontsource-variable/noto-serif-armenian", "5.3.0", &['\u{530}'..='\u{58f}']),
    noto!(
        "fontsource-variable/noto-serif-hebrew",
        "5.3.0",
        &['\u{590}'..='\u{5ff}', '\u{fb1d}'..='\u{fb4f}']
    ),
    noto!(
        "fontsource-variable/noto-naskh-arabic",
        "5.3.0",
        &['\u{600}'..='\u{6ff}', '\u{750}'..='\u{8ff}', '\u{fb50}'..='\u{fefc}']
    ),
    noto!(
        "fontsource-variable/noto-serif-devanagari",
        "5.3.0",
        &['\u{900}'..='\u{97f}', '\u{a8e0}'..='\u{a8ff}']
    ),
    noto!("fontsource-variable/noto-serif-bengali", "5.3.0", &['\u{980}'..='\u{9ff}']),
    noto!("fontsource-variable/noto-serif-gurmukhi", "5.3.0", &['\u{a00}'..='\u{a7f}']),
    noto!("fontsource-variable/noto-serif-gujarati", "5.3.0", &['\u{a80}'..='\u{aff}']),
    noto!("fontsource-variable/noto-serif-tamil", "5.3.0", &['\u{b80}'..='\u{bff}']),
    noto!("fontsource-variable/noto-serif-telugu", "5.3.0", &['\u{c00}'..='\u{c7f}']),
    noto!("fontsource-variable/noto-serif-kannada", "5.3.0", &['\u{c80}'..='\u{cff}']),
    noto!("fontsource-variable/noto-serif-malayalam", "5.3.0", &['\u{d00}'..='\u{d7f}']),
    noto!("fontsource-variable/noto-serif-sinhala", "5.3.0", &['\u{d80}'..='\u{dff}']),
    noto!("fontsource-variable/noto-serif-thai", "5.3.0", &['\u{e00}'..='\u{e7f}']),
    noto!("fontsource-variable/noto-serif-lao", "5.3.0", &['\u{e80}'..='\u{eff}']),
    noto!(
        "fontsource-variable/noto-serif-georgian",
        "5.3.0",
        &['\u{10a0}'..='\u{10ff}', '\u{1c90}'..='\u{1cbf}']
    ),
    noto!("fontsource-variable/noto-serif-ethiopic", "5.3.0", &['\u{1200}'..='\u{139f}']),
    noto!("fontsource-variable/noto-serif-khmer", "5.3.0", &['\u{1780}'..='\u{17ff}']),
    noto!("fontsource-variable/noto-serif-jp", "5.3.1", &['\u{3041}'..='\u{30ff}', '\u{31f0}'..='\u{31ff}']),
    noto!(
        "fontsource-variable/noto-serif-kr",
        "5.3.1",
        &['\u{1100}'..='\u{11ff}', '\u{3130}'..='\u{318f}', '\u{ac00}'..='\u{d7a3}']
    ),
    noto!("fontsource-variable/noto-serif-sc", "5.3.1", HAN),
    noto!("fontsource-variable/noto-serif-tc", "5.3.1", HAN),
    noto!("fontsource-variable/noto-sans-symbols", "5.3.0", SYMBOLS),
    noto!("fontsource/noto-sans-symbols-2", "5.3.0", SYMBOLS),
    noto!("fontsource/noto-sans-math", "5.3.0", SYMBOLS),
    noto!("fontsource-variable/noto-emoji", "5.3.1", SYMBOLS),
];

/// The folders of the fonts that the articles of a folder need, as one path, as far as they can be had.
pub fn of(articles: &Path) -> Option<OsString> {
    let letters = letters(articles);
    let needed = SCRIPTS.iter().filter(|script| {
        letters.iter().any(|letter| script.letters.iter().any(|range| range.contains(letter)))
    });
    let folders: Vec<PathBuf> = needed.filter_map(Script::folder).collect();
    if folders.is_empty() { None } else { env::join_paths(folders).ok() }
}

impl Script {
    fn folder(&self) -> Option<PathBuf> {
        let folder = self.font.file();
        folder
            .inspect_err(|error| {
                let name = self.font.name;
                eprintln!(
                    "set-up: {name}: {error:#}: going on without; statements that need it have no picture"
                );
            })
            .ok()
    }
}

/// Every character beyond ASCII of the articles in a folder and those below it.
fn letters(folder: &Path) -> HashSet<char> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut letters = HashSet::new();
    for path in entries {
        if path.is_dir() {
            letters.extend(self::letters(&path));
        } else if path.extension().is_some_and(|extension| extension == "md" || extension == "toml") {
            // What cannot be read, or is no text, the command that bakes it will name.
            let text = fs::read_to_string(&path).unwrap_or_default();
            letters.extend(text.chars().filter(|letter| !letter.is_ascii()));
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::SCRIPTS;

    /// The fonts for a text.
    fn fonts(text: &str) -> Vec<&str> {
        let has =
            |script: &&super::Script| text.chars().any(|c| script.letters.iter().any(|r| r.contains(&c)));
        SCRIPTS
            .iter()
            .filter(has)
            .map(|script| script.font.name.rsplit('/').next().unwrap_or_default())
            .collect()
    }

    #[test]
    fn each_script_has_its_font_and_plain_text_needs_none() {
        assert_eq!(fonts("“Élan — Zełenski, Зеленський, Ελλάδα” …"), [""; 0]);
        assert_eq!(fonts("سلام"), ["noto-naskh-arabic"]);
        assert_eq!(fonts("もう島"), ["noto-serif-jp", "noto-serif-sc", "noto-serif-tc"]);
        let symbols = ["noto-sans-symbols", "noto-sans-symbols-2", "noto-sans-math", "noto-emoji"];
        assert_eq!(fonts("→ 🎉"), symbols);
    }
}
