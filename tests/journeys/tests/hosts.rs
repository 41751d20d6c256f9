//! The page on other hosts, with other articles, and at addresses that name nothing.

use verbatim_journeys::{Browser, serve, visit};

#[tokio::test]
async fn everything_works_under_a_base_path() {
    visit("based", async |reader| {
        reader.open("?q=tangible").await;
        reader.clicks("#results > li:first-child a.words").await;
        reader.is_on("statement").await;
        let address = reader.address().await;
        assert!(address.contains("/news/quotes/s/"), "{address}");
        reader.reload().await;
        reader.is_on("statement").await;
        reader.clicks("a.to-article").await;
        reader.is_on("article").await;
        assert!(reader.address().await.contains("/news/quotes/articles/"));
        reader.back().await;
        reader.is_on("statement").await;
        reader.back().await;
        reader.reads("#count", "1 statement").await;
    })
    .await;
}

#[tokio::test]
async fn somebody_elses_articles_are_shown_in_place_of_ours() {
    visit("theirs", async |reader| {
        reader.open("").await;
        reader.sees("#results > li").await;
        let text = reader.says("document.body.innerText").await.to_string();
        assert!(!text.contains("Macron"), "{text}");
        reader.clicks("#results > li:first-child a.words").await;
        reader.is_on("statement").await;
        reader.clicks("a.to-article").await;
        reader.is_on("article").await;
    })
    .await;
}

#[tokio::test]
async fn an_unknown_statement_says_so_and_offers_the_nearest() {
    visit("plain", async |reader| {
        reader.open("s/umerov-we-have-achieved-tangible-progress-0000000000").await;
        reader.is_on("unknown").await;
        let nearest = reader.texts("ol.nearest > li > a").await;
        assert!(nearest[0].contains("tangible progress"), "{nearest:?}");
        let chosen = reader
            .says("document.querySelector('ol.nearest [aria-current], ol.nearest [aria-selected]')")
            .await;
        assert!(chosen.is_null(), "none is preselected");
        reader.clicks("ol.nearest > li > a").await;
        reader.is_on("statement").await;
    })
    .await;
}

#[tokio::test]
async fn an_address_that_names_nothing_says_so() {
    visit("plain", async |reader| {
        reader.open("no/such/page").await;
        reader.is_on("unknown").await;
    })
    .await;
}

#[tokio::test]
async fn once_opened_everything_works_without_a_network() {
    for site in ["plain", "based"] {
        let server = serve(site).await;
        let reader = Browser::start(&server).await;
        reader.open("").await;
        let kept = "navigator.serviceWorker.ready.then(worker => worker.active?.state === 'activated')";
        reader.until("the edition to be kept", kept).await;
        let statement = reader.says("document.querySelector('#results a.words').href").await;
        drop(server);

        reader.open("?q=tangable").await;
        reader.reads("#count", "1 statement").await;
        reader.open_link(statement.as_str().expect("an address")).await;
        reader.is_on("statement").await;
        reader.open("about").await;
        reader.is_on("about").await;
        assert_eq!(
            reader.says("fetch('nothing-is-kept-of-this').then(() => 'there', () => 'gone')").await,
            "gone"
        );
    }
}

#[tokio::test]
async fn the_page_about_the_edition_opens() {
    visit("plain", async |reader| {
        reader.open("about").await;
        reader.is_on("about").await;
    })
    .await;
}
