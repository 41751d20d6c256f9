//! Whether everybody can use the page: axe-core finds nothing to say against any page, in any state, light or dark, on a
//! wide window or a narrow one.

use verbatim_journeys::{Browser, Key, serve};

/// Every page and view, and what there is when nothing is found.
const PAGES: &[&str] = &[
    "",
    "?q=peace&kind=direct&from=2025-11-01",
    "?q=xylophone",
    "?q=tangible&kind=partial",
    "?q=tangable+umerov&group=speaker",
    "?view=timeline",
    "?view=people",
    "?view=article",
    "about",
    "roles/ukrainian-president",
    "people/kaja-kallas",
    "articles/zelensky-macron-paris",
    "s/nobody-ever-said-this-0000000000",
    "nowhere",
];

#[tokio::test]
async fn nothing_stands_in_anybodys_way_on_a_wide_window() {
    on_every_page(1280, 100).await;
}

#[tokio::test]
async fn nothing_stands_in_anybodys_way_on_a_narrow_window() {
    on_every_page(320, 100).await;
}

#[tokio::test]
async fn nothing_stands_in_anybodys_way_in_letters_of_twice_the_size() {
    on_every_page(1280, 200).await;
}

async fn on_every_page(width: u32, letters: u32) {
    let server = serve("plain").await;
    let reader = Browser::start(&server).await;
    reader.is_wide(width).await;
    for theme in ["light", "dark"] {
        reader.open("").await;
        reader.says(&format!("localStorage.setItem('theme', '{theme}')")).await;
        for page in PAGES {
            reader.open(page).await;
            reader
                .until(
                    "the theme to be worn",
                    &format!("document.documentElement.dataset.theme === '{theme}'"),
                )
                .await;
            reader.says(&format!("document.documentElement.style.fontSize = '{letters}%'")).await;
            reader.can_be_used_by_everybody(&format!("{page:?}, {theme}, {width} px, {letters} %")).await;
        }
        reader.open("?q=tangible").await;
        reader.clicks("#results a.words").await;
        reader.is_on("statement").await;
        reader.clicks(".receipt summary").await;
        reader.can_be_used_by_everybody(&format!("a statement, {theme}, {width} px")).await;
        reader.presses(['?']).await;
        reader.sees("dialog#keys[open]").await;
        reader.can_be_used_by_everybody(&format!("the keys, {theme}, {width} px")).await;
        reader.presses([Key::Escape.into()]).await;
        reader.says("document.querySelector('dialog#palette').showModal()").await;
        reader.sees("#offers li").await;
        reader.can_be_used_by_everybody(&format!("the palette, {theme}, {width} px")).await;
        reader.presses([Key::Escape.into()]).await;
        reader.clicks("#keep").await;
        reader.sees(".keep textarea").await;
        reader.can_be_used_by_everybody(&format!("a saved statement, {theme}, {width} px")).await;
        reader.clicks(".keep .plain").await;
        reader.sees("dialog#shelf[open] li").await;
        reader.can_be_used_by_everybody(&format!("what is saved, {theme}, {width} px")).await;
        reader.presses([Key::Escape.into()]).await;
        reader.clicks("#keep").await;
    }
}
