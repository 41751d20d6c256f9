//! How a page looks, held to pictures that are kept: in fonts of their own, so that machines agree.

use std::{
    env, fs,
    io::{BufReader, Cursor},
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use crate::Browser;

/// The flags with which letters are drawn alike everywhere.
pub const FLAGS: &[&str] = &[
    "--font-render-hinting=none",
    "--disable-lcd-text",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--accept-lang=en-US",
];

/// The fonts, by the names that styles give them: their files, of what weight and slope they are.
const FONTS: &[(&str, &str, &str, &str)] = &[
    ("Kept Serif", "source-serif-4-latin-400-normal.woff2", "400", "normal"),
    ("Kept Serif", "source-serif-4-latin-400-italic.woff2", "400", "italic"),
    ("Kept Serif", "source-serif-4-latin-600-normal.woff2", "600", "normal"),
    ("Kept Sans", "source-sans-3-latin-400-normal.woff2", "400", "normal"),
    ("Kept Sans", "source-sans-3-latin-600-normal.woff2", "600", "normal"),
    // Arrows, which those have not.
    ("Kept Signs", "noto-sans-math-latin-400-normal.woff2", "400", "normal"),
];

/// How many steps a channel of a colour has in the pictures: so few that a picture has few colours and is small.
const STEPS: u16 = 16;

/// How far a channel may be off, of 255: two steps. Edges of letters differ by that from one drawing library to the next.
const OFF: u8 = 34;

/// Of how many pixels one may be further off: of a page of a million, a line of text has some thousands.
const OF: usize = 2_000;

/// How many rows of a window are kept: what readers see first, and all pictures together stay below three megabytes, since
/// every change of one stays in the project's history for ever.
const ROWS: u32 = 900;

/// A picture: so wide, so high, three bytes a pixel.
#[derive(PartialEq)]
struct Picture {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

impl Browser {
    /// Draws every page that is opened from now on in the fonts of the pictures, and without anything that moves.
    ///
    /// # Panics
    /// When nobody has said where the fonts are.
    pub async fn wears_kept_fonts(&self) {
        let folders = env::var_os("VERBATIM_FONTS").expect("no fonts: run `cargo xtask test`");
        let fonts = FONTS.iter().map(|(name, file, weight, style)| {
            let found = env::split_paths(&folders).find_map(|folder| fs::read(folder.join(file)).ok());
            let font = found.expect("a font can be read");
            json!([name, font, { "weight": weight, "style": style }])
        });
        let fonts: Vec<Value> = fonts.collect();
        let script = format!(
            "for (const [name, bytes, how] of {}) {{\
                 const font = new FontFace(name, new Uint8Array(bytes).buffer, how);\
                 document.fonts.add(font);\
             }}\
             const sheet = new CSSStyleSheet();\
             sheet.replaceSync(\":root {{ --serif: 'Kept Serif', 'Kept Signs' !important;\
                     --sans: 'Kept Sans', 'Kept Signs' !important; }}\
                 * {{ caret-color: transparent !important; transition: none !important; }}\");\
             document.adoptedStyleSheets = [sheet];",
            Value::Array(fonts)
        );
        self.before_every_page(&script).await;
    }

    /// Holds what the window shows to the picture of this name.
    ///
    /// # Panics
    /// When it looks otherwise, or there is no such picture.
    pub async fn looks_like(&self, name: &str) {
        self.says_later(
            "document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(done)))",
        )
        .await;
        let now = decoded(&self.picture().await).plain();
        let kept = kept(name);
        if env::var_os("VERBATIM_ACCEPT").is_some() {
            if !kept.is_file() || now.differs(&decoded(&fs::read(&kept).expect("a picture"))).is_some() {
                fs::write(&kept, now.encoded()).expect("a picture to be written");
            }
            return;
        }
        let why = match fs::read(&kept) {
            Ok(before) => now.differs(&decoded(&before)),
            Err(_) => Some("is not there".to_owned()),
        };
        if let Some(why) = why {
            let out = env::temp_dir().join("verbatim-looks");
            fs::create_dir_all(&out).expect("a folder");
            let out = out.join(name).with_extension("png");
            fs::write(&out, now.encoded()).expect("a picture to be written");
            panic!(
                "{}: {why}. What it looks like now is in {}; if that is right: cargo xtask looks --accept",
                kept.display(),
                out.display()
            );
        }
    }
}

/// Where the picture of this name is kept.
fn kept(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../visual").join(name).with_extension("png")
}

fn decoded(file: &[u8]) -> Picture {
    let mut decoder = png::Decoder::new(BufReader::new(Cursor::new(file)));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().expect("a PNG");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a picture that fits into memory")];
    let info = reader.next_frame(&mut bytes).expect("a PNG");
    let channels = info.color_type.samples();
    let pixels = bytes.chunks_exact(channels).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    Picture { width: info.width, height: info.height, pixels }
}

impl Picture {
    /// The first rows of it, in few colours.
    fn plain(mut self) -> Self {
        self.height = self.height.min(ROWS);
        self.pixels.truncate((self.width * self.height) as usize * 3);
        for channel in &mut self.pixels {
            let step = (u16::from(*channel) * (STEPS - 1) + 127) / 255;
            *channel = (step * 255 / (STEPS - 1)) as u8;
        }
        self
    }

    /// In what it differs from another; nothing where a reader would see no difference.
    fn differs(&self, other: &Picture) -> Option<String> {
        if (self.width, self.height) != (other.width, other.height) {
            return Some("is of another size".to_owned());
        }
        let pairs = self.pixels.chunks_exact(3).zip(other.pixels.chunks_exact(3));
        let off = |(one, other): (&[u8], &[u8])| one.iter().zip(other).any(|(a, b)| a.abs_diff(*b) > OFF);
        let off: Vec<bool> = pairs.map(off).collect();
        let count = off.iter().filter(|off| **off).count();
        let first = off.iter().position(|off| *off).unwrap_or(0) / self.width as usize;
        (count > off.len() / OF)
            .then(|| format!("{count} of {} pixels differ, from row {first} on", off.len()))
    }

    /// As a PNG with a palette: as small as one can be without loss.
    fn encoded(&self) -> Vec<u8> {
        let mut palette: Vec<[u8; 3]> = Vec::new();
        let mut indexes = Vec::with_capacity(self.pixels.len() / 3);
        for pixel in self.pixels.chunks_exact(3) {
            let colour = [pixel[0], pixel[1], pixel[2]];
            let place = palette.iter().position(|known| *known == colour).unwrap_or_else(|| {
                palette.push(colour);
                palette.len() - 1
            });
            indexes.push(place as u8);
        }
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width, self.height);
        encoder.set_compression(png::Compression::High);
        // Neighbours in a palette are no neighbours in colour: differences between them say nothing.
        encoder.set_filter(png::Filter::NoFilter);
        if palette.len() <= 256 {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(palette.concat());
        } else {
            encoder.set_color(png::ColorType::Rgb);
        }
        let mut writer = encoder.write_header().expect("a file in memory");
        let pixels = if palette.len() <= 256 { &indexes } else { &self.pixels };
        writer.write_image_data(pixels).expect("a file in memory");
        writer.finish().expect("a file in memory");
        file
    }
}
