//! The palette: a few letters lead anywhere, and do what is seldom done.

use verbatim_journeys::{Browser, Key, visit};

#[tokio::test]
async fn a_few_letters_lead_to_anybody() {
    visit("plain", async |reader| {
        reader.open("").await;
        reader.sees("#results > li").await;
        chooses(reader, "kkal", "Kaja Kallas").await;
        reader.is_on("speaker").await;
        reader.reads("h1", "Kaja Kallas").await;
        reader.until("the palette to be put away", "!document.querySelector('dialog#palette').open").await;
    })
    .await;
}

#[tokio::test]
async fn the_link_to_any_page_is_copied_from_the_palette() {
    visit("plain", async |reader| {
        for permission in ["clipboard-read", "clipboard-write"] {
            reader.open("").await;
            reader.permits(permission, "granted").await;
        }
        for page in ["?q=peace&view=timeline", "people/kaja-kallas/", "about/"] {
            reader.open(page).await;
            chooses(reader, "copyl", "Copy link").await;
            reader.reads("#copied", "The link to this page was copied.").await;
            assert_eq!(reader.says("navigator.clipboard.readText()").await, reader.address().await);
        }
        reader.clicks(".tidings .plain").await;
        reader.until("it to be told no longer", "document.querySelector('#copied').textContent === ''").await;
        reader.permits("clipboard-write", "denied").await;
        chooses(reader, "copyl", "Copy link").await;
        let selected = "getSelection().toString() === location.href";
        reader.until("it to be there to be copied by hand", selected).await;
    })
    .await;
}

/// Opens the palette, types `letters`, and takes what they lead to.
async fn chooses(reader: &Browser, letters: &str, name: &str) {
    reader.clicks("nav button").await;
    reader.sees("dialog#palette[open]").await;
    reader.presses(letters.chars()).await;
    reader.reads("#offers li[aria-selected=true] .name", name).await;
    reader.presses([Key::Enter.into()]).await;
}
