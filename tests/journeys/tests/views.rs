//! The same statements in other views, and the ways there.

use verbatim_journeys::{Key, Pointer, invented, visit, visit_with};

#[tokio::test]
async fn one_search_is_kept_from_view_to_view() {
    visit("plain", async |reader| {
        reader.open("?q=peace").await;
        let count = reader.texts("#count").await;
        reader.clicks(".views a[href*=timeline]").await;
        reader.sees(".timeline svg a").await;
        assert!(reader.address().await.ends_with("?q=peace&view=timeline"));
        assert_eq!(reader.texts("#count").await, count);
        reader.clicks(".views a[href*=people]").await;
        reader.sees(".voices tbody tr").await;
        reader.clicks(".views a[href*='view=article']").await;
        reader.sees(".story .who .name").await;
        let marked = reader.texts(".story mark").await.concat();
        assert!(marked.contains("just peace"), "{marked}");
        reader.reload().await;
        reader.sees(".story mark").await;
        assert_eq!(reader.texts("#count").await, count);
    })
    .await;
}

#[tokio::test]
async fn a_bar_of_the_timeline_leads_to_its_days() {
    visit("plain", async |reader| {
        reader.open("?view=timeline").await;
        reader.clicks(".timeline svg a").await;
        reader.until("the address to follow", "location.search.includes('from=2025-11-30')").await;
        reader.reads("#count", "1 statement").await;
        reader.sees(".chip button").await;
    })
    .await;
}

#[tokio::test]
async fn several_bars_are_drawn_over_with_a_mouse_or_a_finger() {
    visit("plain", async |reader| {
        for pointer in [Pointer::Mouse, Pointer::Finger] {
            reader.open("?view=timeline").await;
            // Two days, and room for twelve bars.
            reader.draws_over(".timeline svg", 0.04, 0.12, pointer).await;
            let asked = "location.search.startsWith('?from=2025-11-30&to=2025-12-01')";
            reader.until("the address to follow", asked).await;
            reader.reads("#count", "7 statements").await;
            reader.until("both ends to be on", "document.querySelectorAll('.chip').length === 2").await;
            reader.until("nothing to be held any more", "!document.querySelector('.timeline .over')").await;
        }
    })
    .await;
}

#[tokio::test]
async fn several_bars_are_held_on_to_with_keys() {
    visit("plain", async |reader| {
        reader.open("?view=timeline").await;
        reader.sees(".timeline svg a").await;
        reader.says("document.querySelector('.timeline a').focus()").await;
        reader.presses([Key::Right.into()]).await;
        let at = |place: usize| format!("document.activeElement.closest('g')?.dataset.place === '{place}'");
        reader.until("the next bar to have the focus", &at(1)).await;
        reader.holds(Key::Shift, [Key::Left.into()]).await;
        reader.until("the bar before to have the focus", &at(0)).await;
        reader.until("both to be held", "document.querySelectorAll('.timeline .over').length === 2").await;
        reader.presses([Key::Escape.into()]).await;
        reader.until("nothing to be held", "!document.querySelector('.timeline .over')").await;
        reader.holds(Key::Shift, [Key::Right.into()]).await;
        reader.sees(".timeline .over").await;
        reader.presses([Key::Enter.into()]).await;
        let asked = "location.search.startsWith('?from=2025-11-30&to=2025-12-01')";
        reader.until("the address to follow", asked).await;
    })
    .await;
}

#[tokio::test]
async fn letters_go_from_statement_to_statement_within_articles() {
    visit("plain", async |reader| {
        reader.open("?view=article&q=peace").await;
        reader.sees(".story mark[id] a").await;
        let sought = reader.texts(".story mark mark").await;
        assert!(sought.iter().any(|word| word == "peace"), "what is sought is marked: {sought:?}");
        let marks = reader.says("document.querySelectorAll('.story mark[id]').length").await;
        let marks = marks.as_u64().expect("a number");
        assert!(marks > 1, "there are some");
        let at = |place: u64| {
            format!("document.activeElement === document.querySelectorAll('.story mark[id] > a')[{place}]")
        };
        for place in 0..marks {
            reader.presses(['j']).await;
            reader.until("the next to have the focus", &at(place)).await;
        }
        reader.presses(['k']).await;
        reader.until("the one before to have the focus", &at(marks - 2)).await;
        reader.presses([Key::Enter.into()]).await;
        reader.is_on("statement").await;
    })
    .await;
}

