//! The page on other hosts, with other articles, and at addresses that name nothing.

use serde_json::{Value, json};
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
async fn the_page_can_be_installed_with_icons_of_all_sizes() {
    for site in ["plain", "based"] {
        visit(site, async |reader| {
            reader.open("").await;
            let nothing = json!({});
            let manifest = reader.command("Page.getAppManifest", nothing.clone()).await;
            assert_eq!(manifest["errors"], json!([]), "{manifest}");
            let data: Value = serde_json::from_str(manifest["data"].as_str().expect("a manifest")).expect("JSON");
            let lacks = reader.command("Page.getInstallabilityErrors", nothing).await;
            assert_eq!(lacks["installabilityErrors"], json!([]), "of {data}");
            // Each picture is as large as the manifest says.
            let links = "[...document.querySelectorAll('link[rel=apple-touch-icon]')].map(one => [one.href, '180x180'])";
            let mut icons = vec![reader.says(links).await[0].clone()];
            let pictures = data["icons"].as_array().expect("icons").iter();
            icons.extend(pictures.filter(|icon| icon["type"] == "image/png").map(|icon| json!([icon["src"], icon["sizes"]])));
            assert_eq!(icons.len(), 4, "{data}");
            for icon in icons {
                let size = format!(
                    "const picture = new Image(); picture.onload = () => done(`${{picture.width}}x${{picture.height}}`); \
                     picture.onerror = () => done('nothing'); picture.src = {};",
                    icon[0]
                );
                assert_eq!(reader.says_later(&size).await, icon[1], "{icon}");
            }
        })
        .await;
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
