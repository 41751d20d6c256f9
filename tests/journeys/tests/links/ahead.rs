//! Pages that were drawn ahead of their program.

use verbatim_journeys::visit;

use super::{COW, FERRY, RAIN, ROWING};

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
            let moved = "new Promise(tell => new PerformanceObserver(list => tell(list.getEntries().reduce((sum, one) => \
                         sum + one.value, 0))).observe({ type: 'layout-shift', buffered: true }) \
                         || setTimeout(() => tell(0), 500))";
            assert_eq!(reader.says(moved).await, 0, "at {page}");
        }
    })
    .await;
}
