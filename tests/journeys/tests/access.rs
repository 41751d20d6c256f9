//! Whether everybody can use the page: axe-core finds nothing to say against any page, in any state, light or dark, on a
//! wide window or a narrow one.

use verbatim_journeys::{Browser, Key, Server, copied, serve, visit};

/// Every page and view, and what there is when nothing is found.
const PAGES: &[&str] = &[
    "",
    "?q=peace&kind=direct&from=2025-11-01",
    "?q=xylophone",
    "?q=tangible&kind=partial",
    "?q=tangable+umerov&group=speaker",
    "?view=timeline",
    "?view=people",
    "?view=article",
    "about",
    "roles/ukrainian-president",
    "people/kaja-kallas",
    "articles/zelensky-macron-paris",
    "s/nobody-ever-said-this-0000000000",
    "nowhere",
];

#[tokio::test]
async fn nothing_stands_in_anybodys_way_on_a_wide_window() {
    on_every_page(1280, 100).await;
}

#[tokio::test]
async fn nothing_stands_in_anybodys_way_on_a_narrow_window() {
    on_every_page(320, 100).await;
}

#[tokio::test]
async fn nothing_stands_in_anybodys_way_in_letters_of_twice_the_size() {
    on_every_page(1280, 200).await;
}

async fn on_every_page(width: u32, letters: u32) {
    let server = serve("plain").await;
    let reader = Browser::start(&server).await;
    reader.is_wide(width).await;
    for theme in ["light", "dark"] {
        reader.open("").await;
        reader.says(&format!("localStorage.setItem('theme', '{theme}')")).await;
        for page in PAGES {
            reader.open(page).await;
            reader
                .until(
                    "the theme to be worn",
                    &format!("document.documentElement.dataset.theme === '{theme}'"),
                )
                .await;
            reader.says(&format!("document.documentElement.style.fontSize = '{letters}%'")).await;
            reader.can_be_used_by_everybody(&format!("{page:?}, {theme}, {width} px, {letters} %")).await;
        }
        reader.open("?q=tangible").await;
        reader.clicks("#results a.words").await;
        reader.is_on("statement").await;
        reader.clicks(".receipt summary").await;
        reader.can_be_used_by_everybody(&format!("a statement, {theme}, {width} px")).await;
        reader.presses(['?']).await;
        reader.sees("dialog#keys[open]").await;
        reader.can_be_used_by_everybody(&format!("the keys, {theme}, {width} px")).await;
        reader.presses([Key::Escape.into()]).await;
        reader.says("document.querySelector('dialog#palette').showModal()").await;
        reader.sees("#offers li").await;
        reader.can_be_used_by_everybody(&format!("the palette, {theme}, {width} px")).await;
        reader.presses([Key::Escape.into()]).await;
        // With the second theme it is saved already.
        reader.says("document.querySelector('#keep[aria-pressed=false]')?.click()").await;
        reader.sees(".keep textarea").await;
        reader.can_be_used_by_everybody(&format!("a saved statement, {theme}, {width} px")).await;
        reader.clicks(".keep .plain").await;
        reader.sees("dialog#shelf[open] li").await;
        reader.can_be_used_by_everybody(&format!("what is saved, {theme}, {width} px")).await;
        reader.presses([Key::Escape.into()]).await;
    }
}

#[tokio::test]
async fn nothing_stands_in_anybodys_way_while_something_goes_on_or_wrong() {
    let server = serve("plain").await;
    let cut = copied("plain", |name, mut file| {
        file.truncate(if name.ends_with(".vbt") { file.len() / 2 } else { file.len() });
        Some(file)
    });
    let broken = Server::start(cut.path().to_path_buf(), "/").await;
    for (width, letters) in [(1280, 100), (320, 100), (1280, 200)] {
        let reader = Browser::start(&server).await;
        reader.before_every_page("IDBFactory.prototype.open = () => { throw new Error('not here'); }").await;
        reader.is_wide(width).await;
        let window = format!("{width} px, {letters} %");
        what_goes_on(&reader, letters, &window).await;
        reader.open_link(&broken.home()).await;
        reader.is_on("failure").await;
        in_both_themes(&reader, letters, &format!("an archive that is damaged, {window}")).await;
        reader.open("").await;
        reader.sees("#results > li").await;
        let trap = "{ promise: Promise.resolve(), reason: new WebAssembly.RuntimeError('it ended') }";
        reader
            .says(&format!("void dispatchEvent(new PromiseRejectionEvent('unhandledrejection', {trap}))"))
            .await;
        reader.sees("#failure:not([hidden])").await;
        in_both_themes(&reader, letters, &format!("a program that ended, {window}")).await;
    }
}

