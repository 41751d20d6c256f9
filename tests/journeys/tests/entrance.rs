//! The first page: to be read before its program, and gone on with by it.

use verbatim_journeys::{Browser, Server, copied, serve, visit};

#[tokio::test]
async fn the_list_is_there_before_and_without_its_program() {
    let site = copied("plain", |name, file| (!name.ends_with(".wasm")).then_some(file));
    let server = Server::start(site.path().to_path_buf(), "/").await;
    let reader = Browser::start(&server).await;
    reader.goes_to("").await;
    reader.sees("#results > li a.words[href^='s/']").await;
    // What is asked for is nothing that was drawn ahead.
    reader.goes_to("?q=peace").await;
    let hidden = "getComputedStyle(document.querySelector('[data-drawn] main')).visibility === 'hidden'";
    reader.until("the list to be hidden", hidden).await;
}

#[tokio::test]
async fn nothing_moves_when_the_program_comes() {
    visit("plain", async |reader| {
        for address in ["", "?q=peace"] {
            reader.open(address).await;
            reader.sees("#results > li").await;
            reader.has_stood_still(address).await;
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_moves_when_the_page_comes_in_two_halves() {
    let server = serve("plain").await;
    let reader = Browser::start(&server).await;
    for (address, at) in [("", "<select"), ("?q=peace", "Go to")] {
        server.dawdles_before(at);
        reader.open(address).await;
        reader.sees("#results > li").await;
        reader.has_stood_still(address).await;
    }
}

#[tokio::test]
async fn days_that_were_drawn_ahead_are_the_readers_before_the_program_comes_and_stay() {
    let site = copied("plain", |name, file| (!name.ends_with(".wasm")).then_some(file));
    let without = Server::start(site.path().to_path_buf(), "/").await;
    let german = &["--accept-lang=de-DE"];
    let reader = Browser::start_with(&without, german).await;
    reader.goes_to("").await;
    reader.reads("#results .day time", "1. Dezember 2025").await;
    let server = serve("plain").await;
    let reader = Browser::start_with(&server, german).await;
    reader.open("").await;
    let statement = reader.says("document.querySelector('#results a.words').href").await;
    reader.open_link(statement.as_str().expect("an address")).await;
    reader.is_on("statement").await;
    reader.has_stood_still("the page of a statement").await;
    reader.has_nothing_to_hide().await;
}

#[tokio::test]
async fn what_is_typed_before_the_program_comes_is_sought_by_it() {
    visit("plain", async |reader| {
        reader
            .before_every_page(
                "addEventListener('DOMContentLoaded', () => {
                    const box = document.querySelector('#q');
                    box.focus();
                    box.value = 'tangable progres';
                    new MutationObserver((_, observer) => {
                        const next = document.querySelector('#q');
                        if (!next || next === box) return;
                        observer.disconnect();
                        const { port1, port2 } = new MessageChannel();
                        port1.onmessage = () => { window.next = `${document.activeElement.id}: ${next.value}`; };
                        port2.postMessage(null);
                    }).observe(document.body, { childList: true, subtree: true });
                })",
            )
            .await;
        reader.open("").await;
        // A key pressed while the page is drawn comes next, and finds the box as it was left.
        reader.until("the box to be taken up", "window.next === 'q: tangable progres'").await;
        reader.reads("#count", "1 statement").await;
        assert_eq!(reader.says("document.activeElement.id").await, "q");
        reader.until("the address to say it", "location.search === '?q=tangable+progres'").await;
    })
    .await;
}
