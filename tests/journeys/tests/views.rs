//! The same statements in other views, and the ways there.

use verbatim_journeys::{Key, visit};

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
        assert!(receipt.contains("30 November 2025"), "{receipt}");
        assert_eq!(reader.texts(".others a.words").await.len(), 1);
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