/// What opens, comes and is told while a reader does something, where nothing can be stored.
async fn what_goes_on(reader: &Browser, letters: u32, window: &str) {
    reader.open("?speaker=kaja-kallas").await;
    reader.sees("#results > li").await;
    reader.says("document.querySelector('.unfold').click()").await;
    reader.types("#q", "umer").await;
    reader.sees(".completions a").await;
    reader.sees(".nothing button").await;
    in_both_themes(reader, letters, &format!("a name that is begun, with filters, {window}")).await;
    reader.presses([Key::Escape.into()]).await;
    reader.says("document.activeElement.blur()").await;
    reader.presses(['l']).await;
    reader.sees("dialog#shelf[open]").await;
    in_both_themes(reader, letters, &format!("where nothing can be saved, {window}")).await;
    reader.open("?q=tangible").await;
    reader.clicks("#results a.words").await;
    reader.is_on("statement").await;
    reader.clicks(".share summary").await;
    reader.sees(".panel button").await;
    reader.clicks("#keep").await;
    reader.sees(".keep .trouble").await;
    in_both_themes(
        reader,
        letters,
        &format!("all ways to share, and a statement that is not stored, {window}"),
    )
    .await;
    reader.open("?view=timeline").await;
    reader.sees(".timeline svg a").await;
    reader.says("document.querySelector('.timeline a').focus()").await;
    reader.holds(Key::Shift, [Key::Right.into()]).await;
    reader.sees(".timeline .over").await;
    in_both_themes(reader, letters, &format!("days that are drawn over, {window}")).await;
}

/// The theme is worn as the page wears it (src/web/theme.rs), without loading it once more.
async fn in_both_themes(reader: &Browser, letters: u32, what: &str) {
    reader.says(&format!("document.documentElement.style.fontSize = '{letters}%'")).await;
    for theme in ["light", "dark"] {
        reader.says(&format!("document.documentElement.dataset.theme = '{theme}'")).await;
        reader.can_be_used_by_everybody(&format!("{what}, {theme}")).await;
    }
}

#[tokio::test]
async fn who_asks_for_more_contrast_less_motion_or_own_colours_gets_them() {
    visit("plain", async |reader| {
        reader.open("?q=tangible&view=article").await;
        reader.sees(".story mark mark").await;
        let quiet = "getComputedStyle(document.querySelector('.tagline')).color === getComputedStyle(document.body).color";
        let moves = "(() => { const late = document.createElement('main'); late.className = 'loading'; \
            late.append(document.createElement('p')); document.body.append(late); \
            const name = getComputedStyle(late.firstChild).animationName; late.remove(); return name; })()";
        // What is drawn as a gradient is not drawn where colours are the reader's.
        let marked = "getComputedStyle(document.querySelector('.story mark mark')).backgroundColor";
        assert_eq!(reader.says(&format!("[{quiet} ? 'ink' : 'quiet', {moves}, {marked}]")).await, 
            serde_json::json!(["quiet", "late", "rgba(0, 0, 0, 0)"]));
        reader.prefers("prefers-contrast", "more").await;
        assert_eq!(reader.says(quiet).await, true);
        reader.prefers("prefers-reduced-motion", "reduce").await;
        assert_eq!(reader.says(moves).await, "none");
        reader.prefers("forced-colors", "active").await;
        assert_ne!(reader.says(marked).await, "rgba(0, 0, 0, 0)");
        for page in ["?q=tangible", "?view=timeline", "?view=people", "about/"] {
            reader.open(page).await;
            reader.sees("main h1").await;
            reader.can_be_used_by_everybody(&format!("{page:?}, in the reader's own colours")).await;
        }
    })
    .await;
}
