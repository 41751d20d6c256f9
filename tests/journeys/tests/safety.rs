//! What must not happen: a stranger's script, a request elsewhere, a blank page.
//!
//! That no journey leaves an error in the console or asks anything of another origin is checked at the end of
//! each one, by `visit`.

use verbatim_journeys::{Browser, Server, copied, serve, visit};

#[tokio::test]
async fn an_inline_script_does_not_run() {
    let server = serve("plain").await;
    let reader = Browser::start(&server).await;
    reader.open("").await;
    reader
        .says(
            "(() => { const script = document.createElement('script'); script.textContent = 'window.ran = true'; \
             document.body.append(script); })()",
        )
        .await;
    assert!(reader.says("window.ran").await.is_null(), "an inline script ran");
    let complaints = reader.complaints().await.concat();
    assert!(complaints.contains("Content Security Policy"), "{complaints:?}");
}

#[tokio::test]
async fn another_origin_cannot_be_asked_for_anything() {
    let server = serve("plain").await;
    let reader = Browser::start(&server).await;
    reader.open("").await;
    reader.says("(fetch('http://127.0.0.2:1/').then(() => window.asked = 'answered', () => window.asked = 'refused'), null)").await;
    reader.until("the request to be refused", "window.asked === 'refused'").await;
    let complaints = reader.complaints().await.concat();
    assert!(complaints.contains("Content Security Policy"), "{complaints:?}");
}

#[tokio::test]
async fn nothing_in_the_page_is_inline() {
    visit("plain", async |reader| {
        reader.open("").await;
        reader.sees("#results > li").await;
        let inline = "document.querySelectorAll('script:not([src]), style, [style], [onclick], [onload], [onerror]').length";
        assert_eq!(reader.says(inline).await, 0);
    })
    .await;
}

#[tokio::test]
async fn markup_in_an_article_is_shown_as_text() {
    visit("markup", async |reader| {
        reader.open("").await;
        reader.sees("#results > li").await;
        let words = reader.texts("#results a.words").await.concat();
        assert!(words.contains("<b>bold</b>"), "{words}");
        reader.clicks("#results > li:first-child a.words").await;
        reader.is_on("statement").await;
        reader.clicks("a.to-article").await;
        reader.is_on("article").await;
        let text = reader.texts(".article-text").await.concat();
        assert!(text.contains("<script>window.ran = true</script>"), "{text}");
        assert!(text.contains("<img src=x onerror=\"window.ran = true\">"), "{text}");
        assert!(reader.says("window.ran").await.is_null(), "a script of the article ran");
    })
    .await;
}

#[tokio::test]
async fn a_panic_shows_what_happened() {
    let server = serve("plain").await;
    let reader = Browser::start(&server).await;
    reader.open("").await;
    reader.sees("#results > li").await;
    reader
        .says("void (Document.prototype.createElement = () => { throw new Error('broken for this test') })")
        .await;
    reader.types("input#q", "kallas").await;
    reader.sees("#failure:not([hidden])").await;
    assert!(reader.texts("#failure").await.concat().contains("Something went wrong"));
    assert!(!reader.texts("#failure-message").await.concat().is_empty());
}

#[tokio::test]
async fn a_program_that_ends_without_words_is_said_to_have_ended() {
    let server = serve("plain").await;
    let reader = Browser::start(&server).await;
    reader.open("").await;
    reader.sees("#results > li").await;
    reader.says("void dispatchEvent(new ErrorEvent('error', { error: new Error('not the program') }))").await;
    assert_eq!(reader.says("document.getElementById('failure').hidden").await, true);
    let trap = "{ promise: Promise.resolve(), reason: new WebAssembly.RuntimeError('unreachable executed') }";
    reader
        .says(&format!("void dispatchEvent(new PromiseRejectionEvent('unhandledrejection', {trap}))"))
        .await;
    reader.sees("#failure:not([hidden])").await;
    assert!(reader.texts("#failure-message").await.concat().contains("unreachable executed"));
    assert_eq!(reader.says("document.getElementById('app').hidden").await, true);
}

#[tokio::test]
async fn a_program_that_does_not_come_is_said_to_be_missing_over_what_can_be_read() {
    for missing in [".wasm", ".js"] {
        // The script before the first paint is named alike, and short.
        let site = copied("plain", |name, file| {
            let is_program = name.starts_with("verbatim-") && name.ends_with(missing) && file.len() > 10_000;
            (!is_program).then_some(file)
        });
        let server = Server::start(site.path().to_path_buf(), "/").await;
        let reader = Browser::start(&server).await;
        for (address, read) in [("", true), ("?q=peace", false), ("no-such-page", false)] {
            reader.goes_to(address).await;
            reader.sees("#failure:not([hidden])").await;
            let shown = reader.says("document.getElementById('app').checkVisibility()").await;
            assert_eq!(shown, read, "{missing} {address}");
        }
    }
}

#[tokio::test]
async fn an_archive_that_does_not_arrive_whole_is_explained() {
    // Its archive was cut short on its way to the host.
    let site = copied("plain", |name, mut file| {
        if name.ends_with(".vbt") {
            file.truncate(file.len() / 2);
        }
        Some(file)
    });
    let server = Server::start(site.path().to_path_buf(), "/").await;
    let reader = Browser::start(&server).await;
    reader.open("").await;
    reader.is_on("failure").await;
    let text = reader.texts("main").await.concat();
    assert!(text.contains("damaged on the way") && text.contains("Load the page again"), "{text}");
}
