//! Elements: what has the focus, what is in view, what is open.

use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, FocusOptions, HtmlDialogElement, HtmlElement, HtmlTextAreaElement, MouseEvent,
    PointerEvent, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// The element that the page is drawn into, beside what the page's shell holds for when nothing can be drawn.
///
/// # Panics
/// Without the page's shell.
pub fn root() -> Element {
    by_id(ROOT).expect("the page's shell says where to draw")
}

/// Another such element, which nobody sees until it [enters](enter).
///
/// # Panics
/// Without a document.
pub fn stage() -> Element {
    let stage = document().create_element("div").expect("a document makes elements");
    stage.set_id(ROOT);
    stage
}

/// Puts a [`stage`] in the place of the element that the page is drawn into.
///
/// # Panics
/// Without the page's shell.
pub fn enter(stage: &Element) {
    root().replace_with_with_node_1(stage).expect("an element gives its place to another");
}

/// What was drawn ahead of the program to show this page, if it is still as it was drawn: whatever else a browser or an
/// extension of it has put there, the program could not take over. `href` is the page's address, relative to its
/// `<base>`. From now on it is the program's.
pub fn drawn_ahead(href: &str) -> Option<Element> {
    let drawn = document().query_selector("#app > [data-drawn]").ok()??;
    let elements = drawn.query_selector_all("*").ok()?.length();
    let whole = drawn.get_attribute("data-drawn")? == drawn_as(elements as usize, href);
    (whole && drawn.remove_attribute("data-drawn").is_ok()).then_some(drawn)
}

/// How a page that was drawn ahead is known: so many elements, for this address.
pub fn drawn_as(elements: usize, href: &str) -> String {
    format!("{elements} {href}")
}

/// The id of the element that the page is drawn into.
pub const ROOT: &str = "app";

/// Names the page in the browser's tab and history.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

fn first(selector: &str) -> Option<HtmlElement> {
    let found = document().query_selector(selector).ok().flatten()?;
    found.dyn_into().ok()
}

/// Whether there is an element that `selector` finds.
pub fn is_there(selector: &str) -> bool {
    first(selector).is_some()
}

/// Gives the focus to the first element that `selector` finds, and brings it into view where `scroll` asks for
/// that. False when there is none.
pub fn focus(selector: &str, scroll: bool) -> bool {
    let Some(element) = first(selector) else {
        return false;
    };
    focus_element(&element, scroll);
    true
}

pub(super) fn focus_element(element: &HtmlElement, scroll: bool) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(!scroll);
    // An element that takes no focus leaves it where it is.
    let _ = element.focus_with_options(&options);
}

/// Gives the focus to what follows, among all that `selector` finds, on what has it; or to what stands before that. From
/// none it goes to the first.
pub fn step(selector: &str, forward: bool) {
    let Ok(found) = document().query_selector_all(selector) else {
        return;
    };
    let all: Vec<Element> = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect();
    let focused = document().active_element();
    let at = all.iter().position(|element| Some(element) == focused.as_ref());
    let to = match (at, forward) {
        (None, _) => Some(0),
        (Some(at), true) => Some(at + 1),
        (Some(at), false) => at.checked_sub(1),
    };
    if let Some(element) = to.and_then(|to| all.get(to)) {
        // What a drawing holds takes the focus as well, and is no element of HTML.
        focus_element(element.unchecked_ref(), true);
    }
}

/// How far an event lies from the left end of the innermost drawing around where it came from, as a share of its width,
/// and that width in CSS pixels.
pub fn share_of_width(event: &MouseEvent) -> Option<(f64, f64)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let drawing = target.closest("svg").ok()??.get_bounding_client_rect();
    let width = drawing.width();
    (width > 0.0).then(|| ((f64::from(event.client_x()) - drawing.left()) / width, width))
}

/// Whether an event is of a finger, which touches more than the point that it tells.
pub fn is_touch(event: &MouseEvent) -> bool {
    event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch")
}

/// Has the drawing around where an event came from hear of its pointer wherever that goes, until it is lifted.
pub fn hold(event: &PointerEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(drawing) = target.and_then(|target| target.closest("svg").ok()?) {
        // A pointer that was lifted already cannot be held.
        let _ = drawing.set_pointer_capture(event.pointer_id());
    }
}

/// Brings the element with this id into the middle of the view, and gives it the focus.
pub fn show(id: &str) {
    if let Some(element) = by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
        let inner = element.query_selector("a").ok().flatten().unwrap_or(element);
        focus_element(inner.unchecked_ref(), false);
    }
}

/// Goes to the top of the page.
pub fn scroll_to_top() {
    gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Opens the dialog with this id, over everything else.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id).filter(|dialog| !dialog.open()) {
        // It is in the document and closed: there is no other reason to refuse.
        let _ = dialog.show_modal();
    }
}

/// Closes the dialog with this id.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

/// Presses the first element that `selector` finds. False when there is none.
pub fn press(selector: &str) -> bool {
    let found = first(selector);
    if let Some(element) = &found {
        element.click();
    }
    found.is_some()
}

/// Whether a dialog lies over the page.
pub fn dialog_is_open() -> bool {
    document().query_selector("dialog[open]").ok().flatten().is_some()
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    by_id(id)?.dyn_into().ok()
}

/// Selects the whole text of the field with this id.
pub fn select_text(id: &str) {
    if let Some(input) = by_id(id).and_then(|found| found.dyn_into::<HtmlTextAreaElement>().ok()) {
        focus_element(&input, true);
        input.select();
    }
}

/// What the input or the list that an event came from holds now.
pub fn value_of(event: &Event) -> String {
    let target = event.target().map(JsValue::from).unwrap_or_default();
    js_sys::Reflect::get(&target, &JsValue::from_str("value"))
        .ok()
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// Whether the element that an event came from lies open.
pub fn is_open(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.has_attribute("open"))
}

/// The attribute of this name, of the innermost element around where an event came from that has it.
pub fn data_of(event: &Event, name: &str) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let item = target.closest(&["[", name, "]"].concat()).ok()??;
    item.get_attribute(name)
}

/// Opens the statement that the list is at. False when it is at none.
pub fn open_current() -> bool {
    press("#results > li[aria-current] a.words")
}

pub(super) fn in_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    let item = element.closest("li").ok().flatten();
    let shown = item.as_ref().unwrap_or(element);
    shown.scroll_into_view_with_scroll_into_view_options(&options);
}
