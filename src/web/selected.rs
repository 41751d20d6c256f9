//! What a reader has selected of the page's text.

use std::{cell::RefCell, ops::Range};

use gloo::{
    events::EventListener,
    utils::{document, window},
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Range as Boundaries};

/// A text, and the run of it that is selected.
pub type Selected = (String, Range<usize>);

/// Tells of whatever is selected of the text of the first element that `within` finds, without the parts that `beside`
/// finds, until it is dropped; of nothing when the caret is put into it. What is selected elsewhere changes nothing.
pub fn follow(
    within: &'static str,
    beside: &'static str,
    heard: impl Fn(Option<Selected>) + 'static,
) -> EventListener {
    let last = RefCell::new(None);
    EventListener::new(&document(), "selectionchange", move |_| {
        let Some(element) = document().query_selector(within).ok().flatten() else {
            return;
        };
        // A browser that refuses to cut a range that it has made itself has nothing selected for us.
        if let Ok(Some(selected)) = selected(&element, beside)
            && last.replace(selected.clone()) != selected
        {
            heard(selected);
        }
    })
}

/// The selection as far as it lies in `element`: None where it does not.
fn selected(element: &Element, beside: &str) -> Result<Option<Option<Selected>>, JsValue> {
    let Some(selection) = window().get_selection()?.filter(|selection| selection.range_count() > 0) else {
        return Ok(None);
    };
    let range = selection.get_range_at(0)?;
    let whole = document().create_range()?;
    whole.select_node_contents(element)?;
    if !range.intersects_node(element)? {
        return Ok(None);
    }
    if range.collapsed() {
        return Ok(Some(None));
    }
    let (before, run) = (whole.clone_range(), whole.clone_range());
    if range.compare_boundary_points(Boundaries::START_TO_START, &whole)? > 0 {
        run.set_start(&range.start_container()?, range.start_offset()?)?;
    }
    if range.compare_boundary_points(Boundaries::END_TO_END, &whole)? < 0 {
        run.set_end(&range.end_container()?, range.end_offset()?)?;
    }
    before.set_end(&run.start_container()?, run.start_offset()?)?;
    let start = text(&before, beside)?.len();
    let end = start + text(&run, beside)?.len();
    Ok(Some(Some((text(&whole, beside)?, start..end))))
}

/// The text within a range, without what `beside` finds.
fn text(range: &Boundaries, beside: &str) -> Result<String, JsValue> {
    let copy = range.clone_contents()?;
    let found = copy.query_selector_all(beside)?;
    for place in 0..found.length() {
        if let Some(part) = found.item(place) {
            part.unchecked_into::<Element>().remove();
        }
    }
    Ok(copy.text_content().unwrap_or_default())
}
