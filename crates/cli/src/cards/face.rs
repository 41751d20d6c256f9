//! One font: which letters it has, how it sets them next to each other, and the outlines that it draws them with.

use std::fmt::Write as _;

use anyhow::{Context, Result, anyhow};
use harfrust::{Direction, ShapeOptions, ShaperData, ShaperInstance, UnicodeBuffer};
use skrifa::{
    FontRef, GlyphId, MetadataProvider, Tag,
    instance::{Location, Size},
    outline::{DrawSettings, OutlinePen},
};

/// The weight that a font of several is set in: that of the letters which come with the project.
const WEIGHT: f32 = 400.0;

/// What fonts for the web begin with.
const WOFF: &[u8] = b"wOFF";
const WOFF2: &[u8] = b"wOF2";

/// A font, opened.
pub struct Face {
    bytes: Vec<u8>,
    data: ShaperData,
    instance: Option<ShaperInstance>,
    location: Location,
    /// How many of its units make its size.
    units: f32,
}

/// Letters that follow each other on a line.
#[derive(Debug, Default, PartialEq)]
pub struct Letters {
    /// How wide they are, in sizes of the type.
    pub width: f32,
    /// Which outlines stand where: each with the place of its origin, in sizes of the type.
    glyphs: Vec<(u32, f32, f32)>,
}

impl Face {
    /// Reads a font: TrueType or OpenType, packed for the web or not.
    ///
    /// # Errors
    /// When the bytes are no such font.
    pub fn new(bytes: &[u8]) -> Result<Face> {
        let unpacked = match bytes.get(..4) {
            Some(WOFF2) => wuff::decompress_woff2(bytes).map_err(|error| anyhow!("{error:?}"))?,
            Some(WOFF) => wuff::decompress_woff1(bytes).map_err(|error| anyhow!("{error:?}"))?,
            _ => bytes.to_vec(),
        };
        let font = FontRef::new(&unpacked)?;
        let heavy = font.axes().get_by_tag(Tag::new(b"wght")).is_some();
        let weight: &[(&str, f32)] = if heavy { &[("wght", WEIGHT)] } else { &[] };
        let location = font.axes().location(weight);
        let instance = heavy.then(|| ShaperInstance::from_variations(&font, weight));
        let units = font.metrics(Size::unscaled(), &location).units_per_em;
        let data = ShaperData::new(&font);
        Ok(Face { data, instance, location, units: f32::from(units), bytes: unpacked })
    }

    fn font(&self) -> FontRef<'_> {
        FontRef::new(&self.bytes).expect("it was read before")
    }

    /// Every character that it has a letter for.
    pub fn characters(&self) -> impl Iterator<Item = char> {
        let font = self.font();
        let all: Vec<char> =
            font.charmap().mappings().filter_map(|(character, _)| char::from_u32(character)).collect();
        all.into_iter()
    }

    /// Whether it has a letter for a character.
    pub fn has(&self, character: char) -> bool {
        self.font().charmap().map(character).is_some()
    }

    /// Sets letters of one direction, as they are read from left to right.
    pub fn set(&self, text: &str, rtl: bool) -> Letters {
        let font = self.font();
        let shaper = self.data.shaper(&font).instance(self.instance.as_ref()).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(if rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.guess_segment_properties();
        let set = shaper.shape(buffer, ShapeOptions::new());
        let mut letters = Letters::default();
        for (glyph, place) in set.glyph_infos().iter().zip(set.glyph_positions()) {
            let (x, y) = (place.x_offset as f32 / self.units, place.y_offset as f32 / self.units);
            letters.glyphs.push((glyph.glyph_id, letters.width + x, y));
            letters.width += place.x_advance as f32 / self.units;
        }
        letters
    }

    /// Writes the outlines of letters that begin at `x`, `y` as the path of a drawing.
    ///
    /// # Errors
    /// When the font has no outline for one of them.
    pub fn draw(&self, letters: &Letters, size: f32, (x, y): (f32, f32), path: &mut String) -> Result<()> {
        let font = self.font();
        let outlines = font.outline_glyphs();
        for (glyph, right, up) in &letters.glyphs {
            let outline = outlines.get(GlyphId::new(*glyph)).context("a letter without an outline")?;
            let mut pen = Pen { path: &mut *path, x: x + right * size, y: y - up * size };
            outline
                .draw(DrawSettings::unhinted(Size::new(size), &self.location), &mut pen)
                .map_err(|error| anyhow!("a letter cannot be drawn: {error}"))?;
        }
        Ok(())
    }
}

/// Writes outlines, whose heights grow upward, into a drawing, whose heights grow downward.
struct Pen<'a> {
    path: &'a mut String,
    x: f32,
    y: f32,
}

impl Pen<'_> {
    fn write(&mut self, sign: char, points: &[(f32, f32)]) {
        self.path.push(sign);
        for (x, y) in points {
            // Strings take every write.
            let _ = write!(self.path, "{:.2} {:.2} ", self.x + x, self.y - y);
        }
    }
}

impl OutlinePen for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.write('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.write('L', &[(x, y)]);
    }

    fn quad_to(&mut self, over_x: f32, over_y: f32, x: f32, y: f32) {
        self.write('Q', &[(over_x, over_y), (x, y)]);
    }

    fn curve_to(&mut self, from_x: f32, from_y: f32, to_x: f32, to_y: f32, x: f32, y: f32) {
        self.write('C', &[(from_x, from_y), (to_x, to_y), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}
