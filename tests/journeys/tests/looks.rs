//! How every page looks, at four widths, light and dark, held to the pictures in tests/visual.

use verbatim_journeys::{Browser, Key, looks, serve};

/// The pages of an edition of invented people: what the picture is called, the address, and what must be there.
const PAGES: &[(&str, &str, &str)] = &[
    ("explorer", "", "#results > li"),
    ("search", "?q=harbor&kind=direct&group=speaker", "#results > li"),
    ("nothing", "?q=piers&speaker=odalys-brandt", ".nothing button"),
    ("timeline", "?view=timeline", ".timeline svg"),
    ("people", "?view=people", ".voices tbody tr"),
    ("stories", "?view=article", ".story mark"),
    ("speaker", "people/odalys-brandt/", "main[data-page=speaker]"),
    ("role", "roles/mayor/", "main[data-page=role]"),
    ("article", "articles/harbour-bridge/", "main[data-page=article]"),
    ("about", "about/", "main[data-page=about]"),
    ("nowhere", "nowhere", "main[data-page=unknown]"),
];

#[tokio::test]
async fn on_a_small_telephone_everything_looks_as_it_did() {
    look(320).await;
}

#[tokio::test]
async fn on_a_tablet_everything_looks_as_it_did() {
    look(768).await;
}

#[tokio::test]
async fn on_a_laptop_everything_looks_as_it_did() {
    look(1280).await;
}

#[tokio::test]
async fn on_a_wide_screen_everything_looks_as_it_did() {
    look(1920).await;
}

async fn look(width: u32) {
    let server = serve("theirs").await;
    let reader = Browser::start_with(&server, looks::FLAGS).await;
    reader.wears_kept_fonts().await;
    reader.is_wide(width).await;
    for (name, page, shown) in PAGES {
        reader.open(page).await;
        reader.sees(shown).await;
        in_both_themes(&reader, name, width).await;
    }
    reader.open("").await;
    let statement = reader.says("document.querySelector('#results a.words').href").await;
    reader.open_link(statement.as_str().expect("an address")).await;
    reader.is_on("statement").await;
    in_both_themes(&reader, "statement", width).await;
    reader.presses(['?']).await;
    reader.sees("dialog#keys[open]").await;
    in_both_themes(&reader, "keys", width).await;
    reader.presses([Key::Escape.into()]).await;
    reader.says("document.querySelector('dialog#palette').showModal()").await;
    reader.sees("#offers li").await;
    in_both_themes(&reader, "palette", width).await;
    reader.presses([Key::Escape.into()]).await;
    reader.clicks("#keep").await;
    reader.clicks(".keep .plain").await;
    reader.sees("dialog#shelf[open] li").await;
    in_both_themes(&reader, "shelf", width).await;
}

/// The theme is worn as the page wears it (src/web/theme.rs), without loading it once more.
async fn in_both_themes(reader: &Browser, name: &str, width: u32) {
    for theme in ["light", "dark"] {
        reader.says(&format!("document.documentElement.dataset.theme = '{theme}'")).await;
        reader.looks_like(&format!("{name}-{width}-{theme}")).await;
    }
}
