//! Old links, links to some of the words, and pages that were drawn ahead of their program.

mod ahead;
mod fragments;
mod frames;
mod pictures;
mod words;

use verbatim_journeys::{Browser, Server, copied, folder, serve, visit};

pub const ROWING: &str = "s/odile-quarrie-if-the-council-agrees-nobody-will-have-2baxzwkns1/";
const RAIN: &str = "s/olaf-reed-it-rained-on-our-parade-for-nine-rnjc4w23h3/";
const FERRY: &str = "s/ana-brandt-the-ferry-will-sail-at-one-every-qenx5mgt2z/";
const BRIDGE: &str = "s/tam-brill-we-will-open-the-long-bridge-to-3pjm7ad220/";
const WITHDRAWN: &str = "s/q7n2vbd4ht";
const COW: &str = "s/ines-falk-my-grandmother-rowed-her-cow-across-this-5gjavnaqx7/";

#[tokio::test]
async fn every_published_address_says_what_became_of_its_statement() {
    visit("edited", says_what_became_of_all).await;
}

#[tokio::test]
async fn pages_beyond_those_that_are_drawn_ahead_say_so_too() {
    visit_undrawn(says_what_became_of_all).await;
}

/// Visits the edited edition on a host that has none of its pages drawn ahead: as those beyond the limit.
async fn visit_undrawn(journey: impl AsyncFnOnce(&Browser)) {
    let site = copied("edited", |_, file| Some(file));
    let server = Server::start(site.path().to_path_buf(), "/news/quotes/").await;
    let reader = Browser::start(&server).await;
    journey(&reader).await;
    reader.has_nothing_to_hide().await;
}

async fn says_what_became_of_all(reader: &Browser) {
    reader.open(ROWING).await;
    reader.is_on("statement").await;
    assert!(reader.texts(".statement > .note").await.is_empty(), "it is the same");

    reader.open(COW).await;
    reader.is_on("statement").await;
    assert!(reader.texts(".statement > .note").await.concat().contains("made for another place"));

    reader.open(FERRY).await;
    reader.is_on("reworded").await;
    assert_eq!(reader.texts(".difference del").await, ["one"]);
    assert_eq!(reader.texts(".difference ins").await, ["noon"]);

    reader.open(BRIDGE).await;
    reader.is_on("ambiguous").await;
    assert_eq!(reader.texts("ol.nearest a.words").await.len(), 2);
    chooses_nothing(reader).await;

    reader.open(RAIN).await;
    reader.is_on("gone").await;
    let page = reader.texts("main").await.concat();
    assert!(page.contains("It rained on our parade"), "{page}");
    assert!(!reader.texts("ol.nearest a.words").await.is_empty(), "what else he says");
    chooses_nothing(reader).await;

    reader.open(WITHDRAWN).await;
    reader.is_on("gone").await;
    let page = reader.texts("main").await.concat();
    assert!(page.contains("has withdrawn it"), "{page}");
}

/// Makes sure that none of what is offered is chosen for the reader.
async fn chooses_nothing(reader: &Browser) {
    let address = reader.address().await;
    let chosen = "document.querySelector('.nearest :is([aria-current], [aria-selected], :focus, mark)')";
    assert!(reader.says(chosen).await.is_null(), "{address}");
    assert_eq!(reader.says("document.querySelectorAll('blockquote.words').length").await, 0, "{address}");
}

#[tokio::test]
async fn addresses_that_went_wrong_on_the_way_say_so() {
    assert!(folder("edited").join("s").is_dir());
    visit("edited", async |reader| {
        for address in [
            "s/%E5%8C%97%E4%BA%AC-%D0%9E%D0%BB%D1%8C%D0%B3%D0%B0-0000000000",
            "s/odile-quarrie-if-the-council-2baxzwkns",
            "s/odile-quarrie-if-the-council-2baxzwkns12",
            "s/odile%2",
            "s/%ff%fe",
            "s/-",
        ] {
            reader.open(address).await;
            reader.is_on("unknown").await;
            assert!(!reader.texts("main h1").await[0].is_empty());
        }
        for address in [
            "s/%D0%9E%D0%BB%D1%8C%D0%B3%D0%B0-2BAXZWKNS1",
            "s/odile%ff-2baxzwkns1",
            "s/odile-quarrie-2baxzwkns1).",
            "s/odile%E2%80%93quarrie%E2%80%932baxzwkns1%E2%80%99",
        ] {
            reader.open(address).await;
            reader.is_on("statement").await;
        }
    })
    .await;
}

#[tokio::test]
async fn an_id_with_a_wrong_letter_opens_nothing_and_offers_what_it_may_have_been() {
    visit("edited", async |reader| {
        for address in ["s/2baxzwkns2", "s/2baxzwnks1", "s/2baxzwkns", "s/2baxzwkns2/?w=5-9"] {
            reader.open(address).await;
            reader.is_on("unknown").await;
            let offered = reader.texts("ol.nearest a.words").await;
            assert!(offered.len() == 1 && offered[0].contains("nobody will have to row"), "{offered:?}");
            chooses_nothing(reader).await;
        }
        reader.clicks("ol.nearest a.words").await;
        reader.is_on("statement").await;
    })
    .await;
}

#[tokio::test]
async fn everybody_can_use_all_of_it() {
    let server = serve("edited").await;
    let reader = Browser::start(&server).await;
    for width in [1280, 320] {
        reader.is_wide(width).await;
        for theme in ["light", "dark"] {
            reader.open("about").await;
            reader.says(&format!("localStorage.setItem('theme', '{theme}')")).await;
            let worn = format!("document.documentElement.dataset.theme === '{theme}'");
            reader.open(&format!("{ROWING}?w=4-9")).await;
            reader.until("the theme to be worn", &worn).await;
            reader.sees(".missed").await;
            reader.clicks(".share summary").await;
            reader.sees("button[data-copy=APA]").await;
            reader.can_be_used_by_everybody(&format!("the share panel, {theme}, {width} px")).await;
            reader.open(&format!("{FERRY}?w=5-6")).await;
            reader.until("the theme to be worn", &worn).await;
            reader.can_be_used_by_everybody(&format!("words reworded, {theme}, {width} px")).await;
            reader.goes_to(&format!("{ROWING}embed/")).await;
            reader.can_be_used_by_everybody(&format!("a frame's page, {theme}, {width} px")).await;
        }
    }
}
