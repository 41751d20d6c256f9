//! Finding a statement: searching, filtering, and coming back to what was found.

use verbatim_journeys::{Browser, Key, serve, visit};

const FIRST: &str = "#results > li:first-child";

#[tokio::test]
async fn the_first_page_shows_every_statement() {
    visit("plain", async |reader| {
        reader.open("").await;
        reader.is_on("explorer").await;
        reader.reads("#count", "7 statements").await;
        assert_eq!(reader.texts("#results > li").await.len(), 7);
    })
    .await;
}

#[tokio::test]
async fn a_search_with_typos_finds_the_words_and_marks_them() {
    visit("plain", async |reader| {
        reader.open("").await;
        reader.types("input#q", "tangable progres").await;
        reader.reads("#count", "1 statement").await;
        let marked = reader.texts(&format!("{FIRST} .words mark")).await;
        assert_eq!(marked, ["tangible progres"], "two words side by side are marked as one");
        assert_eq!(reader.texts(&format!("{FIRST} .speaker")).await, ["Rustem Umerov"]);
    })
    .await;
}

#[tokio::test]
async fn the_list_narrows_with_every_letter() {
    visit("plain", async |reader| {
        reader.open("").await;
        let mut before = count(reader).await;
        for letter in "kallas".chars() {
            reader.types("input#q", &letter.to_string()).await;
            reader
                .until("the address to follow", "new URL(location).searchParams.get('q')?.length > 0")
                .await;
            let now = count(reader).await;
            assert!(now <= before, "{letter:?} widened the list from {before} to {now}");
            before = now;
        }
        reader.reads("#count", "2 statements").await;
    })
    .await;
}

#[tokio::test]
async fn a_search_for_a_role_in_another_spelling_finds_who_held_it() {
    visit("plain", async |reader| {
        reader.open("?q=minister%20of%20defence").await;
        reader.sees(&format!("{FIRST} .role mark")).await;
        assert_eq!(reader.texts(&format!("{FIRST} .speaker")).await, ["Rustem Umerov"]);
    })
    .await;
}

#[tokio::test]
async fn a_search_for_an_office_finds_what_it_said() {
    visit("plain", async |reader| {
        reader.open("?q=macron%20office").await;
        reader.sees(&format!("{FIRST} .speaker mark")).await;
        let words = reader.texts(&format!("{FIRST} a.words")).await.concat();
        assert!(words.contains("the conditions of a just and durable peace"), "{words}");
    })
    .await;
}

#[tokio::test]
async fn a_search_that_finds_nothing_says_so() {
    visit("plain", async |reader| {
        reader.open("?q=xylophone").await;
        reader.reads("#count", "No statements").await;
        reader.reads(".nothing p", "No statement matches this.").await;
    })
    .await;
}

#[tokio::test]
async fn an_empty_list_offers_to_drop_what_emptied_it() {
    visit("plain", async |reader| {
        reader.open("?q=tangible&kind=partial").await;
        reader.reads("#count", "No statements").await;
        reader.reads(".nothing li button", "without Partial: 1 statement").await;
        assert_eq!(
            reader.texts(".nothing li").await,
            ["without Partial: 1 statement", "without “tangible”: 4 statements"]
        );
        reader.clicks(".nothing li button").await;
        reader.reads("#count", "1 statement").await;
        reader.until("the filter to be gone", "location.search === '?q=tangible'").await;
    })
    .await;
}

