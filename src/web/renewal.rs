//! Whether another edition has been published since this page was loaded.

use gloo::{
    events::EventListener,
    utils::{document, window},
};
use js_sys::Date;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::host;

/// What every page of an edition names by what is in it: its program, and its archive.
const NAMED: &str = "script[src], link#archive";

/// Tells of every moment at which the reader comes back to the page or to the network, until it is dropped.
pub fn returns(heard: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let on_window = ["focus", "online"].map(|event| {
        let heard = heard.clone();
        EventListener::new(&window(), event, move |_| heard())
    });
    let shown = EventListener::new(&document(), "visibilitychange", move |_| {
        if !document().hidden() {
            heard();
        }
    });
    on_window.into_iter().chain([shown]).collect()
}

/// What a clock shows, in milliseconds.
pub fn now() -> f64 {
    Date::now()
}

/// Whether the site's first page is one of another edition by now. A page that is none of ours tells nothing.
pub async fn is_newer() -> bool {
    // By another address than the one under which it is kept for when there is no network.
    let Ok(page) = host::fetch(&["./?asked=", &now().to_string()].concat()).await else {
        return false;
    };
    let page = String::from_utf8_lossy(&page);
    names().iter().any(|name| {
        // The hash of what is in a file stands behind the last hyphen of its name.
        let kind = name.rfind('-').map(|at| &name[..=at]);
        kind.is_some_and(|kind| page.contains(kind)) && !page.contains(name.as_str())
    })
}

/// The files that this page names.
fn names() -> Vec<String> {
    let Ok(named) = document().query_selector_all(NAMED) else {
        return Vec::new();
    };
    let elements = (0..named.length()).filter_map(|at| named.get(at)?.dyn_into::<Element>().ok());
    let addresses = elements.filter_map(|one| one.get_attribute("src").or_else(|| one.get_attribute("href")));
    addresses.filter_map(|address| address.rsplit('/').next().map(str::to_owned)).collect()
}
