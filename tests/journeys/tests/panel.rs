//! What the share panel hands out, as a browser gets it.

use verbatim_journeys::{Browser, visit};

use super::links::ROWING;

const COPIED: &str = "navigator.clipboard.readText()";

/// Opens the panel of a statement of whose words some are picked out.
async fn opens_panel(reader: &Browser) {
    reader.open(&format!("{ROWING}?w=5-9")).await;
    for permission in ["clipboard-read", "clipboard-write"] {
        reader.permits(permission, "granted").await;
    }
    reader.clicks(".share summary").await;
    reader.sees(".code svg path").await;
}

#[tokio::test]
async fn a_picture_is_made_in_the_browser() {
    visit("edited", async |reader| {
        opens_panel(reader).await;
        reader
            .says(
                "(() => { window.saved = []; const made = URL.createObjectURL;
               URL.createObjectURL = file => { saved.push(file); return made.call(URL, file) } })()",
            )
            .await;
        reader.clicks("button[data-copy='card.svg']").await;
        reader.until("a picture to be made", "saved.length === 1").await;
        let svg = reader.says("saved[0].text()").await;
        let svg = svg.as_str().expect("a text");
        assert!(svg.starts_with("<svg") && svg.contains("“… nobody will"), "{svg}");
        reader.clicks("button[data-copy='card.png']").await;
        reader.until("a picture to be made", "saved.length === 2").await;
        let size = reader
            .says("createImageBitmap(saved[1]).then(it => [it.width, it.height, saved[1].type].join())")
            .await;
        assert_eq!(size, "1200,630,image/png");
    })
    .await;
}

#[tokio::test]
async fn words_citations_and_frames_are_copied() {
    visit("edited", async |reader| {
        opens_panel(reader).await;
        reader.clicks("button[data-copy=words]").await;
        reader.reads("#copied", "Copied").await;
        let forms =
            reader.says("navigator.clipboard.read().then(items => [...items[0].types].sort().join())").await;
        assert_eq!(forms, "text/html,text/plain,web text/markdown");
        reader.clicks("button[data-copy=Chicago]").await;
        let cited = format!("{COPIED}.then(text => text.includes('The Selmouth Post'))");
        reader.until("a citation to be copied", &cited).await;
        let cited = reader.says(COPIED).await;
        let cited = cited.as_str().expect("a text");
        assert!(cited.contains(&reader.address().await) && !cited.contains('{'), "{cited}");
        reader.clicks("button[data-copy=embed]").await;
        let copied = format!("{COPIED}.then(text => text.startsWith('<iframe'))");
        reader.until("it to be copied", &copied).await;
        let snippet = reader.says(COPIED).await;
        assert!(snippet.as_str().is_some_and(|snippet| snippet.contains("/embed/")), "{snippet}");
    })
    .await;
}

#[tokio::test]
async fn the_system_s_share_sheet_gets_the_words_and_the_link() {
    visit("edited", async |reader| {
        opens_panel(reader).await;
        assert_eq!(reader.says("document.querySelectorAll('button[data-copy=sheet]').length").await, 0);
        // Chromium has none where these tests run: one that notes what it is given.
        reader.says("navigator.share = what => { window.shared = what; return Promise.resolve() }").await;
        reader.clicks("nav a").await;
        reader.clicks("#results a.words[href*='odile-quarrie']").await;
        reader.clicks(".share summary").await;
        reader.clicks("button[data-copy=sheet]").await;
        reader.until("it to be shared", "Boolean(window.shared)").await;
        assert_eq!(reader.says("shared.url === location.href").await, true);
        let title = reader.says("shared.title").await;
        assert!(title.as_str().is_some_and(|title| title.contains("Odile Quarrie: “")), "{title}");
    })
    .await;
}
