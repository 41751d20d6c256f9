//! Files made in the browser, for the reader to keep.

use gloo::utils::document;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, Url};

use crate::sharing::card::{ACCENT, Card, Measure, PAPER, SIZE, STROKE, layout::together};

/// A text in a file.
pub fn save_text(name: &str, kind: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let content = Array::of1(&JsValue::from_str(text));
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&content, &options) {
        save(name, &blob);
    }
}

/// Hands a file to the reader, as a link to it would.
fn save(name: &str, file: &Blob) {
    let (Ok(address), Ok(anchor)) = (Url::create_object_url_with_blob(file), document().create_element("a"))
    else {
        return;
    };
    let anchor: HtmlAnchorElement = anchor.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    // It keeps what is being saved.
    let _ = Url::revoke_object_url(&address);
}

/// A surface of a picture's size, with a family of fonts to draw and measure with.
pub struct Surface {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    family: &'static str,
}

impl Surface {
    /// None where the browser draws nothing.
    pub fn new(family: &'static str) -> Option<Surface> {
        let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
        canvas.set_width(SIZE.0);
        canvas.set_height(SIZE.1);
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Surface { canvas, context, family })
    }

    fn set_in(&self, size: f32) {
        self.context.set_font(&format!("{size}px {}", self.family));
    }

    /// Draws a picture and saves it as PNG.
    pub fn save(&self, name: String, card: &Card) {
        let (width, height) = (f64::from(SIZE.0), f64::from(SIZE.1));
        self.context.set_fill_style_str(PAPER);
        self.context.fill_rect(0.0, 0.0, width, height);
        self.context.set_fill_style_str(ACCENT);
        self.context.fill_rect(f64::from(card.stroke()), 0.0, f64::from(STROKE), height);
        self.context.set_text_align(if card.rtl { "right" } else { "left" });
        for (line, colour) in &card.lines {
            self.set_in(line.size);
            let direction = JsValue::from_str(if line.rtl { "rtl" } else { "ltr" });
            // A browser that cannot be told finds the direction out by itself, but for signs at the ends.
            let _ = Reflect::set(&self.context, &JsValue::from_str("direction"), &direction);
            self.context.set_fill_style_str(colour);
            // What has been measured can be drawn.
            let _ = self.context.fill_text(&line.text, f64::from(card.x()), f64::from(line.y));
        }
        let done = Closure::once_into_js(move |file: JsValue| {
            if let Ok(file) = file.dyn_into::<Blob>() {
                save(&name, &file);
            }
        });
        // Only a canvas with pictures of others on it is refused.
        let _ = self.canvas.to_blob(done.unchecked_ref());
    }
}

impl Measure for Surface {
    fn width(&self, text: &str, size: f32) -> f32 {
        self.set_in(size);
        self.context.measure_text(text).map_or(0.0, |measured| measured.width() as f32)
    }

    fn letters(&self, word: &str) -> Vec<String> {
        let letters = segments(word, "grapheme").ok();
        let letters = letters.map(|all| all.into_iter().map(|(letter, _)| letter).collect());
        letters.unwrap_or_else(|| word.chars().map(String::from).collect())
    }

    fn pieces(&self, word: &str) -> Vec<String> {
        segments(word, "word").map_or_else(|_| self.letters(word), together)
    }
}

/// The parts of a text as the browser knows them, and whether each is a word.
fn segments(text: &str, of: &str) -> Result<Vec<(String, bool)>, JsValue> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name));
    let segmenter: Function = get(&get(&js_sys::global(), "Intl")?, "Segmenter")?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &JsValue::from_str("granularity"), &JsValue::from_str(of))?;
    let segmenter = Reflect::construct(&segmenter, &Array::of2(&JsValue::UNDEFINED, &options))?;
    let segment: Function = get(&segmenter, "segment")?.dyn_into()?;
    let parts = Array::from(&segment.call1(&segmenter, &JsValue::from_str(text))?);
    let part = |part: JsValue| {
        let words = get(&part, "segment")?.as_string().unwrap_or_default();
        Ok((words, get(&part, "isWordLike")?.is_truthy()))
    };
    parts.iter().map(part).collect()
}
