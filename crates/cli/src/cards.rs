//! The picture that stands beside a link to a statement: its words, who said them, and where they were printed.

mod fonts;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, Result, anyhow};
use resvg::{tiny_skia, usvg};
use sha2::{Digest, Sha256};
use verbatim::sharing::{
    Shared,
    card::{SIZE, card},
};
use verbatim_archive::{Archive, Statement};

use self::fonts::Type;

/// The name of a statement's picture, in the folder of its page.
pub const CARD: &str = "card.png";

/// EB Garamond, under the SIL Open Font License: Latin, Greek and Cyrillic.
const FONT: &[u8] = include_bytes!("../fonts/EBGaramond12-Regular.otf");

/// Draws pictures, and keeps those drawn before.
pub struct Cards {
    kind: Type,
    options: usvg::Options<'static>,
    family: String,
    kept: PathBuf,
}

impl Cards {
    /// Keeps what is drawn in the folder `kept`, by what it is drawn from.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn new(kept: &Path) -> Result<Cards> {
        fs::create_dir_all(kept).with_context(|| format!("{} cannot be made", kept.display()))?;
        let mut fonts = usvg::fontdb::Database::new();
        fonts.load_font_data(FONT.to_vec());
        let family = fonts.faces().find_map(|face| Some(face.families.first()?.0.clone()));
        let family = family.context("the font has no name")?;
        let options = usvg::Options {
            fontdb: Arc::new(fonts),
            font_family: family.clone(),
            ..usvg::Options::default()
        };
        let kind = Type::new(FONT).context("the font cannot be read")?;
        Ok(Cards { kind, options, family, kept: kept.to_owned() })
    }

    /// The picture of a statement as SVG; None where the font has not all of its letters.
    pub fn svg(&self, archive: &Archive, statement: &Statement) -> Option<String> {
        let shared = Shared { archive, statement, address: "", selection: None };
        let card = card(&shared, &self.kind);
        let whole = card.lines.iter().all(|(line, _)| self.kind.has(&line.text));
        whole.then(|| card.svg(&self.family))
    }

    /// Draws a picture to `file`, unless it was drawn before. Says whether it was drawn now.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn draw(&self, svg: &str, file: &Path) -> Result<bool> {
        let kept = self.kept.join(name(svg));
        let fresh = !kept.exists();
        if fresh {
            let half_way = kept.with_extension("part");
            fs::write(&half_way, self.png(svg)?)
                .and_then(|()| fs::rename(&half_way, &kept))
                .with_context(|| format!("{} cannot be kept", kept.display()))?;
        }
        fs::copy(&kept, file).with_context(|| format!("{} cannot be written", file.display()))?;
        Ok(fresh)
    }

    fn png(&self, svg: &str) -> Result<Vec<u8>> {
        let tree = usvg::Tree::from_str(svg, &self.options)?;
        let mut picture = tiny_skia::Pixmap::new(SIZE.0, SIZE.1).context("a picture has a size")?;
        resvg::render(&tree, tiny_skia::Transform::default(), &mut picture.as_mut());
        picture.encode_png().map_err(|error| anyhow!("a picture cannot be written as PNG: {error}"))
    }
}

/// The name under which a picture is kept: all that it is drawn from, hashed.
fn name(svg: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(FONT);
    hash.update(svg);
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect::<String>() + ".png"
}

#[cfg(test)]
mod tests {
    use verbatim::sharing::card::{Card, layout::Line};

    use super::*;

    #[test]
    fn a_picture_is_drawn_once_and_has_the_size_asked_for() {
        let folder = std::env::temp_dir().join(format!("verbatim-cards-{}", std::process::id()));
        let cards = Cards::new(&folder.join("kept")).expect("a folder");
        let words = Line { text: "Words & <more>".into(), size: 60.0, y: 100.0 };
        let svg = Card { lines: vec![(words, "#fff")] }.svg(&cards.family);
        let file = folder.join("card.png");
        assert!(cards.draw(&svg, &file).expect("drawn"));
        assert!(!cards.draw(&svg, &file).expect("copied"), "it was drawn before");
        let picture = tiny_skia::Pixmap::load_png(&file).expect("a picture");
        assert_eq!((picture.width(), picture.height()), SIZE);
        let white = |pixel: &&tiny_skia::PremultipliedColorU8| pixel.red() == 255 && pixel.blue() == 255;
        let inked = picture.pixels().iter().filter(white).count();
        assert!(inked > 1_000, "{inked} pixels are drawn: the letters are missing");
        fs::remove_dir_all(folder).expect("removed");
    }
}
