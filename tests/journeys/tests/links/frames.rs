//! Statements within pages of others.

use verbatim_journeys::{Browser, Server, copied, serve, visit};

use super::{FERRY, ROWING, visit_undrawn};

const BOATS: &str = "s/hugo-varga-we-waited-for-the-boats-until-the-hwfnxdjfk5/";

/// Shows a page of a site in a frame of a page of somebody else's, and waits for the frame to be as high as what is in it.
async fn is_framed(home: &str, page: &str) {
    let host = tempfile::tempdir().expect("a folder");
    let html = format!(
        "<!doctype html><title>Host</title><link rel=icon href='data:,'><body><iframe data-verbatim src='{home}{page}' width=640 \
         height=10 style='border:0'></iframe><script async src='{home}embed.js'></script>"
    );
    std::fs::write(host.path().join("index.html"), html).expect("a page");
    let other = Server::start(host.path().to_owned(), "/").await;
    let reader = Browser::start(&other).await;
    reader.goes_to("").await;
    let high =
        "(() => { const high = +document.querySelector('iframe').height; return high > 50 && high < 500 })()";
    reader.until("the frame to be as high as the statement", high).await;
    // A plain host answers a page that was not drawn ahead with 404.html, and the browser says so.
    let complaints = reader.complaints().await;
    assert!(
        complaints.iter().all(|one| one.contains("/embed/") && one.contains("status of 404")),
        "{complaints:?}"
    );
}

#[tokio::test]
async fn a_statement_is_shown_in_a_frame_as_high_as_it_is() {
    let server = serve("edited").await;
    is_framed(&server.home(), &format!("{ROWING}embed/")).await;
    is_framed(&server.home(), &format!("{ROWING}embed/?w=5-9")).await;
    is_framed(&server.home(), &format!("{FERRY}embed/")).await;
}

#[tokio::test]
async fn a_frame_beyond_those_that_are_drawn_ahead_is_drawn_by_the_program_and_as_high() {
    let site = copied("edited", |_, file| Some(file));
    let server = Server::start(site.path().to_owned(), "/news/quotes/").await;
    is_framed(&server.home(), &format!("{ROWING}embed/?w=5-9")).await;
    is_framed(&server.home(), &format!("{FERRY}embed/")).await;
}

#[tokio::test]
async fn a_frame_that_the_program_draws_agrees_with_one_that_was_drawn_ahead() {
    let told = async |reader: &Browser| {
        let mut told = Vec::new();
        for words in ["", "?w=5-9", "?w=12", "?w=9-4", "?w=4-99", "?w=four", "?w=%E2%28%A1"] {
            for (page, heeded) in [
                (ROWING, "document.querySelector('mark, .missed') !== null"),
                (FERRY, "document.querySelector('.from a').search !== ''"),
            ] {
                reader.open(&format!("{page}embed/{words}")).await;
                if !words.is_empty() {
                    reader.until("the words to be heeded", heeded).await;
                }
                told.push((
                    reader.texts("blockquote.words, .lead").await,
                    reader.texts("blockquote mark").await,
                    reader.texts(".missed").await,
                    reader.says("document.querySelector('.from a').href.replace(origin, '')").await,
                ));
            }
        }
        told
    };
    let (mut ahead, mut drawn) = (Vec::new(), Vec::new());
    visit("edited", async |reader| ahead = told(reader).await).await;
    visit_undrawn(async |reader| drawn = told(reader).await).await;
    assert_eq!(drawn, ahead);
    assert_eq!(drawn[2].1, ["nobody will have to row"]);
    assert!(
        drawn[3].3.as_str().is_some_and(|way| way.ends_with("/?w=5-9")),
        "its page is asked for the same words: {:?}",
        drawn[3]
    );
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
