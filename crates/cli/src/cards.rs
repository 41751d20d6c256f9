//! The picture that stands beside a link to a statement: its words, who said them, and where they were printed.

mod layout;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, Result, anyhow};
use quick_xml::escape::escape;
use resvg::{tiny_skia, usvg};
use sha2::{Digest, Sha256};
use verbatim_archive::{Archive, Basis, Statement};
use verbatim_extract::Kind;

use self::layout::{Line, Type};

/// The size that sites which show previews ask for, in pixels.
pub const SIZE: (u32, u32) = (1200, 630);

/// The name of a statement's picture, in the folder of its page.
pub const CARD: &str = "card.png";

/// EB Garamond, under the SIL Open Font License: Latin, Greek and Cyrillic.
const FONT: &[u8] = include_bytes!("../fonts/EBGaramond12-Regular.otf");

const MARGIN: f32 = 80.0;
const PAPER: &str = "#fbf8f3";
const INK: &str = "#1f1b16";
const ACCENT: &str = "#7a1f2b";
const QUIET: &str = "#5d554b";

/// The words stand between these heights.
const WORDS: (f32, f32) = (70.0, 440.0);

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
        let article = archive.article(statement);
        let said = archive.quotations(statement).collect::<Vec<_>>().join(" … ");
        let marks = if statement.said.kind == Kind::Indirect { ("", "") } else { ("“", "”") };
        let speaker = archive.speaker(statement).map_or("", |speaker| &speaker.name);
        let role = statement.said.role.map_or("", |role| role.of(&article.text));
        let printed = article.published.filter(|published| published.basis == Basis::Printed);
        let day = printed.map(|published| verbatim::dates::iso(published.day));
        let source = [Some(article.title.clone()), article.source.clone(), day];
        let source = source.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let room = SIZE.0 as f32 - 2.0 * MARGIN;
        let one = |text: &str, size, y| Line { text: self.kind.shortened(text, size, room), size, y };
        let mut lines = self.kind.fitted(&said, marks, room, WORDS);
        let words = lines.len();
        lines.extend([one(speaker, 40.0, 500.0), one(role, 28.0, 538.0), one(&source, 24.0, 586.0)]);
        if !lines.iter().all(|line| self.kind.has(&line.text)) {
            return None;
        }
        let colour = |place: usize| if place <= words { INK } else { QUIET };
        let text = lines.iter().enumerate().map(|(place, line)| self.text(line, colour(place)));
        let (width, height) = SIZE;
        Some(format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><rect width="{width}" height="{height}" fill="{PAPER}"/><rect width="16" height="{height}" fill="{ACCENT}"/>{}</svg>"#,
            text.collect::<String>()
        ))
    }

    fn text(&self, line: &Line, colour: &str) -> String {
        let Line { text, size, y } = line;
        format!(
            r#"<text x="{MARGIN}" y="{y:.1}" font-family="{}" font-size="{size}" fill="{colour}">{}</text>"#,
            self.family,
            escape(text)
        )
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
    use super::*;

    #[test]
    fn a_picture_is_drawn_once_and_has_the_size_asked_for() {
        let folder = std::env::temp_dir().join(format!("verbatim-cards-{}", std::process::id()));
        let cards = Cards::new(&folder.join("kept")).expect("a folder");
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">{}</svg>"#,
            cards.text(&Line { text: "Words & <more>".into(), size: 60.0, y: 100.0 }, INK)
        );
        let file = folder.join("card.png");
        assert!(cards.draw(&svg, &file).expect("drawn"));
        assert!(!cards.draw(&svg, &file).expect("copied"), "it was drawn before");
        let picture = tiny_skia::Pixmap::load_png(&file).expect("a picture");
        assert_eq!((picture.width(), picture.height()), SIZE);
        let inked = picture.pixels().iter().filter(|pixel| pixel.alpha() > 0).count();
        assert!(inked > 1_000, "{inked} pixels are drawn: the letters are missing");
        fs::remove_dir_all(folder).expect("removed");
    }
}
