//! Links to some words of a statement.

use verbatim_journeys::visit;

use super::{BRIDGE, FERRY, RAIN, ROWING};

#[tokio::test]
async fn words_that_a_link_picks_out_are_marked_and_told_of_once() {
    visit("edited", async |reader| {
        reader.open(&format!("{ROWING}?w=5-9")).await;
        reader.reads("blockquote.words mark", "nobody will have to row").await;
        assert_eq!(reader.texts("blockquote.words mark").await.len(), 1);
        assert!(
            reader.texts("blockquote.words").await[0].contains("If the council agrees, nobody"),
            "all of it"
        );
        let told = reader.texts("#picked[role=status]").await;
        assert_eq!(told.len(), 1);
        assert!(told[0].contains("“nobody will have to row”"), "{told:?}");
        assert!(told[0].contains("“If”"), "the condition is four words away, and still one: {told:?}");

        reader.open(&format!("{ROWING}?w=4-9")).await;
        reader
            .until(
                "the condition to be missed",
                "document.querySelector('.missed')?.textContent.includes('“If”')",
            )
            .await;
        reader.clicks("#picked a").await;
        reader.until("nothing to be picked out", "!document.querySelector('blockquote mark')").await;
        assert!(!reader.address().await.contains("w="));
    })
    .await;
}

#[tokio::test]
async fn a_link_that_picks_out_no_words_says_why_and_shows_all() {
    visit("edited", async |reader| {
        for (words, why) in [
            ("9-4", "the last before the first"),
            ("4-99", "has 13 words"),
            ("0", "has 13 words"),
            ("four", "not two numbers"),
            ("%E2%28%A1", "not two numbers"),
            ("4-9-12", "not two numbers"),
        ] {
            reader.open(&format!("{ROWING}?w={words}")).await;
            reader
                .until(
                    "it to say why",
                    &format!("document.querySelector('#picked').textContent.includes('{why}')"),
                )
                .await;
            assert!(reader.texts("blockquote mark").await.is_empty(), "{words}");
        }
    })
    .await;
}

#[tokio::test]
async fn words_that_were_reworded_are_marked_as_they_stood() {
    visit("edited", async |reader| {
        reader.open(&format!("{FERRY}?w=2-4")).await;
        reader.is_on("reworded").await;
        reader.reads(".difference mark", "ferry will sail").await;
        reader.clicks("ol.nearest a.words").await;
        reader.reads("blockquote.words mark", "ferry will sail").await;

        reader.open(&format!("{FERRY}?w=5-6")).await;
        reader
            .until("the old words to be marked", "document.querySelectorAll('.difference mark').length === 2")
            .await;
        assert!(reader.texts("main").await.concat().contains("They have changed since"));
        let href = reader.says("document.querySelector('ol.nearest a.words').search").await;
        assert_eq!(href, "", "nothing is picked out of other words");
    })
    .await;
}

#[tokio::test]
async fn words_of_what_is_not_there_any_more_are_told_too() {
    visit("edited", async |reader| {
        for (address, told) in [
            (format!("{RAIN}?w=2-5"), "“rained on our parade”"),
            (format!("{RAIN}?w=2-50"), "“2-50” of it, which cannot be told"),
            (format!("{BRIDGE}?w=5-6"), "“long bridge”"),
        ] {
            reader.open(&address).await;
            reader
                .until(
                    "the words to be told",
                    &format!("document.querySelector('main .note')?.textContent.includes('{told}')"),
                )
                .await;
        }
    })
    .await;
}

#[tokio::test]
async fn words_that_are_selected_are_shared_alone() {
    visit("edited", async |reader| {
        reader.open(ROWING).await;
        for permission in ["clipboard-read", "clipboard-write"] {
            reader.permits(permission, "granted").await;
        }
        let select = "(() => {
            const text = [...document.querySelector('blockquote.words p').childNodes].find(one => one.nodeType === 3);
            const start = text.data.indexOf('body will');
            getSelection().setBaseAndExtent(text, start, text, start + 'body will have to row'.length);
            return getSelection().toString();
        })()";
        assert_eq!(reader.says(select).await, "body will have to row");
        reader.reads("#copy-link", "Copy link to these words").await;
        assert!(reader.texts("#picked").await[0].contains("“nobody will have to row”"), "whole words");
        reader.clicks("#copy-link").await;
        reader.reads("#copied", "Copied").await;
        let link = reader.says("navigator.clipboard.readText()").await;
        assert!(link.as_str().is_some_and(|link| link.ends_with("?w=5-9")), "{link}");
    })
    .await;
}

#[tokio::test]
async fn words_can_be_chosen_with_the_keyboard_alone() {
    visit("edited", async |reader| {
        reader.open(ROWING).await;
        reader.says("document.querySelector('.share summary').focus()").await;
        reader.presses(['\u{e007}']).await;
        reader.sees("#first-word").await;
        reader.says("document.querySelector('#first-word').focus()").await;
        // The list is typed into: "5" is the fifth word.
        reader.presses(['5']).await;
        reader.until("the address to pick them out", "location.search === '?w=5-13'").await;
        assert_eq!(reader.says("document.activeElement.id").await, "first-word", "the focus stays");
        reader.reads("blockquote.words mark", "nobody will have to row to the island again").await;
        reader.says("document.querySelector('#last-word').focus()").await;
        reader.presses(['9']).await;
        reader.until("the address to pick them out", "location.search === '?w=5-9'").await;
    })
    .await;
}
