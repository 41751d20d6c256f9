//! The second part of the program: it comes when it is used, and the page says so when it cannot.

use std::fs;

use verbatim_journeys::{Browser, Key, Server, copied, folder, serve, visit};

/// How many files of the second part the page has asked for: there are its program, the script that begins it and its
/// stylesheet.
const ASKED: &str =
    "performance.getEntriesByType('resource').filter(one => one.name.includes('/later-')).length";

#[tokio::test]
async fn the_list_needs_the_first_part_only_until_it_is_used() {
    visit("plain", async |reader| {
        reader.open("?q=peace").await;
        reader.reads("#count", "3 statements").await;
        reader.clicks("fieldset[data-facet=kind] label").await;
        reader.sees(".chip button").await;
        assert_eq!(reader.says(ASKED).await, 0);
        reader.clicks("nav button").await;
        reader.sees("dialog#palette[open] input:focus").await;
        assert_eq!(reader.says(ASKED).await, 3);
        reader.presses([Key::Escape.into()]).await;
        reader
            .until("the focus to go back", "document.activeElement === document.querySelector('nav button')")
            .await;
        reader.clicks(".views a[href*=people]").await;
        reader.sees(".voices tbody tr").await;
        assert_eq!(reader.says(ASKED).await, 3, "once is enough");
    })
    .await;
}

#[tokio::test]
async fn chosen_colours_are_there_before_the_program_is() {
    let site = copied("plain", |name, file| (!name.ends_with(".wasm")).then_some(file));
    let server = Server::start(site.path().to_path_buf(), "/").await;
    let reader = Browser::start(&server).await;
    reader.goes_to("").await;
    reader.says("localStorage.setItem('theme', 'dark')").await;
    reader.goes_to("").await;
    assert_eq!(reader.says("document.documentElement.dataset.theme").await, "dark");
}

#[tokio::test]
async fn a_view_comes_when_its_link_is_followed() {
    visit("plain", async |reader| {
        reader.open("").await;
        reader.clicks(".views a[href*=timeline]").await;
        reader.sees(".timeline svg a").await;
        reader.back().await;
        reader.clicks("#results > li:first-child a.words").await;
        reader.sees("#copy-link").await;
    })
    .await;
}

#[tokio::test]
async fn a_part_that_does_not_come_is_told_and_the_list_goes_on() {
    let site = copied("plain", |name, file| (!name.starts_with("later-")).then_some(file));
    let server = Server::start(site.path().to_path_buf(), "/").await;
    let reader = Browser::start(&server).await;
    reader.open("").await;
    reader.sees("#results > li").await;
    for ask in ["?", "k"] {
        let press = format!(
            "new KeyboardEvent('keydown', {{ key: '{ask}', ctrlKey: {}, bubbles: true }})",
            ask == "k"
        );
        reader.says(&format!("document.body.dispatchEvent({press})")).await;
        let told = "document.querySelector('.page [role=alert]')?.textContent.includes('404')";
        reader.until("the page to say why no dialog opens", told).await;
        reader.clicks("fieldset[data-facet=kind] label").await;
        reader.until("it to be said no longer", "!document.querySelector('.page [role=alert]')").await;
    }
    reader.clicks(".views a[href*=people]").await;
    reader
        .until("the page to say so", "document.querySelector('.nothing')?.textContent.includes('404')")
        .await;
    reader.clicks("nav a[href$=about]").await;
    reader.is_on("failure").await;
    reader.clicks("nav a").await;
    reader.sees("#results > li").await;
    // The host has it again: it comes the next time that it is needed.
    let whole = copied("plain", |name, file| name.starts_with("later-").then_some(file));
    for entry in fs::read_dir(whole.path()).expect("the part") {
        let part = entry.expect("a file");
        fs::copy(part.path(), site.path().join(part.file_name())).expect("a copy");
    }
    reader.clicks(".views a[href*=people]").await;
    reader.sees(".voices tbody tr").await;
}

#[tokio::test]
async fn a_script_that_does_not_come_at_once_is_asked_for_again() {
    let server = serve("plain").await;
    let files = fs::read_dir(folder("plain")).expect("the site");
    let names = files.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned());
    let script = names.into_iter().find(|name| name.starts_with("later-") && name.ends_with(".js"));
    server.stumbles_over(&script.expect("a second script"));
    let reader = Browser::start(&server).await;
    // What keeps the page would ask for it as well.
    reader.before_every_page("delete Navigator.prototype.serviceWorker").await;
    reader.open("").await;
    reader.clicks(".views a[href*=people]").await;
    reader.sees(".voices tbody tr").await;
}