#[tokio::test]
async fn filters_that_leave_nothing_say_which_of_them_did() {
    visit("plain", async |reader| {
        for (address, without) in [
            ("?speaker=kaja-kallas&medium=on-x", "without Kaja Kallas: 2 statements"),
            ("?from=2026-05-01", "Show every statement"),
            ("?speaker=nobody", "Show every statement"),
        ] {
            reader.open(address).await;
            reader.reads("#count", "No statements").await;
            reader.sees(".nothing button").await;
            let offered = reader.texts(".nothing button").await.concat();
            assert!(offered.contains(without), "{address} offers {offered:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_name_that_is_begun_can_be_chosen() {
    visit("plain", async |reader| {
        reader.open("").await;
        reader.types("#q", "peace kall").await;
        reader.reads(".completions li", "Kaja KallasSpeaker").await;
        reader.clicks(".completions a").await;
        reader.until("the filter to be on", "location.search.startsWith('?q=peace&speaker=')").await;
        reader.reads("#count", "1 statement").await;
        reader.reads(".chip button", "Kaja Kallas×").await;
    })
    .await;
}

#[tokio::test]
async fn it_is_told_why_a_statement_was_found() {
    visit("plain", async |reader| {
        reader.open("?q=tangable+umerov").await;
        reader.reads(".why", "“tangible” one letter off, i for a · “Umerov” name").await;
    })
    .await;
}

#[tokio::test]
async fn days_narrow_the_list_and_groups_put_it_together() {
    visit("plain", async |reader| {
        reader.open("").await;
        reader
            .says(
                "(() => { const to = document.querySelector('#to'); to.value = '2025-11-30'; \
                 to.dispatchEvent(new Event('change', { bubbles: true })); })()",
            )
            .await;
        reader.reads("#count", "1 statement").await;
        reader.until("the address to follow", "location.search === '?to=2025-11-30'").await;
        reader.open("?group=speaker").await;
        reader.sees("#results h2").await;
        let groups = reader.texts("#results h2").await;
        assert_eq!(groups[0], "Volodymyr Zelensky");
        assert_eq!(groups.len(), 4, "{groups:?}");
        assert_eq!(reader.texts("#results > li").await.len(), 7);
    })
    .await;
}

#[tokio::test]
async fn days_are_offered_with_counts_that_follow_the_other_filters() {
    visit("plain", async |reader| {
        reader.open("").await;
        reader.types("#q", "peace").await;
        reader.reads("#count", "3 statements").await;
        let days = ".times li";
        reader.until("days to be offered", "document.querySelectorAll('.times li').length === 2").await;
        let before = reader.texts(days).await;
        reader.clicks(".times a").await;
        reader.until("the address to follow", "location.search.includes('from=2025-11-30')").await;
        reader.reads("#count", "1 statement").await;
        let after = reader.texts(days).await;
        assert_eq!(after[0], "All days");
        assert_eq!(after[1..], before, "their counts stay, whichever are chosen");
        reader.clicks(".times a").await;
        reader.until("both ends to be gone", "!location.search.includes('from=')").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_found_can_be_listed_as_it_is_printed() {
    visit("plain", async |reader| {
        reader.open("?q=peace").await;
        let orders = reader.texts("#sort option").await;
        assert_eq!(orders, ["Best match", "As printed", "Newest first", "Oldest first"]);
        reader.open("?sort=place").await;
        let printed = reader.texts("#results a.words").await;
        assert_eq!(reader.texts("#sort option").await[0], "As printed", "nothing is sought to match");
        assert_eq!(reader.says("document.querySelector('#sort').value").await, "place");
        reader.open("").await;
        assert_eq!(reader.says("document.querySelector('#sort').value").await, "place");
        reader.open("?q=peace&sort=place").await;
        reader.sees("#results > li").await;
        let found = reader.texts("#results a.words").await;
        let mut left = printed.iter();
        assert!(found.len() > 1 && found.iter().all(|words| left.any(|other| other == words)), "{found:?}");
    })
    .await;
}

#[tokio::test]
async fn what_else_may_have_been_meant_is_offered() {
    visit("plain", async |reader| {
        reader.open("?q=tangable").await;
        reader.reads("#count", "1 statement").await;
        reader.clicks("a.meant").await;
        reader.until("the address to follow", "location.search === '?q=tangible'").await;
        reader.reads("#count", "1 statement").await;
        reader.until("nothing to be offered", "!document.querySelector('a.meant')").await;
        reader.open("?q=tangable+progres").await;
        reader.reads("a.meant", "“tangible progress”").await;
    })
    .await;
}

#[tokio::test]
async fn a_filter_keeps_what_it_names_and_comes_off_again() {
    visit("plain", async |reader| {
        reader.open("").await;
        reader.clicks("fieldset[data-facet=speaker] label:has(input[value*=kallas])").await;
        reader.reads("#count", "2 statements").await;
        assert!(reader.address().await.contains("speaker="));
        let speakers = reader.texts("#results .speaker").await;
        assert_eq!(speakers, ["Kaja Kallas", "Kaja Kallas"]);
        reader.clicks(".chip button").await;
        reader.reads("#count", "7 statements").await;
    })
    .await;
}

#[tokio::test]
async fn the_counts_beside_the_filters_follow_the_search() {
    visit("plain", async |reader| {
        reader.open("?q=tangible").await;
        reader.reads("#count", "1 statement").await;
        let counts = "[...document.querySelectorAll('fieldset[data-facet=kind] .count')]\
             .reduce((sum, one) => sum + Number(one.textContent.replace(/\\D/g, '')), 0) === 1";
        reader.until("the counts of the kinds to add up to 1", counts).await;
    })
    .await;
}

#[tokio::test]
async fn going_back_and_loading_again_keep_search_and_filters() {
    visit("plain", async |reader| {
        reader.open("").await;
        reader.types("input#q", "peace").await;
        reader.until("the address to follow", "location.search.includes('q=peace')").await;
        reader.clicks("fieldset[data-facet=kind] label:has(input[value=direct])").await;
        reader.until("the address to follow", "location.search.includes('kind=direct')").await;
        let found = reader.texts("#results a.words").await;
        assert!(!found.is_empty());

        reader.reload().await;
        same(reader, &found).await;
        reader.clicks(&format!("{FIRST} a.words")).await;
        reader.is_on("statement").await;
        reader.back().await;
        reader.is_on("explorer").await;
        same(reader, &found).await;
    })
    .await;
}

#[tokio::test]
async fn escape_empties_the_search() {
    visit("plain", async |reader| {
        reader.open("?q=peace").await;
        reader.clicks("input#q").await;
        reader.presses([Key::Escape.into()]).await;
        reader.reads("#count", "7 statements").await;
        assert_eq!(reader.says("document.querySelector('#q').value").await, "");
    })
    .await;
}

#[tokio::test]
async fn days_and_numbers_are_written_as_the_readers_locale_does() {
    let server = serve("plain").await;
    let reader = Browser::start_with(&server, &["--accept-lang=de-DE"]).await;
    reader.open("?q=tangible").await;
    reader.reads("#results .day time", "30. November 2025").await;
    // A page that was drawn ahead is drawn so as soon as it is taken over.
    reader.open("articles/zelensky-macron-paris/").await;
    reader.reads("main time", "1. Dezember 2025").await;
    reader.has_nothing_to_hide().await;
}

async fn count(reader: &Browser) -> usize {
    reader.texts("#results > li").await.len()
}

/// Makes sure that search box, filter and results are as they were.
async fn same(reader: &Browser, found: &[String]) {
    reader.sees("#results > li").await;
    assert_eq!(reader.texts("#results a.words").await, found);
    assert_eq!(reader.says("document.querySelector('#q').value").await, "peace");
    let checked = "document.querySelector('fieldset[data-facet=kind] input[value=direct]').checked";
    assert_eq!(reader.says(checked).await, true);
}
