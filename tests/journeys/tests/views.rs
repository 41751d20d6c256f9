//! The same statements in other views, and the ways there.

use verbatim_journeys::{Key, invented, visit, visit_with};

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
async fn on_paper_stands_the_address_and_nothing_that_can_be_pressed() {
    visit("plain", async |reader| {
        reader.open("?q=peace").await;
        reader.sees("#results a.words").await;
        let statement = reader.says("document.querySelector('#results a.words').getAttribute('href')").await;
        let statement = statement.as_str().expect("an address");
        reader.prints().await;
        for page in [
            "?q=peace",
            "?view=timeline&from=2025-11-30",
            "?view=people",
            "?view=article",
            statement,
            "people/kaja-kallas/",
            "articles/zelensky-macron-paris/",
            "about/",
        ] {
            reader.open(page).await;
            reader.sees("main h1").await;
            reader.says("window.dispatchEvent(new Event('beforeprint'))").await;
            let address = format!("\"{}\"", reader.address().await);
            assert_eq!(reader.says("getComputedStyle(document.body, '::after').content").await, address);
            // Which filters are on is told, as text.
            let shown = "[...document.querySelectorAll('button:not(.chip button), select, input, textarea, nav, dialog')]\
                .filter(one => one.checkVisibility())";
            let shown = reader.says(&format!("{shown}.map(one => one.outerHTML)")).await;
            assert_eq!(shown, serde_json::json!([]), "{page}");
        }
    })
    .await;
}

#[tokio::test]
async fn words_and_who_said_them_are_tied_to_each_other() {
    let text = "“The quay is open,” said Ada Quarrie. “The ferry was late,” said Bo Brill.";
    visit_with(&invented::of(text, "en"), async |reader| {
        reader.open("articles/news-0/").await;
        reader.sees(".who .name").await;
        let colours = "[...document.querySelectorAll('.who .name')].map(one => getComputedStyle(one).color)";
        let quiet = reader.says(colours).await;
        assert_eq!(quiet[0], quiet[1]);
        reader.says("document.querySelectorAll('.article-text mark a')[1].focus()").await;
        let told = reader.says(colours).await;
        assert_eq!(told[0], quiet[0], "who did not say it");
        assert_ne!(told[1], quiet[1], "who said it");
        reader.says("document.querySelectorAll('.who .name')[0].focus()").await;
        let pens = "[...document.querySelectorAll('.article-text mark')].map(one => getComputedStyle(one).getPropertyValue('--pen'))";
        let pens = reader.says(pens).await;
        assert_ne!(pens[0], pens[1], "their words stand out");
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
async fn a_dot_leads_to_what_somebody_said_and_the_name_beside_it_to_their_page() {
    visit("plain", async |reader| {
        reader.open("?view=people").await;
        reader.sees(".arcs .only").await;
        let speaker = reader
            .says("document.querySelector('.arcs .only').previousElementSibling.getAttribute('href')")
            .await;
        let slug = speaker.as_str().expect("an address").trim_start_matches("people/").to_owned();
        reader.says("document.querySelector('.arcs .only').focus()").await;
        reader.presses([Key::Enter.into()]).await;
        reader
            .until("the filter to be on", &format!("location.search === '?speaker={slug}&view=people'"))
            .await;
        reader.sees(".chip button").await;
        reader.sees(&format!(".arcs a[href='people/{slug}']")).await;
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
        reader.clicks(".receipt summary").await;
        assert_eq!(reader.says(&runs(".receipt dd span")).await[1], "he");
        reader.clicks("#keep").await;
        reader.clicks(".keep .plain").await;
        reader.sees("dialog#shelf[open] li").await;
        assert_eq!(reader.says(&runs("#shelf .words")).await, serde_json::json!(["rtl", "he"]));
        reader.presses([Key::Escape.into()]).await;
        let unknown =
            "history.pushState(null, '', 's/שלום-לכולם-0000000000'), dispatchEvent(new Event('popstate'))";
        reader.says(&format!("void ({unknown})")).await;
        reader.is_on("unknown").await;
        reader.sees(".nearest a.words").await;
        assert_eq!(reader.says(&runs(".nearest a.words")).await, serde_json::json!(["rtl", "he"]));
    })
    .await;
}
