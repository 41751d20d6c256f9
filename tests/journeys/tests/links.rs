//! Old links, links to some of the words, and pages that were drawn ahead of their program.

use verbatim_journeys::{Browser, Server, folder, serve, visit};

pub const ROWING: &str = "s/odile-quarrie-if-the-council-agrees-nobody-will-have-2baxzwkns1/";
const RAIN: &str = "s/olaf-reed-it-rained-on-our-parade-for-nine-rnjc4w23h3/";
const FERRY: &str = "s/ana-brandt-the-ferry-will-sail-at-one-every-qenx5mgt2z/";
const BRIDGE: &str = "s/tam-brill-we-will-open-the-long-bridge-to-3pjm7ad220/";
const COW: &str = "s/ines-falk-my-grandmother-rowed-her-cow-across-this-5gjavnaqx7/";

#[tokio::test]
async fn every_published_address_says_what_became_of_its_statement() {
    visit("edited", async |reader| {
        reader.open(ROWING).await;
        reader.is_on("statement").await;

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

        reader.open(RAIN).await;
        reader.is_on("gone").await;
        let page = reader.texts("main").await.concat();
        assert!(page.contains("It rained on our parade"), "{page}");
    })
    .await;
}

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

#[tokio::test]
async fn a_page_that_was_drawn_ahead_is_taken_over_as_it_is() {
    visit("edited", async |reader| {
        // What the reader sees first is put a sign on, and is still there when the program has begun.
        let sign = "new MutationObserver((_, observer) => {
            const words = document.querySelector('blockquote.words');
            if (words) { words.signed = true; observer.disconnect(); }
        }).observe(document, { childList: true, subtree: true })";
        reader.before_every_page(sign).await;
        for page in [ROWING, COW] {
            reader.open(page).await;
            assert_eq!(
                reader.says("document.querySelector('blockquote.words').signed").await,
                true,
                "{page}"
            );
        }
        reader.open(&format!("{ROWING}?w=5-9")).await;
        reader.sees("blockquote.words mark").await;
        assert_eq!(reader.says("document.querySelector('blockquote.words').signed").await, true);
        reader.clicks(".masthead nav a").await;
        reader.is_on("explorer").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_that_was_changed_on_the_way_is_drawn_anew() {
    visit("edited", async |reader| {
        let translate = "new MutationObserver((_, observer) => {
            const words = document.querySelector('footer.colophon p');
            if (words) { observer.disconnect(); words.innerHTML = '<font>' + words.innerHTML + '</font>'; }
        }).observe(document, { childList: true, subtree: true })";
        reader.before_every_page(translate).await;
        reader.open(ROWING).await;
        reader.is_on("statement").await;
        assert!(reader.texts("footer font").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn everything_can_be_read_without_javascript() {
    visit("edited", async |reader| {
        reader.runs_no_scripts().await;
        reader.goes_to(ROWING).await;
        let says = async |what: &str| reader.reads_source(what).await;
        for expected in [
            "If the council agrees, nobody will have to row to the island again,",
            "Odile Quarrie",
            "the minister",
            "The quay is open again",
            "og:description",
            "application/ld+json",
            "data-drawn=",
        ] {
            assert!(says(expected).await, "{expected} is not on the page");
        }
        reader.goes_to(FERRY).await;
        assert!(says("data-page=\"reworded\"").await && says("<del>one </del>").await);
        reader.goes_to(RAIN).await;
        assert!(says("name=\"robots\" content=\"noindex\"").await);
        reader.goes_to(&format!("{ROWING}embed/")).await;
        assert!(says("data-page=\"embed\"").await);
    })
    .await;
}

#[tokio::test]
async fn a_statement_is_shown_in_a_frame_as_high_as_it_is() {
    let server = serve("edited").await;
    let host = tempfile::tempdir().expect("a folder");
    let home = server.home();
    let page = format!(
        "<!doctype html><title>Host</title><link rel=icon href='data:,'><body><iframe data-verbatim src='{home}{ROWING}embed/' width=640 height=10 \
         style='border:0'></iframe><script async src='{home}embed.js'></script>"
    );
    std::fs::write(host.path().join("index.html"), page).expect("a page");
    let other = Server::start(host.path().to_owned(), "/").await;
    let reader = Browser::start(&other).await;
    reader.goes_to("").await;
    let high = "(() => { const high = +document.querySelector('iframe').height; return high > 100 && high < 500 })()";
    reader.until("the frame to be as high as the statement", high).await;
    assert_eq!(reader.complaints().await, Vec::<String>::new());
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
