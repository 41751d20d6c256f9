//! The reader's choice of colours: beside what they save the one thing that the program stores, on this machine only.
//! (The page's files are kept beside it, by its service worker.)

use gloo::utils::{document_element, window};
use web_sys::Storage;

use crate::state::Theme;

const KEY: &str = "theme";

/// The theme that was chosen before; the system's when none was, or nothing may be stored.
pub fn chosen() -> Theme {
    let stored = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    match stored.as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

/// Wears `theme` and keeps it. A browser that stores nothing wears it until the page is closed.
pub fn wear(theme: Theme) {
    let name = match theme {
        Theme::System => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    };
    let root = document_element();
    let _ = match name {
        Some(name) => root.set_attribute("data-theme", name),
        None => root.remove_attribute("data-theme"),
    };
    if let Some(storage) = storage() {
        let _ = match name {
            Some(name) => storage.set_item(KEY, name),
            None => storage.remove_item(KEY),
        };
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
