//! A list of some thousand statements: scrolled, gone through with keys, put on paper.

use std::sync::LazyLock;

use verbatim_journeys::{Browser, Key, invented, visit_with};

/// How many statements there are.
const COUNT: usize = 3000;

static EDITION: LazyLock<Vec<u8>> = LazyLock::new(|| invented::edition(COUNT));

/// A journey through a long edition, from its list on.
async fn visit_long(journey: impl AsyncFnOnce(&Browser)) {
    visit_with(&EDITION, async |reader| {
        reader.open("").await;
        reader.reads("#count", "3,000 statements").await;
        reader.sees("#results + .gap").await;
        journey(reader).await;
    })
    .await;
}

/// The places, counted from 1, of the statements that can be seen, in their order.
const SEEN: &str = "[...document.querySelectorAll('#results > li')]\
    .filter(one => one.getBoundingClientRect().bottom > 0 && one.getBoundingClientRect().top < innerHeight)\
    .map(one => Number(one.getAttribute('aria-posinset')))";

/// Waits until the window is filled with statements, one following the other.
async fn sees_only_statements(reader: &Browser) {
    let filled = format!(
        "(seen => seen.length > 2 && seen.every((one, at) => one === seen[0] + at))({SEEN}) \
         && [0.1, 0.5, 0.9].every(part => document.elementFromPoint(innerWidth / 2, innerHeight * part)?.closest('#results > li'))"
    );
    reader.until("the window to be filled with statements", &filled).await;
}

#[tokio::test]
async fn only_what_is_near_the_window_is_drawn_and_all_can_be_scrolled_to() {
    visit_long(async |reader| {
        let first = reader.says("document.querySelectorAll('#results > li').length").await;
        assert!(first.as_u64().is_some_and(|drawn| drawn < 60), "{first} are drawn");
        for part in [0.3, 0.31, 0.9, 0.2] {
            reader.says(&format!("scrollTo(0, {part} * document.documentElement.scrollHeight)")).await;
            sees_only_statements(reader).await;
            let drawn = reader.says("document.querySelectorAll('#results > li').length").await;
            assert!(drawn.as_u64().is_some_and(|drawn| drawn < 60), "{drawn} are drawn");
        }
        reader.says("scrollTo(0, document.documentElement.scrollHeight)").await;
        reader.sees(&format!("#results > li[aria-posinset='{COUNT}'][aria-setsize='{COUNT}']")).await;
        reader.says("scrollTo(0, 0)").await;
        reader.sees("#results > li:first-child[aria-posinset='1']").await;
        reader.until("the list to begin where it did", "scrollY === 0").await;
    })
    .await;
}

#[tokio::test]
async fn nothing_jumps_while_one_scrolls() {
    visit_long(async |reader| {
        reader.says("scrollTo(0, 200000)").await;
        sees_only_statements(reader).await;
        for _ in 0..40 {
            let moved = reader
                .says_later(
                    "const one = document.elementFromPoint(innerWidth / 2, 300).closest('li'),\
                     top = one.getBoundingClientRect().top;\
                     scrollBy(0, -120);\
                     requestAnimationFrame(() => requestAnimationFrame(() =>\
                         done(one.isConnected ? Math.round(one.getBoundingClientRect().top - top) : null)))",
                )
                .await;
            assert_eq!(moved, 120, "what is in view moves as far as one scrolls");
        }
    })
    .await;
}

#[tokio::test]
async fn keys_go_through_all_of_it_and_the_focus_is_never_lost() {
    visit_long(async |reader| {
        let at = "Number(document.activeElement.closest('#results > li')?.getAttribute('aria-posinset'))";
        for place in 1..=45 {
            reader.presses(['j']).await;
            reader.until(&format!("statement {place} to have the focus"), &format!("{at} === {place}")).await;
        }
        reader.says("scrollTo(0, 300000)").await;
        sees_only_statements_but_one(reader).await;
        assert_eq!(reader.says(at).await, 45, "what has the focus stays, out of sight");
        reader.presses([Key::Down.into()]).await;
        reader.until("the next one to have the focus", &format!("{at} === 46")).await;
        reader.until("it to be in view", &format!("{SEEN}.includes(46)")).await;
        let words = reader.says("document.activeElement.textContent").await;
        reader.presses([Key::Enter.into()]).await;
        reader.is_on("statement").await;
        let opened = reader.says("document.querySelector('blockquote').textContent").await;
        assert_eq!(opened, words);
        reader.back().await;
        reader.is_on("explorer").await;
        reader.until("the focus to be back where it was", &format!("{at} === 46")).await;
    })
    .await;
}

