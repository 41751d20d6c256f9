//! The whole way with the keyboard alone.

use verbatim_journeys::{Key, visit};

#[tokio::test]
async fn a_statement_is_found_and_opened_without_a_mouse() {
    visit("plain", async |reader| {
        reader.open("").await;
        reader.sees("#results > li").await;
        reader.presses(['/']).await;
        reader.until("the search box to have the focus", "document.activeElement?.id === 'q'").await;
        reader.presses("kallas".chars()).await;
        reader.reads("#count", "2 statements").await;
        reader.presses([Key::Down.into()]).await;
        reader.sees("#results > li:nth-child(1)[aria-current=true]").await;
        reader.presses([Key::Down.into()]).await;
        reader.sees("#results > li:nth-child(2)[aria-current=true]").await;
        let words = reader.texts("#results > li:nth-child(2) a.words").await;
        reader.presses([Key::Enter.into()]).await;
        reader.is_on("statement").await;
        let opened = reader.texts("blockquote.words").await.concat();
        let words: String = words.concat().chars().filter(|letter| letter.is_alphanumeric()).collect();
        let opened: String = opened.chars().filter(|letter| letter.is_alphanumeric()).collect();
        assert!(opened.contains(&words), "opened {opened:?}, which is not {words:?}");
    })
    .await;
}

#[tokio::test]
async fn a_slash_leads_to_the_search_box_from_every_page() {
    visit("plain", async |reader| {
        for page in ["about/", "people/kaja-kallas/"] {
            reader.open(page).await;
            reader.presses(['/']).await;
            reader.until("the search box to have the focus", "document.activeElement?.id === 'q'").await;
            reader.clicks("#results > li:nth-child(2) a.words").await;
            reader.is_on("statement").await;
            reader.presses(['/']).await;
            reader.until("the search box to have the focus", "document.activeElement?.id === 'q'").await;
            reader.sees("#results > li[aria-current]").await;
            reader.presses("kallas".chars()).await;
            reader.reads("#count", "2 statements").await;
        }
    })
    .await;
}

#[tokio::test]
async fn letters_move_through_the_list_as_arrows_do() {
    visit("plain", async |reader| {
        reader.open("").await;
        reader.sees("#results > li:nth-child(2)").await;
        reader.presses(['j']).await;
        reader.sees("#results > li:nth-child(1)[aria-current=true]").await;
        reader.presses(['j']).await;
        reader.sees("#results > li:nth-child(2)[aria-current=true]").await;
        reader.presses(['k']).await;
        reader.sees("#results > li:nth-child(1)[aria-current=true]").await;
    })
    .await;
}

#[tokio::test]
async fn a_question_mark_lists_the_keys_and_escape_puts_them_away() {
    visit("plain", async |reader| {
        reader.open("").await;
        reader.sees("#results > li").await;
        reader.presses(['?']).await;
        reader.sees("dialog#keys[open]").await;
        let keys = reader.texts("dialog#keys").await.concat();
        for key in ["/", "j", "k", "Enter", "Esc", "?"] {
            assert!(keys.contains(key), "{key} is not listed in {keys:?}");
        }
        reader.presses([Key::Escape.into()]).await;
        reader.until("the keys to be put away", "!document.querySelector('dialog#keys')?.open").await;
    })
    .await;
}

#[tokio::test]
async fn every_control_is_reached_with_tab_and_shows_that_it_is() {
    visit("plain", async |reader| {
        reader.open("").await;
        reader.sees("#results > li").await;
        let controls = reader
            .says("[...document.querySelectorAll('a[href], button, input, select')].filter(one => one.checkVisibility()).length")
            .await
            .as_u64()
            .expect("a number");
        let mut reached = 0;
        for _ in 0..controls * 2 {
            reader.presses([Key::Tab.into()]).await;
            if reader.says("document.activeElement === document.body").await == true {
                break;
            }
            reached += 1;
            let outlined = "(style => style.outlineStyle !== 'none' || style.boxShadow !== 'none')(getComputedStyle(document.activeElement))";
            assert!(
                reader.says(outlined).await == true,
                "nothing shows the focus of {}",
                reader.says("document.activeElement.outerHTML").await
            );
        }
        assert!(reached >= controls, "{reached} of {controls} controls were reached");
    })
    .await;
}
