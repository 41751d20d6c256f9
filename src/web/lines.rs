//! The statements of a long list: where they are in the window, and the reader's way through them.

use gloo::{
    events::EventListener,
    utils::{document, window},
};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::elements::{by_id, focus_element, in_view};
use crate::listing::{Line, Seen};

/// The id of the list.
pub const LIST: &str = "results";

/// The attribute that holds a statement's place in the list, counted from 1.
const PLACE: &str = "aria-posinset";

/// What of the list is in the window; nothing while there is no list.
pub fn seen() -> Option<Seen> {
    let list = by_id(LIST)?;
    let items = list.children();
    let lines = (0..items.length()).filter_map(|at| line(&items.item(at)?)).collect();
    Some(Seen { top: list.get_bounding_client_rect().top(), height: height(), lines })
}

fn line(item: &Element) -> Option<Line> {
    let number: usize = item.get_attribute(PLACE)?.parse().ok()?;
    let whole = item.get_bounding_client_rect();
    let gap = item.first_element_child().filter(|child| child.tag_name() == "svg");
    let gap = gap.map_or(0.0, |gap| gap.get_bounding_client_rect().height());
    Some(Line { place: number - 1, top: whole.top() + gap, bottom: whole.bottom() })
}

fn height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// How wide the window is, in CSS pixels.
pub fn width() -> f64 {
    window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or_default()
}

/// Scrolls so that a statement is where it was.
pub fn hold(held: &Line) {
    let now = seen().and_then(|seen| seen.lines.into_iter().find(|line| line.place == held.place));
    let moved = now.map_or(0.0, |line| line.top - held.top);
    if moved.abs() >= 1.0 {
        window().scroll_by_with_x_and_y(0.0, moved);
    }
}

/// Hears scrolling until it is dropped.
pub fn scrolled(heard: impl Fn() + 'static) -> EventListener {
    EventListener::new(&document(), "scroll", move |_| heard())
}

/// Hears of the window until it is dropped: that it is of another size, is about to be printed, or was.
pub fn told(event: &'static str, heard: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), event, move |_| heard())
}

/// Gives the focus to the statement at a place, and brings it into view. False where it is not drawn.
pub fn go_to(place: usize) -> bool {
    let item = by_id(LIST).and_then(|list| {
        list.query_selector(&["[", PLACE, "='", &(place + 1).to_string(), "']"].concat()).ok()?
    });
    let words = item.and_then(|item| item.query_selector("a.words").ok().flatten());
    let Some(words) = words else {
        return false;
    };
    focus_element(words.unchecked_ref(), false);
    in_view(&words);
    true
}
