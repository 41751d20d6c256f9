//! The fonts that pictures are set in: the one that comes with the project, and those that stand in for the letters
//! which it has not.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use anyhow::{Context, Result, ensure};
use unicode_segmentation::UnicodeSegmentation;

use super::face::Face;

/// EB Garamond, under the SIL Open Font License: Latin, Greek and Cyrillic.
const OURS: &[u8] = include_bytes!("../../fonts/EBGaramond12-Regular.otf");

/// How the files of a package end that hold its upright letters of plain weight, first the one that is wanted; packages
/// hold others beside them, whole or in parts by their letters.
const ENDS: [&str; 6] =
    ["-wght-normal.woff2", "-400-normal.woff2", "-Regular.ttf", "-Regular.otf", ".ttf", ".otf"];

/// The folders of fonts for the same ideographs end so, by language. They are written otherwise in each.
const IDEOGRAPHS: [(&str, &str); 6] =
    [("ja", "-jp"), ("ko", "-kr"), ("zh-hant", "-tc"), ("zh-tw", "-tc"), ("zh-hk", "-tc"), ("zh", "-sc")];

/// All fonts.
pub struct Fonts {
    ours: Font,
    others: Vec<Folder>,
}

/// The files of one font, each with some of its letters.
struct Font {
    faces: Vec<Face>,
    /// Which of them has a character.
    characters: HashMap<char, usize>,
}

/// A folder with one font, which is opened when its letters are needed.
struct Folder {
    path: PathBuf,
    font: OnceLock<Font>,
}

impl Fonts {
    /// The font of the project, and one in each of `folders`, which are asked in this order.
    ///
    /// # Errors
    /// When a folder is not there.
    pub fn new(folders: &[PathBuf]) -> Result<Fonts> {
        let others = folders.iter().map(|path| {
            ensure!(path.is_dir(), "--fonts: there is no folder {}", path.display());
            Ok(Folder { path: path.clone(), font: OnceLock::new() })
        });
        let ours = Font::of(vec![Face::new(OURS).context("the font of the project cannot be read")?]);
        Ok(Fonts { ours, others: others.collect::<Result<_>>()? })
    }

    /// The first font that has all of what stands in one place of a text.
    pub fn face(&self, letter: &str, language: Option<&str>) -> Option<&Face> {
        self.ours.face(letter).or_else(|| {
            let others = self.others.iter();
            let (first, rest): (Vec<&Folder>, Vec<&Folder>) = others.partition(|one| one.is_for(language));
            first.into_iter().chain(rest).find_map(|folder| folder.font().face(letter))
        })
    }

    /// The first letter of a text that no font has.
    pub fn lacks<'a>(&self, text: &'a str) -> Option<&'a str> {
        text.graphemes(true).find(|letter| self.face(letter, None).is_none())
    }
}

impl Font {
    fn of(faces: Vec<Face>) -> Font {
        let mut characters = HashMap::new();
        for (place, face) in faces.iter().enumerate() {
            face.characters().for_each(|character| {
                characters.entry(character).or_insert(place);
            });
        }
        Font { faces, characters }
    }

    fn face(&self, letter: &str) -> Option<&Face> {
        let mut seen = letter.chars().filter(|character| !is_unseen(*character));
        let Some(first) = seen.next() else {
            return self.faces.first();
        };
        let face = &self.faces[*self.characters.get(&first)?];
        seen.all(|character| face.has(character)).then_some(face)
    }
}

impl Folder {
    fn is_for(&self, language: Option<&str>) -> bool {
        let language = language.unwrap_or_default().to_ascii_lowercase();
        let end = IDEOGRAPHS.iter().find(|(of, _)| language.starts_with(of)).map(|(_, end)| *end);
        end.is_some_and(|end| self.path.to_string_lossy().trim_end_matches("/files").ends_with(end))
    }

    fn font(&self) -> &Font {
        self.font.get_or_init(|| {
            let read = |file: &PathBuf| {
                let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()));
                let face = bytes
                    .and_then(|bytes| Face::new(&bytes).context(format!("{} is no font", file.display())));
                // The letters of the others can be drawn all the same.
                face.inspect_err(|error| eprintln!("verbatim: {error:#}")).ok()
            };
            Font::of(files(&self.path).iter().filter_map(read).collect())
        })
    }
}

/// The files of a font, in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let all: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    let ending = |end: &&&str| all.iter().any(|file| file.to_string_lossy().ends_with(**end));
    let Some(end) = ENDS.iter().find(ending) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> =
        all.into_iter().filter(|file| file.to_string_lossy().ends_with(end)).collect();
    files.sort();
    files
}

/// Whether a character is drawn as nothing where a font has no letter for it: spaces, and what only says how those
/// around it are to be drawn.
fn is_unseen(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_no_font_has_are_known() {
        let fonts = Fonts::new(&[]).expect("fonts");
        assert_eq!(fonts.lacks("“Élan — Zełenski, Зеленський, Ελλάδα”\u{200d}"), None);
        assert_eq!(fonts.lacks("to 北京"), Some("北"));
    }

    #[test]
    fn a_folder_that_is_not_there_is_refused() {
        let error = Fonts::new(&["nowhere".into()]).err().expect("it is not there");
        assert!(error.to_string().contains("nowhere"), "{error}");
    }

    #[test]
    fn ideographs_are_taken_from_the_font_of_their_language() {
        let folder = |path: &str| Folder { path: path.into(), font: OnceLock::new() };
        let is_for = |language: &str, path: &str| folder(path).is_for(Some(language));
        assert!(is_for("ja", "fonts/noto-serif-jp") && is_for("ja-JP", "fonts/noto-serif-jp/files"));
        assert!(is_for("zh-Hant-TW", "a-tc") && is_for("zh-CN", "a-sc") && is_for("ko", "a-kr"));
        assert!(!is_for("zh-TW", "a-sc") && !is_for("en", "a-jp") && !folder("a-jp").is_for(None));
    }
}
