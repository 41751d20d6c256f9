//! What a reader saves: kept in the browser, with notes, taken along in a file, and never lost in silence.

use verbatim_journeys::{Browser, Key, visit};

const SAVE: &str = "#keep";

async fn opens_a_statement(reader: &Browser) {
    reader.open("?q=tangible").await;
    reader.clicks("#results a.words").await;
    reader.is_on("statement").await;
    reader.sees(SAVE).await;
}

async fn lists_what_is_saved(reader: &Browser) {
    reader.presses(['l']).await;
    reader.sees("dialog#shelf[open]").await;
}

#[tokio::test]
async fn nothing_is_stored_until_something_is_saved() {
    visit("plain", async |reader| {
        opens_a_statement(reader).await;
        lists_what_is_saved(reader).await;
        reader.reads("#shelf [role=status] p", "No statements saved.").await;
        let stored = reader.says_later("indexedDB.databases().then(all => done(all.length))").await;
        assert_eq!(stored, 0, "a database was made");
    })
    .await;
}

#[tokio::test]
async fn a_statement_with_a_note_is_there_when_the_page_is_opened_again() {
    visit("plain", async |reader| {
        opens_a_statement(reader).await;
        let address = reader.address().await;
        reader.presses(['b']).await;
        reader.sees("#keep[aria-pressed=true]").await;
        reader.types(".keep textarea", "Check this one").await;
        reader.presses([Key::Tab.into()]).await;
        reader.reload().await;
        reader.sees("#keep[aria-pressed=true]").await;
        reader
            .until(
                "the note to be there",
                "document.querySelector('.keep textarea').value === 'Check this one'",
            )
            .await;
        reader.open("").await;
        lists_what_is_saved(reader).await;
        reader.reads("#shelf [role=status] p", "1 statement saved.").await;
        reader.clicks("#shelf a").await;
        reader.is_on("statement").await;
        assert_eq!(reader.address().await, address);
        reader.until("the list to be put away", "!document.querySelector('#shelf').open").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_removed_can_be_put_back_with_its_note() {
    visit("plain", async |reader| {
        opens_a_statement(reader).await;
        reader.clicks(SAVE).await;
        reader.types(".keep textarea", "Mine").await;
        reader.presses([Key::Tab.into()]).await;
        reader.clicks(".keep .plain").await;
        reader.sees("dialog#shelf[open]").await;
        reader.clicks("#shelf li .plain").await;
        reader.reads("#shelf [role=status] p", "No statements saved. One was removed. Put it back").await;
        reader.clicks("#shelf [role=status] .plain").await;
        reader
            .until("the note to be back", "document.querySelector('#shelf textarea')?.value === 'Mine'")
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_file_of_what_is_saved_is_read_in_elsewhere() {
    visit("plain", async |reader| {
        // What would be downloaded is caught.
        reader
            .before_every_page(
                "const make = URL.createObjectURL; \
                 URL.createObjectURL = file => { file.text().then(text => window.kept = text); return make(file); }",
            )
            .await;
        opens_a_statement(reader).await;
        reader.clicks(SAVE).await;
        reader.types(".keep textarea", "Mine").await;
        reader.presses([Key::Tab.into()]).await;
        lists_what_is_saved(reader).await;
        reader.clicks("#shelf .files button").await;
        reader.until("a file to be made", "typeof window.kept === 'string'").await;
        let file = reader.says("window.kept").await.as_str().expect("a text").to_owned();
        assert!(file.contains("\"note\": \"Mine\""), "{file}");

        reader.clicks("#shelf li .plain").await;
        reader.reads("#shelf [role=status] p", "No statements saved. One was removed. Put it back").await;
        reads_in(reader, &file).await;
        reader.until("it to be back", "document.querySelector('#shelf textarea')?.value === 'Mine'").await;
        reads_in(reader, "{\"not\": \"a list\"}").await;
        reader.reads("#shelf .trouble", "This is no file of saved statements. Nothing was changed.").await;
        assert_eq!(reader.texts("#shelf li").await.len(), 1);
    })
    .await;
}

/// Chooses a file that holds this.
async fn reads_in(reader: &Browser, file: &str) {
    reader
        .says(&format!(
            "(() => {{ const input = document.querySelector('#shelf-file'), all = new DataTransfer(); \
             all.items.add(new File([{file:?}], 'saved.json')); input.files = all.files; \
             input.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
        ))
        .await;
}

#[tokio::test]
async fn a_browser_that_stores_nothing_says_so_and_loses_nothing_yet() {
    visit("plain", async |reader| {
        reader.before_every_page("IDBFactory.prototype.open = () => { throw new Error('not here'); }").await;
        opens_a_statement(reader).await;
        reader.clicks(SAVE).await;
        reader.sees("#keep[aria-pressed=true]").await;
        reader.sees(".keep .trouble").await;
        let told = reader.texts(".keep .trouble").await.concat();
        assert!(told.contains("store nothing") && told.contains("save it to a file"), "{told}");
        lists_what_is_saved(reader).await;
        reader.sees("#shelf li").await;
    })
    .await;
}

#[tokio::test]
async fn a_browser_without_room_says_so_and_loses_nothing_yet() {
    visit("plain", async |reader| {
        reader
            .before_every_page(
                "IDBObjectStore.prototype.put = function () { \
                     const full = this.transaction; \
                     Object.defineProperty(full, 'error', { value: new DOMException('full', 'QuotaExceededError') }); \
                     full.abort(); }",
            )
            .await;
        opens_a_statement(reader).await;
        reader.clicks(SAVE).await;
        reader.sees(".keep .trouble").await;
        let told = reader.texts(".keep .trouble").await.concat();
        assert!(told.starts_with("There is no room left"), "{told}");
        reader.sees("#keep[aria-pressed=true]").await;
    })
    .await;
}