#[tokio::test]
async fn on_paper_stands_the_address() {
    visit("plain", async |reader| {
        reader.open("?q=peace").await;
        reader.says("window.dispatchEvent(new Event('beforeprint'))").await;
        reader.prints().await;
        let address = format!("\"{}\"", reader.address().await);
        assert_eq!(reader.says("getComputedStyle(document.body, '::after').content").await, address);
        let shown = "[...document.querySelectorAll('button, select, input, nav')].filter(one => one.checkVisibility())";
        assert_eq!(reader.says(&format!("{shown}.map(one => one.outerHTML)")).await, serde_json::json!([]));
    })
    .await;
}

#[tokio::test]
async fn a_role_leads_to_who_holds_it_and_what_was_said_in_it() {
    visit("plain", async |reader| {
        reader.open("?q=tangible").await;
        reader.clicks("#results a.role").await;
        reader.is_on("role").await;
        assert_eq!(reader.texts(".facts li").await, ["Rustem Umerov"]);
        assert_eq!(reader.texts(".lines a.words").await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn the_receipt_says_why_it_is_this_speaker() {
    visit("plain", async |reader| {
        reader.open("?q=tangible").await;
        reader.clicks("#results a.words").await;
        reader.is_on("statement").await;
        reader.clicks(".receipt summary").await;
        let receipt = reader.texts(".receipt").await.concat();
        assert!(receipt.contains("“he” → “Rustem Umerov”"), "{receipt}");
        assert!(receipt.contains("November 30, 2025"), "{receipt}");
        assert_eq!(reader.texts(".others a.words").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_context_opens_paragraph_by_paragraph_to_the_whole_text() {
    visit("plain", async |reader| {
        reader.open("?q=tangible").await;
        reader.clicks("#results a.words").await;
        reader.is_on("statement").await;
        let shown = reader.texts(".context p:not(.widen)").await;
        reader.clicks(".context .widen:first-child button").await;
        let more =
            format!("document.querySelectorAll('.context p:not(.widen)').length === {}", shown.len() + 1);
        reader.until("one more paragraph to be shown", &more).await;
        assert_eq!(reader.texts(".context p:not(.widen)").await[1..], shown);
        while reader.says("document.querySelector('.widen') !== null").await == true {
            reader.clicks(".widen button").await;
        }
        let all = reader.texts(".context p").await.concat();
        reader.clicks(".to-article").await;
        reader.is_on("article").await;
        let last = reader
            .says("[...document.querySelectorAll('.article-text p')].at(-1).lastChild.textContent.trim()")
            .await;
        assert!(all.ends_with(last.as_str().expect("a text")), "{last} is the end of it");
    })
    .await;
}

#[tokio::test]
async fn a_speaker_is_shown_with_what_others_say_of_them() {
    visit("plain", async |reader| {
        reader.open("?view=people").await;
        let named = reader.says("document.querySelector('.named a')?.getAttribute('href')").await;
        reader.open(named.as_str().expect("somebody is named")).await;
        reader.is_on("speaker").await;
        reader.sees("#of-title").await;
        let words = reader.texts("section[aria-labelledby=of-title] a.words").await;
        assert!(!words.is_empty(), "they are spoken of");
    })
    .await;
}

#[tokio::test]
async fn words_that_run_from_right_to_left_do_so_and_say_in_what_language() {
    let text = "“שלום לכולם וברוכים הבאים לנמל החדש,” said Ada Quarrie, the harbour minister.";
    visit_with(&invented::of(text, "he"), async |reader| {
        reader.open("").await;
        let runs = |css: &str| {
            format!("(one => [getComputedStyle(one).direction, one.lang])(document.querySelector({css:?}))")
        };
        reader.sees("#results a.words").await;
        assert_eq!(reader.says(&runs("#results a.words")).await, serde_json::json!(["rtl", "he"]));
        reader
            .until(
                "the names beside them to run as the page does",
                "getComputedStyle(document.querySelector('.by')).direction === 'ltr'",
            )
            .await;
        reader.clicks("#results a.words").await;
        reader.is_on("statement").await;
        assert_eq!(reader.says(&runs("blockquote.words")).await, serde_json::json!(["rtl", "he"]));
        assert_eq!(reader.says(&runs(".context")).await, serde_json::json!(["rtl", "he"]));
        reader.can_be_used_by_everybody("a statement from right to left").await;
    })
    .await;
}

#[tokio::test]
async fn a_few_letters_lead_to_anybody() {
    visit("plain", async |reader| {
        reader.open("").await;
        reader.sees("#results > li").await;
        reader.clicks("nav button").await;
        reader.sees("dialog#palette[open]").await;
        reader.presses("kkal".chars()).await;
        reader.reads("#offers li[aria-selected=true] .name", "Kaja Kallas").await;
        reader.presses([Key::Enter.into()]).await;
        reader.is_on("speaker").await;
        reader.reads("h1", "Kaja Kallas").await;
        reader.until("the palette to be put away", "!document.querySelector('dialog#palette').open").await;
    })
    .await;
}
