//! Pages that were drawn ahead of their program.

use verbatim_journeys::{Browser, serve, visit};

use super::{BRIDGE, COW, FERRY, RAIN, ROWING};

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
async fn nothing_moves_when_a_page_is_taken_over() {
    visit("edited", async |reader| {
        for page in [ROWING, FERRY, RAIN, COW, "articles/quay/", "people/odile-quarrie/", "about/"] {
            reader.open(page).await;
            reader.has_stood_still(page).await;
        }
    })
    .await;
}

/// Addresses that pick out words of what is the same, was reworded, may be one of several, is gone; and what is said then.
const PICKED: &[(&str, &str, &str)] = &[
    (ROWING, "4-9", "“If”"),
    (ROWING, "5-9", "nobody will have to row"),
    (ROWING, "4-99", "has 13 words"),
    (ROWING, "four", "not two numbers"),
    (FERRY, "2-4", "They stand as they stood"),
    (FERRY, "5-6", "They have changed since"),
    (BRIDGE, "5-6", "long bridge"),
    (RAIN, "2-5", "rained on our parade"),
];

#[tokio::test]
async fn nothing_moves_where_words_are_picked_out() {
    visit("edited", async |reader| {
        for (width, times) in [(1280, 1), (320, 1), (320, 4), (1280, 6)] {
            reader.is_wide(width).await;
            reader.is_slow(times).await;
            for (page, words, told) in PICKED {
                reader.open(&format!("{page}?w={words}")).await;
                let is_told = format!("document.querySelector('#picked').textContent.includes('{told}')");
                reader.until("the words to be told of", &is_told).await;
                reader
                    .until("all to be shown", "document.querySelector('#picked[data-told]') !== null")
                    .await;
                let place = format!("{page}?w={words}, {width} px, {times} times slower");
                reader.has_stood_still(&place).await;
                assert_eq!(reader.says(SHOWN).await, true, "at {place}");
            }
        }
    })
    .await;
}

/// Whether all is shown that stands on the page.
const SHOWN: &str =
    "[...document.querySelectorAll('.page *')].every(one => getComputedStyle(one).visibility === 'visible')";

#[tokio::test]
async fn what_waits_for_words_that_are_picked_out_is_shown_where_no_program_comes() {
    let server = serve("edited").await;
    let reader = Browser::start(&server).await;
    let refuse =
        "WebAssembly.instantiate = WebAssembly.instantiateStreaming = async () => { throw new Error('no'); }";
    reader.before_every_page(refuse).await;
    reader.goes_to(&format!("{ROWING}?w=4-9")).await;
    reader.sees("#failure:not([hidden])").await;
    reader
        .until("the words to be shown", "document.querySelector('blockquote.words').checkVisibility()")
        .await;
    reader.until("the rest to be shown", SHOWN).await;
}

#[tokio::test]
async fn days_times_and_numbers_stay_as_they_were_drawn_in_any_locale() {
    let server = serve("edited").await;
    for locale in ["ar-EG", "de-DE", "en-US"] {
        let reader = Browser::start_with(&server, &[&format!("--accept-lang={locale}")]).await;
        let remember = "addEventListener('DOMContentLoaded', () => {
            window.before = document.querySelector('[data-drawn] main')?.textContent;
        })";
        reader.before_every_page(remember).await;
        for page in ["about/", ROWING, FERRY, "articles/quay/", "people/odile-quarrie/", "roles/minister/"] {
            reader.open(page).await;
            let before = reader.says("window.before").await;
            assert!(before.as_str().is_some_and(|text| !text.is_empty()), "{page} was not drawn ahead");
            assert_eq!(reader.says("document.querySelector('main').textContent").await, before, "{locale}");
        }
        let number = reader.says("(1234).toLocaleString(navigator.language)").await;
        assert_ne!((locale, number.as_str()), ("ar-EG", Some("1,234")), "it writes numbers of its own");
    }
}
