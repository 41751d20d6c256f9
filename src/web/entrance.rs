//! The list as it was drawn ahead, for an address that asks nothing. To take it over would need the program's second
//! part: the first draws it anew in its place, before the next paint, and goes on with what was typed meanwhile.

use web_sys::{Event, EventInit, HtmlInputElement};

use gloo::utils::document;
use wasm_bindgen::JsCast;

use super::elements;

/// The search box of what was drawn ahead, and of what is drawn in its place.
const BOX: &str = "#app #q";

/// What a reader has done before the program came.
#[derive(Debug)]
pub struct Begun {
    text: String,
    focused: bool,
}

/// What the reader has typed into the search box, or that the focus is there.
pub fn begun() -> Option<Begun> {
    let found = search_box()?;
    let focused = document().active_element().is_some_and(|focused| focused == *found.as_ref());
    let text = found.value();
    (focused || text != found.default_value()).then_some(Begun { text, focused })
}

impl Begun {
    /// Has the page go on with it.
    pub fn take_up(&self) {
        if self.focused {
            elements::focus(BOX, false);
        }
        if let Some(now) = search_box().filter(|now| now.value() != self.text) {
            now.set_value(&self.text);
            let heard = EventInit::new();
            heard.set_bubbles(true);
            // The page hears of what is typed by this event only.
            let _ = Event::new_with_event_init_dict("input", &heard).map(|event| now.dispatch_event(&event));
        }
    }
}

fn search_box() -> Option<HtmlInputElement> {
    document().query_selector(BOX).ok()??.dyn_into().ok()
}
