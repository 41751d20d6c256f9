//! Opening a statement, seeing it in its article, and sending it to somebody else.

use verbatim_journeys::{Browser, serve, visit};

const UMEROV: &str = "?q=tangable%20progres";

#[tokio::test]
async fn a_statement_is_shown_with_who_where_when_and_its_paragraph() {
    visit("plain", async |reader| {
        open_statement(reader).await;
        let words = reader.texts("blockquote.words").await.concat();
        assert!(
            words.contains("We have achieved tangible progress on the path toward a just peace"),
            "{words}"
        );
        assert!(words.contains("There is still much work ahead"), "{words}");
        assert_eq!(reader.texts(".speaker").await[0], "Rustem Umerov");
        assert_eq!(reader.texts(".role").await[0], "Ukraine’s former Minister of Defense");
        assert!(reader.texts(".medium").await[0].contains("on social media"));
        assert!(reader.texts(".day").await[0].contains("Sunday"));
        assert!(reader.texts(".context mark").await.concat().contains("tangible progress"));
    })
    .await;
}

#[tokio::test]
async fn a_statement_leads_into_its_article_where_all_are_marked() {
    visit("plain", async |reader| {
        open_statement(reader).await;
        reader.clicks("a.to-article").await;
        reader.is_on("article").await;
        let text = reader.texts(".article-text").await.concat();
        assert!(text.contains("Emanuel Macron"), "the misspelling is part of the text");
        let statements =
            "new Set([...document.querySelectorAll('mark[data-id]')].map(mark => mark.dataset.id)).size";
        assert_eq!(reader.says(statements).await, 7);
        let target = "document.getElementById(decodeURIComponent(location.hash.slice(1)))";
        reader
            .until(
                "the statement to be in view",
                &format!("{target}?.getBoundingClientRect().top < innerHeight"),
            )
            .await;
        assert!(reader.texts(".people").await.concat().contains("Steve Witkoff"));
    })
    .await;
}

#[tokio::test]
async fn a_copied_link_opens_the_same_statement_in_another_browser() {
    let server = serve("plain").await;
    let writer = Browser::start(&server).await;
    for permission in ["clipboard-read", "clipboard-write"] {
        writer.open("").await;
        writer.permits(permission, "granted").await;
    }
    open_statement(&writer).await;
    let words = writer.texts("blockquote.words").await;
    writer.clicks("button#copy-link").await;
    writer.until("it to say so", "document.querySelector('#copied')?.textContent.trim() !== ''").await;
    let link = writer.says("navigator.clipboard.readText()").await;
    let link = link.as_str().expect("a link on the clipboard");
    writer.has_nothing_to_hide().await;

    let reader = Browser::start(&server).await;
    reader.open_link(link).await;
    reader.is_on("statement").await;
    assert_eq!(reader.texts("blockquote.words").await, words);
    reader.has_nothing_to_hide().await;
}

#[tokio::test]
async fn the_words_are_copied_with_who_said_them_and_as_a_citation() {
    visit("plain", async |reader| {
        for permission in ["clipboard-read", "clipboard-write"] {
            reader.open("").await;
            reader.permits(permission, "granted").await;
        }
        open_statement(reader).await;
        reader.presses(['s']).await;
        reader.until("the panel to have the focus", "document.activeElement?.id === 'copy-link'").await;
        let address = reader.address().await;
        for (button, said) in
            [("words", "— Rustem Umerov, Ukraine’s former Minister"), ("bibtex", "urldate = {")]
        {
            if button == "bibtex" {
                reader.clicks(".share summary").await;
            }
            reader.clicks(&format!("button[data-copy={button}]")).await;
            let holds = format!("navigator.clipboard.readText().then(text => text.includes('{said}'))");
            reader.until("it to be copied", &holds).await;
            let copied = reader.says("navigator.clipboard.readText()").await;
            let copied = copied.as_str().expect("a text on the clipboard");
            assert!(copied.contains("tangible progress") && copied.contains(&address), "{copied}");
        }
    })
    .await;
}

#[tokio::test]
async fn where_the_clipboard_refuses_the_link_is_there_to_be_copied_by_hand() {
    visit("plain", async |reader| {
        reader.open("").await;
        reader.permits("clipboard-write", "denied").await;
        open_statement(reader).await;
        reader.clicks("button#copy-link").await;
        reader
            .until(
                "the link to be selected",
                "getSelection().toString() === document.querySelector('#link-text')?.value",
            )
            .await;
        let link = reader.says("document.querySelector('#link-text').value").await;
        assert_eq!(link, reader.address().await);
        assert_eq!(reader.says("document.querySelector('#link-text').readOnly").await, true);
    })
    .await;
}

/// Searches for a statement and opens it.
async fn open_statement(reader: &Browser) {
    reader.open(UMEROV).await;
    reader.clicks("#results > li:first-child a.words").await;
    reader.is_on("statement").await;
}
