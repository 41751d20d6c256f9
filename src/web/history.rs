//! Links and addresses.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, MouseEvent, Url};
use yew_router::history::{BrowserHistory, History};

/// `href`, relative to the page's `<base>`, as a whole address.
pub fn absolute(href: &str) -> String {
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    Url::new_with_base(href, &base).map_or_else(|_| href.to_owned(), |url| url.href())
}

/// Goes to a page of ours without loading it anew. `href` is relative to the page's `<base>`.
pub fn open(href: &str) {
    BrowserHistory::new().push(absolute(href));
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
    let within = href.contains('#') && without_fragment(&href) == without_fragment(&here);
    (ours && !within).then_some(href)
}

fn without_fragment(href: &str) -> &str {
    href.split_once('#').map_or(href, |(page, _)| page)
}

/// Loads the page again.
pub fn reload() {
    // A page that may not be loaded again stays as it is.
    let _ = window().location().reload();
}