/// As [`sees_only_statements`], where one more is drawn far away.
async fn sees_only_statements_but_one(reader: &Browser) {
    sees_only_statements(reader).await;
    let drawn = "[...document.querySelectorAll('#results > li')].map(one => Number(one.getAttribute('aria-posinset')))";
    assert_eq!(reader.says(&format!("{drawn}[0]")).await, 45);
}

#[tokio::test]
async fn a_narrower_window_shows_the_same_statements_and_groups_have_their_names() {
    visit_long(async |reader| {
        reader.open("?group=speaker").await;
        reader.sees("#results + .gap").await;
        reader.says("scrollTo(0, 250000)").await;
        sees_only_statements(reader).await;
        let before = reader.says(&format!("{SEEN}[0]")).await.as_u64().expect("a place");
        reader.is_wide(420).await;
        sees_only_statements(reader).await;
        let after = reader.says(&format!("{SEEN}[0]")).await.as_u64().expect("a place");
        assert!(before.abs_diff(after) <= 1, "{before} was the first in view, {after} is");
        let groups = reader.says("document.querySelectorAll('#results h2').length").await;
        assert!(groups.as_u64().is_some_and(|groups| groups <= 3), "a name for each group only: {groups}");
    })
    .await;
}

#[tokio::test]
async fn on_paper_stands_the_beginning_and_how_much_is_left_out() {
    visit_long(async |reader| {
        reader.says("scrollTo(0, 250000)").await;
        sees_only_statements(reader).await;
        reader.says("window.dispatchEvent(new Event('beforeprint'))").await;
        reader.until("200 to be drawn", "document.querySelectorAll('#results > li').length === 200").await;
        reader.reads(".printed", "The first 200 of 3,000 statements.").await;
        reader.says("window.dispatchEvent(new Event('afterprint'))").await;
        sees_only_statements(reader).await;
    })
    .await;
}

#[tokio::test]
async fn a_long_facet_can_be_searched_and_what_is_chosen_stays() {
    visit_long(async |reader| {
        let speakers = "fieldset[data-facet=speaker]";
        reader.sees(&format!("{speakers} .sift input")).await;
        reader.clicks(&format!("{speakers} label input")).await;
        reader.sees(".chip button").await;
        let chosen = reader.texts(&format!("{speakers} label:has(:checked) .name")).await.concat();
        reader.types(&format!("{speakers} .sift input"), "wre gre").await;
        reader
            .until("few to be left", &format!("document.querySelectorAll('{speakers} label').length === 2"))
            .await;
        assert_eq!(reader.texts(&format!("{speakers} .name")).await, [chosen.as_str(), "Greta Wren"]);
        reader.clicks(&format!("{speakers} label:has(input:not(:checked))")).await;
        reader.until("both to be chosen", "document.querySelectorAll('.chip').length === 2").await;
        reader.clicks(&format!("{speakers} .sift input")).await;
        reader.presses([Key::Escape.into()]).await;
        assert_eq!(reader.texts(".chip").await.len(), 2, "what is typed there is another thing");
    })
    .await;
}

#[tokio::test]
async fn a_statement_leads_to_where_the_same_is_said_elsewhere() {
    visit_long(async |reader| {
        reader.clicks("#results a.words").await;
        reader.is_on("statement").await;
        reader.sees(".alike .difference").await;
        let own = reader.says("document.querySelector('blockquote').textContent").await;
        let there = reader.texts(".alike .difference").await[0].clone();
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        assert_eq!(letters(&there), letters(own.as_str().expect("a text")), "the very same is the likest");
        reader.clicks(".alike li p:last-child a").await;
        reader.until("the other statement to be shown", "document.querySelector('.alike') !== null").await;
    })
    .await;
}
