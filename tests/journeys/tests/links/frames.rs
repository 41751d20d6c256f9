//! Statements within pages of others.

use verbatim_journeys::{Browser, Server, serve, visit};

use super::ROWING;

const BOATS: &str = "s/hugo-varga-we-waited-for-the-boats-until-the-hwfnxdjfk5/";

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
async fn a_frame_picks_out_words_and_says_what_they_miss() {
    visit("edited", async |reader| {
        let frame = async |words: &str| {
            reader.goes_to(&format!("{ROWING}embed/?w={words}")).await;
            let whole = reader.texts("blockquote.words").await.concat();
            assert!(
                whole.contains("If the council agrees, nobody will have to row to the island"),
                "{whole}"
            );
            (reader.texts("blockquote mark").await, reader.texts(".missed").await.concat())
        };
        let (marked, told) = frame("5-9").await;
        assert_eq!(marked, ["nobody will have to row"]);
        assert!(told.contains("“If”"), "{told}");
        let way = reader.says("document.querySelector('.from a').href").await;
        assert!(way.as_str().is_some_and(|way| way.ends_with("2baxzwkns1/?w=5-9")), "{way}");
        assert_eq!(frame("1-13%E2%80%99").await.1, "", "nothing is missed");
        assert_eq!(frame("1%E2%80%934").await.0, ["If the council agrees"]);
        for (words, why) in [
            ("9-4", "the last before the first"),
            ("4-99", "has 13 words"),
            ("0", "has 13 words"),
            ("four", "“four”, which is not two numbers"),
            ("%3Cb%3E", "“<b>”, which is not two numbers"),
        ] {
            let (marked, told) = frame(words).await;
            assert!(marked.is_empty() && told.contains(why), "{words}: {told}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_frame_agrees_with_the_page_about_all_words() {
    visit("edited", async |reader| {
        for words in ["1-1", "2-4", "3-13", "4-5", "6-9", "9-13", "12"] {
            let told =
                async |page: &str| (reader.texts("blockquote mark").await, reader.texts(page).await.concat());
            reader.open(&format!("{ROWING}?w={words}")).await;
            reader.sees("blockquote mark").await;
            let page = told(".missed").await;
            reader.goes_to(&format!("{ROWING}embed/?w={words}")).await;
            assert_eq!(told(".missed").await, page, "{words}");
        }
        // Over the gap where the article cuts it.
        reader.goes_to(&format!("{BOATS}embed/?w=10-13")).await;
        assert_eq!(reader.texts("blockquote mark").await, ["was over", "Nobody came"]);
    })
    .await;
}
