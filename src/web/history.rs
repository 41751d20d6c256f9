//! Links and addresses: where the reader is, and the way elsewhere.

use gloo::{
    events::EventListener,
    utils::{document, window},
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent, Url};

use crate::place::Place;

/// What a browser calls a change of address by Back or Forward. Ours are told under the same name.
const MOVED: &str = "popstate";

/// `href`, relative to the page's `<base>`, as a whole address.
pub fn absolute(href: &str) -> String {
    whole(href).map_or_else(|| href.to_owned(), |url| url.href())
}

fn whole(href: &str) -> Option<Url> {
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    Url::new_with_base(href, &base).ok()
}

/// Where the address says the reader is. A page outside the base is unknown, as one that does not exist.
pub fn here() -> Place {
    let location = window().location();
    let part = |part: Result<String, JsValue>| part.unwrap_or_default();
    let base = whole("./").map(|url| url.pathname()).unwrap_or_default();
    let path = part(location.pathname());
    Place::at(
        path.strip_prefix(base.as_str()).unwrap_or(&path),
        part(location.search()).trim_start_matches('?'),
        part(location.hash()).trim_start_matches('#'),
    )
}

/// Tells of every place that the reader comes to, until it is dropped.
pub fn follow(heard: impl Fn(Place) + 'static) -> EventListener {
    EventListener::new(&window(), MOVED, move |_| heard(here()))
}

/// Goes to a page of ours without loading it anew, in a new step of the browser's history. `href` is relative to
/// the page's `<base>`.
pub fn open(href: &str) {
    go(href, false);
}

/// Puts another address of ours in the place of this one.
pub fn replace(href: &str) {
    go(href, true);
}

fn go(href: &str, replace: bool) {
    let href = absolute(href);
    if let Ok(history) = window().history() {
        // A browser that is asked too often for another address keeps the one it has, and so do we.
        let _ = match replace {
            true => history.replace_state_with_url(&JsValue::NULL, "", Some(&href)),
            false => history.push_state_with_url(&JsValue::NULL, "", Some(&href)),
        };
    }
    if let Ok(event) = Event::new(MOVED) {
        let _ = window().dispatch_event(&event);
    }
}

/// The address of ours that a click leads to, when the page is to follow it: a plain click on a link to
/// another page under the same base, not on one within this page, and none that asks for another tab.
pub fn followed(event: &MouseEvent) -> Option<String> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let anchor: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    if anchor.has_attribute("download") || anchor.has_attribute("target") {
        return None;
    }
    let href = anchor.href();
    let ours = href.starts_with(&absolute("./"));
    let here = window().location().href().unwrap_or_default();
    // Split rather than asked for a mark: that would bring the search for whole strings with it, a kilobyte.
    let page = |href| str::split_once(href, '#').map(|(page, _)| page);
    let within = page(&*href).is_some_and(|to| to == page(&*here).unwrap_or(&here));
    (ours && !within).then_some(href)
}

/// The whole address of the page, with all that it asks for.
pub fn address() -> String {
    window().location().href().unwrap_or_default()
}

/// Loads the page again.
pub fn reload() {
    // A page that may not be loaded again stays as it is.
    let _ = window().location().reload();
}
