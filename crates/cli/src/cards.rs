//! The picture that stands beside a link to a statement: its words, who said them, and where they were printed.

mod face;
mod fonts;
mod setting;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow};
use resvg::{tiny_skia, usvg};
use sha2::{Digest, Sha256};
use verbatim::sharing::{
    Shared,
    card::{Card, SIZE, card, layout::Line},
};
use verbatim_archive::{Archive, Statement};

use self::{fonts::Fonts, setting::Setting};

/// The name of a statement's picture, in the folder of its page.
pub const CARD: &str = "card.png";

/// Draws pictures, and keeps those drawn before.
pub struct Cards {
    fonts: Fonts,
    kept: PathBuf,
}

impl Cards {
    /// Keeps what is drawn in the folder `kept`, by what it is drawn from. Letters that the font of the project has not
    /// are taken from those in `fonts`, one a folder.
    ///
    /// # Errors
    /// When the folder cannot be made, or one of fonts is not there.
    pub fn new(kept: &Path, fonts: &[PathBuf]) -> Result<Cards> {
        fs::create_dir_all(kept).with_context(|| format!("{} cannot be made", kept.display()))?;
        Ok(Cards { fonts: Fonts::new(fonts)?, kept: kept.to_owned() })
    }

    /// The first letter that the picture of a statement needs and no font has.
    pub fn lacks(&self, archive: &Archive, statement: &Statement) -> Option<String> {
        let article = archive.article(statement);
        let speaker = archive.speaker(statement).map(|speaker| speaker.name.as_str());
        let role = statement.said.role.map(|role| role.of(&article.text));
        let beside = [speaker, role, Some(&article.title), article.source.as_deref()];
        let mut all = archive.quotations(statement).chain(beside.into_iter().flatten());
        if all.all(|text| self.fonts.lacks(text).is_none()) {
            return None;
        }
        // What is cut off a picture needs no letters.
        let lines = self.card(archive, statement).lines;
        lines.iter().find_map(|(line, _)| self.fonts.lacks(&line.text).map(str::to_owned))
    }

    /// The picture of a statement as SVG. Its letters are outlines: it looks the same everywhere.
    ///
    /// # Errors
    /// When a font cannot draw a letter that it has.
    pub fn svg(&self, archive: &Archive, statement: &Statement) -> Result<String> {
        drawn(&self.card(archive, statement), &self.setting(archive, statement))
    }

    fn card(&self, archive: &Archive, statement: &Statement) -> Card {
        let shared = Shared { archive, statement, address: "", selection: None };
        card(&shared, &self.setting(archive, statement))
    }

    fn setting<'a>(&'a self, archive: &'a Archive, statement: &Statement) -> Setting<'a> {
        Setting { fonts: &self.fonts, language: archive.article(statement).language.as_deref() }
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
            fs::write(&half_way, Self::png(svg)?)
                .and_then(|()| fs::rename(&half_way, &kept))
                .with_context(|| format!("{} cannot be kept", kept.display()))?;
        }
        fs::copy(&kept, file).with_context(|| format!("{} cannot be written", file.display()))?;
        Ok(fresh)
    }

    fn png(svg: &str) -> Result<Vec<u8>> {
        let tree = usvg::Tree::from_str(svg, &usvg::Options::default())?;
        let mut picture = tiny_skia::Pixmap::new(SIZE.0, SIZE.1).context("a picture has a size")?;
        resvg::render(&tree, tiny_skia::Transform::default(), &mut picture.as_mut());
        picture.encode_png().map_err(|error| anyhow!("a picture cannot be written as PNG: {error}"))
    }
}

/// The name under which a picture is kept: all that it is drawn from, hashed.
fn name(svg: &str) -> String {
    Sha256::digest(svg).iter().take(16).map(|byte| format!("{byte:02x}")).collect::<String>() + ".png"
}

/// A picture as SVG.
fn drawn(card: &Card, setting: &Setting<'_>) -> Result<String> {
    let anchor = if card.rtl { 1.0 } else { 0.0 };
    let line = |(line, colour): &(Line, &str)| {
        let path = setting.path(&line.text, line.size, line.rtl, (card.x(), line.y), anchor)?;
        Ok(format!(r#"<path fill="{colour}" d="{path}"/>"#))
    };
    let lines: String = card.lines.iter().map(line).collect::<Result<_>>()?;
    Ok(card.framed(&lines))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_drawn_once_and_has_the_size_asked_for() {
        let folder = std::env::temp_dir().join(format!("verbatim-cards-{}", std::process::id()));
        let cards = Cards::new(&folder.join("kept"), &[]).expect("a folder");
        let words = Line { text: "Words & <more>".into(), size: 60.0, y: 100.0, rtl: false };
        let setting = Setting { fonts: &cards.fonts, language: None };
        let card = Card { lines: vec![(words, "#fff")], rtl: false };
        let svg = drawn(&card, &setting).expect("letters");
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
